"""What a case then knows, as of any date: its statements by who and what they are about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product

import apsw

from hearsay.case.aliasing import resolver_of
from hearsay.case.fingerprints import fingerprint
from hearsay.case.reviewing import Question, questions_of
from hearsay.case.tracing import CaseTracing
from hearsay.ledger.judgements import Identity, NamedAt
from hearsay.ledger.settling import settled_aliases, settled_identities
from hearsay.ledger.store import Store
from hearsay.origins.tracing import each_telling
from hearsay.picture.deciding import Decision
from hearsay.picture.entities import Resolved, resolved
from hearsay.picture.index import Asking, opened, pieces_of
from hearsay.picture.laying import laid_out
from hearsay.picture.naming import Compared
from hearsay.picture.stating import statements_of
from hearsay.picture.things import Place, Thing, things_of
from hearsay.vocabulary.statements import Statement
from hearsay.vocabulary.traces import Account, capture_of

_WORKED_OUT_BY = ("hearsay.picture", "hearsay.resolution")

Stated = Iterator[tuple[Account, tuple[Statement, ...]]]


class CasePicture:
    """The picture that the claims of a case make, worked out once for each state of the case."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def asking(
        self, *, known_at: str | None = None, labels: frozenset[str] = frozenset()
    ) -> Asking:
        """Questions to all that is stated, as far as it may be shown.

        Its index is kept in the case until something is added.
        """
        kept = self._store.kept_pieces(_name(known_at, labels))
        if kept is not None:
            return Asking(opened(kept))
        head = self._store.head()
        # Twice through the case, so that it is never all in memory: for who there is, and then
        # for what is stated of them.
        who = self.who(known_at=known_at, labels=labels)
        connection = laid_out(self._stated(known_at, labels), who.entities)
        self.keep(connection, known_at=known_at, labels=labels, head=head)
        return Asking(connection)

    def keep(
        self,
        index: apsw.Connection,
        *,
        known_at: str | None = None,
        labels: frozenset[str] = frozenset(),
        head: str | None = None,
    ) -> None:
        """Keep an index in the case until something is added, piece by piece."""
        self._store.keep_pieces(_name(known_at, labels), pieces_of(index), head=head)

    def who(self, *, known_at: str | None = None, labels: frozenset[str] = frozenset()) -> Resolved:
        """Everyone and everything that is named, and the pairs of which nothing tells whether
        they are one."""
        things = [
            thing
            for account, said in self._stated(known_at, labels)
            for thing in things_of(account, said)
        ]
        decided = settled_identities(self._store.judging.identities(known_at=known_at))
        names = self.names(known_at=known_at)
        return resolved(things, names, tuple(_decisions(decided, things)))

    def names(self, *, known_at: str | None = None) -> Compared:
        """Who says whether two names mean one, with the names that people of the case state."""
        stated = settled_aliases(self._store.judging.aliasings(known_at=known_at))
        return Compared(resolver_of(stated))

    def questions(
        self, *, known_at: str | None = None, labels: frozenset[str] = frozenset()
    ) -> Iterator[Question]:
        """What a person may decide of who is who, most useful first."""
        who = self.who(known_at=known_at, labels=labels)
        names = self.names(known_at=known_at)
        return questions_of(self._store, who, names, known_at=known_at, labels=labels)

    def _stated(self, known_at: str | None, labels: frozenset[str]) -> Stated:
        accounts = CaseTracing(self._store).accounts(known_at=known_at, labels=labels)
        for one in each_telling(accounts):
            yield one, statements_of(one.document, one.reading)


def _name(known_at: str | None, labels: frozenset[str]) -> str:
    return "\x1f".join(("picture", fingerprint(*_WORKED_OUT_BY), known_at or "", *sorted(labels)))


def _decisions(decided: Iterable[Identity], things: Iterable[Thing]) -> Iterator[Decision]:
    """What people decided of namings, as decisions on the things that they are namings of.

    The same bytes may stand in the case for two outlets: then it holds of the things of both.
    """
    held = list(decided)
    captures = {end.capture for one in held for end in (one.one, one.other) if end}
    by_account: dict[str, list[Thing]] = {}
    for thing in things:
        if capture_of(thing.place[0]) in captures:
            by_account.setdefault(thing.place[0], []).append(thing)
    for one in held:
        left, right = _named_at(one.one, by_account), _named_at(one.other, by_account)
        for pair in product(left, right):
            yield Decision(*pair, one.verdict == "same")


def _named_at(end: NamedAt | None, by_account: dict[str, list[Thing]]) -> list[Place]:
    """The things, one of each account, that are named where a person pointed."""
    found = []
    for account, things in by_account.items():
        if end is not None and capture_of(account) == end.capture:
            near = [(_shared(thing, end), thing) for thing in things]
            best = max(near, key=lambda one: one[0], default=None)
            if best is not None and best[0] > (0, 0):
                found.append(best[1].place)
    return found


def _shared(thing: Thing, end: NamedAt) -> tuple[int, int]:
    """How much of the place a thing stands on; of two alike, the one that stands on no more."""
    return max(
        (
            (min(span.end, end.span.end) - max(span.start, end.span.start), -len(span))
            for span in thing.spans
            if span.meets(end.span)
        ),
        default=(0, 0),
    )
