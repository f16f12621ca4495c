"""Quarters, halves and fiscal years: calendar, of the United States, of the United Kingdom."""

from __future__ import annotations

from datetime import date, timedelta

from hearsay.reading.times.partial import full_year
from hearsay.reading.times.phrases import FiscalYear
from hearsay.reading.times.setting import Setting
from hearsay.reading.times.stretches import Stretch, unit_around, unit_moved
from hearsay.vocabulary.edtf import Point


def months_from(year: int, month: int, length: int, *, unit: str = "quarter") -> Stretch:
    """So many months from the first of one, counted past December where need be."""
    low, high = year * 12 + month - 1, year * 12 + month + length - 2
    start, end = Point(low // 12, low % 12 + 1), Point(high // 12, high % 12 + 1)
    return Stretch(start, end, unit)  # type: ignore[arg-type]


def fiscal_year(phrase: FiscalYear, setting: Setting) -> list[Stretch]:
    """A fiscal year, by whose it is: October n−1 to September n, or April to March."""
    own = setting.period
    if phrase.year is None and own is not None and _is_year(own):
        # A report on twelve months that do not begin in January covers the fiscal year it names.
        return [in_other_year(own, own.last.year + _STEPS.get(phrase.which or "this", 0))]
    start = _start_of(phrase, setting)
    if start is None:
        return []
    if not setting.british:
        return [months_from(start, -2, 12, unit="year")]
    named = [months_from(start, 4, 12, unit="year")]
    if phrase.year is not None and phrase.then is None:
        # "FY 2021" is the British year that ends in 2021, by the way the American one is named;
        # the one that begins in it is the other reading.
        return [months_from(start - 1, 4, 12, unit="year"), *named]
    return named


def _start_of(phrase: FiscalYear, setting: Setting) -> int | None:
    if phrase.year is not None:
        year = full_year(phrase.year, setting.published)
        return year if setting.british or phrase.then is None else year + 1
    if setting.published is None:
        return None
    now = setting.published
    if setting.british:
        year = now.year if now.month >= 4 else now.year - 1
    else:
        year = now.year + 1 if now.month >= 10 else now.year
    return year + _STEPS.get(phrase.which or "this", 0)


_STEPS = {"last": -1, "previous": -1, "past": -1, "next": 1, "following": 1}


def _is_year(period: Stretch) -> bool:
    """Whether a period runs over twelve months from the first of one that is not January."""
    first, after = period.first, period.last + timedelta(1)
    return (
        first.day == 1
        and first.month > 1
        and (first.month, 1) == (after.month, after.day)
        and (after.year == first.year + 1)
    )


def quarter_of(year: Stretch, number: int) -> Stretch:
    """A quarter by its number of a calendar or fiscal year."""
    assert year.low is not None
    first = year.first
    return months_from(first.year, first.month + 3 * (number - 1), 3)


def half_of(year: Stretch, number: int) -> Stretch:
    """A half by its number of a calendar or fiscal year."""
    first = year.first
    return months_from(first.year, first.month + 6 * (number - 1), 6, unit="half")


def latest_quarter(number: int, setting: Setting, *, fiscal: bool) -> list[Stretch]:
    """A quarter by its number alone: the latest begun, or the next where the future is meant."""
    limit = setting.published if setting.future and setting.published else setting.limit
    if limit is None:
        return []
    offset = (3 if setting.british else -3) if fiscal else 0
    some = [
        months_from(year, 1 + offset + 3 * (number - 1), 3)
        for year in range(limit.year - 2, limit.year + 4)
    ]
    if setting.future:
        return [q for q in some if q.last >= limit][:1]
    return [q for q in some if q.first <= limit][-1:]


def quarter_in_report(period: Stretch, which: str) -> Stretch:
    """ "The quarter" and its neighbours in a report that covers a period."""
    own = unit_around(period.last, "quarter")
    if which in ("last", "past", "previous"):
        return unit_moved(own, "quarter", -1)
    if which in ("next", "following"):
        return unit_moved(own, "quarter", 1)
    return own


def in_other_year(period: Stretch, year: int) -> Stretch:
    """A report's period, moved to end in another year."""
    by = year - period.last.year
    assert period.low is not None
    assert period.high is not None
    low = period.low._replace(year=period.low.year + by)
    return Stretch(_held(low), _held(period.high._replace(year=year)), period.unit)


def _held(point: Point) -> Point:
    """29 February as the 28th in years without one."""
    try:
        date(point.year, point.month or 1, point.day or 1)
    except ValueError:
        return point._replace(day=28)
    return point
