"""Finds the period that a report says it covers, as an EDTF interval.

US fiscal year n runs from October n-1 to September n (31 U.S.C. 1102). A range counts only where
the document speaks of itself: in a title or heading, or beside words such as "reporting period".
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Sequence
from datetime import date
from itertools import pairwise

from hearsay.documents.dates import MONTHS, dates_in
from hearsay.vocabulary.documents import Passage

# Titles, prefaces and tables of contents end well before this many passages.
_SEARCHED = 60
_LONGEST_HEADING = 160
_TO = r"\s*(?:[–—‑-]|to|through|until|and)\s*"
_MONTH_NAME = "|".join(sorted(MONTHS, key=len, reverse=True))
_NUMBERS = {"three": 3, "six": 6, "nine": 9, "twelve": 12, "3": 3, "6": 6, "9": 9, "12": 12}
_ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
}
_SELF = re.compile(
    r"\b(?:report(?:ing)? (?:period|quarter)|(?:this|the|quarterly|annual) "
    r"report (?:covers|is for)|"
    r"cover(?:s|ing) the (?:period|quarter|year|months)|(?:period|quarter|year) (?:covered|under "
    r"review)|report to (?:the )?(?:(?:united states|u\.?s\.?) )?congress|"
    r"for the (?:period|quarter|"
    r"(?:fiscal |calendar |financial )?year|\w+ months) (?:from|of|end(?:ed|ing))|period:|"
    r"joint report)",
    re.IGNORECASE,
)


def period_in(text: str, passages: Sequence[Passage]) -> str | None:
    """The first period that the document says it covers; `None` where it does not say."""
    for passage in [p for p in passages if p.kind != "furniture"][:_SEARCHED]:
        words = " ".join(passage.span.of(text).split())
        heading = len(words) <= _LONGEST_HEADING and not words.endswith((".", "”", '"'))
        if passage.kind in ("table_row", "note") or not (heading or _SELF.search(words)):
            continue
        if period := period_of(words):
            return period
    return None


def period_of(words: str) -> str | None:
    """The first period named in the words, as an EDTF interval."""
    for find in _WAYS:
        if period := find(words):
            return period
    return None


def _between_dates(words: str) -> str | None:
    """October 1, 2021–December 31, 2021; October 1 to December 31, 2021."""
    dates = dates_in(words)
    for first, last in pairwise(dates):
        gap = words[first.end : last.start]
        if re.fullmatch(_TO, gap) and first.day < last.day:
            return f"{first.day}/{last.day}"
    for last in dates:
        before = words[: last.start]
        match = re.search(
            rf"(?:\b(?P<m>{_MONTH_NAME})\.?\s+(?P<d>\d{{1,2}})|\b(?P<d2>\d{{1,2}})\s+"
            rf"(?P<m2>{_MONTH_NAME})"
            rf"|\b(?P<d3>\d{{1,2}})){_TO}$",
            before,
            re.IGNORECASE,
        )
        if match:
            number = int(match["d"] or match["d2"] or match["d3"])
            name = match["m"] or match["m2"]
            month = MONTHS[name.lower()] if name else last.day.month
            first_day = _day(last.day.year, month, number)
            if first_day and first_day < last.day:
                return f"{first_day}/{last.day}"
    return None


def _ending(words: str) -> str | None:
    """For the quarter ending December 31, 2021; for the six months ended 30 June 2022."""
    match = re.search(
        r"\b(?:(?P<q>quarter|three-month period)|(?P<n>three|six|nine|twelve|3|6|9|12)[ -]months?"
        r"(?: period)?|half[- ](?P<h>year)|(?:fiscal |financial |calendar )?(?P<y>year))"
        r"(?: that)? (?:end(?:ed|ing|s)|to)(?: on)?\s+",
        words,
        re.IGNORECASE,
    )
    dates = dates_in(words[match.end() :]) if match else []
    if not match or not dates or dates[0].start > 0:
        return None
    last = dates[0].day
    months = (
        3 if match["q"] else 6 if match["h"] else 12 if match["y"] else _NUMBERS[match["n"].lower()]
    )
    index = last.year * 12 + last.month - months
    return f"{date(index // 12, index % 12 + 1, 1)}/{last}"


def _fiscal_years(words: str) -> str | None:
    """Fiscal Years 2019 and 2020; FY 2021; fourth quarter of fiscal year 2021."""
    match = re.search(
        r"\b(?:(?P<q>first|second|third|fourth|1st|2nd|3rd|4th|Q[1-4])(?: "
        r"quarter)?,?(?: of)?(?: the)? )?"
        rf"(?:fiscal years?|FYs?)[\s-]?(?P<a>(?:19|20)\d\d)(?:{_TO}(?:FY "
        rf"?)?(?P<b>(?:19|20)?\d\d)\b)?",
        words,
        re.IGNORECASE,
    )
    if not match:
        return None
    first = last = int(match["a"])
    if match["b"]:
        last = int(match["b"]) + (first // 100 * 100 if len(match["b"]) == 2 else 0)
    if match["q"]:
        return _months(first * 12 - 3 + 3 * (_quarter(match["q"]) - 1), 3)
    return f"{first - 1}-10/{last}-09" if first <= last else None


def _quarters(words: str) -> str | None:
    """Fourth quarter of 2021; Q4 2021; 2021 Q4."""
    match = re.search(
        r"\b(?P<q>first|second|third|fourth|1st|2nd|3rd|4th) quarter,?(?: "
        r"of)?(?: CY)? (?P<y>20\d\d|19\d\d)\b"
        r"|\b(?P<q2>Q[1-4])[ /,-]*(?P<y2>20\d\d)\b|\b(?P<y3>20\d\d)[ /-]?(?P<q3>Q[1-4])\b",
        words,
        re.IGNORECASE,
    )
    if not match:
        return None
    quarter = _quarter(match["q"] or match["q2"] or match["q3"])
    return _months(int(match["y"] or match["y2"] or match["y3"]) * 12 + 3 * (quarter - 1), 3)


def _between_months(words: str) -> str | None:
    """October–December 2021; November 2021 to January 2022."""
    match = re.search(
        rf"\b(?P<a>{_MONTH_NAME})\.?(?: (?P<y>(?:19|20)\d\d))?{_TO}(?P<b>{_MONTH_NAME})\.?,? "
        r"(?P<z>(?:19|20)\d\d)\b",
        words,
        re.IGNORECASE,
    )
    if not match:
        return None
    end_year = int(match["z"])
    first, last = MONTHS[match["a"].lower()], MONTHS[match["b"].lower()]
    start_year = int(match["y"]) if match["y"] else end_year - (first > last)
    if (start_year, first) >= (end_year, last):
        return None
    return f"{start_year}-{first:02}/{end_year}-{last:02}"


_WAYS: tuple[Callable[[str], str | None], ...] = (
    _between_dates,
    _ending,
    _fiscal_years,
    _quarters,
    _between_months,
)


def _quarter(word: str) -> int:
    return int(word[1]) if word[0] in "Qq" else _ORDINALS[word.lower()]


def _months(first: int, count: int) -> str:
    """The interval of `count` months from the month with index year * 12 + month - 1."""
    last = first + count - 1
    return f"{first // 12}-{first % 12 + 1:02}/{last // 12}-{last % 12 + 1:02}"


def _day(year: int, month: int, day: int) -> date | None:
    return date(year, month, day) if 1 <= day <= monthrange(year, month)[1] else None
