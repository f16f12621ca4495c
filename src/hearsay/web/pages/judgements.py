"""Every decision that people made, with who, when and why, each to be taken back."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from hearsay.outputs.judged import said
from hearsay.web.page import Place
from hearsay.web.queues import words_are_shown
from hearsay.web.rendering import render
from hearsay.web.site import Site
from hearsay.web.view import Seated, Viewed

PLACE: Place | None = Place("Mend", 1, "Decisions", "/judgements")
router = APIRouter()


@router.get("/judgements")
def every(request: Request, seat: Seated, view: Viewed) -> Response:
    """All decisions, newest first."""
    kept = list(seat.case.judging.every(known_at=view.known_at))[::-1]
    decided = list(seat.case.judgements(known_at=view.known_at))[::-1]
    claims = [one for one in decided if words_are_shown(one, seat, view)]
    return render(request, "judgements.html", view=view, kept=kept, claims=claims, said=said)


@router.post("/judgements/undo")
def undo(
    request: Request,
    seat: Seated,
    id: Annotated[str, Form(max_length=40)],
    why: Annotated[str, Form(max_length=500)] = "",
) -> Response:
    """Takes a decision back, by a row of its own."""
    site: Site = request.app.state.site
    seat.case.judging.undo(id, by=site.by, why=why)
    return RedirectResponse("/judgements", 303)
