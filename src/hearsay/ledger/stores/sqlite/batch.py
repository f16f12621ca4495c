"""One batch: rows gathered in memory, written in bulk, sealed with a hash over their hashes."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from hashlib import sha256

import apsw

from hearsay.ledger.chain import EMPTY_HEAD, Plain, batch_hash, content_hash, row_hash
from hearsay.ledger.instants import instant
from hearsay.ledger.stores.sqlite.asking import row, value
from hearsay.ledger.stores.sqlite.schema import LEDGER_TABLES

Noise = Callable[[int], bytes]
"""Gives that many unpredictable bytes, as `os.urandom` does."""

CONTENT_COLUMNS = frozenset(
    {"bytes", "particulars", "document", "found", "content", "one", "other"}
)
"""Columns that point into `content`: a row's hash takes the content's hash in their place."""

# Below this many bytes deflate saves little and costs a fifth of the append.
_WORTH_DEFLATING = 1024


class Batch:
    """Rows that enter the case together; use inside one transaction and `seal` at its end."""

    def __init__(self, connection: apsw.Connection, *, recorded_at: str, noise: Noise) -> None:
        self._connection = connection
        self._recorded_at = recorded_at
        number, self._previous, known_from = newest_batch(connection)
        self.number = number + 1
        # Clocks are set back at times; what came later was never known earlier.
        self._known_from = max(known_from, instant(recorded_at))
        self._noise = noise
        self._seed = b""
        self._next: dict[str, int] = {}
        self._hashes: dict[int, bytes] = {}
        self._contents: list[tuple[int, bytes, bytes | None, int, bytes]] = []
        self._gone: list[tuple[bytes | None, int, bytes | None, int]] = []
        self._rows: dict[str, list[tuple[Plain | bytes, ...]]] = {}
        self._columns: dict[str, str] = {}
        self._row_hashes: dict[str, list[bytes]] = {table: [] for table in LEDGER_TABLES}

    @property
    def previous(self) -> str:
        """The head before this batch, 64 hexadecimal digits."""
        return self._previous.hex()

    def content(self, body: bytes, *, received: bool = False) -> int:
        """Keep a content and return its number; `received` bytes go by their plain SHA-256."""
        number = self._number("content")
        salt = None if received else self._salt(number)
        self._hashes[number] = content_hash(body, salt)
        self._contents.append((number, self._hashes[number], salt, *packed(body)))
        return number

    def row(self, table: str, **values: Plain | bytes) -> int:
        """Add a row to a table of the ledger and return its number."""
        number = self._number(table)
        if table not in self._columns:
            self._columns[table] = ", ".join(("number", "batch", *values, "hash"))
        hashed: list[Plain | bytes] = [number, self.number]
        for column, held in values.items():
            if column in CONTENT_COLUMNS and isinstance(held, int):
                hashed.append(self._hash(held))
            else:
                hashed.append(held)
        own = row_hash(table, hashed)
        self._row_hashes[table].append(own)
        self._rows.setdefault(table, []).append((number, self.number, *values.values(), own))
        return number

    def derived(self, table: str, **values: Plain | bytes) -> None:
        """Add a row to a table worked out from contents, or to a full-text index."""
        if table not in self._columns:
            self._columns[table] = ", ".join(values)
        self._rows.setdefault(table, []).append(tuple(values.values()))

    def bury(self, redaction: int, content: int, after: bytes | None) -> None:
        """Take a content out, or leave `after` in its place, under a tombstone; at `flush`."""
        salt = None if after is None else self._noise(16)
        leaves = None if after is None else content_hash(after, salt)
        self.row("tombstone", redaction=redaction, content=content, leaves=leaves)
        packing, body = (0, None) if after is None else packed(after)
        self._gone.append((salt, packing, body, content))

    def note_unfinished(self, what: str) -> None:
        """Note work that is to follow this batch, to be done at a later opening if it fails."""
        self._connection.execute("INSERT OR IGNORE INTO unfinished (what) VALUES (?)", (what,))

    def next_passage(self) -> int:
        """A number for a passage that no other one has."""
        return self._number("passage")

    def flush(self) -> None:
        """Write what is gathered so far."""
        if self._contents:
            self._connection.executemany(
                "INSERT INTO content (number, hash, salt, packing, body) VALUES (?, ?, ?, ?, ?)",
                self._contents,
            )
            self._contents = []
        for table, rows in self._rows.items():
            marks = ", ".join("?" * len(rows[0]))
            self._connection.executemany(
                f"INSERT INTO {table} ({self._columns[table]}) VALUES ({marks})", rows
            )
        self._rows = {}
        if self._gone:
            self._connection.executemany(
                "UPDATE content SET salt = ?, packing = ?, body = ? WHERE number = ?", self._gone
            )
            self._gone = []

    def seal(self) -> str:
        """Write everything and close the batch; the new head, or the old one if it is empty."""
        hashes = [own for table in LEDGER_TABLES for own in self._row_hashes[table]]
        if not hashes:
            return self._previous.hex()
        self.flush()
        head = batch_hash(self.number, self._previous, self._recorded_at, self._known_from, hashes)
        self._connection.execute(
            "INSERT INTO batch (number, previous, recorded_at, known_from, hash) "
            "VALUES (?, ?, ?, ?, ?)",
            (self.number, self._previous, self._recorded_at, self._known_from, head),
        )
        return head.hex()

    def _number(self, table: str) -> int:
        if table not in self._next:
            newest = value(self._connection, f"SELECT max(number) FROM {table}")
            self._next[table] = (newest or 0) + 1
        number = self._next[table]
        self._next[table] = number + 1
        return number

    def _hash(self, content: int) -> bytes:
        if content not in self._hashes:
            sql = "SELECT hash FROM content WHERE number = ?"
            self._hashes[content] = value(self._connection, sql, (content,))
        return self._hashes[content]

    def _salt(self, number: int) -> bytes:
        self._seed = self._seed or self._noise(32)
        return sha256(self._seed + number.to_bytes(8, "big")).digest()[:16]


def newest_batch(connection: apsw.Connection) -> tuple[int, bytes, int]:
    """Number, hash and known time of the newest batch; zeros where there is none."""
    found = row(
        connection, "SELECT number, hash, known_from FROM batch ORDER BY number DESC LIMIT 1"
    )
    return (found[0], found[1], found[2]) if found else (0, EMPTY_HEAD, 0)


def packed(body: bytes) -> tuple[int, bytes]:
    """How a content is stored, and the stored bytes: deflated where that is smaller."""
    if len(body) >= _WORTH_DEFLATING:
        small = zlib.compress(body, 6)
        if len(small) < len(body):
            return 1, small
    return 0, body


def unpacked(packing: int, body: bytes) -> bytes:
    """The content as it was before it was stored."""
    return zlib.decompress(body) if packing == 1 else body
