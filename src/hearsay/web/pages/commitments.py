"""What was promised, demanded, warned of and recommended, and what later claims say of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from hearsay.outputs.picture.commitments import (
    VERBS,
    addressee_of,
    bearing_words,
    party_of,
    standing_words,
)
from hearsay.outputs.picture.entries import Entry, entry
from hearsay.outputs.picture.saying import BY_MACHINE, Saying
from hearsay.outputs.wording import one_line, quoted
from hearsay.picture.commitments import Echo, Given
from hearsay.web.page import Place
from hearsay.web.rendering import render
from hearsay.web.view import Seated, Viewed

PLACE: Place | None = Place("Know", 5, "Promises", "/commitments")
router = APIRouter()

_A_PAGE = 30


@dataclass(frozen=True, slots=True)
class Bearing:
    """A later claim that bears on it."""

    how: str
    tells: bool
    """Whether it says that it was kept or was not."""
    claim: str
    said_by: str
    published: str | None
    words: str


@dataclass(frozen=True, slots=True)
class Kept:
    """One commitment."""

    who: str
    words: str
    about: tuple[str, ...]
    standing: str
    open: bool
    unsure: bool
    entry: Entry
    bearings: tuple[Bearing, ...]


@router.get("/commitments")
def every(
    request: Request,
    seat: Seated,
    view: Viewed,
    kind: Annotated[str, Query(max_length=20)] = "",
    page: Annotated[int, Query(ge=1, le=100_000)] = 1,
) -> Response:
    """All commitments, what most report first."""
    found = seat.case.promises.found(as_of=view.as_of, known_at=view.known_at, labels=view.labels)
    numbers = [(one, sum(1 for given in found if given.kind == one)) for one in VERBS]
    fitting = [one for one in found if not kind or one.kind == kind]
    asking = seat.asking(known_at=view.known_at, labels=view.labels)
    saying = Saying(asking, seat.hearing(known_at=view.known_at, labels=view.labels))
    here = fitting[(page - 1) * _A_PAGE : page * _A_PAGE]
    return render(
        request,
        "commitments.html",
        view=view,
        kind=kind,
        numbers=[(one, number) for one, number in numbers if number],
        found=[_kept(one, saying) for one in here],
        page=page,
        last=max(1, -(-len(fitting) // _A_PAGE)),
        by_machine=BY_MACHINE,
    )


def _kept(given: Given, saying: Saying) -> Kept:
    to = addressee_of(given)
    about = []
    if given.condition:
        about.append(f"on the condition “{one_line(given.condition)}”")
    if given.due is not None:
        day, words = given.due
        about.append(f"“{words}”, by {day} counted from its first report")
    if given.others:
        about.append(
            f"reports also give it as the word of {'; '.join(map(one_line, given.others))}"
        )
    return Kept(
        f"{party_of(given, saying)} {VERBS[given.kind]}{f' to {one_line(to)}' if to else ''}",
        quoted(given.fullest.own),
        tuple(about),
        standing_words(given.kind, given.standing),
        given.standing == "open",
        given.unsure,
        entry("", given.rows, saying),
        tuple(_bearing(one, given.kind) for one in given.echoes),
    )


def _bearing(echo: Echo, kind: str) -> Bearing:
    claim = echo.claim
    return Bearing(
        bearing_words(echo, kind),
        echo.bearing in ("kept", "broken"),
        claim.id,
        " › ".join(map(one_line, claim.speakers)),
        claim.published,
        quoted(claim.words),
    )
