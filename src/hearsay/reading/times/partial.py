"""Dates with parts left out, placed by the rule: the latest one not after publication.

In a report that covers a period, the latest one not after the period's end. The future only where
the sentence speaks of it or the words say "next".
"""

from __future__ import annotations

from datetime import date, timedelta

from hearsay.reading.times import solar
from hearsay.reading.times.holidays import day_of
from hearsay.reading.times.phrases import Dated, Holiday, Numeric, OnWeekday, Which
from hearsay.reading.times.setting import Setting
from hearsay.reading.times.stretches import ONE_DAY, Stretch, at, day, days, unit_around
from hearsay.vocabulary.edtf import WINTER, Point

MONTH_FIRST = frozenset({"US", "FM", "MH", "PW", "GU", "PR"})


def full_year(year: int, published: date | None) -> int:
    """A year of two digits completed: the one at most 20 years after publication."""
    if year >= 100:
        return year
    newest = (published.year if published else 2030) + 20
    return newest - (newest - year) % 100


def dated(phrase: Dated, setting: Setting) -> list[Stretch]:
    """Every reading of a date, the likeliest first."""
    if phrase.solar:
        return _solar(phrase, setting)
    if phrase.year is not None:
        year = full_year(phrase.year, setting.published)
        return existing([Point(year, phrase.month, phrase.day)])
    if phrase.month is not None:
        return _of_some_year(phrase, setting)
    if phrase.day is not None:
        return _of_some_month(phrase.day, phrase.weekday, setting)
    return []


def existing(points: list[Point]) -> list[Stretch]:
    """Those of the points that the calendar has, as stretches."""
    found: list[Stretch] = []
    for point in points:
        try:
            point.first  # noqa: B018 - raises where there is no such day
        except ValueError:
            continue
        if at(point) not in found:
            found.append(at(point))
    return found


def _of_some_year(phrase: Dated, setting: Setting) -> list[Stretch]:
    limit = setting.published if setting.future and setting.published else setting.limit
    if limit is None:
        return []
    years = range(limit.year - 8, limit.year + 9)
    some = [s.low for s in existing([Point(y, phrase.month, phrase.day) for y in years])]
    points = [point for point in some if point is not None]
    narrated = _going_on(points, setting, limit, within=300)
    if narrated:
        return existing([*narrated, *choose(points, limit, setting)])
    if phrase.weekday is not None:
        # A weekday two years off is likelier a slip of the writer's than a date that old.
        near = [p for p in points if abs(p.year - limit.year) <= 1]
        fitting = [p for p in near if p.first.weekday() == phrase.weekday]
        if len(fitting) == 1:
            return existing(fitting)
        points = fitting or points
    chosen = choose(points, limit, setting)
    if setting.period is not None and setting.published is not None and not setting.future:
        # A date outside what the report covers is of the weeks between that and publication.
        inside = [p for p in points if setting.period.first <= p.first <= setting.period.last]
        chosen = inside[-1:] or choose(points, setting.published, setting)
    if setting.period is None or setting.published is None or setting.future:
        return existing(chosen)
    later = [p for p in points if limit < p.first <= setting.published]
    return existing(chosen + later[-1:])


def _going_on(points: list[Point], setting: Setting, limit: date, *, within: int) -> list[Point]:
    """The first of the points not before the date that a narrative has come to, if it is near."""
    told = setting.told
    if told is None or told.low is None or setting.future:
        return []
    near = [p for p in points if p.last >= told.first and (p.first - told.first).days <= within]
    return [p for p in near[:1] if p.first <= limit]


def holiday(phrase: Holiday, setting: Setting) -> list[Stretch]:
    """The day of a feast, by the same rule where no year is said."""
    if phrase.year is not None:
        return [at(day(day_of(phrase.name, full_year(phrase.year, setting.published))))]
    limit = setting.published if setting.future and setting.published else setting.limit
    if limit is None:
        return []
    points = [day(day_of(phrase.name, year)) for year in range(limit.year - 2, limit.year + 3)]
    return existing(choose(points, limit, setting))


def choose(points: list[Point], limit: date, setting: Setting) -> list[Point]:
    """The latest point begun by `limit`, or the earliest not over by it in the future tense."""
    if setting.future:
        coming = [p for p in points if p.last >= limit][:1]
        gone = [p for p in points if p.last < limit][-1:]
        if setting.ahead and gone and coming:
            # A deadline just missed is likelier than one most of a year off.
            since, until = (limit - gone[0].last).days, (coming[0].first - limit).days
            return gone if 3 * since < until else coming
        return coming
    gone = [p for p in points if p.first <= limit][-1:]
    if setting.vote and gone:
        coming = [p for p in points if p.first > limit][:1]
        since, until = (limit - gone[0].last).days, (coming[0].first - limit).days if coming else 0
        return coming if coming and 3 * until < since else gone
    return gone


def _of_some_month(number: int, weekday: int | None, setting: Setting) -> list[Stretch]:
    limit = setting.published if setting.future and setting.published else setting.limit
    if limit is None:
        return []
    if setting.told is not None and setting.told.low is not None:
        near_told = _days_around(setting.told.first, number, months=2)
        narrated = _going_on(near_told, setting, limit, within=45)
        if narrated:
            return existing(narrated)
    some = _days_around(limit, number, months=14)
    if weekday is not None:
        some = [p for p in some if p.first.weekday() == weekday] or some
        if not setting.future:
            near = [p for p in some if p.first >= limit and (p.first - limit).days < 7]
            if near and choose(some, limit, setting) and _far(choose(some, limit, setting), limit):
                return existing(near)
    return existing(choose(some, limit, setting))


def _days_around(when: date, number: int, *, months: int) -> list[Point]:
    """The days of that number in the months around a day."""
    middle = when.year * 12 + when.month - 1
    points = [
        Point(m // 12, m % 12 + 1, number) for m in range(middle - months, middle + months + 1)
    ]
    return [s.low for s in existing(points) if s.low is not None]


def _far(points: list[Point], limit: date) -> bool:
    """Whether "Friday the 11th" can hardly be meant, being months ago, when one is near."""
    return (limit - points[0].first).days > 45


def _solar(phrase: Dated, setting: Setting) -> list[Stretch]:
    if phrase.year is not None:
        return _solar_of_year(phrase, phrase.year)
    if setting.limit is None or phrase.month is None:
        return []
    newest = solar.solar_year_of(setting.limit)
    years = (newest, newest + 1, newest + 2) if setting.future else (newest, newest - 1)
    for year in years:
        found = _solar_of_year(phrase, year)
        if not found:
            continue
        if setting.future and found[0].last >= setting.limit:
            return found
        if not setting.future and found[0].first <= setting.limit:
            return found
    return []


def _solar_of_year(phrase: Dated, year: int) -> list[Stretch]:
    if year < 100:
        year += 1300 if year > 20 else 1400
    month = phrase.month or 1
    first = solar.gregorian(year, month, phrase.day or 1)
    if first is None:
        return []
    if phrase.day is not None:
        return [at(day(first))]
    if phrase.month is None:
        return [days(first, solar.year_start(year + 1) - ONE_DAY, "year")]
    last = first + timedelta(days=solar.month_length(year, month) - 1)
    return [days(first, last, "month")]


def numeric(phrase: Numeric, setting: Setting) -> list[Stretch]:
    """A date in numbers: a number above 12 decides, then the outlet's country; else both."""
    month_first = Dated(phrase.year, phrase.one, phrase.two)
    day_first = Dated(phrase.year, phrase.two, phrase.one)
    if phrase.two > 12:
        orders = [month_first]
    elif phrase.one > 12:
        orders = [day_first]
    elif setting.country is None:
        orders = [day_first, month_first]
    else:
        orders = [month_first if setting.country in MONTH_FIRST else day_first]
    found: list[Stretch] = []
    for order in orders:
        found += [stretch for stretch in dated(order, setting)[:1] if stretch not in found]
    return found


def on_weekday(phrase: OnWeekday, setting: Setting) -> list[Stretch]:
    """A day of the week; the one of publication itself is taken for the week before."""
    now = setting.published
    if phrase.which in ("following", "same", "that", "previous") and setting.anchor is not None:
        return _near_anchor(phrase.weekday, phrase.which, setting.anchor)
    if now is None:
        return []
    back = (now.weekday() - phrase.weekday - 1) % 7 + 1
    before = now - timedelta(days=back)
    after = now + timedelta(days=(phrase.weekday - now.weekday() - 1) % 7 + 1)
    if phrase.which in ("next", "following"):
        other = unit_around(now, "week").first + timedelta(days=7 + phrase.weekday)
        return existing([day(after), day(other)])
    if phrase.which == "this":
        here = unit_around(now, "week").first + timedelta(days=phrase.weekday)
        if setting.past and here > now:
            here -= timedelta(days=7)
        elif setting.future and here < now:
            here += timedelta(days=7)
        return existing([day(here)])
    if phrase.which is None:
        same = [day(now)] if now.weekday() == phrase.weekday else []
        return existing([day(after if setting.future else before), *same])
    return existing([day(before)])


def _near_anchor(weekday: int, which: Which, anchor: Stretch) -> list[Stretch]:
    if which == "following":
        last = anchor.last
        return [at(day(last + timedelta(days=(weekday - last.weekday() - 1) % 7 + 1)))]
    if which == "previous":
        first = anchor.first
        return [at(day(first - timedelta(days=(first.weekday() - weekday - 1) % 7 + 1)))]
    return [at(day(unit_around(anchor.first, "week").first + timedelta(days=weekday)))]


def season(number: int, year: int | None, setting: Setting) -> list[Stretch]:
    """A season, winter named by its December."""
    if year is not None:
        return [at(Point(full_year(year, setting.published), number))]
    limit = setting.published if setting.future and setting.published else setting.limit
    if limit is None:
        return []
    points = [Point(y, number) for y in range(limit.year - 2, limit.year + 3)]
    return existing(choose(points, limit, setting))


def pointed_at(points: list[Point], which: Which, setting: Setting) -> list[Stretch]:
    """ "last November", "next summer": one of several years' points, by the word before it."""
    anchored = which in ("following", "same", "that", "previous") and setting.anchor is not None
    base = setting.anchor if anchored else None
    now = base.first if base is not None else setting.published
    if now is None:
        return []
    before = [p for p in points if p.last < now]
    after = [p for p in points if p.first > (base.last if base is not None else now)]
    inside = [p for p in points if p.first <= now <= p.last]
    if which in ("last", "past", "previous"):
        other = [p for p in before[-2:-1] if before[-1].year == now.year and p.month != WINTER]
        return existing(before[-1:] + (other if which == "last" else []))
    if which in ("next", "following"):
        return existing(after[:1])
    if inside:
        return existing(inside)
    return existing([p for p in points if p.year == now.year] or before[-1:])
