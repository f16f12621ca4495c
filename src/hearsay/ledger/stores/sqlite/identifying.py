"""Decisions on whom two namings mean: one person or body, or two."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

import apsw

from hearsay.ledger.anchoring import Anchor, anchor, located
from hearsay.ledger.codec import decode, encode
from hearsay.ledger.judgements import Identity, IdentityVerdict, NamedAt
from hearsay.ledger.stores.sqlite.asking import value
from hearsay.ledger.stores.sqlite.batch import Batch
from hearsay.ledger.stores.sqlite.deciding import ENTITY, LETTERS, kept_decisions
from hearsay.ledger.stores.sqlite.listing import Bound
from hearsay.ledger.stores.sqlite.reading import document
from hearsay.vocabulary.errors import Misuse, NothingByThatName, Redacted
from hearsay.vocabulary.spans import Span


@dataclass(frozen=True, slots=True)
class Naming:
    """The words of a capture that name somebody, as they stood when it was judged."""

    capture: str
    """SHA-256 of the capture."""
    on: Anchor


@dataclass(frozen=True, slots=True)
class Identified:
    """What a person decided of two namings, as kept."""

    verdict: IdentityVerdict
    by: str
    why: str
    one: Naming
    other: Naming


def keep_identity(
    connection: apsw.Connection,
    batch: Batch,
    one: NamedAt,
    other: NamedAt,
    within: Bound,
    *,
    verdict: IdentityVerdict,
    by: str,
    why: str,
) -> None:
    """Keep what a person decided of whom the words at two places mean."""
    if verdict not in get_args(IdentityVerdict):
        raise Misuse(f'Two names are of "same" or "different" ones, not "{verdict}".')
    if one == other:
        raise Misuse("Both are one naming; name two.")
    namings = [_naming(connection, place, within) for place in (one, other)]
    kept = Identified(verdict, by, why, *namings)
    numbers = [_bytes(connection, place.capture) for place in (one, other)]
    content = batch.content(encode(kept))
    batch.row("decision", about=ENTITY, one=numbers[0], other=numbers[1], content=content)


def identities(connection: apsw.Connection, within: Bound) -> Iterator[Identity]:
    """Every decision on two namings whose words are still there, oldest first, undone ones
    marked."""
    texts: dict[str, str] = {}
    for number, _, _, recorded_at, body, undone in kept_decisions(connection, ENTITY, within):
        kept = decode(Identified, body)
        yield Identity(
            id=f"{LETTERS[ENTITY]}{number}",
            verdict=kept.verdict,
            by=kept.by,
            why=kept.why,
            recorded_at=recorded_at,
            one=_place_now(connection, kept.one, within, texts),
            other=_place_now(connection, kept.other, within, texts),
            words=(_words(kept.one), _words(kept.other)),
            undone=undone,
        )


def _naming(connection: apsw.Connection, place: NamedAt, within: Bound) -> Naming:
    text = document(connection, place.capture, within).text
    words = place.span.of(text)
    if not words.strip():
        raise NothingByThatName("naming", f"{place.capture[:12]}:{place.span.start}")
    return Naming(place.capture, anchor((place.span,), text))


def _bytes(connection: apsw.Connection, capture: str) -> int:
    number = value(connection, "SELECT bytes FROM capture WHERE sha256 = ?", (capture,))
    if number is None:
        raise NothingByThatName("capture", capture)
    return int(number)


def _place_now(
    connection: apsw.Connection, naming: Naming, within: Bound, texts: dict[str, str]
) -> NamedAt | None:
    """Where the words stand in the text in force; `None` where they stand no more."""
    if naming.capture not in texts:
        try:
            texts[naming.capture] = document(connection, naming.capture, within).text
        except (NothingByThatName, Redacted):
            texts[naming.capture] = ""
    found = located(naming.on, texts[naming.capture])
    return NamedAt(naming.capture, Span(found[0].start, found[0].end)) if found else None


def _words(naming: Naming) -> str:
    return " ".join(" ".join(naming.on.parts).split())
