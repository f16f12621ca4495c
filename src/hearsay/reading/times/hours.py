"""The grammar of times of day, which are dropped for the day that they are of."""

from __future__ import annotations

from hearsay.reading.times.phrases import Dated, PartOfDay
from hearsay.reading.times.steps import (
    Point,
    Step,
    Tokens,
    day_number,
    is_word,
    past_article,
    past_word,
)
from hearsay.reading.times.words import word_set

_NAMES = word_set(
    "morning afternoon evening night midnight noon midday dawn dusk overnight nightfall lunchtime "
    "daybreak sunrise sunset sundown noontime"
)
_BEHIND_A_DATE = ("morning", "afternoon", "evening", "night", "midnight", "noon", "dawn")
_ZONES = word_set("utc gmt est edt cet local time hrs hours h")


def time_of_day(tokens: Tokens, at: int, point: Point) -> Step:
    """ "Noon", "0800 UTC", "4 a.m. on Sunday", "the night of 3 January": the day that it is of."""
    after = _past_name(tokens, at) or _past_clock(tokens, at)
    if after is None:
        return None
    of = past_word(tokens, past_word(tokens, after, ","), "on", "of")
    date = point(tokens, of) or _bare_day(tokens, of)
    if date is not None:
        return date
    # "The morning of the attack" is of a day that the words do not give.
    return None if is_word(tokens, after, "of") else (PartOfDay(), after)


def past_time_of_day(tokens: Tokens, at: int) -> int:
    """The place after the "morning", "late night" and the like that may follow a date."""
    look = at + 1 if is_word(tokens, at, "late", "early") else at
    look = look + 1 if look > at and is_word(tokens, look, "in") else look
    return look + 1 if tokens[look].word in _BEHIND_A_DATE else at


def _past_name(tokens: Tokens, at: int) -> int | None:
    start = past_article(tokens, past_word(tokens, at, "early", "late"))
    return start + 1 if tokens[start].word in _NAMES else None


def _past_clock(tokens: Tokens, at: int) -> int | None:
    """The place after "08:25", "4 a.m.", "0800 UTC" or "four in the morning"."""
    token = tokens[at]
    if token.kind not in ("number", "cardinal"):
        return None
    after = at + 1
    timed = False
    if token.kind == "number" and is_word(tokens, after, ":", ".") and not tokens[after].spaced:
        minutes = tokens[after + 1]
        timed = tokens[after].word == ":" and len(minutes.word) == 2 and minutes.kind == "number"
        after = after + 2 if minutes.kind == "number" and not minutes.spaced else after
    half = _past_half_of_day(tokens, after)
    zone = half if half is not None else after
    while is_word(tokens, zone, *_ZONES):
        zone += 1
    if half is not None or timed:
        return zone
    return zone if len(token.word) == 4 and token.kind == "number" and zone > after else None


def _past_half_of_day(tokens: Tokens, at: int) -> int | None:
    """The place after "am", "p.m.", "in the morning", "at night" or "o'clock"."""
    words = [token.word for token in tokens[at : at + 4]]
    if words[0] in ("am", "pm"):
        return at + 1
    if words[0] in ("a", "p") and words[1:3] == [".", "m"]:
        return at + 4 if words[3] == "." else at + 3
    if words[:3] == ["o", "'", "clock"]:
        return _past_half_of_day(tokens, at + 3) or at + 3
    if words[:2] == ["in", "the"] and words[2] in _NAMES:
        return at + 3
    return at + 2 if words[:2] == ["at", "night"] else None


def _bare_day(tokens: Tokens, at: int) -> Step:
    """ "The 8th", after "the night of"."""
    day = day_number(tokens, at + 1) if tokens[at].word == "the" else None
    return (Dated(day=day[0]), day[1]) if day is not None else None
