"""Hashes that show whether anything kept was changed: of contents, of rows, of batches.

A content's hash is salted, so that nobody can guess what was redacted by hashing guesses; the
salt goes when the content goes. Rows hash their values with their content's *hash* in the
content's place, and batches hash their rows' hashes: the chain never needs the content.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

from hearsay.ledger.codec import canonical

Plain = str | int | None

EMPTY_HEAD = bytes(32)
"""The head of a case that holds nothing yet."""


def content_hash(body: bytes, salt: bytes | None) -> bytes:
    """The hash of a content: of its bytes alone where `salt` is `None`, else salted."""
    return sha256(body if salt is None else salt + body).digest()


def row_hash(table: str, values: Iterable[Plain | bytes]) -> bytes:
    """The hash of one row: its table's name and its values, bytes written in hexadecimal."""
    row: list[Plain] = [table]
    row.extend(v.hex() if isinstance(v, bytes) else v for v in values)
    return sha256(canonical(row)).digest()


def batch_hash(
    number: int, previous: bytes, recorded_at: str, known_from: int, rows: Iterable[bytes]
) -> bytes:
    """The hash of a batch: its own values, then the hashes of its rows in a fixed order."""
    whole = sha256(canonical(["batch", number, previous.hex(), recorded_at, known_from]))
    for row in rows:
        whole.update(row)
    return whole.digest()
