"""The claims of a case laid out for comparison: the same words once, what is cut twice left out."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import overload

import numpy as np
from numpy.typing import NDArray

from hearsay.origins.alike.columns import Whole, seen
from hearsay.origins.alike.features import ABOUT, ClaimFacts
from hearsay.vocabulary.readings import Claim
from hearsay.vocabulary.spans import Spans

ClaimPairs = Collection[tuple[str, str]]
"""Pairs of claim ids."""
Place = tuple[int, int]
"""A document, by the order in which they came, and which of its claims."""


@dataclass(frozen=True, slots=True, eq=False)
class Members(Sequence[list[Place]]):
    """For each node the places of its claims, in the order in which they came."""

    begins: Whole
    documents: NDArray[np.int32]
    indices: NDArray[np.int32]

    def __len__(self) -> int:
        return len(self.begins) - 1

    @overload
    def __getitem__(self, node: int) -> list[Place]: ...
    @overload
    def __getitem__(self, node: slice) -> list[list[Place]]: ...
    def __getitem__(self, node: int | slice) -> list[Place] | list[list[Place]]:
        if isinstance(node, slice):
            return [self[at] for at in range(*node.indices(len(self)))]
        low, high = self.begins[node], self.begins[node + 1]
        held = self.documents[low:high].tolist(), self.indices[low:high].tolist()
        return list(zip(*held, strict=True))


@dataclass(frozen=True, slots=True, eq=False)
class LaidOut:
    """The claims of a case by their nodes."""

    members: Sequence[Sequence[Place]]
    forbidden: Collection[tuple[int, int]]
    """Nodes that may not come together, the lower first."""
    judged: Mapping[str, int]
    """Of each claim that a person judged the node, by its id."""


class Nodes:
    """Claims in the order in which their documents came, and which of them are one from the start.

    Those that a person judged stand alone.
    """

    def __init__(self, *, joined: ClaimPairs = (), parted: ClaimPairs = ()) -> None:
        self.forbidden: set[tuple[int, int]] = set()
        """Nodes that may not come together, the lower first."""
        self.late: set[tuple[int, int]] = set()
        """Those of them of which that was not known yet when the later one came."""
        self.judged: dict[str, int] = {}
        """Of each claim that a person judged the node, by its id."""
        self._doubles: dict[Place, list[Place]] = defaultdict(list)
        self._parted: dict[str, set[str]] = defaultdict(set)
        for one, other in parted:
            self._parted[one].add(other)
            self._parted[other].add(one)
        self._named = frozenset(claim for pair in (*joined, *parted) for claim in pair)
        self._known: dict[int, int] = {}
        """By the hash of what makes claims one, their node."""
        self._documents, self._indices = array("i"), array("i")
        self._nodes = array("i")
        self._number = 0
        self._came = 0

    def __len__(self) -> int:
        return self._number

    def add(
        self, claims: Sequence[Claim], facts: Sequence[ClaimFacts]
    ) -> tuple[list[int], list[int]]:
        """Takes in the claims of a document: which of them are kept, and the node of each."""
        before = self._number
        doubles = _doubles(claims, self._named)
        for short, long in doubles.items():
            self._doubles[self._came, long].append((self._came, short))
        kept = [at for at in range(len(claims)) if at not in doubles]
        nodes = [self._node(claims[at], facts[at]) for at in kept]
        self._documents.extend([self._came] * len(kept))
        self._indices.extend(kept)
        self._nodes.extend(nodes)
        self._came += 1
        for pair in _overlaps([claims[at] for at in kept], nodes) - self.forbidden:
            self.forbidden.add(pair)
            if pair[1] < before:
                self.late.add(pair)
        return kept, nodes

    def doubles_of(self, place: Place) -> Sequence[Place]:
        """The claims cut once more from the sentence of this one; they are not among the nodes."""
        return self._doubles.get(place, ())

    def laid_out(self) -> LaidOut:
        """As they stand now."""
        nodes = seen(self._nodes)
        order = np.argsort(nodes, kind="stable")
        begins = np.searchsorted(nodes[order], np.arange(len(self) + 1))
        held = seen(self._documents)[order], seen(self._indices)[order]
        return LaidOut(Members(begins, *held), self.forbidden, self.judged)

    def _node(self, claim: Claim, fact: ClaimFacts) -> int:
        judged = claim.id in self._named
        key = hash(claim.id if judged else _sameness(fact))
        node = self._known.setdefault(key, self._number)
        self._number += node == self._number
        if judged:
            self.judged[claim.id] = node
            for other in self._parted[claim.id] & self.judged.keys():
                pair = sorted((node, self.judged[other]))
                self.forbidden.add((pair[0], pair[1]))
        return node


def _sameness(fact: ClaimFacts) -> object:
    """What makes claims one: the same words, times and things meant."""
    about = tuple(sorted(t.concept for t in fact.terms if t.kind == ABOUT))
    # A long sentence is itself whatever its pronouns are taken to stand for.
    short = len(fact.terms) - len(about) < _LONG
    return (fact.folded, fact.times, fact.times or fact.period, about if short else ())


_LONG = 6  # words of content


def _doubles(claims: Sequence[Claim], judged: Collection[str]) -> dict[int, int]:
    """Claims of one document cut twice from a sentence, each of the shorter with the longest.

    "Concerns about the fort" and "about the fort" are one.
    """
    found: dict[int, int] = {}
    for pair in sorted(_overlapping(claims)):
        short, long = sorted(pair, key=lambda at: (sum(map(len, claims[at].spans)), -at))
        one, other = claims[short], claims[long]
        free = one.id not in judged and other.id not in judged and one.id != other.id
        same = one.polarity == other.polarity and _is_double(one.spans, other.spans)
        if free and same:
            found.setdefault(short, long)
    for short in found:
        while found[short] in found:
            found[short] = found[found[short]]
    return found


def _overlapping(claims: Sequence[Claim]) -> Iterable[tuple[int, int]]:
    """The pairs of a document's claims that share words, the lower first."""
    stretches = [(part.start, part.end, at) for at, one in enumerate(claims) for part in one.spans]
    pairs = set()
    reaching: list[tuple[int, int, int]] = []
    for start, end, at in sorted(stretches):
        reaching = [before for before in reaching if before[1] > start]
        pairs |= {(min(at, b), max(at, b)) for _, _, b in reaching if b != at}
        reaching.append((start, end, at))
    return pairs


def _is_double(short: Spans, long: Spans) -> bool:
    """Whether the shorter lies in the longer and is most of it."""
    ours = {at for part in short for at in range(part.start, part.end)}
    theirs = {at for part in long for at in range(part.start, part.end)}
    shared = len(ours & theirs)
    return shared >= 0.9 * len(ours) and shared >= 0.75 * len(theirs)


def _overlaps(claims: Sequence[Claim], nodes: Sequence[int]) -> set[tuple[int, int]]:
    """Two assertions cut from one sentence, whose words overlap, share a subject and are two."""
    found = set()
    for one, other in _overlapping(claims):
        low, high = sorted((nodes[one], nodes[other]))
        # A person may have judged a double: then it stands by itself, and may be joined.
        double = _is_double(claims[one].spans, claims[other].spans)
        if low != high and not double and not _is_double(claims[other].spans, claims[one].spans):
            found.add((low, high))
    return found
