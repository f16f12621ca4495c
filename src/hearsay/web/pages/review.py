"""What waits for a person's eye, one thing at a time, one key each."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Form, Query
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from hearsay.case import NamedAt
from hearsay.outputs.excerpts import excerpt
from hearsay.vocabulary.errors import Misuse
from hearsay.vocabulary.spans import Span
from hearsay.web.desk import Kept
from hearsay.web.page import Place
from hearsay.web.queues import (
    claim_is_shown,
    claims_waiting,
    names_waiting,
    question_is_shown,
)
from hearsay.web.rendering import render
from hearsay.web.site import Site
from hearsay.web.view import Seated, Viewed

PLACE: Place | None = Place("Mend", 0, "Review", "/review")
router = APIRouter()

ClaimVerdict = Literal["right", "wrong", "unknown"]
NameVerdict = Literal["same", "different"]
At = Annotated[int, Query(ge=0, le=100_000)]

_queues = Kept(8)


@router.get("/review")
def claims(
    request: Request, seat: Seated, view: Viewed, at: At = 0, fresh: bool = False
) -> Response:
    """The claim of the queue that comes next."""
    site: Site = request.app.state.site
    key = ("claims", site.case_path, view.known_at, view.labels)
    if fresh or at == 0:
        _queues.forget(key)
    queue = _queues.get(key, lambda: claims_waiting(seat, view))
    waiting = queue[at] if at < len(queue) else None
    if waiting is not None and not claim_is_shown(waiting, seat, view):
        return RedirectResponse(view.url("/review", at=at + 1), 303)
    shown, decided = None, []
    if waiting is not None:
        claim = waiting.row.claim
        document = seat.case.readable(claim.capture, known_at=view.known_at, labels=view.labels)
        shown = excerpt(document, claim, (claim.spans,))
        decided = [one for one in seat.case.judgements() if one.claim == claim.id]
    return render(
        request,
        "review_claims.html",
        view=view,
        at=at,
        number=len(queue),
        waiting=waiting,
        shown=shown,
        decided=decided,
        by=site.by,
    )


@router.post("/review/claims")
def decide_claim(
    request: Request,
    seat: Seated,
    claim: Annotated[str, Form(max_length=80)],
    verdict: Annotated[ClaimVerdict, Form()],
    at: Annotated[int, Form(ge=0)] = 0,
) -> Response:
    """Keeps what a person decided of a claim, and goes on to the next."""
    site: Site = request.app.state.site
    seat.case.judge(claim, verdict=verdict, by=site.by)
    return RedirectResponse(f"/review?at={at + 1}", 303)


@router.get("/review/names")
def names(
    request: Request, seat: Seated, view: Viewed, at: At = 0, fresh: bool = False
) -> Response:
    """The pair of names of the queue that comes next."""
    site: Site = request.app.state.site
    key = ("names", site.case_path, view.known_at, view.labels)
    if fresh or at == 0:
        _queues.forget(key)
    queue = _queues.get(key, lambda: names_waiting(seat, view))
    question = queue[at] if at < len(queue) else None
    if question is not None and not question_is_shown(question, seat, view):
        return RedirectResponse(view.url("/review/names", at=at + 1), 303)
    decided = []
    if question is not None:
        places = {(question.one.at, question.other.at), (question.other.at, question.one.at)}
        decided = [
            kept.judged
            for kept in seat.case.judging.every()
            if (getattr(kept.judged, "one", None), getattr(kept.judged, "other", None)) in places
            and not kept.judged.undone
        ]
    return render(
        request,
        "review_names.html",
        view=view,
        at=at,
        number=len(queue),
        question=question,
        decided=decided,
        by=site.by,
    )


@router.post("/review/names")
def decide_names(
    request: Request,
    seat: Seated,
    one: Annotated[str, Form(max_length=200)],
    other: Annotated[str, Form(max_length=200)],
    verdict: Annotated[NameVerdict, Form()],
    at: Annotated[int, Form(ge=0)] = 0,
    why: Annotated[str, Form(max_length=500)] = "",
) -> Response:
    """Keeps whether two names are one, and goes on to the next pair."""
    site: Site = request.app.state.site
    seat.case.judging.identify(
        _named_at(one), _named_at(other), verdict=verdict, by=site.by, why=why or "asked in review"
    )
    return RedirectResponse(f"/review/names?at={at + 1}", 303)


def _named_at(place: str) -> NamedAt:
    """A place as the form names it: `SHA-256:start:end`."""
    try:
        capture, start, end = place.rsplit(":", 2)
        return NamedAt(capture, Span(int(start), int(end)))
    except ValueError:
        raise Misuse("This form names no two places. Go back and answer it again.") from None
