"""What words mean, as vectors: words that are used alike lie close together.

The table is distilled from the published sentence encoder, a vector for each word piece, as
model2vec does (`training/meanings.py`); no network runs here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

WIDTH = 96
"""Dimensions of a vector."""


@dataclass(frozen=True, slots=True, eq=False)
class Meanings:
    """A vector and a rarity for each word piece; pieces that go on a word begin with "##"."""

    places: Mapping[str, int]
    vectors: NDArray[np.int8]
    rarity: NDArray[np.float64]
    """From 0 for what everybody says to 1: what a word counts in a sum of words."""

    @classmethod
    def of(
        cls, names: Sequence[str], vectors: NDArray[np.int8], rarity: NDArray[np.float64]
    ) -> Meanings:
        """A table of these pieces in their order."""
        return cls({name: at for at, name in enumerate(names)}, vectors, rarity)

    def pieces_of(self, word: str) -> list[int]:
        """The longest known pieces that a folded word is made of, from its beginning on.

        What no piece begins with is skipped letter by letter.
        """
        found: list[int] = []
        at = 0
        while at < len(word):
            before = "##" if at else ""
            for end in range(len(word), at, -1):
                known = self.places.get(before + word[at:end])
                if known is not None:
                    found.append(known)
                    break
            at = end if known is not None else at + 1
        return found

    def of_words(self, words: Sequence[str]) -> tuple[Floats, Floats]:
        """For each word a vector of length 1 (0 where none is known) and how rare it is."""
        cut = [self.pieces_of(word) for word in words]
        sizes = np.array([len(pieces) for pieces in cut], np.int64)
        return self.of_pieces(np.array([at for one in cut for at in one], np.int64), sizes)

    def of_pieces(
        self, pieces: NDArray[np.int64], sizes: NDArray[np.int64]
    ) -> tuple[Floats, Floats]:
        """The same for words that are cut already, into so many pieces each."""
        rarity = self.rarity[pieces].astype(np.float32)
        parts = self.vectors[pieces].astype(np.float32)
        parts *= (rarity / np.maximum(np.linalg.norm(parts, axis=1), 1))[:, None]
        summed = np.zeros((len(sizes), self.vectors.shape[1]), np.float32)
        rarest = np.ones(len(sizes), np.float32)
        known = np.flatnonzero(sizes)
        if len(known):
            begins = (np.cumsum(sizes) - sizes)[known]
            summed[known] = np.add.reduceat(parts, begins)
            rarest[known] = np.maximum.reduceat(rarity, begins)
        return unit(summed), rarest


def unit(rows: Floats) -> Floats:
    """Each row at length 1; rows of nothing stay."""
    found: Floats = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-6)
    return found


@cache
def meanings() -> Meanings:
    """The table that Hearsay ships with."""
    with (
        as_file(files("hearsay.origins.alike").joinpath("weights/meanings.npz")) as path,
        np.load(path) as held,
    ):
        names = held["pieces"].tobytes().decode().split("\n")
        return Meanings.of(names, held["vectors"], held["rarity"].astype(np.float64))
