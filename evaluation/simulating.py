"""Makes up reports and tells them on through known chains, so that who had what from whom is sure.

A chain is one report of an inspector, what papers make of it (copied whole or in part, cited,
quoted, reworded with or without a word on whence), papers with a witness of their own, and
articles on other matters about the same people. Names, numbers and ways are drawn from a fixed
seed; the words stand in `reports.txt`. Nobody in them exists.
"""

from __future__ import annotations

import random
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Literal

from evaluation import simulated_names as names
from hearsay.vocabulary.documents import CreditKind

Way = Literal["copied", "cut", "cited", "quoted", "reworded", "bare"]
WAYS: Mapping[Way, int] = {
    "copied": 3,
    "cut": 3,
    "cited": 4,
    "quoted": 2,
    "reworded": 2,
    "bare": 1,
}
"""How an article has from another what it has, and how often: `reworded` names the first speaker
and not the paper in between, `bare` nobody at all."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one claim in one article, as what they are made of."""

    claim: int
    """Its place in the report."""
    choice: int
    """Which of the ways to say it."""
    values: tuple[tuple[str, str], ...]
    hedged: bool = True
    swapped: frozenset[int] = frozenset()
    """Which of the words that may be swapped are."""

    def words(self, report: names.Report) -> str:
        """The clause as it stands within a sentence."""
        text = report.claims[self.claim][self.choice].format(**dict(self.values))
        text = re.sub(r"<([^>|]*)\|?([^>]*)>", lambda m: m[1] if self.hedged else m[2], text)
        for place in sorted(self.swapped):
            plain, other = names.SYNONYMS[place]
            text = re.sub(rf"\b{plain}\b", other, text)
        return re.sub(r" +", " ", text).strip()


@dataclass(frozen=True, slots=True)
class Said:
    """A claim in an article: its words, and whom the article names for it, the nearest first."""

    id: str
    wording: Wording
    frame: str
    """The sentence around the words; see `simulated_names.FRAMES`."""
    speakers: tuple[str, ...]
    origin: str
    parent: str | None
    """Id of the claim that this one was made from."""
    way: Way | None


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """One article or report before it is written out."""

    id: str
    publisher: str
    published: str | None
    title: str
    paragraphs: tuple[Said | str, ...]
    report: names.Report
    parent: str | None = None
    credit: tuple[CreditKind, str, str] | None = None
    """Kind, name and the whole line."""

    @property
    def said(self) -> list[Said]:
        """What it claims, in its order."""
        return [p for p in self.paragraphs if isinstance(p, Said)]


@dataclass(frozen=True, slots=True)
class Chain:
    """A report with all that was made of it."""

    sheets: tuple[Sheet, ...]
    values: Mapping[str, str] = field(default_factory=dict)

    def without(self, share: float, seed: int) -> Chain:
        """The chain with this share of its articles withheld."""
        chance = random.Random(f"withheld-{seed}-{self.sheets[0].id}")
        kept = set(chance.sample(range(len(self.sheets)), round(len(self.sheets) * (1 - share))))
        return replace(self, sheets=tuple(s for n, s in enumerate(self.sheets) if n in kept))


def chain(number: int, seed: int = 7) -> Chain:
    """The chain of this number; any two numbers give other names, words and ways."""
    chance = random.Random(f"{seed}-{number}")
    reports = names.reports()
    report = reports[number % len(reports)]
    other = reports[(number + 5) % len(reports)]
    return _Teller(number, chance, report, other).chain()


class _Teller:
    """Draws what one chain is made of."""

    def __init__(
        self, number: int, chance: random.Random, report: names.Report, other: names.Report
    ) -> None:
        self._number, self._chance, self._report, self._other = number, chance, report, other
        self._values = names.values(chance)
        self._outlets = names.outlets(chance)
        self._fillers = names.fillers(chance, self._values)
        self._witnessed = set(chance.sample(range(len(report.claims)), 3))
        self._unused = {
            claim: list(range(1, len(wordings) - (claim in self._witnessed)))
            for claim, wordings in enumerate(report.claims)
        }
        """For each claim the wordings that no paper has come upon yet."""
        self._printed: set[str] = set()
        self._day = date(2019, 1, 1) + timedelta(days=chance.randrange(1500))

    def chain(self) -> Chain:
        first = self._first()
        sheets = [first]
        for _ in range(self._chance.randint(5, 9)):
            # Most read the report; the rest read what another made of it.
            told = [s for s in sheets if len(s.said) > 1]
            parent = first if self._chance.random() < 0.35 else self._chance.choice(told)
            sheets.append(self._retold(parent, len(sheets)))
        for claim in sorted(self._witnessed):
            sheets.append(self._witness(len(sheets), claim))
        for _ in range(2):
            sheets.append(self._on_other_matters(len(sheets)))
        return Chain(tuple(sheets), self._values)

    def _first(self) -> Sheet:
        publisher = names.institution(self._chance)
        paragraphs: list[Said | str] = [next(self._fillers)]
        for claim in range(len(self._report.claims)):
            source = self._chance.choice(names.sources(self._chance, self._values))
            said = self._said(0, Wording(claim, 0, tuple(self._values.items())), (source,))
            paragraphs += [said, next(self._fillers)] if self._chance.random() < 0.2 else [said]
        title = self._report.title.format(**self._values)
        return self._sheet(0, publisher, title, paragraphs, self._report)

    def _retold(self, parent: Sheet, place: int) -> Sheet:
        self._day += timedelta(days=self._chance.randrange(3))
        way = self._chance.choices(list(WAYS), list(WAYS.values()))[0]
        outlet = next(self._outlets)
        body: list[Said | str]
        if way in ("copied", "cut"):
            taken = parent.paragraphs
            if way == "cut":
                length = max(3, len(taken) // 2)
                start = self._chance.randrange(max(1, len(taken) - length + 1))
                taken = taken[start : start + length]
            body = [
                replace(p, id=self._id(place, p.wording.claim), parent=p.id, way=way)
                if isinstance(p, Said)
                else p
                for p in taken
            ]
        else:
            every = parent.said
            chosen = self._chance.sample(every, self._chance.randint(1, len(every)))
            if self._chance.random() < 0.7:
                chosen.sort(key=lambda s: s.wording.claim)
            body = [self._other_words(said, parent, place, way) for said in chosen]
        for _ in range(self._chance.randrange(3)):
            body.insert(self._chance.randrange(len(body) + 1), next(self._fillers))
        credit = None
        if way in ("copied", "cut") and self._chance.random() < 0.6:
            credit = names.credit(self._chance, parent.publisher)
        title = parent.title if way == "copied" and self._chance.random() < 0.7 else ""
        title = title or names.title(self._chance, self._values)
        sheet = self._sheet(place, outlet, title, body, self._report)
        stripped = self._chance.random() < 0.15
        return replace(
            sheet,
            parent=parent.id,
            credit=credit,
            published=None if stripped else sheet.published,
        )

    def _other_words(self, said: Said, parent: Sheet, place: int, way: Way) -> Said:
        wording, first = said.wording, said.speakers[-1:]
        if way != "quoted":
            wording = self._reworded(wording)
        paper = names.the(parent.publisher)
        cited = (paper, *first) if self._chance.random() < 0.5 else (paper,)
        speakers = {"reworded": first, "bare": (), "quoted": (paper,)}.get(way, cited)
        made = self._said(place, wording, speakers, quoted=way == "quoted")
        return replace(made, origin=said.origin, parent=said.id, way=way)

    def _reworded(self, wording: Wording) -> Wording:
        """Other words, such as no second paper would come upon that did not read the first."""
        unused = self._unused[wording.claim]
        fresh = bool(unused) and self._chance.random() < 0.6
        places = range(len(names.SYNONYMS))
        made = replace(
            wording,
            choice=unused.pop(0) if fresh else wording.choice,
            hedged=wording.hedged and self._chance.random() < 0.7,
            swapped=wording.swapped.union(p for p in places if self._chance.random() < 0.5),
            values=self._drifted(wording.values),
        )
        words = made.words(self._report)
        if words in self._printed:
            return wording
        self._printed.add(words)
        return made

    def _drifted(self, values: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
        if self._chance.random() > 0.08:
            return values
        drifting = self._chance.choice(("many", "some", "few"))
        return tuple((k, names.drifted(v, self._chance) if k == drifting else v) for k, v in values)

    def _witness(self, place: int, claim: int) -> Sheet:
        """A paper that has one thing from a witness of its own, or does not say from whom."""
        self._day += timedelta(days=1)
        last = len(self._report.claims[claim]) - 1
        wording = Wording(claim, last, tuple(self._values.items()))
        speakers = (names.witness(self._chance, self._values),)
        said = self._said(place, wording, () if self._chance.random() < 0.2 else speakers, own=True)
        before, *after = (next(self._fillers) for _ in range(3))
        body: list[Said | str] = [before, said, *after]
        title = names.title(self._chance, self._values)
        return self._sheet(place, next(self._outlets), title, body, self._report)

    def _on_other_matters(self, place: int) -> Sheet:
        """Another report's claims about the same people, from a source of their own."""
        rich = [n for n, c in enumerate(self._other.claims) if len(re.findall("{", c[0])) > 1]
        body: list[Said | str] = [next(self._fillers)]
        for claim in sorted(self._chance.sample(rich, min(3, len(rich)))):
            # Two such articles have no words in common.
            wording = Wording(claim, 1 + place % 2, tuple(self._values.items()))
            source = self._chance.choice(names.sources(self._chance, self._values))
            said = self._said(place, wording, (source,))
            # Two articles that name one source have it from one origin.
            body.append(replace(said, origin=f"{self._number}#{claim}:{source}-other"))
        title = names.title(self._chance, self._values)
        return self._sheet(place, next(self._outlets), title, body, self._other)

    def _said(
        self,
        place: int,
        wording: Wording,
        speakers: tuple[str, ...],
        *,
        quoted: bool = False,
        own: bool = False,
    ) -> Said:
        kind = "own" if own and speakers else "quoted" if quoted else str(len(speakers))
        frame = self._chance.choice(names.FRAMES[kind])
        id = self._id(place, wording.claim)
        origin = f"{id}:{speakers[-1] if speakers else 'nobody'}"
        return Said(id, wording, frame, speakers, origin, None, None)

    def _id(self, place: int, claim: int) -> str:
        return f"{self._number}.{place}#{claim}"

    def _sheet(
        self,
        place: int,
        publisher: str,
        title: str,
        body: Sequence[Said | str],
        report: names.Report,
    ) -> Sheet:
        day = self._day.isoformat()
        return Sheet(f"{self._number}.{place}", publisher, day, title, tuple(body), report)
