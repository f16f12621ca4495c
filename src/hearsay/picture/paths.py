"""How two entities hang together: the shortest ways between them, with what shows each step.

Searched from both sides at once, as of a date, over at most so many steps. Beyond an entity at
which very much meets (a state, an army) nothing is searched, and that is said; both sides may still
meet there.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from itertools import islice, pairwise

from hearsay.picture.index import Asking, Edge
from hearsay.picture.index.tying import NO_TIES

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
    The side is widened on which less leads on, so that cost grows with the half of a way; whether
    both sides stand next to each other is looked up where that costs less still. Denied edges lead
    nowhere; they are shown where their pair is passed.
    """
    kinds = frozenset(leave_out)
    found = _Search(asking, start, end, as_of, kinds, unsure=False).ways(hops)
    if found.ways:
        return found
    return _Search(asking, start, end, as_of, kinds, unsure=True).ways(hops)


@dataclass(slots=True)
class _Side:
    """One side of the search: what was reached in how many steps, and from where."""

    origin: int
    edge: dict[int, int]
    """What was reached last, with how many statements there are of each."""
    depth: int = 0
    seen: dict[int, int] = field(default_factory=dict)
    came: dict[int, dict[int, None]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.seen[self.origin] = 0

    @property
    def through(self) -> list[int]:
        """What may be gone on from: all but hubs on the way."""
        return [n for n, degree in self.edge.items() if degree <= HUB or n == self.origin]

    @property
    def hubs(self) -> list[int]:
        """What may not."""
        return [n for n, degree in self.edge.items() if degree > HUB and n != self.origin]

    @property
    def cost(self) -> int:
        """How many statements are gone through to widen it."""
        return sum(self.edge[n] for n in self.through)

    def back(self, node: int) -> Iterator[tuple[int, ...]]:
        """The nodes between `node` and where the side began, nearest first; each shortest way."""
        if self.seen[node] == 0:
            yield ()
            return
        for before in sorted(self.came[node]):
            for rest in self.back(before):
                yield (before, *rest)


class _Search:
    def __init__(
        self,
        asking: Asking,
        start: int,
        end: int,
        as_of: str | None,
        leave_out: frozenset[str],
        *,
        unsure: bool,
    ) -> None:
        self._asking = asking
        self._as_of = as_of
        self._leave_out = leave_out
        self._unsure = unsure
        self._near, self._far = (_Side(n, {n: asking.degree(n)}) for n in (start, end))
        self._hubs: set[int] = set()

    def ways(self, hops: int) -> Ways:
        """The shortest of at most so many steps."""
        near, far = self._near, self._far
        if near.origin == far.origin:
            return self._found({(near.origin,): None})
        while near.depth + far.depth < hops and near.edge and far.edge:
            if len(near.edge) * len(far.edge) * _SEEK < min(near.cost, far.cost) or (
                near.depth + far.depth + 1 == hops
            ):
                met = self._next_to_each_other()
                if met or near.depth + far.depth + 1 == hops:
                    return self._found(met)
            side, other = (near, far) if near.cost <= far.cost else (far, near)
            side, other = (side, other) if side.through else (other, side)
            if not side.through:
                break
            self._widen(side, other.origin)
            if self._met():
                return self._found(self._met())
        return self._found({})

    def _shortest(self) -> int:
        """Over what both sides have reached; more than any way has where that is nothing."""
        near, far = self._near.seen, self._far.seen
        both = near.keys() & far.keys()
        return min((near[n] + far[n] for n in both), default=_NEVER)

    def _widen(self, side: _Side, to: int) -> None:
        """One step further from what was reached last, but for hubs on the way."""
        side.depth += 1
        reached: dict[int, int] = {}
        for here, there, degree in self._steps(side.through, to):
            if there not in side.seen:
                reached[there] = degree
                side.came.setdefault(there, {})[here] = None
        side.seen.update(dict.fromkeys(reached, side.depth))
        side.edge = reached
        self._hubs.update(n for n in side.hubs if n != to)

    def _met(self) -> dict[tuple[int, ...], None]:
        """Ways over what both sides have reached."""
        near, far = self._near, self._far
        both = near.seen.keys() & far.seen.keys()
        shortest = self._shortest()
        found: dict[tuple[int, ...], None] = {}
        for middle in sorted(both):
            if near.seen[middle] + far.seen[middle] == shortest:
                for before in islice(near.back(middle), WAYS + 1):
                    for after in islice(far.back(middle), WAYS + 1):
                        found.setdefault((*before[::-1], middle, *after))
        return found

    def _next_to_each_other(self) -> dict[tuple[int, ...], None]:
        """Ways over a step from what one side reached last to what the other did."""
        near, far = self._near, self._far
        hubs = {*near.hubs, *far.hubs}
        found: dict[tuple[int, ...], None] = {}
        few, many = (
            (near.edge, far.edge) if len(near.edge) <= len(far.edge) else (far.edge, near.edge)
        )
        for one, other, _ in self._steps(few, far.origin, among=many):
            here, there = (one, other) if few is near.edge else (other, one)
            if here in hubs and there in hubs:
                continue
            for before in islice(near.back(here), WAYS + 1):
                for after in islice(far.back(there), WAYS + 1):
                    found.setdefault((*before[::-1], here, there, *after))
        return found

    def _steps(
        self, here: Collection[int], to: int, among: Collection[int] | None = None
    ) -> list[tuple[int, int, int]]:
        return self._asking.steps(
            here,
            to=to,
            among=among,
            as_of=self._as_of,
            without=self._leave_out,
            unsure=self._unsure,
        )

    def _found(self, nodes: dict[tuple[int, ...], None]) -> Ways:
        ways = sorted(nodes)[:WAYS]
        pairs = dict.fromkeys(pair for way in ways for pair in pairwise(way))
        either = [*pairs, *((b, a) for a, b in pairs)]
        edges = self._asking.between(either, as_of=self._as_of) if pairs else {}
        steps = {
            (a, b): Step(a, b, tuple(filter(self._leads, (*edges[a, b], *edges[b, a]))))
            for a, b in pairs
        }
        return Ways(
            tuple(tuple(steps[pair] for pair in pairwise(way)) for way in ways),
            tuple(sorted(self._hubs)),
            more=len(nodes) > WAYS,
            unsure=self._unsure,
        )

    def _leads(self, edge: Edge) -> bool:
        return edge.kind not in self._leave_out and edge.kind not in NO_TIES


_NEVER = 1 << 20
_SEEK = 2
"""What it costs to look up whether two stand next to each other, beside reading one statement."""
