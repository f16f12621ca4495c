"""The migrations of the SQLite store: numbered files of SQL, each applied once, in order."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import apsw

APPLICATION = 0x48524541
"""Marks a SQLite file as a Hearsay case (`PRAGMA application_id`): the letters HREA."""

NEWEST = 4
"""The number of the newest migration, kept in a case as `PRAGMA user_version`."""

_FIRST_TABLES = (
    "capture",
    "reading",
    "claim",
    "problem",
    "judgement",
    "label",
    "labelled",
    "redaction",
    "tombstone",
)
_SECOND_TABLES = ("pairing", "unpairing")
_THIRD_TABLES = ("decision", "undoing")
_FOURTH_TABLES = ("concern",)

# New tables go to the end: a batch without rows in them then has the hash that it always had.
LEDGER_TABLES = (*_FIRST_TABLES, *_SECOND_TABLES, *_THIRD_TABLES, *_FOURTH_TABLES)
"""The tables whose rows are hashed into their batch, in the order in which they are."""

DERIVED_TABLES = {
    "received": "SELECT particulars FROM capture WHERE number = OLD.capture",
    "source": "SELECT document FROM reading WHERE number = OLD.reading",
    "listing": "SELECT content FROM claim WHERE number = OLD.claim "
    "UNION SELECT document FROM reading WHERE number = OLD.reading",
    "passage": "SELECT OLD.document",
}
"""The tables worked out from contents, and how each row leads to the contents it came from."""


def migration(number: int) -> str:
    """The SQL that takes a case from the schema before `number` to `number`."""
    folder = files(__name__)
    (name,) = (f.name for f in folder.iterdir() if f.name.startswith(f"{number:04}_"))
    text = (folder / name).read_text(encoding="utf-8")
    return text + "".join(_guards(number))


@cache
def expected_schema(version: int = NEWEST) -> dict[str, str]:
    """Every table, index and trigger of a case of a version, by kind and name."""
    memory = apsw.Connection(":memory:")
    try:
        for number in range(1, version + 1):
            memory.execute(migration(number))
        held = memory.execute(
            "SELECT type || ' ' || name, sql FROM sqlite_schema WHERE sql NOTNULL"
        )
        return {str(name): str(sql) for name, sql in held}
    finally:
        memory.close()


def _guards(number: int) -> list[str]:
    """The triggers that make the tables of one migration append-only; never another one's."""
    if number != 1:
        later = {2: _SECOND_TABLES, 3: _THIRD_TABLES, 4: _FOURTH_TABLES}
        return [_append_only(table) for table in later.get(number, ())]
    return [
        *(_append_only(table) for table in _FIRST_TABLES),
        _batches_follow(),
        _content_goes_with_a_tombstone(),
        *(_derived_goes_with_it(table, content) for table, content in DERIVED_TABLES.items()),
    ]


def _append_only(table: str) -> str:
    # Numbers must be new: INSERT OR REPLACE would otherwise delete without firing a trigger.
    return f"""
CREATE TRIGGER {table}_is_never_changed BEFORE UPDATE ON {table}
BEGIN SELECT raise(ABORT, 'append-only: {table} rows are never changed'); END;
CREATE TRIGGER {table}_is_never_deleted BEFORE DELETE ON {table}
BEGIN SELECT raise(ABORT, 'append-only: {table} rows are never deleted'); END;
CREATE TRIGGER {table}_only_grows BEFORE INSERT ON {table}
WHEN NEW.batch <= (SELECT coalesce(max(number), 0) FROM batch)
  OR NEW.number <= (SELECT coalesce(max(number), 0) FROM {table})
BEGIN SELECT raise(ABORT, 'append-only: a {table} row joins no sealed batch'); END;
"""


def _batches_follow() -> str:
    return """
CREATE TRIGGER batch_is_never_changed BEFORE UPDATE ON batch
BEGIN SELECT raise(ABORT, 'append-only: batch rows are never changed'); END;
CREATE TRIGGER batch_is_never_deleted BEFORE DELETE ON batch
BEGIN SELECT raise(ABORT, 'append-only: batch rows are never deleted'); END;
CREATE TRIGGER batch_only_grows BEFORE INSERT ON batch
WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM batch)
  OR NEW.previous <> coalesce((SELECT hash FROM batch ORDER BY number DESC LIMIT 1), zeroblob(32))
BEGIN SELECT raise(ABORT, 'append-only: a batch follows the one before'); END;
"""


def _content_goes_with_a_tombstone() -> str:
    # A tombstone of a batch that is not sealed yet: content goes in the transaction that
    # records its going, or not at all.
    return f"""
CREATE TRIGGER content_is_never_deleted BEFORE DELETE ON content
BEGIN SELECT raise(ABORT, 'append-only: content rows are never deleted'); END;
CREATE TRIGGER content_goes_with_a_tombstone BEFORE UPDATE ON content
WHEN NEW.number <> OLD.number OR NEW.hash <> OLD.hash OR NOT EXISTS (
  {_open_tombstone("SELECT OLD.number")} AND (leaves IS NULL) = (NEW.body IS NULL))
BEGIN SELECT raise(ABORT, 'append-only: content goes only with a tombstone'); END;
CREATE TRIGGER content_only_grows BEFORE INSERT ON content
WHEN NEW.number <= (SELECT coalesce(max(number), 0) FROM content)
BEGIN SELECT raise(ABORT, 'append-only: content rows are never replaced'); END;
"""


def _derived_goes_with_it(table: str, content: str) -> str:
    refused = f"""WHEN NOT EXISTS ({_open_tombstone(content)})
BEGIN SELECT raise(ABORT, 'append-only: {table} rows change only with a tombstone'); END;
"""
    return f"""
CREATE TRIGGER {table}_changes_with_a_tombstone BEFORE UPDATE ON {table}
{refused}CREATE TRIGGER {table}_goes_with_a_tombstone BEFORE DELETE ON {table}
{refused}"""


def _open_tombstone(content: str) -> str:
    return (
        f"SELECT 1 FROM tombstone WHERE content IN ({content}) "
        "AND batch > (SELECT coalesce(max(number), 0) FROM batch)"
    )
