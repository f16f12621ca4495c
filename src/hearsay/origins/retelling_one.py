"""Claims of different documents that have their words from one source, and so may retell one text.

Two such claims need less likeness to be one thing said. More speaks for it where the claims next
to them, among those from that source, are one thing said too: both go through one text in order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hearsay.origins.comparing import FEATURES, Real, Whole
from hearsay.origins.resolving import Sources
from hearsay.origins.speakers import Source, same_source
from hearsay.vocabulary.readings import Claim

Pairs = Collection[tuple[int, int]]


@dataclass(frozen=True, slots=True, eq=False)
class FromOne:
    """From which source each node is, and in which order documents go through that source."""

    ends: Whole
    """The source at the end of the chain of speakers, as a number; -1 where none is known."""
    passages: Sequence[Sequence[int]]
    """The nodes that one document has from one source, in the order of the document."""
    places: dict[int, list[tuple[int, int]]]
    """Where each node stands in these: which passage, at which place."""

    @classmethod
    def of(
        cls, nodes: Sequence[Sequence[int]], claims: Sequence[Claim], sources: Sources | None
    ) -> FromOne:
        """Without sources nothing is known to be from one."""
        ends = np.full(len(nodes), -1, np.int64)
        if sources is None:
            return cls(ends, (), {})
        numbers = _Numbers()
        node_of = {at: node for node, members in enumerate(nodes) for at in members}
        told: dict[tuple[str, int], list[int]] = defaultdict(list)
        for at, claim in enumerate(claims):
            chain = sources.chain(claim)
            if chain and chain[-1].source.kind == "body":
                end = numbers.of(chain[-1].source)
                node = node_of[at]
                ends[node] = end
                if node not in told[claim.capture, end][-1:]:
                    told[claim.capture, end].append(node)
        passages = [nodes for nodes in told.values() if len(nodes) > 1]
        places: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for number, passage in enumerate(passages):
            for place, node in enumerate(passage):
                places[node].append((number, place))
        return cls(ends, passages, places)

    def beside(self, pairs: Iterable[tuple[int, int]]) -> set[tuple[int, int]]:
        """Pairs of nodes, the lower first, that stand next to these in the order of a source."""
        found = set()
        for left, right in pairs:
            if self.ends[left] != self.ends[right] or self.ends[left] < 0:
                continue
            for one, other in self._together(left, right):
                found.add((min(one, other), max(one, other)))
        return found

    def _together(self, left: int, right: int) -> Iterable[tuple[int, int]]:
        for number, at in self.places.get(left, ())[:_OFTEN]:
            for other, there in self.places.get(right, ())[:_OFTEN]:
                if number == other:
                    continue
                ours, theirs = self.passages[number], self.passages[other]
                for one, two in ((at - 1, there - 1), (at + 1, there + 1)):
                    inside = 0 <= one < len(ours) and 0 <= two < len(theirs)
                    if inside and ours[one] != theirs[two]:
                        yield ours[one], theirs[two]

    def odds(self, left: Whole, right: Whole, features: Real, beside: Whole) -> Real:
        """What being from one source adds to the log odds; `beside` holds coded pairs, rising."""
        one = (self.ends[left] == self.ends[right]) & (self.ends[left] >= 0)
        named = np.maximum(features[:, _NAMES], features[:, _NUMBERS]) >= _MAIN
        low, high = np.minimum(left, right), np.maximum(left, right)
        ordered = np.isin(low * len(self.ends) + high, beside)
        added: Real = (one & named) * (_ONE_SOURCE + _IN_ORDER * ordered)
        return added


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


_NAMES = FEATURES.index("names_more")
_NUMBERS = FEATURES.index("numbers_more")
_MAIN = 0.5
"""Share of the names of the claim that has fewer which the other has too."""

_ONE_SOURCE = 0.8
_IN_ORDER = 0.8
"""Log odds."""

_OFTEN = 4
"""Documents in which one node is looked at: wire copy is printed by many, in one order."""

_MOST_NAMES = 200
"""Spellings of one head word that are compared: a case has few ministries, and many "police"."""


def raised(chances: NDArray[np.float64], odds: NDArray[np.float64]) -> Real:
    """Probabilities with something added to their log odds."""
    bounded = np.clip(chances, 1e-9, 1 - 1e-9)
    found: Real = bounded / (bounded + (1 - bounded) * np.exp(-odds))
    return found
