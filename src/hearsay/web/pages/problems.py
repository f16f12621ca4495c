"""What is wrong with the evidence, and what was redacted."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from hearsay.web.page import Place
from hearsay.web.rendering import render
from hearsay.web.view import Seated, Viewed

PLACE: Place | None = Place("Mend", 9, "Problems", "/problems")
router = APIRouter()


@router.get("/problems")
def every(request: Request, seat: Seated, view: Viewed) -> Response:
    """All problems kept, oldest first, then the tombstones."""
    found = list(seat.case.problems(known_at=view.known_at, labels=view.labels))
    tombstones = list(seat.case.tombstones())
    return render(request, "problems.html", view=view, found=found, tombstones=tombstones)
