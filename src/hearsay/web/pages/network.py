"""What is said to tie one to others: as a drawing that grows, and as a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from hearsay.picture.index import Asking, Edge, EntityRow
from hearsay.vocabulary.errors import NothingByThatName
from hearsay.web.calling import one_called
from hearsay.web.page import Place
from hearsay.web.rendering import render
from hearsay.web.view import Seated, View, Viewed

PLACE: Place | None = Place("Know", 3, "Network", "/network")
router = APIRouter()

MOST = 300
"""Nodes in one drawing at most: more is a ball of wool."""
_AT_ONCE = 40
"""Neighbours that one click brings at most, those with the most statements first."""


@dataclass(frozen=True, slots=True)
class Tie:
    """What leads from one to another, all of one kind together."""

    source: EntityRow
    kind: str
    target: EntityRow
    first: str | None
    last: str | None
    statements: int
    denied: bool
    unsure: bool


@dataclass(frozen=True, slots=True)
class Around:
    """The ties of one, those with the most statements first."""

    ties: tuple[Tie, ...]
    left_out: int
    """Neighbours that are not shown."""


@router.get("/network")
def drawn(
    request: Request,
    seat: Seated,
    view: Viewed,
    q: Annotated[str, Query(max_length=200)] = "",
    kind: Annotated[list[str] | None, Query()] = None,
) -> Response:
    """One with all that is said to tie them to others."""
    asking = seat.asking(known_at=view.known_at, labels=view.labels)
    found = asking.entities(q) if q.strip() else []
    who = found[0] if len(found) == 1 else None
    around = _around(asking, who, view, kind or []) if who is not None else None
    every = _around(asking, who, view, []) if who is not None else None
    kinds = sorted({tie.kind for tie in every.ties}) if every is not None else []
    return render(
        request,
        "network.html",
        view=view,
        q=q,
        who=who,
        found=found or (asking.nearest(q, 12) if q.strip() else asking.most_named(limit=60)),
        around=around,
        kinds=kinds,
        chosen=kind or [],
        query="?"
        + urlencode([("as_of", view.as_of or ""), *(("kind", one) for one in kind or [])]),
        most=MOST,
    )


@router.get("/network/{id}/ties.json")
def ties(
    id: str,
    seat: Seated,
    view: Viewed,
    kind: Annotated[list[str] | None, Query()] = None,
) -> Response:
    """The ties of one more node, for the drawing to grow by."""
    asking = seat.asking(known_at=view.known_at, labels=view.labels)
    who = one_called(asking, id)
    if who is None:
        raise NothingByThatName("person, unit or body", id)
    around = _around(asking, who, view, kind or [])
    return JSONResponse({"left_out": around.left_out, "ties": [_shape(tie) for tie in around.ties]})


def _around(asking: Asking, who: EntityRow, view: View, kinds: list[str]) -> Around:
    edges = [
        *asking.edges([who.number], kinds=kinds, as_of=view.as_of),
        *asking.edges([who.number], kinds=kinds, as_of=view.as_of, backwards=True),
    ]
    weights: dict[int, int] = {}
    for edge in edges:
        other = _other(edge, who)
        weights[other] = weights.get(other, 0) + len(edge.statements)
    kept = set(sorted(weights, key=lambda number: (-weights[number], number))[:_AT_ONCE])
    shown = [edge for edge in edges if _other(edge, who) in kept]
    shown.sort(key=lambda edge: (-weights[_other(edge, who)], edge.source, edge.target, edge.kind))
    found = tuple(
        Tie(
            asking.entity(edge.source),
            edge.kind,
            asking.entity(edge.target),
            edge.first,
            edge.last,
            len(edge.statements),
            edge.denied,
            edge.unsure,
        )
        for edge in shown
    )
    return Around(found, len(weights) - len(kept))


def _other(edge: Edge, who: EntityRow) -> int:
    return edge.target if edge.source == who.number else edge.source


def _shape(tie: Tie) -> dict[str, Any]:
    return {
        "from": _who(tie.source),
        "kind": tie.kind.replace("_", " "),
        "to": _who(tie.target),
        "first": tie.first,
        "last": tie.last,
        "statements": tie.statements,
        "denied": tie.denied,
        "unsure": tie.unsure,
    }


def _who(one: EntityRow) -> dict[str, str]:
    return {"id": one.id, "name": one.name, "type": one.type}
