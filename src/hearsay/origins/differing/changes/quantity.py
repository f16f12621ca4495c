"""Another number, another unit, or the same number held more or less exactly."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from hearsay.origins.differing.change import Finding
from hearsay.origins.differing.numbers import MEASURES, Number, numbers_of
from hearsay.origins.differing.pairing import Pair
from hearsay.origins.differing.told import Telling
from hearsay.origins.language.forms import is_function, key
from hearsay.origins.language.lists import among
from hearsay.vocabulary.traces import Change

RANK = 3
LEAST_LIKENESS = 0.2


def findings(pair: Pair) -> Iterable[Finding]:
    """Numbers that count the same thing on both sides and differ in value, unit or exactness.

    Two numbers are set against each other where the same word is counted, or where both stand at
    the same place between words that both tell. Dates, ordinals and numbers in names are left out.
    """
    if not pair.gaps or pair.is_one_document:
        # Whoever gives two figures in one text gives the figures of two things.
        return
    before, after = numbers_of(pair.before), numbers_of(pair.after)
    for left, right in _set_together(pair, before, after):
        if _says_the_same(left, right) or _is_further(pair, left, right):
            continue
        yield Finding(
            Change("quantity", pair.before.side(left.words), pair.after.side(right.words)),
            left.words,
            right.words,
        )


def _is_further(pair: Pair, left: Number, right: Number) -> bool:
    """Whether one of the two counts what came on top of the other ("a further 31")."""
    sides = (pair.before, left), (pair.after, right)
    return any(
        _FURTHER & set(telling.folded[max(0, one.at[0] - 2) : one.words[-1] + 1])
        for telling, one in sides
    )


_FURTHER = among("further another additional other extra")


def _set_together(
    pair: Pair, before: list[Number], after: list[Number]
) -> Iterable[tuple[Number, Number]]:
    """Each number with the one on the other side that stands for the same thing."""
    left, right = list(before), list(after)
    for one in before:
        met = [n for n in right if pair.partner_of.get(one.at[0], -1) in range(*n.at)]
        if met and _value_same(one, met[0]):
            left.remove(one)
            right.remove(met[0])
            counted = one.unit == met[0].unit and one.unit not in MEASURES
            if counted or pair.likeness >= _LIKE or _goes_on(pair, one, met[0]):
                yield one, met[0]
    for one in before:
        if one not in left:
            continue
        fits = [n for n in right if _fits(pair, one, n)]
        if len(fits) == 1 and sum(_fits(pair, o, fits[0]) for o in left) == 1:
            left.remove(one)
            right.remove(fits[0])
            yield one, fits[0]


def _value_same(left: Number, right: Number) -> bool:
    return left.low == right.low and left.high == right.high


def _fits(pair: Pair, left: Number, right: Number) -> bool:
    """Whether both count the same word, or stand between the same words."""
    if (left.scale == "%") != (right.scale == "%") or _is_checked(pair):
        return False
    held = any(
        left.at[0] in gap.whole_before and right.at[0] in gap.whole_after for gap in pair.gaps
    )
    if left.unit and left.unit == right.unit:
        if pair.likeness < _LIKE and not _goes_on(pair, left, right):
            return False
        return held or _only(pair, left.unit)
    return held and pair.likeness >= _LIKE and _beside(pair, left, right)


def _is_checked(pair: Pair) -> bool:
    """Whether only one side tells how many of a number were confirmed or disputed."""
    before = any(pair.before.keys[b] in _CHECKING for gap in pair.gaps for b in gap.before)
    after = any(pair.after.keys[a] in _CHECKING for gap in pair.gaps for a in gap.after)
    return before != after


_CHECKING = frozenset(key(word) for word in among("confirm dispute deny doubt verify question"))


def _only(pair: Pair, unit: str) -> bool:
    return pair.before.keys.count(unit) == 1 and pair.after.keys.count(unit) == 1


_LIKE = 0.4
"""Below that, the next word of matter behind what is counted has to be the same too."""


def _goes_on(pair: Pair, left: Number, right: Number) -> bool:
    """Whether one of the next words of matter behind what is counted is the same."""
    here = _following(pair.before, left.words[-1] + 1)
    there = _following(pair.after, right.words[-1] + 1)
    return any(pair.partner_of.get(b, -1) in there for b in here)


def _following(telling: Telling, start: int) -> list[int]:
    matter = (
        i
        for i in range(start, len(telling))
        if telling.forms[i] and not is_function(telling.folded[i])
    )
    return list(islice(matter, _AHEAD))


_AHEAD = 2


def _beside(pair: Pair, left: Number, right: Number) -> bool:
    """Whether the words next to both numbers are the same on one side at least."""
    ends = ((left.words[0] - 1, right.words[0] - 1), (left.words[-1] + 1, right.words[-1] + 1))
    return any(pair.partner_of.get(b, -1) == a for b, a in ends)


def _says_the_same(left: Number, right: Number) -> bool:
    """Whether two numbers tell a reader the same: exactly so many, or the same bound."""
    return _value_same(left, right) and left.comparator == right.comparator
