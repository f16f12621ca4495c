"""Fills an index from the accounts of a case and the entities that were found in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from importlib.resources import files

import apsw

from hearsay.ledger.codec import encode
from hearsay.ledger.folding import fold
from hearsay.picture.entities import Entity
from hearsay.picture.index.dates import bounds, written
from hearsay.picture.index.edges import edges_of, type_of
from hearsay.picture.index.rows import BETWEEN, Kept
from hearsay.picture.index.tying import lay_ties
from hearsay.picture.things import Place, key_of
from hearsay.vocabulary.documents import places
from hearsay.vocabulary.readings import UNSURE, Claim
from hearsay.vocabulary.spans import hull
from hearsay.vocabulary.statements import Incident, Posting, Statement, parties_of
from hearsay.vocabulary.traces import Account


def filled(
    accounts: Iterable[tuple[Account, tuple[Statement, ...]]], entities: Iterable[Entity]
) -> apsw.Connection:
    """A database, in memory, of everything that the accounts state."""
    connection = apsw.Connection(":memory:")
    connection.pragma("page_size", PAGE)
    connection.pragma("temp_store", 2)  # nothing of a case in temporary files
    connection.execute(files(__package__).joinpath("schema.sql").read_text("utf-8"))
    with connection:
        numbers = _entities(connection, entities)
        filler = _Filler(connection, numbers.places)
        for number, (account, statements) in enumerate(accounts, 1):
            filler.account(number, account, statements)
        _namings(connection, numbers)
        lay_ties(connection)
    connection.execute("ANALYZE")
    return connection


PAGE = 16384
"""Bytes of a page: a statement is a kilobyte, and those of one document stand together."""


@dataclass(frozen=True, slots=True)
class _Numbers:
    places: Mapping[Place, int]
    entities: tuple[Entity, ...]


def _entities(connection: apsw.Connection, entities: Iterable[Entity]) -> _Numbers:
    held = tuple(entities)
    connection.executemany(
        "INSERT INTO entity (number, id, type, name, named) VALUES (?, ?, ?, ?, ?)",
        ((n, one.id, one.type, one.name, one.named) for n, one in enumerate(held, 1)),
    )
    return _Numbers({t.place: n for n, one in enumerate(held, 1) for t in one.things}, held)


def _namings(connection: apsw.Connection, numbers: _Numbers) -> None:
    sources = dict(connection.execute("SELECT account, number FROM source"))
    connection.executemany(
        "INSERT INTO naming VALUES (?, ?, ?, ?, ?)",
        (
            (number, name, sources[thing.place[0]], thing.anchor.start, thing.anchor.end)
            for number, one in enumerate(numbers.entities, 1)
            for thing in one.things
            for name in thing.names
        ),
    )
    connection.executemany(
        "INSERT INTO called VALUES (?, ?)",
        sorted(
            (folded, number)
            for number, one in enumerate(numbers.entities, 1)
            for folded in {fold(name) for thing in one.things for name in thing.names}
        ),
    )
    connection.execute(
        "UPDATE entity SET namings = (SELECT count(*) FROM naming WHERE entity = entity.number)"
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
        parties: list[tuple[int, str, str, int]] = []
        edges: list[tuple[int, int, str, int]] = []
        rows = []
        for kept in _kept(account, statements):
            at, self._next = self._next, self._next + 1
            named = [
                (part, self._numbers[account.id, key_of(party)])
                for part, party in parties_of(kept.statement)
            ]
            rows.append((at, number, *_columns(kept), _joined(named), encode(kept)))
            kind = type(kept.statement).__name__
            parties += [(entity, kind, part, at) for part, entity in named]
            edges += [
                (named[left][1], named[right][1], kind, at)
                for left, right, kind in edges_of(kept.statement)
                if named[left][1] != named[right][1]
            ]
        self._connection.executemany(_STATEMENT, rows)
        self._connection.executemany("INSERT OR IGNORE INTO party VALUES (?, ?, ?, ?)", parties)
        self._connection.executemany("INSERT OR IGNORE INTO edge VALUES (?, ?, ?, ?)", edges)


_STATEMENT = f"INSERT INTO statement VALUES ({', '.join('?' * 13)})"


def _columns(kept: Kept) -> tuple[object, ...]:
    """What can be asked of a statement without unpacking it, but for its parties."""
    statement = kept.statement
    grounds = statement.grounds
    first, last = bounds(grounds.held)
    post = None
    if isinstance(statement, Posting):
        words = (statement.role, statement.title, statement.rank)
        post = BETWEEN.join(one or "" for one in words)
    return (
        kept.claim,
        type(statement).__name__,
        type_of(statement),
        grounds.polarity == "denied",
        grounds.score < UNSURE,
        first,
        last,
        written(grounds.held),
        post,
    )


def _joined(named: Iterable[tuple[str, int]]) -> str:
    return " ".join(f"{part} {entity}" for part, entity in named)


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
