"""Whether two statements tell of one incident: by what was done, when, to whom, where and how."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from hearsay.origins.language.stems import stem
from hearsay.origins.language.stems import words as listed
from hearsay.picture.index import StatementRow
from hearsay.picture.index.dates import bounds
from hearsay.vocabulary.statements import OPEN, Incident

ENOUGH = 3.0
"""Evidence from which two statements are taken to tell of one incident."""
ACROSS = 4.0
"""As much is asked where one says that it was done and the other that it was tried."""


@dataclass(frozen=True, slots=True)
class Day:
    """The days within which something lies; open where it is `None`."""

    first: str | None
    last: str | None

    @classmethod
    def of(cls, statement: Incident) -> Day:
        """When a statement says that it was. A report on a period tells of earlier things too, so
        that only its end is certain."""
        held = statement.grounds.held
        first, last = bounds(held)
        if held.ranges and held.ranges[0].first == OPEN:
            first = None
        if held.ranges and held.ranges[-1].last == OPEN:
            last = None
        return cls(first, last)

    @classmethod
    def within(cls, days: Iterable[Day]) -> Day:
        """The days on which all agree; those of the narrowest where they do not."""
        known = [one for one in days if one.first is not None and one.last is not None]
        if not known:
            return Day(None, None)
        first = max(str(one.first) for one in known)
        last = min(str(one.last) for one in known)
        if first <= last:
            return Day(first, last)
        return min(known, key=lambda one: (one.width or 0, one.first))

    @property
    def width(self) -> int | None:
        """How many days further the last is than the first; `None` where an end is open."""
        if self.first is None or self.last is None:
            return None
        return (date.fromisoformat(self.last) - date.fromisoformat(self.first)).days

    @property
    def words(self) -> str:
        """`2021-11-07`, `2021-11-01 to 2021-11-30`, `until 2020-12-31`."""
        if self.first == self.last and self.first is not None:
            return self.first
        if self.first is None:
            return f"until {self.last}"
        return f"{self.first} to {self.last}" if self.last else f"from {self.first}"

    def gap(self, other: Day) -> int:
        """Days that lie between them; 0 where they touch or nothing says."""
        if self.last and other.first and self.last < other.first:
            return _days(self.last, other.first)
        if other.last and self.first and other.last < self.first:
            return _days(other.last, self.first)
        return 0


@dataclass(frozen=True, slots=True)
class Trait:
    """By what a statement of an incident is compared with others."""

    row: StatementRow
    family: str
    stage: str
    day: Day
    hard: Day
    """The days that its own words or a table give; open where only its report's period does."""
    sufferers: frozenset[str]
    """Stems of whom or what it was done to, and their entities."""
    means: frozenset[str]
    actors: frozenset[str]
    places: frozenset[str]
    words: frozenset[str]
    definite: bool
    """Whether it is spoken of as known: "the attack"."""
    another: bool
    """Whether it is set beside one told before: "another bomb", "a second raid"."""
    bare: bool
    """Whether nothing more is said of it than that there was one; a date beside it then often
    belongs to something else: "lost the vote of 10 October and condemned the strike"."""


def trait_of(row: StatementRow) -> Trait:
    """What of a statement is compared."""
    statement = row.statement
    assert isinstance(statement, Incident)
    day = Day.of(statement)
    bare = not says_more(statement)
    worded = statement.grounds.held.by in ("words", "table") and not bare
    entities: dict[str, set[str]] = defaultdict(set)
    for part, number in row.entities:
        entities[part].add(f"#{number}")
    sufferers = {s for one in (*statement.targets, *statement.victims) for s in stems_of(one.name)}
    return Trait(
        row,
        _FAMILIES.get(statement.kind, statement.kind),
        "threatened" if statement.stage == "threatened" else statement.stage,
        day,
        day if worded else Day(None, day.last),
        frozenset(sufferers | entities["targets"] | entities["victims"]),
        frozenset(s for words in statement.means for s in stems_of(words)),
        frozenset({s for one in statement.actors for s in stems_of(one.name)} | entities["actors"]),
        frozenset(entities["places"]),
        frozenset(stems_of(row.words)),
        bool(re.search(rf"\b(?:the|that|this) {re.escape(row.own)}\b", row.words, re.IGNORECASE)),
        bool(_ANOTHER.search(row.words)),
        bare,
    )


def says_more(statement: Incident) -> bool:
    """Whether it is said who did it, to whom, where or with what."""
    return bool(
        statement.actors
        or statement.targets
        or statement.victims
        or statement.places
        or statement.means
        or statement.grounds.record
    )


def grouped(traits: Sequence[Trait]) -> list[list[Trait]]:
    """The statements of each incident together; the likest are joined first.

    Only those are compared that share a claim, a passage, or a word that few have; cost grows with
    these and not with all pairs.
    """
    groups = _Groups(traits)
    scored = [(likeness(traits[a], traits[b]), a, b) for a, b in _candidates(traits)]
    for score, one, other in sorted(scored, key=lambda s: (-s[0], s[1], s[2])):
        stages = {traits[one].stage, traits[other].stage}
        if score >= (ENOUGH if len(stages) == 1 else ACROSS):
            groups.join(one, other)
    return groups.all()


def likeness(one: Trait, other: Trait) -> float:
    """How much speaks for one incident: 0 where something speaks against it for certain."""
    if cannot_be_one(one, other):
        return 0.0
    if one.row.claim is not None and one.row.claim == other.row.claim:
        return _SAME_CLAIM
    return max(0.0, _when(one, other) + _whom(one, other) + _how(one, other) + _where(one, other))


def cannot_be_one(one: Trait, other: Trait) -> bool:
    """Whether something speaks against it for certain."""
    if one.row.claim is not None and one.row.claim == other.row.claim:
        return one.family != other.family
    records = {r for t in (one, other) if (r := t.row.statement.grounds.record)}
    stages = {one.stage, other.stage}
    return (
        one.family != other.family
        or one.hard.gap(other.hard) > _NEXT_DAY
        or len(records) == 2
        or (len(stages) > 1 and "threatened" in stages)
        or (one.row.source.account == other.row.source.account and (one.another or other.another))
    )


def _when(one: Trait, other: Trait) -> float:
    widths = (one.hard.width, other.hard.width)
    if None in widths:
        return 0.0
    if one.hard.gap(other.hard):
        return 0.0
    if max(w or 0 for w in widths) == 0:
        return 2.0
    return 1.0 if max(w or 0 for w in widths) <= _MONTH else 0.5


def _whom(one: Trait, other: Trait) -> float:
    shared = one.sufferers & other.sufferers
    if shared:
        return 2.0
    met = (one.sufferers & other.words) | (other.sufferers & one.words)
    if met:
        return 1.5
    return -1.0 if one.sufferers and other.sufferers else 0.0


def _how(one: Trait, other: Trait) -> float:
    score = 0.0
    if (one.means & other.means) or (one.means & other.words) or (other.means & one.words):
        score += 1.0
    if one.actors & other.actors:
        score += 0.5
    smaller = min(len(one.words), len(other.words))
    shared = len(one.words & other.words)
    if smaller >= _SHORT and shared / smaller >= _MUCH:
        score += 2.0
    elif smaller >= _SHORT and shared / smaller >= _SOME:
        score += 1.0
    return score


def _where(one: Trait, other: Trait) -> float:
    score = 0.0
    if one.places and other.places:
        score += 1.0 if one.places & other.places else -1.5
    if one.row.source.account == other.row.source.account:
        if one.row.place == other.row.place:
            score += 2.0
        # "The attack" is one that the same report has told of.
        if one.definite or other.definite:
            score += 1.0
    return score


_FAMILIES = {"assassination": "attack", "raid": "attack"}
"""One writer's raid or assassination is another's attack."""
_ANOTHER = re.compile(r"\b(?:another|a (?:second|third|further|separate))\b", re.IGNORECASE)
_SAME_CLAIM = 9.0
_NEXT_DAY = 1
"""Days by which two tellings of one incident may miss each other: news travels overnight."""
_MONTH = 31
_SHORT = 5
_MUCH, _SOME = 0.6, 0.3
"""Shares of the words of the shorter one that are in the longer one too."""
_COMMON = 60
"""A word that more statements have tells nothing apart."""


def _candidates(traits: Sequence[Trait]) -> Iterator[tuple[int, int]]:
    having: dict[object, list[int]] = defaultdict(list)
    for number, one in enumerate(traits):
        having["claim", one.row.id].append(number)
        having["passage", one.row.source.account, one.row.place].append(number)
        if one.day.first is not None and one.day.first == one.day.last:
            having["day", one.row.source.account, one.day.first].append(number)
        for word in one.words | one.sufferers | one.means:
            having[word].append(number)
    seen: set[tuple[int, int]] = set()
    for together in having.values():
        if len(together) > _COMMON:
            continue
        for place, left in enumerate(together):
            for right in together[place + 1 :]:
                if left != right and (left, right) not in seen:
                    seen.add((left, right))
                    yield left, right


class _Groups:
    """Groups of statements; two whose days cannot be brought together are never joined."""

    def __init__(self, traits: Sequence[Trait]) -> None:
        self._traits = traits
        self._group = list(range(len(traits)))
        self._members = {n: [n] for n in self._group}

    def join(self, left: int, right: int) -> None:
        one, other = self._group[left], self._group[right]
        if one == other or not self._fit(one, other):
            return
        one, other = min(one, other), max(one, other)
        for number in self._members.pop(other):
            self._group[number] = one
            self._members[one].append(number)

    def all(self) -> list[list[Trait]]:
        return [[self._traits[n] for n in sorted(group)] for group in self._members.values()]

    def _fit(self, one: int, other: int) -> bool:
        return not any(
            cannot_be_one(self._traits[a], self._traits[b])
            for a in self._members[one]
            for b in self._members[other]
        )


@lru_cache(maxsize=1 << 16)
def stems_of(words: str) -> frozenset[str]:
    """The words that say something, without their endings."""
    found = (stem(word) for word in re.findall(r"[^\W_]+", words.casefold()))
    return frozenset(word for word in found if len(word) > 2 and word not in _EMPTY)


_EMPTY = frozenset(
    listed("""
    the and for was were are has had have been that this with from into his her its their who
    which when whom whose not but than then they them she him over under after before said say
    about one two attack strik kill wound hit
    """)
)


def _days(earlier: str, later: str) -> int:
    return (date.fromisoformat(later) - date.fromisoformat(earlier)).days
