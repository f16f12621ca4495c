"""Which claims are worth comparing, without all pairs.

They share something rare; or they share a name or a number and mean much the same. Each claim is
set beside those that came before it: what was found once stays, however many come after.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hearsay.origins.alike.columns import Real, Table, Whole
from hearsay.origins.alike.features import NAME, NUMBER, UNIT
from hearsay.origins.sharing.aligning import Grams, mixed
from hearsay.origins.sharing.postings import Postings

_KEYS = 12
"""Of each claim the rarest so many words and pairs of neighbouring words are looked up."""

_FIRST = 24
"""So many claims are met under one key, the first that had it: what is longer stays in step."""

_NEAREST = 12
"""Earlier claims kept for each."""

_NAMED = 2
"""Of each claim's names and numbers so many, the rarest, are looked up for claims like it."""

_NEAREST_MEANT = 6
"""Earlier claims kept for each by their meaning."""

_MEANT = 0.35
"""Cosine below which two claims are not compared for their meaning."""

_SIDES = ((0, 5), (4, 9), (8, 12))
"""Stretches of the first axes: claims with one name that lie on the same sides of all the axes of
one stretch are near enough to be looked at."""

_BATCH = 1 << 15
_HALF = 32


class ClaimIndex:
    """Claims by their words, names, numbers and pairs of neighbouring words.

    Which claims meet depends on those before them alone, and not on how many are added at once.
    """

    def __init__(self) -> None:
        self._words = Postings()
        self._near = Postings()
        self._meanings = array("b")
        """Of each claim, in hundredths."""

    def add(self, table: Table, *, nearest: int = _NEAREST) -> tuple[Whole, Whole]:
        """Takes in claims, and gives the pairs worth comparing: the earlier ones, and the later.

        Numbers go on from those of the claims before; each pair comes once, in rising order.
        """
        first = len(self._meanings) // max(table.meant.whole.shape[1], 1)
        self._meanings.frombytes((table.meant.whole * 100).astype(np.int8).tobytes())
        claims, keys, weights, named = _keys(table)
        met = _met(self._words, claims + first, keys)
        rank = _rank(claims, (keys, met.counts))
        looked = (met.counts > 0) & (rank < _KEYS)
        kept = looked[met.rows]
        rows, others = met.rows[kept], met.others[kept]
        by_words = _best(claims[rows] + first, others, weights[rows], nearest)
        chosen = named & (met.counts > 0)
        by_meaning = self._by_meaning(table, first, claims, keys, weights, named, chosen)
        pairs = np.unique(np.concatenate((by_words, by_meaning)))
        return pairs & _LOW, pairs >> _HALF

    def _by_meaning(
        self,
        table: Table,
        first: int,
        claims: Whole,
        keys: Grams,
        weights: Real,
        named: NDArray[np.bool_],
        chosen: NDArray[np.bool_],
    ) -> Whole:
        """Pairs under a name or number that mean much the same, coded in a number."""
        rank = _rank(claims[chosen], (keys[chosen], -weights[chosen]))
        asked = np.zeros(len(claims), bool)
        asked[np.flatnonzero(chosen)[rank < _NAMED]] = True
        sides = table.meant.bare > 0
        owner, near, ask = [], [], []
        for low, high in _SIDES:
            bits = sides[:, low:high] @ (1 << np.arange(high - low)) + (low + 1 << 16)
            owner.append(claims[named])
            near.append(mixed(keys[named] ^ mixed(bits[claims[named]].astype(np.uint64))))
            ask.append(asked[named])
        claims, keys = np.concatenate(owner), np.concatenate(near)
        met = _met(self._near, claims + first, keys, np.concatenate(ask))
        pairs = np.unique((claims[met.rows] + first << _HALF) | met.others)
        here, there = pairs >> _HALF, pairs & _LOW
        like = self._cosines(here, there)
        kept = like >= _MEANT
        return _best(here[kept], there[kept], like[kept], _NEAREST_MEANT)

    def _cosines(self, here: Whole, there: Whole) -> Real:
        held = np.frombuffer(self._meanings, np.int8).reshape(-1, _WIDTH)
        parts = [
            np.einsum(
                "ij,ij->i",
                held[here[at : at + _BATCH]].astype(np.float32),
                held[there[at : at + _BATCH]].astype(np.float32),
            )
            for at in range(0, len(here), _BATCH)
        ]
        found: Real = np.concatenate(parts).astype(np.float64) / 1e4 if parts else np.zeros(0)
        return found


def candidates(table: Table, *, nearest: int = _NEAREST) -> tuple[Whole, Whole]:
    """The pairs worth comparing among some claims, the lower number first, in rising order."""
    return ClaimIndex().add(table, nearest=nearest)


_WIDTH = 96
_LOW = (1 << _HALF) - 1


@dataclass(frozen=True, slots=True, eq=False)
class _Met:
    """Which earlier claims were met under the keys of some claims."""

    rows: Whole
    """Which key."""
    others: Whole
    counts: Whole
    """How many under each key."""


def _met(
    postings: Postings, owners: Whole, keys: Grams, asked: NDArray[np.bool_] | None = None
) -> _Met:
    """Takes in keys with whose they are, and finds the first that had those that are asked."""
    order = np.lexsort((owners, keys))
    postings.add(keys[order], owners[order])
    sought = np.arange(len(keys)) if asked is None else np.flatnonzero(asked)
    which, others = postings.holders(keys[sought])
    rows = sought[which]
    before = others < owners[rows]
    rows, others = rows[before], others[before]
    order = np.lexsort((others, rows))
    rows, others = rows[order], others[order]
    # However many were added at once, the first are the same ones.
    early = np.arange(len(rows)) - np.searchsorted(rows, rows, "left") < _FIRST
    rows, others = rows[early], others[early]
    return _Met(rows, others, np.bincount(rows, minlength=len(keys)))


def _rank(claims: Whole, by: tuple[NDArray[np.generic], ...]) -> Whole:
    """Of each row, its place among those of its claim, sorted by the last of `by` first."""
    order = np.lexsort((*by, claims))
    ordered = claims[order]
    rank = np.empty(len(claims), np.int64)
    rank[order] = np.arange(len(claims)) - np.searchsorted(ordered, ordered, "left")
    return rank


def _keys(table: Table) -> tuple[Whole, Grams, Real, NDArray[np.bool_]]:
    """Claim, key and weight for every word, and for every two words of content side by side.

    With which of them are names or numbers by themselves.
    """
    claims = np.repeat(np.arange(len(table)), np.diff(table.offsets))
    order = np.lexsort((table.places, claims))
    first, second = order[:-1], order[1:]
    beside = (claims[first] == claims[second]) & (table.places[second] - table.places[first] <= 2)
    first, second = first[beside], second[beside]
    low = np.minimum(table.concepts[first], table.concepts[second])
    high = np.maximum(table.concepts[first], table.concepts[second])
    codes = np.concatenate((table.concepts, (low + 1 << _HALF) + high))
    named = np.isin(table.kinds, (NAME, NUMBER, UNIT))
    return (
        np.concatenate((claims, claims[first])),
        mixed(codes.astype(np.uint64)),
        np.concatenate((table.weights, (table.weights[first] + table.weights[second]) / 2)),
        np.concatenate((named, np.zeros(len(first), bool))),
    )


def _best(here: Whole, there: Whole, weights: Real, most: int) -> Whole:
    """The few of each claim that share the most with it, coded in a number."""
    pairs, at = np.unique((here << _HALF) | there, return_inverse=True)
    score = np.bincount(at, weights, len(pairs))
    order = np.lexsort((pairs, -score, pairs >> _HALF))
    pairs = pairs[order]
    claims = pairs >> _HALF
    best: Whole = pairs[np.arange(len(pairs)) - np.searchsorted(claims, claims, "left") < most]
    return best
