"""What a superior takes on from those under it: the areas and classes of its subordinates.

Nobody states these of the superior, so they are worked out each time and written down nowhere
(Security Force Monitor: an organization takes on the areas of its subordinates for as long as they
are its subordinates). A thing is taken on only for days on which the unit was seen both under the
superior and with that thing; where no such day is known, it is taken on without one, and so said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
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
    assumed: bool = False
    """Whether it was last seen so before the day asked for, and a source says to take it as going
    on."""


@dataclass(frozen=True, slots=True)
class TakeOn:
    """All that a superior takes on from those under it."""

    things: tuple[TakenOn, ...]
    """Areas first, then classes, then sites; of one thing by two ways, the shorter way."""
    more: bool
    """Whether there are more units under it than were looked at."""


NOTHING = TakeOn((), more=False)
"""Where nothing is taken on, or nobody asked."""


def take_on(
    asking: Asking, superior: int, *, as_of: str | None = None, depth: int = DEPTH
) -> TakeOn:
    """What a unit takes on from all under it; with `as_of`, only what it does for that day."""
    ways, more = _under(asking, superior, depth, as_of)
    own = {unit: tuple(_own(asking, unit)) for unit in dict.fromkeys(way.path[0] for way in ways)}
    found: dict[object, TakenOn] = {}
    for way in ways:
        for one in own[way.path[0]]:
            key = (one.what, one.value, one.place, way.path[0])
            days = _both(way.days, _span(one.seen))
            standing = "seen" if as_of is None else one.seen.on(as_of)
            if (
                key in found
                or standing in ("before", "after")
                or (as_of is None and days == _NEVER)
            ):
                continue
            steps = tuple(n for edge in way.edges for n in edge.statements)
            found[key] = TakenOn(
                one.what,
                one.value,
                one.place,
                way.path,
                None if days in (_UNDATED, _NEVER) else days,
                (*one.rows, *asking.numbered(steps)),
                standing == "assumed" or any(edge.assumed for edge in way.edges),
            )
    things = sorted(found.values(), key=lambda t: (t.what, t.value, len(t.path), t.path))
    return TakeOn(tuple(things), more)


MOST = 500
"""Units under a superior that are looked at, those nearest to it first."""
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


@dataclass(frozen=True, slots=True)
class _Way:
    """A way up from a unit, with the days on which all of it is known to hold."""

    path: tuple[int, ...]
    edges: tuple[Edge, ...]
    days: Days


def _under(asking: Asking, superior: int, depth: int, as_of: str | None) -> tuple[list[_Way], bool]:
    """Everyone under a unit, on a day if one is asked for, nearest first, by every way up; and
    whether there are more than were looked at. A circle in what is said ends where it begins."""
    every: list[_Way] = []
    waiting = [_Way((superior,), (), _EVERY)]
    for _ in range(depth):
        below = _steps(asking, list(dict.fromkeys(way.path[0] for way in waiting)), as_of)
        further = []
        for way in waiting:
            for lower, steps in below.get(way.path[0], {}).items():
                held = _both(way.days, _joined(_edge_days(one) for one in steps))
                if lower not in way.path and (as_of is not None or held != _NEVER):
                    further.append(_Way((lower, *way.path), (*steps, *way.edges), held))
        every += further
        waiting = further
        if len(every) > MOST or not waiting:
            break
    return every[:MOST], len(every) > MOST


def _steps(
    asking: Asking, units: Sequence[int], as_of: str | None
) -> dict[int, dict[int, tuple[Edge, ...]]]:
    """Those directly under each of some units, with what says so."""
    found: dict[int, dict[int, tuple[Edge, ...]]] = {}
    for edge in asking.edges(units, backwards=True, kinds=UPWARD, as_of=as_of):
        if not edge.denied:
            below = found.setdefault(edge.target, {})
            below[edge.source] = (*below.get(edge.source, ()), edge)
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
