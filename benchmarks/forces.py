"""Makes up divisions of armies with all that reports say of them, sentence by sentence."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from hearsay.vocabulary.spans import Span
from hearsay.vocabulary.statements import (
    OPEN,
    Affiliation,
    Assessment,
    Assistance,
    Commitment,
    EntityType,
    Grounds,
    Held,
    Incident,
    Naming,
    Number,
    Party,
    Positioning,
    Posting,
    Range,
    Relation,
    Statement,
    Tally,
)

Build = Callable[[Grounds, int], Statement]
Said = tuple[str, Held, Build]
"""A sentence, when it is said to hold, and what it states, given where the sentence begins."""

A_COUNTRY = 50
"""Divisions of one country: its army has some 2,500 units."""
BRIGADES, BATTALIONS = 6, 7
OFFICERS, TOWNS = 185, 15
FIRST, LAST = date(2000, 1, 1), date(2024, 12, 31)

# fmt: off
_RANKS = ("Lieutenant", "Captain", "Major", "Lieutenant Colonel", "Colonel", "Brigadier General",
          "Major General", "Lieutenant General")
_GIVERS = ("Averne", "Oshand", "Zherin")
_SYLLABLES = ("ba", "dar", "fen", "gor", "hal", "im", "jor", "kas", "lun", "mer", "nad", "or",
              "pel", "qas", "rin", "sol", "tam", "ul", "vek", "war", "yas", "zhe", "shan", "tor")
_WEAPONS = ("rockets", "a drone", "a roadside bomb", "mortars", "rifles", "a car bomb")
_TARGETS = ("a convoy", "a depot", "a checkpoint", "a base", "an office", "a bridge")
_NOISE = (
    "near the old mill", "at the northern gate", "before the harvest", "on the river road",
    "outside the governor's house", "during the evening prayer", "as buses passed", "in heavy rain",
    "beside the railway", "below the dam", "at the edge of the bazaar", "on the first day of term",
)
# fmt: on


@dataclass(frozen=True)
class Division:
    """A division of one country's army, with its officers and its part of the country."""

    number: int
    seed: int

    @property
    def country(self) -> str:
        """The state that it is of."""
        return _word(random.Random(f"{self.seed}/{self.number // A_COUNTRY}"), 3)

    @property
    def army(self) -> str:
        """The army at the top of it: where very much meets."""
        return f"Army of {self.country}"

    @property
    def name(self) -> str:
        """Its name, which is its own over all countries."""
        return f"{_ordinal(self.number % A_COUNTRY + 1)} Division of the {self.army}"

    def units(self) -> Iterator[tuple[str, str]]:
        """Each unit with the one above it, from the top down."""
        corps = f"{_ordinal(self.number % A_COUNTRY // 5 + 1)} Corps of the {self.army}"
        yield self.army, f"Ministry of Defence of {self.country}"
        yield corps, self.army
        yield self.name, corps
        for brigade in range(1, BRIGADES + 1):
            over = f"{_ordinal(brigade)} Brigade, {self.name}"
            yield over, self.name
            for battalion in range(1, BATTALIONS + 1):
                yield f"{_ordinal(battalion)} Battalion, {over}", over

    def said(self, chance: random.Random) -> Iterator[Said]:
        """2,000 sentences about it."""
        units = list(self.units())
        names = [name for name, _ in units[2:]]
        towns = [_word(chance, 4) for _ in range(TOWNS)]
        militias = [f"{_word(chance, 4)} Brigades", f"{_word(chance, 4)} Front"]
        officers = [f"{_word(chance, 2)} {_word(chance, 4)}" for _ in range(OFFICERS)]
        sorts = (
            (900, _postings(chance, officers, names, self.army)),
            (250, _structure(chance, units, names)),
            (150, (_positioning(chance, chance.choice(names), towns) for _ in _forever())),
            (100, _sway(chance, militias, names, officers)),
            (240, (_help(chance, chance.choice(names)) for _ in _forever())),
            (200, _incidents(chance, militias, towns, names)),
            (40, (_tally(chance, self.country) for _ in _forever())),
            (60, (_naming(chance, chance.choice(names)) for _ in _forever())),
            (
                30,
                (
                    _promise(chance, chance.choice(names), chance.choice(militias))
                    for _ in _forever()
                ),
            ),
            (30, (_judged(chance, chance.choice(names)) for _ in _forever())),
        )
        for many, source in sorts:
            for _ in range(many):
                yield next(source)


def divisions(number: int, seed: int) -> Iterator[Division]:
    """So many divisions, of as many countries as that takes."""
    for one in range(number):
        yield Division(one, seed)


def _postings(
    chance: random.Random, officers: list[str], units: list[str], army: str
) -> Iterator[Said]:
    """Careers: each officer in two to four posts one after the other, each post said by one to
    three; of most units somebody commands at every time, and now and then two are said to."""
    while True:
        for officer in officers:
            day = _day(chance, FIRST, date(2015, 1, 1))
            rank = chance.randrange(3)
            for _ in range(chance.randrange(2, 5)):
                unit = army if chance.random() < 0.05 else chance.choice(units)
                role = "Commander" if chance.random() < 0.4 else chance.choice(_STAFF)
                until = day + timedelta(days=chance.randrange(200, 1200))
                for _ in range(chance.randrange(1, 4)):
                    yield _posting(chance, officer, unit, role, _RANKS[rank], (day, until))
                day, rank = until, min(rank + chance.randrange(2), len(_RANKS) - 1)


_STAFF = ("Deputy Commander", "Chief of Staff", "Officer", "Intelligence Officer", "Adjutant")


def _posting(
    chance: random.Random,
    person: str,
    unit: str,
    role: str,
    rank: str,
    term: tuple[date, date],
) -> Said:
    words = f"{rank} {person} is {role} of the {unit}, officials in the capital say."

    def build(grounds: Grounds, start: int) -> Statement:
        who = _party(words, start, person, "person")
        return Posting(grounds, who, _party(words, start, unit), role, None, rank)

    return words, _seen(chance, *term), build


def _structure(
    chance: random.Random, units: list[tuple[str, str]], names: list[str]
) -> Iterator[Said]:
    """What stands under what; one battalion in 25 is said to stand under another brigade too."""
    brigades = [name for name in names if " Brigade, " in name and "Battalion" not in name]
    while True:
        for unit, over in units:
            elsewhere = "Battalion" in unit and chance.random() < _ELSEWHERE
            yield _relation(chance, unit, chance.choice(brigades) if elsewhere else over)


_ELSEWHERE = 0.04


def _relation(chance: random.Random, unit: str, over: str) -> Said:
    words = f"The {unit} is part of the {over}, according to an order."

    def build(grounds: Grounds, start: int) -> Statement:
        lower = _party(words, start, unit)
        return Relation(grounds, lower, "part_of", _party(words, start, over))

    return words, _seen(chance, FIRST, LAST), build


def _positioning(chance: random.Random, unit: str, towns: list[str]) -> Said:
    town = chance.choice(towns)
    words = f"The {unit} was stationed at {town}."

    def build(grounds: Grounds, start: int) -> Statement:
        here = _party(words, start, town, "place")
        return Positioning(grounds, _party(words, start, unit), here, "site")

    return words, _seen(chance, FIRST, LAST), build


def _sway(
    chance: random.Random, militias: list[str], units: list[str], officers: list[str]
) -> Iterator[Said]:
    """Militias over units and officers, outside powers over militias."""
    while True:
        militia = chance.choice(militias)
        yield _tie(chance, militia, "influences", chance.choice(units))
        yield _tie(chance, chance.choice(officers), "loyal_to", militia)
        if chance.random() < 0.2:
            yield _tie(chance, chance.choice(_GIVERS), "backs", militia)


def _tie(chance: random.Random, one: str, kind: str, other: str) -> Said:
    words = f"{one} is said to have to do with {other}, two aides said."
    left: EntityType = "person" if kind == "loyal_to" else "organization"
    left = "place" if kind == "backs" else left
    right: EntityType = "unit" if kind == "influences" else "organization"

    def build(grounds: Grounds, start: int) -> Statement:
        who = _party(words, start, one, left)
        return Affiliation(grounds, who, kind, _party(words, start, other, right))  # type: ignore[arg-type]

    return words, _seen(chance, FIRST, LAST), build


def _help(chance: random.Random, unit: str) -> Said:
    giver, people = chance.choice(_GIVERS), chance.randrange(1, 90)
    words = f"{giver} trained {people} men of the {unit} in a course of some weeks."

    def build(grounds: Grounds, start: int) -> Statement:
        by = _party(words, start, giver, "place")
        return Assistance(grounds, by, _party(words, start, unit), "trains", "course", None, people)

    return words, _seen(chance, FIRST, LAST), build


def _incidents(
    chance: random.Random, militias: list[str], towns: list[str], units: list[str]
) -> Iterator[Said]:
    """Attacks, each told by one to three; a third only of a month, some with other numbers."""
    while True:
        actor, town, unit = chance.choice(militias), chance.choice(towns), chance.choice(units)
        target, weapon, day = chance.choice(_TARGETS), chance.choice(_WEAPONS), _day(chance)
        for _ in range(chance.randrange(1, 4)):
            dead = chance.randrange(9)
            noise = f"{chance.choice(_NOISE)} and {chance.choice(_NOISE)}"
            yield _attack(chance, (actor, town, unit, target, weapon, noise), day, dead)


def _attack(
    chance: random.Random, named: tuple[str, str, str, str, str, str], day: date, dead: int
) -> Said:
    actor, town, unit, target, weapon, noise = named
    words = (
        f"{actor} attacked {target} of the {unit} at {town} with {weapon} {noise}, killing {dead}."
    )
    month = chance.random() < 0.3
    if month:
        held = _range(day.replace(day=1), day.replace(day=28), precise=False)
    else:
        held = _range(day, day, precise=True)

    def build(grounds: Grounds, start: int) -> Statement:
        at = start + words.find("attacked")
        return Incident(
            grounds,
            "attack",
            Span(at, at + len("attacked")),
            "accomplished" if dead % 9 else "attempted",
            (_party(words, start, actor, "organization"),),
            (_party(words, start, unit),),
            (_party(words, start, town, "place"),),
            means=(weapon,),
            numbers=(Number(float(dead), None, "exactly", "dead"),),
        )

    return words, held, build


def _tally(chance: random.Random, country: str) -> Said:
    low, quarter, year = chance.randrange(5, 90), chance.randrange(4), chance.randrange(2004, 2025)
    words = f"The office counted at least {low} attacks in {country} in the quarter."
    first = date(year, 1 + 3 * quarter, 1)

    def build(grounds: Grounds, start: int) -> Statement:
        number = Number(float(low), None, "at_least", "attack")
        return Tally(grounds, number, country, about=(_party(words, start, country, "place"),))

    return words, _range(first, first + timedelta(days=89), precise=False), build


def _naming(chance: random.Random, unit: str) -> Said:
    other = f"{_word(chance, 3)} Force"
    words = f"The {unit} is also known as the {other}."

    def build(grounds: Grounds, start: int) -> Statement:
        return Naming(grounds, _party(words, start, unit), other)

    return words, Held(), build


def _promise(chance: random.Random, unit: str, militia: str) -> Said:
    words = f"The {unit} promised {militia} that prisoners would be freed within the month."

    def build(grounds: Grounds, start: int) -> Statement:
        content = (Span(start + words.find("that prisoners"), start + len(words) - 1),)
        to = _party(words, start, militia, "organization")
        return Commitment(grounds, _party(words, start, unit), "promise", content, to)

    return words, _seen(chance, FIRST, LAST), build


def _judged(chance: random.Random, unit: str) -> Said:
    words = f"The inspectorate judges that the {unit} is at half its strength."

    def build(grounds: Grounds, start: int) -> Statement:
        content = (Span(start + words.find("that"), start + len(words) - 1),)
        by = _party(words, start, "inspectorate", "organization")
        return Assessment(grounds, by, content, (_party(words, start, unit),))

    return words, _seen(chance, FIRST, LAST), build


def _seen(chance: random.Random, first: date, last: date) -> Held:
    """How a source dates it: by a day, by a year only, by a first and a last day, or by nothing."""
    day, way = _day(chance, first, last), chance.random()
    if way < 0.5:
        return _range(day, day, precise=True)
    if way < 0.8:
        return _range(date(day.year, 1, 1), date(day.year, 12, 31), precise=False)
    if way < 0.95:
        later = _day(chance, day, last)
        ranges = (Range(str(day), str(day), True), Range(str(later), str(later), True))
        return Held(ranges, begins=way > 0.9, ends=way > 0.92, by="words")
    return Held((Range(OPEN, str(day), False),), by="words") if way < 0.97 else Held()


def _range(first: date, last: date, *, precise: bool) -> Held:
    return Held((Range(str(first), str(last), precise),), by="words")


def grounds_of(chance: random.Random, held: Held, assertion: str, span: Span) -> Grounds:
    """Of 100 sentences 3 deny, and of 20 the reader is unsure of one."""
    grounds = Grounds(assertion, (span,), held=held, score=0.9)
    if chance.random() < 0.03:
        grounds = replace(grounds, polarity="denied")
    if chance.random() < 0.05:
        grounds = replace(grounds, score=0.4)
    return grounds


def _party(words: str, start: int, name: str, type: EntityType = "unit") -> Party:
    at = start + words.find(name)
    return Party(name, type, (Span(at, at + len(name)),))


def _day(chance: random.Random, first: date = FIRST, last: date = LAST) -> date:
    return first + timedelta(days=chance.randrange((last - first).days + 1))


def _word(chance: random.Random, syllables: int) -> str:
    return "".join(chance.choices(_SYLLABLES, k=syllables)).capitalize()


def _ordinal(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if 10 < number % 100 < 20 else ending}"


def _forever() -> Iterator[None]:
    while True:
        yield None
