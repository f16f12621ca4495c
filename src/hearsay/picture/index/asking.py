"""Asks an index: entities by name, what is stated of them, and what leads where."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from typing import Any, overload

import apsw

from hearsay.ledger.folding import fold
from hearsay.picture.index.dates import day_number
from hearsay.picture.index.rows import Edge, EntityRow, Naming, Packed, Source, StatementRow
from hearsay.picture.index.tying import NO_TIES
from hearsay.vocabulary.spans import Span

_STATEMENT = """
SELECT number, claim, type, denied, unsure, held, parties, post, body, source FROM statement"""
_EDGE = """
SELECT tie.number, source, target, kind, first, last, statements, denied, unsure, {} FROM tie"""
_ON_A_DAY = " JOIN stretch ON tie = tie.number AND since <= :day AND until >= :day"
_STEP = """
SELECT DISTINCT here, there, degree FROM step
WHERE here IN (SELECT value FROM json_each(:here)) AND {} AND unsure <= :unsure
AND since <= :day AND until >= :day AND kind NOT IN (SELECT value FROM json_each(:without))"""

_HELD = 8192
"""Entities that are kept in memory once they were asked for."""
_START = 3
"""Letters by which words are first taken to be alike."""


@dataclass(frozen=True, slots=True)
class StatementFilter:
    """Which statements to list; what is `None` or empty does not narrow."""

    kinds: Collection[str] = ()
    """Names of statement classes: `Posting`, `Incident` …"""
    types: Collection[str] = ()
    entity: int | None = None
    parts: Collection[str] = ()
    """The part that the entity has: `person`, `unit` …"""
    after: str | None = None
    """A day: what may hold on it or later."""
    before: str | None = None


class Asking:
    """Questions to one index."""

    def __init__(self, connection: apsw.Connection) -> None:
        self._connection = connection
        self._sources: dict[int, Source] = {}
        self._entities: dict[int, EntityRow] = {}

    def entity(self, number: int) -> EntityRow:
        """An entity by its number in this index."""
        known = self._entities.get(number)
        if known is None:
            if len(self._entities) >= _HELD:
                self._entities.clear()
            known = self._entities[number] = self._entity(number)
        return known

    def _entity(self, number: int) -> EntityRow:
        (found,) = self._rows(
            "SELECT id, type, name, named FROM entity WHERE number = ?", (number,)
        )
        id, type, name, named = found
        return EntityRow(number, id, type, name, self._names(number), bool(named))

    def entities(self, called: str) -> list[EntityRow]:
        """The entities with this id or a name that fits best: whole, then from its beginning,
        then every word of it; most often named first."""
        asked = fold(called).strip()
        if not asked:
            return []
        ways = (
            ("SELECT number FROM entity WHERE id = ?", (called.strip(),)),
            ("SELECT entity FROM called WHERE folded = ?", (asked,)),
            (
                "SELECT entity FROM called WHERE instr(' ' || folded || ' ', ' ' || ? || ' ')",
                (asked,),
            ),
            ("SELECT entity FROM called WHERE " + _every_word(asked), tuple(asked.split())),
        )
        for sql, values in ways:
            numbers = dict.fromkeys(n for (n,) in self._rows(sql, values))
            if numbers:
                found = [self.entity(number) for number in numbers]
                return sorted(found, key=lambda one: (-self._weight(one.number), one.name))
        return []

    def nearest(self, called: str, limit: int = 5) -> list[EntityRow]:
        """The entities with the names that are most like this one, where nothing bears it: those
        that share the beginning of a word with it, the most alike first."""
        asked = fold(called).strip()
        starts = sorted({" " + word[:_START] for word in asked.split()})
        if not starts:
            return []
        test = " OR ".join("instr(' ' || folded, ?)" for _ in starts)
        rows = self._rows(f"SELECT entity, folded FROM called WHERE {test}", starts)
        alike: dict[int, float] = {}
        for number, folded in rows:
            matching = SequenceMatcher(None, asked, folded)
            alike[number] = max(alike.get(number, 0.0), matching.ratio())
        best = sorted(alike, key=lambda number: (-alike[number], number))
        return [self.entity(number) for number in best[:limit]]

    def statements(self, which: StatementFilter) -> Iterator[StatementRow]:
        """The statements that pass the filter, in the order in which they were taken in."""
        tests, values = ["1"], dict[str, Any]()
        for column, wanted in (("kind", which.kinds), ("type", which.types)):
            if wanted:
                values[column] = json.dumps(sorted(wanted))
                tests.append(f"{column} IN (SELECT value FROM json_each(:{column}))")
        if which.entity is not None:
            values |= {"entity": which.entity, "parts": json.dumps(sorted(which.parts))}
            narrow = "AND kind IN (SELECT value FROM json_each(:kind))" if which.kinds else ""
            narrow += " AND part IN (SELECT value FROM json_each(:parts))" if which.parts else ""
            tests.append(f"number IN (SELECT statement FROM party WHERE entity = :entity {narrow})")
        if which.after is not None:
            values["after"] = which.after
            tests.append("last >= :after")
        if which.before is not None:
            values["before"] = which.before
            tests.append("first <= :before")
        yield from self._statements(" AND ".join(tests), values)

    def numbered(self, numbers: Iterable[int]) -> list[StatementRow]:
        """Statements by their numbers."""
        wanted = json.dumps(sorted(set(numbers)))
        test = "number IN (SELECT value FROM json_each(:numbers))"
        return list(self._statements(test, {"numbers": wanted}))

    def edges(
        self,
        from_: Sequence[int],
        *,
        backwards: bool = False,
        kinds: Collection[str] = (),
        as_of: str | None = None,
    ) -> list[Edge]:
        """What leads out of these entities, or with `backwards` into them, pair by pair and kind
        by kind.

        `as_of` keeps what `Seen.on` does not put before or after that day; what nothing dates
        stays. A denial dates nothing but itself.
        """
        here = "target" if backwards else "source"
        tests = [f"{here} IN (SELECT value FROM json_each(:from_))"]
        if kinds:
            tests.append("kind IN (SELECT value FROM json_each(:kinds))")
        values = {"from_": json.dumps(list(from_)), "kinds": json.dumps(sorted(kinds))}
        return self._edges(" AND ".join(tests), values, as_of)

    def between(
        self, pairs: Iterable[tuple[int, int]], *, as_of: str | None = None
    ) -> dict[tuple[int, int], list[Edge]]:
        """For each pair what leads from the one to the other."""
        wanted = dict.fromkeys(pairs)
        test = "(source, target) IN (SELECT value ->> 0, value ->> 1 FROM json_each(:pairs))"
        found: dict[tuple[int, int], list[Edge]] = {pair: [] for pair in wanted}
        for one in self._edges(test, {"pairs": json.dumps(list(wanted))}, as_of):
            found[one.source, one.target].append(one)
        return found

    def _edges(self, test: str, values: dict[str, Any], as_of: str | None) -> list[Edge]:
        sql = _EDGE.format("0" if as_of is None else "assumed")
        if as_of is not None:
            sql += _ON_A_DAY
            values = {**values, "day": day_number(as_of)}
        return [
            Edge(
                source,
                target,
                kind,
                first,
                last,
                tuple(map(int, statements.split())),
                bool(denied),
                bool(unsure),
                bool(assumed),
            )
            for _, source, target, kind, first, last, statements, denied, unsure, assumed in sorted(
                self._rows(f"{sql} WHERE {test}", values)
            )
        ]

    def steps(
        self,
        here: Collection[int],
        *,
        to: int,
        among: Collection[int] | None = None,
        as_of: str | None = None,
        without: Collection[str] = (),
        unsure: bool = False,
    ) -> list[tuple[int, int, int]]:
        """What some stand beside, whichever way round it is said: from whom, to whom, and how
        many statements there are of the latter.

        Of those from whom nothing leads on, only `to` is given. With `among`, only what leads to
        one of these. `without` leaves out kinds of ties; denials never lead anywhere.
        """
        test = "(degree OR there = :to)"
        if among is not None:
            test = "there IN (SELECT value FROM json_each(:among))"
        # Without a day all days do: a stretch that ends before its day begins there is none.
        day = {"day": day_number(as_of)} if as_of is not None else {}
        sql = _STEP.format(test)
        if as_of is None:
            sql = sql.replace("AND since <= :day AND until >= :day ", "")
        numbers = [n for n, name in self._kinds.items() if name in without or name in NO_TIES]
        values = {
            "here": json.dumps(list(here)),
            "among": json.dumps(list(among or ())),
            "to": to,
            "unsure": unsure,
            "without": json.dumps(numbers),
            **day,
        }
        return self._rows(sql, values)

    @cached_property
    def _kinds(self) -> dict[int, str]:
        return dict(self._rows("SELECT number, name FROM kind"))

    def namings(self, number: int) -> list[Naming]:
        """Where an entity is named, once in each document for each of its names there; the
        earliest published first."""
        sql = (
            "SELECT account, name, starts, ends FROM naming JOIN source "
            "ON source.number = naming.source WHERE entity = ? "
            "ORDER BY published IS NULL, published, source.number, starts"
        )
        return [
            Naming(account, name, Span(start, end))
            for account, name, start, end in self._rows(sql, (number,))
        ]

    def rises(self, rank: str, as_of: str | None) -> list[tuple[int, str, str, int, int, str]]:
        """Everyone's rises from a rank (`rank_key`) to the next, the quickest first: the person,
        both ranks, days at least and at most, and the numbers of the statements they rest on."""
        test = "until IS NULL" if as_of is None else "since <= :day AND coalesce(until > :day, 1)"
        sql = "SELECT person, lower, higher, least, most, sights FROM rise WHERE rank = :rank "
        return self._rows(
            f"{sql} AND {test} ORDER BY least, most, person", {"rank": rank, "day": as_of}
        )

    def occurrences(self) -> list[tuple[str | None, str | None, int, str, str]]:
        """Every incident as it was put together, in order: its days, whether words or a table give
        them, and the numbers of the statements that tell of it and that deny it."""
        return self._rows(
            "SELECT first, last, worded, said, denials FROM occurrence ORDER BY number"
        )

    def apart(self, *, many: bool) -> list[int]:
        """The statements that tell of many incidents at once, or of one without saying more."""
        rows = self._rows("SELECT statement FROM apart WHERE many = ? ORDER BY place", (many,))
        return [number for (number,) in rows]

    def by_quarter(self) -> list[tuple[str, str | None, int, int]]:
        """For each kind and quarter, its first day, how many incidents are told of and counted,
        and how many of them are surely distinct."""
        return self._rows(
            "SELECT kind, quarter, sum(counts), sum(certain) FROM occurrence GROUP BY kind, quarter"
        )

    def later(self, numbers: str) -> Sequence[StatementRow]:
        """Statements by their numbers (`3 17`), fetched when they are looked at."""
        return _Later(self, numbers)

    def most_named(self, types: Collection[str] = (), limit: int = 50) -> list[EntityRow]:
        """Those with a name, the one that documents name most often first."""
        test = "AND type IN (SELECT value FROM json_each(:types))" if types else ""
        rows = self._rows(
            f"SELECT number FROM entity WHERE named {test} "
            "ORDER BY namings DESC, name LIMIT :limit",
            {"types": json.dumps(sorted(types)), "limit": limit},
        )
        return [self.entity(number) for (number,) in rows]

    def degree(self, number: int) -> int:
        """How many statements lead into or out of an entity."""
        return int(self._rows("SELECT degree FROM entity WHERE number = ?", (number,))[0][0])

    def _statements(self, test: str, values: dict[str, Any]) -> Iterator[StatementRow]:
        found = self._connection.execute(f"{_STATEMENT} WHERE {test} ORDER BY number", values)
        for row in found:
            yield StatementRow.packed(row[0], Packed._make((*row[1:], self._source)))

    def _source(self, number: int) -> Source:
        known = self._sources.get(number)
        if known is None:
            sql = "SELECT account, address, publisher, published, title FROM source "
            known = Source(*self._rows(f"{sql} WHERE number = ?", (number,))[0])
            self._sources[number] = known
        return known

    def _names(self, number: int) -> tuple[str, ...]:
        sql = "SELECT name FROM naming WHERE entity = ? GROUP BY name ORDER BY count(*) DESC, name"
        return tuple(name for (name,) in self._rows(sql, (number,)))

    def _weight(self, number: int) -> int:
        return int(self._rows("SELECT namings FROM entity WHERE number = ?", (number,))[0][0])

    def _rows(self, sql: str, values: Any = ()) -> list[tuple[Any, ...]]:
        return self._connection.execute(sql, values).fetchall()


def _every_word(asked: str) -> str:
    return " AND ".join("instr(folded, ?)" for _ in asked.split())


class _Later(Sequence[StatementRow]):
    """Statements that are fetched when they are looked at: of thousands, few ever are."""

    __slots__ = ("_asking", "_numbers", "_rows")

    def __init__(self, asking: Asking, numbers: str) -> None:
        self._asking, self._numbers = asking, numbers
        self._rows: tuple[StatementRow, ...] | None = None

    @overload
    def __getitem__(self, at: int) -> StatementRow: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[StatementRow]: ...
    def __getitem__(self, at: int | slice) -> StatementRow | Sequence[StatementRow]:
        return self._fetched()[at]

    def __len__(self) -> int:
        return self._numbers.count(" ") + 1

    def _fetched(self) -> tuple[StatementRow, ...]:
        if self._rows is None:
            wanted = list(map(int, self._numbers.split()))
            found = {row.number: row for row in self._asking.numbered(wanted)}
            self._rows = tuple(found[number] for number in wanted)
        return self._rows
