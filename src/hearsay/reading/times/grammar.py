"""The grammar of times: tokens in, what the phrase says out.

Written as small functions that each read one way of naming a time. Every one reads on from where
it stands and never tries the same words twice in the same way, so a text of any shape is read in
time proportional to its length.
"""

from __future__ import annotations

from hearsay.reading.times.dates import dated, month_and_day_in_numbers
from hearsay.reading.times.fiscal import fiscal_year
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
    Now,
    NthOf,
    Open,
    PartOf,
    Phrase,
    Qualified,
    Ranged,
    Running,
    WholeUnit,
)
from hearsay.reading.times.relative import (
    counted,
    day_from_now,
    named_of_year,
    pointed,
    weekday_of_week,
)
from hearsay.reading.times.steps import (
    DASHES,
    Step,
    Tokens,
    amounts,
    day_number,
    is_word,
    past_article,
    past_word,
    year,
)
from hearsay.reading.times.words import word_set

_DEPTH = 6
_PREPOSITIONS = frozenset({"in", "on", "at", "during", "for", "over", "throughout", "within", "of"})
_PRESENT = frozenset({"now", "present", "date"})


def expression(tokens: Tokens, at: int) -> Step:
    """The longest time that begins here: open, ranged, qualified or plain."""
    return _qualified(tokens, at) or _open(tokens, at) or _ranged(tokens, at) or point(tokens, at)


def point(tokens: Tokens, at: int, depth: int = 0) -> Step:
    """A date or period that is neither open nor a range."""
    if depth > _DEPTH:
        return None

    def deeper(inner: Tokens, place: int) -> Step:
        return point(inner, place, depth + 1)

    kind = tokens[at].kind
    if kind == "word" and tokens[at].word not in _OPENERS:
        return None
    start = past_article(tokens, at)
    found = (
        quarter(tokens, start, deeper)
        or fiscal_year(tokens, start)
        or nth(tokens, start, deeper)
        or counted(tokens, at, deeper)
        or week(tokens, start, deeper)
        or part(tokens, start, deeper)
        or day_from_now(tokens, start)
        or pointed(tokens, at, deeper)
        or decade(tokens, start)
        or named_of_year(tokens, start)
        or weekday_of_week(tokens, start)
        or season(tokens, start)
        or _time_of_day_of(tokens, start)
        or _the_day(tokens, at)
    )
    return None if found is None else (found[0], _past_time_of_day(tokens, found[1]))


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


def _time_of_day_of(tokens: Tokens, at: int) -> Step:
    """ "the night of 3 January", "the morning of the attack" (no date)."""
    if tokens[at].kind != "hour" or not is_word(tokens, at + 1, "of", "on"):
        return None
    start = past_article(tokens, at + 2)
    return point(tokens, start, _DEPTH) or (
        _the_day(tokens, at + 2) if is_word(tokens, at + 2, "the") else None
    )


def _past_time_of_day(tokens: Tokens, at: int) -> int:
    """The place after "morning", "late night" and the like, which are dropped."""
    look = at + 1 if is_word(tokens, at, "late", "early") else at
    look = look + 1 if look > at and is_word(tokens, look, "in") else look
    token = tokens[look]
    names = ("morning", "afternoon", "evening", "night", "midnight", "noon", "dawn")
    return look + 1 if token.kind == "hour" and token.word in names else at


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
    found = _open(tokens, after) or _ranged(tokens, after) or point(tokens, after)
    if found is None:
        return None
    return Qualified(mark, found[0]), found[1]  # type: ignore[arg-type]


def _open(tokens: Tokens, at: int) -> Step:
    """ "since 2003", "until March", "after 5 May", "long after the invasion of 2003"."""
    look = past_word(tokens, at, "long", "ever", "shortly", "soon", "just", "only", "not", "well")
    word = tokens[look].word
    how = _HOW.get(word)
    if how is None:
        return _before_and_after(tokens, look)
    look += 1
    if tokens[look].kind == "hour" and how != "since":
        return point(tokens, look)  # "just after midnight on 3 January"
    if word == "prior":
        if not is_word(tokens, look, "to"):
            return None
        look += 1
    if word == "up":
        if not is_word(tokens, look, "to", "until", "till"):
            return None
        look += 1
    while is_word(tokens, look, "at", "about", "in", "around", "least", "on"):
        look += 1
    found = point(tokens, look) or month_and_day_in_numbers(tokens, look)
    event = False
    led = is_word(tokens, look, "the", "its", "his", "their")
    if found is not None and how != "by" and _names_event(tokens, found[1], led=led):
        event = True
    if found is None or (how in ("after", "before") and _vague_base(found[0])):
        through = _event_of(tokens, look)
        if through is None or how == "by":
            return None
        found, event = through, True
    return Open(how, found[0], event), found[1]  # type: ignore[arg-type]


def _before_and_after(tokens: Tokens, at: int) -> Step:
    """ "post-2003", "pre-2014"."""
    if not is_word(tokens, at, "post", "pre") or tokens[at + 1].word not in DASHES:
        return None
    said = year(tokens, at + 2)
    if said is None:
        return None
    after = tokens[at].word == "post"
    return Open("after" if after else "before", Dated(said[0]), after), said[1]


_HOW = {
    "since": "since", "until": "until", "till": "until", "til": "until", "up": "until",
    "after": "after", "following": "after", "before": "before", "prior": "before", "by": "by",
}  # fmt: skip


def _vague_base(phrase: Phrase) -> bool:
    return isinstance(phrase, WholeUnit) and phrase.which == "the"


def _names_event(tokens: Tokens, at: int, *, led: bool) -> bool:
    """Whether a noun follows the date, so that an event of that date is meant."""
    token = tokens[at]
    if token.word == "'" and tokens[at + 1].word == "s":
        return True
    if led and token.kind in ("word", "season") and token.spaced and token.capital:
        return True
    return (
        token.kind == "word"
        and token.spaced
        and token.word not in _NOT_EVENTS
        and len(token.word) > 3
    )


_NOT_EVENTS = word_set(
    "and but when that with from were have will which while they said says also been into upon "
    "until after before since than then there their would could should about over under had has "
    "because despite according although though where whose among amid against"
)
_VERBS = word_set(
    "said says was were is are had has have been told that which who when did does will would and "
    "but he she they it we you"
)


def _event_of(tokens: Tokens, at: int) -> Step:
    """The date of a named event: "the US-led invasion of Iraq in 2003"."""
    if not is_word(tokens, at, "the", "a", "an", "its", "his", "her", "their"):
        return None
    for look in range(at + 2, at + 9):
        token = tokens[look - 1]
        if (token.kind == "mark" and token.word != "-") or token.word in _VERBS:
            return None
        if token.word in ("of", "in", "on"):
            found = _ranged(tokens, look) or point(tokens, look)
            if found is not None and _has_year(found[0]):
                return found
    return None


def _has_year(phrase: Phrase) -> bool:
    if isinstance(phrase, Dated):
        return phrase.year is not None
    if isinstance(phrase, PartOf):
        return _has_year(phrase.of)
    return False


def _ranged(tokens: Tokens, at: int) -> Step:
    """ "from March to May 2020", "between 2014 and 2017", "3–7 May", "2014-17"."""
    word = tokens[at].word
    if word in ("from", "between"):
        return _two_ends(tokens, at + 1, _JOINTS, led=True)
    joints = ("to", "through", "until", "till", "-", "–", "/")
    found = _two_ends(tokens, at, joints, led=False)
    return found or _two_months(tokens, at) or _two_days(tokens, at)


def _two_months(tokens: Tokens, at: int) -> Step:
    """ "June and July 2021": two months that follow each other."""
    if tokens[at].kind != "month" or not is_word(tokens, at + 1, "and"):
        return None
    low, high = dated(tokens, at), dated(tokens, at + 2)
    if low is None or high is None or low[1] != at + 1:
        return None
    one, other = low[0], high[0]
    if not isinstance(one, Dated) or not isinstance(other, Dated) or other.day is not None:
        return None
    if one.month is None or other.month != one.month % 12 + 1:
        return None
    return Ranged(one, other), high[1]


def _two_days(tokens: Tokens, at: int) -> Step:
    """ "12 and 13 December": two days that follow each other."""
    if tokens[at].kind not in ("number", "ordinal"):
        return None
    low = day_number(tokens, at)
    if low is None or not is_word(tokens, low[1], "and"):
        return None
    high = dated(tokens, low[1] + 1)
    if high is None or not isinstance(high[0], Dated) or high[0].month is None:
        return None
    return (Ranged(Dated(day=low[0]), high[0]), high[1]) if high[0].day == low[0] + 1 else None


_JOINTS = ("to", "until", "till", "through", "thru", "-", "–", "and")


def _two_ends(tokens: Tokens, at: int, joints: tuple[str, ...], *, led: bool) -> Step:
    bare = tokens[at].kind in ("word", "mark", "unit")
    if bare and not led and tokens[at].word not in ("the", "q", "fy", "'"):
        return None
    low = _end(tokens, at, led=led)
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
    high = _high_end(tokens, after, low[0], tight=joint.kind == "mark" and not joint.spaced)
    if high is None or not _go_together(low[0], high[0]):
        return None
    short = tokens[high[1] - 1].kind == "number" and len(tokens[high[1] - 1].word) == 2
    short = short and joint.word == "-" and isinstance(high[0], Dated) and high[0].month is None
    return Ranged(low[0], high[0], short and high[0].day is None), high[1]  # type: ignore[union-attr]


def _end(tokens: Tokens, at: int, *, led: bool) -> Step:
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


def _high_end(tokens: Tokens, at: int, low: Phrase, *, tight: bool) -> Step:
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
        found = pointed(tokens, look, point)
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
