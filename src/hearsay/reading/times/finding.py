"""Every phrase for a time in a text, placed in the calendar."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from hearsay.reading.times.anaphora import needs_telling
from hearsay.reading.times.careful import Manner, believable
from hearsay.reading.times.grammar import expression
from hearsay.reading.times.holidays import HOLIDAY_WORDS
from hearsay.reading.times.phrases import Dated, Open
from hearsay.reading.times.placing import is_placeable, place
from hearsay.reading.times.setting import Setting, country_code, period_covered, publication_day
from hearsay.reading.times.steps import Tokens, year
from hearsay.reading.times.stretches import Stretch
from hearsay.reading.times.surroundings import Found, Told, is_narrated, setting_among
from hearsay.reading.times.tokens import Token, tokens_near_times
from hearsay.reading.times.words import word_set
from hearsay.vocabulary.problems import Problem
from hearsay.vocabulary.readings import TimeExpression
from hearsay.vocabulary.spans import Span

_SENTINELS = 8
# Kinds of token that a time may begin with, and the words of no kind that may.
_STARTS = frozenset(
    {"number", "ordinal", "cardinal", "month", "solar", "twin", "weekday", "season", "part",
     "which", "decades", "relative", "qualifier", "unit", "hour"}
)  # fmt: skip
_START_WORDS = word_set(
    "post pre half the a an from between since until till after before following by up prior as "
    "long shortly soon few several q h fy fiscal financial ever not just through"
)
# Without one of these near by, no time can begin.
_CORE = _STARTS - {"cardinal", "part", "qualifier"}


def find_times(
    text: str, *, published: str | None, period: str | None = None, country: str | None = None
) -> tuple[TimeExpression, ...]:
    """Every date and period that a text names, in order, with the days each stands for.

    Durations, ages and recurrences are left out. A phrase that hangs on a date of publication
    which is not known is kept with `edtf` None. Ids are `t1`, `t2`, … in reading order.
    """
    setting = Setting(
        published=publication_day(published),
        period=period_covered(period),
        country=country_code(country),
    )
    tokens = padded(tokens_near_times(text))
    found: list[TimeExpression] = []
    for phrase, readings in placed(tokens, text, setting):
        texts = [stretch.edtf() for stretch in readings]
        last = tokens[phrase.end - 1]
        last = tokens[phrase.end - 2] if last.word in ".,)" else last
        span = Span(tokens[phrase.first].start, last.end)
        edtf = texts[0] if texts else None
        found.append(TimeExpression(f"t{len(found) + 1}", span, edtf, tuple(texts[1:])))
    return tuple(found)


def unplaced(
    times: tuple[TimeExpression, ...], *, published: str | None, where: str
) -> tuple[Problem, ...]:
    """The problem of times that hang on a date of publication which is not known."""
    lost = [time for time in times if time.edtf is None]
    if not lost or publication_day(published) is not None:
        return ()
    return (no_publication(where, lost[0].span),)


def no_publication(where: str, span: Span | None = None) -> Problem:
    """The problem of a relative phrase without a date of publication."""
    return Problem(
        where=where,
        code="no-publication-date",
        message="A relative date cannot be placed, as the date of publication is not known.",
        next_step="Give it with --published.",
        span=span,
    )


def padded(tokens: list[Token]) -> list[Token]:
    """The tokens with empty-line marks after them, so that looking ahead is safe."""
    end = tokens[-1].end if tokens else 0
    return tokens + [Token("mark", 0, "¶", end, end, False, True)] * _SENTINELS


def parsed(tokens: Tokens, manner: Manner) -> Iterator[Found]:
    """Every phrase for a time in the tokens, none overlapping, in order."""
    at, end = 0, len(tokens) - _SENTINELS
    while at < end:
        token = tokens[at]
        begins = token.kind in _STARTS or token.word in _START_WORDS
        if begins or (token.capital and token.word in HOLIDAY_WORDS):
            found = _at(tokens, at, manner)
            if found is not None:
                yield found
                at = found.end
                continue
        at += 1


def _may_begin(tokens: Tokens, at: int) -> bool:
    """Whether a time can begin with the token there, judged by the token after it alone."""
    token, after = tokens[at], tokens[at + 1]
    if token.kind == "number":
        if len(token.word) == 4:
            return True
        return len(token.word) < 4 and (after.kind in _AFTER_NUMBER or after.word in _JOINTS)
    if token.word in ("the", "a", "an"):
        return after.kind not in ("word", "mark") or after.word in _AFTER_ARTICLE
    if token.kind in ("cardinal", "ordinal"):
        return after.kind not in ("word", "mark") or after.word in _JOINTS or after.word in _MORE
    if token.word == "following" and after.word in ("the", "a", "its", "his", "their"):
        return True
    if token.kind == "which":
        if after.kind == "which":
            return token.word == "this" and after.word in ("past", "last", "coming", "same")
        return after.kind not in ("word", "mark") or after.word in _AFTER_ARTICLE
    if token.kind == "unit":
        return after.kind in ("number", "cardinal") or after.word in _AFTER_UNIT
    return True


_AFTER_NUMBER = frozenset(
    {"month", "solar", "twin", "unit", "ordinal", "decades", "which", "season"}
)
_JOINTS = word_set("- – / . , of to and until till through s ' q h business working calendar full")
_AFTER_ARTICLE = word_set(
    "' few couple dozen fiscal financial fy q h reporting first-half business same"
)
_MORE = word_set("and thousand thousands hundred half century quarter fiscal financial")
_AFTER_UNIT = word_set("- end of commencing starting beginning before after to")


def _at(tokens: Tokens, at: int, manner: Manner) -> Found | None:
    if not _may_begin(tokens, at):
        return None
    if not any(
        tokens[look].kind in _CORE or tokens[look].word in _CORE_WORDS
        for look in range(at, min(at + 7, len(tokens)))
    ):
        return None
    read = expression(tokens, at)
    if read is None:
        return None
    if not believable(read[0], tokens, at, read[1], manner):
        start = at + 1 if tokens[at].word == "the" else at
        said = year(tokens, start)
        if said is None or not believable(Dated(said[0]), tokens, start, said[1], manner):
            return None
        return Found(Dated(said[0]), start, said[1])
    phrase = read[0]
    if isinstance(phrase, Open) and phrase.how == "by":
        phrase, at = phrase.than, at + 1  # a deadline is the date that it is set for
    first = at + 1 if tokens[at].word == "the" else at
    return Found(phrase, first, read[1])


_CORE_WORDS = HOLIDAY_WORDS | {"q", "h", "fy", "fiscal", "financial", "now", "then", "since"}


def placed(tokens: Tokens, text: str, setting: Setting) -> Iterator[tuple[Found, list[Stretch]]]:
    """Every phrase with the stretches it can stand for; none where it hangs on what is unknown."""
    manner = Manner.of(text, setting.published)
    told: list[Told] = []
    waiting = list(parsed(tokens, manner))
    for number, found in enumerate(waiting):
        if number + 1 < len(waiting):
            found = _with_year_of(found, waiting[number + 1], tokens)
        after = waiting[number + 1] if number + 1 < len(waiting) else None
        here = setting_among(tokens, found, setting, told, after)
        if here.anchor is None and needs_telling(found.phrase):
            continue
        readings = place(found.phrase, here)
        if readings:
            told.append(Told(found, readings[0].closed(), is_narrated(found, here)))
            del told[:-_REMEMBERED]
        if readings or (setting.published is None and is_placeable(found.phrase, here)):
            yield found, readings


# A date further back than so many others is not what "a day earlier" counts from.
_REMEMBERED = 8


def _with_year_of(found: Found, after: Found, tokens: Tokens) -> Found:
    """A date without a year that shares the one after it: "in June and in October 2014"."""
    one, other = found.phrase, after.phrase
    if not isinstance(one, Dated) or not isinstance(other, Dated):
        return found
    if one.year is not None or one.month is None or other.year is None or other.month is None:
        return found
    between = {token.word for token in tokens[found.end : after.first]}
    if not between or not between <= {"and", "or", "in", "on", ","}:
        return found
    earlier = (one.month, one.day or 1) <= (other.month, other.day or 31)
    return found._replace(phrase=replace(one, year=other.year if earlier else other.year - 1))
