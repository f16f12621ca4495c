"""The chart of a force as of a date: what it falls under, what falls under it, who commands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hearsay.picture.index import Asking, Edge
from hearsay.picture.posts import Post, posts_in
from hearsay.picture.seen import Standing

UPWARD = ("part_of", "arm_of", "member_of", "integrated_into", "under")
"""Kinds of edges from the lower to the higher one."""
DEPTH = 8
"""Steps down or up at most."""
WIDEST = 2_000
"""Units in one chart at most."""


@dataclass(frozen=True, slots=True)
class Command:
    """Somebody who is said to command a unit, and how the day of the chart stands to that."""

    post: Post
    standing: Standing | None
    """`None` where the chart is of no day."""


@dataclass(frozen=True, slots=True)
class Box:
    """One unit of a chart, with those under it and everyone said to have commanded it."""

    entity: int
    edges: tuple[Edge, ...]
    """What shows that it stands under the box above; empty for the one that was asked for."""
    commands: tuple[Command, ...]
    """Those seen on the day first, then by last sight, newest first."""
    under: tuple[Box, ...]
    more: bool = False
    """Whether there are more units under it than the chart shows."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A unit with all above and below it."""

    above: tuple[Superior, ...]
    """What it directly falls under; several where statements disagree."""
    box: Box


@dataclass(frozen=True, slots=True)
class Superior:
    """What a unit falls under, and what that falls under in turn."""

    entity: int
    edges: tuple[Edge, ...]
    above: tuple[Superior, ...]


def chart_of(asking: Asking, unit: int, *, as_of: str | None = None, depth: int = DEPTH) -> Chart:
    """The chart of a unit as far as statements hold as of a day, or of all days together.

    A unit that is said to fall under several others stands under each of them, and one that has
    been met above itself is not gone into again: a circle in what is said is shown, and ends.
    """
    drawing = _Drawing(asking, as_of)
    return Chart(
        drawing.above(unit, frozenset((unit,)), depth),
        drawing.box(unit, (), frozenset((unit,)), depth),
    )


class _Drawing:
    def __init__(self, asking: Asking, as_of: str | None) -> None:
        self._asking = asking
        self._as_of = as_of
        self._drawn = 0

    def above(self, unit: int, met: frozenset[int], depth: int) -> tuple[Superior, ...]:
        found = []
        for entity, edges in self._next(unit, backwards=False):
            further = depth > 1 and entity not in met
            above = self.above(entity, met | {entity}, depth - 1) if further else ()
            found.append(Superior(entity, edges, above))
        return tuple(found)

    def box(self, unit: int, edges: tuple[Edge, ...], met: frozenset[int], depth: int) -> Box:
        self._drawn += 1
        under, more = [], False
        for entity, leading in self._next(unit, backwards=True):
            if depth <= 0 or self._drawn >= WIDEST:
                more = True
                break
            if entity not in met:
                under.append(self.box(entity, leading, met | {entity}, depth - 1))
        return Box(unit, edges, self._commands(unit), tuple(under), more)

    def _next(self, unit: int, *, backwards: bool) -> list[tuple[int, tuple[Edge, ...]]]:
        found: dict[int, list[Edge]] = {}
        for one in self._asking.edges([unit], backwards=backwards, kinds=UPWARD, as_of=self._as_of):
            if not one.denied:
                found.setdefault(one.source if backwards else one.target, []).append(one)
        return [(entity, tuple(edges)) for entity, edges in sorted(found.items())]

    def _commands(self, unit: int) -> tuple[Command, ...]:
        return commands_of(posts_in(self._asking, unit), self._as_of)


def commands_of(posts: Sequence[Post], as_of: str | None) -> tuple[Command, ...]:
    """Those who are said to command, as of a day: nobody is put there whom nothing puts there."""
    found = [
        Command(post, post.seen.on(as_of) if as_of is not None else None)
        for post in posts
        if post.leads
    ]
    known = sorted(found, key=lambda one: one.post.seen.last or "", reverse=True)
    return tuple(sorted(known, key=lambda one: _ORDER.get(one.standing or "seen", 9)))


_ORDER: dict[Standing, int] = {
    "seen": 0,
    "between": 1,
    "maybe": 2,
    "after": 3,
    "before": 4,
    "undated": 5,
}
