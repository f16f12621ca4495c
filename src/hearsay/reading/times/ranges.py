"""Ranges whose two ends complete each other: "from 3 to 7 May", "October 1–December 31, 2021"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from hearsay.reading.times.phrases import (
    Dated,
    InQuarter,
    InSeason,
    Now,
    NthOf,
    Numeric,
    OnWeekday,
    PartOf,
    Phrase,
)
from hearsay.reading.times.setting import Setting
from hearsay.reading.times.stretches import Stretch
from hearsay.vocabulary.edtf import Point

Place = Callable[[Phrase, Setting], list[Stretch]]


def ranged(low: Phrase, high: Phrase, setting: Setting, place: Place) -> list[Stretch]:
    """From the beginning of one time to the end of another, both included."""
    if isinstance(high, Now):
        return _to_now(low, setting, place)
    if isinstance(low, Numeric) and isinstance(high, Numeric):
        return _numeric(low, high, setting, place)
    low, high = completed(low, high)
    if _without_year(low) and _without_year(high):
        return _of_some_year(low, high, setting, place)
    found: list[Stretch] = []
    for ends in place(high, setting):
        for starts in place(low, _for_lower(low, ends, setting)):
            if starts.low and ends.high and starts.first <= ends.last:
                found.append(Stretch(starts.low, ends.high))
    return found


def _without_year(phrase: Phrase) -> bool:
    core = _core(phrase)
    return core is not None and core.year is None


def _of_some_year(low: Phrase, high: Phrase, setting: Setting, place: Place) -> list[Stretch]:
    """Neither end has a year: the latest range begun, its end the first one after its start.

    Where the future is spoken of, the first range not over: it may have begun.
    """
    found: list[Stretch] = []
    for starts in place(low, replace(setting, future=False)) + place(low, setting):
        ahead = replace(setting, published=starts.first, period=None, future=True)
        for ends in place(high, ahead)[:1]:
            over = setting.published is not None and ends.last < setting.published
            if starts.low and ends.high and not (over and setting.future):
                found.append(Stretch(starts.low, ends.high))
    return found if not setting.future else found[:1]


def _to_now(low: Phrase, setting: Setting, place: Place) -> list[Stretch]:
    found: list[Stretch] = []
    for start in place(low, setting)[:1]:
        found.append(Stretch(start.low, None))
        if setting.published is not None and start.first <= setting.published:
            day = Point(setting.published.year, setting.published.month, setting.published.day)
            found.append(Stretch(start.low, day))
    return found


def _numeric(low: Numeric, high: Numeric, setting: Setting, place: Place) -> list[Stretch]:
    """Two dates in numbers: one that decides its order decides the other's."""
    low = replace(low, year=low.year if low.year is not None else high.year)
    for one in (low, high):
        if max(one.one, one.two) > 12:
            setting = replace(setting, country="US" if one.two > 12 else "GB")
    found: list[Stretch] = []
    for country in [setting.country] if setting.country else ["GB", "US"]:
        here = replace(setting, country=country)
        if low.year is None and high.year is None:
            found += _of_some_year(low, high, here, place)
            continue
        for ends in place(high, here)[:1]:
            for starts in place(low, here)[:1]:
                if starts.first <= ends.last:
                    found.append(Stretch(starts.low, ends.high))
    return found


def completed(low: Phrase, high: Phrase) -> tuple[Phrase, Phrase]:
    """Both ends with the month and year that only one of them gives."""
    if isinstance(low, Dated) and isinstance(high, NthOf) and low.day and not low.month:
        return replace(high, number=low.day), high
    if isinstance(low, InQuarter) and isinstance(high, InQuarter) and low.of is None:
        return replace(low, of=high.of, fiscal=high.fiscal), high
    one, other = _core(low), _core(high)
    if one is None or other is None:
        return low, high
    if isinstance(one, Dated) and isinstance(other, Dated):
        one, other = _complete_dates(one, other)
    elif one.year is None and other.year is not None:
        one = replace(one, year=other.year)
    return _with_core(low, one), _with_core(high, other)


Core = Dated | InSeason


def _core(phrase: Phrase) -> Core | None:
    """The date or season that a phrase is, or is a part of."""
    if isinstance(phrase, PartOf):
        return _core(phrase.of)
    return phrase if isinstance(phrase, Dated | InSeason) else None


def _with_core(phrase: Phrase, core: Phrase) -> Phrase:
    return replace(phrase, of=_with_core(phrase.of, core)) if isinstance(phrase, PartOf) else core


def _complete_dates(low: Dated, high: Dated) -> tuple[Dated, Dated]:
    if low.month is None and low.day is not None:
        low = replace(low, month=high.month, solar=high.solar)
    if high.month is None and high.day is not None:
        high = replace(high, month=low.month, solar=low.solar)
    later = (high.month or 12, high.day or 31) < (low.month or 1, low.day or 1)
    if low.year is None and high.year is not None:
        low = replace(low, year=high.year - 1 if later else high.year)
    elif high.year is None and low.year is not None:
        high = replace(high, year=low.year + 1 if later else low.year)
    return low, high


def _for_lower(low: Phrase, ends: Stretch, setting: Setting) -> Setting:
    """A lower end without a year, or a weekday, is the latest one before the upper end."""
    if _without_year(low) or (isinstance(low, OnWeekday) and low == OnWeekday(low.weekday)):
        return replace(setting, published=ends.last, period=None, future=False)
    return setting
