"""Another time for the same thing."""

from __future__ import annotations

import re
from collections.abc import Iterable

from hearsay.origins.differing.change import Finding
from hearsay.origins.differing.pairing import Pair
from hearsay.origins.differing.told import Telling, once, weight
from hearsay.vocabulary.edtf import Days, days_of
from hearsay.vocabulary.readings import TimeExpression
from hearsay.vocabulary.traces import Change

RANK = 4
LEAST_LIKENESS = 0.7


def findings(pair: Pair) -> Iterable[Finding]:
    """Times that share no day and stand for the same thing on both sides.

    A day's name for its date is the same day; a month for a day in it is less exact and no other
    time. Where a claim has several times, only those at the same place are set together.
    """
    before, after = _placed(pair.before), _placed(pair.after)
    left = [t for t in before if not any(_share(t[1], o[1]) for o in after)]
    right = [t for t in after if not any(_share(t[1], o[1]) for o in before)]
    for one, days in left:
        fits = [o for o in right if _fits(pair, one, o[0], len(before) == len(after) == 1)]
        if len(fits) != 1 or not _tells(pair, (one, days), fits[0]):
            continue
        other = fits[0][0]
        yield Finding(
            Change("time", pair.before.side_at((one.span,)), pair.after.side_at((other.span,))),
            pair.before.words_at(one.span),
            pair.after.words_at(other.span),
        )


@once
def _placed(telling: Telling) -> list[tuple[TimeExpression, Days]]:
    """The times of a claim that the calendar knows and that read in one way only."""
    found = []
    for time in telling.told.claim.times:
        days = days_of(time.edtf) if time.edtf and not time.alternatives else None
        if days is not None and telling.words_at(time.span):
            found.append((time, days))
    return found


def _share(left: Days, right: Days) -> bool:
    """Whether some day lies in both, open ends counted as running on."""
    starts = [d for d in (left.first, right.first) if d is not None]
    ends = [d for d in (left.last, right.last) if d is not None]
    return not starts or not ends or max(starts) <= min(ends)


def _fits(pair: Pair, left: TimeExpression, right: TimeExpression, alone: bool) -> bool:
    """Whether two times stand at the same place, or are the only ones and much else is alike."""
    before, after = pair.before.words_at(left.span), pair.after.words_at(right.span)
    same_gap = any(
        set(before) & set(gap.whole_before) and set(after) & set(gap.whole_after)
        for gap in pair.gaps
    )
    if same_gap:
        return alone or _beside(pair, before, after)
    return alone and pair.likeness >= 0.7


def _beside(pair: Pair, before: tuple[int, ...], after: tuple[int, ...]) -> bool:
    return (
        pair.partner_of.get(before[0] - 1, -9) == after[0] - 1
        or pair.partner_of.get(before[-1] + 1, -9) == after[-1] + 1
    )


def _tells(
    pair: Pair, left: tuple[TimeExpression, Days], right: tuple[TimeExpression, Days]
) -> bool:
    """Whether the two are sure enough."""
    if _alike(pair, left[0], right[0]) < _MUTUAL:
        return False
    words = [
        time.span.of(telling.text).lower()
        for telling, (time, _) in ((pair.before, left), (pair.after, right))
    ]
    if words[0] == words[1]:
        # "Last week" in two articles printed in two weeks: the reprint kept the word.
        return False
    if all(_DATE.search(one) for one in words):
        return True
    if not (_is_day(pair.before, *left) and _is_day(pair.after, *right)):
        return False
    assert left[1].first is not None
    assert right[1].first is not None
    stamped = any(_STAMPED.search(one) for one in words)
    return abs((left[1].first - right[1].first).days) > (1 if stamped else 0)


def _alike(pair: Pair, left: TimeExpression, right: TimeExpression) -> float:
    """How much of the longer telling is the same, the two times themselves left out."""
    shared = sum(weight(pair.before.keys[b]) for b in pair.partner_of)
    sizes = [
        sum(map(weight, telling.keys))
        - sum(weight(telling.keys[i]) for i in telling.words_at(time.span))
        for telling, time in ((pair.before, left), (pair.after, right))
    ]
    return shared / max(*sizes, 0.1)


_MUTUAL = 0.6
_DATE = re.compile(
    r"\b(?:1[89]|20)\d\d\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b", re.I
)
_STAMPED = re.compile(r"\b(?:today|tonight|yesterday|tomorrow|last night|this \w+)\b", re.I)
"""What moves with the day a text was stamped, which may be the day after it was written; the name
of a day does not."""
_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.I)


def _is_day(telling: Telling, time: TimeExpression, days: Days) -> bool:
    """Whether it is one day that the words give, if need be by when the text was published."""
    words = time.span.of(telling.text)
    if days.first is None or days.first != days.last:
        return False
    if _DATE.search(words):
        return True
    published = telling.told.account.document.particulars.published or ""
    by_name = _WEEKDAY.search(words) or _STAMPED.search(words)
    return len(published) >= len("2021-12-01") and by_name is not None
