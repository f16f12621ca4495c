"""Everyone and everything that one document names, each once, with all its names there.

A *thing* is what a document itself keeps together: a name with the descriptions and pronouns that
refer to it, or a record of a table. Which things of several documents are one is decided after.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from hearsay.picture.stating.parties import Parties
from hearsay.vocabulary.readings import Reading
from hearsay.vocabulary.spans import Span, Spans
from hearsay.vocabulary.statements import (
    EntityType,
    Naming,
    Party,
    Posting,
    Relation,
    Statement,
    parties_of,
)
from hearsay.vocabulary.traces import Account

Place = tuple[str, str]
"""The id of an account, and a key within it."""


@dataclass(frozen=True, slots=True)
class Thing:
    """Someone or something as one document knows them."""

    place: Place
    type: EntityType
    names: tuple[str, ...]
    """The one that says most first; a description only where the document has no name."""
    named: bool
    anchor: Span
    """Where it is first named."""
    spans: Spans = ()
    """Everywhere that it is named or meant, as far as it is known, first place first."""
    record: str | None = None
    country: str | None = None
    ranks: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    """Names of the bodies that it is said to be part of, or posted to."""
    owner: str | None = None
    """The body that its first naming says it is of: "5th Division of the Federal Police"."""
    published: str | None = None
    """When its document came out."""
    publisher: str | None = None
    """Who put it out: records of one publisher's tables are told apart by their ids."""

    @property
    def context(self) -> str:
        """What the document says of it besides its name, in words."""
        return "; ".join((*self.ranks, *self.roles, *self.within))


def key_of(party: Party) -> str:
    """By what a document keeps a party apart from others: its record, its mention, or its name."""
    if party.record or party.mention:
        return party.record or party.mention or ""
    # Every country has an "Army", and one table may be of many.
    return f"{party.type}:{party.country or ''}:{party.name.casefold()}"


def things_of(account: Account, statements: Sequence[Statement]) -> tuple[Thing, ...]:
    """The things of one document: all that is named in it, and the parties to its statements."""
    making: dict[str, _Making] = {}
    # A table names nobody whom it states nothing of.
    for party, words in () if account.reading.statements else _mentioned(account):
        one = making.setdefault(key_of(party), _Making(party))
        one.also(party)
        one.called(words, party.spans)
    for statement in statements:
        for _, party in parties_of(statement):
            making.setdefault(key_of(party), _Making(party)).also(party)
        _with_context(statement, making)
    _as_written(making.values(), account.document.text)
    _without_headlines(making.values(), account.document.text)
    told = account.document.particulars
    return tuple(
        replace(one.thing((account.id, key)), published=told.published, publisher=told.publisher)
        for key, one in making.items()
    )


class _Making:
    """A thing while it is put together."""

    def __init__(self, party: Party) -> None:
        self._first = party
        self._names: dict[str, bool] = {}
        self._spans: list[Span] = []
        self._anchors: list[Span] = []
        self.context: dict[str, list[str]] = defaultdict(list)
        self.owner: str | None = None

    def also(self, party: Party) -> None:
        self._names.setdefault(party.name, party.named)
        self._spans += party.spans

    def called(self, name: str, spans: Spans = ()) -> None:
        self._names.setdefault(name, True)
        self._anchors += spans

    @property
    def persons_words(self) -> set[str]:
        """The words of a person's names."""
        names = self._names if self._first.type == "person" and self._first.named else ()
        return {word for name in names for word in name.split()}

    @property
    def anchors(self) -> Spans:
        """Where it is named, the first place first; of persons nothing, who have no letters."""
        return () if self._first.type == "person" else tuple(sorted(set(self._anchors)))

    @property
    def first_name(self) -> str:
        """The name that it is kept under."""
        return next(iter(self._names))

    def shorten(self, loose: set[str], bearers: Mapping[str, int]) -> None:
        """Take loose words off the ends of names whose other words others bear too."""
        self._names = {_without(n, loose, bearers): named for n, named in self._names.items()}

    def thing(self, place: Place) -> Thing:
        names = [name for name, named in self._names.items() if named] or list(self._names)
        first = self._first
        spans = tuple(sorted(set(self._spans)))
        return Thing(
            place,
            first.type,
            tuple(names),
            first.named,
            min(self._anchors or self._spans, default=Span(0, 0)),
            spans,
            first.record,
            first.country,
            tuple(dict.fromkeys(self.context["rank"])),
            tuple(dict.fromkeys(self.context["role"])),
            tuple(dict.fromkeys(self.context["within"])),
            self.owner,
        )


def _mentioned(account: Account) -> Iterable[tuple[Party, str]]:
    """Every name in a document that means somebody or something, as a party and as it stands."""
    reading: Reading = account.reading
    parties = Parties(account.document.text, reading.mentions)
    for one in reading.mentions:
        if one.form == "name" and one.type in ("Person", "Organization"):
            party = parties.party(one.id)
            if party is not None:
                yield party, parties.own_words(one.id)


def _as_written(making: Iterable[_Making], text: str) -> None:
    """What the words around names say of bodies: what letters stand for, and whose a unit is."""
    every = list(making)
    starts = {span.start: one for one in every for span in one.anchors}
    ends = {span.end: one for one in every for span in one.anchors}
    for one in every:
        for span in one.anchors:
            letters = _DECLARED.match(text, span.end)
            if letters:
                one.called(letters[1])
        first = next(iter(one.anchors), None)
        if first is None:
            continue
        before, after = _OWNED.search(text, max(0, first.start - 8), first.start), None
        whose = ends.get(before.start()) if before else None
        if whose is None:
            after = _OF.match(text, first.end)
            whose = starts.get(after.end()) if after else None
        if whose is not None and whose is not one:
            one.owner = whose.first_name


_DECLARED = re.compile(r"['’]?\s*\((?:the |or |also )?([A-Z][\w.&–-]*[A-Z][\w.]*)\)")
"""Letters in brackets after a name: "Combined Mission–Tamrin (CM-T)"."""
_OWNED = re.compile(r"['’]s?\s+$")
_OF = re.compile(r"\s+of\s+(?:the\s+)?")


def _without_headlines(making: Iterable[_Making], text: str) -> None:
    """Takes out of persons' names what a headline or caption ran into them: "Breck Charges", where
    the document knows a Breck and has the word "charges" too."""
    persons = [(one, words) for one in making if (words := one.persons_words)]
    bearers = Counter(word for _, words in persons for word in words)
    common: set[str] | None = None
    for one, words in persons:
        if len(words) < 2 or all(bearers[word] > 1 for word in words):
            continue
        if common is None:
            common = set(_LOWER.findall(text))
        loose = {w for w in words if bearers[w] == 1 and w[:1].isupper() and w.lower() in common}
        if loose:
            one.shorten(loose, bearers)


def _without(name: str, loose: set[str], bearers: Mapping[str, int]) -> str:
    words = name.split()
    for rest, gone in ((words[:-1], words[-1:]), (words[1:], words[:1])):
        if rest and gone[0] in loose and any(bearers[word] > 1 for word in rest):
            return " ".join(rest)
    return name


_LOWER = re.compile(r"\b[a-z]{2,}\b")


def _with_context(statement: Statement, making: dict[str, _Making]) -> None:
    if isinstance(statement, Posting):
        person = making[key_of(statement.person)]
        for part, words in (("rank", statement.rank), ("role", statement.role)):
            if words:
                person.context[part].append(words)
        if statement.unit is not None and statement.unit.named:
            person.context["within"].append(statement.unit.name)
    elif isinstance(statement, Relation) and statement.grounds.polarity == "affirmed":
        if statement.related.named and statement.kind in ("part_of", "arm_of", "member_of"):
            making[key_of(statement.unit)].context["within"].append(statement.related.name)
    elif isinstance(statement, Naming) and statement.grounds.polarity == "affirmed":
        making[key_of(statement.entity)].called(statement.name)
