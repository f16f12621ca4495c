"""Works out the listing and search rows again and says where the case holds others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import apsw

from hearsay.ledger.chain import Plain
from hearsay.ledger.codec import decode
from hearsay.ledger.stores.sqlite.asking import each, row
from hearsay.ledger.stores.sqlite.batch import unpacked
from hearsay.ledger.stores.sqlite.derived import (
    address_key,
    listing_columns,
    passage_words,
    source_columns,
)
from hearsay.vocabulary.captures import Capture, Particulars
from hearsay.vocabulary.documents import Document
from hearsay.vocabulary.readings import Claim

_LISTED = (
    "reading", "bytes", "id", "first_day", "last_day", "starts", "ends", "outlet", "speakers",
    "words",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Difference:
    """A derived row that is not what the contents say."""

    table: str
    key: str
    number: int
    expected: dict[str, Plain | bytes] | None
    """`None` where there should be no row."""


def differences(connection: apsw.Connection, bytes_number: int | None) -> Iterator[Difference]:
    """Where the derived rows differ: of one capture's bytes, or of the whole case."""
    yield from _received(connection, bytes_number)
    yield from _sources(connection, bytes_number)
    yield from _listing(connection, bytes_number)
    yield from _passages(connection, bytes_number)


def put_right(connection: apsw.Connection, bytes_number: int) -> None:
    """Make the derived rows of one capture's bytes what its contents now say."""
    for found in list(differences(connection, bytes_number)):
        if found.expected is None:
            sql = f"DELETE FROM {found.table} WHERE {found.key} = ?"
            connection.execute(sql, (found.number,))
        else:
            columns = ", ".join(f"{name} = ?" for name in found.expected)
            sql = f"UPDATE {found.table} SET {columns} WHERE {found.key} = ?"
            connection.execute(sql, (*found.expected.values(), found.number))


def _received(connection: apsw.Connection, bytes_number: int | None) -> Iterator[Difference]:
    for number, packing, body, held in each(
        connection,
        "SELECT capture.number, packing, body, address FROM capture "
        "JOIN content ON content.number = particulars "
        f"LEFT JOIN received ON received.capture = capture.number {_only(bytes_number)}",
    ):
        expected = None if body is None else address_key(_value(Capture, packing, body).address)
        if held != expected:
            yield Difference("received", "capture", number, _column("address", expected))


def _sources(connection: apsw.Connection, bytes_number: int | None) -> Iterator[Difference]:
    for number, packing, body, key, *held in each(
        connection,
        "SELECT reading.number, packing, body, source.reading, publisher, published, title "
        "FROM reading JOIN capture ON capture.number = capture "
        "JOIN content ON content.number = document "
        f"LEFT JOIN source ON source.reading = reading.number {_only(bytes_number)}",
    ):
        if body is None:
            if key is not None:
                yield Difference("source", "reading", number, None)
            continue
        columns = source_columns(_value(Document, packing, body).particulars)
        if key is None or held != list(columns.values()):
            yield Difference("source", "reading", number, dict(columns))


def _listing(connection: apsw.Connection, bytes_number: int | None) -> Iterator[Difference]:
    shown = ", ".join(f"listing.{name}" for name in _LISTED)
    found = each(
        connection,
        "SELECT claim.reading, capture.bytes, claim.number, packing, body, listing.claim, "
        f"{shown} FROM claim JOIN content ON content.number = claim.content "
        "JOIN reading ON reading.number = claim.reading "
        "JOIN capture ON capture.number = reading.capture "
        f"LEFT JOIN listing ON listing.claim = claim.number {_only(bytes_number)} "
        "ORDER BY claim.number",
    )
    for (reading, of_bytes), claims in groupby(found, key=lambda claim: (claim[0], claim[1])):
        particulars = _particulars(connection, reading)
        for _, _, number, packing, body, key, *held in claims:
            if body is None:
                if key is not None:
                    yield Difference("listing", "claim", number, None)
                continue
            expected: dict[str, Plain | bytes] = {
                "reading": reading,
                "bytes": of_bytes,
                **listing_columns(_value(Claim, packing, body), particulars),
            }
            if key is None or held != [expected[name] for name in _LISTED]:
                yield Difference("listing", "claim", number, expected)


def _passages(connection: apsw.Connection, bytes_number: int | None) -> Iterator[Difference]:
    for document, packing, body in each(
        connection,
        "SELECT DISTINCT document, packing, body FROM reading "
        "JOIN capture ON capture.number = capture "
        f"JOIN content ON content.number = document {_only(bytes_number)}",
    ):
        expected = {} if body is None else dict(passage_words(_value(Document, packing, body)))
        for number, place, words in each(
            connection, "SELECT number, place, words FROM passage WHERE document = ?", (document,)
        ):
            here = expected.pop(place, None)
            if here != words:
                yield Difference("passage", "number", number, _column("words", here))
        for place in expected:
            yield Difference("passage", "document", document, {"place": place})


def _particulars(connection: apsw.Connection, reading: int) -> Particulars:
    found = row(
        connection,
        "SELECT packing, body FROM reading JOIN content ON content.number = document "
        "WHERE reading.number = ?",
        (reading,),
    )
    if found is None or found[1] is None:
        return Particulars()
    document: Document = _value(Document, *found)
    return document.particulars


def _column(name: str, expected: str | bytes | None) -> dict[str, Plain | bytes] | None:
    return None if expected is None else {name: expected}


def _only(bytes_number: int | None) -> str:
    return "" if bytes_number is None else f"WHERE capture.bytes = {bytes_number:d}"


def _value(cls: Any, packing: int, body: bytes) -> Any:
    return decode(cls, unpacked(packing, body))
