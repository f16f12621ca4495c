"""Labels and judgements: set on words that stand in a capture, carried to newer readings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import apsw

from hearsay.ledger.codec import decode, encode
from hearsay.ledger.store import Judgement
from hearsay.ledger.stores.sqlite.asking import rows, value
from hearsay.ledger.stores.sqlite.batch import Batch, unpacked
from hearsay.ledger.stores.sqlite.listing import Bound, claim_row, in_force
from hearsay.ledger.stores.sqlite.targets import Target
from hearsay.vocabulary.errors import Misuse
from hearsay.vocabulary.readings import Claim
from hearsay.vocabulary.spans import Span, Spans, hull


@dataclass(frozen=True, slots=True)
class Label:
    """A sensitivity label as kept: on which words of a capture, or on all of it."""

    name: str
    by: str
    spans: Spans | None
    """`None` where the whole capture is labelled."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A judgement as kept: what was judged, word for word, and how."""

    verdict: str
    by: str
    claim: str
    """Id of the claim as it was when judged."""
    spans: Spans
    words: str


def meet(some: Spans, others: Spans) -> int:
    """How many code points two possibly discontinuous stretches of text share."""
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in some for b in others)


def keep_label(
    connection: apsw.Connection, batch: Batch, on: Target, *, name: str, by: str
) -> None:
    """Label a capture, or a claim and every other one that shares words with it."""
    bytes_number = on.bytes_number
    spans = None if on.claim is None else _claim(connection, on.claim).spans
    number = batch.row(
        "label",
        bytes=bytes_number,
        name=name,
        content=batch.content(encode(Label(name, by, spans))),
    )
    for claim, there in _claims_at(connection, bytes_number, spans):
        if spans is None or meet(spans, there):
            batch.row("labelled", claim=claim, name=name, label=number)


def carry_labels(
    connection: apsw.Connection, batch: Batch, bytes_number: int, claims: list[tuple[int, Claim]]
) -> None:
    """Label new claims that stand where labelled words stand, so that no reading lays them bare."""
    for number, label in _labels(connection, bytes_number):
        for claim, made in claims:
            if label.spans is None or meet(label.spans, made.spans):
                batch.row("labelled", claim=claim, name=label.name, label=number)


def hidden_spans(
    connection: apsw.Connection, bytes_number: int, allowed: frozenset[str]
) -> Spans | None:
    """Where a capture's text is labelled with anything not allowed; `None` for all of it."""
    hidden: list[Span] = []
    for _, label in _labels(connection, bytes_number):
        if label.name not in allowed:
            if label.spans is None:
                return None
            hidden.extend(label.spans)
    return tuple(hidden)


def keep_judgement(
    connection: apsw.Connection, batch: Batch, on: Target, *, verdict: str, by: str
) -> None:
    """Keep what a person decided about the claim's words."""
    claim = _claim(connection, on.claim)
    kept = Verdict(verdict, by, claim.id, claim.spans, claim.words)
    batch.row("judgement", bytes=on.bytes_number, content=batch.content(encode(kept)))


def judgements(connection: apsw.Connection, bound: Bound) -> Iterator[Judgement]:
    """The judgements in force, oldest first: of one person on the same words, the newest."""
    found = rows(
        connection,
        "SELECT judgement.number, judgement.bytes, recorded_at, packing, body, "
        "(SELECT sha256 FROM capture WHERE capture.bytes = judgement.bytes LIMIT 1) "
        "FROM judgement JOIN content ON content.number = content "
        "JOIN batch ON batch.number = batch WHERE batch <= ? AND body IS NOT NULL "
        "ORDER BY judgement.number",
        (bound.batch,),
    )
    newest: dict[tuple[int, Spans, str], Judgement] = {}
    for number, bytes_number, recorded_at, packing, body, sha256 in found:
        kept = decode(Verdict, unpacked(packing, body))
        key = (bytes_number, kept.spans, kept.by)
        newest.pop(key, None)
        newest[key] = Judgement(
            id=f"j{number}",
            verdict=kept.verdict,
            by=kept.by,
            recorded_at=recorded_at,
            capture=sha256,
            words=kept.words,
            claim=_now_at(connection, bytes_number, kept, bound),
        )
    yield from newest.values()


def _labels(connection: apsw.Connection, bytes_number: int) -> list[tuple[int, Label]]:
    found = rows(
        connection,
        "SELECT label.number, packing, body FROM label "
        "JOIN content ON content.number = content WHERE bytes = ? AND body IS NOT NULL",
        (bytes_number,),
    )
    return [(number, decode(Label, unpacked(how, body))) for number, how, body in found]


def _claim(connection: apsw.Connection, number: int | None) -> Claim:
    found = None if number is None else claim_row(connection, number)
    if found is None:
        raise Misuse("A judgement is on a claim; name one by its id.")
    return found.claim


def _now_at(
    connection: apsw.Connection, bytes_number: int, kept: Verdict, bound: Bound
) -> str | None:
    """The id of the claim in force that shares most of the judged words, if any shares some."""
    best: tuple[int, str] | None = None
    for claim, spans in _claims_at(connection, bytes_number, kept.spans):
        shared = meet(kept.spans, spans)
        if not shared or not in_force(connection, claim, bound):
            continue
        id = value(connection, "SELECT id FROM listing WHERE claim = ?", (claim,))
        if id == kept.claim:
            return kept.claim
        if best is None or shared > best[0]:
            best = (shared, id)
    return best[1] if best else None


def _claims_at(
    connection: apsw.Connection, bytes_number: int, spans: Spans | None
) -> Iterator[tuple[int, Spans]]:
    """Number and spans of every claim of a capture whose hull meets that of `spans`."""
    place = hull(spans) if spans else Span(0, 0)
    where = "AND starts < ? AND ends > ?" if spans else ""
    found = rows(
        connection,
        "SELECT claim.number, packing, body FROM listing "
        "JOIN claim ON claim.number = listing.claim "
        f"JOIN content ON content.number = content WHERE listing.bytes = ? {where} "
        "ORDER BY claim.number",
        (bytes_number, place.end, place.start) if spans else (bytes_number,),
    )
    for number, packing, body in found:
        if body is not None:
            yield number, decode(Claim, unpacked(packing, body)).spans
