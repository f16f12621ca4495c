"""What is told more than once, the most echoed first."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from hearsay.outputs.ranking import most_echoed, saying
from hearsay.web.echoes import echo_of
from hearsay.web.page import Place
from hearsay.web.rendering import render
from hearsay.web.view import Seated, Viewed

PLACE: Place | None = Place("Follow", 0, "Most echoed", "/echoes")
router = APIRouter()

_A_PAGE = 30


@router.get("/echoes")
def every(
    request: Request,
    seat: Seated,
    view: Viewed,
    q: Annotated[str, Query(max_length=400)] = "",
    page: Annotated[int, Query(ge=1, le=100_000)] = 1,
) -> Response:
    """Propositions by how many tell them for each origin."""
    traced = seat.traced(known_at=view.known_at, labels=view.labels)
    found = saying(traced.with_words(q), q) if q.strip() else traced.traces
    ranked = most_echoed(found)
    here = ranked[(page - 1) * _A_PAGE : page * _A_PAGE]
    return render(
        request,
        "echoes.html",
        view=view,
        q=q,
        number=len(ranked),
        page=page,
        last=max(1, -(-len(ranked) // _A_PAGE)),
        echoes=[echo_of(one, traced.imprint_of) for one in here],
    )
