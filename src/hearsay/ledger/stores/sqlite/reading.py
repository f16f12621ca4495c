"""Reads captures, documents, readings and problems back from the case."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

import apsw

from hearsay.ledger.codec import decode
from hearsay.ledger.stores.sqlite.appending import is_redacted, readings_of, rows_of
from hearsay.ledger.stores.sqlite.asking import each, row, rows
from hearsay.ledger.stores.sqlite.batch import unpacked
from hearsay.ledger.stores.sqlite.labelling import hidden_spans
from hearsay.ledger.stores.sqlite.listing import Bound
from hearsay.ledger.stores.sqlite.standing import body_of
from hearsay.vocabulary.captures import Capture, Particulars
from hearsay.vocabulary.documents import Document
from hearsay.vocabulary.errors import NothingByThatName, Redacted
from hearsay.vocabulary.problems import Problem
from hearsay.vocabulary.readings import Reading
from hearsay.vocabulary.spans import Spans

T = TypeVar("T")


def captures(connection: apsw.Connection, within: Bound) -> Iterator[Capture]:
    """Every capture in the order received; what was stated later about it replaces the earlier."""
    newest: dict[tuple[str, str], Capture] = {}
    for packing, body in each(
        connection,
        "SELECT packing, body FROM capture JOIN content ON content.number = particulars "
        "WHERE batch <= ? ORDER BY capture.number",
        (within.batch,),
    ):
        if body is not None:
            capture = decode(Capture, unpacked(packing, body))
            newest[capture.sha256, capture.address] = capture
    yield from newest.values()


def received_bytes(connection: apsw.Connection, sha256: str) -> bytes:
    """The bytes of a capture, unaltered."""
    found = row(
        connection,
        "SELECT packing, body, bytes FROM capture JOIN content ON content.number = bytes "
        "WHERE sha256 = ? LIMIT 1",
        (sha256,),
    )
    if found is None:
        raise NothingByThatName("capture", sha256)
    packing, body, number = found
    if body is None:
        raise _redacted(connection, number, sha256)
    return unpacked(packing, body)


def has_reading(
    connection: apsw.Connection,
    sha256: str,
    address: str,
    *,
    format: str,
    reader: str,
    stated: Particulars | None,
) -> bool:
    """Whether reading these bytes from this address again would change nothing."""
    if is_redacted(connection, sha256):
        return True
    held = rows_of(connection, sha256, address)
    if not held:
        return False
    if stated is not None and stated.over(held[-1][1].stated) != held[-1][1].stated:
        return False
    known = readings_of(connection, tuple(number for number, _ in held))
    return any((read[1], read[2]) == (format, reader) for read in known)


def document(connection: apsw.Connection, sha256: str, within: Bound) -> Document:
    """The document in force for a capture."""
    return _in_force(connection, sha256, within, "document", Document)


def reading(connection: apsw.Connection, sha256: str, within: Bound) -> Reading:
    """The reading in force for a capture."""
    return _in_force(connection, sha256, within, "found", Reading)


def problems(
    connection: apsw.Connection, within: Bound, labels: frozenset[str]
) -> Iterator[tuple[str, Problem]]:
    """Every problem kept that may be shown, with when it was recorded, oldest first.

    One about a capture of which anything is labelled is hidden, unless it says what it is about
    and that is not labelled: its words may be those that the label hides.
    """
    found = rows(
        connection,
        "SELECT recorded_at, packing, body, capture FROM problem "
        "JOIN content ON content.number = content JOIN batch ON batch.number = batch "
        "WHERE batch <= ? ORDER BY problem.number",
        (within.batch,),
    )
    hidden: dict[int, Spans | None] = {}
    for recorded_at, packing, body, capture in found:
        if body is None:
            continue
        problem = decode(Problem, unpacked(packing, body))
        if capture is not None:
            if capture not in hidden:
                hidden[capture] = _hidden_in(connection, capture, labels)
            if not _may_be_shown(problem, hidden[capture]):
                continue
        yield recorded_at, problem


def _hidden_in(connection: apsw.Connection, capture: int, labels: frozenset[str]) -> Spans | None:
    """Where a capture's newest document is labelled; `None` for all of it."""
    sql = (
        "SELECT bytes, document FROM reading JOIN capture ON capture.number = capture "
        "WHERE capture = ? ORDER BY reading.number DESC LIMIT 1"
    )
    found = row(connection, sql, (capture,))
    if found is None:
        return ()
    body = body_of(connection, found[1])
    text = "" if body is None else decode(Document, body).text
    return hidden_spans(connection, found[0], text, labels)


def _may_be_shown(problem: Problem, hidden: Spans | None) -> bool:
    if hidden is None:
        return False
    if not hidden:
        return True
    span = problem.span
    return span is not None and not any(span.meets(one) for one in hidden)


def _in_force(
    connection: apsw.Connection, sha256: str, within: Bound, column: str, cls: type[T]
) -> T:
    found = row(
        connection,
        "SELECT packing, body, bytes FROM capture JOIN reading ON reading.capture = capture.number "
        f"LEFT JOIN content ON content.number = {column} "
        "WHERE sha256 = :sha256 AND reading.number <= :reading AND NOT EXISTS ("
        "SELECT 1 FROM reading AS newer "
        "WHERE newer.supersedes = reading.number AND newer.number <= :reading) "
        f"ORDER BY {column} IS NULL, reading.number DESC LIMIT 1",
        {"sha256": sha256, "reading": within.reading},
    )
    if found is None or found[0] is None:
        kind = "document" if column == "document" else "reading"
        raise NothingByThatName(f"{kind} of a capture", sha256)
    packing, body, bytes_number = found
    if body is None:
        raise _redacted(connection, bytes_number, sha256)
    return decode(cls, unpacked(packing, body))


def _redacted(connection: apsw.Connection, bytes_number: int, sha256: str) -> Redacted:
    found = row(
        connection,
        "SELECT recorded_at, redacted_by, reason FROM redaction "
        "JOIN batch ON batch.number = batch WHERE bytes = ? ORDER BY redaction.number LIMIT 1",
        (bytes_number,),
    )
    when, by, reason = found or ("", "", "")
    return Redacted(sha256, when=when, by=by, reason=reason)
