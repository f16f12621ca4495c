"""The promise to keep what people decide: rows with who, when and why, undone by further rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from hearsay.ledger.judgements import (
    Aliasing,
    ConflictRuling,
    ConflictVerdict,
    Identity,
    IdentityVerdict,
    Judgement,
    LinkVerdict,
    NamedAt,
    NamesOfOne,
    OwnedOutlet,
    Ownership,
    Pairing,
    PairingVerdict,
    Ruling,
)


class Judging(Protocol):
    """What people decide of a case, kept append-only, carried over to newer readings.

    Every list gives all rows that were kept, oldest first, the undone ones marked as such; what
    counts of them is said by `hearsay.ledger.settling`. One on redacted words is gone with them.
    """

    def judge(self, claim: str, *, verdict: str, by: str, recorded_at: str) -> str:
        """Keep a person's judgement on a claim, anchored to its spans; the new head."""
        ...

    def judgements(self, *, known_at: str | None = None) -> Iterator[Judgement]:
        """Of each person's judgements on the same words the newest, with the claim it now is on."""
        ...

    def pair(
        self,
        one: str,
        other: str,
        *,
        verdict: PairingVerdict,
        by: str,
        why: str,
        recorded_at: str,
    ) -> str:
        """Keep a person's judgement that two claims assert the same or do not; the new head.

        It is anchored to the words of both. Of several on the same two the newest that is not
        undone counts, whoever made it and in either order.
        """
        ...

    def pairings(self, *, known_at: str | None = None) -> Iterator[Pairing]:
        """Every decision on two claims; gone with either's words, which the other would tell."""
        ...

    def rule(
        self,
        later: str,
        earlier: str | None,
        *,
        named: str | None = None,
        verdict: LinkVerdict,
        by: str,
        why: str,
        recorded_at: str,
    ) -> str:
        """Keep a person's judgement on the link between two texts; the new head.

        Both are claims, by their ids, or documents, by an address or a SHA-256; or the earlier
        is a source by name only. Of several on the same two the newest that is not undone
        counts, in either order: `none` says that neither has it from the other.
        """
        ...

    def rulings(self, *, known_at: str | None = None) -> Iterator[Ruling]:
        """Every judgement on a link."""
        ...

    def own(self, outlets: Sequence[OwnedOutlet], *, by: str, why: str, recorded_at: str) -> str:
        """Keep whose these outlets are, each as a judgement of its own; the new head.

        Of several on one outlet the newest that is not undone counts.
        """
        ...

    def ownerships(self, *, known_at: str | None = None) -> Iterator[Ownership]:
        """Everything that people stated of whose an outlet is."""
        ...

    def identify(
        self,
        one: NamedAt,
        other: NamedAt,
        *,
        verdict: IdentityVerdict,
        by: str,
        why: str,
        recorded_at: str,
    ) -> str:
        """Keep a person's judgement on whom the words at two places mean; the new head."""
        ...

    def identities(self, *, known_at: str | None = None) -> Iterator[Identity]:
        """Every judgement on two namings."""
        ...

    def rule_on_conflict(
        self,
        kind: str,
        sides: Sequence[Sequence[str]],
        *,
        verdict: ConflictVerdict,
        side: int | None,
        by: str,
        why: str,
        recorded_at: str,
    ) -> str:
        """Keep a person's decision on things said that cannot all be so; the new head.

        `sides` are the claims of each side, by their ids; it is anchored to the words of all.
        `side` is the one that stands, from 0, where one does.
        """
        ...

    def conflict_rulings(self, *, known_at: str | None = None) -> Iterator[ConflictRuling]:
        """Every decision on things said that cannot all be so."""
        ...

    def alias(self, rows: Sequence[NamesOfOne], *, by: str, why: str, recorded_at: str) -> str:
        """Keep which names are one's, each row as a judgement of its own; the new head.

        Of several on one entity the newest that is not undone counts.
        """
        ...

    def aliasings(self, *, known_at: str | None = None) -> Iterator[Aliasing]:
        """Everything that people stated of which names are one's."""
        ...

    def undo(self, id: str, *, by: str, why: str, recorded_at: str) -> str:
        """Take back a judgement, so that all stands as if it had not been made; the new head.

        What an earlier judgement on the same said counts again. An undoing is a row itself;
        nobody undoes it, but the same can be judged again.
        """
        ...
