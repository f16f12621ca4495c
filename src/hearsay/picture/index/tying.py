"""Lays together all statements of one kind between two: when they hold, and what they lead to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, groupby
from typing import Any

import apsw

from hearsay.picture.index.dates import Stretch, read, stretches_of

NO_TIES = frozenset(("attack", "assassination", "raid", "clash", "arrest", "fights", "located"))
"""What two have to do with each other without belonging together: no way leads over it."""


def lay_ties(connection: apsw.Connection) -> None:
    """Make the ties of all edges, with the days on which they hold, and the steps of ways.

    The edges are not needed after that, and go.
    """
    found = connection.execute(
        "SELECT edge.source, target, edge.kind, statement, denied, unsure, first, last, held "
        "FROM edge JOIN statement ON statement.number = edge.statement "
        "ORDER BY edge.source, target, edge.kind, statement"
    )
    grouped = groupby(found, key=lambda row: row[:3])
    ties = (_tie(number, list(rows)) for number, (_, rows) in enumerate(grouped, 1))
    for together in _some(ties):
        connection.executemany(
            "INSERT INTO tie VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", (row for row, _ in together)
        )
        connection.executemany(
            "INSERT INTO stretch VALUES (?, ?, ?, ?)",
            ((row[0], *one) for row, stretches in together for one in stretches),
        )
    _weigh(connection)
    connection.execute("DROP TABLE edge")
    _lay_steps(connection)


Tie = tuple[tuple[Any, ...], tuple[Stretch, ...]]


def _tie(number: int, rows: Sequence[Any]) -> Tie:
    """A denial dates nothing but itself."""
    numbers = " ".join(str(row[3]) for row in rows)
    denied = all(row[4] for row in rows)
    said = [row for row in rows if row[4] == denied]
    unsure = all(row[5] for row in said)
    first = min((row[6] for row in said if row[6] is not None), default=None)
    last = max((row[7] for row in said if row[7] is not None), default=None)
    row = (number, *rows[0][:3], first, last, denied, unsure, numbers)
    return row, stretches_of(read(one[8]) for one in said)


def _some(ties: Iterable[Tie]) -> Iterator[list[Tie]]:
    waiting: list[Tie] = []
    for one in ties:
        waiting.append(one)
        if len(waiting) >= _TOGETHER:
            yield waiting
            waiting = []
    yield waiting


_TOGETHER = 10_000


def _weigh(connection: apsw.Connection) -> None:
    """How many statements lead into or out of each entity."""
    connection.execute("CREATE TEMP TABLE weight (entity INTEGER PRIMARY KEY, degree INTEGER)")
    for end in ("source", "target"):
        connection.execute(
            f"INSERT INTO weight SELECT {end}, count(*) FROM edge GROUP BY {end} "
            "ON CONFLICT (entity) DO UPDATE SET degree = degree + excluded.degree"
        )
    connection.execute(
        "UPDATE entity SET degree = weight.degree FROM weight WHERE weight.entity = entity.number"
    )
    connection.execute("DROP TABLE weight")


def _lay_steps(connection: apsw.Connection) -> None:
    """From either end, over what affirms that two belong together."""
    connection.execute("INSERT INTO kind (name) SELECT DISTINCT kind FROM tie ORDER BY kind")
    kinds = dict(connection.execute("SELECT name, number FROM kind"))
    leading = [number for name, number in kinds.items() if name not in NO_TIES]
    joined = ", ".join(map(str, leading)) or "NULL"
    sql = (
        "SELECT {0}, {1}, unsure, kind.number, since, until FROM tie "
        "JOIN stretch ON tie = tie.number JOIN kind ON kind.name = tie.kind "
        f"WHERE NOT denied AND kind.number IN ({joined})"
    )
    both = (connection.execute(sql.format(*ends)) for ends in (_FORTH, _FORTH[::-1]))
    connection.execute(
        "CREATE TEMP TABLE either (here, there, unsure, kind, since, until, PRIMARY KEY "
        "(here, there, unsure, kind, since, until)) WITHOUT ROWID"
    )
    connection.executemany("INSERT OR IGNORE INTO either VALUES (?, ?, ?, ?, ?, ?)", chain(*both))
    connection.execute(
        "CREATE TEMP TABLE lone AS SELECT here FROM either GROUP BY here "
        "HAVING min(there) = max(there)"
    )
    connection.execute("CREATE UNIQUE INDEX temp.lone_here ON lone (here)")
    connection.execute(
        "INSERT INTO step SELECT either.*, "
        "CASE WHEN lone.here IS NULL THEN entity.degree ELSE 0 END FROM either "
        "JOIN entity ON entity.number = there LEFT JOIN lone ON lone.here = there "
        "ORDER BY 1, 2, 3, 4, 5, 6"
    )
    connection.execute("DROP TABLE either")
    connection.execute("DROP TABLE lone")


_FORTH = ("source", "target")
