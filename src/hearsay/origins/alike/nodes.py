"""The claims of a case laid out for comparison: the same words once, what is cut twice left out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from hearsay.origins.alike.features import ABOUT, ClaimFacts, Commonness, facts_of
from hearsay.vocabulary.readings import Claim
from hearsay.vocabulary.spans import Spans
from hearsay.vocabulary.traces import Account

ClaimPairs = Collection[tuple[str, str]]
"""Pairs of claim ids."""


@dataclass(frozen=True, slots=True)
class Nodes:
    """Claims in the order of their documents' ids, and which of them are one from the start."""

    claims: tuple[Claim, ...]
    facts: tuple[ClaimFacts, ...]
    members: tuple[tuple[int, ...], ...]
    """For each node its claims, by their number."""
    forbidden: frozenset[tuple[int, int]]
    """Nodes that may not come together, the lower first."""
    doubles: tuple[tuple[Claim, Claim], ...]
    """Claims that were cut twice, the shorter first, which is not among the claims."""

    @classmethod
    def of(
        cls,
        accounts: Sequence[Account],
        common: Commonness,
        *,
        joined: ClaimPairs = frozenset(),
        parted: ClaimPairs = frozenset(),
    ) -> Nodes:
        """In whatever order the accounts come; claims that a person judged stand alone."""
        ranked = sorted(accounts, key=lambda one: one.id)
        read = [claim for account in ranked for claim in account.claims]
        judged = {claim for pair in (*joined, *parted) for claim in pair}
        doubles = _doubles(read, judged)
        kept = [at for at in range(len(read)) if at not in doubles]
        every = [fact for account in ranked for fact in facts_of(account, common)]
        claims, facts = tuple(read[at] for at in kept), tuple(every[at] for at in kept)
        members = _collapsed(claims, facts, judged)
        return cls(
            claims,
            facts,
            tuple(map(tuple, members)),
            frozenset(_forbidden(members, claims, parted)),
            tuple((read[short], read[long]) for short, long in sorted(doubles.items())),
        )


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
