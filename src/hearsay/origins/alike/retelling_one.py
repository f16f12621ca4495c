"""Claims that have their words from one source in the end, and so may retell one text."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Sequence

from hearsay.origins.alike.columns import Real, Whole, seen
from hearsay.origins.citing.resolving import Sources
from hearsay.origins.citing.speakers import Source, same_source
from hearsay.vocabulary.readings import Claim


class FromOne:
    """From which source each node is."""

    def __init__(self, sources: Sources | None) -> None:
        """Without sources nothing is known to be from one; nor of people, who say many things."""
        self._sources = sources
        self._numbers = _Numbers()
        self._ends = array("i")
        """The source at the end of the chain of speakers, as a number; -1 where none is known."""

    def add(self, claims: Sequence[Claim]) -> None:
        """Takes in nodes, each by the claim that stands first for it."""
        for claim in claims:
            chain = self._sources.chain(claim) if self._sources is not None else ()
            body = bool(chain) and chain[-1].source.kind == "body"
            self._ends.append(self._numbers.of(chain[-1].source) if body else -1)

    def one(self, left: Whole, right: Whole) -> Real:
        """For pairs of nodes, 1 where both have it from one body, else 0."""
        ends = seen(self._ends)
        same: Real = ((ends[left] == ends[right]) & (ends[left] >= 0)) * 1.0
        return same


class _Numbers:
    """Sources under numbers, those that may be one under one number."""

    def __init__(self) -> None:
        self._known: dict[Source, int] = {}
        self._heads: dict[str, list[tuple[Source, int]]] = defaultdict(list)

    def of(self, source: Source) -> int:
        """The number of the first source that this one may be."""
        number = self._known.get(source)
        if number is None:
            alike = self._heads[source.head]
            met = (known for one, known in alike if same_source(one, source))
            number = next(met, len(self._known))
            self._known[source] = number
            if len(alike) < _MOST_NAMES:
                alike.append((source, number))
        return number


_MOST_NAMES = 200
"""Spellings of one head word that are compared: a case has few ministries, and many "police"."""
