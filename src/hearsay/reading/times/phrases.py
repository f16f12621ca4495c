"""What a phrase for a time says, before it is placed in the calendar.

Each value is one way of naming a time. The grammar makes them from words; `resolving` places
them, given the date of publication and what else is known. A phrase inside a phrase ("the end of
June 2021") is a value inside a value.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Which = Literal[
    "last", "past", "previous", "this", "next", "the next", "following", "same", "that", "the"
]  # fmt: skip
Unit = Literal[
    "minute", "hour", "day", "week", "weekend", "fortnight", "month", "quarter", "year",
    "decade", "century", "period", "half", "businessday",
]  # fmt: skip
PartName = Literal["early", "mid", "late", "start", "end", "earlier", "later", "rest"]


@dataclass(frozen=True, slots=True)
class Dated:
    """A date with as many of its parts as are said: "3 May", "November", "2014", "the 5th"."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    solar: bool = False
    """Whether it is counted in the Iranian solar calendar."""


@dataclass(frozen=True, slots=True)
class Numeric:
    """A date in numbers whose order is not said: "03/04/2021"."""

    one: int
    two: int
    year: int | None


@dataclass(frozen=True, slots=True)
class OnWeekday:
    """A day of the week: "Tuesday", "last Friday", "Friday of last week"."""

    weekday: int
    which: Which | None = None
    week: Phrase | None = None


@dataclass(frozen=True, slots=True)
class DayFromNow:
    """Today, yesterday, tomorrow and their neighbours."""

    offset: int


@dataclass(frozen=True, slots=True)
class WholeUnit:
    """A calendar unit pointed at: "last month", "this quarter", "the following year"."""

    unit: Unit
    which: Which
    by: int = 1


@dataclass(frozen=True, slots=True)
class WhichNamed:
    """A named month, season, quarter or date pointed at: "last November", "next summer"."""

    which: Which
    named: Phrase


@dataclass(frozen=True, slots=True)
class InSeason:
    """A season: "the winter of 2021-22"."""

    season: int
    year: int | None = None
    of: Phrase | None = None
    """The year that it is one of, where the words point at it ("summer last year")."""


@dataclass(frozen=True, slots=True)
class InQuarter:
    """A quarter by its number; fiscal where the words say so."""

    number: int
    of: Phrase | None = None
    fiscal: bool = False


@dataclass(frozen=True, slots=True)
class FiscalYear:
    """A fiscal year by its number; both numbers where both are given ("2021/22")."""

    year: int | None
    then: int | None = None
    which: Which | None = None


@dataclass(frozen=True, slots=True)
class Decade:
    """Ten years from a year that ends in 0, or a hundred (`length` 100)."""

    year: int
    length: int = 10


@dataclass(frozen=True, slots=True)
class Counted:
    """So many units before or after a point: "three days ago", "two months later"."""

    amounts: tuple[tuple[int, Unit], ...]
    direction: Literal["ago", "hence", "in", "earlier", "later"]
    """`in` ("in three weeks") is a date only where the future is spoken of."""
    base: Phrase | None = None
    """What is counted from, where the words say so ("two days after 5 May")."""


@dataclass(frozen=True, slots=True)
class Running:
    """So many units that run up to publication, or on from it: "the past three weeks"."""

    amounts: tuple[tuple[int, Unit], ...]
    forward: bool = False
    bare: bool = False
    """Whether no number stands there ("the last year"): the calendar unit may be meant."""
    base: Phrase | None = None
    """Where it runs from, where the words say so ("for three days from 5 May")."""


@dataclass(frozen=True, slots=True)
class EndingWith:
    """So many units that end with a date: "the quarter ending December 31"."""

    count: int
    unit: Unit
    of: Phrase


@dataclass(frozen=True, slots=True)
class PartOf:
    """A part of a period: "early 2014", "the end of June"."""

    part: PartName
    of: Phrase


@dataclass(frozen=True, slots=True)
class EdgeOf:
    """The first or last so many units of a period: "the last three months of 2021"."""

    count: int
    unit: Unit
    last: bool
    of: Phrase


@dataclass(frozen=True, slots=True)
class NthOf:
    """One unit or weekday of a period by its number, -1 for the last: "the first Friday of May"."""

    number: int
    unit: Unit | None
    weekday: int | None
    of: Phrase


@dataclass(frozen=True, slots=True)
class WeekOf:
    """The week, weekend or month that a date lies in: "the week of 18 May"."""

    unit: Unit
    of: Phrase


@dataclass(frozen=True, slots=True)
class WeekNumber:
    """A week by its ISO number: "week 31"."""

    number: int
    year: int | None = None


@dataclass(frozen=True, slots=True)
class SamePeriod:
    """The report's period, moved to another year: "the same period of 2020"."""

    of: Phrase | None = None
    unit: Unit = "period"
    """The quarter or month of it, where the words say so: "the same quarter of 2020"."""


@dataclass(frozen=True, slots=True)
class Ranged:
    """From one time to another, both included."""

    low: Phrase
    high: Phrase
    short: bool = False
    """Whether the upper end is two digits, which may be a month's: "2011-12"."""


@dataclass(frozen=True, slots=True)
class Open:
    """A time with one end: since, until, after or before something; or by it."""

    how: Literal["since", "until", "after", "before", "by"]
    than: Phrase
    event: bool = False
    """Whether it is an event of that time that is spoken of, and not the time itself."""


@dataclass(frozen=True, slots=True)
class Now:
    """The present, as an end of a range: "2014 to the present"."""


@dataclass(frozen=True, slots=True)
class PartOfDay:
    """A time of day with no day of its own: "by evening", "at 0800 UTC"."""


@dataclass(frozen=True, slots=True)
class Then:
    """The time told of last: "since then", "at the time"."""


@dataclass(frozen=True, slots=True)
class Holiday:
    """A feast with a day of its own in every year: "Christmas", "Labour Day 2021"."""

    name: str
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Qualified:
    """A time that the words themselves hold to be about right, or possible."""

    mark: Literal["?", "~", "%"]
    of: Phrase


@dataclass(frozen=True, slots=True)
class NoDate:
    """A phrase about time that is no date: a duration, an age, a recurrence."""


Phrase = (
    Dated | Numeric | OnWeekday | DayFromNow | WholeUnit | WhichNamed | InSeason | InQuarter
    | FiscalYear | Decade | Counted | Running | EndingWith | PartOf | EdgeOf | NthOf | WeekOf
    | WeekNumber | SamePeriod | Ranged | Open | Now | PartOfDay | Then | Holiday | Qualified
    | NoDate
)  # fmt: skip
"""One way or another of naming a time."""
