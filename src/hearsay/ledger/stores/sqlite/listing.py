"""Lists the claims in force, now or as the case stood at an instant."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import apsw

from hearsay.ledger.codec import decode
from hearsay.ledger.days import days
from hearsay.ledger.folding import fold, query
from hearsay.ledger.instants import instant
from hearsay.ledger.store import ClaimFilter, ClaimRow
from hearsay.ledger.stores.sqlite.asking import each, row, rows, value
from hearsay.ledger.stores.sqlite.batch import unpacked
from hearsay.ledger.stores.sqlite.derived import address_of
from hearsay.vocabulary.errors import Misuse, NothingByThatName
from hearsay.vocabulary.readings import Claim

# One row at a time costs a statement each; all at once would hold a whole case in memory.
_AT_A_TIME = 400

_IN_FORCE = """
listing.reading <= :reading AND NOT EXISTS (
  SELECT 1 FROM reading AS newer
  WHERE newer.supersedes = listing.reading AND newer.number <= :reading)"""

# The same bytes at a second address make the same claims: the first one stands for them.
_ONCE = """
NOT EXISTS (
  SELECT 1 FROM listing AS first WHERE first.id = listing.id AND first.claim < listing.claim
  AND NOT EXISTS (SELECT 1 FROM reading AS newer
    WHERE newer.supersedes = first.reading AND newer.number <= :reading))"""

_ROW = """
SELECT packing, body, address, publisher, published, title, recorded_at
FROM claim JOIN content ON content.number = claim.content
JOIN reading ON reading.number = claim.reading
JOIN received ON received.capture = reading.capture
JOIN source ON source.reading = reading.number
JOIN batch ON batch.number = claim.batch
WHERE claim.number = ?"""


# Words found in more claims than this are looked for in one claim after another, newest first,
# which ends at the limit: 2 ms where sorting 200,000 finds takes 214.
_MANY = 20_000
_RARE_WORDS = "claim IN (SELECT rowid FROM listing_words WHERE listing_words MATCH :words)"
_COMMON_WORDS = """EXISTS (
  SELECT 1 FROM listing_words WHERE listing_words MATCH :words AND rowid = listing.claim)"""

_NEWEST_BY = """
SELECT number FROM batch WHERE known_from <= ? ORDER BY known_from DESC, number DESC LIMIT 1"""


@dataclass(frozen=True, slots=True)
class Bound:
    """How far into the case a read looks: up to this batch, and so up to this reading."""

    batch: int
    reading: int


def bound(connection: apsw.Connection, known_at: str | None) -> Bound:
    """What the case held at `known_at`; all of it for `None`."""
    if known_at is None:
        batch = value(connection, "SELECT max(number) FROM batch") or 0
    else:
        batch = value(connection, _NEWEST_BY, (instant(known_at),)) or 0
    sql = "SELECT max(number) FROM reading WHERE batch <= ?"
    return Bound(batch, value(connection, sql, (batch,)) or 0)


def in_force(connection: apsw.Connection, claim: int, within: Bound) -> bool:
    """Whether a claim's reading is the newest of its capture within the bound."""
    sql = f"SELECT 1 FROM listing WHERE claim = :claim AND {_IN_FORCE}"
    return row(connection, sql, {"claim": claim, "reading": within.reading}) is not None


def claims(connection: apsw.Connection, which: ClaimFilter) -> Iterator[ClaimRow]:
    """The claims in force that pass the filter, newest publication first."""
    found = _numbers(connection, which)
    for start in range(0, len(found), _AT_A_TIME):
        for number in found[start : start + _AT_A_TIME]:
            row = claim_row(connection, number)
            if row is not None:
                yield row


def claim_row(connection: apsw.Connection, number: int) -> ClaimRow | None:
    """One claim with what is needed to print it and to walk home; `None` once redacted."""
    found = row(connection, _ROW, (number,))
    if found is None or found[1] is None:
        return None
    packing, body, address, publisher, published, title, recorded_at = found
    claim = decode(Claim, unpacked(packing, body))
    return ClaimRow(claim, address_of(address), publisher, published, title, recorded_at)


def claim_by_id(connection: apsw.Connection, id: str) -> ClaimRow:
    """One claim by its id or a beginning of it that only one claim has."""
    row = claim_row(connection, claim_number(connection, id))
    if row is None:
        raise NothingByThatName("claim", id)
    return row


def claim_number(connection: apsw.Connection, id: str) -> int:
    """The newest row of the claim with this id, or with the one id that begins so."""
    if not id.isascii() or not id:
        raise NothingByThatName("claim", id)
    found = rows(
        connection,
        "SELECT id, max(claim) FROM listing WHERE id >= ?1 AND id < ?1 || char(1114111) "
        "GROUP BY id ORDER BY id LIMIT 6",
        (id,),
    )
    exact = [number for name, number in found if name == id]
    if exact:
        return int(exact[0])
    if len(found) == 1:
        return int(found[0][1])
    raise NothingByThatName("claim", id, tuple(name for name, _ in found))


def _numbers(connection: apsw.Connection, which: ClaimFilter) -> list[int]:
    """The numbers of the claims to list, in the order in which to list them."""
    if which.offset < 0 or (which.limit is not None and which.limit < 0):
        raise Misuse("A limit and an offset are 0 or more.")
    within = bound(connection, which.known_at)
    values: dict[str, str | int] = {
        "reading": within.reading,
        "limit": -1 if which.limit is None else which.limit,
        "offset": which.offset,
    }
    tests = [_IN_FORCE, _ONCE, _unlabelled(which.labels, values)]
    if which.words is not None:
        searched = query(which.words)
        if searched is None:
            return []
        values["words"] = searched
        common = which.limit is not None and _is_common(connection, searched)
        tests.append(_COMMON_WORDS if common else _RARE_WORDS)
    for column, part in (("speakers", which.speaker), ("outlet", which.outlet)):
        if part is not None:
            values[column] = fold(part).strip()
            tests.append(f"instr({column}, :{column}) > 0")
    if which.after is not None:
        values["after"] = _day(which.after, 0)
        tests.append("last_day >= :after")
    if which.before is not None:
        values["before"] = _day(which.before, 1)
        tests.append("first_day <= :before")
    found = each(
        connection,
        f"SELECT claim FROM listing WHERE {' AND '.join(tests)} "
        "ORDER BY last_day DESC, claim LIMIT :limit OFFSET :offset",
        values,
    )
    return [number for (number,) in found]


def _is_common(connection: apsw.Connection, searched: str) -> bool:
    sql = "SELECT 1 FROM listing_words WHERE listing_words MATCH ? LIMIT 1 OFFSET ?"
    return row(connection, sql, (searched, _MANY)) is not None


def _unlabelled(allowed: frozenset[str], values: dict[str, str | int]) -> str:
    """Hides labelled claims, at whatever time they are looked at: a label set today hides now."""
    names = []
    for place, name in enumerate(sorted(allowed)):
        values[f"label{place}"] = name
        names.append(f":label{place}")
    return (
        "NOT EXISTS (SELECT 1 FROM labelled WHERE labelled.claim = listing.claim "
        f"AND labelled.name NOT IN ({', '.join(names)}))"
    )


def _day(edtf: str, end: int) -> str:
    found = days(edtf)[end]
    if found is None:
        raise Misuse(f'"{edtf}" is no date; write 2022, 2022-02 or 2022-02-15.')
    return found
