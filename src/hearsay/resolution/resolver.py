"""Says whether two names are of one, and which of many names are worth comparing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import islice
from typing import Any

from hearsay.resolution.aliases import Entity
from hearsay.resolution.blocking import keys
from hearsay.resolution.bodies import Body, read_body
from hearsay.resolution.contexts import (
    NOTHING,
    Context,
    country_beside,
    expansion,
    first_name_before,
    in_full,
    read_context,
)
from hearsay.resolution.features.bodies import of_bodies, other_country
from hearsay.resolution.features.finding import Feature
from hearsay.resolution.features.persons import AROUND_PERSONS, of_persons, other_gender
from hearsay.resolution.features.roles import MIXED, ROLES
from hearsay.resolution.features.shared import (
    AROUND,
    SHARED,
    letters_agree,
    letters_and_number,
    letters_differ,
    letters_in_syllables,
    letters_within,
    part_or_splinter,
    said_outright,
)
from hearsay.resolution.features.units import numbers_differ
from hearsay.resolution.letters import fold
from hearsay.resolution.lookup import Tables, tables
from hearsay.resolution.names import Name, in_country, read_name, without_another_country
from hearsay.resolution.overlaps import overlap
from hearsay.resolution.pairs import Pair, align_persons
from hearsay.resolution.tokens import tokens
from hearsay.resolution.weighing import Sameness, Weighed, Weights, judge, supplied_weights, weigh

MOST_IN_A_BLOCK = 200
"""Names that share a key with more others are compared by their rarer keys only."""

MOST_REMEMBERED = 20_000
"""Of how many names, and of how many contexts, a resolver remembers what they say."""
WHERE_LETTERS_AGREE: tuple[Feature, ...] = (part_or_splinter, numbers_differ, other_country)
"""What still counts where an acronym's letters say which body it is."""


@dataclass(frozen=True, slots=True)
class Resolver:
    """Answers for names with certain tables and weights; what it has read it remembers."""

    tables: Tables
    weights: Weights
    names: dict[str, Name] = field(default_factory=dict)
    around: dict[str, Context] = field(default_factory=dict)

    @classmethod
    def supplied(cls, own: tuple[Entity, ...] = ()) -> Resolver:
        """With the tables that come with Hearsay, and a user's own names, which come first."""
        return cls(tables(own), supplied_weights())

    def name(self, text: str) -> Name:
        """A name taken apart."""
        found = self.names.get(text)
        if found is None:
            _make_room(self.names)
            found = self.names[text] = read_name(text, self.tables)
        return found

    def same(
        self, left: str, right: str, *, left_context: str = "", right_context: str = ""
    ) -> Sameness:
        """Whether two names are of one, each with the words around it where there are any."""
        found, kind = self.findings(left, right, left_context, right_context)
        return judge(found, kind, self.weights)

    def findings(
        self, left: str, right: str, left_context: str = "", right_context: str = ""
    ) -> tuple[list[Weighed], str]:
        """What speaks for and against, and of which kind the names are."""
        pair = self.pair(left, right, left_context, right_context)
        features, kind = _features(pair)
        found = weigh(pair, features, self.weights)
        if kind == "role":
            found += self._of_what(pair)
        return found, kind

    def pair(self, left: str, right: str, left_context: str, right_context: str) -> Pair:
        """Two names with their contexts, laid beside each other."""
        one, other = self.name(left), self.name(right)
        here, there = self._context(left_context), self._context(right_context)
        spelt_out = False
        if here.text or there.text:
            one, other = self._in_context(one, here), self._in_context(other, there)
            long_one = self._spelt_out(one, here, *(() if one.meant else (there,)))
            long_other = self._spelt_out(other, there, *(() if other.meant else (here,)))
            spelt_out = (long_one, long_other) != (one, other)
            one = without_another_country(long_one, long_other, here.countries)
            other = without_another_country(long_other, long_one, there.countries)
        one, other = self._one_kind(one, other), self._one_kind(other, one)
        one, other = self._by_its_words(one, other), self._by_its_words(other, one)
        aligned = align_persons(one.person, other.person) if one.person and other.person else None
        shared = overlap(one.body, other.body) if one.body and other.body else None
        return Pair(one, other, here, there, aligned, shared, spelt_out)

    def keys_of(self, name: str) -> frozenset[str]:
        """Under which keys a name is filed; names that are one share at least one key."""
        return keys(self.name(name))

    def candidates(self, names: Iterable[str]) -> Iterator[tuple[str, str]]:
        """The pairs among many names that are worth comparing, each once, without all pairs."""
        blocks: dict[str, list[str]] = defaultdict(list)
        for name in dict.fromkeys(names):
            for key in self.keys_of(name):
                blocks[key].append(name)
        seen = set()
        for block in blocks.values():
            if len(block) > MOST_IN_A_BLOCK:
                continue
            for at, one in enumerate(block):
                for other in block[at + 1 :]:
                    if (one, other) not in seen:
                        seen.add((one, other))
                        yield one, other

    def _context(self, text: str) -> Context:
        if not text:
            return NOTHING
        found = self.around.get(text)
        if found is None:
            _make_room(self.around)
            found = self.around[text] = read_context(text, self.tables)
        return found

    def _in_context(self, name: Name, context: Context) -> Name:
        """The name as its own context gives it: in full, and of which country."""
        if name.person is not None and context.text and len(name.words) == 1:
            first = first_name_before(name.text, context.text)
            known = first and self.tables.given.get(fold(first))
            return self.name(f"{first} {name.text}") if known and not known.family else name
        if name.body is None or not context.text:
            return name
        whole = in_full(name.text, context.text)
        if whole is not None:
            return self.name(whole)
        if not name.meant and not self.tables.is_said_of(context.countries, name.words):
            return name
        code = country_beside(name.text, context.text, self.tables) if context.countries else ""
        if not code and len(name.meant) != 1 and len(context.countries) == 1:
            code = min(context.countries)
        return in_country(name, code, self.tables) if code else name

    def _spelt_out(self, name: Name, *contexts: Context) -> Name:
        """The name that a context, its own before the other's, gives an acronym for."""
        if not name.letters or len(name.words) > 1:
            return name
        for context in contexts:
            words = expansion(name.text, context.text) if context.text else None
            if words is not None:
                return self.name(words)
        return name

    def _one_kind(self, name: Name, other: Name) -> Name:
        """A name of unknown words beside a body is read as a body's too."""
        if name.person is None or other.body is None or name.meant:
            return name
        if (
            name.person.ranks
            or name.person.roles
            or any(part.given for part in name.person.names[0])
        ):
            return name
        body = read_body(self.tables.pieces(tokens(name.text)))
        spelt = len(name.letters) == sum(map(len, name.words))
        return Name(name.text, name.words, body=body, letters=name.letters if spelt else "")

    def _by_its_words(self, name: Name, other: Name) -> Name:
        """A ministry, an army or a numbered unit that a table knows, as its words say it.

        So it is read beside a name that no table has, which may be the same in other words.
        """
        if len(name.meant) != 1 or name.body is None or other.meant or other.body is None:
            return name
        kind = _told_by_its_words(other.body)
        if not any(kind) or other.body.entities or not name.body.entities:
            return name
        if not other.body.countries and not kind[2]:
            return name  # the interior ministry may be any country's
        body = read_body(self.tables.plain_pieces(tokens(name.text)))
        known = not body.own or kind[2]
        return (
            replace(name, meant=(), body=body)
            if _told_by_its_words(body) == kind and known
            else name
        )

    def _of_what(self, pair: Pair) -> list[Weighed]:
        """What speaks for and against the unit or ministry of two roles being one."""
        assert pair.left.office is not None
        assert pair.right.office is not None
        left, right = pair.left.office.of, pair.right.office.of
        if not left.words or not right.words:
            return []
        inner = Pair(
            Name(pair.left.text, tuple(left.words), body=left),
            Name(pair.right.text, tuple(right.words), body=right),
            pair.left_context,
            pair.right_context,
            overlap=overlap(left, right),
        )
        return weigh(inner, of_bodies(inner), self.weights)


@lru_cache(maxsize=1)
def supplied() -> Resolver:
    """The resolver with the tables that come with Hearsay."""
    return Resolver.supplied()


def same(left: str, right: str, *, left_context: str = "", right_context: str = "") -> Sameness:
    """Whether two names are of one, by the tables that come with Hearsay."""
    return supplied().same(left, right, left_context=left_context, right_context=right_context)


def _told_by_its_words(body: Body) -> tuple[bool, bool, bool]:
    """Whether it is a ministry, an army or other service, a unit with a number."""
    numbered = any(f.number is not None and f.echelon for f in body.formations)
    return bool(body.ministry), bool(body.services) and not numbered, numbered


def _make_room(remembered: dict[str, Any]) -> None:
    """Forget the half that was read first where too much is remembered."""
    if len(remembered) >= MOST_REMEMBERED:
        for text in list(islice(remembered, MOST_REMEMBERED // 2)):
            del remembered[text]


def _features(pair: Pair) -> tuple[Iterable[Feature], str]:
    told = bool(pair.left_context.text or pair.right_context.text)
    shared = (*SHARED, *AROUND) if told else SHARED
    if len(pair.left.meant) == 1 and pair.left.meant == pair.right.meant:
        # Of a name with one meaning, what stands around it need not be weighed.
        return SHARED, "body"
    if pair.aligned is not None:
        if told and said_outright(pair):
            return (*shared, other_gender), "person"
        return (*shared, *of_persons(pair), *(AROUND_PERSONS if told else ())), "person"
    if pair.overlap is not None:
        lettered = pair.left.letters or pair.right.letters
        if told and said_outright(pair):
            return (*shared, part_or_splinter, other_country), "body"
        if lettered and (letters_agree(pair) or letters_within(pair)):
            return (*shared, letters_within, *WHERE_LETTERS_AGREE), "body"
        if letters_in_syllables(pair):
            return (*shared, letters_in_syllables, *WHERE_LETTERS_AGREE), "body"
        if letters_and_number(pair):
            return (*shared, letters_and_number, *WHERE_LETTERS_AGREE), "body"
        return (*shared, *((letters_differ,) if lettered else ()), *of_bodies(pair)), "body"
    if pair.left.office is not None and pair.right.office is not None:
        return (*shared, *ROLES), "role"
    return (*shared, *MIXED), "mixed"
