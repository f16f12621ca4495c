"""Lays out a trace: one row for each telling in order of time, one lane for each that is retold.

A telling stands right of the one it has it from, in a lane that nothing else crosses as long as
somebody further down still has it from there.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from hearsay.outputs.folding import Fold, folded
from hearsay.outputs.placing import LIKELY, Placed
from hearsay.outputs.telling import Telling
from hearsay.vocabulary.traces import ClaimNode, NamedNode, Retelling, Trace

DEEPEST = 12
"""Lanes further right than this many begin again at the left: a long chain stays on the page."""


@dataclass(frozen=True, slots=True)
class Arc:
    """A link as it is drawn, from an earlier row to a later one."""

    earlier: int
    later: int
    link: Retelling
    placing: bool
    """Whether the later one stands under the earlier; otherwise it is a further source."""


@dataclass(frozen=True, slots=True)
class Row:
    """A telling, or several folded into one, in its place."""

    entry: Telling | Fold
    lane: int
    denies: bool

    @property
    def first(self) -> Telling:
        """The telling, or the first of those folded."""
        return self.entry.tellings[0] if isinstance(self.entry, Fold) else self.entry


@dataclass(frozen=True, slots=True)
class Layout:
    """The rows from the top down and the links between them."""

    rows: tuple[Row, ...]
    arcs: tuple[Arc, ...]

    @property
    def lanes(self) -> int:
        """How many lanes there are."""
        return max((row.lane for row in self.rows), default=0) + 1


def laid_out(trace: Trace, trees: Placed) -> Layout:
    """Rows in order of time, earlier nodes above later ones, and lanes without collisions."""
    entries, above, denying = _entries(trees)
    row_of = {
        (denying[at], node.id): at
        for at, entry in enumerate(entries)
        for telling in (entry.tellings if isinstance(entry, Fold) else (entry,))
        for node in telling.nodes
    }
    placing = []
    further = []
    for at, entry in enumerate(entries):
        telling, denies = _first(entry), denying[at]
        if telling.link is not None and at in above:
            placing.append(Arc(above[at], at, telling.link, True))
        for link in telling.also:
            earlier = row_of.get((denies, link.earlier), row_of.get((not denies, link.earlier)))
            if earlier is not None and link.probability >= LIKELY:
                further.append(Arc(earlier, at, link, False))
    order = _in_time(trace, entries, placing, further)
    place = {at: row for row, at in enumerate(order)}
    arcs = [replace(a, earlier=place[a.earlier], later=place[a.later]) for a in placing + further]
    # Two claims of one document on both sides of another: only one of the lines can lead down.
    moved = tuple(arc for arc in arcs if arc.earlier < arc.later)
    lanes = _lanes(len(order), moved)
    rows = tuple(Row(entries[at], lanes[place[at]], denying[at]) for at in order)
    return Layout(rows, tuple(sorted(moved, key=lambda a: (a.later, not a.placing, a.earlier))))


def _entries(trees: Placed) -> tuple[list[Telling | Fold], dict[int, int], list[bool]]:
    """All entries, for each the one it stands under, and whether it denies."""
    entries: list[Telling | Fold] = []
    above: dict[int, int] = {}
    denying: list[bool] = []
    for side, denies in ((trees.told, False), (trees.denied, True)):
        waiting: list[tuple[Telling | Fold, int | None]] = [(e, None) for e in folded(side)]
        while waiting:
            entry, under = waiting.pop(0)
            if under is not None:
                above[len(entries)] = under
            if isinstance(entry, Telling):
                waiting += [(child, len(entries)) for child in folded(entry.children)]
            entries.append(entry)
            denying.append(denies)
    return entries, above, denying


def _in_time(
    trace: Trace,
    entries: Sequence[Telling | Fold],
    placing: Iterable[Arc],
    further: Iterable[Arc],
) -> list[int]:
    """The entries in order of time; a source known by name only stands just above its first."""
    known = {node.id: at for at, node in enumerate(trace.nodes)}
    later: dict[int, list[int]] = defaultdict(list)
    beside: dict[int, list[int]] = defaultdict(list)
    unmet = [0] * len(entries)
    for arc in placing:
        later[arc.earlier].append(arc.later)
        unmet[arc.later] += 1
    for arc in further:
        beside[arc.earlier].append(arc.later)
    first = [known.get(_first(entry).head.id, 0) for entry in entries]
    # Every entry stands in the list after the one that it is placed under.
    for at in reversed(range(len(entries))):
        below = (*later[at], *beside[at])
        if below and isinstance(_first(entries[at]).head, NamedNode):
            first[at] = min(first[i] for i in below)

    def key(at: int) -> tuple[int, bool, int]:
        return first[at], isinstance(_first(entries[at]).head, ClaimNode), at

    ready = [key(at) for at, count in enumerate(unmet) if count == 0]
    heapq.heapify(ready)
    order = []
    while ready:
        at = heapq.heappop(ready)[2]
        order.append(at)
        for after in later[at]:
            unmet[after] -= 1
            if unmet[after] == 0:
                heapq.heappush(ready, key(after))
    return order


def _lanes(rows: int, arcs: Sequence[Arc]) -> list[int]:
    """For each row its lane: the first right of its source that is free as far as it is needed."""
    until = list(range(rows))
    source: Mapping[int, int] = {a.later: a.earlier for a in arcs if a.placing}
    for arc in arcs:
        until[arc.earlier] = max(until[arc.earlier], arc.later)
    taken: list[int] = []
    lanes: list[int] = []
    for row in range(rows):
        lane = lanes[source[row]] + 1 if row in source else 0
        if lane > DEEPEST:
            lane = 0
        while lane < len(taken) and taken[lane] >= row:
            lane += 1
        taken += [-1] * (lane + 1 - len(taken))
        taken[lane] = until[row]
        lanes.append(lane)
    return lanes


def _first(entry: Telling | Fold) -> Telling:
    return entry.tellings[0] if isinstance(entry, Fold) else entry
