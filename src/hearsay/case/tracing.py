"""What a case knows of who told whom: worked out from all of it, with what people have decided."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from hearsay.case.fingerprints import fingerprint
from hearsay.case.judging import CaseJudgements
from hearsay.case.kept_traces import TOGETHER, Keeping, Packed, TracedCase, packed
from hearsay.ledger.store import ClaimFilter, Store
from hearsay.origins.alike.propositions import Proposition
from hearsay.origins.tracing import Tracing, each_telling, trace_of
from hearsay.outputs.imprints import Imprint, imprint_of
from hearsay.reading.claims import claims_of
from hearsay.vocabulary.errors import NothingByThatName
from hearsay.vocabulary.readings import Claim
from hearsay.vocabulary.traces import Account, Trace

__all__ = ["CaseTracing", "TracedCase"]

_WORKED_OUT_BY = ("hearsay.origins", "hearsay.case")
_ALONE = 3
"""Claims that are told once and have the words asked for, of which the traces are shown."""


class CaseTracing:
    """Traces what a case holds, and keeps it until something is added."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def traced(
        self, *, known_at: str | None = None, labels: frozenset[str] = frozenset()
    ) -> TracedCase:
        """Who had what from whom over the whole case, as far as it may be shown.

        Worked out once for each state of the case, and kept in it until something is added.
        """
        name = "\x1f".join(
            ("traces", fingerprint(*_WORKED_OUT_BY), known_at or "", *sorted(labels))
        )
        kept = self._store.kept_pieces(name)
        if kept is not None:
            return TracedCase([kept.piece(place) for place in range(kept.number)])
        head = self._store.head()
        decided = CaseJudgements(self._store).decided(known_at=known_at)
        imprints: dict[str, Imprint] = {}
        tracing = Tracing.of(
            self._told(known_at, labels, imprints),
            owners=decided.owners,
            joined=decided.joined,
            parted=decided.parted,
            rulings=decided.rulings,
        )
        keeping = Keeping()
        links = tracing.through(_packed, keeping.take, together=TOGETHER)
        made = keeping.finish(links, tuple(imprints.items()))
        self._store.keep_pieces(name, keeping, head=head)
        return made

    def find(
        self, query: str, *, known_at: str | None = None, labels: frozenset[str] = frozenset()
    ) -> tuple[list[Trace], TracedCase]:
        """The propositions in which the claim stands that `query` names, or that have its words.

        The best match comes first. A claim that nobody else makes is traced by itself.
        """
        traced = self.traced(known_at=known_at, labels=labels)
        try:
            claim = self._store.claim(query).claim
        except NothingByThatName:
            found = traced.with_words(query)
            if found or not query.strip():
                return found, traced
            which = ClaimFilter(words=query, known_at=known_at, labels=labels, limit=_ALONE)
            ids = [row.claim.id for row in self._store.claims(which)]
        else:
            found, ids = traced.with_claim(claim.id), [claim.id]
        return found or self._alone(ids, known_at, labels), traced

    def _alone(self, ids: list[str], known_at: str | None, labels: frozenset[str]) -> list[Trace]:
        """The traces of claims that nobody else makes."""
        decided = CaseJudgements(self._store).decided(known_at=known_at)
        return [
            trace_of(claim, one, decided.owners, decided.rulings)
            for one in (self.accounts(known_at=known_at, labels=labels) if ids else ())
            for claim in one.claims
            if claim.id in ids
        ]

    def _told(
        self, known_at: str | None, labels: frozenset[str], imprints: dict[str, Imprint]
    ) -> Iterator[Account]:
        """What is told in sentences: two rows of a table that read alike tell nothing of it.

        What is printed on each document, tables too, goes into `imprints`.
        """
        for one in each_telling(self.accounts(known_at=known_at, labels=labels)):
            imprints[one.id] = imprint_of(one)
            if not one.is_table:
                yield one

    def accounts(
        self, *, known_at: str | None = None, labels: frozenset[str] = frozenset()
    ) -> Iterator[Account]:
        """Every document that may be shown with what was read in it, earliest published first."""
        for shown in self._store.accounts(known_at=known_at, labels=labels):
            document, reading = shown.document, shown.reading
            if reading is None:
                continue
            claims = claims_of(document, reading)
            if shown.withheld:
                claims = self._as_listed(claims, document.capture, known_at)
            yield Account(document, reading, claims, shown.address)

    def _as_listed(
        self, claims: tuple[Claim, ...], capture: str, known_at: str | None
    ) -> tuple[Claim, ...]:
        """The claims under the ids that lists give them: names blacked out made them others."""
        whole = self._store.document(capture, known_at=known_at)
        read = self._store.reading(capture, known_at=known_at)
        ids = {claim.spans: claim.id for claim in claims_of(whole, read)}
        return tuple(replace(one, id=ids.get(one.spans, one.id)) for one in claims)


def _packed(found: Sequence[tuple[Proposition, Trace]]) -> Packed:
    return packed(trace for _, trace in found)
