"""How far pairs of claims agree: the features of many pairs at once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hearsay.origins.alike.columns import Real, Table, Whole, table_of
from hearsay.origins.alike.features import ABOUT, NAME, NUMBER, UNIT, WORD
from hearsay.origins.alike.nearness import NEARNESS, nearness

__all__ = ["FEATURES", "Matches", "Real", "Table", "Whole", "compare", "matches", "table_of"]

FEATURES = (
    "less_covered", "more_covered", "dice", "shared", "shorter", "words_less", "words_more",
    "words_shared", "words_left_less", "words_left_more", "names_both", "names_less", "names_more",
    "names_one", "numbers_both", "numbers_more", "numbers_one", "units_both", "units_less",
    "units_more", "units_one", "times_both", "times_apart", "times_same", "times_one",
    "periods_apart", "polarity", "order", "in_row", "same_form", "length", "quoted", "rarest",
    "matched", *NEARNESS,
)  # fmt: skip
"""What is known of a pair, in the order of the columns that `compare` gives."""

_SYNONYM = 0.7
"""What a near synonym counts against the same word."""

_REFERRED = 0.5
"""What a name counts that only a pronoun stands for on one side: the reader may have erred."""

_BATCH = 1 << 17
"""Pairs compared at once: about 300 MB of passing columns."""


def compare(table: Table, left: Whole, right: Whole) -> Real:
    """The features of the pairs `(left[i], right[i])`, a row each; the same both ways round."""
    parts = [
        _compared(table, left[at : at + _BATCH], right[at : at + _BATCH])
        for at in range(0, len(left), _BATCH)
    ]
    return np.concatenate(parts) if parts else np.zeros((0, len(FEATURES)))


@dataclass(frozen=True, slots=True, eq=False)
class Matches:
    """The terms that the two claims of a pair share: which pair, and the row on either side."""

    pair: Whole
    left: Whole
    right: Whole


def matches(table: Table, left: Whole, right: Whole) -> Matches:
    """The rows in which pairs of claims meet, pair after pair."""
    begin, end = table.offsets[left], table.offsets[left + 1]
    counts = end - begin
    pair = np.repeat(np.arange(len(left)), counts)
    row = np.arange(len(pair)) - np.repeat(np.cumsum(counts) - counts, counts) + begin[pair]
    sought = right[pair] * table.width + table.concepts[row]
    found = np.searchsorted(table.keys, sought)
    found[found == len(table.keys)] = 0
    hit = np.flatnonzero(table.keys[found] == sought) if len(table.keys) else found[:0]
    return Matches(pair[hit], row[hit], found[hit])


def _compared(table: Table, left: Whole, right: Whole) -> Real:
    shorter = table.offsets[left + 1] - table.offsets[left]
    swap = shorter > table.offsets[right + 1] - table.offsets[right]
    left, right = np.where(swap, right, left), np.where(swap, left, right)
    met, count = matches(table, left, right), len(left)
    kind_l, kind_r = table.kinds[met.left], table.kinds[met.right]
    same_form = table.stems[met.left] == table.stems[met.right]
    own = (kind_l != ABOUT) & (kind_r != ABOUT)
    weight = table.weights[met.left] * np.where(same_form, 1.0, _SYNONYM)
    weight = weight * np.where(own, 1.0, _REFERRED)

    def total(of: Real | NDArray[np.bool_]) -> Real:
        summed: Real = np.bincount(met.pair, of, count).astype(np.float64)
        return summed

    shared = total(weight)
    by_kind = {
        kind: _covered(
            total(weight * (kind_l == kind)), total(weight * (kind_r == kind)), table, left, right,
            kind,
        )
        for kind in (WORD, NAME, NUMBER, UNIT)
    }  # fmt: skip
    all_less, all_more, *_ = _covered(
        total(weight * (kind_l != ABOUT)), total(weight * (kind_r != ABOUT)), table, left, right,
        ABOUT,
    )  # fmt: skip
    words, names = by_kind[WORD], by_kind[NAME]
    numbers, units = by_kind[NUMBER], by_kind[UNIT]
    whole_l, whole_r = table.totals[left, ABOUT], table.totals[right, ABOUT]
    rarest = np.zeros(count)
    np.maximum.at(rarest, met.pair, weight)
    times_both, times_apart, times_same, times_one = _times(table.times, left, right)
    untimed = (table.times[left, 1] == 0) & (table.times[right, 1] == 0)
    _, periods_apart, _, _ = _times(table.periods, left, right)
    order, in_row = _ordering(table, met, own, count)
    sizes_l, sizes_r = table.lengths[left], table.lengths[right]
    columns = (
        all_less, all_more, 2 * shared / np.maximum(whole_l + whole_r, 2 * shared + 1e-9),
        shared / 10, np.minimum(whole_l, whole_r) / 10,
        words[0], words[1], np.minimum(words[2], words[3]) / 10,
        np.minimum(words[4], words[5]) / 10, np.maximum(words[4], words[5]) / 10,
        names[6], names[0] * names[6], names[1] * names[6], names[7],
        numbers[6], numbers[1] * numbers[6], numbers[7],
        units[6], units[0] * units[6], units[1] * units[6], units[7],
        times_both, times_apart, times_same, times_one, periods_apart * untimed,
        table.denied[left] != table.denied[right],
        order, in_row / np.maximum(np.minimum(sizes_l, sizes_r) - 1, 1),
        total(weight * same_form) / np.maximum(shared, 1e-9),
        np.minimum(sizes_l, sizes_r) / np.maximum(np.maximum(sizes_l, sizes_r), 1),
        total(weight * (table.quoted[met.left] & table.quoted[met.right]))
        / np.maximum(shared, 1e-9),
        rarest / 10, total(own) / 10,
    )  # fmt: skip
    lexical = np.stack([np.asarray(column, np.float64) for column in columns], 1)
    return np.concatenate((lexical, nearness(table.meant, left, right)), 1)


def _covered(
    on_left: Real, on_right: Real, table: Table, left: Whole, right: Whole, kind: int
) -> tuple[Real, ...]:
    """Less and more covered side; what is shared and left over on either; both, one has any."""
    all_l, all_r = table.totals[left, kind], table.totals[right, kind]
    share_l = np.minimum(on_left / np.maximum(all_l, 1e-9), 1)
    share_r = np.minimum(on_right / np.maximum(all_r, 1e-9), 1)
    return (
        np.minimum(share_l, share_r),
        np.maximum(share_l, share_r),
        on_left,
        on_right,
        np.maximum(all_l - on_left, 0),
        np.maximum(all_r - on_right, 0),
        ((all_l > 0) & (all_r > 0)).astype(np.float64),
        ((all_l > 0) != (all_r > 0)).astype(np.float64),
    )


def _ordering(table: Table, met: Matches, own: NDArray[np.bool_], count: int) -> tuple[Real, Real]:
    """How far shared terms come in the same order, from -1 to 1, and how many stand in a row."""
    pair = met.pair[own]
    at_l, at_r = table.places[met.left[own]], table.places[met.right[own]]
    size = np.maximum(np.bincount(pair, minlength=count), 1)
    off_l = at_l - (np.bincount(pair, at_l, count) / size)[pair]
    off_r = at_r - (np.bincount(pair, at_r, count) / size)[pair]
    spread = np.bincount(pair, off_l**2, count) * np.bincount(pair, off_r**2, count)
    order = np.bincount(pair, off_l * off_r, count) / np.sqrt(np.maximum(spread, 1e-9))
    by_place = np.lexsort((at_l, pair))
    follows = (
        (np.diff(pair[by_place]) == 0)
        & (np.diff(at_l[by_place]) == 1)
        & (np.diff(at_r[by_place]) == 1)
    )
    in_row = np.bincount(pair[by_place][1:][follows], minlength=count)
    return np.clip(order, -1, 1), in_row.astype(np.float64)


def _times(days: Whole, left: Whole, right: Whole) -> tuple[NDArray[np.bool_], ...]:
    """Whether both have any, whether they lie apart, are the same, and only one has any."""
    has_l, has_r = days[left, 1] > 0, days[right, 1] > 0
    both = has_l & has_r
    apart = (days[left, 1] < days[right, 0]) | (days[right, 1] < days[left, 0])
    return both, both & apart, both & (days[left] == days[right]).all(1), has_l != has_r
