"""Reads dates that are written out in full, as they stand in bylines, headings and metadata."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = (
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
    r"Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_PATTERNS = (
    rf"{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>(?:19|20)\d\d)",
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+{_MONTH},?\s+(?P<year>(?:19|20)\d\d)",
    r"(?P<year>(?:19|20)\d\d)-(?P<monthno>\d\d)-(?P<day>\d\d)",
    r"(?P<year>(?:19|20)\d\d)/(?P<monthno>\d\d)/(?P<day>\d\d)",
    # With figures alone, only a number above 12 says which one is the day.
    r"(?P<monthno>0?[1-9]|1[0-2])/(?P<day>1[3-9]|2\d|3[01])/(?P<year>(?:19|20)\d\d)",
    r"(?P<day>1[3-9]|2\d|3[01])/(?P<monthno>0?[1-9]|1[0-2])/(?P<year>(?:19|20)\d\d)",
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_DATES = tuple(re.compile(rf"(?<![\w/]){p}(?![\d/])", re.IGNORECASE) for p in _PATTERNS)


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date with where it stands in the words."""

    day: date
    start: int
    end: int


def dates_in(words: str) -> list[WrittenDate]:
    """Every full date in the words, in order of place."""
    if _YEAR.search(words) is None:
        return []  # as in most paragraphs, and a full date has its year
    found = [
        WrittenDate(day, m.start(), m.end())
        for pattern in _DATES
        for m in pattern.finditer(words)
        if (day := _date(m)) is not None
    ]
    return sorted(found, key=lambda d: d.start)


def iso_date(words: str | None) -> str | None:
    """The first full date in the words, as `2022-02-15`; `None` where there is none."""
    found = dates_in(words or "")
    return found[0].day.isoformat() if found else None


def _date(match: re.Match[str]) -> date | None:
    parts = match.groupdict()
    month = int(parts["monthno"]) if parts.get("monthno") else MONTHS[parts["month"].lower()]
    try:
        return date(int(parts["year"]), month, int(parts["day"]))
    except ValueError:
        return None
