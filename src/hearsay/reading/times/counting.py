"""Placing what is counted: "three days ago", "two months later", "the past three weeks"."""

from __future__ import annotations

from hearsay.reading.times.phrases import Counted, Running
from hearsay.reading.times.ranges import Place
from hearsay.reading.times.setting import Setting
from hearsay.reading.times.stretches import (
    COARSENESS,
    ONE_DAY,
    Stretch,
    at,
    day,
    days,
    is_as_fine_as,
    plain,
    shifted,
    unit_around,
    unit_moved,
)


def counted(phrase: Counted, setting: Setting, place: Place) -> list[Stretch]:
    """So many units before or after a time: one unit, at the grain of the words."""
    if any(count < 1 for count, _ in phrase.amounts):
        return []
    base = _counted_from(phrase, setting, place)
    if base is None or base.low is None or base.high is None:
        return []
    back = phrase.direction in ("ago", "earlier")
    finest = min((unit for _, unit in phrase.amounts), key=lambda u: COARSENESS[u])
    hours = finest == "hour"
    if hours and any(count % 24 for count, unit in phrase.amounts if unit == "hour"):
        return []
    if not is_as_fine_as(base, finest):
        return []
    start = base.first if back else base.last
    for count, unit in phrase.amounts:
        start = shifted(start, unit, -count if back else count)
    found = unit_around(start, finest if not hours else "day")
    if phrase.direction in ("ago", "hence", "in") or finest in ("day", "hour", "businessday"):
        return [found]
    own = unit_around(start, base.unit) if base.unit in ("day", "month", "quarter") else found
    return [found, own]


def _counted_from(phrase: Counted, setting: Setting, place: Place) -> Stretch | None:
    """The time that is counted from: the words' own, publication, or the one told of."""
    now = at(day(setting.published)) if setting.published is not None else None
    if phrase.base is not None:
        found = place(phrase.base, setting)
        return found[0] if found else None
    if phrase.direction == "in" and not setting.future:
        return None
    if phrase.direction in ("ago", "hence", "in"):
        return now
    if setting.anchor is not None:
        return setting.anchor
    # With no date to count from, "later" means later than now only where the future is spoken of.
    return now if phrase.direction == "earlier" or setting.future else None


def running(phrase: Running, setting: Setting, place: Place) -> list[Stretch]:
    """So many units up to publication or on from it, or beside a time that the words give."""
    if any(count < 1 or unit == "minute" for count, unit in phrase.amounts):
        return []
    if phrase.base is not None:
        return _running_beside(phrase, setting, place)
    now = setting.published
    # "Within a week the city had three governors" counts from what is told of.
    if now is None or (phrase.forward and setting.past):
        return []
    end = now
    for count, unit in phrase.amounts:
        end = shifted(end, unit, count if phrase.forward else -count)
    found = days(now + ONE_DAY, end) if phrase.forward else days(end, now)
    if not phrase.bare:
        return [found]
    return [found, unit_moved(at(day(now)), phrase.amounts[0][1], -1)]


def _running_beside(phrase: Running, setting: Setting, place: Place) -> list[Stretch]:
    """So many units on from a time, or up to the day before it."""
    assert phrase.base is not None
    found: list[Stretch] = []
    for base in place(phrase.base, setting)[:1]:
        end = base.first
        for count, unit in phrase.amounts:
            end = shifted(end, unit, count if phrase.forward else -count)
        last = base.first - ONE_DAY
        found.append(days(base.first, end - ONE_DAY) if phrase.forward else plain(end, last))
    return found
