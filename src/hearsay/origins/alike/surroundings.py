"""What stands around two claims: whether their documents tell the same besides, in the same order.

Where one report retells another, what stands beside the claims that are surely one is likely one
too, whatever its words; of reports that have nothing else in common, more likeness is asked.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from hearsay.origins.alike.columns import Real, Whole, seen

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

_HALF = 32
_LOW = (1 << _HALF) - 1


class Surroundings:
    """Claims in the order of their documents, and what of them is surely told elsewhere too.

    Whatever is surely the same bears one label. What two documents have in common is weighed as it
    stood when the later of them came: later ones change nothing of it.
    """

    def __init__(self) -> None:
        self._places = array("i")
        """For each node, where it stands first, as the numbers of up to `_OFTEN` claims, or -1."""
        self._labels = array("i")
        """Of each claim."""
        self._documents = array("i")
        self._begins = array("q", [0])
        """Where the claims of each document begin."""
        self._told = array("q")
        """Every document and label in one number, rising."""
        self._ranks = array("i")
        """Beside each, the how manieth document it is that tells that."""
        self._tellings = array("i")
        """For each label, in how many documents it was told so far."""
        self._tells = array("q", [0])
        """Where the labels of each document begin."""

    def add(self, nodes: Sequence[int], labels: Sequence[int]) -> None:
        """Takes in the claims of one document, by their nodes and labels, in reading order."""
        document, at = len(self._begins) - 1, len(self._labels)
        for claim, node in enumerate(nodes, at):
            missing = node + 1 - len(self._places) // _OFTEN
            self._places.extend([-1] * (_OFTEN * missing))
            for place in range(_OFTEN * node, _OFTEN * (node + 1)):
                if self._places[place] < 0:
                    self._places[place] = claim
                    break
        self._labels.extend(labels)
        self._documents.extend([document] * len(nodes))
        self._begins.append(len(self._labels))
        for label in sorted(set(labels)):
            self._tellings.extend([0] * (label + 1 - len(self._tellings)))
            self._tellings[label] += 1
            self._told.append(document << _HALF | label)
            self._ranks.append(self._tellings[label])
        self._tells.append(len(self._told))

    def around(self, left: Whole, right: Whole) -> Real:
        """The columns of `AROUND` for pairs of nodes; the same both ways round.

        As it stood when the later one came.
        """
        parts = [
            self._around(left[at : at + _BATCH], right[at : at + _BATCH])
            for at in range(0, len(left), _BATCH)
        ]
        return np.concatenate(parts) if parts else np.zeros((0, len(AROUND)))

    def _around(self, left: Whole, right: Whole) -> Real:
        places, labels = seen(self._places).reshape(-1, _OFTEN), seen(self._labels)
        documents = seen(self._documents).astype(np.int64)
        ours = np.repeat(places[left], _OFTEN, axis=1)
        theirs = np.tile(places[right], (1, _OFTEN))
        came = documents[np.maximum(places[left, 0], places[right, 0])][:, None]
        # Where either stands since then, nobody knew when the later of them came.
        kept = (ours >= 0) & (theirs >= 0)
        kept &= (documents[ours] <= came) & (documents[theirs] <= came)
        pair, _ = np.nonzero(kept)
        here, there = ours[kept], theirs[kept]
        mine, yours = documents[here], documents[there]
        one, same = mine == yours, labels[here] == labels[there]
        # Where the other has this one besides the one in question, the two are two things.
        both = (self._weights(yours, labels[here]) > 0) | (self._weights(mine, labels[there]) > 0)
        retold = ~one & (~both | same)
        kin = self._kin(mine, yours)
        # The pair itself says nothing of what else their documents have in common.
        kin -= self._weights(np.maximum(mine, yours), labels[here]) * same
        kin /= self._length(mine, yours)
        kin = np.where(retold, np.log1p(np.maximum(kin, 0)), 0)
        ordered = np.where(retold, self._ordered(here, there), 0)
        found = np.zeros((len(left), len(AROUND)))
        for column, values in enumerate((kin, ordered, one)):
            np.maximum.at(found[:, column], pair, values.astype(np.float64))
        return found

    def _length(self, ours: Whole, theirs: Whole) -> Real:
        """How long the shorter of two documents is, against a short report."""
        lengths = np.diff(seen(self._begins))
        length: Real = np.maximum(np.minimum(lengths[ours], lengths[theirs]) / _SHORT, 1.0)
        return length

    def _weights(self, documents: Whole, labels: NDArray[np.int32]) -> Real:
        """What it weighs that a document tells something: little for what everybody tells.

        Nothing where it does not; where it is the first to tell it, the document is not a later
        one, and the weight says no more than that it is there.
        """
        told = seen(self._told)
        sought = documents << _HALF | labels
        at = np.minimum(np.searchsorted(told, sought), len(told) - 1)
        ranks = seen(self._ranks)[at].astype(np.float64)
        weights: Real = (told[at] == sought) / np.log2(np.maximum(ranks, 2))
        return weights

    def _kin(self, ours: Whole, theirs: Whole) -> Real:
        """What two documents tell alike, summed by weight."""
        codes, at = np.unique(
            np.minimum(ours, theirs) << _HALF | np.maximum(ours, theirs), return_inverse=True
        )
        earlier, later = codes >> _HALF, codes & _LOW
        begins = seen(self._tells)[earlier]
        sizes = seen(self._tells)[earlier + 1] - begins
        rows = np.repeat(begins - np.cumsum(sizes) + sizes, sizes) + np.arange(int(sizes.sum()))
        pair = np.repeat(np.arange(len(codes)), sizes)
        labels = seen(self._told)[rows] & _LOW
        kin = np.bincount(pair, self._weights(later[pair], labels), len(codes)).astype(np.float64)
        return kin[at]

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
        labels, documents = seen(self._labels), seen(self._documents)
        last = len(labels) - 1
        one, two = np.clip(here + step, 0, last), np.clip(there + other, 0, last)
        inside = (documents[one] == documents[here]) & (one != here)
        inside &= (documents[two] == documents[there]) & (two != there)
        same: NDArray[np.bool_] = inside & (labels[one] == labels[two])
        # What stands beside itself says nothing of what stands beside it.
        same &= (labels[one] != labels[here]) & (labels[two] != labels[there])
        return same
