"""What a phrase is read against: the date of publication, the period covered, the sentence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from hearsay.reading.times.stretches import Stretch, plain
from hearsay.vocabulary.edtf import Days, days_of


@dataclass(frozen=True, slots=True)
class Setting:
    """Everything besides its own words that decides what a phrase for a time stands for."""

    published: date | None = None
    period: Stretch | None = None
    """The period that the report covers."""
    country: str | None = None
    """The outlet's country, ISO 3166 in capitals; `None` where unknown."""
    future: bool = False
    """Whether the sentence speaks of what is to come."""
    ahead: bool = False
    """Whether it is what was promised or asked for, and may have come and gone."""
    past: bool = False
    """Whether it speaks of what has been."""
    vote: bool = False
    """Whether it is of an election, which may be near at hand though the sentence tells of what
    has been: "suspended its campaign for the October elections"."""
    anchor: Stretch | None = None
    """The date that the sentence has given before, for "a day earlier" and the like."""
    told: Stretch | None = None
    """The date that a narrative has come to, for a date that lacks its year or month."""
    fiscal: bool = False
    """Whether the sentence is about a United States office's budget."""
    british: bool = False
    """Whether fiscal years are British ones."""

    @property
    def limit(self) -> date | None:
        """The last day on which a date without a year may lie, tense aside."""
        return self.period.last if self.period is not None else self.published


_COUNTRIES = {
    "USA": "US", "U.S.": "US", "UNITED STATES": "US", "UNITED STATES OF AMERICA": "US",
    "UK": "GB", "U.K.": "GB", "UNITED KINGDOM": "GB", "GREAT BRITAIN": "GB", "BRITAIN": "GB",
}  # fmt: skip


def country_code(country: str | None) -> str | None:
    """A country as ISO 3166 writes it; `None` for what is no code and no name that is known.

    An outlet's name in its place says nothing about the order of day and month.
    """
    said = (country or "").strip().upper()
    code = _COUNTRIES.get(said, said)
    return code if len(code) == 2 and code.isalpha() else None


@lru_cache(maxsize=64)
def publication_day(published: str | None) -> date | None:
    """The day of publication; the last day where only a month or year is known."""
    days = days_of(published) if published else None
    return days.last if days is not None else None


@lru_cache(maxsize=64)
def period_covered(period: str | None) -> Stretch | None:
    """The period a report covers, as a stretch; `None` where unknown or open at an end."""
    days: Days | None = days_of(period) if period else None
    if days is None or days.first is None or days.last is None:
        return None
    return plain(days.first, days.last)
