"""Which claims are worth comparing, without all pairs.

They share something rare; or they share a name or a number and mean much the same.
"""

from __future__ import annotations

import numpy as np

from hearsay.origins.alike.comparing import Real, Table, Whole
from hearsay.origins.alike.features import NAME, NUMBER, UNIT

_KEYS = 12
"""Of each claim the rarest so many words and pairs of neighbouring words are looked up."""

_WINDOW = 20
"""Neighbours on either side that a claim meets under one key; what is longer stays in step."""

_NEAREST = 12
"""Candidates kept for each claim."""

_CHUNK = 1 << 15
"""Claims looked up at once."""

_NAMED = 2
"""Of each claim's names and numbers so many, the rarest, are looked up for claims like it."""

_AROUND = 10
"""Neighbours on either side under a name, in an order in which like meanings stand together."""

_NEAREST_MEANT = 6
"""Candidates kept for each claim by their meaning."""

_MEANT = 0.35
"""Cosine below which two claims are not compared for their meaning."""


def candidates(table: Table, *, nearest: int = _NEAREST) -> tuple[Whole, Whole]:
    """Pairs of claims worth comparing, the lower number first, in rising order.

    An inverted index over words, names, numbers and pairs of neighbouring words. Under a key that
    many claims share, the claims are put in an order in which those alike in their other rare keys
    stand together, and each meets its neighbours only. Under names and numbers they are put in the
    order of their meanings besides.
    """
    claims, keys, weights = _rarest(*_keys(table), len(table))
    if not len(claims):
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    order = np.lexsort((claims, *_signature(claims, keys, weights, len(table)), keys))
    claims, keys, weights = claims[order], keys[order], weights[order]
    begins = np.searchsorted(keys, keys, "left")
    ends = np.searchsorted(keys, keys, "right")
    by_claim = np.argsort(claims, kind="stable")
    found = []
    for low in range(0, len(table), _CHUNK):
        rows = by_claim[
            np.searchsorted(claims, low, sorter=by_claim) : np.searchsorted(
                claims, low + _CHUNK, sorter=by_claim
            )
        ]
        found.append(_nearest(rows, claims, weights, begins, ends, len(table), nearest))
    found.append(_by_meaning(table))
    pairs = np.unique(np.concatenate(found))
    return pairs // len(table), pairs % len(table)


def _keys(table: Table) -> tuple[Whole, Whole, Real]:
    """Claim, key and weight for every word, and for every two words of content side by side."""
    claims = np.repeat(np.arange(len(table)), np.diff(table.offsets))
    order = np.lexsort((table.places, claims))
    first, second = order[:-1], order[1:]
    beside = (claims[first] == claims[second]) & (table.places[second] - table.places[first] <= 2)
    first, second = first[beside], second[beside]
    low = np.minimum(table.concepts[first], table.concepts[second])
    high = np.maximum(table.concepts[first], table.concepts[second])
    return (
        np.concatenate((claims, claims[first])),
        np.concatenate((table.concepts, (low + 1) * table.width + high)),
        np.concatenate((table.weights, (table.weights[first] + table.weights[second]) / 2)),
    )


def _rarest(claims: Whole, keys: Whole, weights: Real, count: int) -> tuple[Whole, Whole, Real]:
    """For each claim its rarest keys among those that another claim has too."""
    _, keys, held = np.unique(keys, return_inverse=True, return_counts=True)
    shared = held[keys] > 1
    claims, keys, weights = claims[shared], keys[shared], weights[shared]
    order = np.lexsort((keys, held[keys], claims))
    claims, keys, weights = claims[order], keys[order], weights[order]
    rank = np.arange(len(claims)) - np.searchsorted(claims, claims, "left")
    kept = rank < _KEYS
    return claims[kept], keys[kept], weights[kept]


def _signature(claims: Whole, keys: Whole, weights: Real, count: int) -> tuple[Whole, Whole]:
    """For each row, the rarest and second rarest key of its claim (the last sorts first)."""
    begins = np.searchsorted(claims, np.arange(count))
    ends = np.searchsorted(claims, np.arange(count), "right")
    last = len(keys) - 1
    first = np.where(ends > begins, keys[np.minimum(begins, last)], -1)
    second = np.where(ends > begins + 1, keys[np.minimum(begins + 1, last)], -1)
    return second[claims], first[claims]


def _nearest(
    rows: Whole, claims: Whole, weights: Real, begins: Whole, ends: Whole, count: int, nearest: int
) -> Whole:
    """For the claims of some rows, the pairs with those they share most with, coded in a number."""
    low = np.maximum(begins[rows], rows - _WINDOW)
    high = np.minimum(ends[rows], rows + _WINDOW + 1)
    sizes = high - low
    row = np.repeat(rows, sizes)
    other = np.arange(len(row)) - np.repeat(np.cumsum(sizes) - sizes, sizes) + np.repeat(low, sizes)
    here, there = claims[row], claims[other]
    apart = here != there
    pairs, at = np.unique(here[apart] * count + there[apart], return_inverse=True)
    score = np.bincount(at, weights[row[apart]], len(pairs))
    here, there = pairs // count, pairs % count
    order = np.lexsort((there, -score, here))
    here, there = here[order], there[order]
    rank = np.arange(len(here)) - np.searchsorted(here, here, "left")
    here, there = here[rank < nearest], there[rank < nearest]
    return np.unique(np.minimum(here, there) * count + np.maximum(here, there))


def _by_meaning(table: Table) -> Whole:
    """Pairs under a name or number that mean much the same, coded in a number."""
    claims = np.repeat(np.arange(len(table)), np.diff(table.offsets))
    named = np.isin(table.kinds, (NAME, NUMBER, UNIT))
    keys, weights = table.concepts[named], table.weights[named]
    claims = claims[named]
    held = np.bincount(keys, minlength=table.width)
    order = np.lexsort((keys, -weights, claims))
    order = order[held[keys[order]] > 1]
    rank = np.arange(len(order)) - np.searchsorted(claims[order], claims[order], "left")
    kept = order[rank < _NAMED]
    kept = kept[np.lexsort((claims[kept], _bits(table)[claims[kept]], keys[kept]))]
    claims, keys = claims[kept], keys[kept]
    here, there = [], []
    for step in range(1, _AROUND + 1):
        under_one = keys[:-step] == keys[step:]
        here.append(claims[:-step][under_one])
        there.append(claims[step:][under_one])
    one, other = np.concatenate(here), np.concatenate(there)
    pairs = np.unique(np.minimum(one, other) * len(table) + np.maximum(one, other))
    low, high = pairs // len(table), pairs % len(table)
    near = _cosines(table, low, high)
    kept = (near >= _MEANT) & (low != high)
    return _best(low[kept], high[kept], near[kept], len(table))


def _bits(table: Table) -> Whole:
    """On which side of each of the first axes a claim's meaning lies, in one number."""
    sides = table.meant.bare[:, :_AXES] > 0
    bits: Whole = sides @ (1 << np.arange(_AXES)[::-1])
    return bits


_AXES = 12


def _cosines(table: Table, low: Whole, high: Whole) -> Real:
    whole = table.meant.whole
    parts = [
        np.einsum("ij,ij->i", whole[low[at : at + _CHUNK]], whole[high[at : at + _CHUNK]])
        for at in range(0, len(low), _CHUNK)
    ]
    return np.concatenate(parts).astype(np.float64) if parts else np.zeros(0)


def _best(low: Whole, high: Whole, near: Real, count: int) -> Whole:
    """The nearest few of each claim's pairs, coded in a number."""
    here, there = np.concatenate((low, high)), np.concatenate((high, low))
    order = np.lexsort((there, -np.concatenate((near, near)), here))
    here, there = here[order], there[order]
    rank = np.arange(len(here)) - np.searchsorted(here, here, "left")
    here, there = here[rank < _NEAREST_MEANT], there[rank < _NEAREST_MEANT]
    return np.unique(np.minimum(here, there) * count + np.maximum(here, there))
