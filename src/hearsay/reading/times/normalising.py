"""What one given phrase stands for."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from hearsay.reading.times.anaphora import gives_year, hangs_on_another, lacks_year
from hearsay.reading.times.budgets import is_british, names_us_budget
from hearsay.reading.times.careful import Manner
from hearsay.reading.times.dates import month_and_day_in_numbers
from hearsay.reading.times.finding import no_publication, padded, parsed, placed
from hearsay.reading.times.grammar import expression, from_on, running_from
from hearsay.reading.times.phrases import Dated, Phrase
from hearsay.reading.times.placing import is_placeable, place
from hearsay.reading.times.setting import Setting, country_code, period_covered, publication_day
from hearsay.reading.times.steps import Tokens, day_number, past_article
from hearsay.reading.times.surroundings import Found, Told, setting_among
from hearsay.reading.times.tokens import fold, tokens_of
from hearsay.reading.times.words import word_set
from hearsay.vocabulary.problems import Problem


@dataclass(frozen=True, slots=True)
class TimeReading:
    """The days that one phrase stands for, as EDTF; `edtf` None where it is no date."""

    edtf: str | None
    alternatives: tuple[str, ...] = ()
    """Other readings that the words allow, the likelier first."""
    problem: Problem | None = None
    """Why a phrase that is a date could not be placed."""


_NO_DATE = re.compile(
    r"\s*(?:(?:every|each|per|(?:once|twice) (?:an?|per|every)|aged?"
    r"|daily|weekly|monthly|yearly|annual|annually|hourly|nightly)\b"
    r"|(?:for )?(?:many |several |some )?(?:years|months|weeks|days|decades)(?: now)?\s*$)"
    r"|at night\b|now\s*$|on an? (?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
    r"|.{0,40}\b(?:years?|months?|weeks?|days?)[- ]old\b"
)
_LEAD = word_set("in on at during for over throughout of into within dated about sometime")


def normalise(
    phrase: str,
    *,
    published: str | None,
    period: str | None = None,
    country: str | None = None,
    sentence: str | None = None,
    start: int | None = None,
) -> TimeReading:
    """The days that a phrase for a time stands for, given what it was published in.

    `sentence` is the text around the phrase and `start` the phrase's place in it, in code points:
    they decide between past and future, and give the date that "a day earlier" counts from.
    Durations, ages, recurrences, "recently" and events without a year give `edtf` None. A phrase
    that needs a date of publication where there is none gives a problem besides.
    """
    setting = Setting(
        published=publication_day(published),
        period=period_covered(period),
        country=country_code(country),
    )
    led = _with_lead(phrase, sentence, start)
    if _NO_DATE.match(fold(phrase)) or (led is not None and _NO_DATE.match(fold(led))):
        return TimeReading(None)
    read = (_whole(padded(tokens_of(led))) if led is not None else None) or _read(phrase)
    if read is None:
        return TimeReading(None)
    here = _in_sentence(read, phrase, sentence, start, setting)
    readings = place(read, here)
    if readings:
        texts = [stretch.edtf() for stretch in readings]
        return TimeReading(texts[0], tuple(dict.fromkeys(texts[1:])))
    if setting.published is None and is_placeable(read, here):
        return TimeReading(None, (), no_publication(phrase))
    return TimeReading(None)


def _read(phrase: str) -> Phrase | None:
    tokens = padded(tokens_of(phrase))
    return _whole(tokens) or _inside(tokens)


def _with_lead(phrase: str, sentence: str | None, start: int | None) -> str | None:
    """The phrase with the article, "on" or "at" before it, which a span leaves out.

    "Week ago" is no time of itself, and "last year" another one than "the last year".
    """
    if sentence is None or start is None:
        return None
    lead = _LED_BY.search(sentence[max(0, start - 12) : start])
    return f"{lead[1]} {phrase}" if lead is not None else None


_LED_BY = re.compile(r"(?:^|[^\w'’-])((?:on\s+)?an?|the|on|at)\s+$", re.IGNORECASE)


def _whole(tokens: Tokens) -> Phrase | None:
    """What the tokens say from the first to the last, a leading preposition aside."""
    for at in range(4):
        read = _from(tokens, at)
        if read is not None:
            return read
        if tokens[at].word not in _LEAD and tokens[at].kind != "mark":
            return None
    return None


def _from(tokens: Tokens, at: int) -> Phrase | None:
    for step in (expression, running_from, from_on, month_and_day_in_numbers, _bare_day):
        read = step(tokens, at)
        if read is not None and _over(tokens, read[1]):
            return read[0]
    return None


def _bare_day(tokens: Tokens, at: int) -> tuple[Phrase, int] | None:
    day = day_number(tokens, past_article(tokens, at))
    kind = tokens[at].kind
    if day is None or kind == "cardinal" or (kind == "number" and tokens[at - 1].word != "on"):
        return None  # "31" is an age as often as a day
    return Dated(day=day[0]), day[1]


def _over(tokens: Tokens, at: int) -> bool:
    """Whether nothing of weight is left from there on."""
    while tokens[at].word != "¶":
        if tokens[at].kind not in ("mark", "hour") and tokens[at].word not in _TRAILING:
            return False
        at += 1
    return True


_TRAILING = frozenset({"s", "alone", "itself", "onward", "onwards", "local", "time", "now"})


def _inside(tokens: Tokens) -> Phrase | None:
    """The one time, or the longest, that the phrase has inside it."""
    found = list(parsed(tokens, Manner(newest=2999)))
    if not found:
        begun = expression(tokens, past_article(tokens, 0))  # "March election"
        return begun[0] if begun is not None else None
    return max(found, key=lambda f: f.end - f.first).phrase


def _in_sentence(
    read: Phrase, phrase: str, sentence: str | None, start: int | None, setting: Setting
) -> Setting:
    """The setting with the sentence's tense, the date given in it, and whose budget it is."""
    text = sentence if sentence is not None else phrase
    at = start if start is not None else max(text.find(phrase), 0)
    tokens = padded(tokens_of(text))
    end = at + len(phrase)
    first = next((k for k, t in enumerate(tokens) if t.end > at), 0)
    after = next((k for k, t in enumerate(tokens) if t.start >= end), len(tokens) - 8)
    own = Found(read, first, max(after, first + 1))
    others = (
        list(placed(tokens, text, setting)) if hangs_on_another(read) or lacks_year(read) else []
    )
    told = [
        Told(found, readings[0].closed(), gives_year(found.phrase))
        for found, readings in others
        if found.end <= own.first and readings
    ]
    ahead = next((found for found, _ in others if found.first >= own.end), None)
    here = setting_among(tokens, own, setting, told, ahead)
    words = [token.word for token in tokens]
    here = replace(
        here,
        fiscal=here.fiscal or names_us_budget(words),
        british=here.british or is_british(words, setting.country),
    )
    return here
