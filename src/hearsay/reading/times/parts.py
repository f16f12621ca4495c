"""Parts of a period: early, mid and late, beginnings and ends, the first three months of it."""

from __future__ import annotations

from datetime import date, timedelta

from hearsay.reading.times.phrases import PartName, Unit
from hearsay.reading.times.setting import Setting
from hearsay.reading.times.stretches import (
    ONE_DAY,
    Stretch,
    at,
    day,
    days,
    months,
    plain,
    shifted,
    unit_around,
)
from hearsay.vocabulary.edtf import Point

_THIRD = {"early": 0, "start": 0, "mid": 1, "late": 2, "end": 2}
# The years of a decade that are its early, middle and late ones.
_DECADE = ((0, 3), (4, 6), (7, 9))
_CENTURY = ((0, 33), (34, 66), (67, 99))
# Monday to Wednesday, Tuesday to Friday, Thursday to Sunday.
_WEEK = ((0, 2), (1, 4), (3, 6))


def part_of(name: PartName, whole: Stretch, setting: Setting) -> list[Stretch]:
    """A part of a period; for a single day or an uneven stretch, the whole."""
    if name in ("earlier", "later", "rest"):
        return _beside_now(name, whole, setting)
    third = _THIRD[name]
    if whole.unit == "day":
        return [whole]
    if whole.unit == "month":
        return [_third_of_month(whole, third)]
    if whole.unit == "week":
        first, last = _WEEK[third]
        return [days(whole.first + timedelta(first), whole.first + timedelta(last))]
    if whole.unit in ("decade", "century"):
        return _part_of_years(name, third, whole)
    if whole.unit in ("year", "half", "quarter"):
        return _part_of_months(name, third, whole)
    return [whole]


def _third_of_month(whole: Stretch, third: int) -> Stretch:
    first, last = whole.first, whole.last
    if (first.day, (last + ONE_DAY).day) == (1, 1):
        end = last if third == 2 else first + timedelta(10 * third + 9)
        return days(first + timedelta(10 * third), end)
    return days(  # a month of another calendar
        first + timedelta(10 * third), last if third == 2 else first + timedelta(10 * third + 9)
    )


def _part_of_months(name: PartName, third: int, whole: Stretch) -> list[Stretch]:
    if whole.first.day != 1:
        return [whole]
    length = {"year": 4, "half": 2, "quarter": 1}[whole.unit]
    low = shifted(whole.first, "month", length * third)
    high = shifted(low, "month", length - 1)
    said = months(low, high, "month" if length == 1 else "period")
    if name == "end" and length > 1:
        return [at(Point(whole.last.year, whole.last.month)), said]
    if name == "start" and length > 1:
        return [said, at(Point(low.year, low.month))]
    return [said]


def _part_of_years(name: PartName, third: int, whole: Stretch) -> list[Stretch]:
    low, high = (_DECADE if whole.unit == "decade" else _CENTURY)[third]
    start = whole.first.year
    said = Stretch(Point(start + low), Point(start + high))
    if name == "end":
        return [at(Point(whole.last.year)), said]
    return [said]


def _beside_now(name: PartName, whole: Stretch, setting: Setting) -> list[Stretch]:
    """ "Earlier this year" ends with publication, "later this year" begins with it."""
    if whole.unit == "day":
        return [whole]
    now = setting.published
    if setting.anchor is not None and whole.first <= setting.anchor.first <= whole.last:
        inside = setting.anchor
        if now is None or not whole.first <= now <= whole.last or name == "later":
            if inside.first == whole.first and inside.last >= whole.last:
                return [whole]
            if name == "earlier":
                return [Stretch(day(whole.first), day(inside.last)), whole]
            return [plain(inside.first, whole.last), whole]
    if now is None or not whole.first <= now <= whole.last:
        return [whole]
    if name == "earlier":
        return [days(whole.first, now), whole]
    return [days(now, whole.last)] + ([whole] if name == "later" else [])


def edge_of(count: int, unit: Unit, whole: Stretch, *, last: bool) -> list[Stretch]:
    """ "The first nine months of 2021", "the last two weeks of June"."""
    if last:
        start = shifted(whole.last + ONE_DAY, unit, -count)
        return [plain(start, whole.last)] if start >= whole.first else []
    end = shifted(whole.first, unit, count) - ONE_DAY
    return [plain(whole.first, end)] if end <= whole.last else []


def ending(count: int, unit: Unit, whole: Stretch) -> list[Stretch]:
    """ "The three months to December 2021", "the week ending 12 February"."""
    if count < 1:
        return []
    after = whole.last + ONE_DAY
    return [plain(shifted(after, unit, -count), whole.last)]


def nth_unit(number: int, unit: Unit, whole: Stretch) -> list[Stretch]:
    """ "The second week of June", "the third quarter of this year", "the 20th of next month"."""
    if unit == "day":
        when = whole.last if number == -1 else whole.first + timedelta(number - 1)
        return [at(day(when))] if number and when <= whole.last else []
    if unit in ("week", "weekend"):
        return _nth_week(number, unit, whole)
    if number < 0:
        return [unit_around(whole.last, unit)]
    found = unit_around(shifted(whole.first, unit, number - 1), unit)
    return [found] if found.last <= whole.last else []


def _nth_week(number: int, unit: Unit, whole: Stretch) -> list[Stretch]:
    if unit == "weekend":
        saturdays = [d for d in _days_in(whole) if d.weekday() == 5]
        if not saturdays or number > len(saturdays):
            return []
        return [unit_around(saturdays[number - 1 if number > 0 else -1], "weekend")]
    if whole.unit == "year" and whole.first.month == 1:
        # ISO weeks: the first is the one with 4 January in it, the last the one with 28 December.
        base = date(whole.first.year, 1, 4) if number > 0 else date(whole.first.year, 12, 28)
        return [unit_around(base + timedelta(7 * (number - 1 if number > 0 else 0)), "week")]
    if number > 0:
        start = whole.first + timedelta(7 * (number - 1))
        thursday = whole.first + timedelta((3 - whole.first.weekday()) % 7)
        iso = unit_around(thursday + timedelta(7 * (number - 1)), "week")
        return [days(start, min(start + timedelta(6), whole.last), "week"), iso]
    thursday = whole.last - timedelta((whole.last.weekday() - 3) % 7)
    return [days(whole.last - timedelta(6), whole.last, "week"), unit_around(thursday, "week")]


def nth_weekday(number: int, weekday: int, whole: Stretch) -> list[Stretch]:
    """ "The first Friday of May"; counted from a single day, "two Sundays from now"."""
    if whole.unit == "day":
        back = number < 0
        ahead = (weekday - whole.first.weekday() - 1) % 7 + 1
        near = timedelta(ahead - 7 if back and ahead < 7 else ahead if not back else -7)
        weeks = number + 1 if back else number - 1
        return [at(day(whole.first + near + timedelta(7 * weeks)))]
    some = [d for d in _days_in(whole) if d.weekday() == weekday]
    if not some or number > len(some) or number == 0:
        return []
    return [at(day(some[number - 1 if number > 0 else -1]))]


def _days_in(whole: Stretch) -> list[date]:
    length = min((whole.last - whole.first).days, 400)
    return [whole.first + timedelta(n) for n in range(length + 1)]
