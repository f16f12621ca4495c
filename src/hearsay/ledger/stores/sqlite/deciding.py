"""Decisions on links between texts, on whose an outlet is and on which names are one's; and the
undoing of any decision."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, get_args

import apsw

from hearsay.ledger.anchoring import Anchor, anchor
from hearsay.ledger.codec import decode, encode
from hearsay.ledger.judgements import (
    Aliasing,
    LinkEnd,
    LinkVerdict,
    NamesOfOne,
    OwnedOutlet,
    Ownership,
    Ruling,
)
from hearsay.ledger.stores.sqlite.asking import row, rows, value
from hearsay.ledger.stores.sqlite.batch import Batch, unpacked
from hearsay.ledger.stores.sqlite.listing import Bound
from hearsay.ledger.stores.sqlite.standing import Texts, claim_and_text, standing_now
from hearsay.ledger.stores.sqlite.targets import target
from hearsay.vocabulary.errors import Misuse, NothingByThatName

LINK = "link"
OWNER = "owner"
ENTITY = "entity"
CONFLICT = "conflict"
ALIAS = "alias"
LETTERS = {LINK: "r", OWNER: "o", ENTITY: "m", CONFLICT: "v", ALIAS: "a"}
"""What the id of a decision begins with, by what it is about."""

_DECISIONS = """
SELECT decision.number, one, other, recorded_at, packing, body, EXISTS (
  SELECT 1 FROM undoing WHERE decision = decision.number AND undoing.batch <= :batch)
FROM decision JOIN content ON content.number = content
JOIN batch ON batch.number = decision.batch
WHERE about = :about AND decision.batch <= :batch AND body IS NOT NULL ORDER BY decision.number"""


@dataclass(frozen=True, slots=True)
class RuledText:
    """A text at one end of a link as it was when judged: a claim, or a whole document."""

    capture: str
    """SHA-256 of the capture."""
    claim: str | None = None
    """The claim's id; `None` where the whole document is meant."""
    on: Anchor | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Ruled:
    """What a person decided of one link, as kept."""

    verdict: LinkVerdict
    by: str
    why: str
    later: RuledText
    earlier: RuledText | None = None
    named: str | None = None
    """The earlier one, where it is a source that is known by name only."""


@dataclass(frozen=True, slots=True)
class Owned:
    """Whose an outlet is, as kept."""

    outlet: OwnedOutlet
    by: str
    why: str


@dataclass(frozen=True, slots=True)
class Aliased:
    """Which names are one's, as kept."""

    named: NamesOfOne
    by: str
    why: str


@dataclass(frozen=True, slots=True)
class Undone:
    """The undoing of a decision as kept."""

    by: str
    why: str


def keep_ruling(
    connection: apsw.Connection,
    batch: Batch,
    later: str,
    earlier: str | None,
    named: str | None,
    *,
    verdict: LinkVerdict,
    by: str,
    why: str,
) -> None:
    """Keep what a person decided of the link between two texts, or a text and a named source."""
    if verdict not in get_args(LinkVerdict):
        raise Misuse(f'A link is a "retelling" or "none", not "{verdict}".')
    name = " ".join((named or "").split()) or None
    if (earlier is None) is (name is None):
        raise Misuse("A link leads to an earlier text or to a source by name: name one of them.")
    numbers: list[int | None] = []
    texts: list[RuledText | None] = []
    for what in (later, earlier):
        number, text = (None, None) if what is None else _text(connection, what)
        numbers.append(number)
        texts.append(text)
    one, other = texts
    assert one is not None
    if other is not None:
        _refuse_unlike(one, other, later, str(earlier))
    kept = Ruled(verdict, by, why, one, other, name)
    content = batch.content(encode(kept))
    batch.row("decision", about=LINK, one=numbers[0], other=numbers[1], content=content)


def keep_owners(batch: Batch, outlets: Sequence[OwnedOutlet], *, by: str, why: str) -> None:
    """Keep whose these outlets are, each as a decision of its own."""
    for outlet in outlets:
        content = batch.content(encode(Owned(outlet, by, why)))
        batch.row("decision", about=OWNER, one=None, other=None, content=content)


def keep_aliases(batch: Batch, rows: Sequence[NamesOfOne], *, by: str, why: str) -> None:
    """Keep which names are one's, each row as a decision of its own."""
    for named in rows:
        content = batch.content(encode(Aliased(named, by, why)))
        batch.row("decision", about=ALIAS, one=None, other=None, content=content)


def keep_undoing(connection: apsw.Connection, batch: Batch, id: str, *, by: str, why: str) -> None:
    """Keep that a person undid the decision of this id."""
    named = re.fullmatch("([a-z])([0-9]{1,18})", id)
    found = named and row(
        connection,
        "SELECT about, EXISTS (SELECT 1 FROM undoing WHERE decision = decision.number) "
        "FROM decision JOIN content ON content.number = content "
        "WHERE decision.number = ? AND body IS NOT NULL",
        (int(named[2]),),
    )
    if not named or not found or LETTERS[found[0]] != named[1]:
        raise NothingByThatName("judgement", id)
    if found[1]:
        raise Misuse(f"{id} is undone already; decide it again to have it back.")
    batch.row("undoing", decision=int(named[2]), content=batch.content(encode(Undone(by, why))))


def rulings(connection: apsw.Connection, within: Bound) -> Iterator[Ruling]:
    """Every ruling on a link whose words are still there, oldest first, undone ones marked."""
    texts = Texts(connection)

    def end(bytes_number: int, judged: RuledText) -> LinkEnd:
        on = judged.on
        if on is None or judged.claim is None:
            return LinkEnd("document", judged.capture, None, "")
        now = standing_now(connection, bytes_number, on, judged.claim, within, texts)
        return LinkEnd("claim", judged.capture, now, judged.words)

    for number, one, other, recorded_at, body, undone in kept_decisions(connection, LINK, within):
        kept = decode(Ruled, body)
        named = LinkEnd("named", None, None, kept.named or "")

        yield Ruling(
            id=f"{LETTERS[LINK]}{number}",
            verdict=kept.verdict,
            by=kept.by,
            why=kept.why,
            recorded_at=recorded_at,
            later=end(one, kept.later),
            earlier=named if kept.earlier is None else end(other, kept.earlier),
            undone=undone,
        )


def ownerships(connection: apsw.Connection, within: Bound) -> Iterator[Ownership]:
    """Everything that people stated of whose an outlet is, oldest first, undone ones marked."""
    for number, _, _, recorded_at, body, undone in kept_decisions(connection, OWNER, within):
        kept = decode(Owned, body)
        id = f"{LETTERS[OWNER]}{number}"
        yield Ownership(id, kept.outlet, kept.by, kept.why, recorded_at, undone)


def aliasings(connection: apsw.Connection, within: Bound) -> Iterator[Aliasing]:
    """Everything that people stated of which names are one's, oldest first, undone ones marked."""
    for number, _, _, recorded_at, body, undone in kept_decisions(connection, ALIAS, within):
        kept = decode(Aliased, body)
        id = f"{LETTERS[ALIAS]}{number}"
        yield Aliasing(id, kept.named, kept.by, kept.why, recorded_at, undone)


def kept_decisions(
    connection: apsw.Connection, about: str, within: Bound
) -> Iterator[tuple[Any, ...]]:
    """The rows of decisions about one kind of thing, oldest first: number, the bytes of both
    sides, when, the body, whether it is undone."""
    found = rows(connection, _DECISIONS, {"about": about, "batch": within.batch})
    for number, one, other, recorded_at, packing, body, undone in found:
        yield number, one, other, recorded_at, unpacked(packing, body), bool(undone)


def _text(connection: apsw.Connection, what: str) -> tuple[int, RuledText]:
    """The claim or document that is named, with the number of its bytes."""
    on = target(connection, what)
    if on.claim is None:
        sql = "SELECT sha256 FROM capture WHERE bytes = ?"
        return on.bytes_number, RuledText(value(connection, sql, (on.bytes_number,)))
    claim, text = claim_and_text(connection, on.claim)
    held = anchor(claim.spans, text)
    return on.bytes_number, RuledText(claim.capture, claim.id, held, claim.words)


def _refuse_unlike(one: RuledText, other: RuledText, later: str, earlier: str) -> None:
    if (one.claim is None) is not (other.claim is None):
        raise Misuse(f'"{later}" and "{earlier}" are a claim and a document; name two alike.')
    if (one.capture, one.claim) == (other.capture, other.claim):
        raise Misuse(f'"{later}" and "{earlier}" are one; name two.')
