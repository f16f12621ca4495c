"""What is said here that cannot all be so, both sides with their claims."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from hearsay.outputs.picture.conflicts import ruling_words
from hearsay.outputs.picture.saying import BY_MACHINE
from hearsay.web.page import Place
from hearsay.web.rendering import render
from hearsay.web.view import Seated, Viewed

PLACE: Place | None = Place("Follow", 2, "Conflicts", "/conflicts")
router = APIRouter()

_A_PAGE = 30
NAMES = {
    "denial": "said and denied",
    "commanders": "two in one post",
    "arms": "arm of two bodies",
    "numbers": "numbers at odds",
    "days": "days at odds",
    "values": "accounts at odds",
}


@router.get("/conflicts")
def every(
    request: Request,
    seat: Seated,
    view: Viewed,
    kind: Annotated[str, Query(max_length=20)] = "",
    page: Annotated[int, Query(ge=1, le=100_000)] = 1,
) -> Response:
    """All conflicts, that on which most hangs first."""
    found = seat.case.conflicts.found(as_of=view.as_of, known_at=view.known_at, labels=view.labels)
    numbers = [(one, sum(1 for c in found if c.kind == one)) for one in NAMES]
    fitting = [one for one in found if not kind or one.kind == kind]
    return render(
        request,
        "conflicts.html",
        view=view,
        found=fitting[(page - 1) * _A_PAGE : page * _A_PAGE],
        numbers=[(one, number) for one, number in numbers if number],
        names=NAMES,
        kind=kind,
        page=page,
        last=max(1, -(-len(fitting) // _A_PAGE)),
        ruling_words=ruling_words,
        by_machine=BY_MACHINE,
    )
