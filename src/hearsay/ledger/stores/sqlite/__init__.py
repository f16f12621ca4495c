"""The store that keeps a case in one SQLite file."""

from __future__ import annotations

import os
from collections.abc import Iterator

import apsw

from hearsay.ledger.store import (
    Appended,
    ClaimFilter,
    ClaimRow,
    Entry,
    Mismatch,
)
from hearsay.ledger.stores.sqlite import appending, listing, reading, verifying
from hearsay.ledger.stores.sqlite.batch import Batch, Noise, newest_batch
from hearsay.ledger.stores.sqlite.connection import connect, raised_as_ours, transaction
from hearsay.vocabulary.captures import Capture, Particulars
from hearsay.vocabulary.documents import Document
from hearsay.vocabulary.problems import Problem
from hearsay.vocabulary.readings import Reading


def open_case(
    path: str, *, create: bool, patience: float = 5.0, noise: Noise = os.urandom
) -> SqliteStore:
    """Open the case file at `path`; with `create`, make it where there is none.

    `patience` is how many seconds to wait while another process writes; `noise` gives the
    unpredictable bytes that salt the contents' hashes.
    """
    connection = connect(path, create=create, patience=patience)
    return SqliteStore(connection, path, noise)


class SqliteStore:
    """A case in one SQLite file; keeps every promise of `hearsay.ledger.store.Store`."""

    def __init__(self, connection: apsw.Connection, path: str, noise: Noise) -> None:
        self._connection = connection
        self._path = path
        self._noise = noise

    def append(self, entry: Entry, *, recorded_at: str) -> Appended:
        """Keep one capture with its document, reading and claims, whole or not at all."""
        with transaction(self._connection, self._path):
            return appending.append(self._connection, self._batch(recorded_at), entry)

    def note(self, problems: tuple[Problem, ...], *, recorded_at: str) -> str:
        """Keep problems that no capture stands behind; the head."""
        with transaction(self._connection, self._path):
            batch = self._batch(recorded_at)
            appending.keep_problems(self._connection, batch, problems, None)
            return batch.seal()

    def head(self) -> str:
        """The chain's newest hash, 64 hexadecimal digits (all zeros for an empty case)."""
        return newest_batch(self._connection)[1].hex()

    def captures(self, *, known_at: str | None = None) -> Iterator[Capture]:
        """Every capture, in the order received."""
        return reading.captures(self._connection, self._bound(known_at))

    def content(self, sha256: str) -> bytes:
        """The bytes of a capture, unaltered."""
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
        return reading.has_reading(
            self._connection, sha256, address, format=format, reader=reader, stated=stated
        )

    def document(self, capture: str, *, known_at: str | None = None) -> Document:
        """The document in force for a capture."""
        return reading.document(self._connection, capture, self._bound(known_at))

    def reading(self, capture: str, *, known_at: str | None = None) -> Reading:
        """The reading in force for a capture."""
        return reading.reading(self._connection, capture, self._bound(known_at))

    def claims(self, which: ClaimFilter) -> Iterator[ClaimRow]:
        """The claims in force that pass the filter, newest publication first."""
        return listing.claims(self._connection, which)

    def claim(self, id: str) -> ClaimRow:
        """One claim by its id or a beginning of it that only one claim has."""
        return listing.claim_by_id(self._connection, id)

    def problems(self, *, known_at: str | None = None) -> Iterator[tuple[str, Problem]]:
        """Every problem kept, with when it was recorded, oldest first."""
        return reading.problems(self._connection, self._bound(known_at))

    def verify(self, *, head: str | None = None) -> Iterator[Mismatch]:
        """Recompute the chain and every hash; with `head`, show that it is in the chain."""
        return verifying.verify(self._connection, head)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def _batch(self, recorded_at: str) -> Batch:
        return Batch(self._connection, recorded_at=recorded_at, noise=self._noise)

    def _bound(self, known_at: str | None) -> listing.Bound:
        return listing.bound(self._connection, known_at)
