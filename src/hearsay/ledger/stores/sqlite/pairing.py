"""Pairings: a person's decisions that two claims assert the same or do not, and their undoing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

import apsw

from hearsay.ledger.anchoring import Anchor, anchor
from hearsay.ledger.codec import decode, encode
from hearsay.ledger.judgements import Pairing, PairingVerdict
from hearsay.ledger.stores.sqlite.asking import row, rows
from hearsay.ledger.stores.sqlite.batch import Batch, unpacked
from hearsay.ledger.stores.sqlite.listing import Bound
from hearsay.ledger.stores.sqlite.standing import Texts, claim_and_text, standing_now
from hearsay.ledger.stores.sqlite.targets import Target, claim_target
from hearsay.vocabulary.errors import Misuse, NothingByThatName

_PAIRINGS = """
SELECT pairing.number, one, other, recorded_at, packing, body, EXISTS (
  SELECT 1 FROM unpairing WHERE pairing = pairing.number AND unpairing.batch <= :batch)
FROM pairing JOIN content ON content.number = content
JOIN batch ON batch.number = pairing.batch
WHERE pairing.batch <= :batch AND body IS NOT NULL ORDER BY pairing.number"""


@dataclass(frozen=True, slots=True)
class PairedClaim:
    """One of the two claims as it was when judged: its id, and its words in their place."""

    capture: str
    """SHA-256 of the capture that it stands in."""
    claim: str
    on: Anchor
    words: str


@dataclass(frozen=True, slots=True)
class Paired:
    """A pairing as kept: what was judged, word for word, how, by whom and why."""

    verdict: PairingVerdict
    by: str
    why: str
    one: PairedClaim
    other: PairedClaim


@dataclass(frozen=True, slots=True)
class Unpaired:
    """The undoing of a pairing as kept."""

    by: str
    why: str


def keep_pairing(
    connection: apsw.Connection,
    batch: Batch,
    one: str,
    other: str,
    *,
    verdict: PairingVerdict,
    by: str,
    why: str,
) -> None:
    """Keep what a person decided about the words of the two claims that are named."""
    if verdict not in get_args(PairingVerdict):
        raise Misuse(f'Two claims are "same" or "different", not "{verdict}".')
    places = [claim_target(connection, name) for name in (one, other)]
    judged = [_paired(connection, place) for place in places]
    if judged[0].claim == judged[1].claim:
        raise Misuse(f'"{one}" and "{other}" are one claim; name two.')
    kept = Paired(verdict, by, why, *judged)
    batch.row(
        "pairing",
        one=places[0].bytes_number,
        other=places[1].bytes_number,
        content=batch.content(encode(kept)),
    )


def keep_unpairing(
    connection: apsw.Connection, batch: Batch, id: str, *, by: str, why: str
) -> None:
    """Keep that a person undid the pairing of this id."""
    number = int(id[1:]) if re.fullmatch("p[0-9]{1,18}", id) else 0
    found = row(
        connection,
        "SELECT EXISTS (SELECT 1 FROM unpairing WHERE pairing = pairing.number) FROM pairing "
        "JOIN content ON content.number = content WHERE pairing.number = ? AND body IS NOT NULL",
        (number,),
    )
    if found is None:
        raise NothingByThatName("judgement", id)
    if found[0]:
        raise Misuse(f"{id} is undone already; pair the two claims again to have it back.")
    batch.row("unpairing", pairing=number, content=batch.content(encode(Unpaired(by, why))))


def pairings(connection: apsw.Connection, within: Bound) -> Iterator[Pairing]:
    """Every pairing whose words are still there, oldest first, the undone ones marked."""
    found = rows(connection, _PAIRINGS, {"batch": within.batch})
    texts = Texts(connection)
    for number, one, other, recorded_at, packing, body, undone in found:
        kept = decode(Paired, unpacked(packing, body))

        def now(bytes_number: int, judged: PairedClaim) -> str | None:
            return standing_now(connection, bytes_number, judged.on, judged.claim, within, texts)

        yield Pairing(
            id=f"p{number}",
            verdict=kept.verdict,
            by=kept.by,
            why=kept.why,
            recorded_at=recorded_at,
            claims=(now(one, kept.one), now(other, kept.other)),
            words=(kept.one.words, kept.other.words),
            undone=bool(undone),
        )


def _paired(connection: apsw.Connection, place: Target) -> PairedClaim:
    claim, text = claim_and_text(connection, place.claim or 0)
    return PairedClaim(claim.capture, claim.id, anchor(claim.spans, text), claim.words)
