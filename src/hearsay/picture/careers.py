"""The career of a person: posts and ranks over time, and how long they stood in each rank.

How long somebody held a rank is hardly ever said. What the sights of two ranks leave possible is
given as a least and a most number of days, beside the same for others of the case; what is quick
is for the reader to say.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from statistics import median

from hearsay.picture.grades import grade_of, rank_key
from hearsay.picture.index import Asking, StatementRow
from hearsay.picture.index.asking import StatementFilter
from hearsay.picture.posts import Post, posts_of
from hearsay.picture.seen import Seen, seen_in
from hearsay.vocabulary.statements import OPEN, Posting


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
    rows: tuple[StatementRow, ...]
    """The first sights that it rests on."""


@dataclass(frozen=True, slots=True)
class Beside:
    """A rise beside those of others in this case out of the same rank."""

    rise: Rise
    others: tuple[Rise, ...]
    """The least days first."""

    @property
    def middle(self) -> tuple[float, float] | None:
        """The medians of the others' least and most days; `None` where there are no others."""
        if not self.others:
            return None
        return median(r.least for r in self.others), median(r.most for r in self.others)


@dataclass(frozen=True, slots=True)
class Career:
    """The posts and ranks of one person."""

    posts: tuple[Post, ...]
    """In the order of first sight; a rank alone is no post."""
    ranks: tuple[RankHeld, ...]
    """From the lowest up."""
    rises: tuple[Beside, ...]


def career_of(asking: Asking, person: int, *, as_of: str | None = None) -> Career:
    """All that is said of a person's posts and ranks, or what was first seen by a day."""
    which = StatementFilter(kinds=("Posting",), entity=person, parts=("person",))
    ranks = _until(_ranks(asking.statements(which)), as_of)
    posts = tuple(
        one
        for one in posts_of(asking, person)
        if (one.unit is not None or one.role is not None) and (as_of is None or one.seen.by(as_of))
    )
    rises = _rises(person, ranks)
    others = _rises_of_others(asking, person, as_of) if rises else ()
    beside = tuple(
        Beside(one, tuple(o for o in others if rank_key(o.lower) == rank_key(one.lower)))
        for one in rises
    )
    return Career(posts, ranks, beside)


def _ranks(rows: Iterable[StatementRow]) -> tuple[RankHeld, ...]:
    by_rank: dict[str, list[StatementRow]] = {}
    for row in rows:
        if isinstance(row.statement, Posting) and row.statement.rank:
            by_rank.setdefault(rank_key(row.statement.rank), []).append(row)
    found = []
    for rows_of in by_rank.values():
        said = sorted((row for row in rows_of if not row.denied), key=lambda row: row.unsure)
        named = [str(row.statement.rank) for row in rows_of if isinstance(row.statement, Posting)]
        seen = seen_in(row.statement.grounds.held for row in said)
        denials = tuple(row for row in rows_of if row.denied)
        rank = max(sorted(set(named)), key=named.count)
        found.append(RankHeld(rank, seen, tuple(said), denials))
    return tuple(sorted(found, key=_order))


def _order(held: RankHeld) -> tuple[int, str, str]:
    """From the lowest grade up; what the table of ranks does not have comes by its first sight."""
    grade = grade_of(held.rank)
    return (grade if grade is not None else 0), _earliest(held.seen) or "9999", held.rank


def _until(ranks: Iterable[RankHeld], as_of: str | None) -> tuple[RankHeld, ...]:
    return tuple(one for one in ranks if as_of is None or one.seen.by(as_of))


def _rises(person: int, ranks: Sequence[RankHeld]) -> tuple[Rise, ...]:
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


def _rises_of_others(asking: Asking, person: int, as_of: str | None) -> tuple[Rise, ...]:
    by_person: dict[int, list[StatementRow]] = {}
    for row in asking.statements(StatementFilter(kinds=("Posting",))):
        parts = dict(row.entities)
        if isinstance(row.statement, Posting) and row.statement.rank and parts["person"] != person:
            by_person.setdefault(parts["person"], []).append(row)
    found = [
        rise
        for other, rows in by_person.items()
        for rise in _rises(other, _until(_ranks(rows), as_of))
    ]
    return tuple(sorted(found, key=lambda rise: (rise.least, rise.most, rise.person)))


def _first_sight(held: RankHeld) -> tuple[str, str, StatementRow] | None:
    """Between which days somebody was first seen in a rank, and by what; `None` where that is
    open to one side."""
    sights = [
        (one.last, one.first, row.number, row)
        for row in held.rows
        for one in row.statement.grounds.held.ranges
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
