"""What stands around two claims: whether their documents tell the same besides, in the same order.

Where one report retells another, what stands beside the claims that are surely one is likely one
too, whatever its words; of reports that have nothing else in common, more likeness is asked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hearsay.origins.alike.comparing import Real, Whole
from hearsay.vocabulary.readings import Claim

AROUND = ("kin", "ordered", "one_document")
"""What is known of the surroundings of a pair, in the order of the columns that `around` gives."""

_OFTEN = 4
"""Documents in which one node is looked at: wire copy is printed by many."""

_STEPS = 2
"""Claims before and after that are looked at."""

_SHORT = 8
"""Claims of a short report: of longer ones, more has to be the same to say as much."""

_BATCH = 1 << 14
"""Pairs looked at once, each in up to sixteen pairs of documents: some 40 MB in passing."""


@dataclass(frozen=True, slots=True, eq=False)
class Surroundings:
    """Claims in the order of their documents, and what of them is surely told elsewhere too."""

    places: NDArray[np.int64]
    """Nodes by `_OFTEN`: where the node stands, as the number of a claim; -1 where it does not."""
    documents: Whole
    """Of each claim."""
    lengths: Whole
    """Of each document, in claims."""
    labels: Whole
    """Of each claim: the group of surely the same that it is in."""
    held: Whole
    """Every document and label in one number, rising."""
    weights: Real
    """Of each label; little for what everybody tells, nothing for what only one document has."""
    told: Sequence[frozenset[int]]
    """Of each document the labels that others have too."""

    @classmethod
    def of(
        cls, nodes: Sequence[Sequence[int]], claims: Sequence[Claim], groups: Sequence[list[int]]
    ) -> Surroundings:
        """Laid out from the claims in the order of their documents; `groups` are sure ones."""
        places = np.full((len(nodes), _OFTEN), -1, np.int64)
        labels = np.zeros(len(claims), np.int64)
        for label, group in enumerate(groups):
            for node in group:
                labels[list(nodes[node])] = label
                few = nodes[node][:_OFTEN]
                places[node, : len(few)] = few
        numbers: dict[str, int] = {}
        documents = np.array(
            [numbers.setdefault(claim.capture, len(numbers)) for claim in claims], np.int64
        )
        count = max(len(groups), 1)
        held = np.unique(documents * count + labels)
        spread = np.bincount(held % count, minlength=count)
        weights = np.where(spread > 1, 1 / np.log2(np.maximum(spread, 2)), 0.0)
        told: list[set[int]] = [set() for _ in numbers]
        for code in held[spread[held % count] > 1].tolist():
            told[code // count].add(code % count)
        shared = [frozenset(one) for one in told]
        lengths = np.bincount(documents, minlength=len(numbers))
        return cls(places, documents, lengths, labels, held, weights, shared)

    def around(self, left: Whole, right: Whole) -> Real:
        """The columns of `AROUND` for pairs of nodes; the same both ways round."""
        parts = [
            self._around(left[at : at + _BATCH], right[at : at + _BATCH])
            for at in range(0, len(left), _BATCH)
        ]
        return np.concatenate(parts) if parts else np.zeros((0, len(AROUND)))

    def _around(self, left: Whole, right: Whole) -> Real:
        ours = np.repeat(self.places[left], _OFTEN, axis=1)
        theirs = np.tile(self.places[right], (1, _OFTEN))
        kept = (ours >= 0) & (theirs >= 0)
        pair, _ = np.nonzero(kept)
        here, there = ours[kept], theirs[kept]
        one = self.documents[here] == self.documents[there]
        mine, yours = self.labels[here], self.labels[there]
        # Where the other has this one besides the one in question, the two are two things.
        both = self._tells(self.documents[there], mine) | self._tells(self.documents[here], yours)
        retold = ~one & (~both | (mine == yours))
        kin = self._kin(self.documents[here], self.documents[there])
        # The pair itself says nothing of what else their documents have in common.
        kin -= self.weights[mine] * (mine == yours)
        kin /= self._length(self.documents[here], self.documents[there])
        kin = np.where(retold, np.log1p(np.maximum(kin, 0)), 0)
        ordered = np.where(retold, self._ordered(here, there), 0)
        found = np.zeros((len(left), len(AROUND)))
        for column, values in enumerate((kin, ordered, one)):
            np.maximum.at(found[:, column], pair, values.astype(np.float64))
        return found

    def _length(self, ours: Whole, theirs: Whole) -> Real:
        """How long the shorter of two documents is, against a short report."""
        shorter = np.minimum(self.lengths[ours], self.lengths[theirs])
        length: Real = np.maximum(shorter / _SHORT, 1.0)
        return length

    def _tells(self, documents: Whole, labels: Whole) -> NDArray[np.bool_]:
        sought = documents * len(self.weights) + labels
        at = np.minimum(np.searchsorted(self.held, sought), len(self.held) - 1)
        told: NDArray[np.bool_] = self.held[at] == sought
        return told

    def _kin(self, ours: Whole, theirs: Whole) -> Real:
        """What two documents tell alike, summed by weight."""
        codes, at = np.unique(
            np.minimum(ours, theirs) * len(self.told) + np.maximum(ours, theirs),
            return_inverse=True,
        )
        weights = self.weights.tolist()
        sides = (divmod(code, len(self.told)) for code in codes.tolist())
        sums = [sum(weights[n] for n in self.told[a] & self.told[b]) for a, b in sides]
        kin: Real = np.array(sums, np.float64)[at]
        return kin

    def _ordered(self, here: Whole, there: Whole) -> Real:
        """On how many sides, of two, something stands by both that is surely the same."""
        sides = np.zeros(len(here))
        for sign in (-1, 1):
            met = np.zeros(len(here), bool)
            for step in range(1, _STEPS + 1):
                for other in range(1, _STEPS + 1):
                    met |= self._same(here, there, sign * step, sign * other)
            sides += met
        return sides

    def _same(self, here: Whole, there: Whole, step: int, other: int) -> NDArray[np.bool_]:
        last = len(self.labels) - 1
        one, two = np.clip(here + step, 0, last), np.clip(there + other, 0, last)
        inside = (self.documents[one] == self.documents[here]) & (one != here)
        inside &= (self.documents[two] == self.documents[there]) & (two != there)
        same: NDArray[np.bool_] = inside & (self.labels[one] == self.labels[two])
        # What stands beside itself says nothing of what stands beside it.
        same &= (self.labels[one] != self.labels[here]) & (self.labels[two] != self.labels[there])
        return same
