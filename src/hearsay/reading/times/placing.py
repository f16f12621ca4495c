"""Placing a phrase in the calendar: what it says in, every stretch it can stand for out.

The first stretch is the reading by the rules; the others are the readings that the words allow
besides. An empty list means that the phrase is no date, or cannot be placed from what is known.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hearsay.reading.times import partial, parts, quarters
from hearsay.reading.times.counting import counted, running
from hearsay.reading.times.holidays import day_of
from hearsay.reading.times.phrases import (
    Counted,
    Dated,
    DayFromNow,
    Decade,
    EdgeOf,
    EndingWith,
    FiscalYear,
    Holiday,
    InQuarter,
    InSeason,
    NoDate,
    Now,
    NthOf,
    Numeric,
    OnWeekday,
    Open,
    PartOf,
    PartOfDay,
    Phrase,
    Qualified,
    Ranged,
    Running,
    SamePeriod,
    Then,
    WeekNumber,
    WeekOf,
    WhichNamed,
    WholeUnit,
)
from hearsay.reading.times.ranges import ranged
from hearsay.reading.times.setting import Setting
from hearsay.reading.times.stretches import (
    ONE_DAY,
    Stretch,
    at,
    beside,
    day,
    days,
    is_as_fine_as,
    unit_around,
    unit_moved,
)
from hearsay.vocabulary.edtf import Point


def place(phrase: Phrase, setting: Setting) -> list[Stretch]:
    """Every stretch that a phrase can stand for, the likeliest first, none twice."""
    try:
        found = _place(phrase, setting)
    except (ValueError, OverflowError):  # no such day, or outside the years of the calendar
        return []
    return list(dict.fromkeys(found))


def is_placeable(phrase: Phrase, setting: Setting) -> bool:
    """Whether a phrase would stand for something if only the date of publication were known."""
    return bool(place(phrase, replace(setting, published=_SOME_DAY)))


_SOME_DAY = date(2020, 6, 15)


def _place(phrase: Phrase, setting: Setting) -> list[Stretch]:
    match phrase:
        case Dated():
            return partial.dated(phrase, setting)
        case Numeric():
            return partial.numeric(phrase, setting)
        case OnWeekday(week=None):
            return partial.on_weekday(phrase, setting)
        case OnWeekday(weekday=weekday, week=week) if week is not None:
            return [at(day(w.first + timedelta(weekday))) for w in _place(week, setting)]
        case DayFromNow(offset):
            now = setting.published
            return [] if now is None else [at(day(now + timedelta(offset)))]
        case WholeUnit():
            return _whole_unit(phrase, setting)
        case WhichNamed():
            return _which_named(phrase, setting)
        case InSeason() | InQuarter() | FiscalYear() | Decade() | WeekNumber() | SamePeriod():
            return _named_period(phrase, setting)
        case Counted():
            return counted(phrase, setting, _place)
        case Running():
            return running(phrase, setting, _place)
        case EndingWith(count, unit, of):
            return [s for whole in _place(of, setting) for s in parts.ending(count, unit, whole)]
        case PartOf() | EdgeOf() | NthOf() | WeekOf():
            return _part(phrase, setting)
        case Ranged(low, high, short):
            found = ranged(low, high, setting, _place)
            return found + (_as_month(low, high) if short else [])
        case Open():
            return _open(phrase, setting)
        case Now():
            return [] if setting.published is None else [at(day(setting.published))]
        case Qualified(mark, of):
            return [replace(stretch, mark=mark) for stretch in _place(of, setting)]
        case PartOfDay():
            return _day_told_of(setting)
        case Then():
            return [] if setting.anchor is None else [setting.anchor]
        case Holiday():
            return partial.holiday(phrase, setting)
        case NoDate():
            return []
    raise AssertionError(phrase)


def _day_told_of(setting: Setting) -> list[Stretch]:
    """The day that a time of day is of: the one told of last, or that of publication."""
    if setting.anchor is not None and setting.anchor.unit == "day":
        return [setting.anchor]
    return [] if setting.published is None else [at(day(setting.published))]


def _as_month(low: Phrase, high: Phrase) -> list[Stretch]:
    """ "2011-12" as December 2011."""
    if not isinstance(low, Dated) or not isinstance(high, Dated) or not low.year or not high.year:
        return []
    month = high.year % 100
    return [at(Point(low.year, month))] if 1 <= month <= 12 else []


def _whole_unit(phrase: WholeUnit, setting: Setting) -> list[Stretch]:
    unit, which = phrase.unit, phrase.which
    if which == "the next":
        which = "next" if setting.future and unit != "day" else "following"
    if unit == "period":
        return [setting.period] if setting.period is not None else []
    if unit == "quarter" and setting.period is not None:
        return [quarters.quarter_in_report(setting.period, which)]
    if which == "the" and setting.period is not None and unit in ("month", "year"):
        return [unit_around(setting.period.last, unit)]
    base = setting.anchor if which in ("following", "previous", "same", "that") else None
    if base is not None and base.low is not None and base.high is not None:
        by = {"following": phrase.by, "previous": -phrase.by}.get(which, 0)
        start = at(day(base.last)) if by > 0 else base
        return [unit_moved(start, unit, by)] if is_as_fine_as(base, unit) else []
    unsaid = (which == "that" and unit != "weekend") or (which == "same" and unit == "day")
    if setting.published is None or unsaid or (which == "following" and setting.past):
        return []
    now = at(day(setting.published))
    by = {"last": -1, "past": -1, "previous": -1, "next": 1, "following": 1}.get(which, 0)
    if unit == "weekend" and which in ("the", "that") and not setting.future:
        found = unit_around(setting.published, unit)
        return [found if found.first <= setting.published else unit_moved(found, unit, -1)]
    found = unit_moved(now, unit, by * phrase.by)
    if unit == "weekend" and which == "this" and setting.past and found.first > now.last:
        found = unit_moved(found, unit, -1)
    return [found]


def _which_named(phrase: WhichNamed, setting: Setting) -> list[Stretch]:
    now = setting.anchor.first if setting.anchor is not None else setting.published
    now = setting.published or now
    if now is None:
        return []
    years = range(now.year - 9, now.year + 10)
    named = phrase.named
    if isinstance(named, InSeason):
        points = [Point(year, named.season) for year in years]
    elif isinstance(named, Holiday):
        points = [day(day_of(named.name, year)) for year in years]
    elif isinstance(named, Dated) and not named.solar:
        some = partial.existing([Point(y, named.month, named.day) for y in years])
        points = [s.low for s in some if s.low is not None]
    else:
        return _place(named, setting)
    return partial.pointed_at(points, phrase.which, setting)


def _named_period(phrase: Phrase, setting: Setting) -> list[Stretch]:
    match phrase:
        case InSeason(season, _, of) if of is not None:
            return [at(Point(year.first.year, season)) for year in _place(of, setting)]
        case InSeason(season, year):
            return partial.season(season, year, setting)
        case FiscalYear():
            return quarters.fiscal_year(phrase, setting)
        case InQuarter():
            return _quarter(phrase, setting)
        case Decade(year, length):
            start = year
            if year < 100 and length == 10:
                start = 2000 + year if year <= 20 else 1900 + year
            start = max(start, 1)
            if length == 10 and 1000 <= start <= 1900 and start % 100 == 0:  # "the 1600s"
                return [unit_around(Point(start).first, of) for of in ("century", "decade")]
            unit = "decade" if length == 10 else "century"
            return [unit_around(Point(start).first, unit)]  # type: ignore[arg-type]
        case WeekNumber(number, year):
            return _week_number(number, year, setting)
        case SamePeriod():
            return _same_period(phrase, setting)
    return []


def _quarter(phrase: InQuarter, setting: Setting) -> list[Stretch]:
    fiscal = phrase.fiscal or setting.fiscal
    of = phrase.of
    if of is None:
        return quarters.latest_quarter(phrase.number, setting, fiscal=fiscal)
    if fiscal and isinstance(of, Dated) and of.month is None:
        of = FiscalYear(of.year)
    elif fiscal and isinstance(of, WholeUnit):
        of = FiscalYear(None, None, of.which)
    return [
        quarters.quarter_of(year, phrase.number)
        for year in _place(of, setting)
        if year.unit == "year"
    ]


def _week_number(number: int, year: int | None, setting: Setting) -> list[Stretch]:
    said = year if year is not None else setting.published and setting.published.year
    if not said or not 1 <= number <= 53:
        return []
    whole = at(Point(said))
    return parts.nth_unit(number, "week", whole)


def _same_period(phrase: SamePeriod, setting: Setting) -> list[Stretch]:
    period, of = setting.period, phrase.of
    if of is None:
        found = period or setting.anchor
        return [found] if found is not None else []
    base = _period_meant(phrase, setting)
    if base is None or base.low is None or base.high is None:
        return []
    if isinstance(of, WholeUnit) and of.which in ("last", "previous"):
        return [quarters.in_other_year(base, base.last.year - 1)]
    return [quarters.in_other_year(base, year.first.year) for year in _place(of, setting)]


def _period_meant(phrase: SamePeriod, setting: Setting) -> Stretch | None:
    """The period, quarter or month whose like in another year is spoken of."""
    if phrase.unit == "period":
        return setting.period or setting.anchor
    if phrase.unit == "quarter" and setting.period is not None:
        return quarters.quarter_in_report(setting.period, "the")
    if setting.anchor is not None and is_as_fine_as(setting.anchor, phrase.unit):
        return unit_around(setting.anchor.last, phrase.unit)
    limit = setting.limit
    return unit_around(limit, phrase.unit) if limit is not None else None


def _part(phrase: Phrase, setting: Setting) -> list[Stretch]:
    found = _part_of_whole(phrase, setting)
    now = setting.published
    if not found or now is None or not setting.past or found[0].first <= now:
        return found
    # "By the end of the year nobody was charged", said in February, is the last year's end.
    if not isinstance(phrase, PartOf | EdgeOf | NthOf) or not isinstance(phrase.of, WholeUnit):
        return found
    if phrase.of.which != "the":
        return found
    return _part_of_whole(replace(phrase, of=replace(phrase.of, which="last")), setting)


def _part_of_whole(phrase: Phrase, setting: Setting) -> list[Stretch]:
    found: list[Stretch] = []
    match phrase:
        case PartOf(part, of):
            for whole in _place(of, setting):
                found += parts.part_of(part, whole, setting)
        case EdgeOf(count, unit, last, of):
            for whole in _place(of, setting):
                found += parts.edge_of(count, unit, whole, last=last)
        case NthOf(number, unit, weekday, of):
            for whole in _place(of, setting):
                if unit == "half":
                    found.append(_half(number, whole))
                elif weekday is not None:
                    found += parts.nth_weekday(number, weekday, whole)
                elif unit is not None:
                    found += parts.nth_unit(number, unit, whole)
        case WeekOf(unit, of):
            found = [unit_around(inner.first, unit) for inner in _place(of, setting)]
    return found


def _half(number: int, whole: Stretch) -> Stretch:
    if whole.unit == "month":
        middle = whole.first + timedelta(14)
        return days(whole.first, middle) if number == 1 else days(middle + ONE_DAY, whole.last)
    if whole.unit in ("decade", "century"):
        first, length = whole.first.year, (whole.last.year - whole.first.year + 1) // 2
        start = first + length * (number - 1)
        return Stretch(Point(start), Point(start + length - 1))
    return quarters.half_of(whole, number)


def _open(phrase: Open, setting: Setting) -> list[Stretch]:
    if phrase == Open("until", Then()) and not setting.past:
        return []  # "until then" is of what is still to come
    if phrase.how in ("until", "by") and not setting.past:
        setting = replace(setting, future=True)  # "the mandate runs until 30 June"
    found: list[Stretch] = []
    for than in _place(phrase.than, setting):
        found += _opened(phrase, than, setting)
    return found


def _opened(phrase: Open, than: Stretch, setting: Setting) -> list[Stretch]:
    low, high = than.low, than.high
    if low is None or high is None:
        return []
    match phrase.how:
        case "since":
            closed = [] if setting.published is None else [Stretch(low, day(setting.published))]
            return [Stretch(low, None), *(s for s in closed if s.first <= s.last)]
        case "until":
            return [Stretch(None, high)]
        case "by":
            return [than, Stretch(None, high)]
        case "after":
            readings = [Stretch(beside(high, 1), None), Stretch(low, None)]
        case "before":
            readings = [Stretch(None, beside(low, -1)), Stretch(None, high)]
    return readings[::-1] if phrase.event else readings
