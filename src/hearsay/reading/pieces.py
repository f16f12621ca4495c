"""A document's prose as word pieces, each with its place, its shape and its layout.

The encoder lower-cases, so what capitals, digits and line ends say is fed in beside the pieces.
Training and reading both go through here, so that they see the same input.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray
from tokenizers import Encoding, Tokenizer
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
    encodings = _tokenizer().encode_batch(
        [passage.of(text) for passage in passages], add_special_tokens=False
    )
    for passage, encoding in zip(passages, encodings, strict=True):
        columns.add(text, passage.start, encoding)
    return columns.pieces()


class _Columns:
    """The arrays of `Pieces` while they grow, passage by passage."""

    def __init__(self) -> None:
        self._ids: list[int] = []
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._shapes: list[int] = []
        self._layouts: list[int] = []
        self._continues: list[bool] = []

    def add(self, text: str, base: int, encoding: Encoding) -> None:
        quoted, end_before, shape = 0, base, 0
        word_before: int | None = None
        for (first, last), word in zip(encoding.offsets, encoding.word_ids, strict=True):
            start, end = base + first, base + last
            goes_on = word == word_before
            inside = quoted
            if not goes_on:
                surface = text[start:end]
                shape = shape_of(surface)
                if surface in _QUOTES:  # a mark is a word by itself
                    quoted, inside = _QUOTES[surface](quoted), 0
            if word_before is None:
                gap = 3
            elif start == end_before:
                gap = 0
            else:
                gap = 2 if "\n" in text[end_before:start] else 1
            self._starts.append(start)
            self._ends.append(end)
            self._shapes.append(shape)
            self._layouts.append(gap + 4 * inside)
            self._continues.append(goes_on)
            word_before, end_before = word, end
        self._ids += encoding.ids

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
