"""Asks an index: entities by name, what is stated of them, and what leads where."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from typing import Any

import apsw

from hearsay.ledger.codec import decode
from hearsay.ledger.folding import fold
from hearsay.picture.index.filling import Kept
from hearsay.picture.index.rows import Edge, EntityRow, Naming, Source, StatementRow
from hearsay.picture.seen import seen_in
from hearsay.vocabulary.spans import Span

_STATEMENT = """
SELECT statement.number, body, account, address, publisher, published, title
FROM statement JOIN source ON source.number = statement.source"""
_EDGES = """
SELECT
  max(marks & 4),
  min(marks & 8) FILTER (WHERE denied = least),
  group_concat(statement),
  source,
  target,
  kind,
  min(first) FILTER (WHERE denied = least) AS since,
  max(last) FILTER (WHERE denied = least) AS until,
  least
FROM (
  SELECT *, min(denied) OVER (PARTITION BY source, target, kind) AS least FROM edge WHERE {}
)
GROUP BY source, target, kind
HAVING :as_of IS NULL
  OR (since IS NULL AND :undated)
  OR (
    (since <= :as_of OR max(marks & 1) FILTER (WHERE denied = least))
    AND (until >= :as_of OR max(marks & 2) FILTER (WHERE denied = least))
  )"""

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

    def entity(self, number: int) -> EntityRow:
        """An entity by its number in this index."""
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
            ("SELECT entity FROM naming WHERE folded = ?", (asked,)),
            (
                "SELECT entity FROM naming WHERE instr(' ' || folded || ' ', ' ' || ? || ' ')",
                (asked,),
            ),
            ("SELECT entity FROM naming WHERE " + _every_word(asked), tuple(asked.split())),
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
        rows = self._rows(f"SELECT DISTINCT entity, folded FROM naming WHERE {test}", starts)
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
            part = "AND part IN (SELECT value FROM json_each(:parts))" if which.parts else ""
            tests.append(
                f"statement.number IN (SELECT statement FROM party WHERE entity = :entity {part})"
            )
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
        test = "statement.number IN (SELECT value FROM json_each(:numbers))"
        return list(self._statements(test, {"numbers": wanted}))

    def edges(
        self,
        from_: Sequence[int],
        *,
        backwards: bool = False,
        kinds: Collection[str] = (),
        as_of: str | None = None,
        undated: bool = True,
    ) -> list[Edge]:
        """What leads out of these entities, or with `backwards` into them, pair by pair and kind
        by kind.

        `as_of` keeps what `Seen.on` does not put before or after that day, and with `undated` what
        nothing dates. A denial dates nothing but itself.
        """
        here = "target" if backwards else "source"
        tests = [f"{here} IN (SELECT value FROM json_each(:from_))"]
        if kinds:
            tests.append("kind IN (SELECT value FROM json_each(:kinds))")
        sql = _EDGES.format(" AND ".join(tests))
        values = {
            "from_": json.dumps(list(from_)),
            "kinds": json.dumps(sorted(kinds)),
            "as_of": as_of,
            "undated": undated,
        }
        found = []
        for turns, unsure, statements, source, target, kind, first, last, denied in self._rows(
            sql, values
        ):
            numbers = _numbers(statements)
            one = Edge(source, target, kind, first, last, numbers, bool(denied), bool(unsure))
            if as_of is None or not turns or self._holds(one, as_of):
                found.append(one)
        return found

    def _holds(self, edge: Edge, day: str) -> bool:
        """Whether an edge that is said to begin or end is not over, or still to come, on a day."""
        grounds = [row.statement.grounds for row in self.numbered(edge.statements)]
        held = [one.held for one in grounds if edge.denied or one.polarity == "affirmed"]
        return seen_in(held).on(day) not in ("before", "after")

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

    def degree(self, number: int) -> int:
        """How many statements lead into or out of an entity."""
        sql = "SELECT count(*) FROM edge WHERE {} = ?"
        ends = (self._rows(sql.format(end), (number,)) for end in ("source", "target"))
        return sum(int(found[0][0]) for found in ends)

    def _statements(self, test: str, values: dict[str, Any]) -> Iterator[StatementRow]:
        found = self._rows(f"{_STATEMENT} WHERE {test} ORDER BY statement.number", values)
        numbers = json.dumps([row[0] for row in found])
        named = self._rows(
            "SELECT statement, part, entity FROM party "
            "WHERE statement IN (SELECT value FROM json_each(?)) ORDER BY statement, place",
            (numbers,),
        )
        parties = {
            number: tuple((part, entity) for _, part, entity in rows)
            for number, rows in groupby(named, key=lambda row: row[0])
        }
        for number, body, *source in found:
            kept = decode(Kept, body)
            yield StatementRow(
                number,
                kept.statement,
                parties.get(number, ()),
                Source(*source),
                kept.claim,
                kept.speakers,
                kept.place,
                kept.words,
                kept.own,
            )

    def _names(self, number: int) -> tuple[str, ...]:
        sql = "SELECT name FROM naming WHERE entity = ? GROUP BY name ORDER BY count(*) DESC, name"
        return tuple(name for (name,) in self._rows(sql, (number,)))

    def _weight(self, number: int) -> int:
        return int(self._rows("SELECT count(*) FROM naming WHERE entity = ?", (number,))[0][0])

    def _rows(self, sql: str, values: Any = ()) -> list[tuple[Any, ...]]:
        return self._connection.execute(sql, values).fetchall()


def _every_word(asked: str) -> str:
    return " AND ".join("instr(folded, ?)" for _ in asked.split())


def _numbers(joined: str) -> tuple[int, ...]:
    return tuple(sorted(int(number) for number in joined.split(",")))
