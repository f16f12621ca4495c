"""Propositions: what several claims say alike, with retellings that differ and denials among it.

Claims with the same words are one from the start. The others are compared where they share
something rare, and grouped by average linkage: a claim joins a group only where it is like the
group as a whole, so that a chain of weak likenesses makes no heap.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice
from typing import overload

from hearsay.origins.alike.doubts import ClaimPlace, Neighbour, doubts_of
from hearsay.origins.alike.grouping import groups_of
from hearsay.origins.alike.nodes import ClaimPairs, LaidOut, Place
from hearsay.origins.alike.pairs import LEAST, Pairs
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
    doubted: frozenset[ClaimPlace] = frozenset()
    """Which of its claims may say another thing than most of them."""
    perhaps: tuple[Neighbour, ...] = ()
    """Claims of others that may say the same."""


@dataclass(frozen=True, slots=True)
class Told:
    """A proposition by the places of its claims, in the order of the documents."""

    places: tuple[Place, ...]
    gist: Place
    """The claim that says it most fully."""
    doubles: tuple[Place, ...]
    doubted: tuple[Place, ...]
    perhaps: tuple[tuple[tuple[Place, ...], float], ...]


class Propositions(Sequence[Proposition]):
    """The propositions of a case, their claims looked up when they are asked for."""

    def __init__(self, told: Sequence[Told], accounts: Mapping[str, Account]) -> None:
        self._told, self._accounts = told, accounts
        self._keys = tuple(accounts)

    def __len__(self) -> int:
        return len(self._told)

    @overload
    def __getitem__(self, at: int) -> Proposition: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Proposition, ...]: ...
    def __getitem__(self, at: int | slice) -> Proposition | tuple[Proposition, ...]:
        if isinstance(at, slice):
            return tuple(map(self._looked_up, self._told[at]))
        return self._looked_up(self._told[at])

    def _looked_up(self, told: Told) -> Proposition:
        claims, doubles = self._claims(told.places), self._claims(told.doubles)
        (fullest,) = self._claims((told.gist,))
        return Proposition(
            _id((*claims, *doubles)),
            " ".join(fullest.words.split()),
            claims,
            doubles,
            frozenset((claim.capture, claim.id) for claim in self._claims(told.doubted)),
            tuple(Neighbour(self._claims(places), likely) for places, likely in told.perhaps),
        )

    def _claims(self, places: Iterable[Place]) -> tuple[Claim, ...]:
        return tuple(self._accounts[self._keys[document]].claims[at] for document, at in places)


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
    parted stays apart. With `sources`, claims that have one source need less likeness to come
    together.
    """
    held = {one.id: one for one in accounts}
    return tuple(propositions_in(held, joined=joined, parted=parted, least=least, sources=sources))


def propositions_in(
    accounts: Mapping[str, Account],
    *,
    joined: ClaimPairs = frozenset(),
    parted: ClaimPairs = frozenset(),
    least: int = 2,
    sources: Sources | None = None,
) -> Propositions:
    """The same of accounts that are looked up: each is asked for once."""
    sample = list(islice(accounts.values(), sample_of(len(accounts))))
    pairs = Pairs(sources, joined=joined, parted=parted, sample=sample)
    every = iter(accounts.values())
    while few := list(islice(every, _TOGETHER)):
        pairs.add(few)
    return Propositions(told_in(pairs, joined=joined, least=least), accounts)


_TOGETHER = 256
"""Documents that are taken in at once: it makes no difference to what is found."""


def sample_of(number: int) -> int:
    """In how many of so many documents, the first ones, it is looked what a case speaks of.

    It doubles: nothing changes when documents are added until there are twice as many, and in a
    large case nothing at all.
    """
    return min(_SAMPLE, 1 << number.bit_length() - 1) if number else 0


_SAMPLE = 256
"""Documents: on Helsinki articles these group as well as all of them."""


def told_in(pairs: Pairs, *, joined: ClaimPairs = frozenset(), least: int = 2) -> tuple[Told, ...]:
    """The propositions of at least `least` claims among all that were taken in."""
    nodes = pairs.nodes.laid_out()
    groups = _joined(_grouped(pairs, nodes), nodes, joined)
    doubts = doubts_of(groups, nodes, pairs.edges(LEAST), pairs.chances, joined=joined)
    found = []
    for number, group in enumerate(groups):
        places = _places(group, nodes)
        if len(places) < least:
            continue
        fullest = max(group, key=lambda node: (*pairs.fullness(node), -node))
        others = doubts.perhaps.get(number, ())
        found.append(
            Told(
                places,
                nodes.members[fullest][0],
                tuple(double for place in places for double in pairs.nodes.doubles_of(place)),
                _places([node for node in group if node in doubts.doubted], nodes),
                tuple((_places(groups[other], nodes), likely) for other, likely in others),
            )
        )
    return tuple(sorted(found, key=lambda one: one.places[0]))


def _places(group: Sequence[int], nodes: LaidOut) -> tuple[Place, ...]:
    return tuple(sorted(place for node in group for place in nodes.members[node]))


def _id(claims: Iterable[Claim]) -> str:
    return sha256("\n".join(sorted(claim.id for claim in claims)).encode()).hexdigest()[:16]


_EDGE = 0.5
"""Below this probability two claims are no neighbours."""


def _grouped(pairs: Pairs, nodes: LaidOut) -> list[list[int]]:
    """The nodes in groups of those that assert the same."""
    return groups_of(len(nodes.members), pairs.edges(_EDGE), pairs.chances, nodes.forbidden)


def _joined(
    groups: list[list[int]],
    nodes: LaidOut,
    joined: ClaimPairs,
) -> list[list[int]]:
    """The groups with those brought together that a person joined."""
    if not joined:
        return groups
    group_of = {node: at for at, group in enumerate(groups) for node in group}
    for one, other in sorted(tuple(sorted(pair)) for pair in joined):
        if one not in nodes.judged or other not in nodes.judged:
            continue
        kept, lost = sorted((group_of[nodes.judged[one]], group_of[nodes.judged[other]]))
        clash = any(
            (min(a, b), max(a, b)) in nodes.forbidden for a in groups[kept] for b in groups[lost]
        )
        if kept != lost and not clash:
            groups[kept] += groups[lost]
            for node in groups[lost]:
                group_of[node] = kept
            groups[lost] = []
    return [sorted(group) for group in groups if group]
