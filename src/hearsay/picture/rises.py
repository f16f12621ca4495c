"""The ranks of a person, and how long they stood in each: what the sights of two leave possible."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise

import apsw

from hearsay.picture.grades import grade_of, rank_key
from hearsay.picture.index.rows import Packed, Source, StatementRow
from hearsay.picture.seen import Seen, seen_in
from hearsay.vocabulary.statements import OPEN


@dataclass(frozen=True, slots=True)
class RankHeld:
    """A rank that a person is said to have, with when they were seen in it."""

    rank: str
    """As most say it."""
    seen: Seen
    rows: tuple[StatementRow, ...]
    denials: tuple[StatementRow, ...]


@dataclass(frozen=True, slots=True)
class Rise:
    """From the first sight of a person in one rank to the first sight in the next."""

    person: int
    lower: str
    higher: str
    least: int
    """Days, as few as the sights leave possible."""
    most: int
    rows: Sequence[StatementRow]
    """The first sights that it rests on."""


def ranks_in(rows: Iterable[StatementRow]) -> tuple[RankHeld, ...]:
    """Every rank that postings of one person give, from the lowest up."""
    by_rank: dict[str, list[StatementRow]] = {}
    for row in rows:
        if rank := row.post[2]:
            by_rank.setdefault(rank_key(rank), []).append(row)
    found = []
    for rows_of in by_rank.values():
        said = sorted((row for row in rows_of if not row.denied), key=lambda row: row.unsure)
        named = [str(row.post[2]) for row in rows_of]
        seen = seen_in(row.held for row in said)
        denials = tuple(row for row in rows_of if row.denied)
        rank = max(sorted(set(named)), key=named.count)
        found.append(RankHeld(rank, seen, tuple(said), denials))
    return tuple(sorted(found, key=_order))


def known_by(ranks: Iterable[RankHeld], as_of: str | None) -> tuple[RankHeld, ...]:
    """Those that may have been seen by a day; of none, all."""
    return tuple(one for one in ranks if as_of is None or one.seen.by(as_of))


def _order(held: RankHeld) -> tuple[int, str, str]:
    """From the lowest grade up; what the table of ranks does not have comes by its first sight."""
    grade = grade_of(held.rank)
    return (grade if grade is not None else 0), _earliest(held.seen) or "9999", held.rank


def rises_in(person: int, ranks: Sequence[RankHeld]) -> tuple[Rise, ...]:
    """Only between ranks of which the table knows which is the higher, and of which the first sight
    has two ends; a figure from an unsure reading or of time that runs backwards is none."""
    found = []
    sure = [one for one in ranks if one.rows and not all(row.unsure for row in one.rows)]
    graded = [one for one in sure if grade_of(one.rank) is not None]
    for lower, higher in pairwise(graded):
        if grade_of(lower.rank) == grade_of(higher.rank):
            continue
        from_, to = _first_sight(lower), _first_sight(higher)
        if from_ is None or to is None or to[0] < from_[0]:
            continue
        least = max(0, _days(from_[1], to[0]))
        rows = (from_[2], to[2])
        most = _days(from_[0], to[1])
        found.append(Rise(person, lower.rank, higher.rank, least, most, rows))
    return tuple(found)


def lay_rises(connection: apsw.Connection) -> None:
    """Put every rise into an index, with the days as of which it is one.

    As of an earlier day fewer ranks are known, and two may follow each other between which a third
    came to be known later.
    """
    found = connection.execute(
        "SELECT entity, number, denied, unsure, held, post FROM party "
        "JOIN statement ON number = party.statement "
        "WHERE party.kind = 'Posting' AND part = 'person' ORDER BY entity, number"
    )
    by_person = groupby(found, key=lambda row: row[0])
    connection.executemany(
        "INSERT INTO rise VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            _row(rise, since, until)
            for person, rows in by_person
            for since, until, rise in _over_time(person, [_slim(*row[1:]) for row in rows])
        ),
    )


def _row(rise: Rise, since: str, until: str | None) -> tuple[object, ...]:
    sights = " ".join(str(row.number) for row in rise.rows)
    ranks = rise.lower, rise.higher
    return rank_key(rise.lower), since, until, rise.person, *ranks, rise.least, rise.most, sights


def _over_time(person: int, rows: Sequence[StatementRow]) -> Iterator[tuple[str, str | None, Rise]]:
    """The rises of a person with the day from which on, and before which, each is one."""
    ranks = ranks_in(rows)
    days = sorted({_known_from(one) for one in ranks})
    open_: dict[tuple[str, str, tuple[int, ...]], tuple[str, Rise]] = {}
    for day in days if len(ranks) > 1 else ():
        here = rises_in(person, [one for one in ranks if _known_from(one) <= day])
        now = {(r.lower, r.higher, tuple(row.number for row in r.rows)): r for r in here}
        for key in [key for key in open_ if key not in now]:
            since, rise = open_.pop(key)
            yield since, day, rise
        for key, rise in now.items():
            open_.setdefault(key, (day, rise))
    yield from ((since, None, rise) for since, rise in open_.values())


def _known_from(held: RankHeld) -> str:
    """The day from which on it may have been seen, as `Seen.by` has it; empty for ever."""
    first = held.seen.first
    is_open = any(begin == OPEN for begin, _ in held.seen.maybe)
    return "" if first is None or is_open else first


def _slim(number: int, denied: int, unsure: int, held: str, post: str) -> StatementRow:
    packed = Packed(None, "", denied, unsure, held, "", post, b"", 0, _nowhere)
    return StatementRow.packed(number, packed)


def _nowhere(number: int) -> Source:
    raise AssertionError(f"document {number} is not asked for")


def _first_sight(held: RankHeld) -> tuple[str, str, StatementRow] | None:
    """Between which days somebody was first seen in a rank, and by what; `None` where that is
    open to one side."""
    sights = [
        (one.last, one.first, row.number, row)
        for row in held.rows
        for one in row.held.ranges
        if one.first != OPEN and one.last != OPEN and not row.unsure
    ]
    if not sights:
        return None
    last, first, _, row = min(sights, key=lambda sight: sight[:3])
    return first, last, row


def _earliest(seen: Seen) -> str | None:
    ends = [last for first, last in (*seen.days, *seen.maybe) if last != OPEN]
    return min(ends, default=seen.first)


def _days(first: str, last: str) -> int:
    return (date.fromisoformat(last) - date.fromisoformat(first)).days
