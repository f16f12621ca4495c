"""What a case answers on Nigeria's forces, laid beside the same values of the tables."""

from __future__ import annotations

import functools
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from evaluation import nigeria_tables as gold
from evaluation.scores import Score
from hearsay.picture.careers import career_of
from hearsay.picture.index import Asking, StatementRow
from hearsay.picture.index.asking import StatementFilter
from hearsay.picture.seen import Seen
from hearsay.picture.structure import Box, Chart, chart_of
from hearsay.vocabulary.statements import (
    Describing,
    Held,
    Naming,
    Positioning,
    Posting,
    Relation,
    parties_of,
)

FORCES = ("Nigerian Army", "82 Division", "Nigeria Police Force")
DAYS = ("2011-06-30", "2014-06-30", "2017-06-30")
CAREERS = 10
"""Those with the most postings; of two with as many, the first by name."""
_COMMANDS = ("Commander", "Acting Commander")

Value = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """The values of one kind, as the tables have them and as the case does."""

    name: str
    wanted: Counter[Value]
    found: Counter[Value]

    @property
    def score(self) -> Score:
        """How many values agree."""
        right = sum((self.wanted & self.found).values())
        return Score(right, sum(self.found.values()), sum(self.wanted.values()))

    def misses(self) -> Iterator[str]:
        """Each value that only one of them has."""
        for mark, one, other in (("-", self.wanted, self.found), ("+", self.found, self.wanted)):
            for value in sorted((one - other).elements(), key=str):
                yield f"  {mark} {value}"


class Comparing:
    """One case and the tables that were imported into it."""

    def __init__(self, tables: gold.Tables, asking: Asking) -> None:
        self._tables = tables
        self._asking = asking
        self._rows = list(asking.statements(StatementFilter()))
        self._entities: dict[tuple[str, str], set[int]] = defaultdict(set)
        for row in self._rows:
            for (_, number), (kind, name) in zip(row.entities, _parties(row), strict=True):
                self._entities[kind, name].add(number)
        self._doubtful = {(one.unit, one.other) for one in tables.links if one.dates.doubtful}
        self._names: dict[int, set[str]] = defaultdict(set)
        for kind, names in (("unit", tables.units), ("person", tables.persons)):
            for one in names:
                name = one.name if isinstance(one, gold.Unit) else one[0]
                for number in self._entities[kind, name]:
                    self._names[number].add(name)

    def every(self) -> Iterator[Compared]:
        """Every kind of value, from who is who to who commands on which day."""
        yield self._who()
        yield self._names_and_classes()
        yield self._postings()
        yield self._links()
        yield self._posts()
        yield self._careers()
        for what in (self._parents_as_of, self._charts, self._commanders):
            yield what()

    def _who(self) -> Compared:
        """Everybody is one entity, and no entity is two."""
        wanted = Counter[Value]()
        found = Counter[Value]()
        persons = [name for name, _ in self._tables.persons]
        for kind, names in (("unit", [u.name for u in self._tables.units]), ("person", persons)):
            wanted.update((kind, name) for name in names)
            held = Counter(frozenset(self._entities[kind, name]) for name in names)
            for name in names:
                own = frozenset(self._entities[kind, name])
                shared = held[own] > 1 or any(len(self._names[n]) > 1 for n in own)
                whole = len(own) == 1 and not shared
                found[(kind, name) if whole else (kind, name, len(own), shared)] += 1
        return Compared("who", wanted, found)

    def _names_and_classes(self) -> Compared:
        wanted = Counter[Value]()
        for unit in self._tables.units:
            wanted.update(("name", unit.name, other) for other in unit.names)
            wanted.update(("class", unit.name, one) for one in unit.classes)
            wanted.update(("cited", unit.name, *_when(d)) for d in unit.cited if not d.doubtful)
        for person, names in self._tables.persons:
            wanted.update(("name", person, other) for other in names)
        doubtful = {u.name for u in self._tables.units if any(d.doubtful for d in u.cited)}
        found = set[Value]()
        for row in self._rows:
            one = row.statement
            if isinstance(one, Naming) and self._name(row, "entity") != one.name:
                found.add(("name", self._name(row, "entity"), one.name))
            if isinstance(one, Describing) and one.field == "classification":
                found.add(("class", self._name(row, "entity"), one.value))
            if isinstance(one, Describing) and one.field == "name":
                name = self._name(row, "entity")
                if name not in doubtful:
                    found.add(("cited", name, *_held(one.grounds.held)))
        wanted = Counter(v for v in wanted if v[0] != "cited" or v[1] not in doubtful)
        return Compared("names", wanted, Counter(found))

    def _postings(self) -> Compared:
        """Row by row, each with all its values."""
        wanted = Counter[Value](
            (p.person, p.unit, p.role, p.title, p.rank, *p.how, *_when(p.dates))
            for p in self._tables.postings
            if not p.dates.doubtful
        )
        doubtful = {p.row for p in self._tables.postings if p.dates.doubtful}
        found = Counter[Value]()
        for row in self._rows:
            one = row.statement
            if isinstance(one, Posting) and _row_number(row) not in doubtful:
                held = one.grounds.held
                how = held.begins_how or "", held.ends_how or ""
                said = one.role or "", one.title or "", one.rank or ""
                who = self._name(row, "person"), self._name(row, "unit")
                found[(*who, *said, *how, *_held(held))] += 1
        return Compared("postings", wanted, found)

    def _links(self) -> Compared:
        """Parents, memberships, sites and areas, row by row; what is said twice counts once."""
        wanted, doubtful = set[Value](), set[Value]()
        for one in self._tables.links:
            if one.dates.doubtful:
                doubtful.add((one.kind, one.unit, one.other))
            wanted.add((one.kind, one.unit, one.other, *one.more, *_when(one.dates)))
        found = set[Value]()
        for row in self._rows:
            said = row.statement
            if isinstance(said, Relation):
                kind = {"part_of": "parent", "member_of": "member"}[said.kind]
                other = self._name(row, "related")
                more = said.classes or (("",) if kind == "parent" else ())
            elif isinstance(said, Positioning):
                kind, other = said.kind, said.place.name
                within = said.within.name if said.within else ""
                more = (said.base or "", within) if kind == "site" else ()
            else:
                continue
            when = _held(said.grounds.held)
            found.add((kind, self._name(row, "unit"), other, *more, *when))
        kept = [Counter(v for v in values if v[:3] not in doubtful) for values in (wanted, found)]
        return Compared("links", *kept)

    def _posts(self) -> Compared:
        """Every term of everybody in one post, as a career shows it."""
        wanted = self._terms(name for name, _ in self._tables.persons)
        found = Counter[Value]()
        for name, _ in self._tables.persons:
            found.update(self._career(name))
        return self._without_doubtful("posts", wanted, found)

    def _careers(self) -> Compared:
        """The careers of those with the most postings."""
        times = Counter(p.person for p in self._tables.postings)
        most = sorted(times, key=lambda name: (-times[name], name))[:CAREERS]
        found = Counter[Value]()
        for name in most:
            found.update(self._career(name))
        return self._without_doubtful("careers", self._terms(most), found)

    def _terms(self, persons: Iterable[str]) -> Counter[Value]:
        of = set(persons)
        rows = (p for p in self._tables.postings if p.person in of)
        found = Counter[Value]()
        for term in gold.terms(rows, _post_of):
            ordered = sorted(term, key=lambda p: gold.by_first(p.dates))
            ranks = tuple(dict.fromkeys(p.rank for p in ordered if p.rank))
            titles = tuple(dict.fromkeys(p.title for p in ordered if p.title))
            one = term[0]
            role = one.role or one.title
            found[(one.person, one.unit, role, titles, ranks, *_of_term(gold.together(term)))] += 1
        return found

    def _career(self, person: str) -> Iterator[Value]:
        for number in self._entities["person", person]:
            for post in career_of(self._asking, number).posts:
                unit = self._called(post.unit) if post.unit is not None else ""
                said = post.role or "", post.titles, post.ranks
                yield (person, unit, *said, *_seen(post.seen))

    def _without_doubtful(
        self, name: str, wanted: Counter[Value], found: Counter[Value]
    ) -> Compared:
        left = {(p.person, p.unit) for p in self._tables.postings if p.dates.doubtful}
        kept = [
            Counter({v: n for v, n in values.items() if v[:2] not in left})
            for values in (wanted, found)
        ]
        return Compared(name, *kept)

    def _parents_as_of(self) -> Compared:
        """What each unit falls under on each day."""
        wanted, found = Counter[Value](), Counter[Value]()
        for day in DAYS:
            wanted.update((day, *edge) for edge in self._edges(day))
            for unit in self._tables.units:
                for chart in self._near(unit.name, day):
                    for one in chart.above:
                        how = "assumed" if one.assumed else "said"
                        pair = unit.name, self._called(one.entity)
                        if pair not in self._doubtful:
                            found[day, *pair, how] += 1
        return Compared("parents", wanted, found)

    def _charts(self) -> Compared:
        """The boxes of each force on each day, each under its parent."""
        wanted, found = Counter[Value](), Counter[Value]()
        for day in DAYS:
            edges = list(self._edges(day))
            for force in FORCES:
                wanted.update((force, day, *edge) for edge in _below(force, edges))
                found.update((force, day, *edge) for edge in self._drawn(force, day))
        return Compared("charts", wanted, found)

    def _drawn(self, force: str, day: str) -> set[Value]:
        (number,) = self._entities["unit", force]
        found = set[Value]()

        def go(box: Box) -> None:
            for one in box.under:
                how = "assumed" if one.assumed else "said"
                pair = self._called(one.entity), self._called(box.entity)
                if pair not in self._doubtful:
                    found.add((*pair, how))
                    go(one)

        go(chart_of(self._asking, number, as_of=day).box)
        return found

    def _edges(self, day: str) -> Iterator[Value]:
        links = [one for one in self._tables.links if one.kind in ("parent", "member")]
        best: dict[tuple[str, str], str] = {}
        for term in gold.terms(links, lambda one: (one.unit, one.other, one.kind)):
            how = gold.together(term).how(day)
            pair = term[0].unit, term[0].other
            if how is not None and pair not in self._doubtful:
                best[pair] = "said" if "said" in (how, best.get(pair)) else how
        for (unit, other), how in best.items():
            yield unit, other, how

    def _commanders(self) -> Compared:
        """Who commands each box of the charts on each day."""
        wanted, found = Counter[Value](), Counter[Value]()
        leading = [p for p in self._tables.postings if p.role in _COMMANDS]
        for day in DAYS:
            for term in gold.terms(leading, _post_of):
                said = gold.together(term)
                if said.first and not said.doubtful and said.how(day) == "said":
                    wanted[day, term[0].unit, term[0].person] += 1
            for unit in self._tables.units:
                for chart in self._near(unit.name, day):
                    for one in chart.box.commands:
                        if one.standing in ("seen", "between", "maybe"):
                            found[day, unit.name, self._called(one.post.person)] += 1
        return Compared("commanders", wanted, found)

    @functools.cache  # noqa: B019  # lives as long as the comparison
    def _near(self, unit: str, day: str) -> list[Chart]:
        """The chart of a unit with what is next to it."""
        numbers = self._entities["unit", unit]
        return [chart_of(self._asking, number, as_of=day, depth=1) for number in numbers]

    def _name(self, row: StatementRow, part: str) -> str:
        number = dict(row.entities).get(part)
        return self._called(number) if number is not None else ""

    def _called(self, number: int) -> str:
        return " = ".join(sorted(self._names[number])) or f"? {self._asking.entity(number).name}"


def _post_of(one: gold.Posting) -> Value:
    return one.person, one.unit, one.role


def _below(force: str, edges: Iterable[Value]) -> Iterator[Value]:
    under: dict[object, list[Value]] = defaultdict(list)
    for edge in edges:
        under[edge[1]].append(edge)
    met, open_ = {force}, [force]
    while open_:
        for edge in under[open_.pop()]:
            yield edge
            if edge[0] not in met:
                met.add(str(edge[0]))
                open_.append(str(edge[0]))


def _parties(row: StatementRow) -> Iterator[tuple[str, str]]:
    for _, party in parties_of(row.statement):
        yield party.type, party.name


def _row_number(row: StatementRow) -> int:
    return int("".join(c for c in row.place if c.isdigit()) or 0)


def _when(dates: gold.Dates) -> Value:
    return (*gold.sights(dates), dates.begins, dates.ends, dates.goes_on)


def _of_term(term: gold.Term) -> Value:
    ends = (term.first, term.last) if term.first else ()
    return (*ends, term.begins, term.ends, term.goes_on)


def _held(held: Held) -> Value:
    """The first and the last sight of a statement, and what is said of them."""
    days = [(one.first, one.last) for one in held.ranges]
    precise = all(one.precise is (one.first == one.last) for one in held.ranges)
    ends = (days[0], days[-1]) if days else ()
    return (*ends, held.begins, held.ends, bool(held.assumed), *(() if precise else ("?",)))


def _seen(seen: Seen) -> Value:
    """The first and the last sight of a post, and whether it began and ended with them."""
    days = (*seen.days, *seen.maybe)
    if not days:
        return False, False, False
    first, last = min(days), max(days, key=lambda pair: (pair[1], pair[0]))
    return first, last, seen.began == first[0], seen.ended == last[1], False
