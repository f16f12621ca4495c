"""Claims laid out in columns: compact ones that grow with a case, and the wide ones of a few."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from math import log
from typing import Any

import numpy as np
from numpy.typing import NDArray

from hearsay.origins.alike.features import ABOUT, WORD, ClaimFacts, Commonness
from hearsay.origins.alike.meanings import meanings
from hearsay.origins.alike.nearness import Meant, meant
from hearsay.origins.language.words import Vocabulary

Whole = NDArray[np.int64]
Real = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """The facts of some claims in columns: one row a term, claim after claim, sorted by concept."""

    offsets: Whole
    """Where each claim's rows begin; one more at the end."""
    concepts: Whole
    stems: Whole
    kinds: NDArray[np.int8]
    quoted: NDArray[np.bool_]
    places: Whole
    """Which word of content of its claim it is."""
    weights: Real
    """How rare: of a word that everybody uses, next to 0."""
    keys: Whole
    """Claim and concept in one number, rising."""
    width: int
    """How many concepts there are."""
    totals: Real
    """For each claim and each kind of term, the sum of weights; ABOUT counts as nothing."""
    lengths: Whole
    times: Whole
    """First and last day of what each claim names, as ordinals; 0, 0 where it names none."""
    periods: Whole
    denied: NDArray[np.bool_]
    meant: Meant

    def __len__(self) -> int:
        return len(self.lengths)


@dataclass(frozen=True, slots=True)
class Spoken:
    """What a case speaks of, counted over some of its claims: what most say there says little."""

    claims: int = 0
    counts: Mapping[str, int] = field(default_factory=dict)
    """In how many of the claims a concept stands."""

    @classmethod
    def of(cls, documents: Iterable[Sequence[ClaimFacts]]) -> Spoken:
        """Of the claims of some documents, those of the same words counted once."""
        different = {fact.folded: fact for facts in documents for fact in facts}
        counts: Counter[str] = Counter()
        for fact in different.values():
            counts.update({term.concept for term in fact.terms})
        return cls(len(different), counts)


class Columns:
    """Every claim of a case, some twenty bytes a word of content.

    How rare a word is, the world's reports say and what the case was found to speak of at first:
    what was laid out once never changes, however many documents come after it.
    """

    def __init__(self, common: Commonness, sentences: int, spoken: Spoken = Spoken()) -> None:
        """`common` counts stems over so many `sentences` of the world's reports."""
        self._common, self._sentences, self._spoken = common, sentences, spoken
        self._words = Vocabulary()
        self._rarity = array("f")
        """Of each word as a stem."""
        self._pieces = array("i")
        """What each word is made of, for its meaning."""
        self._cut = array("i", [0])
        self._offsets = array("q", [0])
        self._concepts, self._stems, self._folded = array("i"), array("i"), array("i")
        self._kinds, self._quoted, self._places = array("b"), array("b"), array("h")
        self._lengths, self._denied = array("h"), array("b")
        self._days = array("i")

    def __len__(self) -> int:
        return len(self._denied)

    def add(self, facts: Sequence[ClaimFacts]) -> None:
        """Takes in claims; their numbers follow those of the claims before."""
        words = self._words
        for fact in facts:
            first: dict[str, int] = {}
            for place, term in enumerate(fact.terms):
                first.setdefault(term.concept, place)
            terms = [fact.terms[place] for place in first.values()]
            self._concepts.extend([words[term.concept] for term in terms])
            self._stems.extend([words[term.stem] for term in terms])
            self._folded.extend([words[term.word] for term in terms])
            self._kinds.extend([term.kind for term in terms])
            self._quoted.extend([term.quoted for term in terms])
            self._places.extend([min(place, _FURTHEST) for place in first.values()])
            self._offsets.append(len(self._concepts))
            self._lengths.append(sum(term.kind != ABOUT for term in terms))
            self._denied.append(fact.denied)
            self._days.extend((*_hull(fact), *_period(fact)))
        self._know_words()

    def denied(self, claim: int) -> bool:
        """Whether a claim denies what it is about."""
        return bool(self._denied[claim])

    def table(self, claims: Whole) -> Table:
        """Some claims, in this order, to be compared."""
        offsets = seen(self._offsets)
        begins = offsets[claims]
        sizes = offsets[claims + 1] - begins
        within = np.cumsum(sizes) - sizes
        rows = np.repeat(begins - within, sizes) + np.arange(int(sizes.sum()))
        owner = np.repeat(np.arange(len(claims)), sizes)
        concepts = seen(self._concepts)[rows].astype(np.int64)
        width = max(len(self._words), 1)
        order = np.argsort(owner * width + concepts, kind="stable")
        rows, concepts = rows[order], concepts[order]
        kinds, places = seen(self._kinds)[rows], seen(self._places)[rows].astype(np.int64)
        weights = seen(self._rarity)[concepts].astype(np.float64)
        own = np.where(kinds == ABOUT, 0.0, weights)
        totals = np.zeros((len(claims), 5))
        for kind in range(4):
            totals[:, kind] = np.bincount(owner, own * (kinds == kind), len(claims))
        totals[:, ABOUT] = totals[:, :4].sum(1)
        days = seen(self._days).reshape(-1, 4)[claims].astype(np.int64)
        words = seen(self._folded)[rows]
        return Table(
            np.append(within, len(rows)),
            concepts,
            seen(self._stems)[rows].astype(np.int64),
            kinds,
            seen(self._quoted)[rows].astype(bool),
            places,
            weights,
            owner * width + concepts,
            width,
            totals,
            seen(self._lengths)[claims].astype(np.int64),
            days[:, :2],
            days[:, 2:],
            seen(self._denied)[claims].astype(bool),
            self._meant(len(claims), owner, words, concepts, kinds, weights),
        )

    def _meant(
        self,
        count: int,
        owner: Whole,
        words: NDArray[np.int32],
        concepts: Whole,
        kinds: NDArray[np.int8],
        weights: Real,
    ) -> Meant:
        """What the words of some rows mean, each word looked up once."""
        own = kinds != ABOUT
        different, at = np.unique(words[own], return_inverse=True)
        cut = seen(self._cut)
        begins, sizes = cut[different], np.diff(cut)[different]
        within = np.cumsum(sizes) - sizes
        pieces = seen(self._pieces)[np.repeat(begins - within, sizes) + np.arange(int(sizes.sum()))]
        return meant(
            count,
            owner[own],
            at.astype(np.int64),
            concepts[own],
            kinds[own] == WORD,
            weights[own],
            *meanings().of_pieces(pieces.astype(np.int64), sizes.astype(np.int64)),
        )

    def _know_words(self) -> None:
        known = len(self._rarity)
        fresh = list(islice(reversed(self._words), len(self._words) - known))
        for word in reversed(fresh):
            self._rarity.append(self._rarity_of(word))
            self._pieces.extend(meanings().pieces_of(word))
            self._cut.append(len(self._pieces))

    def _rarity_of(self, word: str) -> float:
        """The inverse document frequency over the world's reports and the case together."""
        here, claims = self._spoken.counts.get(word, 0), self._spoken.claims
        known = abs(self._common.get(word, 0))
        rarity = log((self._sentences + claims + 1) / (1 + known + here))
        return max(rarity * (1 - here / max(claims, 50)) ** 2, _COMMON)


_COMMON = 0.05
"""What a word counts that everybody uses."""
_FURTHEST = (1 << 15) - 1


def table_of(facts: Sequence[ClaimFacts], common: Commonness, sentences: int) -> Table:
    """A few claims in columns by themselves."""
    columns = Columns(common, sentences)
    columns.add(facts)
    return columns.table(np.arange(len(facts)))


def seen(column: array[Any]) -> NDArray[Any]:
    """A column as numbers, without copying it; nothing may be added while they are held."""
    return np.frombuffer(column, column.typecode) if column else np.zeros(0, column.typecode)


_EVER = 4_000_000  # an ordinal past every date


def _hull(fact: ClaimFacts) -> tuple[int, int]:
    if not fact.times:
        return 0, 0
    firsts = [d.first.toordinal() if d.first else 1 for d in fact.times]
    return min(firsts), max(d.last.toordinal() if d.last else _EVER for d in fact.times)


def _period(fact: ClaimFacts) -> tuple[int, int]:
    period = fact.period
    if period is None or period.first is None or period.last is None:
        return 0, 0
    return period.first.toordinal(), period.last.toordinal()
