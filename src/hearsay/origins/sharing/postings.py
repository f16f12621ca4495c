"""Which documents hold which runs of words: an index that grows by one document at a time."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Grams = NDArray[np.uint64]

KEPT = 64
"""So many documents are kept for one run of words, the first that were added. A text that is there
thousands of times then costs no more than one that is there 64 times, and a phrase that everybody
uses tells nothing anyway."""

_LOW = 24
"""Bits for a document's number: sixteen million documents. The other 40 are the gram's."""
_DOCUMENT = np.uint64((1 << _LOW) - 1)
_SHIFT = np.uint64(_LOW)
_FRESH = 1 << 15
"""So many entries are gathered before they are sorted away; sorting them takes a millisecond."""


class Postings:
    """Runs of words, hashed, and the documents that hold them.

    Entries lie in sorted arrays, each at least twice as long as the one after it: adding costs the
    logarithm of their number, asking one search in each. Hashes are cut to 40 bits, so a document
    may be named for a gram that it does not hold; whoever asks has to look.
    """

    def __init__(self) -> None:
        self._sorted: list[Grams] = []
        self._fresh: list[Grams] = []
        self._fresh_size = 0

    def add(self, grams: Grams, document: int | NDArray[np.int64]) -> None:
        """Takes in the grams of a document, sorted. Numbers of documents have to rise.

        With several numbers, each gram is taken in for the one that stands in its place.
        """
        entries = grams & ~_DOCUMENT | np.asarray(document).astype(np.uint64)
        # In the order of several documents the grams need not be in their own.
        self._fresh.append(_capped(np.sort(entries)) if np.ndim(document) else entries)
        self._fresh_size += len(grams)
        if self._fresh_size >= _FRESH:
            self._put_away()

    def holders(self, grams: Grams) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """For each gram and the first documents that hold it, the gram's place and the document.

        So many as are kept, whatever was added after them.
        """
        if len(self._fresh) > 1:
            self._fresh = [_capped(np.sort(np.concatenate(self._fresh)))]
        found = [_in_one(entries, grams) for entries in (*self._sorted, *self._fresh)]
        if not found:
            return np.zeros(0, np.int64), np.zeros(0, np.int64)
        parts = tuple(zip(*found, strict=True))
        which, documents = np.concatenate(parts[0]), np.concatenate(parts[1])
        if len(found) == 1:
            return which, documents
        order = np.argsort(which << _LOW | documents)
        which, documents = which[order], documents[order]
        first = np.arange(len(which)) - np.searchsorted(which, which) < KEPT
        return which[first], documents[first]

    def _put_away(self) -> None:
        entries = np.concatenate(self._fresh)
        while self._sorted and len(self._sorted[-1]) < 2 * len(entries):
            entries = np.concatenate((self._sorted.pop(), entries))
        entries.sort()
        self._sorted.append(_capped(entries))
        self._fresh, self._fresh_size = [], 0


def _capped(entries: Grams) -> Grams:
    """The entries without those that have as many of the same gram before them as are kept."""
    if len(entries) <= KEPT:
        return entries
    grams = entries >> _SHIFT
    more = np.flatnonzero(grams[KEPT:] == grams[:-KEPT])
    return np.delete(entries, more + KEPT) if len(more) else entries


def _in_one(entries: Grams, grams: Grams) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    first = np.searchsorted(entries, grams & ~_DOCUMENT)
    count = np.searchsorted(entries, grams | _DOCUMENT, side="right") - first
    before = np.cumsum(count) - count
    at = np.repeat(first - before, count) + np.arange(int(count.sum()))
    return np.repeat(np.arange(len(grams)), count), (entries[at] & _DOCUMENT).astype(np.int64)
