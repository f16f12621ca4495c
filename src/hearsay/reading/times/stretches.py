"""Stretches of the calendar, and the arithmetic of days, weeks, months and years on them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from hearsay.reading.times.phrases import Unit
from hearsay.vocabulary.edtf import Point, month_end

ONE_DAY = timedelta(days=1)

# Coarser units have larger numbers; a date of one unit can be counted from in any coarser one.
COARSENESS: dict[Unit, int] = {
    "minute": 0, "hour": 0, "day": 1, "businessday": 1, "weekend": 2, "week": 3, "fortnight": 3,
    "period": 4, "month": 4, "quarter": 5, "half": 6, "year": 7, "decade": 8, "century": 9,
}  # fmt: skip
_MONTHS: dict[Unit, int] = {
    "month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200,
}  # fmt: skip
_DAYS: dict[Unit, int] = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}


@dataclass(frozen=True, slots=True)
class Stretch:
    """The days from the beginning of one point to the end of another; `None` is an open end."""

    low: Point | None
    high: Point | None
    unit: Unit = "period"
    """What kind of period it is spoken of as."""
    mark: str = ""
    """`?`, `~` or `%` where the words themselves are unsure."""

    @property
    def first(self) -> date:
        """Its first day; only for a stretch that has one."""
        assert self.low is not None
        return self.low.first

    @property
    def last(self) -> date:
        """Its last day; only for a stretch that has one."""
        assert self.high is not None
        return self.high.last

    def closed(self) -> Stretch:
        """The end that it has, where the other one is open; itself where none is."""
        if self.low is not None and self.high is not None:
            return self
        end = self.low if self.low is not None else self.high
        return at(end) if end is not None else self

    def edtf(self) -> str:
        """The stretch as an EDTF value."""
        low = ".." if self.low is None else f"{self.low}{self.mark}"
        high = ".." if self.high is None else f"{self.high}{self.mark}"
        return low if low == high else f"{low}/{high}"


def is_as_fine_as(stretch: Stretch, unit: Unit) -> bool:
    """Whether a date is known as finely as the unit that is counted from it."""
    return stretch.unit == "period" or COARSENESS[stretch.unit] <= COARSENESS[unit]


def day(when: date) -> Point:
    """A day as a point."""
    return Point(when.year, when.month, when.day)


def at(point: Point) -> Stretch:
    """A single day, month, season or year as a stretch."""
    unit: Unit = {"day": "day", "month": "month", "season": "quarter", "year": "year"}[point.grain]  # type: ignore[assignment]
    return Stretch(point, point, unit)


def days(first: date, last: date, unit: Unit = "period") -> Stretch:
    """From one day to another, both included."""
    return Stretch(day(first), day(last), unit)


def months(first: date, last: date, unit: Unit = "period") -> Stretch:
    """From one month to another, written in months."""
    low, high = Point(first.year, first.month), Point(last.year, last.month)
    return Stretch(low, high, unit)


def plain(first: date, last: date, unit: Unit = "period") -> Stretch:
    """From one day to another, written as shortly as it can be: by years, months or days."""
    if first.day != 1 or (last + ONE_DAY).day != 1:
        return days(first, last, unit)
    if first.month != 1 or last.month != 12:
        return months(first, last, unit)
    return Stretch(Point(first.year), Point(last.year), unit)


def shifted(when: date, unit: Unit, by: int) -> date:
    """A day moved by so many units; the end of a month that is too short for it.

    ValueError for a unit that days are not moved by, and outside the years 1 to 9999.
    """
    if unit == "businessday":
        return _business_days_on(when, by)
    if unit in _DAYS:
        return when + timedelta(days=by * _DAYS[unit])
    if unit == "hour":
        return when + timedelta(days=-(-abs(by) // 24) * (1 if by > 0 else -1))
    if unit not in _MONTHS:
        raise ValueError(f"Days are not moved by {unit}s.")
    years, month = divmod(when.year * 12 + when.month - 1 + by * _MONTHS[unit], 12)
    end = month_end(years, month + 1).day
    return date(years, month + 1, min(when.day, end))


def _business_days_on(when: date, by: int) -> date:
    step = ONE_DAY if by > 0 else -ONE_DAY
    for _ in range(min(abs(by), 5000)):
        when += step
        while when.weekday() >= 5:
            when += step
    return when


def unit_around(when: date, unit: Unit) -> Stretch:
    """The calendar unit that a day lies in: its ISO week, month, quarter, year, decade."""
    if unit in ("week", "fortnight"):
        monday = when - timedelta(days=when.weekday())
        return days(monday, monday + timedelta(days=6), "week")
    if unit == "weekend":
        saturday = when + timedelta(days=5 - when.weekday())
        return days(saturday, saturday + ONE_DAY, "weekend")
    if unit == "month":
        return at(Point(when.year, when.month))
    if unit in ("quarter", "half"):
        length = 3 if unit == "quarter" else 6
        start = (when.month - 1) // length * length + 1
        return Stretch(Point(when.year, start), Point(when.year, start + length - 1), unit)
    if unit == "year":
        return at(Point(when.year))
    if unit in ("decade", "century"):
        length = 10 if unit == "decade" else 100
        start = max(1, when.year // length * length)
        return Stretch(Point(start), Point(when.year // length * length + length - 1), unit)
    return at(day(when))


def unit_moved(stretch: Stretch, unit: Unit, by: int) -> Stretch:
    """The calendar unit so many units after the one that a stretch begins in."""
    start = stretch.first
    if unit == "weekend":
        return unit_around(start + timedelta(days=7 * by), unit)
    return unit_around(shifted(unit_around(start, unit).first, unit, by), unit)


def beside(point: Point, by: int) -> Point:
    """The point of the same grain just after (1) or just before (-1)."""
    edge = point.last + ONE_DAY if by > 0 else point.first - ONE_DAY
    if point.grain == "day":
        return day(edge)
    return Point(edge.year) if point.grain == "year" else Point(edge.year, edge.month)
