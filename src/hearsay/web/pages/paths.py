"""How two hang together, step by step, with what shows each step and which is shown least."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from hearsay.outputs.picture.entries import Entry, entry
from hearsay.outputs.picture.saying import BY_MACHINE, Saying, seen_words
from hearsay.outputs.picture.ways import arrows, edge_words, shown, weakest, weakness
from hearsay.picture.index import Asking, EntityRow
from hearsay.picture.paths import Step, ways_between
from hearsay.web.page import Place
from hearsay.web.rendering import render
from hearsay.web.view import Seated, Viewed

PLACE: Place | None = Place("Know", 2, "Ways between two", "/paths")
router = APIRouter()

_HOPS = 6


@dataclass(frozen=True, slots=True)
class Way:
    """One way in one line, then its steps."""

    words: str
    steps: tuple[Entry, ...]
    weakest: tuple[int, ...]
    """The places of the steps that are shown least, from 1."""
    why: str


@router.get("/paths")
def between(
    request: Request,
    seat: Seated,
    view: Viewed,
    start: Annotated[str, Query(max_length=200)] = "",
    end: Annotated[str, Query(max_length=200)] = "",
    hops: Annotated[int, Query(ge=1, le=12)] = _HOPS,
) -> Response:
    """The shortest ways from one to another."""
    asking = seat.asking(known_at=view.known_at, labels=view.labels)
    left, right = _candidates(asking, start), _candidates(asking, end)
    ways: list[Way] = []
    hubs: list[str] = []
    asked = len(left) == len(right) == 1
    if asked:
        saying = Saying(asking, seat.hearing(known_at=view.known_at, labels=view.labels))
        found = ways_between(asking, left[0].number, right[0].number, as_of=view.as_of, hops=hops)
        saying.tell_apart(n for way in found.ways for one in way for n in (one.start, one.end))
        ways = [_way(way, saying) for way in found.ways]
        hubs = [saying.name(number) for number in found.hubs]
    return render(
        request,
        "paths.html",
        view=view,
        start=start,
        end=end,
        hops=hops,
        left=left,
        right=right,
        asked=asked,
        ways=ways,
        hubs=hubs,
        by_machine=BY_MACHINE,
    )


def _candidates(asking: Asking, called: str) -> list[EntityRow]:
    """Who may be meant: those who bear the name, or else have one near to it."""
    if not called.strip():
        return []
    found = asking.entities(called)
    if found:
        return found
    near = asking.nearest(called, 8)
    return near if len(near) != 1 else [*near, *near]  # a near name alone is not taken for it


def _way(way: tuple[Step, ...], saying: Saying) -> Way:
    steps = shown(way, saying)
    least = weakest(steps)
    entries = tuple(
        entry(
            f"{'; '.join(edge_words(edge, saying) for edge in step.edges)} · "
            f"{seen_words(step.seen)}",
            step.rows,
            saying,
        )
        for step in steps
    )
    why = weakness(steps[least[0]]) if least else ""
    return Way(arrows(steps, saying), entries, tuple(at + 1 for at in least), why)
