"""Fills an index from the accounts of a case and the entities that were found in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from importlib.resources import files

import apsw

from hearsay.ledger.codec import encode
from hearsay.ledger.folding import fold
from hearsay.picture.entities import Entity
from hearsay.picture.index.edges import edges_of, type_of
from hearsay.picture.things import Place, key_of
from hearsay.vocabulary.documents import places
from hearsay.vocabulary.readings import UNSURE, Claim
from hearsay.vocabulary.spans import hull
from hearsay.vocabulary.statements import OPEN, Grounds, Held, Incident, Statement, parties_of
from hearsay.vocabulary.traces import Account


@dataclass(frozen=True, slots=True)
class Kept:
    """A statement with what is needed to walk home from it."""

    statement: Statement
    claim: str | None
    speakers: tuple[str, ...]
    place: str
    words: str
    own: str = ""


def filled(
    accounts: Iterable[tuple[Account, tuple[Statement, ...]]],
    entities: Iterable[Entity],
    *,
    path: str = ":memory:",
) -> apsw.Connection:
    """A database of everything that the accounts state; in memory, or in a file of its own."""
    connection = apsw.Connection(path)
    connection.execute(files(__package__).joinpath("schema.sql").read_text("utf-8"))
    with connection:
        numbers = _entities(connection, entities)
        filler = _Filler(connection, numbers.places)
        for number, (account, statements) in enumerate(accounts, 1):
            filler.account(number, account, statements)
        _namings(connection, numbers)
    connection.execute("ANALYZE")
    return connection


@dataclass(frozen=True, slots=True)
class _Numbers:
    places: Mapping[Place, int]
    entities: tuple[Entity, ...]


def _entities(connection: apsw.Connection, entities: Iterable[Entity]) -> _Numbers:
    held = tuple(entities)
    connection.executemany(
        "INSERT INTO entity VALUES (?, ?, ?, ?, ?)",
        ((n, one.id, one.type, one.name, one.named) for n, one in enumerate(held, 1)),
    )
    return _Numbers({t.place: n for n, one in enumerate(held, 1) for t in one.things}, held)


def _namings(connection: apsw.Connection, numbers: _Numbers) -> None:
    sources = dict(connection.execute("SELECT account, number FROM source"))
    connection.executemany(
        "INSERT INTO naming VALUES (?, ?, ?, ?, ?, ?)",
        (
            (
                number,
                name,
                fold(name),
                sources[thing.place[0]],
                thing.anchor.start,
                thing.anchor.end,
            )
            for number, one in enumerate(numbers.entities, 1)
            for thing in one.things
            for name in thing.names
        ),
    )


class _Filler:
    def __init__(self, connection: apsw.Connection, numbers: Mapping[Place, int]) -> None:
        self._connection = connection
        self._numbers = numbers
        self._next = 1

    def account(self, number: int, account: Account, statements: Iterable[Statement]) -> None:
        told = account.document.particulars
        self._connection.execute(
            "INSERT INTO source VALUES (?, ?, ?, ?, ?, ?)",
            (number, account.id, account.address, told.publisher, told.published, told.title),
        )
        parties: list[tuple[int, str, int, int]] = []
        edges: list[tuple[int, int, str, str | None, str | None, int, bool, int]] = []
        rows = []
        for kept in _kept(account, statements):
            at, self._next = self._next, self._next + 1
            statement = kept.statement
            first, last = bounds(statement.grounds.held)
            marks = _marks(statement.grounds)
            denied = statement.grounds.polarity == "denied"
            kind, type = statement.__class__.__name__, type_of(statement)
            rows.append((at, number, kept.claim, kind, type, denied, first, last, encode(kept)))
            named = [
                (self._numbers[account.id, key_of(party)], part)
                for part, party in parties_of(statement)
            ]
            parties += [(entity, part, at, place) for place, (entity, part) in enumerate(named)]
            edges += [
                (named[left][0], named[right][0], kind, first, last, marks, denied, at)
                for left, right, kind in edges_of(statement)
                if named[left][0] != named[right][0]
            ]
        self._connection.executemany(
            "INSERT INTO statement VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", rows
        )
        self._connection.executemany("INSERT INTO party VALUES (?, ?, ?, ?)", parties)
        self._connection.executemany(
            "INSERT OR IGNORE INTO edge VALUES (?, ?, ?, ?, ?, ?, ?, ?)", edges
        )


def bounds(held: Held) -> tuple[str | None, str | None]:
    """The first and the last day that a statement's ranges name; `None` where they name none."""
    firsts = [one.first if one.first != OPEN else one.last for one in held.ranges]
    lasts = [one.last if one.last != OPEN else one.first for one in held.ranges]
    return min(firsts, default=None), max(lasts, default=None)


OPEN_BEGIN, OPEN_END, TURNS, DOUBTFUL = 1, 2, 4, 8
"""What the dates of an edge do not show: that one side is open, that it is said to begin or end,
that the reader is unsure of it."""


def _marks(grounds: Grounds) -> int:
    held = grounds.held
    opens = any(one.first == OPEN for one in held.ranges) * OPEN_BEGIN
    closes = any(one.last == OPEN for one in held.ranges) * OPEN_END
    turns = (held.begins or held.ends) * TURNS
    return opens | closes | turns | (grounds.score < UNSURE) * DOUBTFUL


def _kept(account: Account, statements: Iterable[Statement]) -> Iterator[Kept]:
    """Each statement with the claim that its assertion became, and where that stands."""
    claims = _by_assertion(account)
    at = places(account.document)
    text = account.document.text
    outlet = account.document.particulars.publisher or "unnamed outlet"
    for one in statements:
        claim = claims.get(one.grounds.assertion or "")
        if claim is not None:
            speakers = tuple(speaker.name for speaker in claim.speakers)
            where = at.get(claim.passage, "")
            words = " ".join(claim.words.split())
            yield Kept(_as_claimed(one, claim), claim.id, speakers, where, words, _own(one, text))
            continue
        around = hull(one.grounds.spans)
        passage = account.document.passage_at(around.start)
        where = at.get(passage.paragraph, "") if passage else ""
        words = " ".join(around.of(text).split())
        yield Kept(one, None, (outlet,), where, words, _own(one, text))


def _as_claimed(statement: Statement, claim: Claim) -> Statement:
    """The statement with the hedges of its claim: "the units thought to be under …" are thought
    to be, whichever of them it names."""
    hedges = dict.fromkeys((*statement.grounds.hedges, *(one.kind for one in claim.hedges)))
    return replace(statement, grounds=replace(statement.grounds, hedges=tuple(hedges)))


def _own(statement: Statement, text: str) -> str:
    """The words that state it, without those around them."""
    if isinstance(statement, Incident):
        return statement.trigger.of(text)
    return " ".join(" ".join(span.of(text) for span in statement.grounds.spans).split())


def _by_assertion(account: Account) -> dict[str, Claim]:
    """A claim has the spans of the assertion that it was made of."""
    claims = {claim.spans: claim for claim in account.claims}
    return {one.id: claims[one.spans] for one in account.reading.assertions if one.spans in claims}
