"""What people decide of a case, kept in its SQLite file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

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
from hearsay.ledger.stores.sqlite import conflicting, deciding, identifying, judging, pairing
from hearsay.ledger.stores.sqlite.session import Session


class SqliteJudging:
    """Keeps every promise of `hearsay.ledger.judging.Judging`."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._connection = session.connection

    def judge(self, claim: str, *, verdict: str, by: str, recorded_at: str) -> str:
        """Keep a person's judgement on a claim, anchored to its spans; the new head."""
        with self._session.batch(recorded_at) as batch:
            judging.keep_judgement(self._connection, batch, claim, verdict=verdict, by=by)
            return batch.seal()

    def judgements(self, *, known_at: str | None = None) -> Iterator[Judgement]:
        """Of each person's judgements on the same words the newest, with the claim it now is on."""
        with self._session.errors():
            yield from judging.judgements(self._connection, self._session.bound(known_at))

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
        """Keep a person's judgement that two claims assert the same or do not; the new head."""
        with self._session.batch(recorded_at) as batch:
            pairing.keep_pairing(
                self._connection, batch, one, other, verdict=verdict, by=by, why=why
            )
            return batch.seal()

    def pairings(self, *, known_at: str | None = None) -> Iterator[Pairing]:
        """Every decision on two claims, oldest first, the undone ones marked as such."""
        with self._session.errors():
            yield from pairing.pairings(self._connection, self._session.bound(known_at))

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
        """Keep a person's judgement on the link between two texts; the new head."""
        with self._session.batch(recorded_at) as batch:
            deciding.keep_ruling(
                self._connection, batch, later, earlier, named, verdict=verdict, by=by, why=why
            )
            return batch.seal()

    def rulings(self, *, known_at: str | None = None) -> Iterator[Ruling]:
        """Every judgement on a link, oldest first, the undone ones marked as such."""
        with self._session.errors():
            yield from deciding.rulings(self._connection, self._session.bound(known_at))

    def own(self, outlets: Sequence[OwnedOutlet], *, by: str, why: str, recorded_at: str) -> str:
        """Keep whose these outlets are, each as a judgement of its own; the new head."""
        with self._session.batch(recorded_at) as batch:
            deciding.keep_owners(batch, outlets, by=by, why=why)
            return batch.seal()

    def ownerships(self, *, known_at: str | None = None) -> Iterator[Ownership]:
        """Everything that people stated of whose an outlet is, oldest first, undone ones marked."""
        with self._session.errors():
            yield from deciding.ownerships(self._connection, self._session.bound(known_at))

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
        with self._session.batch(recorded_at) as batch:
            now = self._session.bound(None)
            identifying.keep_identity(
                self._connection, batch, one, other, now, verdict=verdict, by=by, why=why
            )
            return batch.seal()

    def identities(self, *, known_at: str | None = None) -> Iterator[Identity]:
        """Every judgement on two namings, oldest first, the undone ones marked as such."""
        with self._session.errors():
            yield from identifying.identities(self._connection, self._session.bound(known_at))

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
        """Keep a person's decision on things said that cannot all be so; the new head."""
        with self._session.batch(recorded_at) as batch:
            conflicting.keep_conflict_ruling(
                self._connection, batch, kind, sides, verdict=verdict, side=side, by=by, why=why
            )
            return batch.seal()

    def conflict_rulings(self, *, known_at: str | None = None) -> Iterator[ConflictRuling]:
        """Every decision on things said that cannot all be so, oldest first, undone ones marked."""
        with self._session.errors():
            bound = self._session.bound(known_at)
            yield from conflicting.conflict_rulings(self._connection, bound)

    def alias(self, rows: Sequence[NamesOfOne], *, by: str, why: str, recorded_at: str) -> str:
        """Keep which names are one's, each row as a judgement of its own; the new head."""
        with self._session.batch(recorded_at) as batch:
            deciding.keep_aliases(batch, rows, by=by, why=why)
            return batch.seal()

    def aliasings(self, *, known_at: str | None = None) -> Iterator[Aliasing]:
        """Everything that people stated of which names are one's, oldest first."""
        with self._session.errors():
            yield from deciding.aliasings(self._connection, self._session.bound(known_at))

    def undo(self, id: str, *, by: str, why: str, recorded_at: str) -> str:
        """Take back a judgement, so that all stands as if it had not been made; the new head."""
        keep = pairing.keep_unpairing if id.startswith("p") else deciding.keep_undoing
        with self._session.batch(recorded_at) as batch:
            keep(self._connection, batch, id, by=by, why=why)
            return batch.seal()
