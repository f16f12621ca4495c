"""Incidents as an index keeps them: put together once when it is made, and only counted after."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

import apsw

from hearsay.picture.incidents import HARM, Occurrence, Told, at_least, family_of, incidents_in
from hearsay.picture.index.asking import Asking, StatementFilter
from hearsay.picture.index.rows import StatementRow
from hearsay.picture.periods import Period, period_at, period_of


@dataclass(frozen=True, slots=True)
class QuarterCount:
    """How many incidents of one kind are told of in one quarter."""

    kind: str
    period: Period | None
    """`None` for those of which nothing says in which quarter they lie."""
    told: int
    """All that are told one by one and counted."""
    certain: int
    """As many of them as are certainly distinct: "at least n"."""
    before: int | None
    """As many in the quarter before; `None` where none is told of then."""


def lay_occurrences(connection: apsw.Connection) -> None:
    """Put together what statements in an index tell of incidents, and keep it there."""
    told = incidents_in(Asking(connection).statements(HARMING))
    certain = set(map(id, _certain(told.occurrences)))
    connection.executemany(
        f"INSERT INTO occurrence VALUES ({', '.join('?' * 10)})",
        (_row(n, one, id(one) in certain) for n, one in enumerate(told.occurrences, 1)),
    )
    for rows, many in ((told.many, True), (told.bare, False)):
        connection.executemany(
            "INSERT INTO apart (statement, many) VALUES (?, ?)", ((r.number, many) for r in rows)
        )


def told_in(asking: Asking) -> Told:
    """All that is told of incidents, as the index keeps it together."""
    rows = {row.number: row for row in asking.statements(HARMING)}
    occurrences = tuple(
        Occurrence(_rows(rows, said), _rows(rows, denials), first, last, bool(worded))
        for first, last, worded, said, denials in asking.occurrences()
    )
    many, bare = (tuple(rows[n] for n in asking.apart(many=many)) for many in (True, False))
    return Told(occurrences, many, bare)


def quarters_told(asking: Asking) -> tuple[QuarterCount, ...]:
    """The numbers alone, kind by kind and quarter by quarter; nothing is unpacked for them."""
    found = asking.by_quarter()
    certain = {(kind, first): number for kind, first, _, number in found}
    counted = []
    for kind, first, told, number in found:
        period = None if first is None else period_at(date.fromisoformat(first), "quarter")
        before = None if period is None else certain.get((kind, period.before.first))
        counted.append(QuarterCount(kind, period, told, number, before))
    return tuple(counted)


HARMING = StatementFilter(kinds=("Incident",), types=HARM)
"""What is put together."""


def _row(number: int, one: Occurrence, certain: bool) -> tuple[object, ...]:
    counted = (family_of(one.kind), _quarter(one), one.counts, certain)
    days = (one.first, one.last, one.worded)
    return number, *counted, *days, _numbers(one.rows), _numbers(one.denials)


def _certain(occurrences: Iterable[Occurrence]) -> Iterator[Occurrence]:
    groups: dict[tuple[str, str | None], list[Occurrence]] = defaultdict(list)
    for one in occurrences:
        groups[family_of(one.kind), _quarter(one)].append(one)
    for together in groups.values():
        yield from at_least(together)


def _quarter(one: Occurrence) -> str | None:
    period = period_of(one.first, one.last, "quarter")
    return None if period is None else period.first


def _numbers(rows: Iterable[StatementRow]) -> str:
    return " ".join(str(row.number) for row in rows)


def _rows(rows: dict[int, StatementRow], numbers: str) -> tuple[StatementRow, ...]:
    return tuple(rows[int(number)] for number in numbers.split())
