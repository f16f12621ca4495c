"""A document's prose as word pieces, each with its place, its shape and its layout.

The encoder lower-cases, so what capitals, digits and line ends say is fed in beside the pieces.
Training and reading both go through here, so that they see the same input.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import groupby

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

from hearsay.vocabulary.spans import Span

Ints = NDArray[np.int64]

SHAPES = 9
"""Word shapes: 0 small letters ("5th" too), 1 Capitalised, 2 CAPITALS, 3 miXed, 4 digits,
5 digits with capitals, 6 punctuation, 7 one capital, 8 letters without case. A word's first
piece decides."""
LAYOUTS = 8
"""What stands before a piece (0 nothing, 1 space, 2 line break, 3 a new passage), plus 4 where
it stands inside quotation marks."""

CLS, SEP = 101, 102
_QUOTES: dict[str, Callable[[int], int]] = {
    **dict.fromkeys("“«„", lambda _: 1),
    **dict.fromkeys("”»", lambda _: 0),
    '"': lambda quoted: 1 - quoted,
}
"""Quotation marks, each with what the count of open quotations is after it."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """Word pieces in reading order; five arrays of one length, offsets in code points."""

    ids: Ints
    starts: Ints
    ends: Ints
    shapes: Ints
    layouts: Ints
    continues: NDArray[np.bool_]
    """True for a piece that goes on with the word of the piece before it."""

    def __len__(self) -> int:
        return len(self.ids)


@cache
def _tokenizer() -> Tokenizer:
    vocabulary = files("hearsay.reading").joinpath("weights/vocab.txt").read_text("utf-8")
    numbered = {piece: number for number, piece in enumerate(vocabulary.rstrip("\n").split("\n"))}
    tokenizer = Tokenizer(WordPiece(numbered, unk_token="[UNK]", max_input_chars_per_word=60))
    tokenizer.normalizer = BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = BertPreTokenizer()
    return tokenizer


def pieces_of(text: str, passages: Sequence[Span]) -> Pieces:
    """The word pieces of `passages`, which stand in reading order in `text`."""
    columns = _Columns()
    for passage in passages:
        plain = _PLAIN.fullmatch(text, passage.start, passage.end)
        columns.add(text, passage, (_plain_words if plain else _words)(text, passage))
    return columns.pieces()


_PLAIN = re.compile(r"[\t\n\r -~\u00a0‘’“”–—…•«»]*")
"""Passages in which a word is a run of letters and figures, and a mark a word by itself."""
_PLAIN_WORD = re.compile(r"[A-Za-z0-9]+|[^\sA-Za-z0-9]")

_Parts = tuple[tuple[int, int, int], ...]
"""The pieces of a word, each with its id, and its beginning and end counted from the word's."""


def _plain_words(text: str, passage: Span) -> Iterator[tuple[int, _Parts]]:
    """Where each word begins, and its pieces; most words have been met before."""
    for found in _PLAIN_WORD.finditer(text, passage.start, passage.end):
        yield found.start(), _parts_of(found[0])


@lru_cache(maxsize=32768)
def _parts_of(word: str) -> _Parts:
    encoding = _tokenizer().encode(word, add_special_tokens=False)
    return tuple((id, *place) for id, place in zip(encoding.ids, encoding.offsets, strict=True))


def _words(text: str, passage: Span) -> Iterator[tuple[int, _Parts]]:
    """The same where only the tokenizer knows what a word is."""
    encoding = _tokenizer().encode(passage.of(text), add_special_tokens=False)
    every = zip(encoding.word_ids, encoding.ids, encoding.offsets, strict=True)
    for _, pieces in groupby(every, key=lambda piece: piece[0]):
        parts = [(id, *place) for _, id, place in pieces]
        begins = parts[0][1]
        yield passage.start + begins, tuple((id, a - begins, b - begins) for id, a, b in parts)


class _Columns:
    """The arrays of `Pieces` while they grow, passage by passage."""

    def __init__(self) -> None:
        self._ids: list[int] = []
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._shapes: list[int] = []
        self._layouts: list[int] = []
        self._continues: list[bool] = []

    def add(self, text: str, passage: Span, words: Iterable[tuple[int, _Parts]]) -> None:
        quoted, end_before = 0, -1
        for begins, parts in words:
            surface = text[begins : begins + parts[0][2]]
            shape, inside = shape_of(surface), quoted
            if surface in _QUOTES:
                quoted, inside = _QUOTES[surface](quoted), 0
            goes_on = False
            for id, first, last in parts:
                start = begins + first
                if end_before < 0:
                    gap = 3
                elif start == end_before:
                    gap = 0
                else:
                    gap = 2 if "\n" in text[end_before:start] else 1
                end_before = begins + last
                self._ids.append(id)
                self._starts.append(start)
                self._ends.append(end_before)
                self._shapes.append(shape)
                self._layouts.append(gap + 4 * inside)
                self._continues.append(goes_on)
                goes_on = True

    def pieces(self) -> Pieces:
        return Pieces(
            np.array(self._ids, np.int64),
            np.array(self._starts, np.int64),
            np.array(self._ends, np.int64),
            np.array(self._shapes, np.int64),
            np.array(self._layouts, np.int64),
            np.array(self._continues, np.bool_),
        )


@lru_cache(maxsize=65536)
def shape_of(surface: str) -> int:
    """The shape of the first piece of a word, as numbered at `SHAPES`."""
    if surface.islower():
        return 0
    if surface.isdigit():
        return 4
    if any(mark.isdigit() for mark in surface):
        return 5
    if not any(mark.isalpha() for mark in surface):
        return 6
    if surface.isupper():
        return 7 if len(surface) == 1 else 2
    if surface[0].isupper():
        return 1 if surface[1:].islower() else 3
    return 3 if surface != surface.lower() else 8
