"""The chart of a force as of a date: what it falls under, what falls under it, who commands.

What is said and what denies it stand in one chart, and so do two superiors, or two commanders of
one day: which of them is right is not for a chart to say.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from hearsay.picture.commanding import Command, Gap, commands_of, gaps_in, rivals_in
from hearsay.picture.index import Asking, Edge
from hearsay.picture.posts import commands_in

UPWARD = ("part_of", "arm_of", "member_of", "integrated_into", "under")
"""Kinds of edges from the lower to the higher one."""
DEPTH = 8
"""Steps down or up at most."""
WIDEST = 2_000
"""Units in one chart at most."""


@dataclass(frozen=True, slots=True)
class Box:
    """One unit of a chart, with those under it and everyone said to have commanded it."""

    entity: int
    edges: tuple[Edge, ...]
    """What shows that it stands under the box above; empty for the one that was asked for."""
    commands: tuple[Command, ...]
    """Those seen on the day first, then by last sight, newest first."""
    rivals: tuple[tuple[int, int], ...]
    """Places in `commands` of two who are said to have held one post at one time."""
    gaps: tuple[Gap, ...]
    """Days between two commanders on which nobody is said to command."""
    under: tuple[Box, ...]
    more: bool = False
    """Whether there are more units under it than the chart shows."""
    denied: bool = False
    """Whether all that is said of it standing under the box above denies it."""
    elsewhere: bool = False
    """Whether what is under it stands at another place of the chart."""

    @property
    def assumed(self) -> bool:
        """Whether it was last seen there before the day, and is only taken to be there still."""
        return _assumed(self.edges)


@dataclass(frozen=True, slots=True)
class Superior:
    """What a unit falls under, and what that falls under in turn."""

    entity: int
    edges: tuple[Edge, ...]
    above: tuple[Superior, ...]
    denied: bool = False

    @property
    def assumed(self) -> bool:
        """Whether it was last seen so before the day, and is only taken to be so still."""
        return _assumed(self.edges)


@dataclass(frozen=True, slots=True)
class Chart:
    """A unit with all above and below it."""

    above: tuple[Superior, ...]
    """What it directly falls under, or is said not to; several where statements disagree."""
    box: Box
    left_out: int = 0
    """How many links of the units shown are said of other days only."""

    @property
    def disagreeing(self) -> tuple[int, ...]:
        """Superiors of which none falls under another: it cannot be as directly under them all."""
        said = [one for one in self.above if not one.denied]
        higher = {over for one in said for over in _all_above(one.above)}
        lowest = tuple(one.entity for one in said if one.entity not in higher)
        return lowest if len(lowest) > 1 else ()

    @property
    def entities(self) -> frozenset[int]:
        """All units that it shows."""
        return frozenset((*_all_above(self.above), *_all_below(self.box)))


def chart_of(asking: Asking, unit: int, *, as_of: str | None = None, depth: int = DEPTH) -> Chart:
    """The chart of a unit as far as statements hold as of a day, or of all days together.

    A unit that is said to fall under several others stands under each of them, with what is under
    it only once. One that has been met above itself is not gone into again: a circle in what is
    said is shown, and ends.
    """
    drawing = _Drawing(asking, as_of)
    above = drawing.above(unit, frozenset((unit,)), depth)
    box = drawing.box(unit, (), frozenset((unit,)), depth)
    return Chart(above, box, len(drawing.left_out))


class _Drawing:
    def __init__(self, asking: Asking, as_of: str | None) -> None:
        self._asking = asking
        self._as_of = as_of
        self._drawn: set[int] = set()
        self._known: dict[tuple[int, bool], list[Edge]] = {}
        self.left_out: set[tuple[int, int]] = set()

    def above(self, unit: int, met: frozenset[int], depth: int) -> tuple[Superior, ...]:
        found = []
        for entity, edges in self._next(unit, backwards=False):
            denied = _denied(edges)
            further = depth > 1 and entity not in met and not denied
            above = self.above(entity, met | {entity}, depth - 1) if further else ()
            found.append(Superior(entity, edges, above, denied))
        return tuple(found)

    def box(self, unit: int, edges: tuple[Edge, ...], met: frozenset[int], depth: int) -> Box:
        self._drawn.add(unit)
        under, more = [], False
        found = self._next(unit, backwards=True) if depth > 0 else []
        more = depth <= 0 and bool(self._next(unit, backwards=True))
        # A unit that also stands under one of its neighbours is drawn out there.
        children = [entity for entity, _ in found]
        nested = self._within_each_other(children)
        if depth > 1:
            self._look_up(children, backwards=True)
        for entity, leading in sorted(found, key=lambda one: one[0] in nested):
            if len(self._drawn) >= WIDEST:
                more = True
                break
            if entity in met:
                continue
            if _denied(leading) or entity in self._drawn:
                under.append(self._leaf(entity, leading))
            else:
                under.append(self.box(entity, leading, met | {entity}, depth - 1))
        posts = commands_in(self._asking, unit)
        commands = commands_of(posts, self._as_of)
        rivals = rivals_in(commands, self._as_of)
        return Box(unit, edges, commands, rivals, gaps_in(commands), tuple(under), more)

    def _leaf(self, entity: int, edges: tuple[Edge, ...]) -> Box:
        denied = _denied(edges)
        return Box(entity, edges, (), (), (), (), denied=denied, elsewhere=not denied)

    def _within_each_other(self, units: list[int]) -> frozenset[int]:
        among = frozenset(units)
        leading = self._asking.edges(units, kinds=UPWARD, as_of=self._as_of) if units else []
        return frozenset(e.source for e in leading if e.target in among and not e.denied)

    def _next(self, unit: int, *, backwards: bool) -> list[tuple[int, tuple[Edge, ...]]]:
        self._look_up([unit], backwards=backwards)
        found: dict[int, list[Edge]] = {}
        for one in self._known[unit, backwards]:
            found.setdefault(one.source if backwards else one.target, []).append(one)
        # What the reader is unsure of, and what is only denied, never leads.
        weak = {entity: all(e.unsure or e.denied for e in edges) for entity, edges in found.items()}
        order = sorted(found, key=lambda entity: (weak[entity], entity))
        return [(entity, tuple(found[entity])) for entity in order]

    def _look_up(self, units: list[int], *, backwards: bool) -> None:
        """Asks once for all units that stand side by side."""
        new = [unit for unit in units if (unit, backwards) not in self._known]
        if not new:
            return
        for unit in new:
            self._known[unit, backwards] = []
        edges = self._asking.edges(new, backwards=backwards, kinds=UPWARD, as_of=self._as_of)
        for one in edges:
            self._known[one.target if backwards else one.source, backwards].append(one)
        if self._as_of is not None:
            every = self._asking.edges(new, backwards=backwards, kinds=UPWARD)
            pairs = {(one.source, one.target) for one in edges}
            self.left_out |= {(one.source, one.target) for one in every} - pairs


def _assumed(edges: tuple[Edge, ...]) -> bool:
    said = [one for one in edges if not one.denied]
    return bool(said) and all(one.assumed for one in said)


def _denied(edges: tuple[Edge, ...]) -> bool:
    return all(one.denied for one in edges)


def _all_above(above: tuple[Superior, ...]) -> Iterator[int]:
    for one in above:
        if not one.denied:
            yield one.entity
            yield from _all_above(one.above)


def _all_below(box: Box) -> Iterator[int]:
    yield box.entity
    for one in box.under:
        yield from _all_below(one)
