"""The grammar of ranges: "from March to May 2020", "3–7 May", "2014-17", "in June or July"."""

from __future__ import annotations

from hearsay.reading.times.dates import dated, month_and_day_in_numbers, weekday
from hearsay.reading.times.phrases import Dated, Now, NthOf, OnWeekday, Phrase, Ranged
from hearsay.reading.times.relative import pointed
from hearsay.reading.times.steps import (
    Point,
    Step,
    Tokens,
    day_number,
    is_word,
    past_article,
    past_word,
    year,
)

_JOINTS = ("to", "until", "till", "through", "thru", "-", "–", "and")
_PRESENT = frozenset({"now", "present", "date"})


def ranged(tokens: Tokens, at: int, point: Point) -> Step:
    """ "from March to May 2020", "between 2014 and 2017", "3–7 May", "2014-17"."""
    word = tokens[at].word
    if word in ("from", "between"):
        return _two_ends(tokens, at + 1, point, _JOINTS)
    joints = ("to", "through", "until", "till", "-", "–", "/")
    return _two_ends(tokens, at, point, joints) or _neighbours(tokens, at)


def _neighbours(tokens: Tokens, at: int) -> Step:
    """ "June and July 2021", "12 or 13 December", "Monday or Tuesday": two that follow each other.

    An "or" is a range too: it says within which time something is.
    """
    low = _one_of_two(tokens, at)
    if low is None or not is_word(tokens, low[1], "and", "or"):
        return None
    high = _one_of_two(tokens, low[1] + 1)
    if high is None or not _follows(low[0], high[0], either=tokens[low[1]].word == "or"):
        return None
    return Ranged(low[0], high[0]), high[1]


def _one_of_two(tokens: Tokens, at: int) -> Step:
    kind = tokens[at].kind
    if kind in ("number", "ordinal") and is_word(tokens, at + 1, "and", "or"):
        day = day_number(tokens, at)
        return (Dated(day=day[0]), day[1]) if day is not None else dated(tokens, at)
    found = dated(tokens, at)
    return weekday(tokens, at) if found is None and kind == "weekday" else found


def _follows(low: Phrase, high: Phrase, *, either: bool) -> bool:
    if isinstance(low, OnWeekday) and isinstance(high, OnWeekday):
        return high.weekday == (low.weekday + 1) % 7
    if not isinstance(low, Dated) or not isinstance(high, Dated):
        return False
    if low.day is not None:
        return high.month is not None and high.day == low.day + 1
    if low.month is not None:
        return high.day is None and high.month == low.month % 12 + 1
    return either and high.month is None and high.year == (low.year or 0) + 1


def _two_ends(tokens: Tokens, at: int, point: Point, joints: tuple[str, ...]) -> Step:
    led = joints is _JOINTS
    bare = tokens[at].kind in ("word", "mark", "unit")
    if bare and not led and tokens[at].word not in ("the", "q", "fy", "'"):
        return None
    low = _end(tokens, at, point, led=led)
    if low is None:
        return None
    comma = is_word(tokens, low[1], ",") and tokens[low[1] + 1].kind == "word"
    if comma and (led or is_word(tokens, low[1] + 1, "through", "to", "until")):
        low = low[0], low[1] + 1  # "from October 1, 2021, through December 31, 2021"
    joint = tokens[low[1]]
    if joint.word not in joints:
        return None
    after = past_word(tokens, low[1] + 1, "from") if not led else low[1] + 1
    after = past_word(tokens, after, "about", "at", "in") if joint.kind == "word" else after
    high = _high_end(tokens, after, point, low[0])
    if high is None or not _go_together(low[0], high[0]):
        return None
    short = tokens[high[1] - 1].kind == "number" and len(tokens[high[1] - 1].word) == 2
    short = short and joint.word == "-" and isinstance(high[0], Dated) and high[0].month is None
    return Ranged(low[0], high[0], short and high[0].day is None), high[1]  # type: ignore[union-attr]


def _end(tokens: Tokens, at: int, point: Point, *, led: bool) -> Step:
    """The lower end: any time, or a bare day whose month stands in the upper end."""
    start = past_article(tokens, at)
    found = point(tokens, at)
    if found is not None:
        return found
    if led:
        numbers = month_and_day_in_numbers(tokens, start)
        if numbers is not None:
            return numbers
        if is_word(tokens, start, "now", "today"):
            return Now(), start + 1
    day = day_number(tokens, start)
    if day is not None and tokens[day[1]].kind != "unit":
        return Dated(day=day[0]), day[1]
    return None


def _high_end(tokens: Tokens, at: int, point: Point, low: Phrase) -> Step:
    """The upper end: any time, the present, or what the lower end completes."""
    start = past_article(tokens, at)
    if is_word(tokens, start, *_PRESENT) and not is_word(tokens, start + 1, "-"):
        return Now(), start + 1
    found = _short_year(tokens, start, low)
    if found is None and tokens[start - 1].word == "/":
        return None
    found = found or point(tokens, at)
    if found is not None:
        return found
    numbers = month_and_day_in_numbers(tokens, start)
    if numbers is not None:
        return numbers
    day = day_number(tokens, start)
    if day is None or not isinstance(low, Dated) or low.day is None:
        return None
    return _day_and_month_after(tokens, day)


def _short_year(tokens: Tokens, at: int, low: Phrase) -> Step:
    """The upper end as the last two digits of a year: "2014-17"."""
    token = tokens[at]
    if not isinstance(low, Dated) or low.year is None or low.month is not None:
        return None
    if token.kind != "number" or len(token.word) != 2 or token.spaced:
        return None
    if int(token.value) <= low.year % 100 or tokens[at + 1].word in ("-", "/"):
        return None
    return Dated(low.year // 100 * 100 + int(token.value)), at + 1


def _day_and_month_after(tokens: Tokens, day: tuple[int, int]) -> Step:
    """The upper end as a bare day, with the month that may be pointed at: "to 22 this month"."""
    look = past_word(tokens, day[1], "of", "in")
    token = tokens[look]
    if token.kind == "which" and tokens[look + 1].word == "month":
        found = pointed(tokens, look)
        if found is not None:
            return NthOf(day[0], "day", None, found[0]), found[1]
    said_at = past_word(tokens, day[1], ",")
    said = year(tokens, said_at)
    if said is not None:
        return Dated(said[0], None, day[0]), said[1]
    return Dated(day=day[0]), day[1]


def _go_together(low: Phrase, high: Phrase) -> bool:
    """Whether the two ends can be one range: two bare days without a month are none."""
    if isinstance(low, Dated) and isinstance(high, Dated):
        bare = [p for p in (low, high) if p.year is None and p.month is None]
        if len(bare) == 2:
            return low.weekday is not None and high.weekday is not None
        if low.day is not None and low.month is None and low.year is None:
            return high.day is not None
        if low.year is not None and low.month is None and high.year is not None:
            return True
    return True
