"""Which claims are one thing said, pair by pair: by likeness, then in view of what is around.

Everything is judged by what came before: adding documents one by one and all at once is the same.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence

import numpy as np

from hearsay.origins.alike.candidates import ClaimIndex
from hearsay.origins.alike.columns import Columns, Spoken, seen
from hearsay.origins.alike.comparing import Real, Whole, compare
from hearsay.origins.alike.features import ABOUT, facts_of
from hearsay.origins.alike.judging import judged
from hearsay.origins.alike.likeness import pair_head
from hearsay.origins.alike.nodes import ClaimPairs, Nodes
from hearsay.origins.alike.questions import Question, Questions
from hearsay.origins.alike.retelling_one import FromOne
from hearsay.origins.alike.surroundings import Surroundings
from hearsay.origins.citing.resolving import Sources
from hearsay.vocabulary.traces import Account

LEAST = 0.3
"""Less likely pairs are not kept."""


class Pairs:
    """Pairs of nodes that are likely one thing said, with what the judgement rests on."""

    def __init__(
        self,
        sources: Sources | None = None,
        *,
        joined: ClaimPairs = frozenset(),
        parted: ClaimPairs = frozenset(),
        least: float = LEAST,
        sample: Sequence[Account] = (),
    ) -> None:
        """Pairs of less than `least` probability are not kept.

        In the documents of `sample` it is looked what the case speaks of.
        """
        self._least = least
        self.head = pair_head()
        self.nodes = Nodes(joined=joined, parted=parted)
        self._facts = {one.id: facts_of(one, self.head.common) for one in sample}
        spoken = Spoken.of(self._facts.values())
        self.columns = Columns(self.head.common, self.head.sentences, spoken)
        self.surroundings = Surroundings()
        self.sources = FromOne(sources)
        self._answered: dict[int, frozenset[Question]] = {}
        self.questions = Questions(self._answered)
        self._index = ClaimIndex()
        self._fullness = array("f")
        """Of each node the weight of what it says."""
        self._labels = array("i")
        self._left, self._right, self._chances = array("i"), array("i"), array("d")

    def add(self, accounts: Sequence[Account]) -> None:
        """Takes in documents in the order in which they came."""
        first = len(self.nodes)
        told = [self._taken_in(account) for account in accounts]
        table = self.columns.table(np.arange(first, len(self.nodes)))
        self._fullness.extend(table.totals[:, ABOUT].tolist())
        left, right = self._worth(*self._index.add(table))
        features = self.features(left, right)
        chances = np.round(self.head.probabilities(features), 9)
        self._label(left, right, chances)
        for nodes in told:
            self.surroundings.add(nodes, [self._labels[node] for node in nodes])
        near = chances >= _POSSIBLE
        left, right = left[near], right[near]
        # Numbers are not the same to the last place however many are multiplied at once.
        sure = np.round(self._judged(left, right, features[near]), 9)
        kept = sure >= self._least
        self._left.extend(left[kept].tolist())
        self._right.extend(right[kept].tolist())
        self._chances.extend(sure[kept].tolist())

    def edges(self, least: float) -> tuple[Whole, Whole, Real]:
        """The pairs of at least this probability (not less than what is kept), with what it is."""
        chances = np.array(self._chances)
        near = chances >= least
        left, right = seen(self._left)[near], seen(self._right)[near]
        return left.astype(np.int64), right.astype(np.int64), chances[near]

    def chances(self, left: Whole, right: Whole) -> Real:
        """For any pairs of nodes the probability that they are one thing said."""
        parts = [
            self._judged(low, high, self.features(low, high))
            for at in range(0, len(left), _BATCH)
            for low, high in [(left[at : at + _BATCH], right[at : at + _BATCH])]
        ]
        return np.concatenate(parts) if parts else np.zeros(0)

    def features(self, left: Whole, right: Whole) -> Real:
        """What is known of pairs of nodes, as `compare` gives it."""
        nodes, at = np.unique(np.concatenate((left, right)), return_inverse=True)
        return compare(self.columns.table(nodes), at[: len(left)], at[len(left) :])

    def fullness(self, node: int) -> tuple[bool, float]:
        """Whether a node affirms it, and the weight of what it says."""
        return not self.columns.denied(node), self._fullness[node]

    def _taken_in(self, account: Account) -> list[int]:
        """The nodes of a document's claims."""
        first = len(self.nodes)
        facts = self._facts.pop(account.id, None) or facts_of(account, self.head.common)
        kept, nodes = self.nodes.add(account.claims, facts)
        fresh = _firsts(kept, nodes, first)
        self.columns.add([facts[at] for at in fresh])
        self.sources.add([account.claims[at] for at in fresh])
        claims = [account.claims[at] for at in fresh]
        alone = [(at,) for at in range(len(fresh))]
        asked = Questions.of(alone, claims, [facts[at] for at in fresh], [account])
        self._answered.update((first + at, found) for at, found in asked.answered.items())
        return nodes

    def _worth(self, left: Whole, right: Whole) -> tuple[Whole, Whole]:
        full = seen(self._fullness) >= _SUBSTANCE
        said = full[left] & full[right]
        left, right = left[said], right[said]
        pairs = zip(left.tolist(), right.tolist(), strict=True)
        barred = self.nodes.forbidden
        free = np.array([p not in barred or p in self.nodes.late for p in pairs], bool)
        return left[free], right[free]

    def _label(self, left: Whole, right: Whole, chances: Real) -> None:
        """What is surely the same as something before it bears its label, else its own number."""
        sure = np.flatnonzero(chances >= _SURE)
        order = sure[np.lexsort((left[sure], -chances[sure], right[sure]))]
        nearest: dict[int, int] = {}
        for node, earlier in zip(right[order].tolist(), left[order].tolist(), strict=True):
            nearest.setdefault(node, earlier)
        for node in range(len(self._labels), len(self.nodes)):
            earlier = nearest.get(node)
            self._labels.append(node if earlier is None else self._labels[earlier])

    def _judged(self, left: Whole, right: Whole, features: Real) -> Real:
        return judged(
            self.head.probabilities(features),
            features,
            self.surroundings.around(left, right),
            self.sources.one(left, right),
            self.questions.shared(left, right),
        )


def _firsts(kept: Sequence[int], nodes: Sequence[int], first: int) -> list[int]:
    """Which of a document's claims begin a new node, in the order of those."""
    began: dict[int, int] = {}
    for at, node in zip(kept, nodes, strict=True):
        if node >= first:
            began.setdefault(node, at)
    return list(began.values())


_SURE = 0.7
"""From this likeness alone two claims are taken for one when it is asked what their documents have
in common."""

_POSSIBLE = 0.02
"""With less likeness than this, nothing around two claims makes them one."""

_SUBSTANCE = 11.0
"""Weight of content (a word that one sentence in a thousand has weighs 7) below which a claim
says too little to be recognised: "it was a mistake" is said of many things."""

_BATCH = 1 << 15
"""Pairs looked at once."""
