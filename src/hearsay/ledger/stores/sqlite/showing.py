"""Finds documents by what a person calls them, and gives them as far as they may be shown."""

from __future__ import annotations

import re
from collections.abc import Iterator

import apsw

from hearsay.ledger.codec import decode
from hearsay.ledger.store import DocumentRow, Shown
from hearsay.ledger.stores.sqlite.appending import is_redacted
from hearsay.ledger.stores.sqlite.asking import Values, row, rows
from hearsay.ledger.stores.sqlite.derived import address_key, address_of
from hearsay.ledger.stores.sqlite.labelling import hidden_spans, is_labelled
from hearsay.ledger.stores.sqlite.listing import Bound
from hearsay.ledger.stores.sqlite.reading import document as document_in_force
from hearsay.ledger.stores.sqlite.standing import body_of
from hearsay.ledger.withholding import (
    hidden_passages,
    title_withheld,
    withhold,
    without_redacted,
)
from hearsay.vocabulary.documents import Document
from hearsay.vocabulary.errors import NothingByThatName
from hearsay.vocabulary.readings import Reading

# The same bytes at two addresses are listed once, at the first one that fits. `source` and
# `received` have no row for what was redacted.
_LISTED = """
SELECT sha256, bytes, document, address, publisher, published, title, recorded_at FROM (
  SELECT sha256, capture.bytes, document, address, publisher, published, title, recorded_at,
    reading.number AS number,
    row_number() OVER (PARTITION BY capture.bytes ORDER BY reading.number) AS copy
  FROM reading JOIN capture ON capture.number = reading.capture
  JOIN received ON received.capture = capture.number
  JOIN source ON source.reading = reading.number
  JOIN batch ON batch.number = reading.batch
  WHERE reading.number <= :within AND NOT EXISTS (
    SELECT 1 FROM reading AS newer
    WHERE newer.supersedes = reading.number AND newer.number <= :within)
  AND {fits})
WHERE copy = 1 ORDER BY published DESC, number"""

_BY_ADDRESS = "address = :address"
_BY_FILE_NAME = """
(substr(address, -length(:tail)) = :tail OR substr(address, -length(:tail) - 1) = :folder)"""
_BY_BEGINNING = "sha256 >= :beginning AND sha256 < :beginning || 'g'"

# A document that was read comes before one that was only kept, and a newer before an older one.
_IN_FORCE = """
SELECT bytes, document, found, address FROM capture
JOIN reading ON reading.capture = capture.number
JOIN received ON received.capture = capture.number
WHERE sha256 = :sha256 AND (:address IS NULL OR address = :address)
AND reading.number <= :within AND NOT EXISTS (
  SELECT 1 FROM reading AS newer
  WHERE newer.supersedes = reading.number AND newer.number <= :within)
ORDER BY found IS NULL, reading.number DESC LIMIT 1"""


def documents(
    connection: apsw.Connection,
    within: Bound,
    *,
    named: str | None,
    labels: frozenset[str],
) -> Iterator[DocumentRow]:
    """The documents in force that a name fits best, or all; newest publication first."""
    if named is None:
        yield from _listed(connection, "1", {"within": within.reading}, labels)
        return
    key = address_key(named)
    ways: list[tuple[str, dict[str, bytes | str]]] = [(_BY_ADDRESS, {"address": key})]
    if name := key.strip(b"/"):
        ways.append((_BY_FILE_NAME, {"tail": b"/" + name, "folder": b"/" + name + b"/"}))
    if re.fullmatch("[0-9a-fA-F]{1,64}", named):
        ways.append((_BY_BEGINNING, {"beginning": named.lower()}))
    for fits, values in ways:
        found = list(_listed(connection, fits, {"within": within.reading, **values}, labels))
        if found:
            yield from found
            return


def shown(
    connection: apsw.Connection,
    within: Bound,
    sha256: str,
    *,
    address: str | None,
    labels: frozenset[str],
) -> Shown:
    """A document and its reading in force, as far as they may be shown."""
    found = row(
        connection,
        _IN_FORCE,
        {
            "sha256": sha256,
            "address": None if address is None else address_key(address),
            "within": within.reading,
        },
    )
    body = None if found is None else body_of(connection, found[1])
    if found is None or body is None:
        document_in_force(connection, sha256, within)  # says so, if it was redacted
        raise NothingByThatName("document of a capture", sha256)
    bytes_number, _, kept, key = found
    document = decode(Document, body)
    labelled = hidden_spans(connection, bytes_number, document.text, labels)
    if labelled is None:
        raise NothingByThatName("document that may be shown", sha256)
    read = None if kept is None else body_of(connection, kept)
    reading = None if read is None else decode(Reading, read)
    if reading is not None and is_redacted(connection, sha256):
        reading = without_redacted(reading, document.text)
    withheld = hidden_passages(document, labelled)
    return Shown(address_of(key), *withhold(document, reading, labelled), withheld)


def _listed(
    connection: apsw.Connection, fits: str, values: Values, labels: frozenset[str]
) -> Iterator[DocumentRow]:
    """The rows that pass the test, without the documents that are labelled as a whole."""
    for sha256, bytes_number, number, key, publisher, published, title, recorded_at in rows(
        connection, _LISTED.format(fits=fits), values
    ):
        if is_labelled(connection, bytes_number, labels):
            body = body_of(connection, number)
            document = Document("", "", "", ()) if body is None else decode(Document, body)
            labelled = hidden_spans(connection, bytes_number, document.text, labels)
            if labelled is None:
                continue
            title = title_withheld(document, labelled)
        yield DocumentRow(sha256, address_of(key), publisher, published, title, recorded_at)
