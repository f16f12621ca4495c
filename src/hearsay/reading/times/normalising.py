"""What one given phrase stands for."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from hearsay.reading.times.anaphora import hangs_on_another
from hearsay.reading.times.budgets import is_british, names_us_budget
from hearsay.reading.times.careful import Manner
from hearsay.reading.times.dates import month_and_day_in_numbers
from hearsay.reading.times.finding import (
    Found,
    anchor_for,
    no_publication,
    padded,
    parsed,
    placed,
    setting_at,
)
from hearsay.reading.times.grammar import expression, running_from
from hearsay.reading.times.phrases import Dated, Phrase
from hearsay.reading.times.placing import is_placeable, place
from hearsay.reading.times.setting import Setting, period_covered, publication_day
from hearsay.reading.times.steps import Tokens, day_number, past_article
from hearsay.reading.times.stretches import Stretch
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
        country=country.upper() if country else None,
    )
    if _NO_DATE.match(fold(phrase)):
        return TimeReading(None)
    tokens = padded(tokens_of(phrase))
    read = _whole(tokens) or _inside(tokens)
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
    for step in (expression, running_from, month_and_day_in_numbers, _bare_day):
        read = step(tokens, at)
        if read is not None and _over(tokens, read[1]):
            return read[0]
    return None


def _bare_day(tokens: Tokens, at: int) -> tuple[Phrase, int] | None:
    day = day_number(tokens, past_article(tokens, at))
    if day is None or (tokens[at].kind == "cardinal"):
        return None
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
        return None
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
    here = setting_at(tokens, own, setting)
    words = [token.word for token in tokens]
    here = replace(
        here,
        fiscal=here.fiscal or names_us_budget(words),
        british=here.british or is_british(words, setting.country),
    )
    if not hangs_on_another(read):
        return here
    return replace(here, anchor=_anchor(tokens, text, own, setting))


def _anchor(tokens: Tokens, text: str, own: Found, setting: Setting) -> Stretch | None:
    others = [
        f for f in placed(tokens, text, setting) if f[0].end <= own.first or f[0].first >= own.end
    ]
    before = [f for f in others if f[0].end <= own.first]
    anchors = [
        (found.first, readings[0])
        for found, readings in before
        if readings and readings[0].low is not None and readings[0].high is not None
    ]
    listed = [f for f, _ in before] + [own] + [f for f, _ in others[len(before) :]]
    return anchor_for(tokens, len(before), listed, anchors, setting)
