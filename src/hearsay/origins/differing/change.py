"""The promise that every kind of change keeps: two aligned tellings in, differences out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from hearsay.origins.differing.pairing import Pair
from hearsay.vocabulary.traces import Change


@dataclass(frozen=True, slots=True)
class Finding:
    """A change together with what it takes up, so that no other kind says it again."""

    change: Change
    before: tuple[int, ...] = ()
    """Words of the earlier telling that it speaks for."""
    after: tuple[int, ...] = ()


class Kind(Protocol):
    """Finds one kind of change; silent where it cannot tell."""

    RANK: int
    """The lower, the earlier it is asked; what it has taken up is not said again by a later one."""
    LEAST_LIKENESS: float
    """How much of the shorter telling must stand in the other before this kind is looked for."""

    def findings(self, pair: Pair) -> Iterable[Finding]:
        """The changes of this kind between the two tellings, in the order of the later one."""
        ...
