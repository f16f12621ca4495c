"""The grammar of dates: months by name, dates in numbers, days of the week."""

from __future__ import annotations

from hearsay.reading.times.phrases import Dated, NthOf, Numeric, OnWeekday, Phrase, WholeUnit
from hearsay.reading.times.steps import (
    DASHES,
    WHICH_WORDS,
    Step,
    Tokens,
    day_number,
    is_word,
    past_article,
    past_word,
    year,
)
from hearsay.reading.times.words import (
    SHORT_MONTHS,
    SHORT_WEEKDAYS,
    TWIN_FIRST,
    TWIN_SECOND,
    word_set,
)

# An Iranian solar year of living memory (1921–2071); as Gregorian years nobody reports on them.
_SOLAR_YEARS = range(1300, 1451)
_AZAR = 9


def month_name(tokens: Tokens, at: int) -> tuple[int, bool, int] | None:
    """A month by name: its number, whether it is Iranian, and the place after it.

    "Tishrin" and "Kanun" need the word that tells the first from the second. A second name for
    the same month after a stroke, as Arabic papers write it, is passed over.
    """
    token = tokens[at]
    if token.kind in ("month", "solar"):
        number, solar, after = int(token.value), token.kind == "solar", at + 1
        if is_word(tokens, after, ".") and not tokens[after].spaced:
            # "in August.35" is a month with a note's mark.
            glued = tokens[after + 1].kind == "ordinal" and not tokens[after + 1].spaced
            after = after + 1 if token.word in SHORT_MONTHS or glued else after
    elif token.kind == "twin":
        which = at + 2 if tokens[at + 1].word in ("al", "ath", "el", "at") else at + 1
        which = which + 1 if tokens[which].word in DASHES | {"'"} else which
        if tokens[which].word in TWIN_FIRST:
            number = int(token.value)
        elif tokens[which].word in TWIN_SECOND:
            number = int(token.value) % 12 + 1
        else:
            return None
        solar, after = False, which + 1
    else:
        return None
    if is_word(tokens, after, "/", "(") and tokens[after + 1].kind in ("month", "twin"):
        second = month_name(tokens, after + 1)
        if second is not None and second[0] == number:
            after = past_word(tokens, second[2], ")")
    return number, solar, after


def dated(tokens: Tokens, at: int) -> Step:
    """A date with a month by name, or a year, or a date in numbers."""
    start = at
    weekday = None
    if tokens[at].kind == "weekday":
        weekday, at = int(tokens[at].value), at + 1
        at = past_word(tokens, at, ".") if tokens[at - 1].word in SHORT_WEEKDAYS else at
        at = past_word(tokens, at, ",")
        at = past_article(tokens, at)
    found = _month_first(tokens, at) or _day_first(tokens, at) or _numbers(tokens, at)
    if found is None:
        return _weekday_and_day(tokens, at, weekday) if weekday is not None else None
    phrase, at = found
    if weekday is not None and not (isinstance(phrase, Dated) and phrase.day):
        return None if at > start else found
    if isinstance(phrase, Dated):
        phrase = _in_its_calendar(phrase, weekday)
    return phrase, at


def _in_its_calendar(phrase: Dated, weekday: int | None) -> Dated:
    solar, month = phrase.solar, phrase.month
    if solar and month == _AZAR and phrase.year and phrase.year not in _SOLAR_YEARS:
        solar, month = False, 3  # the Levant's Adhar is also written Azar
    return Dated(phrase.year, month, phrase.day, weekday, solar)


def _weekday_and_day(tokens: Tokens, at: int, weekday: int | None) -> Step:
    """The rest of "Friday the 11th"."""
    if tokens[at - 1].word != "the":
        return None
    day = day_number(tokens, at)
    if day is None or _counts_things(tokens, day[1]):
        return None
    return Dated(day=day[0], weekday=weekday), day[1]


def _counts_things(tokens: Tokens, after: int) -> bool:
    """Whether "the 7th" or "the two" behind a month or weekday is of something else: "on Monday
    the 7th Engineer Regiment", "in July the first two"."""
    follows = tokens[after]
    return follows.kind != "mark" and follows.spaced and follows.word not in _BEHIND_A_DAY


_BEHIND_A_DAY = word_set(
    "of and or at in to from until till when where was is will with as that for by on after before"
)


def _year_after(tokens: Tokens, at: int) -> tuple[int | None, int]:
    """The year that may follow a month or a day, and the place after it."""
    comma = past_word(tokens, at, ",")
    look = past_word(tokens, comma, "of", "in")
    found = year(tokens, look)
    if found is not None:
        return found
    token = tokens[look]
    # "April, 53 per cent" has no year, nor has "in November, 41 said so".
    follows = tokens[look + 1]
    counts = follows.word in ("per", "percent", "%", "of")
    counts = counts or (comma > at and follows.kind != "mark" and follows.spaced)
    short = token.kind == "number" and len(token.word) == 2 and look > at and not counts
    if short and int(token.value) > 31 and tokens[look + 1].kind != "unit":
        return int(token.value), look + 1
    return None, at


def _month_first(tokens: Tokens, at: int) -> Step:
    month = month_name(tokens, at)
    if month is None:
        return None
    number, solar, after = month
    joined = tokens[after].word in ("-", "/") and tokens[after + 1].kind == "number"
    look = after + 1 if joined and not tokens[after + 1].spaced else after
    look = past_article(tokens, look)
    day = day_number(tokens, look)
    articled = look > after and tokens[look - 1].word == "the"
    if articled and day is not None and year(tokens, past_word(tokens, day[1], ",")) is None:
        led = tokens[at - 1].word if at else ""
        day = None if led == "in" or _counts_things(tokens, day[1]) else day
    if day is not None and _is_day(tokens, look, day[1]):
        said, after = _year_after(tokens, day[1])
        if said is None and joined and tokens[after].word == tokens[look - 1].word:
            said, after = _glued_year(tokens, after)
        return Dated(said, number, day[0], None, solar), after
    said, after = _year_after(tokens, after)
    if said is None and tokens[after].kind == "number" and len(tokens[after].word) == 2:
        short = int(tokens[after].value)
        if short > 31 and tokens[after + 1].kind != "unit":
            return Dated(short, number, None, None, solar), after + 1
    return Dated(said, number, None, None, solar), after


def _is_day(tokens: Tokens, at: int, after: int) -> bool:
    """Whether the number after a month is its day, and not "May 14,000" or "June 5%"."""
    token, follows = tokens[after], tokens[after + 1]
    if tokens[at].kind == "cardinal" and token.kind == "unit":
        return False
    if token.spaced or token.kind != "mark":
        return token.spaced or token.kind == "mark"
    if token.word in "%:°":
        return False
    thousands = follows.kind == "number" and not follows.spaced and len(follows.word) == 3
    return not (token.word == "," and thousands)


def _glued_year(tokens: Tokens, at: int) -> tuple[int | None, int]:
    """The year of "12-May-20" or "May-12-2020", at its second stroke."""
    token = tokens[at + 1]
    if token.kind == "number" and len(token.word) in (2, 4) and not token.spaced:
        return int(token.value), at + 2
    return None, at


def _day_first(tokens: Tokens, at: int) -> Step:
    day = day_number(tokens, at)
    if day is None:
        return _year_first(tokens, at)
    if tokens[at].kind == "cardinal" and tokens[at + 1].kind == "month":
        return None  # "two June contests"
    number, after = day
    joint = tokens[after].word
    if joint in ("-", "/", ".") and (tokens[after + 1].kind in ("month", "solar", "twin")):
        after += 1
    after = past_word(tokens, after, "of")
    after = past_article(tokens, after)
    month = month_name(tokens, after)
    if month is None:
        return _day_of_unit(tokens, number, after) or _year_first(tokens, at)
    said, after = _year_after(tokens, month[2])
    if said is None and joint in ("-", "/") and tokens[after].word == joint:
        said, after = _glued_year(tokens, after)
    return Dated(said, month[0], number, None, month[1]), after


def _day_of_unit(tokens: Tokens, day: int, at: int) -> Step:
    """ "20th of next month", as a day in a pointed-at month."""
    token = tokens[at]
    if token.word == "month" and tokens[at - 1].word == "the":
        return NthOf(day, "day", None, WholeUnit("month", "the")), at + 1
    if token.kind != "which" or tokens[at + 1].word != "month":
        return None
    which = WHICH_WORDS.get(str(token.value))
    return (NthOf(day, "day", None, WholeUnit("month", which)), at + 2) if which else None


def _year_first(tokens: Tokens, at: int) -> Step:
    """ "2016 June", "2016, November", "2019-sep-1"."""
    said = year(tokens, at)
    if said is None:
        return None
    number, after = said
    joint = tokens[after].word
    look = after + 1 if joint in (",", "-", "/") else after
    month = month_name(tokens, look)
    if month is None:
        return None
    after = month[2]
    if joint in ("-", "/") and tokens[after].word == joint:
        day = day_number(tokens, after + 1)
        if day is not None:
            return Dated(number, month[0], day[0], None, month[1]), day[1]
    return Dated(number, month[0], None, None, month[1]), after


def _numbers(tokens: Tokens, at: int) -> Step:
    """A date in numbers only, its parts held together by the same stroke, dash or stop."""
    one = tokens[at]
    if one.kind != "number" or len(one.word) not in (1, 2, 4):
        return _plain_year(tokens, at)
    joint = tokens[at + 1].word
    if joint not in ("/", "-", ".", "–") or tokens[at + 2].kind != "number":
        return _plain_year(tokens, at)
    two = tokens[at + 2]
    close = not tokens[at + 1].spaced and not two.spaced
    if close and len(two.word) <= 2:
        third = tokens[at + 3].word in (joint, ",") and tokens[at + 4].kind == "number"
        three = tokens[at + 4]
        if third and not three.spaced and not tokens[at + 3].spaced:
            found = _three(one.word, two.word, three.word)
            if found is not None:
                return found, at + 5
    return _two(tokens, at, joint, close) or _plain_year(tokens, at)


def _three(one: str, two: str, three: str) -> Phrase | None:
    if len(one) == 4 and len(three) <= 2:
        return _ymd(int(one), int(two), int(three))
    if len(one) <= 2 and len(three) in (2, 4):
        if not (1 <= int(one) <= 31 and 1 <= int(two) <= 31 and min(int(one), int(two)) <= 12):
            return None
        said = int(three)
        if said in _SOLAR_YEARS:
            return _ymd(said, int(two), int(one))
        return Numeric(int(one), int(two), said)
    return None


def _ymd(said: int, month: int, day: int) -> Phrase | None:
    if not (1 <= month <= 12 and 1 <= day <= 31 and said >= 1000):
        return None
    return Dated(said, month, day, None, said in _SOLAR_YEARS)


def _two(tokens: Tokens, at: int, joint: str, close: bool) -> Step:
    one, two = tokens[at], tokens[at + 2]
    if close and (one.word, joint, two.word) == ("9", "/", "11"):
        return Dated(2001, 9, 11), at + 3  # the one day that is named like this without its year
    if len(one.word) == 4 and len(two.word) <= 2 and joint != "–" and int(one.value) >= 1000:
        short_range = close and len(two.word) == 2 and int(two.value) > int(one.value) % 100
        if 1 <= int(two.value) <= 12 and not (short_range and joint == "-"):
            return Dated(int(one.value), int(two.value)), at + 3
        return None
    if len(one.word) <= 2 and len(two.word) == 4 and 1 <= int(one.value) <= 12 and joint != ".":
        return Dated(int(two.value), int(one.value)), at + 3
    return None


def _plain_year(tokens: Tokens, at: int) -> Step:
    said = year(tokens, at)
    return (Dated(said[0]), said[1]) if said else None


def month_and_day_in_numbers(tokens: Tokens, at: int) -> Step:
    """ "4/22" or "22.4": read only where the words before it say that it is a date."""
    one, joint, two = tokens[at], tokens[at + 1], tokens[at + 2]
    if one.kind != "number" or two.kind != "number" or joint.word not in ("/", ".", "-"):
        return None
    if len(one.word) > 2 or len(two.word) > 2 or two.spaced or joint.spaced:
        return None
    low, high = sorted((int(one.value), int(two.value)))
    if not (1 <= low <= 12 and high <= 31):
        return None
    return Numeric(int(one.value), int(two.value), None), at + 3


def weekday(tokens: Tokens, at: int) -> Step:
    """A day of the week alone."""
    token = tokens[at]
    if token.kind != "weekday":
        return None
    after = at + 1
    if is_word(tokens, after, ".") and len(token.word) <= 5 and not tokens[after].spaced:
        after += 1
    return OnWeekday(int(token.value)), after
