"""What people decided of single links, and of which two ends."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from hearsay.origins.language.words import fold
from hearsay.vocabulary.readings import Claim
from hearsay.vocabulary.traces import capture_of

NAMED = "named:"
"""What an end begins with that is a source known by name only."""


@dataclass(frozen=True, slots=True)
class Ruled:
    """What a person decided of the link between two texts.

    An end is a claim's id, the SHA-256 of a document's capture, or `named:` and a source's name.
    """

    later: str
    earlier: str
    holds: bool
    """Whether the later one has it from the earlier; if not, neither has it from the other."""


@dataclass(frozen=True, slots=True)
class Verdicts:
    """For the two ends of a link, the later one first, whether it holds."""

    of: Mapping[tuple[str, str], bool]

    @classmethod
    def among(cls, rulings: Sequence[Ruled]) -> Verdicts:
        """The newest on each pair of ends, newest first; `rulings` come newest last.

        What does not hold, holds neither way.
        """
        found: dict[tuple[str, str], bool] = {}
        for one in reversed(rulings):
            later, earlier = end_of(one.later), end_of(one.earlier)
            if (later, earlier) not in found:
                found[later, earlier] = one.holds
                found[earlier, later] = False
        return cls(found)

    def __bool__(self) -> bool:
        return bool(self.of)

    def on(self, later: tuple[str, str], earlier: tuple[str, str]) -> bool | None:
        """What was decided of two ends, each given by its claim and by its document."""
        found = (self.of.get(pair) for pair in zip(later, earlier, strict=True))
        return next((one for one in found if one is not None), None)

    def cut(self, later: Claim, earlier: Claim | str) -> bool:
        """Whether a claim is judged not to be had from another, or from a source of this name."""
        if not self.of:
            return False
        other = end_of(NAMED + earlier) if isinstance(earlier, str) else ""
        ends = (other, other) if isinstance(earlier, str) else ends_of(earlier)
        return self.on(ends_of(later), ends) is False

    def stated(self) -> Iterator[tuple[str, str]]:
        """The links that people stated."""
        return (pair for pair, holds in self.of.items() if holds)


def ends_of(claim: Claim) -> tuple[str, str]:
    """By what a claim is judged: itself, then its document."""
    return claim.id, capture_of(claim.capture)


def end_of(end: str) -> str:
    """An end as it is compared: names without case and marks, accounts by their capture."""
    if end.startswith(NAMED):
        return NAMED + fold(" ".join(end.removeprefix(NAMED).split()))
    return capture_of(end)
