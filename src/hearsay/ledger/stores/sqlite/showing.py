"""Finds documents by what a person calls them, and gives them as far as they may be shown."""

from __future__ import annotations

import re
from collections.abc import Iterator

import apsw

from hearsay.ledger.codec import decode
from hearsay.ledger.days import days
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
SELECT sha256, bytes, document, found, address FROM capture
JOIN reading ON reading.capture = capture.number
JOIN received ON received.capture = capture.number
WHERE sha256 = :sha256 AND (:address IS NULL OR address = :address)
AND reading.number <= :within AND NOT EXISTS (
  SELECT 1 FROM reading AS newer
  WHERE newer.supersedes = reading.number AND newer.number <= :within)
ORDER BY found IS NULL, reading.number DESC LIMIT 1"""

# Numbers and dates only; each document is taken out of the case when its turn comes.
_PUBLISHED = """
SELECT reading, published FROM source
WHERE reading <= :within AND NOT EXISTS (
  SELECT 1 FROM reading AS newer
  WHERE newer.supersedes = source.reading AND newer.number <= :within)
ORDER BY reading"""
_ONE = """
SELECT sha256, bytes, document, found, address FROM reading
JOIN capture ON capture.number = reading.capture
JOIN received ON received.capture = capture.number
WHERE reading.number = ?"""
_LAST_DAY = "9999-99-99"


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
    if found is None or body_of(connection, found[2]) is None:
        document_in_force(connection, sha256, within)  # says so, if it was redacted
        raise NothingByThatName("document of a capture", sha256)
    here = _as_shown(connection, *found, labels=labels)
    if here is None:
        raise NothingByThatName("document that may be shown", sha256)
    return here


def accounts(
    connection: apsw.Connection, within: Bound, *, labels: frozenset[str]
) -> Iterator[Shown]:
    """Every document in force that may be shown, by publication, those without a date last."""
    found = rows(connection, _PUBLISHED, {"within": within.reading})
    found.sort(key=lambda published: _when(published[1]))
    for number, _ in found:
        # One at a time: together they are the whole case. One redacted meanwhile is passed over.
        held = row(connection, _ONE, (number,))
        shown = None if held is None else _as_shown(connection, *held, labels=labels)
        if shown is not None:
            yield shown


def _when(published: str | None) -> tuple[str, str]:
    """Orders dates by their first day, then as they are written, so that hours come in order."""
    return days(published)[0] or _LAST_DAY, published or ""


def _as_shown(
    connection: apsw.Connection,
    sha256: str,
    bytes_number: int,
    document_number: int,
    found: int | None,
    key: bytes,
    *,
    labels: frozenset[str],
) -> Shown | None:
    """A document and its reading without what may not be seen; `None` where nothing may be."""
    body = body_of(connection, document_number)
    if body is None:
        return None
    document = decode(Document, body)
    labelled = hidden_spans(connection, bytes_number, document.text, labels)
    if labelled is None:
        return None
    read = body_of(connection, found)
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
