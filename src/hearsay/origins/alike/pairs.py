"""Which claims are one thing said, pair by pair: by likeness, then in view of what is around."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from hearsay.origins.alike.candidates import candidates
from hearsay.origins.alike.comparing import Real, Table, Whole, compare, table_of
from hearsay.origins.alike.features import ABOUT
from hearsay.origins.alike.grouping import groups_of
from hearsay.origins.alike.judging import judged
from hearsay.origins.alike.likeness import PairHead, pair_head
from hearsay.origins.alike.nodes import Nodes
from hearsay.origins.alike.questions import Questions
from hearsay.origins.alike.retelling_one import FromOne
from hearsay.origins.alike.surroundings import Surroundings
from hearsay.origins.citing.resolving import Sources
from hearsay.vocabulary.traces import Account


@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    """All pairs of nodes that are worth a judgement, with what the judgement rests on."""

    head: PairHead
    table: Table
    left: Whole
    right: Whole
    features: Real
    """Of each pair, as `compare` gives them."""
    surroundings: Surroundings
    sources: FromOne
    questions: Questions

    @classmethod
    def of(cls, nodes: Nodes, accounts: Sequence[Account], sources: Sources | None) -> Pairs:
        """What is surely the same comes first: it shows which documents tell the same besides."""
        head = pair_head()
        facts = [nodes.facts[members[0]] for members in nodes.members]
        table = table_of(facts, head.common, head.sentences)
        left, right = _worth(table, nodes)
        features = compare(table, left, right)
        chances = head.probabilities(features)
        near, sure = chances >= _POSSIBLE, chances >= _SURE
        groups = groups_of(
            len(table),
            (left[sure], right[sure], chances[sure]),
            lambda lefts, rights: head.probabilities(compare(table, lefts, rights)),
            nodes.forbidden,
        )
        return cls(
            head,
            table,
            left[near],
            right[near],
            features[near],
            Surroundings.of(nodes.members, nodes.claims, groups),
            FromOne.of(nodes.members, nodes.claims, sources),
            Questions.of(nodes.members, nodes.claims, nodes.facts, accounts),
        )

    def judged(self) -> Real:
        """For each pair the probability that it is one thing said."""
        return self._judged(self.left, self.right, self.features)

    def chances(self, left: Whole, right: Whole) -> Real:
        """The same for any pairs of nodes."""
        return self._judged(left, right, compare(self.table, left, right))

    def _judged(self, left: Whole, right: Whole, features: Real) -> Real:
        return judged(
            self.head.probabilities(features),
            features,
            self.surroundings.around(left, right),
            self.sources.one(left, right),
            self.questions.shared(left, right),
        )


def _worth(table: Table, nodes: Nodes) -> tuple[Whole, Whole]:
    left, right = candidates(table)
    full = table.totals[:, ABOUT] >= _SUBSTANCE
    barred = np.array([a * len(table) + b for a, b in sorted(nodes.forbidden)], np.int64)
    said = full[left] & full[right] & ~np.isin(left * len(table) + right, barred)
    return left[said], right[said]


_SURE = 0.7
"""From this likeness alone two claims are taken for one when it is asked what their documents have
in common."""

_POSSIBLE = 0.02
"""With less likeness than this, nothing around two claims makes them one."""

_SUBSTANCE = 12.0
"""Weight of content (a word that one sentence in a thousand has weighs 7) below which a claim
says too little to be recognised: "it was a mistake" is said of many things."""
