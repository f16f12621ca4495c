"""Propositions: what several claims say alike, with retellings that differ and denials among it.

Claims with the same words are one from the start. The others are compared where they share
something rare, and grouped by average linkage: a claim joins a group only where it is like the
group as a whole, so that a chain of weak likenesses makes no heap.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

import numpy as np

from hearsay.origins.alike import PairHead, pair_head
from hearsay.origins.candidates import candidates
from hearsay.origins.comparing import Real, Table, Whole, compare, table_of
from hearsay.origins.features import ABOUT, ClaimFacts, facts_of
from hearsay.origins.grouping import Edges, groups_of
from hearsay.origins.resolving import Sources
from hearsay.origins.retelling_one import FromOne, raised
from hearsay.vocabulary.readings import Claim
from hearsay.vocabulary.spans import Spans
from hearsay.vocabulary.traces import Account

ClaimPairs = Collection[tuple[str, str]]
"""Pairs of claim ids."""


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
    head = pair_head()
    ranked = sorted(range(len(accounts)), key=lambda at: accounts[at].id)
    read = [claim for at in ranked for claim in accounts[at].claims]
    judged = {claim for pair in (*joined, *parted) for claim in pair}
    doubles = _doubles(read, judged)
    kept = [at for at in range(len(read)) if at not in doubles]
    every = [fact for at in ranked for fact in facts_of(accounts[at], head.common)]
    claims, facts = [read[at] for at in kept], [every[at] for at in kept]
    nodes = _collapsed(claims, facts, judged)
    table = table_of([facts[members[0]] for members in nodes], head.common, head.sentences)
    forbidden = _forbidden(nodes, claims, parted)
    grouped = _grouped(table, head, forbidden, FromOne.of(nodes, claims, sources))
    grouped = _joined(grouped, nodes, claims, joined, forbidden)
    place = {
        claim.id: (rank, at)
        for rank, account in enumerate(accounts)
        for at, claim in enumerate(account.claims)
    }
    double_of: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for short, long in sorted(doubles.items()):
        double_of[read[long].capture, read[long].id].append(read[short])
    fullness = table.totals[:, ABOUT]
    found = []
    for group in grouped:
        members = [claims[at] for node in group for at in nodes[node]]
        if len(members) >= least:
            best = max(group, key=lambda n: (not facts[nodes[n][0]].denied, fullness[n], -n))
            gist = " ".join(claims[nodes[best][0]].words.split())
            members.sort(key=lambda claim: place[claim.id])
            again = tuple(one for claim in members for one in double_of[claim.capture, claim.id])
            found.append(Proposition(_id((*members, *again)), gist, tuple(members), again))
    return tuple(sorted(found, key=lambda one: place[one.claims[0].id]))


def _id(claims: Iterable[Claim]) -> str:
    return sha256("\n".join(sorted(claim.id for claim in claims)).encode()).hexdigest()[:16]


_EDGE = 0.45
"""Below this probability two claims are no neighbours."""

_SUBSTANCE = 12.0
"""Weight of content (a word that one sentence in a thousand has weighs 7) below which a claim
says too little to be recognised: "it was a mistake" is said of many things."""


def _collapsed(
    claims: Sequence[Claim], facts: Sequence[ClaimFacts], judged: Collection[str]
) -> list[list[int]]:
    """Claims of the same words, times and things meant; those that a person judged stand alone."""
    nodes: dict[object, list[int]] = {}
    for at, (claim, fact) in enumerate(zip(claims, facts, strict=True)):
        about = tuple(sorted(t.concept for t in fact.terms if t.kind == ABOUT))
        # A long sentence is itself whatever its pronouns are taken to stand for.
        short = len(fact.terms) - len(about) < _LONG
        key: object = (fact.folded, fact.times, fact.times or fact.period, about if short else ())
        nodes.setdefault(claim.id if claim.id in judged else key, []).append(at)
    return list(nodes.values())


_LONG = 6  # words of content


def _doubles(claims: Sequence[Claim], judged: Collection[str]) -> dict[int, int]:
    """Claims cut twice from one sentence ("concerns about the fort", "about the fort").

    Each of the shorter leads to the longest. Where two outlets printed the same bytes, claims of
    different documents have one id: they are told apart by where they stand.
    """
    found: dict[int, int] = {}
    for overlapping in _overlapping(claims):
        for pair in overlapping:
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


def _overlapping(claims: Sequence[Claim]) -> Iterable[set[tuple[int, int]]]:
    """For each document, the pairs of claims that share words."""
    by_document: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for at, claim in enumerate(claims):
        by_document[claim.capture] += [(part.start, part.end, at) for part in claim.spans]
    for stretches in by_document.values():
        pairs = set()
        reaching: list[tuple[int, int, int]] = []
        for start, end, at in sorted(stretches):
            reaching = [before for before in reaching if before[1] > start]
            pairs |= {(min(at, b), max(at, b)) for _, _, b in reaching if b != at}
            reaching.append((start, end, at))
        yield pairs


def _is_double(short: Spans, long: Spans) -> bool:
    """Whether the shorter lies in the longer and is most of it."""
    ours = {at for part in short for at in range(part.start, part.end)}
    theirs = {at for part in long for at in range(part.start, part.end)}
    shared = len(ours & theirs)
    return shared >= 0.9 * len(ours) and shared >= 0.75 * len(theirs)


def _forbidden(
    nodes: Sequence[Sequence[int]], claims: Sequence[Claim], parted: ClaimPairs
) -> set[tuple[int, int]]:
    """Pairs of nodes that may not come together, the lower first: what a person parted.

    So are two assertions cut from one sentence, whose words overlap: they share a subject.
    """
    node_of = {claims[at].id: node for node, members in enumerate(nodes) for at in members}
    found = {
        (min(pair), max(pair))
        for one, other in parted
        if one in node_of and other in node_of
        for pair in [(node_of[one], node_of[other])]
    }
    where = {at: node for node, members in enumerate(nodes) for at in members}
    for overlapping in _overlapping(claims):
        for one, other in overlapping:
            pair = (min(where[one], where[other]), max(where[one], where[other]))
            # A person may have judged a double: then it stands by itself, and may be joined.
            double = _is_double(claims[one].spans, claims[other].spans)
            double = double or _is_double(claims[other].spans, claims[one].spans)
            if pair[0] != pair[1] and not double:
                found.add(pair)
    return found


def _grouped(
    table: Table, head: PairHead, forbidden: Collection[tuple[int, int]], from_one: FromOne
) -> list[list[int]]:
    """The nodes in groups of those that assert the same."""
    full = table.totals[:, ABOUT] >= _SUBSTANCE
    barred = np.array([a * len(table) + b for a, b in sorted(forbidden)], np.int64)
    beside = np.zeros(0, np.int64)

    def likeness(lefts: Whole, rights: Whole) -> Real:
        features = compare(table, lefts, rights)
        odds = from_one.odds(lefts, rights, features, beside)
        return raised(head.probabilities(features), odds)

    def edges(left: Whole, right: Whole) -> Edges:
        said = full[left] & full[right] & ~np.isin(left * len(table) + right, barred)
        left, right = left[said], right[said]
        chances = likeness(left, right)
        near = chances >= _EDGE
        return left[near], right[near], chances[near]

    found = edges(*candidates(table))
    met = zip(found[0].tolist(), found[1].tolist(), strict=True)
    beside = np.array([a * len(table) + b for a, b in sorted(from_one.beside(met))], np.int64)
    more = edges(beside // len(table), beside % len(table))
    together = tuple(np.concatenate(columns) for columns in zip(found, more, strict=True))
    _, first = np.unique(together[0] * len(table) + together[1], return_index=True)
    left, right, chances = (column[first] for column in together)
    return groups_of(len(table), (left, right, chances), likeness, forbidden)


def _joined(
    groups: list[list[int]],
    nodes: Sequence[Sequence[int]],
    claims: Sequence[Claim],
    joined: ClaimPairs,
    forbidden: Collection[tuple[int, int]],
) -> list[list[int]]:
    """The groups with those brought together that a person joined."""
    if not joined:
        return groups
    node_of: Mapping[str, int] = {
        claims[at].id: node for node, members in enumerate(nodes) for at in members
    }
    group_of = {node: at for at, group in enumerate(groups) for node in group}
    for one, other in sorted(tuple(sorted(pair)) for pair in joined):
        if one not in node_of or other not in node_of:
            continue
        kept, lost = sorted((group_of[node_of[one]], group_of[node_of[other]]))
        clash = any((min(a, b), max(a, b)) in forbidden for a in groups[kept] for b in groups[lost])
        if kept != lost and not clash:
            groups[kept] += groups[lost]
            for node in groups[lost]:
                group_of[node] = kept
            groups[lost] = []
    return [sorted(group) for group in groups if group]
