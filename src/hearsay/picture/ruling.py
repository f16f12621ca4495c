"""Sets what people decided of conflicts beside them, also where claims have come or gone since."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from hearsay.picture.conflict import Conflict, Decided, RulingVerdict


@dataclass(frozen=True, slots=True)
class Ruled:
    """A person's decision on a conflict, with the claims that stood on each side of it."""

    id: str
    kind: str
    verdict: RulingVerdict
    side: int | None
    by: str
    why: str
    day: str
    sides: tuple[frozenset[str], ...]
    """The claims of each side as they stand now."""


def with_rulings(conflicts: Iterable[Conflict], rulings: Sequence[Ruled]) -> tuple[Conflict, ...]:
    """The conflicts, each with the newest decision on it; those decided last.

    `rulings` come oldest first. One is on a conflict of its kind that has claims of two of its
    sides on two sides, and of the one that stands, if one does.
    """
    found = [replace(one, decided=_decided(one, rulings)) for one in conflicts]
    return tuple(sorted(found, key=lambda one: one.decided is not None))


def _decided(conflict: Conflict, rulings: Sequence[Ruled]) -> Decided | None:
    sides = [frozenset(one.claim for one in side.said) for side in conflict.sides]
    for one in reversed(rulings):
        if one.kind != conflict.kind:
            continue
        at = _places(one.sides, sides)
        if len(at) < 2 or (one.side is not None and one.side not in at):
            continue
        side = None if one.side is None else at[one.side]
        new = frozenset().union(*sides) - frozenset().union(*one.sides)
        return Decided(one.id, one.verdict, side, one.by, one.why, one.day, len(new))
    return None


def _places(ruled: Sequence[frozenset[str]], sides: Sequence[frozenset[str]]) -> dict[int, int]:
    """Which side of a conflict each ruled one is: those that have most claims in common first, as
    one claim may stand on two sides."""
    pairs = sorted(
        (-len(mine & theirs) / len(mine | theirs), at, to)
        for at, mine in enumerate(ruled)
        for to, theirs in enumerate(sides)
        if mine & theirs
    )
    found: dict[int, int] = {}
    for _, at, to in pairs:
        if at not in found and to not in found.values():
            found[at] = to
    return found
