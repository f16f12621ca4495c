"""The tables of names: aliases that people keep and share, and the words of ranks and units.

A user's own table of aliases is a CSV file with the columns entity, kind, country, names and
source; names are parted by a vertical bar, and only entity, names and source have to be filled.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import NamedTuple

from hearsay.resolution.letters import abjad, skeleton
from hearsay.resolution.likeness import alike
from hearsay.resolution.tokens import Token, tokens
from hearsay.vocabulary.errors import Misuse


@dataclass(frozen=True, slots=True)
class Entity:
    """Somebody or something whose several names a table holds together."""

    name: str
    kind: str
    """`force`, `unit`, `party`, `body`, `ministry` or `person`."""
    country: str
    source: str
    """In words, why these names are one."""
    names: tuple[str, ...] = ()


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
    terms: Mapping[tuple[str, ...], Mapping[str, Term]]
    longest: Mapping[str, int]
    """By the first word of a term, of how many words the longest is."""
    longest_name: Mapping[str, int]
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
        found, at = [], 0
        while at < len(words):
            piece = self._longest(words, bones, at)
            found.append(piece)
            at += len(piece.words)
        return tuple(found)

    def entities_of(self, words: Sequence[Token]) -> tuple[Entity, ...]:
        """Whose name exactly these words are; a user's own come first."""
        return self._spelt(tuple([skeleton(w.word) for w in words]), words)

    def _spelt(self, bones: tuple[str, ...], words: Sequence[Token]) -> tuple[Entity, ...]:
        held = self.entities.get(bones)
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
        named = self.longest_name.get(bones[at], 0)
        known = self.longest.get(words[at].word, 0)
        if not named and not known:
            return Piece((words[at],))
        most = min(max(named, known), len(words) - at)
        for size in range(most, 0, -1):
            run = tuple(words[at : at + size])
            if size > 1 and _parted(run):
                continue
            if size <= named and bones[at : at + size] in self.entities:
                spelt = self._spelt(bones[at : at + size], run)
                every = tuple([e for e in spelt if e.kind != "person"])
                if every:
                    return Piece(run, self._terms(run) if size == 1 else NO_TERMS, every[0], every)
            if size <= known:
                terms = self._terms(run)
                if terms:
                    return Piece(run, terms)
        return Piece((words[at],))

    def _terms(self, run: Sequence[Token]) -> Mapping[str, Term]:
        return self.terms.get(tuple([w.word for w in run]), NO_TERMS)


@lru_cache(maxsize=8)
def tables(more: Path | None = None) -> Tables:
    """The tables that come with Hearsay, and a user's own table of aliases, which comes first."""
    entities = [*(_own(more) if more else ()), *_entities(_rows("aliases"))]
    spelt: dict[tuple[str, ...], list[Spelt]] = defaultdict(list)
    longest_name: dict[str, int] = {}
    for entity in entities:
        for name in entity.names:
            words = tokens(name)
            # "No 10" without its small word would be any unit's number.
            if words and not all(w.word.isdigit() for w in words):
                key = tuple(skeleton(w.word) for w in words)
                acronym = len(words) == 1 and words[0].written.isupper()
                spelt[key].append((tuple(w.word for w in words), acronym, entity))
                longest_name[key[0]] = max(len(key), longest_name.get(key[0], 0))
    terms = _all_terms()
    of_country = _of_country(spelt, terms)
    longest: dict[str, int] = {}
    for run in terms:
        longest[run[0]] = max(len(run), longest.get(run[0], 0))
    return Tables(spelt, terms, longest, longest_name, _given(), _burmese(), of_country)


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
            if len(at) == 1 and len(words) > 1 and not acronym:
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
            and not (abjad(held) and abjad(w.word))
            and alike(held, w.word) > 0.7
        )
        for held, w in zip(spelt, words, strict=True)
    )


def _own(path: Path) -> Iterator[Entity]:
    try:
        lines = path.read_text("utf-8-sig").splitlines()
    except OSError as error:
        raise Misuse(f"{path}: {error.strerror or error}. Name a table of aliases.") from None
    except UnicodeDecodeError:
        raise Misuse(f"{path}: not UTF-8 text. Save the table as UTF-8.") from None
    rows = csv.DictReader(lines)
    missing = [c for c in ("entity", "names", "source") if c not in (rows.fieldnames or ())]
    if missing:
        raise Misuse(
            f"{path}: no column {' and '.join(missing)}. "
            "Its first line has to name: entity,kind,country,names,source."
        )
    for number, row in enumerate(rows, 2):
        if not (row["entity"] and row["names"] and row["source"]):
            raise Misuse(f"{path}, line {number}: entity, names and source have to be filled.")
        yield from _entities([row])


def _entities(rows: Iterable[Mapping[str, str | None]]) -> Iterator[Entity]:
    for row in rows:
        name = (row["entity"] or "").strip()
        others = tuple(n.strip() for n in (row["names"] or "").split("|") if n.strip())
        names = others if name in others else (name, *others)
        kind, country = (row.get("kind") or "body").strip(), (row.get("country") or "").strip()
        yield Entity(name, kind, country.replace("XX", ""), (row["source"] or "").strip(), names)


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
    return found


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
