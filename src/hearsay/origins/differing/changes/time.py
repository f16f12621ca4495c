"""Another time for the same thing."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from hearsay.origins.differing.change import Finding
from hearsay.origins.differing.pairing import Pair
from hearsay.origins.differing.told import Telling, once, weight
from hearsay.vocabulary.edtf import Days, days_of
from hearsay.vocabulary.readings import TimeExpression
from hearsay.vocabulary.spans import Span
from hearsay.vocabulary.traces import Change

RANK = 4
LEAST_LIKENESS = 0.4
"""Low, for the two times count among the words; see `_alike`."""


def findings(pair: Pair) -> Iterable[Finding]:
    """Times that share no day and stand for the same thing on both sides.

    A day's name for its date is the same day; a month for a day in it is less exact and no other
    time. Where a claim has several times, only those at the same place are set together. "In one
    year" for "in the last fiscal year" says how long and no more when.
    """
    before, after = _placed(pair.before), _placed(pair.after)
    if pair.is_one_document:
        # Two times in one text are those of two things.
        return
    if len(before) == 1 and not after and (lasting := _lasting(pair, before[0])) is not None:
        mine = before[0].expression.span
        yield Finding(
            Change("time", pair.before.side_at((mine,)), pair.after.side_at((lasting,))),
            pair.before.words_at(mine),
            pair.after.words_at(lasting),
        )
        return
    if not before or not after:
        return
    left = [t for t in before if not any(_share(t, o) for o in after)]
    right = [t for t in after if not any(_share(t, o) for o in before)]
    for one in left:
        fits = [o for o in right if _fits(pair, one, o, len(before) == len(after) == 1)]
        if len(fits) != 1 or not _tells(pair, one, fits[0]):
            continue
        mine, other = one.expression.span, fits[0].expression.span
        yield Finding(
            Change("time", pair.before.side_at((mine,)), pair.after.side_at((other,))),
            pair.before.words_at(mine),
            pair.after.words_at(other),
        )


def _lasting(pair: Pair, left: _Time) -> Span | None:
    """Where the later text says only how long, in the unit of the earlier one's time."""
    if pair.likeness < _LIKE or pair.mutual < _MUCH:
        return None
    for part in pair.after.spans_told:
        for found in _LENGTH.finditer(pair.after.text, part.start, part.end):
            if found["unit"].lower().removesuffix("s") in left.words:
                return Span(found.start("length"), found.end())
    return None


_LIKE = 0.5
_MUCH = 0.4
_LENGTH = re.compile(
    r"\b(?:in|within|over|during|for)\s+(?P<length>(?:just |only |barely )?"
    r"(?:an?|one|two|three|four|five|six|several)\s+(?:single )?"
    r"(?P<unit>years?|quarters?|months?|weeks?|days?|decades?))\b(?!\s+(?:ago|later|earlier|of|before))",
    re.I,
)


@dataclass(frozen=True, slots=True)
class _Time:
    """A time of a claim that the calendar knows and that reads in one way only."""

    expression: TimeExpression
    days: Days
    """Of a time that runs on ("since 2014") those on which it begins."""
    runs_on: bool
    words: str


@once
def _placed(telling: Telling) -> list[_Time]:
    found = []
    for time in telling.told.claim.times:
        runs_on = bool(time.edtf and time.edtf.endswith(_ON))
        if not time.edtf or (time.alternatives and not runs_on):
            continue
        days = days_of(time.edtf.removesuffix(_ON))
        if days is not None and telling.words_at(time.span):
            found.append(_Time(time, days, runs_on, time.span.of(telling.text).lower()))
    return found


_ON = "/.."


def _share(left: _Time, right: _Time) -> bool:
    """Whether some day lies in both, open ends counted as running on."""
    if left.runs_on != right.runs_on:
        # "Since 2014" and "in 2018" may both be so.
        return True
    starts = [d for d in (left.days.first, right.days.first) if d is not None]
    ends = [d for d in (left.days.last, right.days.last) if d is not None]
    return not starts or not ends or max(starts) <= min(ends)


def _fits(pair: Pair, left: _Time, right: _Time, alone: bool) -> bool:
    """Whether two times stand at the same place, or are the only ones and much else is alike."""
    before = pair.before.words_at(left.expression.span)
    after = pair.after.words_at(right.expression.span)
    same_gap = any(
        set(before) & set(gap.whole_before) and set(after) & set(gap.whole_after)
        for gap in pair.gaps
    )
    if same_gap:
        return alone or _beside(pair, before, after)
    return alone and _alike(pair, left, right) >= _ALONE


def _beside(pair: Pair, before: tuple[int, ...], after: tuple[int, ...]) -> bool:
    return (
        pair.partner_of.get(before[0] - 1, -9) == after[0] - 1
        or pair.partner_of.get(before[-1] + 1, -9) == after[-1] + 1
    )


def _tells(pair: Pair, left: _Time, right: _Time) -> bool:
    """Whether the two are sure enough."""
    if _alike(pair, left, right) < _MUTUAL or left.words == right.words:
        # "Last week" in two articles printed in two weeks: the reprint kept the word.
        return False
    if _DATE.search(left.words) and _DATE.search(right.words):
        return True
    if not (_is_day(pair.before, left) and _is_day(pair.after, right)):
        return False
    assert left.days.first is not None
    assert right.days.first is not None
    apart = abs((left.days.first - right.days.first).days)
    bare = (one for one in (left.words, right.words) if not _DATE.search(one))
    if apart == _WEEK and any(_WEEKDAY.search(one) for one in bare):
        # Which Monday is meant is not said where only its name stands.
        return False
    stamped = _STAMPED.search(left.words) or _STAMPED.search(right.words)
    return apart > (1 if stamped else 0)


def _alike(pair: Pair, left: _Time, right: _Time) -> float:
    """How much of the longer telling is the same, the two times themselves left out."""
    shared = sum(weight(pair.before.keys[b]) for b in pair.partner_of)
    sizes = [
        telling.weight - sum(weight(telling.keys[i]) for i in telling.words_at(one.expression.span))
        for telling, one in ((pair.before, left), (pair.after, right))
    ]
    return shared / max(*sizes, 0.1)


_WEEK = 7
_MUTUAL = 0.66
_ALONE = 0.7
_DATE = re.compile(
    r"\b(?:1[89]|20)\d\d\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b", re.I
)
_STAMPED = re.compile(r"\b(?:today|tonight|yesterday|tomorrow|last night|this \w+)\b", re.I)
"""What moves with the day a text was stamped, which may be the day after it was written; the name
of a day does not."""
_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.I)


def _is_day(telling: Telling, time: _Time) -> bool:
    """Whether it is one day that the words give, if need be by when the text was published."""
    if time.days.first is None or time.days.first != time.days.last:
        return False
    if _DATE.search(time.words):
        return True
    published = telling.told.account.document.particulars.published or ""
    by_name = _WEEKDAY.search(time.words) or _STAMPED.search(time.words)
    return len(published) >= len("2021-12-01") and by_name is not None
