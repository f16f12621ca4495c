"""The grammar of times: tokens in, what the phrase says out.

Written as small functions that each read one way of naming a time. Every one reads on from where
it stands and never tries the same words twice in the same way, so a text of any shape is read in
time proportional to its length.
"""

from __future__ import annotations

from hearsay.reading.times.fiscal import fiscal_year
from hearsay.reading.times.holidays import HOLIDAY_WORDS, holiday
from hearsay.reading.times.hours import past_time_of_day, time_of_day
from hearsay.reading.times.openings import opened
from hearsay.reading.times.periods import (
    decade,
    nth,
    part,
    quarter,
    season,
    week,
)
from hearsay.reading.times.phrases import (
    Counted,
    Dated,
    DayFromNow,
    Open,
    Qualified,
    Running,
)
from hearsay.reading.times.relative import (
    counted,
    day_from_now,
    named_of_year,
    pointed,
    weekday_of_week,
    year_ago_period,
)
from hearsay.reading.times.spanning import ranged
from hearsay.reading.times.steps import (
    Step,
    Tokens,
    amounts,
    day_number,
    is_word,
    past_article,
    past_word,
)

_DEPTH = 6
_PREPOSITIONS = frozenset({"in", "on", "at", "during", "for", "over", "throughout", "within", "of"})


def expression(tokens: Tokens, at: int) -> Step:
    """The longest time that begins here: open, ranged, qualified or plain."""
    return _qualified(tokens, at) or _longest(tokens, at)


def point(tokens: Tokens, at: int, depth: int = 0) -> Step:
    """A date or period that is neither open nor a range."""
    if depth > _DEPTH:
        return None

    def deeper(inner: Tokens, place: int) -> Step:
        return point(inner, place, depth + 1)

    if not _opens(tokens, at):
        return None
    start = past_article(tokens, at)
    found = (
        quarter(tokens, start, deeper)
        or fiscal_year(tokens, start)
        or nth(tokens, start, deeper)
        or counted(tokens, at, deeper)
        or year_ago_period(tokens, start)
        or week(tokens, start, deeper)
        or part(tokens, start, deeper)
        or day_from_now(tokens, start)
        or pointed(tokens, at)
        or decade(tokens, start)
        or named_of_year(tokens, start)
        or weekday_of_week(tokens, start)
        or season(tokens, start)
        or holiday(tokens, start)
        or _the_day(tokens, at)
    )
    return None if found is None else (found[0], past_time_of_day(tokens, found[1]))


def _opens(tokens: Tokens, at: int) -> bool:
    """Whether a time can begin with a word of that kind, so that most words are passed at once."""
    token = tokens[at]
    return token.kind != "word" or token.word in _OPENERS or token.word in HOLIDAY_WORDS


_OPENERS = frozenset(
    {"the", "a", "an", "q", "h", "fy", "fiscal", "financial", "w", "few", "several", "my", "less",
     "more", "half"}
)  # fmt: skip


def _the_day(tokens: Tokens, at: int) -> Step:
    """ "the 5th", "the twenty-second"."""
    if tokens[at].word != "the":
        return None
    day = day_number(tokens, at + 1)
    if day is None:
        return None
    return Dated(day=day[0]), day[1]


def _longest(tokens: Tokens, at: int) -> Step:
    return (
        opened(tokens, at, point)
        or ranged(tokens, at, point)
        or point(tokens, at)
        or time_of_day(tokens, at, _day)
    )


def _day(tokens: Tokens, at: int) -> Step:
    """The date that a time of day is of: no longer time has one morning."""
    found = point(tokens, at)
    if found is None or (isinstance(found[0], Dated) and found[0].day is None):
        return None
    return found


def _qualified(tokens: Tokens, at: int) -> Step:
    token = tokens[at]
    if token.kind != "qualifier" and token.word not in ("c",):
        return None
    mark, after = ("~" if token.word == "c" else str(token.value)), at + 1
    after = past_word(tokens, after, ".") if token.word in ("c", "ca") else after
    while is_word(tokens, after, *_PREPOSITIONS):
        after += 1
    second = tokens[after]
    if second.kind == "qualifier" and second.value != mark:
        mark, after = "%", after + 1
        while is_word(tokens, after, *_PREPOSITIONS):
            after += 1
    found = _longest(tokens, after)
    if found is None or time_of_day(tokens, after, _day) == found:
        return found  # "about 4 a.m. on Sunday" is on no other day
    return Qualified(mark, found[0]), found[1]  # type: ignore[arg-type]


def from_on(tokens: Tokens, at: int) -> Step:
    """ "From 2014", "from today on": only where the phrase is known to be a time."""
    if not is_word(tokens, at, "from"):
        return None
    found = point(tokens, at + 1)
    if found is None:
        return None
    return Open("since", found[0]), past_word(tokens, found[1], "on", "onward", "onwards")


def running_from(tokens: Tokens, at: int) -> Step:
    """ "for 3 days, from today", "a week starting tomorrow", "within 5 days"."""
    within = is_word(tokens, at, "within")
    found = amounts(tokens, past_article(tokens, past_word(tokens, at, "for", "within", "in")))
    if found is None:
        return None
    look = past_word(tokens, found[1], ",")
    if is_word(tokens, look, "starting", "beginning", "from"):
        look = past_word(tokens, look + 1, "from", "on")
        base = point(tokens, look)
        if base is not None:
            return Running(found[0], True, False, base[0]), base[1]
    if within:
        return Running(found[0], True, False, DayFromNow(0)), found[1]
    if is_word(tokens, at, "in"):
        return Counted(found[0], "in"), found[1]
    return None
