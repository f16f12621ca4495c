"""The store that keeps a case in one SQLite file."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import islice

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
    labelling,
    listing,
    reading,
    redacting,
    searching,
    showing,
    verifying,
    working,
)
from hearsay.ledger.stores.sqlite.batch import Noise, newest_batch
from hearsay.ledger.stores.sqlite.connection import (
    Opened,
    connect,
    raised_as_ours,
    transaction,
)
from hearsay.ledger.stores.sqlite.decisions import SqliteJudging
from hearsay.ledger.stores.sqlite.session import Session
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
        self._session = Session(opened, path, noise)
        self._path = path
        self.brought_up_from = opened.brought_up_from
        self.judging = SqliteJudging(self._session)

    # Writing

    @contextmanager
    def together(self) -> Iterator[None]:
        """What is appended within is kept all or not at all, with one wait for the disk."""
        with self._session.together():
            yield

    def append(self, entry: Entry, *, recorded_at: str) -> Appended:
        """Keep one capture with its document, reading and claims, whole or not at all."""
        with self._session.batch(recorded_at) as batch:
            return appending.append(self._connection, batch, entry)

    def note(self, problems: tuple[Problem, ...], *, recorded_at: str) -> str:
        """Keep problems that no capture stands behind; the new head."""
        with self._session.batch(recorded_at) as batch:
            appending.keep_problems(self._connection, batch, problems, None)
            return batch.seal()

    def redact(self, what: str, *, reason: str, by: str, recorded_at: str) -> str:
        """Remove the content of a capture or claim for good and leave a tombstone; the new head.

        A claim's words are blacked out in its document, and the bytes it came in are removed.
        """
        with self._session.batch(recorded_at) as batch:
            on = target(self._connection, what)
            head = redacting.redact(self._connection, batch, on, reason=reason, by=by)
        with self._session.errors():
            redacting.wipe(self._connection)
        return head

    def label(self, what: str, *, label: str, by: str, recorded_at: str) -> str:
        """Set a sensitivity label on a capture or claim; the new head."""
        with self._session.batch(recorded_at) as batch:
            on = target(self._connection, what)
            labelling.keep_label(self._connection, batch, on, name=label, by=by)
            return batch.seal()

    def keep_work(self, name: str, body: bytes, *, head: str | None = None) -> None:
        """Hold on to what was worked out from the whole case, if there is a way to."""
        self._aside(lambda: working.keep(self._connection, name, body, _bytes_of(head)))

    def keep_pieces(self, name: str, pieces: Iterable[bytes], *, head: str | None = None) -> None:
        """The same of what is too large to be read whole whenever something is asked of it."""
        self._aside(lambda: working.keep_pieces(self._connection, name, pieces, _bytes_of(head)))

    def _aside(self, keep: Callable[[], None]) -> None:
        if self._connection.readonly("main"):
            return  # SQLite would begin writing all the same, in the tables that stand in
        with (
            suppress(CaseBusy, CaseFull, CaseNotWritable),
            transaction(self._connection, self._path),
        ):
            keep()

    # Reading

    def head(self) -> str:
        """The chain's newest hash, 64 hexadecimal digits (all zeros for an empty case)."""
        with self._session.errors():
            return newest_batch(self._connection)[1].hex()

    def captures(self, *, known_at: str | None = None) -> Iterator[Capture]:
        """Every capture, in the order received."""
        with self._session.errors():
            yield from reading.captures(self._connection, self._session.bound(known_at))

    def content(self, sha256: str) -> bytes:
        """The bytes of a capture, unaltered."""
        with self._session.errors():
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
        with self._session.errors():
            return reading.has_reading(
                self._connection, sha256, address, format=format, reader=reader, stated=stated
            )

    def document(self, capture: str, *, known_at: str | None = None) -> Document:
        """The document in force for a capture."""
        with self._session.errors():
            return reading.document(self._connection, capture, self._session.bound(known_at))

    def reading(self, capture: str, *, known_at: str | None = None) -> Reading:
        """The reading in force for a capture."""
        with self._session.errors():
            return reading.reading(self._connection, capture, self._session.bound(known_at))

    def claims(self, which: ClaimFilter) -> Iterator[ClaimRow]:
        """The claims in force that pass the filter, newest publication first."""
        with self._session.errors():
            names = HiddenNames(self._connection, which)
            yield from names.without(listing.claims(self._connection, which))

    def claim(self, id: str) -> ClaimRow:
        """One claim by its id or a beginning of it that only one claim has."""
        with self._session.errors():
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
        with self._session.errors():
            within = self._session.bound(known_at)
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
        with self._session.errors():
            within = self._session.bound(known_at)
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
        with self._session.errors():
            within = self._session.bound(known_at)
            return showing.shown(self._connection, within, capture, address=address, labels=labels)

    def problems(
        self, *, known_at: str | None = None, labels: frozenset[str] = frozenset()
    ) -> Iterator[tuple[str, Problem]]:
        """Every problem kept that may be shown, with when it was recorded, oldest first."""
        with self._session.errors():
            yield from reading.problems(self._connection, self._session.bound(known_at), labels)

    def accounts(
        self, *, known_at: str | None = None, labels: frozenset[str] = frozenset()
    ) -> Iterator[Shown]:
        """Every document in force that may be shown, the earliest published first."""
        with self._session.errors():
            within = self._session.bound(known_at)
            yield from showing.accounts(self._connection, within, labels=labels)

    def kept_work(self, name: str) -> bytes | None:
        """What was kept under this name, if the head is still the same."""
        with self._session.errors():
            return working.kept(self._connection, name)

    def kept_pieces(self, name: str) -> working.KeptPieces | None:
        """What was kept piece by piece under this name, if the head is still the same."""
        with self._session.errors():
            return working.kept_pieces(self._connection, self._path, name)

    def tombstones(self) -> Iterator[Tombstone]:
        """What was redacted, why, by whom and when, oldest first."""
        with self._session.errors():
            yield from redacting.tombstones(self._connection)

    def verify(self, *, head: str | None = None) -> Iterator[Mismatch]:
        """Recompute the chain and every hash; with `head`, show that it is in the chain."""
        with self._session.errors():
            yield from verifying.verify(self._connection, head)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()


def _bytes_of(head: str | None) -> bytes | None:
    return None if head is None else bytes.fromhex(head)
