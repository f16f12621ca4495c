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

    def on(self, day: str) -> Standing:
        """How a day stands to it. A `began` before it does not make it go on beyond the last
        sight: nothing says that it did."""
        if any(first <= day <= last for first, last in self.days):
            return "seen"
        if self.ended is not None and day > self.ended:
            return "after"
        if self.began is not None and day < self.began:
            return "before"
        first, last = self.first, self.last
        if first is None or last is None:
            return "undated"
        if self.days and self.days[0][0] <= day <= self.days[-1][1]:
            return "between"
        if any(_within(day, pair) for pair in self.maybe):
            return "maybe"
        if day < first:
            return "before"
        return "after" if day > last else "between"


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
    )


def _within(day: str, pair: tuple[str, str]) -> bool:
    first, last = pair
    return (first == OPEN or first <= day) and (last == OPEN or day <= last)
