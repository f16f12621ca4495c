"""Traces as a case keeps them: in one body, of which only those are unpacked that are asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import overload

from hearsay.ledger.codec import decode, encode
from hearsay.origins.finding import may_have, with_claim, with_words, words_held
from hearsay.outputs.imprints import Imprint
from hearsay.vocabulary.traces import DocumentLink, Trace

_TOGETHER = 16
"""Traces that are unpacked in one go: some milliseconds."""
_SIZE = 8
"""Bytes in which stands how long the outline is."""


class TracedCase:
    """Who had what from whom over a whole case."""

    def __init__(self, body: bytes) -> None:
        """From what `packed` made."""
        begin = _SIZE + int.from_bytes(body[:_SIZE], "big")
        self._outline = decode(_Outline, body[_SIZE:begin])
        self._links = body[begin : begin + self._outline.links]
        self.traces: Sequence[Trace] = _Traces(body, begin + self._outline.links, self._outline)
        """Every proposition that is told more than once."""

    @cached_property
    def links(self) -> tuple[DocumentLink, ...]:
        """What each document has from others."""
        return decode(_Links, self._links).links

    def imprint_of(self, account: str) -> Imprint:
        """Whose a document is, and from when, by the id of its account."""
        return self._imprints[account]

    @cached_property
    def _imprints(self) -> dict[str, Imprint]:
        return dict(self._outline.imprints)

    def with_claim(self, claim: str) -> list[Trace]:
        """The propositions in which a claim stands, by its id."""
        told = enumerate(self._outline.claims)
        return with_claim([self.traces[at] for at, ids in told if claim in ids], claim)

    def with_words(self, words: str) -> list[Trace]:
        """The propositions that have these words, best match first."""
        told = enumerate(self._outline.words)
        return with_words([self.traces[at] for at, held in told if may_have(held, words)], words)


def packed(
    traces: Sequence[Trace],
    links: tuple[DocumentLink, ...],
    imprints: tuple[tuple[str, Imprint], ...],
) -> bytes:
    """All of it in one body: an outline, the links, and the traces some at a time."""
    steps = range(0, len(traces), _TOGETHER)
    pieces = [encode(_Piece(tuple(traces[at : at + _TOGETHER]))) for at in steps]
    linked = encode(_Links(links))
    outline = encode(
        _Outline(
            tuple(tuple(claim.id for claim in one.claims) for one in traces),
            tuple(map(words_held, traces)),
            imprints,
            tuple(map(len, pieces)),
            len(linked),
        )
    )
    return b"".join((len(outline).to_bytes(_SIZE, "big"), outline, linked, *pieces))


@dataclass(frozen=True, slots=True)
class _Outline:
    """What is known without unpacking a trace."""

    claims: tuple[tuple[str, ...], ...]
    """For each trace the ids of its claims."""
    words: tuple[str, ...]
    """For each trace the words by which it may be found."""
    imprints: tuple[tuple[str, Imprint], ...]
    pieces: tuple[int, ...]
    """The size of each piece in bytes."""
    links: int
    """The size of all links."""


@dataclass(frozen=True, slots=True)
class _Links:
    links: tuple[DocumentLink, ...]


@dataclass(frozen=True, slots=True)
class _Piece:
    traces: tuple[Trace, ...]


class _Traces(Sequence[Trace]):
    """Traces that are unpacked when they are asked for."""

    def __init__(self, body: bytes, begin: int, outline: _Outline) -> None:
        self._body = body
        self._begins = [begin]
        for size in outline.pieces:
            self._begins.append(self._begins[-1] + size)
        self._number = len(outline.claims)
        self._pieces: dict[int, tuple[Trace, ...]] = {}

    def __len__(self) -> int:
        return self._number

    @overload
    def __getitem__(self, at: int) -> Trace: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Trace]: ...
    def __getitem__(self, at: int | slice) -> Trace | Sequence[Trace]:
        if isinstance(at, slice):
            return tuple(self[one] for one in range(*at.indices(len(self))))
        piece, place = divmod(range(len(self))[at], _TOGETHER)
        return self._piece(piece)[place]

    def __iter__(self) -> Iterator[Trace]:
        for piece in range(len(self._begins) - 1):
            yield from self._piece(piece)

    def _piece(self, number: int) -> tuple[Trace, ...]:
        if number not in self._pieces:
            piece = self._body[self._begins[number] : self._begins[number + 1]]
            self._pieces[number] = decode(_Piece, piece).traces
        return self._pieces[number]
