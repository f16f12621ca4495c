"""Asks the database: all rows, one row, one value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import apsw

Values = Sequence[Any] | Mapping[str, Any]


def each(connection: apsw.Connection, sql: str, values: Values = ()) -> Iterator[tuple[Any, ...]]:
    """The rows of the answer one by one; nothing may be written before the last is read."""
    return iter(connection.execute(sql, values))


def rows(connection: apsw.Connection, sql: str, values: Values = ()) -> list[tuple[Any, ...]]:
    """All rows of the answer."""
    return connection.execute(sql, values).fetchall()


def row(connection: apsw.Connection, sql: str, values: Values = ()) -> tuple[Any, ...] | None:
    """The first row of the answer, if there is one."""
    return connection.execute(sql, values).fetchone()


def value(connection: apsw.Connection, sql: str, values: Values = ()) -> Any:
    """The first value of the first row of the answer, if there is one."""
    found = row(connection, sql, values)
    return None if found is None else found[0]
