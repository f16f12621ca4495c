"""What a case then knows, as of any date: its statements by who and what they are about."""

from __future__ import annotations

from collections.abc import Iterator

import apsw

from hearsay.case.fingerprints import fingerprint
from hearsay.case.tracing import CaseTracing
from hearsay.ledger.store import Store
from hearsay.origins.tracing import each_telling
from hearsay.picture.entities import Names, entities_of
from hearsay.picture.index import Asking, filled
from hearsay.picture.naming import Compared
from hearsay.picture.stating import statements_of
from hearsay.picture.things import things_of
from hearsay.vocabulary.statements import Statement
from hearsay.vocabulary.traces import Account

_WORKED_OUT_BY = ("hearsay.picture", "hearsay.resolution")


class CasePicture:
    """The picture that the claims of a case make, worked out once for each state of the case."""

    def __init__(self, store: Store, names: Names | None = None) -> None:
        self._store = store
        self._names = names

    def asking(
        self, *, known_at: str | None = None, labels: frozenset[str] = frozenset()
    ) -> Asking:
        """Questions to all that is stated, as far as it may be shown.

        Its index is kept in the case until something is added.
        """
        name = "\x1f".join(
            ("picture", fingerprint(*_WORKED_OUT_BY), known_at or "", *sorted(labels))
        )
        kept = self._store.kept_work(name)
        if kept is not None:
            connection = apsw.Connection(":memory:")
            connection.deserialize("main", kept)
            return Asking(connection)
        head = self._store.head()
        connection = self._index(known_at, labels)
        self._store.keep_work(name, connection.serialize("main"), head=head)
        return Asking(connection)

    def _index(self, known_at: str | None, labels: frozenset[str]) -> apsw.Connection:
        """Goes through the case twice, so that it is never all in memory: for who there is, and
        then for what is stated of them."""

        def stated() -> Iterator[tuple[Account, tuple[Statement, ...]]]:
            accounts = CaseTracing(self._store).accounts(known_at=known_at, labels=labels)
            for one in each_telling(accounts):
                yield one, statements_of(one.document, one.reading)

        things = [thing for account, said in stated() for thing in things_of(account, said)]
        return filled(stated(), entities_of(things, self._names or Compared()))
