"""Propositions: what several claims say alike, with retellings that differ and denials among it.

Claims with the same words are one from the start. The others are compared where they share
something rare, and grouped by average linkage: a claim joins a group only where it is like the
group as a whole, so that a chain of weak likenesses makes no heap.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from hearsay.origins.alike.features import ABOUT
from hearsay.origins.alike.grouping import groups_of
from hearsay.origins.alike.likeness import pair_head
from hearsay.origins.alike.nodes import ClaimPairs, Nodes
from hearsay.origins.alike.pairs import Pairs
from hearsay.origins.citing.resolving import Sources
from hearsay.vocabulary.readings import Claim
from hearsay.vocabulary.traces import Account


@dataclass(frozen=True, slots=True)
class Proposition:
    """What several claims say alike; those who deny it are among them."""

    id: str
    """Made from its claims: the same claims give the same id."""
    gist: str
    """The words of the claim that says it most fully."""
    claims: tuple[Claim, ...]
    """In the order of the documents given, and as they stand there."""
    doubles: tuple[Claim, ...] = ()
    """Claims cut once more from the sentence of one of these; they count with it."""


def propositions_of(
    accounts: Sequence[Account],
    *,
    joined: ClaimPairs = frozenset(),
    parted: ClaimPairs = frozenset(),
    least: int = 2,
    sources: Sources | None = None,
) -> tuple[Proposition, ...]:
    """The propositions of at least `least` claims, in the order of their first claims.

    `joined` and `parted` are a person's judgements; where they contradict each other, what was
    parted stays apart. The order of the documents makes no difference to what is grouped. With
    `sources`, claims that have one source need less likeness to come together.
    """
    nodes = Nodes.of(accounts, pair_head().common, joined=joined, parted=parted)
    claims, facts = nodes.claims, nodes.facts
    pairs = Pairs.of(nodes, accounts, sources)
    grouped = _joined(_grouped(pairs, nodes), nodes, joined)
    place = {
        claim.id: (rank, at)
        for rank, account in enumerate(accounts)
        for at, claim in enumerate(account.claims)
    }
    double_of: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for short, long in nodes.doubles:
        double_of[long.capture, long.id].append(short)
    fullness = pairs.table.totals[:, ABOUT]
    found = []
    for group in grouped:
        members = [claims[at] for node in group for at in nodes.members[node]]
        if len(members) >= least:
            best = max(
                group, key=lambda n: (not facts[nodes.members[n][0]].denied, fullness[n], -n)
            )
            gist = " ".join(claims[nodes.members[best][0]].words.split())
            members.sort(key=lambda claim: place[claim.id])
            again = tuple(one for claim in members for one in double_of[claim.capture, claim.id])
            found.append(Proposition(_id((*members, *again)), gist, tuple(members), again))
    return tuple(sorted(found, key=lambda one: place[one.claims[0].id]))


def _id(claims: Iterable[Claim]) -> str:
    return sha256("\n".join(sorted(claim.id for claim in claims)).encode()).hexdigest()[:16]


_EDGE = 0.5
"""Below this probability two claims are no neighbours."""


def _grouped(pairs: Pairs, nodes: Nodes) -> list[list[int]]:
    """The nodes in groups of those that assert the same."""
    left, right = pairs.left, pairs.right
    chances = pairs.judged()
    near = chances >= _EDGE
    edges = (left[near], right[near], chances[near])
    return groups_of(len(nodes.members), edges, pairs.chances, nodes.forbidden)


def _joined(
    groups: list[list[int]],
    nodes: Nodes,
    joined: ClaimPairs,
) -> list[list[int]]:
    """The groups with those brought together that a person joined."""
    if not joined:
        return groups
    node_of: Mapping[str, int] = {
        nodes.claims[at].id: node for node, members in enumerate(nodes.members) for at in members
    }
    group_of = {node: at for at, group in enumerate(groups) for node in group}
    for one, other in sorted(tuple(sorted(pair)) for pair in joined):
        if one not in node_of or other not in node_of:
            continue
        kept, lost = sorted((group_of[node_of[one]], group_of[node_of[other]]))
        clash = any(
            (min(a, b), max(a, b)) in nodes.forbidden for a in groups[kept] for b in groups[lost]
        )
        if kept != lost and not clash:
            groups[kept] += groups[lost]
            for node in groups[lost]:
                group_of[node] = kept
            groups[lost] = []
    return [sorted(group) for group in groups if group]
