"""What a case knows of who told whom: worked out from all of it, with what people have decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from hearsay.ledger.codec import decode, encode
from hearsay.ledger.settling import settled
from hearsay.ledger.store import ClaimFilter, Pairing, PairingVerdict, Store
from hearsay.origins.finding import with_claim, with_words
from hearsay.origins.tracing import Pairs, Tracing, fingerprint, trace_of
from hearsay.outputs.imprints import Imprint, imprint_of
from hearsay.reading.claims import claims_of
from hearsay.sources.fetcher import Clock, utc_now
from hearsay.vocabulary.errors import NothingByThatName
from hearsay.vocabulary.readings import Claim
from hearsay.vocabulary.traces import Account, DocumentLink, Trace

_ALONE = 3
"""Claims that are told once and have the words asked for, of which the traces are shown."""


@dataclass(frozen=True)
class TracedCase:
    """Who had what from whom over a whole case."""

    traces: tuple[Trace, ...]
    """Every proposition that is told more than once."""
    links: tuple[DocumentLink, ...]
    """What each document has from others."""
    imprints: tuple[tuple[str, Imprint], ...]
    """What is printed on each document, by the id of its account."""

    def imprint_of(self, account: str) -> Imprint:
        """Whose a document is, and from when."""
        return self._imprints[account]

    @cached_property
    def _imprints(self) -> dict[str, Imprint]:
        return dict(self.imprints)


class CaseTracing:
    """Traces what a case holds, and keeps what people decide about it."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def traced(
        self, *, known_at: str | None = None, labels: frozenset[str] = frozenset()
    ) -> TracedCase:
        """Who had what from whom over the whole case, as far as it may be shown.

        Worked out once for each state of the case, and kept in it until something is added.
        """
        name = "\x1f".join(("traced", fingerprint(), known_at or "", *sorted(labels)))
        kept = self._store.kept_work(name)
        if kept is not None:
            return decode(TracedCase, kept)
        head = self._store.head()
        decided = settled(self._store.pairings(known_at=known_at))
        tracing = Tracing.of(
            self.accounts(known_at=known_at, labels=labels),
            joined=_those(decided, "same"),
            parted=_those(decided, "different"),
        )
        found = tracing.traced()
        imprints = tuple((id, imprint_of(one)) for id, one in tracing.accounts.items())
        made = TracedCase(found.traces, found.links, imprints)
        self._store.keep_work(name, encode(made), head=head)
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
            found = with_words(traced.traces, query)
            if found or not query.strip():
                return found, traced
            which = ClaimFilter(words=query, known_at=known_at, labels=labels, limit=_ALONE)
            ids = [row.claim.id for row in self._store.claims(which)]
        else:
            found, ids = with_claim(traced.traces, claim.id), [claim.id]
        return found or self._alone(ids, known_at, labels), traced

    def _alone(self, ids: list[str], known_at: str | None, labels: frozenset[str]) -> list[Trace]:
        """The traces of claims that nobody else makes."""
        return [
            trace_of(claim, one)
            for one in (self.accounts(known_at=known_at, labels=labels) if ids else ())
            for claim in one.claims
            if claim.id in ids
        ]

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

    def pair(
        self,
        one: str,
        other: str,
        *,
        verdict: PairingVerdict,
        by: str,
        why: str,
        clock: Clock = utc_now,
    ) -> Pairing:
        """Keep a person's judgement that two claims say the same or do not."""
        now = clock()
        self._store.pair(one, other, verdict=verdict, by=by, why=why, recorded_at=now)
        # By its time, and not merely the last: another process may have written since.
        *_, made = (p for p in self._store.pairings() if (p.recorded_at, p.by) == (now, by))
        return made

    def undo(self, pairing: str, *, by: str, why: str, clock: Clock = utc_now) -> str:
        """Take back a judgement on two claims, by its id; the new head."""
        return self._store.undo_pairing(pairing, by=by, why=why, recorded_at=clock())

    def pairings(self, *, known_at: str | None = None) -> Iterator[Pairing]:
        """Every judgement on two claims, oldest first, those taken back marked as such."""
        return self._store.pairings(known_at=known_at)


def _those(decided: Iterable[Pairing], verdict: PairingVerdict) -> Pairs:
    """The claims that people have put together, or taken apart, by their ids."""
    return frozenset(
        (one, other)
        for pairing in decided
        for one, other in (pairing.claims,)
        if pairing.verdict == verdict and one is not None and other is not None
    )
