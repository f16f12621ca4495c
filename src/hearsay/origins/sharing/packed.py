"""What text the documents of a case have in common, in arrays: a case has millions of pairs."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import TypeVar, overload

import numpy as np
from numpy.typing import NDArray

from hearsay.origins.sharing.shared_text import Common, SharedText
from hearsay.vocabulary.spans import Span

T = TypeVar("T")
Place = tuple[int, int, int, int]
"""Where a stretch begins and ends left, and where the one like it begins and ends right."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """Two documents, by their numbers, and what they have in common."""

    left: int
    right: int
    places: Sequence[Place]
    share_of_left: float = 0.0
    """From 0 to 1."""
    share_of_right: float = 0.0


def shared_text(meetings: Iterable[Meeting], documents: Sequence[str]) -> SharedText:
    """The same from both sides of each meeting; `documents` are ids by number.

    Each pair is met once, the left numbers rising.
    """
    sides, shares, sizes, places = array("i"), array("d"), array("i"), array("i")
    for one in meetings:
        sides.extend((one.left, one.right))
        shares.extend((one.share_of_left, one.share_of_right))
        sizes.append(len(one.places))
        places.extend(chain.from_iterable(one.places))
    numbers = {document: at for at, document in enumerate(documents)}
    left, right = np.array(sides, np.int32).reshape(-1, 2).T
    order = np.argsort(right, kind="stable").astype(np.int32)
    every = np.arange(len(documents) + 1)
    packed = _Packed(
        tuple(documents),
        numbers,
        np.ascontiguousarray(left),
        np.ascontiguousarray(right),
        np.array(shares, np.float64).reshape(-1, 2),
        np.concatenate(([0], np.cumsum(np.array(sizes, np.int64)))),
        np.array(places, np.int32).reshape(-1, 4),
        np.searchsorted(left, every),
        order,
        np.searchsorted(right[order], every),
    )
    return SharedText(Pairs(packed), Partners(packed))


@dataclass(frozen=True, slots=True, eq=False)
class _Packed:
    """Meetings in columns, in the order in which they came."""

    documents: tuple[str, ...]
    numbers: Mapping[str, int]
    left: NDArray[np.int32]
    right: NDArray[np.int32]
    shares: NDArray[np.float64]
    offsets: NDArray[np.int64]
    """Where the places of each meeting begin; one more at the end."""
    places: NDArray[np.int32]
    begins_left: NDArray[np.int64]
    """Where the meetings of each left document begin; one more at the end."""
    by_right: NDArray[np.int32]
    """The meetings in the order of their right documents."""
    begins_right: NDArray[np.int64]

    def as_left(self, document: int) -> range:
        """The meetings of a document on whose left it stands."""
        return range(int(self.begins_left[document]), int(self.begins_left[document + 1]))

    def as_right(self, document: int) -> list[int]:
        """Those on whose right it stands."""
        low, high = self.begins_right[document], self.begins_right[document + 1]
        rows: list[int] = self.by_right[low:high].tolist()
        return rows

    def partners(self, document: str) -> dict[str, int]:
        """In which meeting a document meets each of the others: rows on whose left it stands, and
        those on whose right, counted from the end.
        """
        number = self.numbers.get(document)
        if number is None:
            return {}
        left, right = self.as_left(number), self.as_right(number)
        others = self.right[left.start : left.stop].tolist()
        found = {self.documents[at]: row for at, row in zip(others, left, strict=True)}
        others = self.left[right].tolist()
        found.update((self.documents[at], ~row) for at, row in zip(others, right, strict=True))
        return found

    def common(self, row: int) -> Common:
        """What stands in a meeting, from the side of the document whose row it is."""
        turned = row < 0
        row = ~row if turned else row
        places = self.places[self.offsets[row] : self.offsets[row + 1]].tolist()
        if turned:
            parts = tuple((Span(c, d), Span(a, b)) for a, b, c, d in places)
        else:
            parts = tuple((Span(a, b), Span(c, d)) for a, b, c, d in places)
        return Common(parts, float(self.shares[row, int(turned)]))


_REMEMBERED = 1 << 14
"""Documents of which it is remembered whom they meet, some 3 KB each: those of one proposition are
asked for again and again, and so are theirs."""


@dataclass(frozen=True, slots=True, eq=False)
class Pairs(Mapping[tuple[str, str], Common]):
    """Common text by pair of documents, unpacked when it is asked for."""

    _packed: _Packed
    _met: dict[str, dict[str, int]] = field(default_factory=dict)

    def __getitem__(self, pair: tuple[str, str]) -> Common:
        return self._packed.common(self._partners(pair[0])[pair[1]])

    @overload
    def get(self, pair: tuple[str, str], /) -> Common | None: ...
    @overload
    def get(self, pair: tuple[str, str], default: T, /) -> Common | T: ...
    def get(self, pair: tuple[str, str], default: object = None, /) -> object:
        """The same without an error: most pairs of documents have nothing in common."""
        row = self._partners(pair[0]).get(pair[1])
        return default if row is None else self._packed.common(row)

    def _partners(self, document: str) -> dict[str, int]:
        met = self._met.get(document)
        if met is None:
            if len(self._met) >= _REMEMBERED:
                self._met.clear()
            met = self._met[document] = self._packed.partners(document)
        return met

    def __iter__(self) -> Iterator[tuple[str, str]]:
        named = self._packed.documents
        columns = self._packed.left.tolist(), self._packed.right.tolist()
        for left, right in zip(*columns, strict=True):
            yield named[left], named[right]
            yield named[right], named[left]

    def __len__(self) -> int:
        return 2 * len(self._packed.left)


@dataclass(frozen=True, slots=True, eq=False)
class Partners(Mapping[str, tuple[str, ...]]):
    """With whom each document has text in common."""

    _packed: _Packed

    def __getitem__(self, document: str) -> tuple[str, ...]:
        met = tuple(self._packed.partners(document))
        if not met:
            raise KeyError(document)
        return met

    def __iter__(self) -> Iterator[str]:
        return (one for one in self._packed.documents if one in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)
