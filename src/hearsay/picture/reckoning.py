"""Incidents by quarter, month, actor, target or country: those told one by one, and what others
count, beside each other and against the period before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from hearsay.picture.happening import told_in
from hearsay.picture.incidents import (
    FAMILIES,
    HARM,
    Occurrence,
    Told,
    at_least,
    family_of,
    incidents_in,
)
from hearsay.picture.index import Asking
from hearsay.picture.index.asking import StatementFilter
from hearsay.picture.periods import Grain, Period, period_of
from hearsay.picture.tallies import Count, counts_in, counts_of

By = Literal["quarter", "fiscal-quarter", "month", "actor", "target", "country"]


@dataclass(frozen=True, slots=True)
class Group:
    """The incidents of one kind in one period, or of one actor, target or country."""

    kind: str
    period: Period | None
    """`None` where it is no period, or where nothing says in which one they lie."""
    name: str
    """Who or where it is; empty for a period."""
    occurrences: tuple[Occurrence, ...]
    certain: tuple[Occurrence, ...]
    """As many of them as are certainly distinct: "at least n"."""
    counts: tuple[Count, ...]
    """What others count, side by side and never added up."""

    @property
    def claimed(self) -> tuple[Count, ...]:
        """The counts of all incidents in it, and not of a part of them."""
        return tuple(one for one in self.counts if one.is_whole)


def incidents_by(
    asking: Asking,
    by: By,
    *,
    kinds: Collection[str] = HARM,
    as_of: str | None = None,
) -> tuple[tuple[Group, ...], Told]:
    """The incidents of these kinds in groups, with the counts that others give of them, and all
    that is told; with `as_of`, nothing that came after that day."""
    rows = list(asking.statements(StatementFilter(kinds=("Incident", "Tally"))))
    if set(kinds) == set(HARM):
        told = told_in(asking)
    else:
        told = incidents_in(row for row in rows if getattr(row.statement, "kind", None) in kinds)
    counts = counts_in(rows)
    if as_of is not None:
        past = tuple(one for one in told.occurrences if one.first is None or one.first <= as_of)
        told = Told(past, told.many, told.bare)
        counts = tuple(one for one in counts if one.first is None or one.first <= as_of)
    return grouped_by(asking, told, counts, by), told


def grouped_by(asking: Asking, told: Told, counts: Sequence[Count], by: By) -> tuple[Group, ...]:
    """The incidents in groups, those of no known day or party in one of their own at the end."""
    kinds = {family_of(one.kind) for one in told.occurrences} | {
        family_of(r) for r in _spoken(told)
    }
    made: list[Group] = []
    for kind in sorted(kinds, key=lambda k: (k not in FAMILIES, k)):
        mine = [one for one in told.occurrences if family_of(one.kind) == kind]
        numbers = [c for name in FAMILIES.get(kind, (kind,)) for c in counts_of(counts, name)]
        if by in ("quarter", "fiscal-quarter", "month"):
            made += _by_period(kind, mine, numbers, "month" if by == "month" else "quarter")
        else:
            made += _by_party(asking, kind, mine, numbers, by)
    return tuple(made)


def before(groups: Iterable[Group], one: Group) -> Group | None:
    """The group of the same kind in the period before, where there is one."""
    if one.period is None:
        return None
    earlier = one.period.before
    return next((g for g in groups if g.kind == one.kind and g.period == earlier), None)


def _spoken(told: Told) -> list[str]:
    return [str(getattr(row.statement, "kind", "")) for row in told.many]


def _by_period(
    kind: str, occurrences: Iterable[Occurrence], counts: Iterable[Count], grain: Grain
) -> list[Group]:
    held: dict[Period | None, list[Occurrence]] = defaultdict(list)
    numbers: dict[Period | None, list[Count]] = defaultdict(list)
    for one in occurrences:
        held[period_of(one.first, one.last, grain)].append(one)
    for count in counts:
        numbers[period_of(count.first, count.last, grain)].append(count)
    known = sorted({p for p in (*held, *numbers) if p is not None})
    return [
        _group(kind, period, "", held[period], numbers[period])
        for period in (*known, None)
        if held[period] or numbers[period]
    ]


def _by_party(
    asking: Asking,
    kind: str,
    occurrences: Iterable[Occurrence],
    counts: Iterable[Count],
    by: By,
) -> list[Group]:
    parts = {"actor": ("actors",), "target": ("targets", "victims")}.get(by, ("places",))
    held: dict[str, list[Occurrence]] = defaultdict(list)
    numbers: dict[str, list[Count]] = defaultdict(list)
    for one in occurrences:
        found = one.entities
        names = {asking.entity(n).name for part in parts for n in found.get(part, ())}
        if by == "country":
            names = _countries(one) or names
        for name in names or {""}:
            held[name].append(one)
    for count in counts:
        numbers[count.scope if by == "country" else ""].append(count)
    names = {name for name in (*held, *numbers) if name}
    order = sorted(names, key=lambda name: (-len(held[name]), name))
    return [
        _group(kind, None, name, held[name], numbers[name])
        for name in (*order, "")
        if held[name] or numbers[name]
    ]


def _countries(one: Occurrence) -> set[str]:
    """The countries that a table states; prose states none."""
    parties = (p for row in one.rows for p in getattr(row.statement, "places", ()))
    return {party.country for party in parties if party.country}


def _group(
    kind: str,
    period: Period | None,
    name: str,
    occurrences: Sequence[Occurrence],
    counts: Sequence[Count],
) -> Group:
    order = sorted(counts, key=lambda c: (not c.is_whole, not c.scope, c.scope, -len(c.rows), c.id))
    return Group(kind, period, name, tuple(occurrences), at_least(occurrences), tuple(order))
