"""Runs of words by which quotations are looked up, in other quotations and in running text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hearsay.origins.sharing.aligning import Grams, Ids, grams_of

FOUR = range(4)
"""Words in a run of running text."""
Owned = tuple[NDArray[np.int64], Grams]
"""Grams, and to which of several quotations each belongs."""


def quote_grams(quotations: Sequence[Ids]) -> Owned:
    """Runs of three words; of short quotations, also with one left out between."""
    short = [len(ids) <= 8 for ids in quotations]
    return _owned(quotations, [(range(3), None), ((0, 1, 3), short), ((0, 2, 3), short)])


def running_grams(quotations: Sequence[Ids]) -> Owned:
    """Runs of four words, as running text is looked up by."""
    return _owned(quotations, [(FOUR, None)])


@dataclass(frozen=True, slots=True)
class Gate:
    """What is asked of an index, and how much of it has to be found there."""

    quotes: bool
    share: float

    def grams(self, quotations: Sequence[Ids]) -> Owned:
        """The grams of each quotation that are asked for."""
        return quote_grams(quotations) if self.quotes else running_grams(quotations)


QUOTED = Gate(quotes=True, share=0.2)
"""Other quotations."""
RUNNING = Gate(quotes=False, share=0.15)
"""The running text outside quotation marks."""


def chosen(grams: Grams, free: NDArray[np.bool_]) -> Grams:
    """The smallest of each four grams in a row, of those that stand outside quotations."""
    if not len(grams):
        return grams
    outside = np.convolve(free, np.ones(4, np.int8), "valid") > 0
    grams = np.where(outside, grams, _NONE)
    if len(grams) > 4:
        grams = np.lib.stride_tricks.sliding_window_view(grams, 4).min(axis=1)
    return np.unique(grams[grams != _NONE])


def window_in(quotation: Ids, grams: Grams) -> tuple[int, int] | None:
    """The stretch of a text in which most of a quotation's runs of four words stand."""
    sought = np.sort(grams_of(quotation, FOUR))
    if not len(sought):
        return None
    at = np.minimum(np.searchsorted(sought, grams), len(sought) - 1)
    hits = np.flatnonzero(sought[at] == grams)
    if not len(hits):
        return None
    reach = 2 * len(quotation)
    held = np.searchsorted(hits, hits + reach) - np.arange(len(hits))
    best = int(held.argmax())
    first, last = int(hits[best]), int(hits[best + int(held[best]) - 1]) + 4
    size = len(quotation)
    return max(0, first - size), min(len(grams) + 3, last + size)


def _owned(
    quotations: Sequence[Ids], runs: Sequence[tuple[Sequence[int], list[bool] | None]]
) -> Owned:
    """The different grams of each quotation, all made in one go."""
    together = np.concatenate(quotations)
    sizes = np.array([len(ids) for ids in quotations])
    whose, ends = np.repeat(np.arange(len(sizes)), sizes), np.repeat(np.cumsum(sizes), sizes)
    owners, grams = [], []
    for offsets, asked in runs:
        made = grams_of(together, offsets)
        # No run crosses from one quotation into the next.
        kept = np.arange(len(made)) + max(offsets) < ends[: len(made)]
        if asked is not None:
            kept &= np.array(asked)[whose[: len(made)]]
        owners.append(whose[: len(made)][kept])
        grams.append(made[kept])
    owner, gram = np.concatenate(owners), np.concatenate(grams)
    order = np.lexsort((gram, owner))
    owner, gram = owner[order], gram[order]
    new = np.ones(len(gram), np.bool_)
    new[1:] = (gram[1:] != gram[:-1]) | (owner[1:] != owner[:-1])
    return owner[new], gram[new]


_NONE = np.uint64(2**64 - 1)
