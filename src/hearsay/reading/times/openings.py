"""The grammar of times with one end: "since 2003", "until March", "long after the war of 2003"."""

from __future__ import annotations

from hearsay.reading.times.dates import month_and_day_in_numbers
from hearsay.reading.times.hours import time_of_day
from hearsay.reading.times.phrases import (
    Dated,
    DayFromNow,
    Now,
    Open,
    PartOf,
    Phrase,
    Then,
    WholeUnit,
)
from hearsay.reading.times.spanning import ranged
from hearsay.reading.times.steps import (
    DASHES,
    Point,
    Step,
    Tokens,
    is_word,
    past_word,
    year,
)
from hearsay.reading.times.words import word_set


def opened(tokens: Tokens, at: int, point: Point) -> Step:
    """ "since 2003", "until March", "after 5 May", "long after the invasion of 2003"."""
    ever = is_word(tokens, at, "ever")
    look = past_word(tokens, at, "long", "ever", "shortly", "soon", "just", "only", "not", "well")
    word = tokens[look].word
    how = _HOW.get(word)
    if how is None:
        return _from_then_on(tokens, look, point) or _before_and_after(tokens, look)
    look += 1
    timed = time_of_day(tokens, look, point)
    if timed is not None and how != "since":
        return timed  # "just after midnight on 3 January", "before dawn"
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
    found = (
        point(tokens, look)
        or month_and_day_in_numbers(tokens, look)
        or time_of_day(tokens, look, point)
        or then(tokens, look)
    )
    event = False
    led = is_word(tokens, look, "the", "its", "his", "their")
    if found is not None and how != "by" and _names_event(tokens, found[1], led=led):
        event = True
    if found is None and how == "since" and (ever or _is_adverb(tokens, look - 1)):
        return Open("since", Then()), look
    if found is None or (how in ("after", "before") and _vague_base(found[0])):
        through = _event_of(tokens, look, point)
        if through is None or how == "by":
            return None
        found, event = through, True
    return Open(how, found[0], event), found[1]  # type: ignore[arg-type]


def _is_adverb(tokens: Tokens, at: int) -> bool:
    """Whether "since" is one of itself: "they have since shared camps"."""
    alone = tokens[at + 1].word == "¶" and (at == 0 or tokens[at - 1].word == "¶")
    return alone or is_word(tokens, at - 1, "has", "have", "had")


def then(tokens: Tokens, at: int) -> Step:
    """ "Then", "that time", "the time": the one told of last; and "now"."""
    if tokens[at].word == "now":
        return Now(), at + 1
    if tokens[at].word == "then":
        return Then(), at + 1
    said = is_word(tokens, at, "that", "the") and is_word(tokens, at + 1, "time", "date", "point")
    return (Then(), at + 2) if said else None


def _from_then_on(tokens: Tokens, at: int, point: Point) -> Step:
    """ "From today you are the army", "with effect from 1 May"; not "from 3 to 5 May", nor a
    "letter from 2014"."""
    if not is_word(tokens, at, "from"):
        return None
    found = point(tokens, at + 1)
    if found is None or is_word(tokens, past_word(tokens, found[1], ","), *_JOINTS):
        return None
    leads = tokens[at - 1].kind == "mark" or is_word(tokens, at - 1, "effect")
    said = isinstance(found[0], Dated) and found[0].year is not None
    if not (isinstance(found[0], DayFromNow) or (leads and said)):
        return None
    return Open("since", found[0]), past_word(tokens, found[1], "on", "onward", "onwards")


_JOINTS = ("to", "until", "till", "through", "thru", "and", *DASHES)


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
    "through": "until",
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
        and (len(token.word) > 3 or token.word in _SHORT_EVENTS)
    )


_SHORT_EVENTS = frozenset({"ban", "war", "law"})


_NOT_EVENTS = word_set(
    "and but when that with from were have will which while they said says also been into upon "
    "until after before since than then there their would could should about over under had has "
    "because despite according although though where whose among amid against"
)
_VERBS = word_set(
    "said says was were is are had has have been told that which who when did does will would and "
    "but he she they it we you"
)


def _event_of(tokens: Tokens, at: int, point: Point) -> Step:
    """The date of a named event: "the US-led invasion of Iraq in 2003"."""
    if not is_word(tokens, at, "the", "a", "an", "its", "his", "her", "their"):
        return None
    for look in range(at + 2, at + 9):
        token = tokens[look - 1]
        if (token.kind == "mark" and token.word != "-") or token.word in _VERBS:
            return None
        if token.word in ("of", "in", "on"):
            found = ranged(tokens, look, point) or point(tokens, look)
            if found is not None and _has_year(found[0]):
                return found
    return None


def _has_year(phrase: Phrase) -> bool:
    if isinstance(phrase, Dated):
        return phrase.year is not None
    if isinstance(phrase, PartOf):
        return _has_year(phrase.of)
    return False
