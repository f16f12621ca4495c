"""Everyone and everything that one document names, each once, with all its names there.

A *thing* is what a document itself keeps together: a name with the descriptions and pronouns that
refer to it, or a record of a table. Which things of several documents are one is decided after.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hearsay.picture.stating.parties import Parties
from hearsay.vocabulary.readings import Reading
from hearsay.vocabulary.spans import Span
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
    record: str | None = None
    country: str | None = None
    ranks: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    """Names of the bodies that it is said to be part of, or posted to."""
    published: str | None = None
    """When its document came out."""

    @property
    def context(self) -> str:
        """What the document says of it besides its name, in words."""
        return "; ".join((*self.ranks, *self.roles, *self.within))


def key_of(party: Party) -> str:
    """By what a document keeps a party apart from others: its record, its mention, or its name."""
    return party.record or party.mention or f"{party.type}:{party.name.casefold()}"


def things_of(account: Account, statements: Sequence[Statement]) -> tuple[Thing, ...]:
    """The things of one document: all that is named in it, and the parties to its statements."""
    making: dict[str, _Making] = {}
    for party in _mentioned(account):
        making.setdefault(key_of(party), _Making(party)).also(party)
    for statement in statements:
        for _, party in parties_of(statement):
            making.setdefault(key_of(party), _Making(party)).also(party)
        _with_context(statement, making)
    published = account.document.particulars.published
    return tuple(one.thing((account.id, key), published) for key, one in making.items())


class _Making:
    """A thing while it is put together."""

    def __init__(self, party: Party) -> None:
        self._first = party
        self._names: dict[str, bool] = {}
        self._spans: list[Span] = []
        self.context: dict[str, list[str]] = defaultdict(list)

    def also(self, party: Party) -> None:
        self._names.setdefault(party.name, party.named)
        self._spans += party.spans

    def called(self, name: str) -> None:
        self._names.setdefault(name, True)

    def thing(self, place: Place, published: str | None) -> Thing:
        names = [name for name, named in self._names.items() if named] or list(self._names)
        first = self._first
        return Thing(
            place,
            first.type,
            tuple(names),
            first.named,
            min(self._spans, key=lambda span: span.start, default=Span(0, 0)),
            first.record,
            first.country,
            tuple(dict.fromkeys(self.context["rank"])),
            tuple(dict.fromkeys(self.context["role"])),
            tuple(dict.fromkeys(self.context["within"])),
            published,
        )


def _mentioned(account: Account) -> Iterable[Party]:
    """Every name in a document that means somebody or something, as a party."""
    reading: Reading = account.reading
    parties = Parties(account.document.text, reading.mentions)
    for one in reading.mentions:
        if one.form == "name" and one.type in ("Person", "Organization"):
            party = parties.party(one.id)
            if party is not None:
                yield party


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
