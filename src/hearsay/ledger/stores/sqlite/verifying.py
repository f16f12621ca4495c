"""Works out every hash again and names what does not match."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

import apsw

from hearsay.ledger.chain import EMPTY_HEAD, batch_hash, content_hash, row_hash
from hearsay.ledger.instants import instant
from hearsay.ledger.store import Mismatch
from hearsay.ledger.stores.sqlite.asking import each, row
from hearsay.ledger.stores.sqlite.batch import CONTENT_COLUMNS, unpacked
from hearsay.ledger.stores.sqlite.deciding import LETTERS
from hearsay.ledger.stores.sqlite.fulltext import unlike
from hearsay.ledger.stores.sqlite.rederiving import differences
from hearsay.ledger.stores.sqlite.schema import LEDGER_TABLES, expected_schema
from hearsay.vocabulary.errors import Misuse

_CASES = " ".join(f"WHEN '{about}' THEN '{letter}'" for about, letter in LETTERS.items())
_LETTER = f"CASE about {_CASES} END"
_READ = "SELECT sha256 FROM reading JOIN capture ON capture.number = capture"


def verify(connection: apsw.Connection, head: str | None) -> Iterator[Mismatch]:
    """Every mismatch in the file's structure, the contents, the rows, the chain and the head."""
    for stage in (_structure, _contents, _chain, _derived):
        try:
            yield from stage(connection)
        except (apsw.BusyError, apsw.LockedError):
            raise
        except (apsw.Error, zlib.error, ValueError, TypeError, LookupError) as damage:
            # A changed byte can make anything of a row: no text, no JSON, no such column.
            yield Mismatch("database", f"The file is damaged; not all can be read: {damage}.")
    if head is not None:
        yield from _head(connection, head)


def _structure(connection: apsw.Connection) -> Iterator[Mismatch]:
    for (found,) in each(connection, "PRAGMA integrity_check(20)"):
        if found != "ok":
            yield Mismatch("database", f"SQLite finds: {found}.")
    held = dict(
        each(connection, "SELECT type || ' ' || name, sql FROM sqlite_schema WHERE sql NOTNULL")
    )
    for name, sql in expected_schema(connection.pragma("user_version")).items():
        if held.get(name) != sql:
            yield Mismatch(name, "Its definition is not the one that Hearsay made.")


def _contents(connection: apsw.Connection) -> Iterator[Mismatch]:
    """Each content hashes to what its row says, or a tombstone says what became of it."""
    gone: dict[int, bytes | None] = dict(
        each(connection, "SELECT content, leaves FROM tombstone ORDER BY number")
    )
    for number, kept, salt, packing, body in each(
        connection, "SELECT number, hash, salt, packing, body FROM content ORDER BY number"
    ):
        found = None if body is None else _hash_of(packing, body, salt)
        if found != gone.get(number, kept):
            yield Mismatch(_name_of(connection, number), _what_is_wrong(body, number in gone))
    for number, named in each(
        connection,
        "SELECT capture.number, sha256 FROM capture JOIN content ON content.number = bytes "
        "WHERE sha256 <> lower(hex(content.hash))",
    ):
        yield Mismatch(f"capture {named}", f"Capture row {number} names other bytes.")


def _hash_of(packing: int, body: bytes, salt: bytes | None) -> bytes:
    try:
        return content_hash(unpacked(packing, body), salt)
    except zlib.error:  # what cannot be inflated any more has no hash
        return b""


def _what_is_wrong(body: bytes | None, redacted: bool) -> str:
    if body is None:
        return "Its content is gone and no tombstone says why."
    if redacted:
        return "It was redacted, and what stands in its place is not what was left there."
    return "Its content is not what its hash says."


def _name_of(connection: apsw.Connection, content: int) -> str:
    """What a content is to a reader: `capture 5f3a…`, `document of capture 5f3a…`."""
    for words, sql in (
        ("capture", "SELECT sha256 FROM capture WHERE bytes = ?"),
        ("particulars of capture", "SELECT sha256 FROM capture WHERE particulars = ?"),
        ("document of capture", f"{_READ} WHERE document = ?"),
        ("reading of capture", f"{_READ} WHERE found = ?"),
        (
            "claim",
            "SELECT listing.id FROM claim JOIN listing ON listing.claim = number WHERE content = ?",
        ),
        ("problem", "SELECT number FROM problem WHERE content = ?"),
        ("judgement", "SELECT 'j' || number FROM judgement WHERE content = ?"),
        ("label", "SELECT number FROM label WHERE content = ?"),
        ("pairing", "SELECT 'p' || number FROM pairing WHERE content = ?"),
        ("undoing of pairing", "SELECT 'p' || pairing FROM unpairing WHERE content = ?"),
        ("decision", f"SELECT {_LETTER} || decision.number FROM decision WHERE content = ?"),
        (
            "undoing of decision",
            f"SELECT {_LETTER} || decision.number FROM undoing "
            "JOIN decision ON decision.number = decision WHERE undoing.content = ?",
        ),
    ):
        found = row(connection, sql + " LIMIT 1", (content,))
        if found is not None:
            return f"{words} {found[0]}"
    return f"content {content}"


def _chain(connection: apsw.Connection) -> Iterator[Mismatch]:
    """Each row hashes to its hash, each batch to its own, and each follows the one before."""
    tables = {table: _Rows(connection, table) for table in LEDGER_TABLES}
    previous, known_from, expected = EMPTY_HEAD, 0, 1
    for number, before, recorded_at, known, own in each(
        connection,
        "SELECT number, previous, recorded_at, known_from, hash FROM batch ORDER BY number",
    ):
        rows: list[bytes] = []
        for held in tables.values():
            for row_number, kept, found in held.of_batch(number):
                rows.append(kept)
                if kept != found:
                    yield Mismatch(f"{held.table} row {row_number}", "It was changed.")
        if number != expected or before != previous:
            yield Mismatch(f"batch {number}", "It does not follow the batch before it.")
        if known != max(known_from, _instant(recorded_at)) or own != batch_hash(
            number, before, recorded_at, known, rows
        ):
            yield Mismatch(f"batch {number}", "Its rows are not the ones that it was sealed with.")
        previous, known_from, expected = own, known, number + 1
    for held in tables.values():
        for row_number in held.left_over():
            yield Mismatch(f"{held.table} row {row_number}", "It belongs to no batch.")


def _instant(recorded_at: str) -> int:
    try:
        return instant(recorded_at)
    except Misuse:
        return -1


class _Rows:
    """The rows of one table in order, handed out batch by batch."""

    def __init__(self, connection: apsw.Connection, table: str) -> None:
        self.table = table
        info = each(connection, f"SELECT name FROM pragma_table_info('{table}')")
        names = [name for (name,) in info]
        columns = [name for name in names if name != "hash"]
        shown = ", ".join(
            f"(SELECT c.hash FROM content c WHERE c.number = t.{name})"
            if name in CONTENT_COLUMNS
            else f"t.{name}"
            for name in columns
        )
        self._rest = each(connection, f"SELECT {shown}, t.hash FROM {table} t ORDER BY number")
        self._row = next(self._rest, None)

    def of_batch(self, batch: int) -> Iterator[tuple[int, bytes, bytes]]:
        """Number, kept hash and recomputed hash of each row of this batch."""
        while self._row is not None and self._row[1] == batch:
            *values, kept = self._row
            yield values[0], kept, row_hash(self.table, values)
            self._row = next(self._rest, None)

    def left_over(self) -> Iterator[int]:
        """Numbers of the rows that no batch asked for."""
        while self._row is not None:
            yield self._row[0]
            self._row = next(self._rest, None)


def _derived(connection: apsw.Connection) -> Iterator[Mismatch]:
    """What is listed and searched is what the contents say."""
    for found in differences(connection, None):
        yield Mismatch(
            f"{found.table} row {found.number}", "It is not what the content that it lists says."
        )
    yield from unlike(connection)


def _head(connection: apsw.Connection, head: str) -> Iterator[Mismatch]:
    wanted = head.strip().lower()
    if wanted == EMPTY_HEAD.hex():
        return
    if re.fullmatch("[0-9a-f]{64}", wanted) is None:
        yield Mismatch("head", f'"{head}" is no head; a head has 64 hexadecimal digits.')
        return
    if row(connection, "SELECT 1 FROM batch WHERE hash = ?", (bytes.fromhex(wanted),)) is None:
        yield Mismatch(
            "head", f"{wanted} is not in this case's chain: something before it was changed."
        )
