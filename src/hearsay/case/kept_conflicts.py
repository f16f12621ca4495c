"""The conflicts of a case as they are kept until it changes: asked for all, or by claim."""

from __future__ import annotations

import json
from collections.abc import Iterable

import apsw

from hearsay.ledger.codec import decode, encode
from hearsay.picture.conflict import Conflict

_TABLES = """
CREATE TABLE conflict (place INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT;
CREATE TABLE side (
    claim TEXT NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (claim, place)
) STRICT, WITHOUT ROWID;
"""
_OF_CLAIMS = """
SELECT body FROM conflict WHERE place IN (
    SELECT place FROM side JOIN json_each(?) ON value = claim)
ORDER BY place"""


def written(conflicts: Iterable[Conflict]) -> apsw.Connection:
    """A database in memory of conflicts, found by the claims on their sides."""
    held = apsw.Connection(":memory:")
    held.execute(_TABLES)
    with held:
        for place, one in enumerate(conflicts):
            held.execute("INSERT INTO conflict VALUES (?, ?)", (place, encode(one)))
            sides = ((claim, place) for claim in one.claims)
            held.executemany("INSERT INTO side VALUES (?, ?)", sides)
    return held


def every_conflict(held: apsw.Connection) -> tuple[Conflict, ...]:
    """All of them, in the order in which they were found."""
    return _read(held.execute("SELECT body FROM conflict ORDER BY place"))


def conflicts_of(held: apsw.Connection, claims: Iterable[str]) -> tuple[Conflict, ...]:
    """Those that have any of these claims on a side, in that order."""
    return _read(held.execute(_OF_CLAIMS, (json.dumps(sorted(set(claims))),)))


def _read(rows: Iterable[tuple[bytes, ...]]) -> tuple[Conflict, ...]:
    return tuple(decode(Conflict, body) for (body,) in rows)
