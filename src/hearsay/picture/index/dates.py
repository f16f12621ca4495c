"""When something holds, written short, and the days as of which several statements of it hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import get_args

from hearsay.picture.seen import Seen, seen_in
from hearsay.vocabulary.statements import OPEN, DatedBy, Held, Range

EVER = 0, 10_000_000
"""From before all days until after all days."""

Stretch = tuple[int, int, bool]
"""A first and a last day, both included, and whether it is only assumed to hold on them."""


def written(held: Held) -> str:
    """`be words 2014-01-01 2014-12-31 i`: whether it begins, ends or is assumed to go on, by what
    it is dated, and each range with `p` where it is precise; no words of a document."""
    marks = "b" * held.begins + "e" * held.ends + {True: "a", False: "n", None: ""}[held.assumed]
    ranges = (f"{one.first} {one.last} {'p' if one.precise else 'i'}" for one in held.ranges)
    return " ".join((marks or "-", held.by or "-", *ranges))


@lru_cache(maxsize=1 << 16)
def read(text: str) -> Held:
    """What `written` wrote, as far as it wrote it."""
    marks, by, *rest = text.split(" ")
    found = zip(rest[::3], rest[1::3], rest[2::3], strict=True)
    ranges = tuple(Range(first, last, how == "p") for first, last, how in found)
    assumed = True if "a" in marks else False if "n" in marks else None
    return Held(ranges, "b" in marks, "e" in marks, _BY.get(by), assumed=assumed)


_BY: dict[str, DatedBy] = {by: by for by in get_args(DatedBy)}


def bounds(held: Held) -> tuple[str | None, str | None]:
    """The first and the last day that a statement's ranges name; `None` where they name none."""
    firsts = [one.first if one.first != OPEN else one.last for one in held.ranges]
    lasts = [one.last if one.last != OPEN else one.first for one in held.ranges]
    return min(firsts, default=None), max(lasts, default=None)


def day_number(day: str) -> int:
    """How many days a day is from the first one of the year 1."""
    return date.fromisoformat(day).toordinal()


def stretches_of(every: Iterable[Held]) -> tuple[Stretch, ...]:
    """The days as of which something holds by all that is said of it: those which `Seen.on` puts
    neither before nor after it. What nothing dates holds ever."""
    return _stretches(tuple(sorted(set(map(written, every)))))


@lru_cache(maxsize=1 << 14)
def _stretches(every: tuple[str, ...]) -> tuple[Stretch, ...]:
    seen = seen_in(map(read, every))
    if not seen.stretches:
        return ((*EVER, False),)
    found: list[Stretch] = []
    for first, last, day in _pieces(seen):
        standing = seen.on(day)
        if standing in ("before", "after"):
            continue
        assumed = standing == "assumed"
        if found and found[-1][1] == first - 1 and found[-1][2] == assumed:
            found[-1] = (found[-1][0], last, assumed)
        else:
            found.append((first, last, assumed))
    return tuple(found)


def _pieces(seen: Seen) -> Iterator[tuple[int, int, str]]:
    """All days in pieces within which nothing changes, each with a day of it."""
    ends = {day for pair in (*seen.days, *seen.maybe, *seen.stretches) for day in pair}
    named = sorted((ends | {seen.began or OPEN, seen.ended or OPEN}) - {OPEN})
    before = EVER[0] - 1
    for day in named:
        here = day_number(day)
        if before + 1 < here:
            yield before + 1, here - 1, (date.fromisoformat(day) - _DAY).isoformat()
        yield here, here, day
        before = here
    yield before + 1, EVER[1], (date.fromisoformat(named[-1]) + _DAY).isoformat()


_DAY = timedelta(days=1)
