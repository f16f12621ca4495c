"""Removes content for good and leaves tombstones, so that the chain still verifies."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Literal

import apsw

from hearsay.ledger.blackout import Blackout, blackout_of
from hearsay.ledger.codec import canonical, decode, encode
from hearsay.ledger.store import Tombstone
from hearsay.ledger.stores.sqlite.asking import row, rows
from hearsay.ledger.stores.sqlite.batch import Batch, unpacked
from hearsay.ledger.stores.sqlite.conflicting import KeptConflict
from hearsay.ledger.stores.sqlite.deciding import CONFLICT, ENTITY, Ruled, Undone
from hearsay.ledger.stores.sqlite.identifying import Identified
from hearsay.ledger.stores.sqlite.judging import Verdict
from hearsay.ledger.stores.sqlite.labelling import Label
from hearsay.ledger.stores.sqlite.pairing import Paired, Unpaired
from hearsay.ledger.stores.sqlite.rederiving import put_right
from hearsay.ledger.stores.sqlite.remains import (
    of_conflict,
    of_identity,
    of_judgement,
    of_label,
    of_pairing,
    of_ruling,
    of_undoing,
)
from hearsay.ledger.stores.sqlite.standing import body_of, claim_and_text
from hearsay.ledger.stores.sqlite.targets import Target
from hearsay.ledger.withholding import without_redacted
from hearsay.vocabulary.captures import Capture
from hearsay.vocabulary.problems import Problem
from hearsay.vocabulary.readings import Claim, Mention, Reading

# Every content that says something of a capture, `?1` being the number of its bytes.
_ABOUT = """
SELECT bytes AS number, 'bytes' AS kind FROM capture WHERE bytes = ?1
UNION SELECT particulars, 'particulars' FROM capture WHERE bytes = ?1
UNION SELECT document, 'document' FROM capture JOIN reading ON capture = capture.number
  WHERE bytes = ?1
UNION SELECT found, 'found' FROM capture JOIN reading ON capture = capture.number
  WHERE bytes = ?1 AND found IS NOT NULL
UNION SELECT claim.content, 'claim' FROM capture JOIN reading ON capture = capture.number
  JOIN claim ON reading = reading.number WHERE bytes = ?1
UNION SELECT problem.content, 'problem' FROM capture JOIN problem ON capture = capture.number
  WHERE bytes = ?1
UNION SELECT content, 'judgement' FROM judgement WHERE bytes = ?1
UNION SELECT content, 'label' FROM label WHERE bytes = ?1
ORDER BY 1
"""

# A judgement on several texts belongs to all of their captures, and so does its undoing.
_ON_SEVERAL = """
SELECT 'pairing', pairing.content, unpairing.content FROM pairing
LEFT JOIN unpairing ON unpairing.pairing = pairing.number WHERE ?1 IN (one, other)
UNION ALL
SELECT about, decision.content, undoing.content FROM decision
LEFT JOIN undoing ON undoing.decision = decision.number WHERE ?1 IN (one, other)
UNION ALL
SELECT about, decision.content, undoing.content FROM concern
JOIN decision ON decision.number = concern.decision
LEFT JOIN undoing ON undoing.decision = decision.number WHERE concern.bytes = ?1
ORDER BY 2
"""


def redact(connection: apsw.Connection, batch: Batch, on: Target, *, reason: str, by: str) -> str:
    """Take out a capture or a claim under tombstones; the new head."""
    redaction = batch.row(
        "redaction",
        bytes=on.bytes_number,
        what="capture" if on.claim is None else "claim",
        reason=reason,
        redacted_by=by,
    )
    if on.claim is None:
        _bury_capture(connection, batch, redaction, on.bytes_number)
    else:
        _bury_claim(connection, batch, redaction, on.bytes_number, on.claim)
    batch.flush()
    put_right(connection, on.bytes_number)
    batch.note_unfinished("wipe")
    return batch.seal()


def tombstones(connection: apsw.Connection) -> Iterator[Tombstone]:
    """What was redacted, why, by whom and when, oldest first."""
    for what, sha256, gone, leaves, reason, by, recorded_at in rows(
        connection,
        "SELECT what, (SELECT sha256 FROM capture WHERE capture.bytes = redaction.bytes LIMIT 1), "
        "content.hash, leaves, reason, redacted_by, recorded_at FROM tombstone "
        "JOIN redaction ON redaction.number = redaction JOIN content ON content.number = content "
        "JOIN batch ON batch.number = tombstone.batch ORDER BY tombstone.number",
    ):
        kind: Literal["capture", "claim"] = "capture" if what == "capture" else "claim"
        left = leaves.hex() if leaves else None
        yield Tombstone(kind, sha256, gone.hex(), left, reason, by, recorded_at)


def wipe(connection: apsw.Connection) -> None:
    """Leave no trace of what was redacted: in full text, in free pages, in the log.

    Does nothing where no redaction waits for it. Until it has succeeded once, every later
    opening of the case tries again.
    """
    if row(connection, "SELECT 1 FROM unfinished WHERE what = 'wipe'") is None:
        return
    # A word deleted from FTS5 stays in its segments until they are merged; a rebuild drops them.
    for index in ("listing_words", "passage_words"):
        connection.execute(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")
    connection.execute("VACUUM")
    # Answers (busy, pages in the log, pages moved); SQLite raises nothing where it is busy.
    busy = row(connection, "PRAGMA wal_checkpoint(TRUNCATE)")
    if busy is None or busy[0] != 0:
        raise apsw.BusyError("another connection still reads the log")
    connection.execute("DELETE FROM unfinished WHERE what = 'wipe'")


def _bury_capture(
    connection: apsw.Connection, batch: Batch, redaction: int, bytes_number: int
) -> None:
    """All that a capture holds and all that was made of it."""
    about = [number for number, _ in rows(connection, _ABOUT, (bytes_number,))]
    about += [number for number, _ in _lone_problems(connection, bytes_number)]
    for _, judged, undoing in rows(connection, _ON_SEVERAL, (bytes_number,)):
        about += [judged] if undoing is None else [judged, undoing]
    for number in about:
        if body_of(connection, number) is not None:
            batch.bury(redaction, number, None)


def _bury_claim(
    connection: apsw.Connection, batch: Batch, redaction: int, bytes_number: int, claim: int
) -> None:
    """A claim, its words wherever its capture repeats them, and the bytes.

    The words are blacked out in the document, so that every other offset still holds. The bytes
    cannot be kept: they hold the words in a form that only their format understands.
    """
    target, text = claim_and_text(connection, claim)
    black = blackout_of(target, text, _mentions(connection, claim))
    about = [(number, kind) for number, kind in rows(connection, _ABOUT, (bytes_number,))]
    about += [(number, "problem") for number, _ in _lone_problems(connection, bytes_number)]
    for number, kind in about:
        body = body_of(connection, number)
        if body is None:
            continue
        after = _after(kind, body, target, text, black)
        if kind == "found" and after is not None and _text_of(connection, number) == text:
            # A number counted or a date placed says what the words said that are gone.
            after = encode(without_redacted(decode(Reading, after), black.text(text)))
        if after != body:
            batch.bury(redaction, number, after)
    for kind, *numbers in rows(connection, _ON_SEVERAL, (bytes_number,)):
        judged, undoing = (body_of(connection, number) for number in numbers)
        left = _judged_after(kind, judged, undoing, target, text, black)
        for number, body, after in zip(numbers, (judged, undoing), left, strict=True):
            if after != body:
                batch.bury(redaction, number, after)


def _after(kind: str, body: bytes, target: Claim, text: str, black: Blackout) -> bytes | None:
    """A content as it is left when `target` goes; `None` where nothing of it may stay."""
    if kind == "bytes":
        return None
    if kind == "document":
        found = json.loads(body.decode("utf-8", "surrogatepass"))
        here = found.pop("text")
        return canonical(
            {**black.within(found), "text": black.text(here) if here == text else black.words(here)}
        )
    if kind == "claim":
        claim = decode(Claim, body)
        if claim.id == target.id:
            return None
        body = encode(black.claim(claim, text))
    if kind == "problem" and _is_on(decode(Problem, body), target):
        return None  # it may quote what it is about
    if kind == "judgement":
        return encode(of_judgement(decode(Verdict, body), target, text, black))
    if kind == "label":
        return encode(of_label(decode(Label, body), text, black))
    return canonical(black.within(json.loads(body.decode("utf-8", "surrogatepass"))))


def _is_on(problem: Problem, target: Claim) -> bool:
    """Whether a problem is about words of a claim, or about a passage that holds them."""
    span = problem.span
    return span is not None and any(span.meets(part) for part in target.spans)


def _judged_after(
    kind: str,
    judged: bytes | None,
    undoing: bytes | None,
    target: Claim,
    text: str,
    black: Blackout,
) -> tuple[bytes | None, bytes | None]:
    """A judgement on several texts and its undoing as they are left; neither where it may not
    stay."""
    left: Paired | Ruled | Identified | KeptConflict | None = None
    if judged and kind == "pairing":
        left = of_pairing(decode(Paired, judged), target, text, black)
    elif judged and kind == ENTITY:
        left = of_identity(decode(Identified, judged), target, text, black)
    elif judged and kind == CONFLICT:
        left = of_conflict(decode(KeptConflict, judged), target, text, black)
    elif judged:
        left = of_ruling(decode(Ruled, judged), target, text, black)
    if left is None:
        return None, None
    if not undoing:
        return encode(left), undoing
    if kind == "pairing":
        return encode(left), encode(of_undoing(decode(Unpaired, undoing), black))
    return encode(left), encode(of_undoing(decode(Undone, undoing), black))


def _text_of(connection: apsw.Connection, found: int) -> str | None:
    """The text that a reading is of; `None` where it is gone itself."""
    about = row(connection, "SELECT document FROM reading WHERE found = ?", (found,))
    body = None if about is None else body_of(connection, about[0])
    return None if body is None else json.loads(body.decode("utf-8", "surrogatepass"))["text"]


def _mentions(connection: apsw.Connection, claim: int) -> tuple[Mention, ...]:
    """Who and what is mentioned in the document that a claim stands in."""
    sql = "SELECT found FROM claim JOIN reading ON reading.number = reading WHERE claim.number = ?"
    found = row(connection, sql, (claim,))
    body = None if found is None else body_of(connection, found[0])
    return () if body is None else decode(Reading, body).mentions


def _lone_problems(connection: apsw.Connection, bytes_number: int) -> Iterator[tuple[int, Problem]]:
    """Problems kept without a capture that are about an address these bytes came from."""
    particulars = rows(
        connection,
        "SELECT packing, body FROM capture JOIN content ON content.number = particulars "
        "WHERE bytes = ? AND body IS NOT NULL",
        (bytes_number,),
    )
    addresses = {decode(Capture, unpacked(*kept)).address for kept in particulars}
    for number, packing, body in rows(
        connection,
        "SELECT content.number, packing, body FROM problem "
        "JOIN content ON content.number = content WHERE capture IS NULL AND body IS NOT NULL",
    ):
        problem = decode(Problem, unpacked(packing, body))
        if problem.where in addresses:
            yield number, problem
