"""How two entities hang together: the shortest ways between them, with what shows each step.

Searched from both sides at once, as of a date, over at most so many steps. Beyond an entity at
which very much meets (a state, an army) nothing is searched, and that is said; both sides may still
meet there.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice, pairwise

from hearsay.picture.index import Asking, Edge

HOPS = 6
"""Steps of a way at most: longer ones say nothing."""
HUB = 2_000
"""Statements at an entity from which on it is a hub."""
WAYS = 20
"""Ways that are given at most."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a way, with everything that shows it, whichever way round it is said."""

    start: int
    end: int
    edges: tuple[Edge, ...]


@dataclass(frozen=True, slots=True)
class Ways:
    """The shortest ways between two entities, and what was left out of the search."""

    ways: tuple[tuple[Step, ...], ...]
    hubs: tuple[int, ...]
    """Entities beyond which nothing was searched, as too much meets there."""
    more: bool
    """Whether there are more ways of this length than are given."""
    unsure: bool = False
    """Whether they lead over steps of which the reader is unsure, as no others were found."""


def ways_between(
    asking: Asking,
    start: int,
    end: int,
    *,
    as_of: str | None = None,
    hops: int = HOPS,
    leave_out: Collection[str] = (),
) -> Ways:
    """The shortest ways from one entity to another; none where none is within so many steps.

    Steps of which the reader is unsure are taken only where nothing is found without them.
    Both sides are searched step by step, the smaller one first, so that cost grows with the half
    of a way. Denied edges lead nowhere; they are shown where their pair is passed.
    """
    sure = _Search(asking, as_of, frozenset(leave_out), unsure=False)
    found = _found(sure, start, end, hops)
    if found.ways:
        return found
    return _found(_Search(asking, as_of, frozenset(leave_out), unsure=True), start, end, hops)


def _found(search: _Search, start: int, end: int, hops: int) -> Ways:
    near, far = search.side(start), search.side(end)
    for _ in range(hops):
        met = near.seen.keys() & far.seen.keys()
        if met:
            break
        side, other = (near, far) if len(near.edge) <= len(far.edge) else (far, near)
        side = side if side.edge else other
        if not side.edge:
            break
        search.widen(side)
    met = near.seen.keys() & far.seen.keys()
    shortest = min((near.seen[n] + far.seen[n] for n in met), default=None)
    if shortest is None:
        return Ways((), tuple(sorted(search.hubs)), more=False, unsure=search.unsure)
    middles = [n for n in met if near.seen[n] + far.seen[n] == shortest]
    found: dict[tuple[int, ...], None] = {}
    for middle in sorted(middles):
        for before in islice(_back(near, middle), WAYS + 1):
            for after in islice(_back(far, middle), WAYS + 1):
                found.setdefault((*before[::-1], middle, *after))
    nodes = list(found)[:WAYS]
    ways = tuple(search.steps(way) for way in nodes)
    hubs = tuple(sorted(search.hubs))
    return Ways(ways, hubs, more=len(found) > WAYS, unsure=search.unsure)


@dataclass(slots=True)
class _Side:
    """One side of the search: what was reached in how many steps, and from where."""

    seen: dict[int, int]
    edge: list[int]
    """What was reached last."""
    came: dict[int, list[int]] = field(default_factory=dict)


class _Search:
    def __init__(
        self, asking: Asking, as_of: str | None, leave_out: frozenset[str], *, unsure: bool
    ) -> None:
        self._asking = asking
        self._as_of = as_of
        self._leave_out = leave_out
        self.unsure = unsure
        self.hubs: set[int] = set()

    def side(self, start: int) -> _Side:
        return _Side({start: 0}, [start])

    def widen(self, side: _Side) -> None:
        """One step further from what was reached last, but for hubs on the way."""
        depth = max(side.seen.values()) + 1
        reached: dict[int, None] = {}
        through = [n for n in side.edge if depth == 1 or not self._is_hub(n)]
        for left, right in self._pairs(through):
            for here, there in ((left, right), (right, left)):
                if here in side.seen and side.seen[here] == depth - 1 and there not in side.seen:
                    reached.setdefault(there)
                    came = side.came.setdefault(there, [])
                    if here not in came:
                        came.append(here)
        for one in reached:
            side.seen[one] = depth
        side.edge = list(reached)

    def steps(self, way: Sequence[int]) -> tuple[Step, ...]:
        return tuple(self._step(a, b) for a, b in pairwise(way))

    def _step(self, start: int, end: int) -> Step:
        found = [
            one
            for backwards in (False, True)
            for one in self._asking.edges([start], backwards=backwards, as_of=self._as_of)
            if {one.source, one.target} == {start, end} and self._leads(one.kind)
        ]
        return Step(start, end, tuple(found))

    def _pairs(self, from_: Sequence[int]) -> Iterator[tuple[int, int]]:
        for backwards in (False, True):
            for one in self._asking.edges(from_, backwards=backwards, as_of=self._as_of):
                doubtful = one.unsure and not self.unsure
                if not (one.denied or doubtful) and self._leads(one.kind):
                    yield one.source, one.target

    def _leads(self, kind: str) -> bool:
        return kind not in self._leave_out and kind not in _NO_TIES

    def _is_hub(self, number: int) -> bool:
        if number in self.hubs:
            return True
        if self._asking.degree(number) > HUB:
            self.hubs.add(number)
        return number in self.hubs


_NO_TIES = frozenset(("attack", "assassination", "raid", "clash", "arrest", "fights", "located"))
"""What two have to do with each other without belonging together."""


def _back(side: _Side, node: int) -> Iterator[tuple[int, ...]]:
    """The nodes between `node` and where its side began, nearest first; each shortest way."""
    if side.seen[node] == 0:
        yield ()
        return
    for before in side.came[node]:
        for rest in _back(side, before):
            yield (before, *rest)
