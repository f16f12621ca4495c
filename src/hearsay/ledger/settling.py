"""Says which of people's pairings count, where they were made, undone and made again."""

from __future__ import annotations

from collections.abc import Iterable

from hearsay.ledger.store import Pairing


def settled(pairings: Iterable[Pairing]) -> tuple[Pairing, ...]:
    """The pairings that count, oldest first: of those on the same two claims the newest.

    `pairings` come oldest first, as a store gives them. One counts that is not undone and whose
    words stand in two claims now; whoever made it, and in whichever order the two were named.
    """
    counts: dict[frozenset[str | None], Pairing] = {}
    for pairing in pairings:
        two = frozenset(pairing.claims)
        if not pairing.undone and None not in two and len(two) == 2:
            counts.pop(two, None)
            counts[two] = pairing
    return tuple(counts.values())
