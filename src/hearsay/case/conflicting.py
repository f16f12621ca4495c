"""What is said in a case that cannot all be so, and what people decided of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import apsw

from hearsay.case.fingerprints import fingerprint
from hearsay.case.kept_conflicts import conflicts_of, every_conflict, written
from hearsay.case.picturing import CasePicture
from hearsay.case.tracing import CaseTracing
from hearsay.ledger.judgements import ConflictRuling, ConflictVerdict
from hearsay.ledger.settling import settled_conflicts
from hearsay.ledger.store import Store
from hearsay.origins.tracing import each_telling
from hearsay.picture.conflict import Conflict, published_by
from hearsay.picture.conflicts import conflicts_in
from hearsay.picture.incidents import HARM, incidents_in
from hearsay.picture.index import opened, pieces_of
from hearsay.picture.index.asking import StatementFilter
from hearsay.picture.listening import heard_of
from hearsay.picture.ruling import Ruled, with_rulings
from hearsay.picture.tallies import counts_in
from hearsay.sources.fetcher import Clock, utc_now
from hearsay.vocabulary.documents import places
from hearsay.vocabulary.errors import NothingByThatName
from hearsay.vocabulary.traces import Account

_WORKED_OUT_BY = ("hearsay.picture", "hearsay.resolution", "hearsay.origins", "hearsay.case")


class CaseConflicts:
    """The conflicts of a case, worked out once for each state of it."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def found(
        self,
        *,
        as_of: str | None = None,
        known_at: str | None = None,
        labels: frozenset[str] = frozenset(),
    ) -> tuple[Conflict, ...]:
        """All conflicts, that on which most hangs first; those that a person decided last.

        With `as_of`, as far as both sides were published by that day; what a person decided of
        it since is shown all the same.
        """
        every = every_conflict(self._held(known_at, labels))
        return self._ruled(every, as_of, known_at)

    def touching(
        self,
        claims: Iterable[str],
        *,
        as_of: str | None = None,
        known_at: str | None = None,
        labels: frozenset[str] = frozenset(),
    ) -> tuple[Conflict, ...]:
        """Those that have any of these claims on a side, as `found` gives them."""
        some = conflicts_of(self._held(known_at, labels), claims)
        return self._ruled(some, as_of, known_at)

    def decided(
        self,
        *,
        as_of: str | None = None,
        known_at: str | None = None,
        labels: frozenset[str] = frozenset(),
    ) -> tuple[Conflict, ...]:
        """Those on which a person has ruled; nothing is worked out where nobody has on any."""
        rulings = settled_conflicts(self._store.judging.conflict_rulings(known_at=known_at))
        claims = {c for one in rulings for side in one.sides for c in side.claims if c is not None}
        if not claims:
            return ()
        some = self.touching(claims, as_of=as_of, known_at=known_at, labels=labels)
        return tuple(one for one in some if one.decided is not None)

    def one(self, id: str, *, labels: frozenset[str] = frozenset()) -> Conflict:
        """The conflict of this id, or of which this is the beginning of the id."""
        found = [one for one in self.found(labels=labels) if one.id.startswith(id)] if id else []
        if len(found) == 1:
            return found[0]
        if found:
            raise NothingByThatName("conflict", id, tuple(one.id for one in found[:_LISTED]))
        raise NothingByThatName("conflict", id)

    def rule(
        self,
        conflict: Conflict,
        verdict: ConflictVerdict,
        *,
        side: int | None = None,
        by: str,
        why: str,
        clock: Clock = utc_now,
    ) -> ConflictRuling:
        """Keep a person's decision on a conflict: which side stands, from 0, or what else."""
        now = clock()
        sides = [[one.claim for one in side.said] for side in conflict.sides]
        self._store.judging.rule_on_conflict(
            conflict.kind, sides, verdict=verdict, side=side, by=by, why=why, recorded_at=now
        )
        kept = self._store.judging.conflict_rulings()
        # By its time, and not merely the last: another process may have written since.
        *_, made = (one for one in kept if (one.recorded_at, one.by) == (now, by))
        return made

    def _ruled(
        self, conflicts: tuple[Conflict, ...], as_of: str | None, known_at: str | None
    ) -> tuple[Conflict, ...]:
        if as_of is not None:
            conflicts = published_by(conflicts, as_of)
        rulings = settled_conflicts(self._store.judging.conflict_rulings(known_at=known_at))
        return with_rulings(conflicts, tuple(_as_ruled(rulings)))

    def _held(self, known_at: str | None, labels: frozenset[str]) -> apsw.Connection:
        """All conflicts as they are kept, worked out where they are not."""
        name = "\x1f".join(
            ("conflicts", fingerprint(*_WORKED_OUT_BY), known_at or "", *sorted(labels))
        )
        kept = self._store.kept_pieces(name)
        if kept is not None:
            return opened(kept)
        head = self._store.head()
        held = written(self._worked_out(known_at, labels))
        self._store.keep_pieces(name, pieces_of(held), head=head)
        return held

    def _worked_out(self, known_at: str | None, labels: frozenset[str]) -> tuple[Conflict, ...]:
        asking = CasePicture(self._store).asking(known_at=known_at, labels=labels)
        rows = list(asking.statements(StatementFilter(kinds=("Incident", "Tally"))))
        tracing = CaseTracing(self._store)
        at: dict[str, tuple[str, dict[int, str]]] = {}

        def accounts() -> Iterator[Account]:
            for one in tracing.accounts(known_at=known_at, labels=labels):
                at[one.document.capture] = one.address, places(one.document)
                yield one

        def where(capture: str, paragraph: int) -> tuple[str, str]:
            address, there = at[capture]
            return address, there.get(paragraph, f"¶ {paragraph}")

        heard = [claim for one in each_telling(accounts()) for claim in heard_of(one)]
        return conflicts_in(
            asking,
            incidents_in(
                row for row in rows if getattr(row.statement, "kind", None) in HARM
            ).occurrences,
            counts_in(rows),
            heard,
            tracing.traced(known_at=known_at, labels=labels).traces,
            where,
        )


_LISTED = 8


def _as_ruled(rulings: Iterable[ConflictRuling]) -> Iterator[Ruled]:
    for one in rulings:
        sides = tuple(frozenset(c for c in side.claims if c is not None) for side in one.sides)
        day = one.recorded_at[:10]
        yield Ruled(one.id, one.kind, one.verdict, one.side, one.by, one.why, day, sides)
