"""Adds an entry to the case: what of it is new becomes rows of one batch."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import apsw

from hearsay.ledger.codec import decode, encode
from hearsay.ledger.store import Appended, Entry
from hearsay.ledger.stores.sqlite.asking import each, row, rows, value
from hearsay.ledger.stores.sqlite.batch import Batch, unpacked
from hearsay.ledger.stores.sqlite.derived import (
    address_key,
    listing_columns,
    passage_words,
    source_columns,
)
from hearsay.ledger.stores.sqlite.labelling import carry_labels
from hearsay.vocabulary.captures import Capture, Particulars
from hearsay.vocabulary.documents import Document
from hearsay.vocabulary.problems import Problem
from hearsay.vocabulary.readings import Claim


@dataclass(frozen=True, slots=True)
class _Held:
    """What the case already holds of these bytes from this address."""

    bytes: int | None
    """Number of the content, whichever address it came from."""
    captures: tuple[int, ...]
    """Numbers of the capture rows of these bytes from this address, oldest first."""
    stated: Particulars
    """What was stated about it last."""


def append(connection: apsw.Connection, batch: Batch, entry: Entry) -> Appended:
    """Add what of the entry is not yet in the case; inside a transaction."""
    capture = entry.fetched.capture
    if is_redacted(connection, capture.sha256):
        # What was removed for someone's safety does not come back by reading a folder again.
        return Appended("nothing", batch.seal())
    held = _held(connection, capture)
    known_address = _address_is_known(connection, capture.address)
    restated = capture.stated.over(held.stated) != held.stated
    here, bytes_number = _keep_capture(batch, entry, held, restated=restated)
    _keep_reading(connection, batch, entry, held, here, bytes_number, restated=restated)
    _keep_problems(connection, batch, entry, held, here)
    before = batch.previous
    head = batch.seal()
    if head == before:
        return Appended("nothing", head)
    if held.captures:
        return Appended("read_again", head)
    return Appended("new_capture_of_address" if known_address else "new", head)


def is_redacted(connection: apsw.Connection, sha256: str) -> bool:
    """Whether these bytes, or a claim that stood in them, were redacted."""
    sql = "SELECT 1 FROM capture JOIN redaction USING (bytes) WHERE sha256 = ? LIMIT 1"
    return row(connection, sql, (sha256,)) is not None


def rows_of(connection: apsw.Connection, sha256: str, address: str) -> list[tuple[int, Capture]]:
    """The capture rows of these bytes from this address, oldest first."""
    found = each(
        connection,
        "SELECT capture.number, packing, body FROM capture "
        "JOIN content ON content.number = particulars "
        "JOIN received ON received.capture = capture.number "
        "WHERE sha256 = ? AND address = ? ORDER BY capture.number",
        (sha256, address_key(address)),
    )
    return [(number, decode(Capture, unpacked(how, body))) for number, how, body in found]


def readings_of(connection: apsw.Connection, captures: tuple[int, ...]) -> list[tuple[Any, ...]]:
    """Number, format, reader, document and successor of every reading of these captures."""
    marks = ", ".join("?" * len(captures))
    return rows(
        connection,
        "SELECT old.number, old.format, old.reader, old.document, new.number FROM reading old "
        "LEFT JOIN reading new ON new.supersedes = old.number "
        f"WHERE old.capture IN ({marks}) ORDER BY old.number",
        captures,
    )


def _held(connection: apsw.Connection, capture: Capture) -> _Held:
    sql = "SELECT bytes FROM capture WHERE sha256 = ? LIMIT 1"
    bytes_number = value(connection, sql, (capture.sha256,))
    known = rows_of(connection, capture.sha256, capture.address) if bytes_number else []
    stated = known[-1][1].stated if known else Particulars()
    return _Held(bytes_number, tuple(number for number, _ in known), stated)


def _address_is_known(connection: apsw.Connection, address: str) -> bool:
    sql = "SELECT 1 FROM received WHERE address = ? LIMIT 1"
    return row(connection, sql, (address_key(address),)) is not None


def _keep_capture(batch: Batch, entry: Entry, held: _Held, *, restated: bool) -> tuple[int, int]:
    """The numbers of the capture row and of the bytes, added where they are new."""
    capture = entry.fetched.capture
    bytes_number = held.bytes or batch.content(entry.fetched.content, received=True)
    if held.captures and not restated:
        return held.captures[-1], bytes_number
    stated = replace(capture, stated=capture.stated.over(held.stated))
    number = batch.row(
        "capture",
        sha256=capture.sha256,
        bytes=bytes_number,
        particulars=batch.content(encode(stated)),
    )
    batch.derived("received", capture=number, address=address_key(capture.address))
    return number, bytes_number


def _keep_reading(
    connection: apsw.Connection,
    batch: Batch,
    entry: Entry,
    held: _Held,
    here: int,
    bytes_number: int,
    *,
    restated: bool,
) -> None:
    document, reading = entry.document, entry.reading
    if document is None:
        return
    reader = reading.reader if reading else None
    known = readings_of(connection, held.captures) if held.captures else []
    in_force = next((row for row in known if row[4] is None), None)
    same = any(f == document.format and reader in (r, None) for _, f, r, _, _ in known)
    if same and not restated:
        return
    number = batch.row(
        "reading",
        capture=here,
        supersedes=in_force[0] if in_force else None,
        format=document.format,
        reader=reader,
        document=_keep_document(connection, batch, document, in_force[3] if in_force else None),
        found=batch.content(encode(reading)) if reading else None,
    )
    particulars = document.particulars
    batch.derived("source", reading=number, **source_columns(particulars))
    numbers = [
        (_keep_claim(batch, claim, number, bytes_number, particulars), claim)
        for claim in {claim.id: claim for claim in entry.claims}.values()
    ]
    carry_labels(connection, batch, bytes_number, numbers, document.text)


def _keep_document(
    connection: apsw.Connection, batch: Batch, document: Document, before: int | None
) -> int:
    """The number of the document's content: the one `before`, where nothing in it changed."""
    body = encode(document)
    if before is not None:
        held = row(connection, "SELECT packing, body FROM content WHERE number = ?", (before,))
        if held is not None and held[1] is not None and unpacked(*held) == body:
            return before
    number = batch.content(body)
    for place, words in passage_words(document):
        rowid = batch.next_passage()
        batch.derived("passage", number=rowid, document=number, place=place, words=words)
        batch.derived("passage_words", rowid=rowid, words=words)
    return number


def _keep_claim(
    batch: Batch, claim: Claim, reading: int, bytes_number: int, particulars: Particulars
) -> int:
    number = batch.row("claim", reading=reading, content=batch.content(encode(claim)))
    columns = listing_columns(claim, particulars)
    batch.derived("listing", claim=number, reading=reading, bytes=bytes_number, **columns)
    batch.derived(
        "listing_words", rowid=number, speakers=columns["speakers"], words=columns["words"]
    )
    return number


def _keep_problems(
    connection: apsw.Connection, batch: Batch, entry: Entry, held: _Held, here: int
) -> None:
    found = (
        *entry.problems,
        *(entry.document.problems if entry.document else ()),
        *(entry.reading.problems if entry.reading else ()),
    )
    keep_problems(connection, batch, found, here, held.captures)


def keep_problems(
    connection: apsw.Connection,
    batch: Batch,
    problems: tuple[Problem, ...],
    capture: int | None,
    known_for: tuple[int, ...] = (),
) -> None:
    """Add those problems that are not yet kept for the same bytes and address."""
    if not problems:
        return
    where = f"capture IN ({', '.join('?' * len(known_for))})" if capture else "capture IS NULL"
    kept = {
        unpacked(packing, body)
        for packing, body in each(
            connection,
            f"SELECT packing, body FROM problem JOIN content ON content.number = content "
            f"WHERE {where} AND body IS NOT NULL",
            known_for,
        )
    }
    for body in dict.fromkeys(encode(problem) for problem in problems):
        if body not in kept:
            batch.row("problem", capture=capture, content=batch.content(body))
