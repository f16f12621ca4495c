"""Kept work: what was worked out from the whole case, held for as long as the case is the same."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from hashlib import sha256

import apsw

from hearsay.ledger.stores.sqlite.asking import rows
from hearsay.ledger.stores.sqlite.batch import newest_batch, packed, unpacked
from hearsay.vocabulary.errors import CaseChanged

# SQLite holds no value of more than 1 GB, and a value is in memory twice while it is written.
_PIECE = 4 << 20


def keep(connection: apsw.Connection, name: str, body: bytes, head: bytes | None) -> None:
    """Hold on to `body` under the head it was worked out at; inside a transaction.

    Nothing is kept where the case has moved on since. What is kept takes the place of all that
    no longer holds, under whatever name.
    """
    now = newest_batch(connection)[1]
    if head not in (None, now):
        return
    connection.execute("DELETE FROM work WHERE name = ? OR head <> ?", (name, now))
    hashed = _hash(name, now, body)
    connection.executemany(
        "INSERT INTO work (name, place, head, hash, packing, body) VALUES (?, ?, ?, ?, ?, ?)",
        ((name, place, now, hashed, *packed(piece)) for place, piece in enumerate(_pieces(body))),
    )


def kept(connection: apsw.Connection, name: str) -> bytes | None:
    """What is held under this name, whole and unchanged, if the case is still the same."""
    now = newest_batch(connection)[1]
    sql = "SELECT hash, packing, body FROM work WHERE name = ? AND head = ? ORDER BY place"
    found = rows(connection, sql, (name, now))
    try:
        body = b"".join(unpacked(packing, piece) for _, packing, piece in found)
    except zlib.error:  # what is damaged is worked out again
        return None
    whole = found and {hashed for hashed, _, _ in found} == {_hash(name, now, body)}
    return body if whole else None


def keep_pieces(
    connection: apsw.Connection, name: str, pieces: Iterable[bytes], head: bytes | None
) -> None:
    """The same of a body that is kept and asked for piece by piece, each with a hash of its own."""
    now = newest_batch(connection)[1]
    if head not in (None, now):
        return
    connection.execute("DELETE FROM work WHERE name = ? OR head <> ?", (name, now))
    connection.executemany(
        "INSERT INTO work (name, place, head, hash, packing, body) VALUES (?, ?, ?, ?, ?, ?)",
        (
            (name, place, now, _hash(f"{name}/{place}", now, piece), *_deflated(piece))
            for place, piece in enumerate(pieces)
        ),
    )


class KeptPieces:
    """A body that is read piece by piece, as long as nobody puts another in its place."""

    def __init__(self, connection: apsw.Connection, path: str, name: str, number: int) -> None:
        self._connection, self._path, self._name = connection, path, name
        self._head = newest_batch(connection)[1]
        self.number = number

    def piece(self, place: int) -> bytes:
        """One of them, from 0; raises `CaseChanged` where it is no longer there, unchanged."""
        sql = "SELECT hash, packing, body FROM work WHERE name = ? AND place = ? AND head = ?"
        found = self._connection.execute(sql, (self._name, place, self._head)).fetchone()
        if found is not None:
            hashed, packing, body = found
            with suppress(zlib.error):
                whole: bytes = unpacked(packing, body)
                if hashed == _hash(f"{self._name}/{place}", self._head, whole):
                    return whole
        raise CaseChanged(self._path)


def kept_pieces(connection: apsw.Connection, path: str, name: str) -> KeptPieces | None:
    """What is held under this name, if the case is still the same and no piece is missing."""
    now = newest_batch(connection)[1]
    sql = "SELECT count(*), max(place) FROM work WHERE name = ? AND head = ?"
    ((number, last),) = rows(connection, sql, (name, now))
    return KeptPieces(connection, path, name, number) if number and last == number - 1 else None


def _deflated(piece: bytes) -> tuple[int, bytes]:
    """Quickly: there is much of it, and it is made anew whenever the case changes."""
    small = zlib.compress(piece, 1)
    return (1, small) if len(small) < len(piece) else (0, piece)


def _pieces(body: bytes) -> Iterator[bytes]:
    for start in range(0, max(len(body), 1), _PIECE):
        yield body[start : start + _PIECE]


def _hash(name: str, head: bytes, body: bytes) -> bytes:
    """Shows pieces that are missing or from elsewhere; work that is unlike is not given back."""
    whole = sha256(name.encode() + b"\0" + head)
    whole.update(body)
    return whole.digest()
