"""Which of two documents came first: by their dates, and otherwise by what can only be lost."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

Days = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Edition:
    """What shows when a document came out, and how near the origin it stands."""

    document: str
    """Its id: puts in order what nothing else does, which then shows nothing."""
    published: Days | None
    """The first and the last day on which it may have come out."""
    when: str
    """Its date of publication as given; a time of day in it decides within one day."""
    length: int
    """Words of its own text."""
    sourced: bool
    """Whether it says whose text it is."""


SHOWN = 0.9
"""From here on it counts as shown which came first: by dates, by who cites whom, or by two signs of
completeness together. One alone is a guess: a longer text can be a fuller reprint."""


@lru_cache(maxsize=1 << 14)
def days_of(edtf: str | None) -> Days | None:
    """The first and the last day of a date; `None` for one that is open or unreadable."""
    if not edtf:
        return None
    parts = edtf.split("/")
    first, last = _days(parts[0]), _days(parts[-1])
    return (first[0], last[1]) if first and last and first[0] <= last[1] else None


def came_first(one: Edition, other: Edition, *, citing: int = 0) -> float:
    """How likely `one` is the earlier document, from 0 to 1; never both above a half.

    Two dates settle it. Of one day, or undated: who cites the other is the later (`citing` is 1
    where `other` cites `one`, -1 where `one` cites `other`); then the time of day where both have
    one; then the fuller text is the earlier, since words, names and sources are lost on the way
    and not won.
    """
    if one.published and other.published:
        if one.published[1] < other.published[0]:
            return 1.0
        if other.published[1] < one.published[0]:
            return 0.0
    if citing:
        return 0.98 if citing > 0 else 0.02
    timed = len(one.when) > 10 < len(other.when) and one.when != other.when
    if timed and one.published and other.published:
        return 0.95 if one.when < other.when else 0.05
    likely = 0.5
    if one.sourced != other.sourced:
        likely += 0.2 if one.sourced else -0.2
    longer, shorter = max(one.length, other.length), min(one.length, other.length)
    if longer > 1.1 * max(shorter, 1):
        likely += 0.2 if one.length > other.length else -0.2
    likely = round(likely, 3)
    if likely == 0.5:
        likely += 0.01 if one.document < other.document else -0.01
    return likely


def _days(part: str) -> Days | None:
    match = re.match(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", part)
    if not match:
        return None
    year, month, day = int(match[1]), int(match[2] or 0), int(match[3] or 0)
    try:
        if not month:
            return date(year, 1, 1), date(year, 12, 31)
        if not day:
            return date(year, month, 1), date(year, month, monthrange(year, month)[1])
        return date(year, month, day), date(year, month, day)
    except ValueError:
        return None
