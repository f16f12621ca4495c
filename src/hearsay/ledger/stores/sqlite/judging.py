"""Judgements: a person's decisions on words of a capture, carried over to newer readings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import apsw

from hearsay.ledger.anchoring import Anchor, anchor
from hearsay.ledger.codec import decode, encode
from hearsay.ledger.judgements import Judgement
from hearsay.ledger.stores.sqlite.asking import rows
from hearsay.ledger.stores.sqlite.batch import Batch, unpacked
from hearsay.ledger.stores.sqlite.listing import Bound
from hearsay.ledger.stores.sqlite.standing import Texts, claim_and_text, standing_now
from hearsay.ledger.stores.sqlite.targets import claim_target


@dataclass(frozen=True, slots=True)
class Verdict:
    """A judgement as kept: what was judged, word for word, and how."""

    verdict: str
    by: str
    claim: str
    """Id of the claim as it was when judged."""
    on: Anchor
    words: str


def keep_judgement(
    connection: apsw.Connection, batch: Batch, what: str, *, verdict: str, by: str
) -> None:
    """Keep what a person decided about the words of the claim that `what` names."""
    on = claim_target(connection, what)
    claim, text = claim_and_text(connection, on.claim or 0)
    kept = Verdict(verdict, by, claim.id, anchor(claim.spans, text), claim.words)
    batch.row("judgement", bytes=on.bytes_number, content=batch.content(encode(kept)))


def judgements(connection: apsw.Connection, within: Bound) -> Iterator[Judgement]:
    """The judgements in force, oldest first: of one person on the same words, the newest."""
    found = rows(
        connection,
        "SELECT judgement.number, judgement.bytes, recorded_at, packing, body, "
        "(SELECT sha256 FROM capture WHERE capture.bytes = judgement.bytes LIMIT 1) "
        "FROM judgement JOIN content ON content.number = content "
        "JOIN batch ON batch.number = batch WHERE batch <= ? AND body IS NOT NULL "
        "ORDER BY judgement.number",
        (within.batch,),
    )
    texts = Texts(connection)
    newest: dict[tuple[int, Anchor, str], Judgement] = {}
    for number, bytes_number, recorded_at, packing, body, sha256 in found:
        kept = decode(Verdict, unpacked(packing, body))
        newest.pop((bytes_number, kept.on, kept.by), None)
        newest[bytes_number, kept.on, kept.by] = Judgement(
            id=f"j{number}",
            verdict=kept.verdict,
            by=kept.by,
            recorded_at=recorded_at,
            capture=sha256,
            words=kept.words,
            claim=standing_now(connection, bytes_number, kept.on, kept.claim, within, texts),
        )
    yield from newest.values()
