"""Sensitivity labels: set on words of a capture, and on all that later stands on those words."""

from __future__ import annotations

from dataclasses import dataclass

import apsw

from hearsay.ledger.anchoring import Anchor, anchor, located, shared
from hearsay.ledger.codec import decode, encode
from hearsay.ledger.stores.sqlite.asking import rows
from hearsay.ledger.stores.sqlite.batch import Batch, unpacked
from hearsay.ledger.stores.sqlite.standing import Texts, claim_and_text, standing
from hearsay.ledger.stores.sqlite.targets import Target
from hearsay.vocabulary.readings import Claim
from hearsay.vocabulary.spans import Span, Spans


@dataclass(frozen=True, slots=True)
class Label:
    """A sensitivity label as kept: on which words of a capture, or on all of it."""

    name: str
    by: str
    on: Anchor | None
    """`None` where the whole capture is labelled."""


def keep_label(
    connection: apsw.Connection, batch: Batch, on: Target, *, name: str, by: str
) -> None:
    """Label a capture, or a claim and every other one that shares words with it."""
    held = None
    if on.claim is not None:
        claim, text = claim_and_text(connection, on.claim)
        held = anchor(claim.spans, text)
    number = batch.row(
        "label",
        bytes=on.bytes_number,
        name=name,
        content=batch.content(encode(Label(name, by, held))),
    )
    there = {s.claim for s in standing(connection, on.bytes_number, held, Texts(connection))}
    for claim_number in sorted(there | ({on.claim} if on.claim is not None else set())):
        batch.row("labelled", claim=claim_number, name=name, label=number)


def carry_labels(
    connection: apsw.Connection,
    batch: Batch,
    bytes_number: int,
    claims: list[tuple[int, Claim]],
    text: str,
) -> None:
    """Label new claims that stand where labelled words stand, so that no reading lays them bare."""
    for number, label in _labels(connection, bytes_number):
        spans = _where(label, text)
        for claim, made in claims:
            if spans is None or shared(spans, made.spans):
                batch.row("labelled", claim=claim, name=label.name, label=number)


def is_labelled(connection: apsw.Connection, bytes_number: int, allowed: frozenset[str]) -> bool:
    """Whether anything in a capture bears a label that is not allowed."""
    return any(label.name not in allowed for _, label in _labels(connection, bytes_number))


def hidden_spans(
    connection: apsw.Connection, bytes_number: int, text: str, allowed: frozenset[str]
) -> Spans | None:
    """Where a document's text is labelled with anything not allowed; `None` for all of it."""
    hidden: list[Span] = []
    for _, label in _labels(connection, bytes_number):
        if label.name not in allowed:
            spans = _where(label, text)
            if spans is None:
                return None
            hidden.extend(spans)
    return tuple(hidden)


def _where(label: Label, text: str) -> Spans | None:
    """The labelled words in this text, or all of it where they cannot be told from the rest."""
    return None if label.on is None else located(label.on, text)


def _labels(connection: apsw.Connection, bytes_number: int) -> list[tuple[int, Label]]:
    found = rows(
        connection,
        "SELECT label.number, packing, body FROM label "
        "JOIN content ON content.number = content WHERE bytes = ? AND body IS NOT NULL",
        (bytes_number,),
    )
    return [(number, decode(Label, unpacked(how, body))) for number, how, body in found]
