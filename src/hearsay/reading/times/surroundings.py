"""What the text around a phrase adds to its setting: tense, budget, the dates told before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from hearsay.reading.times.anaphora import (
    gives_year,
    grain_needed,
    hangs_on_another,
    lacks_month,
    lacks_year,
    needs_telling,
)
from hearsay.reading.times.budgets import is_british, names_us_budget
from hearsay.reading.times.phrases import Open, Phrase
from hearsay.reading.times.placing import place
from hearsay.reading.times.sentences import (
    is_of_a_vote,
    paragraph_start,
    sentence_end,
    sentence_start,
    sets_deadline,
    tense_around,
)
from hearsay.reading.times.setting import Setting
from hearsay.reading.times.steps import Tokens
from hearsay.reading.times.stretches import Stretch, is_as_fine_as


class Found(NamedTuple):
    """A phrase as parsed, with the tokens it runs over."""

    phrase: Phrase
    first: int
    """Place of its first token."""
    end: int
    """Place after its last token."""


class Told(NamedTuple):
    """A phrase that has been placed, which later ones may count from."""

    found: Found
    stretch: Stretch
    narrated: bool = False
    """Whether its year is said, or was taken from one told before."""


def setting_among(
    tokens: Tokens, found: Found, setting: Setting, told: Sequence[Told], after: Found | None
) -> Setting:
    """The setting of a phrase in its sentence, among those placed before it and the next one."""
    here = setting_at(tokens, found, setting)
    if lacks_year(found.phrase):
        return replace(here, told=_narrative(tokens, found, told))
    if not hangs_on_another(found.phrase):
        return here
    return replace(here, anchor=_anchor(tokens, found, setting, told, after))


def setting_at(tokens: Tokens, found: Found, setting: Setting) -> Setting:
    """The setting with what the sentence around a phrase adds: its tense, whose budget it is."""
    tense = tense_around(tokens, found.first, found.end)
    phrase = found.phrase
    if isinstance(phrase, Open) and phrase.how == "since":
        tense = "past"  # whatever is to come of it has begun
    elif tense != "future" and (
        (isinstance(phrase, Open) and phrase.how in ("before", "by"))
        or tokens[found.first - 1].word == "by"
        or tokens[found.first - 2].word == "by"
    ):
        # "They count them by the end of June" looks ahead without a verb that says so.
        tense = "ahead" if not tense or sets_deadline(tokens, found.first - 1) else tense
    british, fiscal = setting.country == "GB", False
    if british or names_quarter(found.phrase):
        begin, finish = sentence_start(tokens, found.first), sentence_end(tokens, found.end)
        words = [token.word for token in tokens[begin:finish]]
        fiscal = names_us_budget(words)
        british = is_british(words, setting.country)
    return replace(
        setting,
        future=tense in ("future", "ahead"),
        ahead=tense == "ahead",
        past=tense == "past",
        vote=is_of_a_vote(tokens, found.end) and not _comes_after(tokens, found),
        fiscal=fiscal,
        british=british,
    )


def _comes_after(tokens: Tokens, found: Found) -> bool:
    """Whether something is told that came after: "disappeared after the May election"."""
    if isinstance(found.phrase, Open):
        return found.phrase.how in ("after", "since")
    return bool({t.word for t in tokens[found.first - 2 : found.first]} & {"after", "since"})


def names_quarter(phrase: Phrase) -> bool:
    """Whether a phrase has a quarter or a fiscal year in it."""
    name = repr(phrase)
    return "InQuarter" in name or "FiscalYear" in name


def is_narrated(found: Found, here: Setting) -> bool:
    """Whether a date after this one may take its year from it."""
    return gives_year(found.phrase) or (lacks_year(found.phrase) and here.told is not None)


def _narrative(tokens: Tokens, own: Found, told: Sequence[Told]) -> Stretch | None:
    """The date that a narrative in the same paragraph has come to, for one that lacks its year.

    "On 3 May 2019 they left Harun. In June they crossed the river" is of one year; a day without
    a month goes on from any date before it.
    """
    last = told[-1] if told else None
    if last is None or last.stretch.unit not in ("day", "month", "period"):
        return None
    if not (last.narrated or lacks_month(own.phrase)):
        return None
    return last.stretch if last.found.first >= paragraph_start(tokens, own.first) else None


def _anchor(
    tokens: Tokens, own: Found, setting: Setting, told: Sequence[Told], after: Found | None
) -> Stretch | None:
    """The date that an anaphoric phrase counts from: in its sentence, else the last one before."""
    unit = grain_needed(own.phrase)
    if told and needs_telling(own.phrase):
        reach = paragraph_start(tokens, own.first)
        told = [one for one in told if one.found.first >= reach]
    before = [one for one in told if unit is None or is_as_fine_as(one.stretch, unit)]
    if before and before[-1].found.first >= sentence_start(tokens, own.first):
        return before[-1].stretch
    if after is not None and after.first < sentence_end(tokens, own.end):
        ahead = _ahead(tokens, after, setting)
        if ahead is not None and (unit is None or is_as_fine_as(ahead, unit)):
            return ahead
    return before[-1].stretch if before else None


def _ahead(tokens: Tokens, after: Found, setting: Setting) -> Stretch | None:
    """The date that the same sentence gives next, if it hangs on no other itself."""
    if hangs_on_another(after.phrase):
        return None
    readings = place(after.phrase, setting_at(tokens, after, setting))
    closed = readings and readings[0].low is not None and readings[0].high is not None
    return readings[0] if closed else None
