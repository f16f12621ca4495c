"""When something was seen to hold, over all statements of it; never more than they say.

"First seen" is not "began", and "last seen" is not "ended". Between a first and a last sight it is
taken to have gone on, and said to be so; outside of them nothing is known.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from hearsay.vocabulary.statements import OPEN, Held

Standing = Literal["seen", "between", "maybe", "before", "after", "undated"]
"""How a day stands to what was seen: on a day on which it was `seen`; `between` two such days;
`maybe`, within days of which it held on one at least; `before` the first or `after` the last of
them; or nothing is dated."""


@dataclass(frozen=True, slots=True)
class Seen:
    """The days on which something was seen to hold."""

    days: tuple[tuple[str, str], ...] = ()
    """Precise ranges, first and last day, in order."""
    maybe: tuple[tuple[str, str], ...] = ()
    """Imprecise ranges; an open end is `OPEN`."""
    began: str | None = None
    """The first day, where it is said to have begun then."""
    ended: str | None = None
    """The last day, where it is said to have ended then."""
    turns: tuple[tuple[str, bool], ...] = ()
    """Every day on which it is said to have begun, or, with `False`, to have ended."""

    @property
    def first(self) -> str | None:
        """The first day that any range names."""
        named = [day for pair in (*self.days, *self.maybe) for day in pair if day != OPEN]
        return min(named, default=None)

    @property
    def last(self) -> str | None:
        """The last day that any range names."""
        named = [day for pair in (*self.days, *self.maybe) for day in pair if day != OPEN]
        return max(named, default=None)

    def by(self, day: str) -> bool:
        """Whether it may have been seen by a day; what nothing dates may. Once so, always so."""
        first = self.first
        return first is None or first <= day or any(begin == OPEN for begin, _ in self.maybe)

    @property
    def stretches(self) -> tuple[tuple[str, str], ...]:
        """From a first to a last sight each; a new one where it ended or began anew in between."""
        found: list[tuple[str, str]] = []
        for first, last in sorted(map(_closed, (*self.days, *self.maybe))):
            if found and not self._turned(found[-1][1], first):
                found[-1] = (found[-1][0], max(found[-1][1], last))
            else:
                found.append((first, last))
        return tuple(found)

    def on(self, day: str) -> Standing:
        """How a day stands to it. A `began` before it does not make it go on beyond the last
        sight: nothing says that it did."""
        if any(first <= day <= last for first, last in self.days):
            return "seen"
        stretches = self.stretches
        if not stretches:
            return "undated"
        for start, stop in stretches:
            if start <= day <= stop:
                inside = [(a, b) for a, b in self.days if start <= a and b <= stop]
                if inside and inside[0][0] <= day <= max(last for _, last in inside):
                    return "between"
                return "maybe" if any(_within(day, pair) for pair in self.maybe) else "between"
        over = self.ended is not None and day > self.ended
        early = self.began is not None and day < self.began
        if not (over or early) and any(_within(day, pair) for pair in self.maybe):
            return "maybe"
        return "before" if day < stretches[0][0] else "after"

    def _turned(self, last: str, first: str) -> bool:
        """Whether it is said to have ended after one sight, or to have begun before the next."""
        return any(
            last < day <= first if begins else last <= day < first for day, begins in self.turns
        )


def seen_in(all_held: Iterable[Held]) -> Seen:
    """What several statements of one thing say together."""
    days: set[tuple[str, str]] = set()
    maybe: set[tuple[str, str]] = set()
    began: list[str] = []
    ended: list[str] = []
    for held in all_held:
        for one in held.ranges:
            (days if one.precise else maybe).add((one.first, one.last))
        if held.begins and held.ranges and held.ranges[0].first != OPEN:
            began.append(held.ranges[0].first)
        if held.ends and held.ranges and held.ranges[-1].last != OPEN:
            ended.append(held.ranges[-1].last)
    return Seen(
        tuple(sorted(days)),
        tuple(sorted(maybe)),
        min(began, default=None),
        max(ended, default=None),
        tuple(sorted({*((day, True) for day in began), *((day, False) for day in ended)})),
    )


def _closed(pair: tuple[str, str]) -> tuple[str, str]:
    """A range with its open end put at the end that is known."""
    first, last = pair
    return (last if first == OPEN else first), (first if last == OPEN else last)


def _within(day: str, pair: tuple[str, str]) -> bool:
    first, last = pair
    return (first == OPEN or first <= day) and (last == OPEN or day <= last)
