"""Shows whether the full-text indexes hold the words of the rows that they are for."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

import apsw

from hearsay.ledger.store import Mismatch
from hearsay.ledger.stores.sqlite.asking import value

_INDEXES = {
    "listing_words": ("listing", "claim", "speakers, words"),
    "passage_words": ("passage", "number", "words"),
}
"""Each index with the table that it is for, that table's key, and the columns that it holds."""


def unlike(connection: apsw.Connection) -> Iterator[Mismatch]:
    """The indexes that do not match their rows."""
    for index in _INDEXES:
        try:
            if connection.readonly("main"):
                alike = _made_again(connection, index)
            else:
                # The 1 has FTS5 compare its index with the rows that it was made from.
                asked = f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)"
                connection.execute(asked)
                alike = True
        except (apsw.CorruptError, apsw.SQLError) as damage:
            yield Mismatch(f"full text {index}", f"It does not match the rows it is for: {damage}.")
            continue
        if not alike:
            yield Mismatch(f"full text {index}", "It does not match the rows it is for.")


def _made_again(connection: apsw.Connection, index: str) -> bool:
    """Whether an index made anew in memory is the same; FTS5's own check wants to write."""
    table, key, columns = _INDEXES[index]
    definition = value(connection, "SELECT sql FROM main.sqlite_schema WHERE name = ?", (index,))
    tokenize = definition[definition.index("tokenize") : definition.rindex(")")]
    try:
        connection.execute(
            f"CREATE VIRTUAL TABLE temp.again USING fts5 ({columns}, content = '', {tokenize});"
            f"INSERT INTO temp.again (rowid, {columns}) SELECT {key}, {columns} FROM {table};"
            f"CREATE VIRTUAL TABLE temp.held USING fts5vocab (main, {index}, instance);"
            "CREATE VIRTUAL TABLE temp.made USING fts5vocab (temp, again, instance);"
        )
        held, made = (connection.execute(f"SELECT * FROM temp.{name}") for name in ("held", "made"))
        # Both come in the order of words and rows, so neither has to be held as a whole.
        alike = all(one == other for one, other in zip_longest(held, made))
        for cursor in (held, made):
            cursor.close()  # one that is not read to its end would hold on to its table
        return alike
    finally:
        for name in ("held", "made", "again"):
            connection.execute(f"DROP TABLE IF EXISTS temp.{name}")
