"""Dates and periods as EDTF values: which days they run over, and how two of them compare.

EDTF (Extended Date/Time Format, ISO 8601-2:2019) writes a day as `2021-06-30`, a month as
`2021-06`, a year as `2021`, a season as `2021-22` and a period as `2021-10/2021-12`, both ends
included. Two values are compared by their first and last day, never by their letters: `2021-10`
and `2021-10-01/2021-10-31` are the same. Read are levels 0 and 1, and level 2's codes for
quarters and halves of a year. Years outside 1–9999 are not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, NamedTuple

Grain = Literal["day", "month", "season", "year"]

SPRING, SUMMER, AUTUMN, WINTER = 21, 22, 23, 24

# Code: (first month, how many months). Winter is named by its December and runs into February.
# 25–32 name the hemisphere; those of the south are left out, as no convention here covers them.
_MONTHS_OF_CODE = {
    SPRING: (3, 3),
    SUMMER: (6, 3),
    AUTUMN: (9, 3),
    WINTER: (12, 3),
    33: (1, 3),
    34: (4, 3),
    35: (7, 3),
    36: (10, 3),
    40: (1, 6),
    41: (7, 6),
}


class Point(NamedTuple):
    """A day, month, season or year: as much of a date as is known."""

    year: int
    month: int | None = None
    """1–12, or EDTF's code for a season (21–24), quarter (33–36) or half (40, 41)."""
    day: int | None = None

    @property
    def grain(self) -> Grain:
        """How fine it is."""
        if self.day is not None:
            return "day"
        if self.month is None:
            return "year"
        return "month" if self.month <= 12 else "season"

    @property
    def first(self) -> date:
        """Its first day; ValueError where the calendar has no such date."""
        if self.month is not None and self.month > 12:
            return date(self.year, _MONTHS_OF_CODE[self.month][0], 1)
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """Its last day; ValueError where the calendar has no such date."""
        if self.day is not None:
            return self.first
        if self.month is None:
            return date(self.year, 12, 31)
        if self.month <= 12:
            return month_end(self.year, self.month)
        begins, length = _MONTHS_OF_CODE[self.month]
        years, month = divmod(begins + length - 2, 12)
        return month_end(self.year + years, month + 1)

    def __str__(self) -> str:
        text = f"{self.year:04d}"
        if self.month is not None:
            text += f"-{self.month:02d}"
        return text if self.day is None else f"{text}-{self.day:02d}"


@dataclass(frozen=True, slots=True)
class Days:
    """The days that a value runs over, both ends included; `None` for an end that is open."""

    first: date | None
    last: date | None

    def same_as(self, other: Days) -> bool:
        """Whether both run over exactly the same days."""
        return self == other

    def covers(self, other: Days) -> bool:
        """Whether every day of `other` lies in this one."""
        starts = self.first is None or (other.first is not None and self.first <= other.first)
        ends = self.last is None or (other.last is not None and other.last <= self.last)
        return starts and ends

    def meets(self, other: Days) -> bool:
        """Whether at least one day lies in both."""
        return not (self.before(other) or other.before(self))

    def before(self, other: Days) -> bool:
        """Whether this one is over before `other` begins."""
        return self.last is not None and other.first is not None and self.last < other.first


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    if month == 12:
        return date(year, 12, 31)
    return date(year, month + 1, 1) - timedelta(days=1)


def days_of(edtf: str) -> Days | None:
    """The days that an EDTF value runs over, or `None` where it is no value that is read here."""
    ends = edtf.strip().split("/")
    if len(ends) == 1:
        return _days_of_end(ends[0])
    if len(ends) != 2 or edtf.strip() == "/":
        return None
    low, high = ends
    opens = Days(None, None) if low in ("", "..") else _days_of_end(low)
    closes = Days(None, None) if high in ("", "..") else _days_of_end(high)
    if opens is None or closes is None:
        return None
    if opens.first and closes.last and closes.last < opens.first:
        return None
    return Days(opens.first, closes.last)


def same_days(left: str, right: str) -> bool:
    """Whether two EDTF values run over the same days; false where either cannot be read."""
    days = days_of(left)
    return days is not None and days == days_of(right)


def point_of(edtf: str) -> Point | None:
    """The day, month, season or year that a single EDTF date names, its qualifier dropped."""
    match = _POINT.fullmatch(edtf.strip())
    if match is None or "X" in match[0]:
        return None
    point = Point(*(None if part is None else int(part) for part in match.group(1, 2, 3)))  # type: ignore[arg-type]
    return point if _exists(point) else None


_POINT = re.compile(
    r"([0-9]{4}|[0-9]{3}X|[0-9]{2}XX)(?:-([0-9]{2}|XX)(?:-([0-9]{2}|XX))?)?"
    r"(?:T[0-9:.]+(?:Z|[+-][0-9:]+)?)?[?~%]?"
)


def _days_of_end(text: str) -> Days | None:
    match = _POINT.fullmatch(text)
    if match is None:
        return None
    year, month, day = match.group(1, 2, 3)
    if "X" in year:
        if month is not None:
            return None
        low, high = Point(int(year.replace("X", "0"))), Point(int(year.replace("X", "9")))
        return Days(low.first, high.last) if low.year >= 1 else None
    if month == "XX":
        point = Point(int(year))
    elif day in (None, "XX"):
        point = Point(int(year), None if month is None else int(month))
    else:
        point = Point(int(year), int(month), int(day))
    return Days(point.first, point.last) if _exists(point) else None


def _exists(point: Point) -> bool:
    if not 1 <= point.year <= 9998:
        return False
    if point.month is not None and point.month > 12 and point.month not in _MONTHS_OF_CODE:
        return False
    if point.day is not None and not (point.month and 1 <= point.month <= 12):
        return False
    try:
        return point.first <= point.last
    except ValueError:
        return False
