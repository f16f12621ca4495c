"""Claims, searched and narrowed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from hearsay.case import ClaimFilter, ClaimRow, Judgement
from hearsay.vocabulary.edtf import days_of
from hearsay.vocabulary.errors import Misuse
from hearsay.web.echoes import Echo, echo_of
from hearsay.web.judged import judged_claims
from hearsay.web.page import Place
from hearsay.web.rendering import render
from hearsay.web.view import Seated, Viewed

PLACE: Place | None = Place("Read", 2, "Claims", "/claims")
router = APIRouter()

_A_PAGE = 40
_NAMED = 4
"""Of those who bear the words asked for as a name, so many are offered."""


@dataclass(frozen=True, slots=True)
class Line:
    """A claim as the list shows it."""

    row: ClaimRow
    place: str
    echo: Echo | None
    judged: tuple[Judgement, ...]


@router.get("/claims")
def every(
    request: Request,
    seat: Seated,
    view: Viewed,
    q: Annotated[str, Query(max_length=400)] = "",
    speaker: Annotated[str, Query(max_length=200)] = "",
    outlet: Annotated[str, Query(max_length=200)] = "",
    after: Annotated[str, Query(max_length=20)] = "",
    before: Annotated[str, Query(max_length=20)] = "",
    page: Annotated[int, Query(ge=1, le=1_000_000)] = 1,
) -> Response:
    """Who said what, newest publication first."""
    which = ClaimFilter(
        words=q.strip() or None,
        speaker=speaker.strip() or None,
        outlet=outlet.strip() or None,
        after=_day(after),
        before=_day(before),
        known_at=view.known_at,
        labels=view.labels,
        limit=_A_PAGE + 1,
        offset=(page - 1) * _A_PAGE,
    )
    rows = list(seat.case.claims(which))
    traced = seat.traced(known_at=view.known_at, labels=view.labels)
    judged = judged_claims(seat, view)
    lines = []
    for row in rows[:_A_PAGE]:
        place = seat.case.place(row.claim.capture, row.claim.passage, known_at=view.known_at)
        traces = traced.with_claim(row.claim.id)
        echo = echo_of(traces[0], traced.imprint_of) if traces else None
        lines.append(Line(row, place, echo, judged.get(row.claim.id, ())))
    asked = {"q": q, "speaker": speaker, "outlet": outlet, "after": after, "before": before}
    asking = seat.asking(known_at=view.known_at, labels=view.labels)
    return render(
        request,
        "claims.html",
        view=view,
        lines=lines,
        asked=asked,
        page=page,
        more=len(rows) > _A_PAGE,
        who=asking.entities(q)[:_NAMED] if page == 1 else [],
    )


def _day(asked: str) -> str | None:
    if not asked.strip():
        return None
    if days_of(asked.strip()) is None:
        raise Misuse(f'"{asked}" is no date. Write 2022-02-15 or 2022-02.')
    return asked.strip()
