"""The words of a text, made comparable: without case, marks, curly quotes and thousands marks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from hearsay.vocabulary.documents import PROSE
from hearsay.vocabulary.spans import Span
from hearsay.vocabulary.traces import Account

Ints = NDArray[np.int32]


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of a text in order, folded so that they can be compared, and where they stand."""

    folded: tuple[str, ...]
    starts: Ints
    """Code points into the document's text, one for each word."""
    ends: Ints

    def __len__(self) -> int:
        return len(self.folded)

    def span(self, first: int, last: int) -> Span:
        """The stretch of text from the word `first` up to, not including, the word `last`."""
        if first == last:
            raise ValueError("A stretch of words has at least one word.")
        return Span(int(self.starts[first]), int(self.ends[last - 1]))


class Vocabulary(dict[str, int]):
    """Words and their numbers; a word that is asked for the first time takes the next one."""

    def __missing__(self, word: str) -> int:
        number = self[word] = len(self)
        return number

    def ids(self, words: Sequence[str]) -> Ints:
        """The numbers of words in a row."""
        return np.fromiter(map(self.__getitem__, words), np.int32, len(words))


def words_in(text: str, spans: Iterable[Span]) -> Words:
    """The words that stand in `spans`, in their order.

    Hyphens part words; "'s" is a word of its own; "1,200" is the one word "1200" and "U.S." the
    one word "us"; "%" and signs of currencies are words; other marks are none.
    """
    found = [one for span in spans for one in _WORD.finditer(text, span.start, span.end)]
    folded = [fold(one[0]) for one in found]
    if "" in folded:
        found = [one for one, word in zip(found, folded, strict=True) if word]
        folded = [word for word in folded if word]
    places = np.array([one.span() for one in found], np.int32).reshape(-1, 2)
    return Words(tuple(folded), places[:, 0].copy(), places[:, 1].copy())


def folded_in(text: str) -> tuple[str, ...]:
    """The words of a short text alone, where nobody asks at which place they stand."""
    return tuple(filter(None, map(fold, _WORD.findall(text))))


def prose_of(account: Account) -> tuple[Span, ...]:
    """Where the running text of a document stands, without furniture, credits, notes and tables."""
    return tuple(p.span for p in account.document.passages if p.kind in PROSE)


@lru_cache(maxsize=1 << 17)
def fold(word: str) -> str:
    """One word in the form in which words are compared; empty where nothing of it is left."""
    if word.isascii():
        low = word.lower()
    else:
        flat = unicodedata.normalize("NFKC", word).casefold()
        parts = unicodedata.normalize("NFKD", flat)
        low = "".join(c for c in parts if unicodedata.category(c) not in _LOST)
        low = low.translate(_PLAIN)
    if "." in low and not any(c.isdigit() for c in low):
        low = low.replace(".", "")
    return low.replace(",", "")


_LOST = frozenset({"Mn", "Me", "Cf", "Lm"})
"""Combining marks, soft hyphens and joiners, and letters that only lengthen (tatweel)."""

_PLAIN = {ord(c): "'" for c in "‘’‛ʼ`´ʹ＇"}
_MARKS = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u00ad\u200c\u200d"
_LETTER = rf"[^\W_{_MARKS}\d]"
_PART = rf"[^\W_]+(?:[{_MARKS}]+[^\W_]*)*"
_APOSTROPHE = "['’‛ʼ＇]"

_WORD = re.compile(
    rf"(?<![\d,.])\d{{1,3}}(?:,\d{{3}})+(?![\d,]\d)(?:\.\d+)?{_LETTER}*"  # 1,200 and 3,500.5m
    rf"|\d+\.\d+{_LETTER}*"
    rf"|(?<!\w){_LETTER}(?:\.{_LETTER})+(?!\w)"  # U.S, without the last dot, which may end all
    rf"|(?<=\w){_APOSTROPHE}[sS](?!\w)"
    rf"|{_PART}(?:{_APOSTROPHE}(?![sS](?!\w)){_PART})*"
    r"|[%$£€¥]"
)
