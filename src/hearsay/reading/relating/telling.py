"""Finds which phrases may stand between two mentions, by the words between them.

Most pairs of mentions have no word between them that any phrase is made of, and most others one or
two phrases' words. A text's words are gone through once; to try every phrase on every pair was a
tenth of all that reading does beside the network.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache

from hearsay.reading.relating.phrases import PHRASES, Phrase

_WORD = re.compile(r"[a-z]+", re.IGNORECASE)


class Telling:
    """The words of one text that phrases are made of, by their places."""

    def __init__(self, text: str) -> None:
        self._starts: list[int] = []
        self._phrases: list[int] = []
        for word in _WORD.finditer(text):
            phrases = _told_by(word[0])
            if phrases:
                self._starts.append(word.start())
                self._phrases.append(phrases)

    def between(self, start: int, end: int) -> Sequence[Phrase]:
        """The phrases of which a word begins in [start, end), in the order of their table."""
        first = bisect_left(self._starts, start)
        every = 0
        for phrases in self._phrases[first : bisect_left(self._starts, end, first)]:
            every |= phrases
        return tuple(_in_order(every)) if every else ()


@lru_cache(maxsize=65536)
def _told_by(word: str) -> int:
    """The phrases that a word may belong to, the n-th of the table as the n-th bit."""
    return sum(1 << n for n, words in enumerate(_BEGINNINGS) if word.lower().startswith(words))


_BEGINNINGS = [tuple(phrase.words.split()) for phrase in PHRASES]


def _in_order(every: int) -> Iterator[Phrase]:
    while every:
        lowest = every & -every
        yield PHRASES[lowest.bit_length() - 1]
        every ^= lowest
