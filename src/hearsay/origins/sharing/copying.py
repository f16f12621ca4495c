"""Copied text: which documents run word for word alike, and where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hearsay.origins.language.words import Ints, Vocabulary, Words
from hearsay.origins.sharing.aligning import Alike, Grams, Ids, align, grams_of
from hearsay.origins.sharing.packed import Meeting
from hearsay.origins.sharing.postings import Postings
from hearsay.vocabulary.spans import Span

MOST = 32
"""A document is set beside so many others, those that share the most with it. No article of the
Helsinki set was republished more than 22 times."""


@dataclass(frozen=True, slots=True)
class Copy:
    """Text that two documents have in common; which of them had it first is not said here."""

    left: str
    right: str
    parts: tuple[tuple[Span, Span], ...]
    """Each the stretch in the left document and the one in the right, by their place in the left;
    they may differ in a word or two, and stand in another order."""
    share_of_left: float
    """How many of the left one's words stand in these parts, from 0 to 1."""
    share_of_right: float
    containment: float
    """How many of the runs of six words of the shorter document stand in the other one, exactly."""


class CopyIndex:
    """Documents by their runs of six words.

    Every run of thirteen words that two documents share is a way to find one by the other, as
    long as no more than 64 documents hold it: of those, the first 64 that were added are found.
    """

    def __init__(self) -> None:
        self._postings = Postings()
        self._vocabulary = Vocabulary()
        self._numbers: dict[str, int] = {}
        self._texts: list[_Text] = []

    def __len__(self) -> int:
        return len(self._texts)

    def add(self, document: str, words: Words) -> None:
        """Takes in a document, whose id must be new; best in the order of their publication."""
        if document in self._numbers:
            raise ValueError(f"{document} is in the index already.")
        ids = self._vocabulary.ids(words.folded)
        self._numbers[document] = len(self._texts)
        sizes = (words.ends - words.starts).astype(np.uint16)
        grams = grams_of(ids)
        self._texts.append(_Text(document, ids, words.starts, sizes, len(np.unique(grams))))
        self._postings.add(_chosen(grams), len(self._texts) - 1)

    def copies(self, document: str, *, before: bool = False, most: int = MOST) -> tuple[Copy, ...]:
        """What a document has in common with others, whoever shares the most first.

        With `before`, only documents that were added before it: every pair is then met once.
        """
        text = self._texts[self._numbers[document]]
        found = self._met(self._numbers[document], before=before, most=most)
        return tuple(_copy(text, self._texts[at], alike) for at, alike in found)

    def pairs(self, *, most: int = MOST) -> Iterator[Copy]:
        """All copies between the documents, each pair once, the one added later as the left."""
        for text in self._texts:
            yield from self.copies(text.document, before=True, most=most)

    def meetings(self, *, most: int = MOST) -> Iterator[Meeting]:
        """The same, with documents by their numbers."""
        for number, text in enumerate(self._texts):
            for at, alike in self._met(number, before=True, most=most):
                copy = _copy(text, self._texts[at], alike)
                places = [(a.start, a.end, b.start, b.end) for a, b in copy.parts]
                yield Meeting(number, at, places, copy.share_of_left, copy.share_of_right)

    def _met(self, number: int, *, before: bool, most: int) -> list[tuple[int, Alike]]:
        """The documents that share the most with one, and what they share."""
        ids = self._texts[number].ids
        _, holders = self._postings.holders(_chosen(grams_of(ids)))
        others, shared = np.unique(holders, return_counts=True)
        fit = ((others < number) if before else (others != number)) & (shared > 1)
        others, shared = others[fit], shared[fit]
        beside = others[np.lexsort((others, -shared))[:most]].tolist()
        found = zip(beside, align(ids, [self._texts[at].ids for at in beside]), strict=True)
        return [(at, alike) for at, alike in found if alike.parts]

    def own_words(self, document: str, copies: Iterable[Copy] | None = None) -> tuple[Span, ...]:
        """The stretches of a document that it has in common with no other one held here."""
        text = self._texts[self._numbers[document]]
        copies = self.copies(document) if copies is None else copies
        shared = [
            left if copy.left == document else right
            for copy in copies
            if document in (copy.left, copy.right)
            for left, right in copy.parts
        ]
        return text.outside(shared)


@dataclass(frozen=True, slots=True, eq=False)
class _Text:
    """A document's words as numbers, and where they stand."""

    document: str
    ids: Ids
    starts: Ints
    sizes: NDArray[np.uint16]
    grams: int
    """How many different runs of six words it has."""

    def span(self, words: tuple[int, int]) -> Span:
        last = words[1] - 1
        return Span(int(self.starts[words[0]]), int(self.starts[last]) + int(self.sizes[last]))

    def outside(self, spans: Iterable[Span]) -> tuple[Span, ...]:
        """The stretches of words that none of `spans` covers."""
        free = np.ones(len(self.ids) + 2, np.int8)
        free[[0, -1]] = 0
        for span in spans:
            first, last = np.searchsorted(self.starts, (span.start, span.end)) + 1
            free[first:last] = 0
        turns = np.flatnonzero(np.diff(free)).reshape(-1, 2).tolist()
        return tuple(self.span((first, last)) for first, last in turns)


_WINDOW = 4


def _chosen(grams: Grams) -> Grams:
    """The smallest gram of each four that follow each other, each once.

    Winnowing (Schleimer, Wilkerson and Aiken, SIGMOD 2003): two texts that share nine words in a
    row choose at least one gram in common, and the index is less than half as large.
    """
    if len(grams) > _WINDOW:
        grams = np.lib.stride_tricks.sliding_window_view(grams, _WINDOW).min(axis=1)
    return np.unique(grams)


def _share(parts: list[tuple[int, int]], whole: int) -> float:
    return sum(last - first for first, last in parts) / whole if whole else 0.0


def _copy(left: _Text, right: _Text, alike: Alike) -> Copy:
    return Copy(
        left.document,
        right.document,
        tuple((left.span(p.left), right.span(p.right)) for p in alike.parts),
        _share([p.left for p in alike.parts], len(left.ids)),
        _share([p.right for p in alike.parts], len(right.ids)),
        alike.grams / min(left.grams, right.grams),
    )
