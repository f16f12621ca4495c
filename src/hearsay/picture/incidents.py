"""The same incident from several reports made one, with every value in which they differ kept.

Two reports tell of one incident where what was done, when, where, to whom and with what agree well
enough (`hearsay.picture.likening`); nothing that one of them says is dropped for what another says.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from hearsay.origins.language.stems import words as listed
from hearsay.picture.index import StatementRow
from hearsay.picture.likening import Day, Trait, grouped, says_more, stems_of, trait_of
from hearsay.vocabulary.readings import UNSURE
from hearsay.vocabulary.statements import Incident, Party

HARM = ("attack", "assassination", "raid", "clash", "arrest", "violation")
"""What is listed unless something else is asked for: people or property are said to be harmed or
seized."""

FAMILIES: Mapping[str, tuple[str, ...]] = {"attack": ("attack", "assassination", "raid")}
"""What is counted together, as one writer's raid is another's attack."""


def family_of(kind: str) -> str:
    """The name under which a kind is counted."""
    return next((name for name, kinds in FAMILIES.items() if kind in kinds), kind)


Part = Literal["type", "stage", "day", "actor", "target", "victim", "place", "means", "number"]
PARTS: tuple[Part, ...] = (
    "type", "stage", "day", "actor", "target", "victim", "place", "means", "number",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Value:
    """One thing that is said of an incident, with who says so."""

    words: str
    rows: tuple[StatementRow, ...]


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One incident, by all that is said of it."""

    rows: tuple[StatementRow, ...]
    """Those that say it, the surest first."""
    denials: tuple[StatementRow, ...]
    """Those that say the contrary."""
    first: str | None
    """The first and last day within which it lies; `None` where nothing says when."""
    last: str | None
    worded: bool
    """Whether words or a table say when; otherwise only the period of its report does."""

    @property
    def id(self) -> str:
        """By what it can be asked for: the claim that says it most surely."""
        return (self.rows or self.denials)[0].id

    @property
    def kind(self) -> str:
        """What most say that it was."""
        return _most(_incident(row).kind for row in self.rows or self.denials)

    @property
    def stage(self) -> str:
        """Whether it was done, tried, foiled or threatened, as most say."""
        return _most(_incident(row).stage for row in self.rows or self.denials)

    @property
    def surest(self) -> float:
        """How sure the reader is of the claim that it is surest of."""
        return max((row.statement.grounds.score for row in self.rows), default=0.0)

    @property
    def unsure(self) -> bool:
        """Whether the reader is unsure of all that is said of it."""
        return all(row.unsure for row in self.rows or self.denials)

    @property
    def counts(self) -> bool:
        """Whether it is counted: done, said to have been, sure enough, and of which something
        more is said than that there was an attack."""
        told = any(says_more(_incident(row)) for row in self.rows)
        return told and self.stage == "accomplished" and self.surest >= UNSURE

    def values(self, part: Part) -> tuple[Value, ...]:
        """All that is said of one part of it, what most say first."""
        said: dict[str, list[StatementRow]] = {}
        for row in self.rows:
            for words in dict.fromkeys(_said(row, part)):
                said.setdefault(words, []).append(row)
        found = (Value(words, tuple(rows)) for words, rows in said.items())
        return tuple(sorted(found, key=lambda one: -len(one.rows)))

    def at_odds(self, part: Part) -> tuple[tuple[Value, ...], ...]:
        """The things said of one part that cannot all be so, as far as their words tell: "house"
        and "the minister's house" can, 3 dead and 4 dead cannot. Dead are set against dead."""
        groups: dict[str, list[Value]] = {}
        for value in self.values(part):
            unit = value.words.partition(" ")[2] if part == "number" else part
            groups.setdefault(unit, []).append(value)
        return tuple(
            tuple(values)
            for values in groups.values()
            if any(_differ(part, one, other) for one, other in combinations(values, 2))
        )

    def differs(self, part: Part) -> bool:
        """Whether things are said of one part that cannot all be so."""
        return bool(self.at_odds(part))

    @property
    def entities(self) -> dict[str, tuple[int, ...]]:
        """The entities that have a part in it."""
        found: dict[str, dict[int, None]] = {}
        for row in self.rows or self.denials:
            for part, entity in row.entities:
                found.setdefault(part, {})[entity] = None
        return {part: tuple(numbers) for part, numbers in found.items()}


@dataclass(frozen=True, slots=True)
class Told:
    """All that is told of incidents."""

    occurrences: tuple[Occurrence, ...]
    """In the order of their days; undated ones last."""
    many: tuple[StatementRow, ...]
    """What speaks of several at once, or of attacks in general: no incident of its own."""
    bare: tuple[StatementRow, ...]
    """What speaks of an attack and says nothing by which it could be told which."""


def incidents_in(rows: Iterable[StatementRow]) -> Told:
    """The incidents that statements tell of, each once.

    A report that speaks of "attacks" or of "64 killed from October to December" tells of many:
    that stands apart, so that it is never counted as one more.
    """
    one, many, bare = list[Trait](), list[StatementRow](), list[StatementRow]()
    for row in rows:
        if not isinstance(row.statement, Incident):
            continue
        trait = trait_of(row)
        if is_of_many(row):
            many.append(row)
        elif trait.bare and row.denied:
            # "No group claimed the attack" denies no attack.
            bare.append(row)
        else:
            one.append(trait)
    groups = grouped(one)
    bare += [one.row for group in groups if all(t.bare for t in group) for one in group]
    found = (_occurrence(group) for group in groups if not all(t.bare for t in group))
    order = sorted(found, key=lambda o: (o.first or "9999", o.last or "9999", o.id))
    return Told(tuple(order), tuple(many), tuple(bare))


def at_least(occurrences: Iterable[Occurrence]) -> tuple[Occurrence, ...]:
    """As many of them as are certainly distinct: told apart by their days, or by who was hit.

    Two that might be one are counted once: an attack "in November" may be that of 7 November.
    """
    kept: dict[str, list[Occurrence]] = {}
    counted = [one for one in occurrences if one.counts and one.worded]
    for one in sorted(counted, key=lambda o: (_width(o), -len(o.rows), o.id)):
        # The narrow ones come first: until a wider one comes, only the same day can be the same.
        days = (str(one.first),) if one.first == one.last else tuple(kept)
        if all(_distinct(one, other) for day in days for other in kept.get(day, ())):
            kept.setdefault(str(one.first), []).append(one)
    found = (one for together in kept.values() for one in together)
    return tuple(sorted(found, key=lambda o: (o.first or "9999", o.id)))


def is_of_many(row: StatementRow) -> bool:
    """Whether a statement speaks of several incidents: "attacks", "17 attacks", or of what was
    done to many over days."""
    statement = _incident(row)
    if _PLURAL.search(row.own):
        return True
    held = statement.grounds.held
    days = Day.of(statement)
    long = held.by == "words" and (days.width is None or days.width > _DAYS)
    if long and any(one.low >= _MANY for one in statement.numbers):
        return True
    return any(_COUNTED.match(one.unit) and one.low != 1 for one in statement.numbers)


_DAYS = 2
_MANY = 10
"""As many dead in more than some days, and no one attack is meant: "31 were killed in February"."""
_PLURAL = re.compile(
    r"(?:attacks|strikes|raids|clashes|arrests|bombings|assaults|killings|assassinations|shootings"
    r"|operations|fires|detentions|battles|shellings|explosions|abductions|executions|murders"
    r"|massacres|incidents|violations|fighting|violence|hostilities|war)$",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"attack|strike|raid|clash|arrest|bombing|incident|assault|killing")


def _occurrence(group: Sequence[Trait]) -> Occurrence:
    said = [one for one in group if one.row.statement.grounds.polarity == "affirmed"]
    denied = [one for one in group if one.row.statement.grounds.polarity == "denied"]
    telling = [one for one in said or denied if not one.bare]
    when = Day.within(one.hard for one in telling)
    if when.first is None:
        when = Day.within(one.day for one in telling)

    def surest(one: Trait) -> tuple[bool, float, int]:
        return (one.bare, -one.row.statement.grounds.score, one.row.number)

    return Occurrence(
        tuple(one.row for one in sorted(said, key=surest)),
        tuple(one.row for one in sorted(denied, key=surest)),
        when.first,
        when.last,
        any(one.hard.first is not None for one in telling),
    )


def _distinct(one: Occurrence, other: Occurrence) -> bool:
    """Whether two can be no single incident, as far as is said."""
    dated = None not in (one.first, one.last, other.first, other.last)
    if dated and (str(one.last) < str(other.first) or str(other.last) < str(one.first)):
        return True
    if not dated or _width(one) or _width(other):
        return False
    mine, others = one.entities, other.entities
    return any(
        part in mine and part in others and not set(mine[part]) & set(others[part])
        for part in ("places", "targets", "victims")
    )


def _width(one: Occurrence) -> int:
    if one.first is None or one.last is None:
        return 1 << 20
    return Day(one.first, one.last).width or 0


def _said(row: StatementRow, part: Part) -> Iterator[str]:
    statement = _incident(row)
    if part == "type":
        yield from statement.violations or (statement.kind,)
    elif part == "stage":
        yield statement.stage
    elif part == "day":
        when = Day.of(statement)
        if statement.grounds.held.by in ("words", "table") and when.first is not None:
            yield when.words
    elif part == "means":
        yield from (one for one in statement.means if one.casefold() not in _PRONOUNS)
    elif part == "number":
        for one in statement.numbers:
            yield f"{one.low:,.0f} {one.unit}"
    else:
        named = (one.name for one in _parties(statement, part))
        yield from (name for name in named if name.casefold() not in _PRONOUNS)


_PRONOUNS = frozenset(
    listed("that which who whom it they them he him she her we us i me you there here this these")
)
"""Words that name nobody where the reader found nobody behind them."""


def _differ(part: Part, one: Value, other: Value) -> bool:
    if part == "day":
        mine = Day.within(Day.of(_incident(row)) for row in one.rows)
        return mine.gap(Day.within(Day.of(_incident(row)) for row in other.rows)) > 0
    if part in ("type", "stage", "number"):
        return True
    left, right = stems_of(one.words), stems_of(other.words)
    return not (left & right)


def _parties(statement: Incident, part: Part) -> tuple[Party, ...]:
    named: dict[Part, tuple[Party, ...]] = {
        "actor": statement.actors,
        "target": statement.targets,
        "victim": statement.victims,
        "place": statement.places,
    }
    return named[part]


def _incident(row: StatementRow) -> Incident:
    assert isinstance(row.statement, Incident)  # nothing else is taken in above
    return row.statement


def _most(words: Iterable[str]) -> str:
    return Counter(words).most_common(1)[0][0]
