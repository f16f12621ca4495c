"""In what tellings differ from the earlier texts held here, the gravest first."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from hearsay.outputs.tracing import GRAVEST_FIRST, differences
from hearsay.outputs.wording import DIFFERS, label
from hearsay.web.page import Place
from hearsay.web.rendering import render
from hearsay.web.view import Seated, Viewed

PLACE: Place | None = Place("Follow", 1, "What differs", "/changes")
router = APIRouter()

_A_PAGE = 40


@router.get("/changes")
def every(
    request: Request,
    seat: Seated,
    view: Viewed,
    kind: Annotated[str, Query(max_length=20)] = "",
    page: Annotated[int, Query(ge=1, le=100_000)] = 1,
) -> Response:
    """All differences of the case."""
    traced = seat.traced(known_at=view.known_at, labels=view.labels)
    found = differences(traced.traces)
    numbers = {one: sum(1 for d in found if d.change.kind == one) for one in GRAVEST_FIRST}
    fitting = [one for one in found if not kind or one.change.kind == kind]
    return render(
        request,
        "changes.html",
        view=view,
        found=fitting[(page - 1) * _A_PAGE : page * _A_PAGE],
        numbers=[(one, number) for one, number in numbers.items() if number],
        number=len(fitting),
        kind=kind,
        page=page,
        last=max(1, -(-len(fitting) // _A_PAGE)),
        label=lambda node: label(node, traced.imprint_of),
        differs=DIFFERS,
    )
