"""What a superior takes on from those under it: the areas and classes of its subordinates.

Nobody states these of the superior, so they are worked out each time and written down nowhere
(Security Force Monitor: an organization takes on the areas of its subordinates for as long as they
are its subordinates). A thing is taken on only for days on which the unit was seen both under the
superior and with that thing; where no such day is known, it is taken on without one, and so said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from hearsay.picture.index import Asking, Edge, StatementRow
from hearsay.picture.index.asking import StatementFilter
from hearsay.picture.seen import Seen, seen_in
from hearsay.picture.structure import DEPTH, UPWARD
from hearsay.vocabulary.statements import OPEN, Describing, Positioning

What = Literal["area", "site", "class"]
Days = tuple[str, str]


@dataclass(frozen=True, slots=True)
class TakenOn:
    """One area, site or class that a superior has by one that stands under it."""

    what: What
    value: str
    place: int | None
    """The entity of the place; `None` for a class."""
    path: tuple[int, ...]
    """The units from the one that has it up to the superior."""
    days: Days | None
    """Between which days both are known to hold; `None` where nothing says of one of them when."""
    rows: tuple[StatementRow, ...]
    """The statements that it is worked out from: of the thing first, then of each step up."""


def take_on(
    asking: Asking, superior: int, *, as_of: str | None = None, depth: int = DEPTH
) -> tuple[TakenOn, ...]:
    """What a unit takes on from all under it; of one thing by two ways, the shorter way.

    With `as_of`, only what is taken on for that day.
    """
    found: dict[object, TakenOn] = {}
    for path, edges, days in _under(asking, superior, depth):
        for one in _own(asking, path[0]):
            held = _both(days, _span(one.seen))
            if held == _NEVER or (as_of is not None and not _holds(held, as_of)):
                continue
            steps = tuple(n for edge in edges for n in edge.statements)
            rows = (*one.rows, *asking.numbered(steps))
            taken = TakenOn(
                one.what, one.value, one.place, path, None if held == _UNDATED else held, rows
            )
            found.setdefault((one.what, one.value, one.place, path[0]), taken)
    return tuple(sorted(found.values(), key=lambda t: (t.what, t.value, len(t.path), t.path)))


_UNDATED: Days = (OPEN, OPEN)
"""The days of something of which nothing says when."""
_EVERY: Days = ("0000", "9999")
"""All days: before the first step up narrows them."""
_NEVER: Days = ("", "")


@dataclass(frozen=True, slots=True)
class _Thing:
    what: What
    value: str
    place: int | None
    seen: Seen
    rows: tuple[StatementRow, ...]


def _own(asking: Asking, unit: int) -> Iterator[_Thing]:
    """The areas, sites and classes that are stated of a unit itself."""
    groups: dict[tuple[What, str, int | None], list[StatementRow]] = {}
    which = StatementFilter(kinds=("Positioning", "Describing"), entity=unit)
    for row in asking.statements(which):
        statement, parts = row.statement, dict(row.entities)
        if row.denied:
            continue
        if isinstance(statement, Positioning) and parts.get("unit") == unit:
            place = parts["place"]
            what: What = "area" if statement.kind == "area" else "site"
            groups.setdefault((what, asking.entity(place).name, place), []).append(row)
        elif isinstance(statement, Describing) and "class" in statement.field.casefold():
            groups.setdefault(("class", statement.value, None), []).append(row)
    for (what, value, at), rows in groups.items():
        seen = seen_in(row.statement.grounds.held for row in rows)
        yield _Thing(what, value, at, seen, tuple(rows))


def _under(
    asking: Asking, superior: int, depth: int
) -> Iterator[tuple[tuple[int, ...], tuple[Edge, ...], Days]]:
    """Everyone under a unit, nearest first, with the way up and the days on which all of it is
    known to hold. A circle in what is said ends where it begins again."""
    waiting: list[tuple[tuple[int, ...], tuple[Edge, ...], Days]] = [((superior,), (), _EVERY)]
    for _ in range(depth):
        further = []
        for path, edges, days in waiting:
            for lower, steps in _steps(asking, path[0]).items():
                held = _both(days, _joined(_edge_days(one) for one in steps))
                if lower not in path and held != _NEVER:
                    further.append(((lower, *path), (*steps, *edges), held))
        yield from further
        waiting = further


def _steps(asking: Asking, unit: int) -> Mapping[int, tuple[Edge, ...]]:
    found: dict[int, tuple[Edge, ...]] = {}
    for edge in asking.edges([unit], backwards=True, kinds=UPWARD):
        if not edge.denied:
            found[edge.source] = (*found.get(edge.source, ()), edge)
    return found


def _edge_days(edge: Edge) -> Days:
    return (edge.first or OPEN, edge.last or OPEN)


def _span(seen: Seen) -> Days:
    return (seen.first or OPEN, seen.last or OPEN)


def _joined(all_days: Iterable[Days]) -> Days:
    """From the first to the last day that any of several says."""
    known = [days for days in all_days if days != _UNDATED]
    if not known:
        return _UNDATED
    return min(first for first, _ in known), max(last for _, last in known)


def _both(one: Days, other: Days) -> Days:
    """The days on which two hold; none are known where nothing dates one of them."""
    if _UNDATED in (one, other):
        return _UNDATED
    first, last = max(one[0], other[0]), min(one[1], other[1])
    return (first, last) if first <= last else _NEVER


def _holds(days: Days, day: str) -> bool:
    return days == _UNDATED or days[0] <= day <= days[1]
