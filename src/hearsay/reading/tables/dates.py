"""Dates as tables write them, and the days they stand for.

Security Force Monitor's rule: a day is a *precise* range, holding on every day in it; a month or a
year is an *imprecise* one, holding on one day in it at least. Nothing is stretched beyond the
words, and what is cited first did not therefore begin then (their issues 352, 353, 359).
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from hearsay.vocabulary.statements import Range

_NAMES = (
    "january jan",
    "february feb",
    "march mar",
    "april apr",
    "may",
    "june jun",
    "july jul",
    "august aug",
    "september sep sept",
    "october oct",
    "november nov",
    "december dec",
)
_MONTHS = {name: n for n, names in enumerate(_NAMES, 1) for name in names.split()}
_NUMBERS = re.compile(r"(\d{1,2}) ?/ ?(\d{1,2}) ?/ ?(\d{4}|\d\d)")
_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:[T ][\d:.Z+-]*)?")
_MONTH_YEAR = re.compile(r"([A-Za-z]+)\.?,? (\d{4})")
# Security forces older than that are not in such tables; a year beyond it was mistyped.
_FIRST_YEAR, _LAST_YEAR = 1700, 2099


@dataclass(frozen=True, slots=True)
class Stretch:
    """The day, month or year that a cell gives."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def range(self) -> Range:
        """Its days; precise for a day, imprecise for a month or year."""
        return _days_of(self)

    @property
    def edtf(self) -> str:
        """The same as EDTF: `2014-09-08`, `2014-09`, `2014`."""
        parts = (f"{self.year}", self.month and f"{self.month:02}", self.day and f"{self.day:02}")
        return "-".join(part for part in parts if part)

    def common(self, other: Stretch) -> Stretch | None:
        """The month or year that both lie in; `None` where they have not even that in common."""
        if self.year != other.year:
            return None
        same_month = self.month if self.month == other.month else None
        return Stretch(self.year, same_month)


@lru_cache(maxsize=1 << 14)
def stretch_of(words: str) -> Stretch | None:
    """What a cell gives, month first as American tables write it; `None` for what is no date."""
    plain = " ".join(words.split())
    if found := _NUMBERS.fullmatch(plain):
        year = int(found[3])
        # Two digits: the tables that write so begin in 1999.
        year += 0 if year > 99 else 1900 if year > 50 else 2000
        return stretch(year, int(found[1]), int(found[2]))
    if found := _ISO.fullmatch(plain):
        return stretch(int(found[1]), _number(found[2]), _number(found[3]))
    if (found := _MONTH_YEAR.fullmatch(plain)) and (month := _MONTHS.get(found[1].lower())):
        return stretch(int(found[2]), month, None)
    return None


def stretch(year: int, month: int | None, day: int | None) -> Stretch | None:
    """The day, month or year with these numbers, if there is such a one."""
    if not _FIRST_YEAR <= year <= _LAST_YEAR or (day is not None and month is None):
        return None
    try:
        # A zero is no month and no day; what is not given is `None`.
        date(year, 1 if month is None else month, 1 if day is None else day)
    except ValueError:
        return None
    return Stretch(year, month, day)


@lru_cache(maxsize=1 << 14)
def _days_of(one: Stretch) -> Range:
    if one.month is None:
        return Range(f"{one.year}-01-01", f"{one.year}-12-31", precise=False)
    last = one.day or monthrange(one.year, one.month)[1]
    begins = f"{one.year}-{one.month:02}-{one.day or 1:02}"
    return Range(begins, f"{one.year}-{one.month:02}-{last:02}", precise=one.day is not None)


def _number(digits: str | None) -> int | None:
    return int(digits) if digits else None
