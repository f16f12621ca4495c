"""Quarters and months: calendar ones, and those of the fiscal year of the United States.

A US fiscal year begins in October of the year before, so that its first quarter is the last one of
a calendar year.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Grain = Literal["quarter", "month"]


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A month or quarter."""

    first: str
    """Its first day."""
    last: str

    @property
    def name(self) -> str:
        """By the calendar: `2021 Q4`, `2021-11`."""
        year, month = int(self.first[:4]), int(self.first[5:7])
        if self.first[:7] == self.last[:7]:
            return self.first[:7]
        return f"{year} Q{(month + 2) // 3}"

    @property
    def fiscal_name(self) -> str:
        """By the fiscal year of the United States: `FY2022 Q1`."""
        year, month = int(self.first[:4]), int(self.first[5:7])
        fiscal = year + (month >= _FISCAL)
        quarter = f"Q{((month - _FISCAL) % 12) // 3 + 1}"
        if self.first[:7] == self.last[:7]:
            return f"FY{fiscal} {quarter}, {self.first[:7]}"
        return f"FY{fiscal} {quarter}"

    @property
    def before(self) -> Period:
        """The one of the same length before it."""
        grain: Grain = "month" if self.first[:7] == self.last[:7] else "quarter"
        return period_at(date.fromisoformat(self.first) - timedelta(days=1), grain)


_FISCAL = 10
"""The month in which a US fiscal year begins."""


def period_at(day: date, grain: Grain) -> Period:
    """The period in which a day lies."""
    months = 3 if grain == "quarter" else 1
    begin = (day.month - 1) // months * months + 1
    after = begin + months
    end = date(day.year + after // 13, (after - 1) % 12 + 1, 1) - timedelta(days=1)
    return Period(date(day.year, begin, 1).isoformat(), end.isoformat())


def period_of(first: str | None, last: str | None, grain: Grain) -> Period | None:
    """The one period in which both days lie; `None` where there is none."""
    if first is None or last is None:
        return None
    found = period_at(date.fromisoformat(first), grain)
    return found if found.first <= last <= found.last else None


def periods_between(first: Period, last: Period, grain: Grain) -> Iterator[Period]:
    """All periods from one to another, both included."""
    here = first
    while here <= last:
        yield here
        here = period_at(date.fromisoformat(here.last) + timedelta(days=1), grain)
