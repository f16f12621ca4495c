"""The tables of names: aliases that people keep and share, and the words of ranks and units."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from itertools import zip_longest
from typing import NamedTuple

from hearsay.resolution.aliases import Entity, entities_in, own_first
from hearsay.resolution.letters import abjad, skeleton
from hearsay.resolution.likeness import alike
from hearsay.resolution.numbering import counts
from hearsay.resolution.tokens import Token, tokens


@dataclass(frozen=True, slots=True)
class Term:
    """What a word or phrase says in a name: an echelon, an arm, a rank, a country."""

    kind: str
    meaning: str
    level: int = 0
    """How large an echelon is, from a section (2) to a group of armies (13)."""


NO_TERMS: Mapping[str, Term] = {}


class Piece(NamedTuple):
    """A run of words in a name, with the entity or the terms that a table has for it."""

    words: tuple[Token, ...]
    terms: Mapping[str, Term] = NO_TERMS
    """By their kind; empty where no table has the words."""
    entity: Entity | None = None
    entities: tuple[Entity, ...] = ()
    """Every entity of that name: the letters ISF are those of two."""


@dataclass(frozen=True, slots=True)
class Given:
    """A given name that a table knows."""

    name: str
    few: bool
    """Whether so few bear it that it mostly says who is meant."""
    spanish: bool = False
    family: bool = False
    """Whether it is a family name, which so many bear that it hardly says who is meant."""


Spelt = tuple[tuple[str, ...], bool, Entity]
"""The words of a name in the table, whether it is an acronym, and whose it is."""


@dataclass(frozen=True, slots=True)
class Tables:
    """Every table, looked up word by word."""

    entities: Mapping[tuple[str, ...], Sequence[Spelt]]
    """Names of several words, by the skeletons of their words."""
    single: Mapping[str, Sequence[Spelt]]
    """Names of one word, which has to be spelt as it is there."""
    terms: Mapping[tuple[str, ...], Mapping[str, Term]]
    sizes: Mapping[str, Sequence[int]]
    """By the first word of a term, how many words terms have that begin so, most first."""
    sizes_of_names: Mapping[str, Sequence[int]]
    """The same for the skeleton of the first word of an entity's name."""
    given: Mapping[str, Given]
    """Given names by every spelling."""
    burmese: frozenset[str]
    """The words that Burmese names are made of."""
    of_country: Mapping[tuple[str, ...], Sequence[Spelt]]
    """Names that hold a country: its code, then the skeletons of the other words."""

    def pieces(self, words: Sequence[Token]) -> tuple[Piece, ...]:
        """The words in runs, the longest that a table knows at each place."""
        bones = tuple([skeleton(w.word) for w in words])
        found, at, most = [], 0, len(words)
        while at < most:
            word = words[at].word
            if (
                word in self.sizes or word in self.single or bones[at] in self.sizes_of_names
            ):  # else no table knows it
                piece = self._longest(words, bones, at)
                found.append(piece)
                at += len(piece.words)
            else:
                found.append(self._unknown(words[at]))
                at += 1
        return self._without_those_of_elsewhere(found)

    def _unknown(self, token: Token) -> Piece:
        """A word that no table has; Arabic writes "in" and "and" as its first letter."""
        word = token.word
        if word[:1] in _PREFIXED and len(word) > 4 and word[1:] in self.sizes:
            bare = token._replace(word=word[1:], of=True)
            return Piece((bare,), self._terms((bare,)))
        return Piece((token,))

    def plain_pieces(self, words: Sequence[Token]) -> tuple[Piece, ...]:
        """The same without names of entities: only what the words themselves mean."""
        found, at = [], 0
        while at < len(words):
            runs = [tuple(words[at : at + size]) for size in self.sizes.get(words[at].word, ())]
            piece = next(
                (Piece(run, self._terms(run)) for run in runs if self._terms(run)),
                Piece((words[at],)),
            )
            found.append(piece)
            at += len(piece.words)
        return tuple(found)

    def _without_those_of_elsewhere(self, pieces: list[Piece]) -> tuple[Piece, ...]:
        """The pieces, with a name that is known of another country read by its words.

        The Egyptian Islamic Jihad is not that of Palestine, nor is Libya's foreign ministry that
        of France. Forces backed by a country need not be its own.
        """
        said = {
            piece.terms["country"].meaning
            for piece, following in zip_longest(pieces, pieces[1:])
            if "country" in piece.terms
            and (following is None or following.words[0].word not in BACKED)
        }
        if not said or not any(piece.entity for piece in pieces):
            return tuple(pieces)
        found: list[Piece] = []
        for piece in pieces:
            own = tuple(e for e in piece.entities if not e.country or e.country in said)
            if not piece.entities or own == piece.entities:
                found.append(piece)
            elif own:
                found.append(piece._replace(entity=own[0], entities=own))
            else:
                found.extend(self.plain_pieces(piece.words))
        return tuple(found)

    def entities_of(self, words: Sequence[Token]) -> tuple[Entity, ...]:
        """Whose name exactly these words are; a user's own come first."""
        if not words:
            return ()
        return self._spelt(tuple([skeleton(w.word) for w in words]), words)

    def _spelt(self, bones: tuple[str, ...], words: Sequence[Token]) -> tuple[Entity, ...]:
        held = self.entities.get(bones) if len(bones) > 1 else self.single.get(words[0].word)
        if held is None:
            return ()
        found = [e for spelt, acronym, e in held if _spelt_alike(spelt, words, acronym)]
        return tuple(dict.fromkeys(found)) if len(found) > 1 else tuple(found)

    def entities_of_country(self, pieces: Sequence[Piece]) -> tuple[Entity, ...]:
        """Whose name this is with the country said in another way: the armed forces of Turkey."""
        countries = [p for p in pieces if "country" in p.terms]
        if len(countries) != 1 or len(pieces) < 2:
            return ()
        rest = [w for p in pieces if p is not countries[0] for w in p.words]
        return self.entities_named_in(countries[0].terms["country"].meaning, rest)

    def is_said_of(self, codes: Iterable[str], words: Sequence[str]) -> bool:
        """Whether a body of one of these countries may be called so."""
        return any((code, *map(skeleton, words)) in self.of_country for code in codes)

    def entities_named_in(self, code: str, words: Sequence[Token]) -> tuple[Entity, ...]:
        """Whose name these words are, said of a body of this country."""
        held = self.of_country.get((code, *(skeleton(w.word) for w in words)), ())
        return tuple([e for spelt, _, e in held if _spelt_alike(spelt, words, acronym=False)][:1])

    def _longest(self, words: Sequence[Token], bones: tuple[str, ...], at: int) -> Piece:
        size, every = self._named(words, bones, at)
        for more in self.sizes.get(words[at].word, ()):
            if more <= size:
                break
            run = tuple(words[at : at + more])
            terms = self._terms(run) if len(run) == more else NO_TERMS
            if terms and not _parted(run):
                return Piece(run, terms)
        if not every:
            return Piece((words[at],))
        run = tuple(words[at : at + size])
        return Piece(run, self._terms(run) if size == 1 else NO_TERMS, every[0], every)

    def _named(
        self, words: Sequence[Token], bones: tuple[str, ...], at: int
    ) -> tuple[int, tuple[Entity, ...]]:
        """Of how many words the longest name of an entity is that begins here, and whose."""
        for size in (*self.sizes_of_names.get(bones[at], ()), 1):
            key = bones[at : at + size]
            if size > 1 and key not in self.entities:
                continue
            run = words[at : at + size]
            if size > 1 and _parted(run):
                continue
            every = tuple([e for e in self._spelt(key, run) if e.kind != "person"])
            if every:
                return size, every
        return 0, ()

    def _terms(self, run: Sequence[Token]) -> Mapping[str, Term]:
        return self.terms.get(tuple([w.word for w in run]), NO_TERMS)


_PREFIXED = frozenset("بول")
BACKED = frozenset(
    ("backed", "aligned", "led", "supported", "sponsored", "funded", "linked", "affiliated")
)
"""Words that say that what follows is not a country's own."""


@lru_cache(maxsize=8)
def tables(own: tuple[Entity, ...] = ()) -> Tables:
    """The tables that come with Hearsay, and a user's own names, which come first."""
    return _tables_of(own_first(own, entities_in(_rows("aliases"))))


@lru_cache(maxsize=1)
def without_aliases() -> Tables:
    """The tables of words alone, to measure what is known without the table of aliases."""
    return _tables_of(())


def _tables_of(entities: Iterable[Entity]) -> Tables:
    spelt: dict[tuple[str, ...], list[Spelt]] = defaultdict(list)
    single: dict[str, list[Spelt]] = defaultdict(list)
    for entity in entities:
        for name in entity.names:
            words = tokens(name)
            folded = tuple([w.word for w in words])
            if len(words) == 1 and not folded[0].isdigit():
                single[folded[0]].append((folded, words[0].written.isupper(), entity))
            # "No 10" without its small word would be any unit's number.
            elif len(words) > 1 and not all(word.isdigit() for word in folded):
                spelt[tuple(map(skeleton, folded))].append((folded, False, entity))
    terms = _all_terms()
    of_country = _of_country(spelt, terms)
    return Tables(
        spelt, single, terms, _sizes(terms), _sizes(spelt), _given(), _burmese(), of_country
    )


def _sizes(runs: Iterable[tuple[str, ...]]) -> dict[str, Sequence[int]]:
    """How many words the runs have that begin with a word, the most first."""
    found: dict[str, set[int]] = defaultdict(set)
    for run in runs:
        found[run[0]].add(len(run))
    return {first: tuple(sorted(sizes, reverse=True)) for first, sizes in found.items()}


def _of_country(
    spelt: Mapping[tuple[str, ...], Sequence[Spelt]],
    terms: Mapping[tuple[str, ...], Mapping[str, Term]],
) -> dict[tuple[str, ...], list[Spelt]]:
    """Every name in which one word is a country, filed without that word."""
    found: dict[tuple[str, ...], list[Spelt]] = defaultdict(list)
    for held in spelt.values():
        for words, acronym, entity in held:
            codes = [terms.get((w,), {}).get("country") for w in words]
            at = [n for n, code in enumerate(codes) if code is not None]
            if len(at) == 1:
                rest = (*words[: at[0]], *words[at[0] + 1 :])
                code = codes[at[0]]
                assert code is not None
                key = (code.meaning, *(skeleton(w) for w in rest))
                found[key].append((rest, acronym, entity))
    return found


def _parted(run: Sequence[Token]) -> bool:
    """Whether a comma or bracket stands between its words."""
    return any(word.before and ("," in word.before or "(" in word.before) for word in run[1:])


def _spelt_alike(spelt: tuple[str, ...], words: Sequence[Token], acronym: bool) -> bool:
    if len(spelt) == 1:
        return spelt[0] == words[0].word and (not acronym or words[0].capitals or len(spelt[0]) > 4)
    # Arabic script spells a name in one way only; it is Latin script that varies.
    return all(
        held == w.word
        or (
            not held[0].isdigit()
            and not counts(w.word)
            and not (abjad(held) and abjad(w.word))
            and alike(held, w.word) > 0.7
        )
        for held, w in zip(spelt, words, strict=True)
    )


def _all_terms() -> Mapping[tuple[str, ...], Mapping[str, Term]]:
    found: dict[tuple[str, ...], dict[str, Term]] = defaultdict(dict)

    def add(forms: str | None, term: Term) -> None:
        for form in (forms or "").split("|"):
            words = tuple(w.word for w in tokens(form))
            if words:
                found[words].setdefault(term.kind, term)

    for row in _rows("echelons"):
        add(row["forms"], Term("echelon", row["echelon"], int(row["level"])))
    for row in _rows("ranks"):
        add(row["forms"], Term("rank", row["rank"]))
    for row in _rows("words"):
        add(row["forms"], Term(row["class"], row["meaning"]))
    for row in _rows("countries"):
        for column in ("names", "people"):
            add(row[column], Term("country", row["code"]))
        add(row["capital"], Term("capital", row["code"]))
    for row in _rows("countries"):
        for form in _arabic_adjectives(f"{row['names']}|{row['people']}".split("|")):
            if (form,) not in found:
                add(form, Term("country", row["code"]))
    return found


def _arabic_adjectives(forms: Iterable[str]) -> Iterator[str]:
    """What is of a country in Arabic, by its name and by its people: كولومبي and كولومبيه."""
    for form in forms:
        words = tokens(form)
        if len(words) == 1 and abjad(words[0].word) and len(words[0].word) > 3:
            stem = words[0].word.removesuffix("ه").removesuffix("ا").removesuffix("ي")
            yield from (f"{stem}ي", f"{stem}يه")


def _given() -> Mapping[str, Given]:
    return {
        w.word: Given(
            row["name"],
            few=row["bearers"] == "few",
            spanish=row["language"] == "Spanish",
            family=row["bearers"] == "family",
        )
        for row in _rows("given")
        for form in row["forms"].split("|")
        for w in tokens(form)[-1:]
    }


def _burmese() -> frozenset[str]:
    return frozenset(
        w.word for row in _rows("burmese") for form in row["forms"].split("|") for w in tokens(form)
    )


def _rows(name: str) -> list[dict[str, str]]:
    table = resources.files("hearsay.resolution").joinpath("tables", f"{name}.csv")
    return list(csv.DictReader(table.read_text("utf-8").splitlines()))
