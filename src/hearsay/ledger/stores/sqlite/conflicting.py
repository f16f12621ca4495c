"""Decisions on things said that cannot all be so, anchored to the claims of every side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import get_args

import apsw

from hearsay.ledger.anchoring import anchor
from hearsay.ledger.codec import decode, encode
from hearsay.ledger.judgements import ConflictRuling, ConflictVerdict, RuledSide
from hearsay.ledger.stores.sqlite.asking import row
from hearsay.ledger.stores.sqlite.batch import Batch
from hearsay.ledger.stores.sqlite.deciding import CONFLICT, LETTERS, kept_decisions
from hearsay.ledger.stores.sqlite.listing import Bound
from hearsay.ledger.stores.sqlite.pairing import PairedClaim
from hearsay.ledger.stores.sqlite.standing import Texts, claim_and_text, standing_now
from hearsay.ledger.stores.sqlite.targets import claim_target
from hearsay.vocabulary.errors import Misuse


@dataclass(frozen=True, slots=True)
class KeptSide:
    """The claims of one side as they were when judged."""

    claims: tuple[PairedClaim, ...]


@dataclass(frozen=True, slots=True)
class KeptConflict:
    """What a person decided of things said that cannot all be so, as kept."""

    kind: str
    verdict: ConflictVerdict
    by: str
    why: str
    sides: tuple[KeptSide, ...]
    side: int | None = None


def keep_conflict_ruling(
    connection: apsw.Connection,
    batch: Batch,
    kind: str,
    sides: Sequence[Sequence[str]],
    *,
    verdict: ConflictVerdict,
    side: int | None,
    by: str,
    why: str,
) -> None:
    """Keep what a person decided, with the words of every claim on each side."""
    if verdict not in get_args(ConflictVerdict):
        raise Misuse(f'Of a conflict one side "stands", "both", "neither"; not "{verdict}".')
    if len(sides) < 2 or not all(sides):
        raise Misuse("A conflict has two sides or more, and a claim on each.")
    if (verdict == "stands") is not (side is not None and 0 <= side < len(sides)):
        raise Misuse(f"Say which of the {len(sides)} sides stands, or that none of them does.")
    judged = {id: _judged(connection, id) for said in sides for id in said}
    kept = tuple(KeptSide(tuple(judged[id][1] for id in said)) for said in sides)
    content = batch.content(encode(KeptConflict(kind, verdict, by, why, kept, side)))
    decision = batch.row("decision", about=CONFLICT, one=None, other=None, content=content)
    for number in sorted({number for number, _ in judged.values()}):
        batch.row("concern", decision=decision, bytes=number)


def conflict_rulings(connection: apsw.Connection, within: Bound) -> Iterator[ConflictRuling]:
    """Every decision on a conflict whose words are all still there, oldest first."""
    texts = Texts(connection)
    numbers: dict[str, int] = {}

    def now(judged: PairedClaim) -> str | None:
        if judged.capture not in numbers:
            sql = "SELECT bytes FROM capture WHERE sha256 = ?"
            numbers[judged.capture] = (row(connection, sql, (judged.capture,)) or (0,))[0]
        number = numbers[judged.capture]
        return standing_now(connection, number, judged.on, judged.claim, within, texts)

    for number, _, _, recorded_at, body, undone in kept_decisions(connection, CONFLICT, within):
        kept = decode(KeptConflict, body)
        yield ConflictRuling(
            id=f"{LETTERS[CONFLICT]}{number}",
            kind=kept.kind,
            verdict=kept.verdict,
            side=kept.side,
            by=kept.by,
            why=kept.why,
            recorded_at=recorded_at,
            sides=tuple(
                RuledSide(tuple(map(now, side.claims)), tuple(c.words for c in side.claims))
                for side in kept.sides
            ),
            undone=undone,
        )


def _judged(connection: apsw.Connection, id: str) -> tuple[int, PairedClaim]:
    """A claim as it stands, with the number of the bytes that it stands in."""
    place = claim_target(connection, id)
    claim, text = claim_and_text(connection, place.claim or 0)
    held = anchor(claim.spans, text)
    return place.bytes_number, PairedClaim(claim.capture, claim.id, held, claim.words)
