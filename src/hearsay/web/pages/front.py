"""The front page: what is in the case, what is most echoed, what differs, what waits."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from hearsay.outputs.ranking import most_echoed
from hearsay.outputs.tracing import differences
from hearsay.web.echoes import echo_of
from hearsay.web.page import Place
from hearsay.web.rendering import render
from hearsay.web.view import Seated, Viewed

PLACE: Place | None = Place("Read", 0, "Front page", "/")
router = APIRouter()

_ECHOES, _DIFFERENCES, _NEWEST = 6, 6, 5


@router.get("/")
def front(request: Request, seat: Seated, view: Viewed) -> Response:
    """The case at a glance."""
    traced = seat.traced(known_at=view.known_at, labels=view.labels)
    documents = list(seat.case.documents(known_at=view.known_at, labels=view.labels))
    return render(
        request,
        "front.html",
        view=view,
        head=seat.case.head(),
        figures=seat.figures(known_at=view.known_at, labels=view.labels),
        newest=documents[:_NEWEST],
        echoes=[echo_of(one, traced.imprint_of) for one in most_echoed(traced.traces)[:_ECHOES]],
        differences=list(differences(traced.traces))[:_DIFFERENCES],
        imprint_of=traced.imprint_of,
        problems=len(list(seat.case.problems(known_at=view.known_at, labels=view.labels))),
    )
