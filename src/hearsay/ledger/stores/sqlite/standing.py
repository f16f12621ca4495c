"""Which claims of a capture stand on given words, in each of its readings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import apsw

from hearsay.ledger.anchoring import Anchor, located, shared
from hearsay.ledger.codec import decode
from hearsay.ledger.stores.sqlite.asking import row, rows
from hearsay.ledger.stores.sqlite.batch import unpacked
from hearsay.ledger.stores.sqlite.listing import Bound, in_force
from hearsay.vocabulary.documents import Document
from hearsay.vocabulary.errors import NothingByThatName
from hearsay.vocabulary.readings import Claim
from hearsay.vocabulary.spans import Spans, hull


@dataclass(frozen=True, slots=True)
class Standing:
    """A claim of one reading, and how many code points of the words in question it holds."""

    claim: int
    reading: int
    id: str
    shared: int


class Texts:
    """The texts of documents, each taken out of the case once."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        self._texts: dict[int, str] = {}

    def of(self, document: int) -> str:
        """The text of the document with this content number; empty once redacted."""
        if document not in self._texts:
            body = body_of(self._connection, document)
            self._texts[document] = "" if body is None else decode(Document, body).text
        return self._texts[document]


def standing(
    connection: apsw.Connection, bytes_number: int, on: Anchor | None, texts: Texts
) -> Iterator[Standing]:
    """The claims of any reading of these bytes that stand on the words; all, where none are given.

    A reading in whose text the words cannot be found gives none of its claims.
    """
    for reading, document in rows(
        connection,
        "SELECT reading.number, document FROM capture JOIN reading ON capture = capture.number "
        "WHERE bytes = ? ORDER BY reading.number",
        (bytes_number,),
    ):
        spans = None if on is None else located(on, texts.of(document))
        if on is None or spans:
            yield from _of_reading(connection, bytes_number, reading, spans)


def standing_now(
    connection: apsw.Connection,
    bytes_number: int,
    on: Anchor,
    judged: str,
    within: Bound,
    texts: Texts,
) -> str | None:
    """The id of the claim in force that shares most of the words, if any shares some.

    The claim that was `judged` comes before all others while it is in force.
    """
    there = [
        found
        for found in standing(connection, bytes_number, on, texts)
        if in_force(connection, found.claim, within)
    ]
    if any(found.id == judged for found in there):
        return judged
    return max(there, key=lambda found: found.shared).id if there else None


def claim_and_text(connection: apsw.Connection, claim: int) -> tuple[Claim, str]:
    """A claim and the text that it stands in."""
    found = row(
        connection,
        "SELECT content, document FROM claim JOIN reading ON reading.number = reading "
        "WHERE claim.number = ?",
        (claim,),
    )
    content, document = found or (0, 0)
    claimed, made = body_of(connection, content), body_of(connection, document)
    if claimed is None or made is None:
        raise NothingByThatName("claim", str(claim))
    return decode(Claim, claimed), decode(Document, made).text


def body_of(connection: apsw.Connection, content: int | None) -> bytes | None:
    """A content as it was kept; `None` once redacted, and where there is none."""
    found = row(connection, "SELECT packing, body FROM content WHERE number = ?", (content,))
    return None if found is None or found[1] is None else unpacked(*found)


def _of_reading(
    connection: apsw.Connection, bytes_number: int, reading: int, spans: Spans | None
) -> Iterator[Standing]:
    place = hull(spans) if spans else None
    for number, id, packing, body in rows(
        connection,
        "SELECT listing.claim, id, packing, body FROM listing "
        "JOIN claim ON claim.number = listing.claim JOIN content ON content.number = content "
        "WHERE listing.bytes = ? AND listing.reading = ? AND starts < ? AND ends > ? "
        "AND body IS NOT NULL ORDER BY listing.claim",
        (bytes_number, reading, place.end, place.start)
        if place
        else (bytes_number, reading, 1 << 62, -1),
    ):
        held = 1 if spans is None else shared(spans, decode(Claim, unpacked(packing, body)).spans)
        if held:
            yield Standing(number, reading, id, held)
