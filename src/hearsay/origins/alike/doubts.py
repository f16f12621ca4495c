"""How far it can be doubted that claims say one thing: members that perhaps do not, and others
that perhaps do.

Whether two reports tell one thing in other words, or two things in like words, a careful reader
often cannot say either. A proposition is drawn where it is likelier than not; here stands what
lies near that line on either side, so that the number of its origins can be given honestly.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from hearsay.origins.alike.grouping import Edges, Likenesses, sure_parts
from hearsay.origins.alike.nodes import ClaimPairs, LaidOut
from hearsay.vocabulary.readings import Claim

_SURELY = 0.75
"""Average likeness from which parts of a proposition surely say one thing.

In made-up chains (208 of seed 29) 83 of 100 claims that are doubted belong to their group, and 99
of 100 that are not."""
_PERHAPS = 0.4
"""Average likeness from which another group may say the same: a little less than is asked of one
group. So near, 7 of 10 groups of these chains say the same, and some 4 of 10 among Helsinki
articles, by eye."""
_ANY = 0.3
"""Some two claims of both groups have to be so alike."""
_MOST = 8
"""Of a larger group so many are compared."""


ClaimPlace = tuple[str, str]
"""The capture that a claim stands in, and its id."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Claims that were not taken to say the same as a proposition, and perhaps do."""

    claims: tuple[Claim, ...]
    probability: float


@dataclass(frozen=True, slots=True)
class Doubts:
    """What can be doubted of groups of nodes, by the number of the group."""

    doubted: frozenset[int]
    """Nodes that may say another thing than most of their group."""
    perhaps: Mapping[int, tuple[tuple[int, float], ...]]
    """For each group others that may say the same, and how likely, the likeliest first."""


def doubts_of(
    groups: Sequence[Sequence[int]],
    nodes: LaidOut,
    edges: Edges,
    likeness: Likenesses,
    *,
    joined: ClaimPairs = frozenset(),
) -> Doubts:
    """What can be doubted of these groups; `edges` are the pairs that were judged.

    What a person joined is not doubted.
    """
    telling = [sum(len(nodes.members[node]) for node in group) for group in groups]
    several = [group for group in groups if len(group) > 1]
    together = {claim for pair in joined for claim in pair}
    certain = {node for claim, node in nodes.judged.items() if claim in together}
    doubted: set[int] = set()
    for parts in sure_parts(several, likeness, nodes.forbidden, _SURELY):
        first = max(parts, key=lambda part: (sum(len(nodes.members[n]) for n in part), -min(part)))
        doubted.update(node for part in parts if part is not first for node in part)
    return Doubts(
        frozenset(doubted - certain),
        _perhaps(groups, telling, nodes, edges, likeness),
    )


def _perhaps(
    groups: Sequence[Sequence[int]],
    telling: Sequence[int],
    nodes: LaidOut,
    edges: Edges,
    likeness: Likenesses,
) -> Mapping[int, tuple[tuple[int, float], ...]]:
    """Neighbours of groups that stand in no document together with them."""
    group_of = np.zeros(len(nodes.members), np.int64)
    for number, group in enumerate(groups):
        group_of[list(group)] = number
    apart = {(group_of[a], group_of[b]) for a, b in nodes.forbidden}
    left, right = group_of[edges[0]], group_of[edges[1]]
    rows = (edges[2] >= _ANY) & (left != right)
    beside = {
        (min(a, b), max(a, b))
        for a, b in zip(left[rows].tolist(), right[rows].tolist(), strict=True)
        if max(telling[a], telling[b]) > 1
    }
    documents = {
        number: {document for node in groups[number] for document, _ in nodes.members[node]}
        for pair in beside
        for number in pair
    }
    found: dict[int, list[tuple[int, float]]] = defaultdict(list)
    near = [
        (a, b)
        for a, b in sorted(beside)
        if (a, b) not in apart and (b, a) not in apart and not documents[a] & documents[b]
    ]
    for (a, b), likely in zip(near, _averages(near, groups, likeness), strict=True):
        if likely >= _PERHAPS:
            found[a].append((b, likely))
            found[b].append((a, likely))
    return {
        number: tuple(sorted(each, key=lambda one: (-one[1], one[0])))
        for number, each in found.items()
    }


def _averages(
    near: Sequence[tuple[int, int]], groups: Sequence[Sequence[int]], likeness: Likenesses
) -> list[float]:
    """How alike the claims of two groups are on the average, for each pair of groups."""
    lefts: list[int] = []
    rights: list[int] = []
    of: list[int] = []
    for number, (a, b) in enumerate(near):
        for one in groups[a][:_MOST]:
            for other in groups[b][:_MOST]:
                lefts.append(min(one, other))
                rights.append(max(one, other))
                of.append(number)
    if not of:
        return []
    chances = likeness(np.array(lefts, np.int64), np.array(rights, np.int64))
    sums = np.bincount(of, chances, len(near))
    averages: list[float] = (sums / np.maximum(np.bincount(of, minlength=len(near)), 1)).tolist()
    return averages
