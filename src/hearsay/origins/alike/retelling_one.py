"""Claims that have their words from one source in the end, and so may retell one text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from hearsay.origins.alike.comparing import Real, Whole
from hearsay.origins.citing.resolving import Sources
from hearsay.origins.citing.speakers import Source, same_source
from hearsay.vocabulary.readings import Claim


@dataclass(frozen=True, slots=True, eq=False)
class FromOne:
    """From which source each node is."""

    ends: Whole
    """The source at the end of the chain of speakers, as a number; -1 where none is known."""

    @classmethod
    def of(
        cls, nodes: Sequence[Sequence[int]], claims: Sequence[Claim], sources: Sources | None
    ) -> FromOne:
        """Without sources nothing is known to be from one; nor of people, who say many things."""
        ends = np.full(len(nodes), -1, np.int64)
        if sources is None:
            return cls(ends)
        numbers = _Numbers()
        node_of = {at: node for node, members in enumerate(nodes) for at in members}
        for at, claim in enumerate(claims):
            chain = sources.chain(claim)
            if chain and chain[-1].source.kind == "body":
                ends[node_of[at]] = numbers.of(chain[-1].source)
        return cls(ends)

    def one(self, left: Whole, right: Whole) -> Real:
        """For pairs of nodes, 1 where both have it from one body, else 0."""
        same: Real = ((self.ends[left] == self.ends[right]) & (self.ends[left] >= 0)) * 1.0
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
