"""Ways between two, in words and as JSON (docs/reference/shapes/paths.json)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from hearsay.outputs.picture.charting import weak_marks
from hearsay.outputs.picture.saying import Saying, seen_shape, tie_words
from hearsay.picture.index import Edge, StatementRow
from hearsay.picture.paths import Step, Ways
from hearsay.picture.seen import Seen, seen_in

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Shown:
    """One step of a way, with everything that shows it and how well that does."""

    start: int
    end: int
    edges: tuple[Edge, ...]
    rows: tuple[StatementRow, ...]
    origins: int
    """Proven ones."""
    marks: tuple[str, ...]
    """Hedges that all of it has, and whether the reader is unsure of all of it."""
    denied: bool
    """Whether somebody denies it."""

    @property
    def weight(self) -> tuple[bool, int, int, bool, int]:
        """How well it is shown, the least first: unsure, from few origins, hedged, denied."""
        hedges = sum(mark != "unsure" for mark in self.marks)
        said = len({row.id for row in self.rows if not row.denied})
        return "unsure" not in self.marks, self.origins, -hedges, not self.denied, said

    @property
    def seen(self) -> Seen:
        """When it was seen to hold."""
        return seen_in(row.statement.grounds.held for row in self.rows if not row.denied)


def shown(way: Sequence[Step], saying: Saying) -> tuple[Shown, ...]:
    """The steps of a way with what shows them."""
    return tuple(_step(one, saying) for one in way)


def weakest(steps: Sequence[Shown]) -> tuple[int, ...]:
    """The places of the steps that are shown least; none where all are shown alike."""
    least = min((one.weight for one in steps), default=None)
    found = tuple(at for at, one in enumerate(steps) if one.weight == least)
    return found if len(found) < len(steps) else ()


def weakness(step: Shown) -> str:
    """Why a step is the weakest: `no origin shown, thought`."""
    words = ["no origin shown" if not step.origins else f"{step.origins} origin"]
    if step.origins > 1:
        words = [f"{step.origins} origins"]
    return ", ".join([*words, *step.marks, *(["denied by some"] if step.denied else [])])


def arrows(steps: Sequence[Shown], saying: Saying) -> str:
    """A way in one line, each arrow as it is said: `US → Ministry ← Police ← militia`."""
    words = saying.name(steps[0].start) if steps else ""
    for step in steps:
        forth = any(not edge.denied and edge.source == step.start for edge in step.edges)
        back = any(not edge.denied and edge.source == step.end for edge in step.edges)
        sign = "↔" if forth and back else "→" if forth else "←"
        words += f" {sign} {saying.name(step.end)}"
    return words


def edge_words(edge: Edge, saying: Saying) -> str:
    """`the US, said to fund the ministry`; a post as the case words it."""
    left, right = saying.name(edge.source), saying.name(edge.target)
    if saying.entity(edge.source).type == "person" and edge.kind not in _OF_BODIES:
        return f"{left}, said {'not ' if edge.denied else ''}to be {edge.kind}, {right}"
    return tie_words(left, edge.kind, right, denied=edge.denied)


def ways_shape(
    ways: Ways, start: int, end: int, saying: Saying, *, as_of: str | None, hops: int
) -> Json:
    """The object that `hearsay paths --json` lists."""
    return {
        "as_of": as_of,
        "from": saying.who_shape(start),
        "to": saying.who_shape(end),
        "hops": hops,
        "ways": [_way(shown(way, saying), saying) for way in ways.ways],
        "hubs": [saying.who_shape(number) for number in ways.hubs],
        "more": ways.more,
        "unsure": ways.unsure,
    }


_OF_BODIES = frozenset(
    ("tied_to", "sympathises_with", "influences", "loyal_to", "allied_with", "backs", "fights")
) | {"communicates_with", "funds", "trains", "equips", "part_of", "arm_of", "member_of", "under"}


def _step(step: Step, saying: Saying) -> Shown:
    rows = saying.rows(step.edges)
    said = [row for row in rows if not row.denied]
    return Shown(
        step.start,
        step.end,
        step.edges,
        rows,
        len(saying.voices(said).proven),
        tuple(weak_marks(said)),
        any(row.denied for row in rows),
    )


def _way(steps: Sequence[Shown], saying: Saying) -> Json:
    return {
        "steps": [
            {
                "from": saying.who_shape(one.start),
                "to": saying.who_shape(one.end),
                "edges": [
                    {
                        "from": saying.entity(edge.source).id,
                        "kind": edge.kind,
                        "to": saying.entity(edge.target).id,
                        "denied": edge.denied,
                    }
                    for edge in one.edges
                ],
                "seen": seen_shape(one.seen),
                "weak": list(one.marks),
                **saying.said_shape(one.rows),
            }
            for one in steps
        ],
        "weakest": list(weakest(steps)),
    }
