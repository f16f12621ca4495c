"""Questions that two claims may answer each in its own way: whose arm is this force, what is it of?

A force belongs to one organisation, whatever name a report gives that. Two claims that name the
force and each an owner are two answers to one question, though they share little else.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from hearsay.origins.alike.comparing import Real, Whole
from hearsay.origins.alike.features import NAME, ClaimFacts
from hearsay.origins.language.words import words_in
from hearsay.vocabulary.readings import Claim
from hearsay.vocabulary.spans import hull
from hearsay.vocabulary.traces import Account

Question = tuple[str, str]
"""The relation that is asked for, and the word of a name that it is asked of."""

_ANSWERED_ONCE = frozenset(("arm_of",))
"""Relations in which a thing stands to one other at a time."""


@dataclass(frozen=True, slots=True, eq=False)
class Questions:
    """Which questions each node answers."""

    answered: Mapping[int, frozenset[Question]]

    @classmethod
    def of(
        cls,
        nodes: Sequence[Sequence[int]],
        claims: Sequence[Claim],
        facts: Sequence[ClaimFacts],
        accounts: Sequence[Account],
    ) -> Questions:
        """From the relations read in the claims; of the names beside the answer it is asked."""
        node_of = {at: node for node, members in enumerate(nodes) for at in members}
        within: dict[str, list[int]] = defaultdict(list)
        for at, claim in enumerate(claims):
            within[claim.capture].append(at)
        found: dict[int, set[Question]] = defaultdict(set)
        for account in accounts:
            mentions = {mention.id: mention for mention in account.reading.mentions}
            for relation in account.reading.relations:
                if relation.type not in _ANSWERED_ONCE or relation.target not in mentions:
                    continue
                answer = mentions[relation.target].spans
                place = hull(answer)
                words = set(words_in(account.document.text, answer).folded)
                for at in within[account.id]:
                    if any(s.start <= place.start and place.end <= s.end for s in claims[at].spans):
                        found[node_of[at]] |= {
                            (relation.type, term.concept)
                            for term in facts[at].terms
                            if term.kind == NAME and term.word not in words
                        }
        return cls({node: frozenset(asked) for node, asked in found.items()})

    def shared(self, left: Whole, right: Whole) -> Real:
        """For pairs of nodes, 1 where both answer one question, else 0."""
        found = np.zeros(len(left))
        known = np.array(sorted(self.answered), np.int64)
        for at in np.flatnonzero(np.isin(left, known) & np.isin(right, known)).tolist():
            asked = self.answered[int(left[at])] & self.answered[int(right[at])]
            found[at] = bool(asked)
        return found
