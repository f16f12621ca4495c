"""Lays out what a case states, with what is put together once and only asked after."""

from __future__ import annotations

from collections.abc import Iterable

import apsw

from hearsay.picture.entities import Entity
from hearsay.picture.happening import lay_occurrences
from hearsay.picture.index import filled
from hearsay.picture.rises import lay_rises
from hearsay.vocabulary.statements import Statement
from hearsay.vocabulary.traces import Account


def laid_out(
    accounts: Iterable[tuple[Account, tuple[Statement, ...]]], entities: Iterable[Entity]
) -> apsw.Connection:
    """A database, in memory, of everything that the accounts state, ready to be asked."""
    connection = filled(accounts, entities)
    with connection:
        lay_rises(connection)
        lay_occurrences(connection)
    connection.execute("ANALYZE")
    return connection
