"""How near two claims are in what their words mean, where the words themselves differ."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hearsay.origins.alike.meanings import WIDTH, Floats, unit

NEARNESS = (
    "meaning", "meaning_words", "meaning_left", "aligned_less", "aligned_more",
    "aligned_words_less", "aligned_words_more", "strangest_less", "strangest_more",
)  # fmt: skip
"""What vectors say of a pair, in the order of the columns that `nearness` gives."""

_TERMS = 12
"""So many of a claim's rarest words of content are set against the other's, each with each."""

_BATCH = 2048
"""Pairs aligned at once: about 60 MB of passing columns."""


@dataclass(frozen=True, slots=True, eq=False)
class Meant:
    """What each claim means: its words by their vectors, and the sum of them."""

    vectors: Floats
    """One for each word that stands in these claims; the last is empty."""
    words: NDArray[np.int32]
    """Claims by places: which vectors; the empty one where a claim has fewer words."""
    concepts: NDArray[np.int32]
    """-1 where a claim has fewer words."""
    weights: Floats
    plain: NDArray[np.bool_]
    """Whether it is neither name nor number."""
    whole: Floats
    """Each claim's vector, of length 1."""
    bare: Floats
    """Without its names and numbers."""


def meant(
    count: int,
    claims: NDArray[np.int64],
    words: NDArray[np.int64],
    concepts: NDArray[np.int64],
    plain: NDArray[np.bool_],
    weights: NDArray[np.float64],
    vectors: Floats,
    rarity: Floats,
) -> Meant:
    """What `count` claims mean, from the rows of their table: of which claim, which word, how rare.

    `words` are places in `vectors` and `rarity`.
    """
    vectors = np.concatenate((vectors, np.zeros((1, WIDTH), np.float32)))
    shape = (count, _TERMS)
    order = np.lexsort((-weights, claims))
    rank = np.arange(len(order)) - np.searchsorted(claims[order], claims[order], "left")
    order, rank = order[rank < _TERMS], rank[rank < _TERMS]
    at = (claims[order], rank)
    held = np.full(shape, len(vectors) - 1, np.int32)
    meets, heavy = np.full(shape, -1, np.int32), np.zeros(shape, np.float32)
    bare = np.zeros(shape, bool)
    held[at], meets[at], heavy[at] = words[order], concepts[order], weights[order]
    bare[at] = plain[order]
    share = np.append(rarity, 0).astype(np.float32)[held]
    return Meant(
        vectors,
        held,
        meets,
        heavy,
        bare,
        unit(_summed(vectors, held, share)),
        unit(_summed(vectors, held, share * bare)),
    )


def _summed(vectors: Floats, words: NDArray[np.int32], share: Floats) -> Floats:
    summed = np.zeros((len(words), vectors.shape[1]), np.float32)
    for place in range(words.shape[1]):
        summed += vectors[words[:, place]] * share[:, place, None]
    return summed


def nearness(of: Meant, left: NDArray[np.int64], right: NDArray[np.int64]) -> Floats:
    """The columns of `NEARNESS` for pairs of claims; the same both ways round."""
    parts = [
        _near(of, left[at : at + _BATCH], right[at : at + _BATCH])
        for at in range(0, len(left), _BATCH)
    ]
    return np.concatenate(parts) if parts else np.zeros((0, len(NEARNESS)), np.float32)


def _near(of: Meant, left: NDArray[np.int64], right: NDArray[np.int64]) -> Floats:
    ours, theirs = of.vectors[of.words[left]], of.vectors[of.words[right]]
    likeness = ours @ theirs.transpose(0, 2, 1)
    concepts = of.concepts[left]
    same = (concepts[:, :, None] == of.concepts[right][:, None, :]) & (concepts >= 0)[:, :, None]
    likeness[same] = 1
    met_l, met_r = same.any(2), same.any(1)
    heavy_l, heavy_r = of.weights[left], of.weights[right]
    plain_l, plain_r = of.plain[left], of.plain[right]
    among = np.where(plain_l[:, :, None] & plain_r[:, None, :] | same, likeness, 0)
    whole = _covered(likeness, heavy_l, heavy_r)
    words = _covered(among, heavy_l * plain_l, heavy_r * plain_r)
    strange_l = (heavy_l * plain_l * (1 - among.max(2))).max(1)
    strange_r = (heavy_r * plain_r * (1 - among.max(1))).max(1)
    rest_l = _rest(ours, heavy_l * (plain_l & ~met_l))
    rest_r = _rest(theirs, heavy_r * (plain_r & ~met_r))
    columns = (
        (of.whole[left] * of.whole[right]).sum(1),
        (of.bare[left] * of.bare[right]).sum(1),
        (rest_l * rest_r).sum(1),
        np.minimum(*whole), np.maximum(*whole),
        np.minimum(*words), np.maximum(*words),
        np.minimum(strange_l, strange_r) / 10, np.maximum(strange_l, strange_r) / 10,
    )  # fmt: skip
    found: Floats = np.stack(columns, 1).astype(np.float32)
    return found


def _covered(likeness: Floats, heavy_l: Floats, heavy_r: Floats) -> tuple[Floats, Floats]:
    """For either side, how near its words are to their nearest, the rare ones counting more."""
    return (
        (likeness.max(2) * heavy_l).sum(1) / np.maximum(heavy_l.sum(1), 1e-6),
        (likeness.max(1) * heavy_r).sum(1) / np.maximum(heavy_r.sum(1), 1e-6),
    )


def _rest(vectors: Floats, heavy: Floats) -> Floats:
    """What the words mean together that the other side has not."""
    return unit((heavy[:, None, :] @ vectors)[:, 0, :])
