"""Says which of people's judgements count, where they were made, undone and made again."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import Protocol, TypeVar

from hearsay.ledger.folding import fold
from hearsay.ledger.judgements import (
    Aliasing,
    ConflictRuling,
    Identity,
    Ownership,
    Pairing,
    RuledSide,
    Ruling,
)


class _Judged(Protocol):
    """What every judgement has that counting needs."""

    @property
    def id(self) -> str: ...
    @property
    def undone(self) -> bool: ...


T = TypeVar("T", bound=_Judged)


def settled(pairings: Iterable[Pairing]) -> tuple[Pairing, ...]:
    """The pairings that count, oldest first: of those on the same two claims the newest.

    `pairings` come oldest first, as a store gives them. One counts that is not undone and whose
    words stand in two claims now; whoever made it, and in whichever order the two were named.
    """
    return tuple(_newest(pairings, _two_claims).values())


def settled_rulings(rulings: Iterable[Ruling]) -> tuple[Ruling, ...]:
    """The rulings on links that count, oldest first: of those on the same two ends the newest."""
    return tuple(_newest(rulings, _two_ends).values())


def settled_owners(ownerships: Iterable[Ownership]) -> tuple[Ownership, ...]:
    """The statements of whose an outlet is that count, oldest first: of each outlet the newest."""
    return tuple(_newest(ownerships, _outlet).values())


def settled_identities(identities: Iterable[Identity]) -> tuple[Identity, ...]:
    """The decisions on two namings that count, oldest first: of each two the newest."""
    return tuple(_newest(identities, _two_namings).values())


def settled_aliases(aliasings: Iterable[Aliasing]) -> tuple[Aliasing, ...]:
    """The statements of which names are one's that count, oldest first: of each the newest."""
    return tuple(_newest(aliasings, _entity).values())


def settled_conflicts(rulings: Iterable[ConflictRuling]) -> tuple[ConflictRuling, ...]:
    """The rulings on conflicts that count, oldest first: of those on the same the newest."""
    counts: list[ConflictRuling] = []
    for one in reversed(list(rulings)):
        if not one.undone and not any(_on_the_same(one, newer) for newer in counts):
            counts.append(one)
    return tuple(reversed(counts))


def outlet_key(name: str) -> str:
    """What all spellings of an outlet's name have in common: without article, blanks and signs."""
    plain = fold(name).removeprefix("the ")
    return "".join(c for c in plain if c.isalnum()) or plain


def overriding(
    pairings: Iterable[Pairing],
    rulings: Iterable[Ruling],
    ownerships: Iterable[Ownership],
    identities: Iterable[Identity] = (),
    aliasings: Iterable[Aliasing] = (),
    conflicts: Iterable[ConflictRuling] = (),
) -> dict[str, str]:
    """For each judgement that a newer one on the same stands above: the id of that one."""
    return {
        **_above(pairings, _two_claims),
        **_above(rulings, _two_ends),
        **_above(ownerships, _outlet),
        **_above(identities, _two_namings),
        **_above(aliasings, _entity),
        **_above_in_conflict(conflicts),
    }


def _two_claims(pairing: Pairing) -> Hashable:
    two = frozenset(pairing.claims)
    return two if None not in two and len(two) == 2 else None


def _two_ends(ruling: Ruling) -> Hashable:
    two = frozenset((ruling.later.key, ruling.earlier.key))
    return two if None not in two and len(two) == 2 else None


def _two_namings(identity: Identity) -> Hashable:
    two = frozenset((identity.one, identity.other))
    return two if None not in two and len(two) == 2 else None


def _outlet(ownership: Ownership) -> Hashable:
    return outlet_key(ownership.outlet.name)


def _entity(aliasing: Aliasing) -> Hashable:
    named = aliasing.named
    return outlet_key(named.entity), named.kind, named.country.casefold()


def _on_the_same(one: ConflictRuling, other: ConflictRuling) -> bool:
    """Whether two rule on the same: of one kind, and two sides of each have claims in common."""
    if one.kind != other.kind:
        return False
    met = [
        {at for at, theirs in enumerate(other.sides) if _standing(mine) & _standing(theirs)}
        for mine in one.sides
    ]
    return sum(map(bool, met)) > 1 and len(set().union(*met)) > 1


def _standing(side: RuledSide) -> frozenset[str]:
    return frozenset(claim for claim in side.claims if claim is not None)


def _above_in_conflict(rulings: Iterable[ConflictRuling]) -> dict[str, str]:
    held = [one for one in rulings if not one.undone]
    counts = settled_conflicts(held)
    counted = {one.id for one in counts}
    return {
        one.id: newer.id
        for one in held
        if one.id not in counted
        for newer in counts
        if _on_the_same(one, newer)
    }


def _newest(judged: Iterable[T], about: Callable[[T], Hashable]) -> Mapping[Hashable, T]:
    """The newest on each thing that judgements are about, oldest first."""
    counts: dict[Hashable, T] = {}
    for one in judged:
        key = about(one)
        if not one.undone and key is not None:
            counts.pop(key, None)
            counts[key] = one
    return counts


def _above(judged: Iterable[T], about: Callable[[T], Hashable]) -> dict[str, str]:
    every = list(judged)
    counts = _newest(every, about)
    keyed = ((one, about(one)) for one in every if not one.undone)
    return {
        one.id: counts[key].id for one, key in keyed if key in counts and counts[key].id != one.id
    }
