"""When something was seen to hold, over all statements of it; never more than they say.

"First seen" is not "began", and "last seen" is not "ended". Between a first and a last sight it is
taken to have gone on, and said to be so; outside of them nothing is known.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from hearsay.vocabulary.statements import OPEN, Held

Standing = Literal["seen", "between", "maybe", "assumed", "before", "after", "undated"]
"""How a day stands to what was seen: on a day on which it was `seen`; `between` two such days;
`maybe`, within days of which it held on one at least; `before` the first or `after` the last of
them; `assumed`, after the last of them where a source says to take it as going on; or nothing is
dated."""


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
    stretches: tuple[tuple[str, str], ...] = ()
    """From a first to a last sight each; a new one where it ended or began anew in between."""
    goes_on: bool = False
    """Whether a source says to take it as going on after the last sight; an assumption."""

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
        if day < stretches[0][0]:
            return "before"
        last = stretches[-1][1]
        ended = self.ended is not None and self.ended >= last
        return "assumed" if self.goes_on and not ended and day > last else "after"


def seen_in(all_held: Iterable[Held]) -> Seen:
    """What several statements of one thing say together."""
    every = tuple(all_held)
    ranges = [one for held in every for one in held.ranges]
    began = [h.ranges[0].first for h in every if h.begins and h.ranges]
    ended = [h.ranges[-1].last for h in every if h.ends and h.ranges]
    extents = [_extent(held) for held in every]
    terms = [[extents[place] for place in term] for term in _terms(every, extents)]
    latest = max((last for _, last in extents), default="")
    return Seen(
        tuple(sorted({(one.first, one.last) for one in ranges if one.precise})),
        tuple(sorted({(one.first, one.last) for one in ranges if not one.precise})),
        min((day for day in began if day != OPEN), default=None),
        max((day for day in ended if day != OPEN), default=None),
        tuple((term[0][0], max(last for _, last in term)) for term in terms),
        # What is said of an earlier time says nothing of what comes after a later sight.
        goes_on=any(
            held.assumed for held, (_, last) in zip(every, extents, strict=True) if last == latest
        ),
    )


def terms_of(every: Sequence[Held]) -> list[list[int]]:
    """Which statements tell of one stretch, by their places, the earliest first.

    A new one begins where it is said to have ended before the next sight, or to have begun with
    it. Between the first and the last sight of one statement nothing turns; what nothing dates is
    in none.
    """
    return _terms(every, [_extent(held) for held in every])


def _terms(every: Sequence[Held], extents: Sequence[tuple[str, str]]) -> list[list[int]]:
    dated = [place for place, held in enumerate(every) if held.ranges]
    found: list[list[int]] = []
    until, ended = "", False
    for place in sorted(dated, key=extents.__getitem__):
        held, (first, last) = every[place], extents[place]
        if not found or (first > until and (held.begins or ended)):
            found.append([])
            until, ended = "", False
        found[-1].append(place)
        if last >= until:
            ended = held.ends or (ended and last == until)
            until = last
    return found


def _extent(held: Held) -> tuple[str, str]:
    """From its first to its last day, an open end put at the one that is known; empty where
    nothing dates it."""
    if len(held.ranges) == 1:
        return _closed((held.ranges[0].first, held.ranges[0].last))
    closed = [_closed((one.first, one.last)) for one in held.ranges]
    return min((d[0] for d in closed), default=""), max((d[1] for d in closed), default="")


def _closed(pair: tuple[str, str]) -> tuple[str, str]:
    first, last = pair
    return (last if first == OPEN else first), (first if last == OPEN else last)


def _within(day: str, pair: tuple[str, str]) -> bool:
    first, last = pair
    return (first == OPEN or first <= day) and (last == OPEN or day <= last)
