"""The store that keeps a case in one SQLite file."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext, suppress
from itertools import islice

from hearsay.ledger.judgements import (
    Identity,
    IdentityVerdict,
    Judgement,
    LinkVerdict,
    NamedAt,
    OwnedOutlet,
    Ownership,
    Pairing,
    PairingVerdict,
    Ruling,
)
from hearsay.ledger.store import (
    Appended,
    ClaimFilter,
    ClaimRow,
    DocumentRow,
    Entry,
    FoundPassage,
    Mismatch,
    Shown,
    Tombstone,
)
from hearsay.ledger.stores.sqlite import (
    appending,
    deciding,
    identifying,
    judging,
    labelling,
    listing,
    pairing,
    reading,
    redacting,
    searching,
    showing,
    verifying,
    working,
)
from hearsay.ledger.stores.sqlite.batch import Batch, Noise, newest_batch
from hearsay.ledger.stores.sqlite.connection import (
    Opened,
    connect,
    raised_as_ours,
    transaction,
)
from hearsay.ledger.stores.sqlite.targets import target
from hearsay.ledger.stores.sqlite.unnamed import HiddenNames
from hearsay.vocabulary.captures import Capture, Particulars
from hearsay.vocabulary.documents import Document
from hearsay.vocabulary.errors import CaseBusy, CaseFull, CaseNotWritable
from hearsay.vocabulary.problems import Problem
from hearsay.vocabulary.readings import Reading


def open_case(
    path: str, *, create: bool, patience: float = 5.0, noise: Noise = os.urandom
) -> SqliteStore:
    """Open the case file at `path`; with `create`, make it where there is none.

    Without `create`, one that cannot be written is opened for reading, and refuses the rest.
    `patience` is how many seconds to wait while another process writes; `noise` gives the
    unpredictable bytes that salt the contents' hashes.
    """
    opened = connect(path, create=create, patience=patience)
    with suppress(CaseBusy, CaseFull, CaseNotWritable), raised_as_ours(path, opened.connection):
        redacting.wipe(opened.connection)
    return SqliteStore(opened, path, noise)


class SqliteStore:
    """A case in one SQLite file; keeps every promise of `hearsay.ledger.store.Store`."""

    def __init__(self, opened: Opened, path: str, noise: Noise) -> None:
        self._connection = opened.connection
        self._still = opened.still
        self._path = path
        self._noise = noise
        self.brought_up_from = opened.brought_up_from

    # Writing

    @contextmanager
    def together(self) -> Iterator[None]:
        """What is appended within is kept all or not at all, with one wait for the disk."""
        with transaction(self._connection, self._path):
            yield

    def append(self, entry: Entry, *, recorded_at: str) -> Appended:
        """Keep one capture with its document, reading and claims, whole or not at all."""
        with self._batch(recorded_at) as batch:
            return appending.append(self._connection, batch, entry)

    def note(self, problems: tuple[Problem, ...], *, recorded_at: str) -> str:
        """Keep problems that no capture stands behind; the new head."""
        with self._batch(recorded_at) as batch:
            appending.keep_problems(self._connection, batch, problems, None)
            return batch.seal()

    def redact(self, what: str, *, reason: str, by: str, recorded_at: str) -> str:
        """Remove the content of a capture or claim for good and leave a tombstone; the new head.

        A claim's words are blacked out in its document, and the bytes it came in are removed.
        """
        with self._batch(recorded_at) as batch:
            on = target(self._connection, what)
            head = redacting.redact(self._connection, batch, on, reason=reason, by=by)
        with self._errors():
            redacting.wipe(self._connection)
        return head

    def label(self, what: str, *, label: str, by: str, recorded_at: str) -> str:
        """Set a sensitivity label on a capture or claim; the new head."""
        with self._batch(recorded_at) as batch:
            on = target(self._connection, what)
            labelling.keep_label(self._connection, batch, on, name=label, by=by)
            return batch.seal()

    def judge(self, claim: str, *, verdict: str, by: str, recorded_at: str) -> str:
        """Keep a person's judgement on a claim, anchored to its spans; the new head."""
        with self._batch(recorded_at) as batch:
            judging.keep_judgement(self._connection, batch, claim, verdict=verdict, by=by)
            return batch.seal()

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
        with self._batch(recorded_at) as batch:
            pairing.keep_pairing(
                self._connection, batch, one, other, verdict=verdict, by=by, why=why
            )
            return batch.seal()

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
        with self._batch(recorded_at) as batch:
            deciding.keep_ruling(
                self._connection, batch, later, earlier, named, verdict=verdict, by=by, why=why
            )
            return batch.seal()

    def own(self, outlets: Sequence[OwnedOutlet], *, by: str, why: str, recorded_at: str) -> str:
        """Keep whose these outlets are, each as a judgement of its own; the new head."""
        with self._batch(recorded_at) as batch:
            deciding.keep_owners(batch, outlets, by=by, why=why)
            return batch.seal()

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
        with self._batch(recorded_at) as batch:
            now = self._bound(None)
            identifying.keep_identity(
                self._connection, batch, one, other, now, verdict=verdict, by=by, why=why
            )
            return batch.seal()

    def undo(self, id: str, *, by: str, why: str, recorded_at: str) -> str:
        """Take back a judgement, so that all stands as if it had not been made; the new head."""
        keep = pairing.keep_unpairing if id.startswith("p") else deciding.keep_undoing
        with self._batch(recorded_at) as batch:
            keep(self._connection, batch, id, by=by, why=why)
            return batch.seal()

    def keep_work(self, name: str, body: bytes, *, head: str | None = None) -> None:
        """Hold on to what was worked out from the whole case, if there is a way to."""
        if self._connection.readonly("main"):
            return  # SQLite would begin writing all the same, in the tables that stand in
        at = None if head is None else bytes.fromhex(head)
        with (
            suppress(CaseBusy, CaseFull, CaseNotWritable),
            transaction(self._connection, self._path),
        ):
            working.keep(self._connection, name, body, at)

    # Reading

    def head(self) -> str:
        """The chain's newest hash, 64 hexadecimal digits (all zeros for an empty case)."""
        with self._errors():
            return newest_batch(self._connection)[1].hex()

    def captures(self, *, known_at: str | None = None) -> Iterator[Capture]:
        """Every capture, in the order received."""
        with self._errors():
            yield from reading.captures(self._connection, self._bound(known_at))

    def content(self, sha256: str) -> bytes:
        """The bytes of a capture, unaltered."""
        with self._errors():
            return reading.received_bytes(self._connection, sha256)

    def has_reading(
        self,
        sha256: str,
        address: str,
        *,
        format: str,
        reader: str,
        stated: Particulars | None = None,
    ) -> bool:
        """Whether reading these bytes from this address again would change nothing."""
        with self._errors():
            return reading.has_reading(
                self._connection, sha256, address, format=format, reader=reader, stated=stated
            )

    def document(self, capture: str, *, known_at: str | None = None) -> Document:
        """The document in force for a capture."""
        with self._errors():
            return reading.document(self._connection, capture, self._bound(known_at))

    def reading(self, capture: str, *, known_at: str | None = None) -> Reading:
        """The reading in force for a capture."""
        with self._errors():
            return reading.reading(self._connection, capture, self._bound(known_at))

    def claims(self, which: ClaimFilter) -> Iterator[ClaimRow]:
        """The claims in force that pass the filter, newest publication first."""
        with self._errors():
            names = HiddenNames(self._connection, which)
            yield from names.without(listing.claims(self._connection, which))

    def claim(self, id: str) -> ClaimRow:
        """One claim by its id or a beginning of it that only one claim has."""
        with self._errors():
            return listing.claim_by_id(self._connection, id)

    def search(
        self,
        words: str,
        *,
        known_at: str | None = None,
        labels: frozenset[str] = frozenset(),
        limit: int | None = None,
    ) -> Iterator[FoundPassage]:
        """The passages that hold all of these words, in whatever language, newest first."""
        with self._errors():
            within = self._bound(known_at)
            yield from searching.search(self._connection, words, within, labels=labels, limit=limit)

    def documents(
        self,
        *,
        named: str | None = None,
        known_at: str | None = None,
        labels: frozenset[str] = frozenset(),
        limit: int | None = None,
    ) -> Iterator[DocumentRow]:
        """The documents in force that a name fits best, or all; newest publication first."""
        with self._errors():
            within = self._bound(known_at)
            found = showing.documents(self._connection, within, named=named, labels=labels)
            yield from islice(found, limit)

    def shown(
        self,
        capture: str,
        *,
        address: str | None = None,
        known_at: str | None = None,
        labels: frozenset[str] = frozenset(),
    ) -> Shown:
        """A document and its reading in force, as far as they may be shown."""
        with self._errors():
            within = self._bound(known_at)
            return showing.shown(self._connection, within, capture, address=address, labels=labels)

    def problems(
        self, *, known_at: str | None = None, labels: frozenset[str] = frozenset()
    ) -> Iterator[tuple[str, Problem]]:
        """Every problem kept that may be shown, with when it was recorded, oldest first."""
        with self._errors():
            yield from reading.problems(self._connection, self._bound(known_at), labels)

    def judgements(self, *, known_at: str | None = None) -> Iterator[Judgement]:
        """Every judgement in force, with the claim that it now stands on, if it stands on one."""
        with self._errors():
            yield from judging.judgements(self._connection, self._bound(known_at))

    def pairings(self, *, known_at: str | None = None) -> Iterator[Pairing]:
        """Every pairing, oldest first, the undone ones marked as such."""
        with self._errors():
            yield from pairing.pairings(self._connection, self._bound(known_at))

    def rulings(self, *, known_at: str | None = None) -> Iterator[Ruling]:
        """Every judgement on a link, oldest first, the undone ones marked as such."""
        with self._errors():
            yield from deciding.rulings(self._connection, self._bound(known_at))

    def identities(self, *, known_at: str | None = None) -> Iterator[Identity]:
        """Every judgement on two namings, oldest first, the undone ones marked as such."""
        with self._errors():
            yield from identifying.identities(self._connection, self._bound(known_at))

    def ownerships(self, *, known_at: str | None = None) -> Iterator[Ownership]:
        """Everything that people stated of whose an outlet is, oldest first, undone ones marked."""
        with self._errors():
            yield from deciding.ownerships(self._connection, self._bound(known_at))

    def accounts(
        self, *, known_at: str | None = None, labels: frozenset[str] = frozenset()
    ) -> Iterator[Shown]:
        """Every document in force that may be shown, the earliest published first."""
        with self._errors():
            within = self._bound(known_at)
            yield from showing.accounts(self._connection, within, labels=labels)

    def kept_work(self, name: str) -> bytes | None:
        """What was kept under this name, if the head is still the same."""
        with self._errors():
            return working.kept(self._connection, name)

    def tombstones(self) -> Iterator[Tombstone]:
        """What was redacted, why, by whom and when, oldest first."""
        with self._errors():
            yield from redacting.tombstones(self._connection)

    def verify(self, *, head: str | None = None) -> Iterator[Mismatch]:
        """Recompute the chain and every hash; with `head`, show that it is in the chain."""
        with self._errors():
            yield from verifying.verify(self._connection, head)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    @contextmanager
    def _batch(self, recorded_at: str) -> Iterator[Batch]:
        within = nullcontext() if self._connection.in_transaction else self.together()
        with within:
            yield Batch(self._connection, recorded_at=recorded_at, noise=self._noise)

    @contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            with raised_as_ours(self._path, self._connection):
                yield
        finally:
            # Also where reading failed: half of a change looks like damage.
            if self._still is not None:
                self._still.check()

    def _bound(self, known_at: str | None) -> listing.Bound:
        return listing.bound(self._connection, known_at)
