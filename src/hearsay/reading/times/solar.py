"""The Iranian solar calendar, turned into Gregorian days.

The year begins at the spring equinox; its first six months have 31 days, the next five 30, and
the last 29 or 30. Leap years follow the 33-year cycle, which agrees with the astronomical
calendar for every year from 1244 to 1472 (1865–2094).
"""

from __future__ import annotations

from datetime import date, timedelta

# 1 Farvardin 1400 fell on 21 March 2021; every other year is counted from it.
_KNOWN_YEAR, _KNOWN_START = 1400, date(2021, 3, 21)
_LEAP = frozenset({1, 5, 9, 13, 17, 22, 26, 30})


def is_leap(year: int) -> bool:
    """Whether the year's last month has 30 days."""
    return year % 33 in _LEAP


def month_length(year: int, month: int) -> int:
    """How many days a month has."""
    if month <= 6:
        return 31
    return 30 if month <= 11 or is_leap(year) else 29


def year_start(year: int) -> date:
    """The Gregorian day on which a solar year begins."""
    low, high = sorted((year, _KNOWN_YEAR))
    days = sum(366 if is_leap(y) else 365 for y in range(low, high))
    return _KNOWN_START + timedelta(days=days if year > _KNOWN_YEAR else -days)


def gregorian(year: int, month: int, day: int) -> date | None:
    """The Gregorian day of a solar date; `None` where the calendar has no such date."""
    if not (1244 <= year <= 1472 and 1 <= month <= 12 and 1 <= day <= month_length(year, month)):
        return None
    before = sum(month_length(year, m) for m in range(1, month))
    return year_start(year) + timedelta(days=before + day - 1)


def solar_year_of(day: date) -> int:
    """The solar year that a Gregorian day lies in."""
    year = day.year - 621
    return year if year_start(year) <= day else year - 1
