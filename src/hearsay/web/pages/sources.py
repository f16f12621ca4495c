"""The outlets of a case: whose they are, how much each has from whom, and what rests on each."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from hearsay.outputs.imprints import ImprintOf
from hearsay.outputs.tracing import NAMED
from hearsay.outputs.wording import link_words, one_line, percent, surety
from hearsay.vocabulary.traces import DocumentLink, capture_of
from hearsay.web.page import Place
from hearsay.web.rendering import render
from hearsay.web.view import Seated, Viewed

PLACE: Place | None = Place("Follow", 3, "Sources", "/sources")
router = APIRouter()

_LIKELY = 0.5


@dataclass(frozen=True, slots=True)
class Borrowed:
    """One document that has something from elsewhere."""

    capture: str
    title: str
    published: str | None
    from_: str
    from_capture: str | None
    """None for a source that is known by name only."""
    share: str
    """How much of its words stand there too; empty where none do."""
    how: str
    ordered: bool


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet with its documents and what they have from others."""

    name: str
    owner: str | None
    documents: int
    borrowed: tuple[Borrowed, ...]
    lent: int
    """How many documents of others have something from it."""


@router.get("/sources")
def every(request: Request, seat: Seated, view: Viewed) -> Response:
    """All outlets, those that others have most from first."""
    traced = seat.traced(known_at=view.known_at, labels=view.labels)
    rows = list(seat.case.documents(known_at=view.known_at, labels=view.labels))
    owners = {
        one.outlet.name.casefold(): one.outlet.owner
        for one in seat.case.judging.owners(known_at=view.known_at)
    }
    links = [link for link in traced.links if link.probability >= _LIKELY]
    outlet_of = traced.imprint_of
    own: dict[str, list[Borrowed]] = defaultdict(list)
    lent: dict[str, set[str]] = defaultdict(set)
    for link in links:
        here = outlet_of(link.later).outlet
        if not link.earlier.startswith(NAMED) and outlet_of(link.earlier).outlet != here:
            lent[outlet_of(link.earlier).outlet].add(link.later)
        own[here].append(_borrowed(link, traced.imprint_of))
    numbers: dict[str, int] = defaultdict(int)
    for row in rows:
        numbers[one_line(row.publisher or row.address)] += 1
    found = [
        Outlet(
            name,
            owners.get(name.casefold()),
            number,
            tuple(own.get(name, ())),
            len(lent.get(name, ())),
        )
        for name, number in numbers.items()
    ]
    found.sort(key=lambda one: (-one.lent, -len(one.borrowed), one.name))
    return render(request, "sources.html", view=view, outlets=found)


def _borrowed(link: DocumentLink, imprint_of: ImprintOf) -> Borrowed:
    imprint = imprint_of(link.later)
    named = link.earlier.startswith(NAMED)
    sure = surety(link.probability)
    how = ": ".join(part for part in (sure and f"{sure} from it", link_words(link)) if part)
    return Borrowed(
        capture_of(link.later),
        one_line(imprint.title or imprint.address),
        imprint.published,
        link.earlier.removeprefix(NAMED) if named else one_line(imprint_of(link.earlier).outlet),
        None if named else capture_of(link.earlier),
        percent(link.share) if link.share > 0 else "",
        how,
        link.ordered,
    )
