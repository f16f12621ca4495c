"""Traces as a case keeps them: piece by piece, of which only those are read that are asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, overload

from hearsay.ledger.codec import decode, encode
from hearsay.origins.citing.lazily import Spool
from hearsay.origins.finding import may_have, with_claim, with_words, words_held
from hearsay.outputs.imprints import Imprint
from hearsay.vocabulary.traces import DocumentLink, Trace

TOGETHER = 32
"""Traces that are unpacked in one go: some milliseconds."""
_MANY = 4096
"""Lines of an outline, imprints or links in one piece."""


class TracedCase:
    """Who had what from whom over a whole case, whether that stays open or not."""

    def __init__(self, pieces: Sequence[bytes]) -> None:
        """From the pieces that `Keeping` made."""
        self._pieces = pieces
        self._contents = decode(_Contents, pieces[-1])
        self.traces: Sequence[Trace] = _Traces(pieces, self._contents.traces)
        """Every proposition that is told more than once."""

    @cached_property
    def links(self) -> tuple[DocumentLink, ...]:
        """What each document has from others."""
        pieces = map(self._pieces.__getitem__, self._contents.links)
        return tuple(link for piece in pieces for link in decode(_Links, piece).links)

    def imprint_of(self, account: str) -> Imprint:
        """Whose a document is, and from when, by the id of its account."""
        return self._imprints[account]

    @cached_property
    def _imprints(self) -> dict[str, Imprint]:
        pieces = map(self._pieces.__getitem__, self._contents.imprints)
        return {key: one for piece in pieces for key, one in decode(_Imprints, piece).imprints}

    def with_claim(self, claim: str) -> list[Trace]:
        """The propositions in which a claim stands, by its id."""
        found = self._places.get(claim, ())
        return with_claim([self.traces[at] for at in found], claim)

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """For each claim the traces that it stands in."""
        found: dict[str, list[int]] = {}
        for at, line in self._outline():
            for claim in line.claims:
                found.setdefault(claim, []).append(at)
        return found

    def with_words(self, words: str) -> list[Trace]:
        """The propositions that have these words, best match first."""
        found = [at for at, line in self._outline() if may_have(line.words, words)]
        return with_words([self.traces[at] for at in found], words)

    def _outline(self) -> Iterator[tuple[int, Line]]:
        pieces = map(self._pieces.__getitem__, self._contents.outline)
        return enumerate(line for piece in pieces for line in decode(_Outline, piece).lines)


@dataclass(frozen=True, slots=True)
class Line:
    """What is known of a trace without unpacking it."""

    claims: tuple[str, ...]
    """The ids of its claims."""
    words: str
    """The words by which it may be found."""


Packed = tuple[bytes, tuple[Line, ...]]
"""Up to `TOGETHER` traces in one piece, with the outline of each."""


def packed(traces: Iterable[Trace]) -> Packed:
    """Some traces as they are kept: made wherever they are traced."""
    held = tuple(traces)
    lines = (Line(tuple(claim.id for claim in one.claims), words_held(one)) for one in held)
    return encode(_Piece(held)), tuple(lines)


class Keeping(Sequence[bytes]):
    """Takes in the traces of a case, `TOGETHER` at a time; what was taken in lies on disk."""

    def __init__(self) -> None:
        self._spool = Spool()
        self._waiting: list[Line] = []
        self._traces = 0

    def __len__(self) -> int:
        return len(self._spool)

    @overload
    def __getitem__(self, place: int) -> bytes: ...
    @overload
    def __getitem__(self, place: slice) -> list[bytes]: ...
    def __getitem__(self, place: int | slice) -> bytes | list[bytes]:
        places = range(len(self))[place]
        return (
            [*map(self._spool.__getitem__, places)]
            if isinstance(places, range)
            else (self._spool[places])
        )

    def take(self, some: Packed) -> None:
        """Takes in the next traces: `TOGETHER` of them, but for the last."""
        piece, lines = some
        self._spool.add(piece)
        self._traces += len(lines)
        self._waiting += lines

    def finish(
        self, links: Sequence[DocumentLink], imprints: Sequence[tuple[str, Imprint]]
    ) -> TracedCase:
        """All that was taken in, with what each document has from others, and whose it is."""
        add, lines = self._spool.add, self._waiting
        outline = tuple(add(encode(_Outline(some))) for some in _some(lines))
        told = tuple(add(encode(_Imprints(some))) for some in _some(imprints))
        linked = tuple(add(encode(_Links(some))) for some in _some(links))
        add(encode(_Contents(self._traces, outline, told, linked)))
        return TracedCase(self)


def _some(every: Sequence[Any]) -> Iterator[tuple[Any, ...]]:
    return (tuple(every[at : at + _MANY]) for at in range(0, len(every), _MANY))


@dataclass(frozen=True, slots=True)
class _Contents:
    """The last piece: how many traces there are, and in which pieces the rest stands."""

    traces: int
    outline: tuple[int, ...]
    imprints: tuple[int, ...]
    links: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Outline:
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class _Imprints:
    imprints: tuple[tuple[str, Imprint], ...]


@dataclass(frozen=True, slots=True)
class _Links:
    links: tuple[DocumentLink, ...]


@dataclass(frozen=True, slots=True)
class _Piece:
    traces: tuple[Trace, ...]


_REMEMBERED = 256
"""Pieces that stay unpacked."""


class _Traces(Sequence[Trace]):
    """Traces that are unpacked when they are asked for."""

    def __init__(self, pieces: Sequence[bytes], number: int) -> None:
        self._pieces, self._number = pieces, number
        self._unpacked: dict[int, tuple[Trace, ...]] = {}

    def __len__(self) -> int:
        return self._number

    @overload
    def __getitem__(self, at: int) -> Trace: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Trace]: ...
    def __getitem__(self, at: int | slice) -> Trace | Sequence[Trace]:
        if isinstance(at, slice):
            return tuple(self[one] for one in range(*at.indices(len(self))))
        piece, place = divmod(range(len(self))[at], TOGETHER)
        return self._piece(piece)[place]

    def __iter__(self) -> Iterator[Trace]:
        for piece in range(-(-self._number // TOGETHER)):
            yield from self._piece(piece)

    def _piece(self, number: int) -> tuple[Trace, ...]:
        if number not in self._unpacked:
            if len(self._unpacked) >= _REMEMBERED:
                self._unpacked.clear()
            self._unpacked[number] = decode(_Piece, self._pieces[number]).traces
        return self._unpacked[number]
