"""How much of one telling's wording and order another one has, beyond what both must say."""

from __future__ import annotations

from collections.abc import Callable, Sequence

MOST_WORDS = 60


def likeness(one: Sequence[str], other: Sequence[str]) -> float:
    """The share of the shorter telling's words that the other has in the same order, from 0 to 1.

    Names and numbers weigh double: they cannot be put in other words, and their order is chosen.
    """
    left, right = list(one[:MOST_WORDS]), list(other[:MOST_WORDS])
    if not left or not right:
        return 0.0
    whole = min(sum(map(_weight, left)), sum(map(_weight, right)))
    return min(1.0, _in_order(left, right) / whole)


def rare_in_both(one: Sequence[str], other: Sequence[str], rare: Callable[[str], bool]) -> int:
    """How many words two tellings share that few others use: numbers and rare details."""
    return sum(1 for word in set(one).intersection(other) if rare(word))


def _weight(word: str) -> float:
    return 2.0 if word[0].isdigit() else 1.0


def _in_order(left: Sequence[str], right: Sequence[str]) -> float:
    """The heaviest common subsequence; what only one side has is no part of it."""
    both = set(left).intersection(right)
    left = [word for word in left if word in both]
    right = [word for word in right if word in both]
    if left == right:
        return sum(map(_weight, left))
    row = [0.0] * (len(right) + 1)
    for word in left:
        weight, before = _weight(word), 0.0
        for at, other in enumerate(right, 1):
            kept = row[at]
            if word == other:
                row[at] = before + weight
            elif row[at - 1] > kept:
                row[at] = row[at - 1]
            before = kept
    return row[-1]
