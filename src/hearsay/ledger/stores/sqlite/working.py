"""Kept work: what was worked out from the whole case, held for as long as the case is the same."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from hashlib import sha256

import apsw

from hearsay.ledger.stores.sqlite.asking import rows
from hearsay.ledger.stores.sqlite.batch import newest_batch, packed, unpacked

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


def _pieces(body: bytes) -> Iterator[bytes]:
    for start in range(0, max(len(body), 1), _PIECE):
        yield body[start : start + _PIECE]


def _hash(name: str, head: bytes, body: bytes) -> bytes:
    """Shows pieces that are missing or from elsewhere; work that is unlike is not given back."""
    whole = sha256(name.encode() + b"\0" + head)
    whole.update(body)
    return whole.digest()
