"""Finds passages by their words, whether or not a reader could make claims of them."""

from __future__ import annotations

from collections.abc import Iterator

import apsw

from hearsay.ledger.codec import decode
from hearsay.ledger.folding import query
from hearsay.ledger.store import FoundPassage
from hearsay.ledger.stores.sqlite.asking import row, rows
from hearsay.ledger.stores.sqlite.batch import unpacked
from hearsay.ledger.stores.sqlite.derived import address_of
from hearsay.ledger.stores.sqlite.labelling import hidden_spans
from hearsay.ledger.stores.sqlite.listing import Bound
from hearsay.vocabulary.documents import Document
from hearsay.vocabulary.spans import Spans

# The same document at two addresses is found once, where it was first received.
_FOUND = """
SELECT document, place, bytes, sha256, address, publisher, published, title FROM (
  SELECT passage.document, place, capture.bytes, sha256, capture.number AS capture_number,
    reading.number AS reading_number,
    row_number() OVER (PARTITION BY capture.bytes, place ORDER BY reading.number) AS copy
  FROM passage_words JOIN passage ON passage.number = passage_words.rowid
  JOIN reading ON reading.document = passage.document
  JOIN capture ON capture.number = reading.capture
  WHERE passage_words MATCH :words AND reading.number <= :reading AND NOT EXISTS (
    SELECT 1 FROM reading AS newer
    WHERE newer.supersedes = reading.number AND newer.number <= :reading))
JOIN received ON received.capture = capture_number
JOIN source ON source.reading = reading_number
WHERE copy = 1 ORDER BY published DESC, reading_number, place
"""


def search(
    connection: apsw.Connection,
    words: str,
    within: Bound,
    *,
    labels: frozenset[str],
    limit: int | None,
) -> Iterator[FoundPassage]:
    """The passages in force that hold all of these words, newest publication first."""
    searched = query(words)
    if searched is None or limit == 0:
        return
    found = rows(connection, _FOUND, {"words": searched, "reading": within.reading})
    documents: dict[int, Document] = {}
    hidden: dict[int, Spans | None] = {}
    given = 0
    for number, place, bytes_number, sha256, address, publisher, published, title in found:
        if number not in documents:
            documents = {number: _document(connection, number)}
            text = documents[number].text
            hidden = {number: hidden_spans(connection, bytes_number, text, labels)}
        passage = documents[number].passages[place]
        spans = hidden[number]
        if spans is None or any(passage.span.meets(span) for span in spans):
            continue
        yield FoundPassage(
            capture=sha256,
            passage=passage,
            words=passage.span.of(documents[number].text),
            address=address_of(address),
            publisher=publisher,
            published=published,
            title=title,
        )
        given += 1
        if given == limit:
            return


def _document(connection: apsw.Connection, number: int) -> Document:
    found = row(connection, "SELECT packing, body FROM content WHERE number = ?", (number,))
    return decode(Document, unpacked(*found)) if found else Document("", "", "", ())
