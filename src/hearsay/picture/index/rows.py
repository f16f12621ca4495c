"""What the index gives back: entities, statements with where they stand, and edges between."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from hearsay.ledger.codec import decode
from hearsay.picture.index.dates import read
from hearsay.picture.index.edges import type_of
from hearsay.vocabulary.readings import UNSURE
from hearsay.vocabulary.spans import Span
from hearsay.vocabulary.statements import EntityType, Held, Posting, Statement


@dataclass(frozen=True, slots=True)
class Source:
    """The document in which something is stated."""

    account: str
    """The id of its account: SHA-256 of the capture, with a number where outlets share it."""
    address: str
    publisher: str | None
    published: str | None
    title: str | None


@dataclass(frozen=True, slots=True)
class EntityRow:
    """Someone or something, over all documents in which they are named."""

    number: int
    id: str
    """The same in every index of a case as long as its first naming stays."""
    type: EntityType
    name: str
    """The name by which most documents know it, the longest of several."""
    names: tuple[str, ...]
    """All of its names, the most frequent first."""
    named: bool
    """False for what is only described."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A statement with what is needed to walk home from it."""

    statement: Statement
    claim: str | None
    speakers: tuple[str, ...]
    place: str
    words: str
    own: str = ""


class Packed(NamedTuple):
    """A statement as an index holds it: what is mostly asked for, and the rest packed."""

    claim: str | None
    type: str
    denied: int
    unsure: int
    held: str
    """As `hearsay.picture.index.dates` writes it."""
    parties: str
    """`person 7 unit 12`."""
    post: str | None
    """Of a posting its role, title and rank, with `BETWEEN` between them."""
    body: bytes
    source: int
    sources: Callable[[int], Source]
    """Knows the documents by their numbers."""


BETWEEN = "\x1f"


class StatementRow:
    """A statement with where it stands, who says so, and which entities its parties are.

    One that comes from an index is unpacked when it is looked at: of most, no more is asked than
    who, when, and whether it is denied.
    """

    __slots__ = ("_entities", "_kept", "_packed", "_source", "number")

    def __init__(
        self,
        number: int,
        statement: Statement,
        entities: tuple[tuple[str, int], ...],
        source: Source,
        claim: str | None,
        speakers: tuple[str, ...],
        place: str,
        words: str,
        own: str = "",
    ) -> None:
        self.number = number
        self._kept: Kept | None = Kept(statement, claim, speakers, place, words, own)
        self._entities: tuple[tuple[str, int], ...] | None = entities
        self._source: Source | None = source
        self._packed: Packed | None = None

    @classmethod
    def packed(cls, number: int, packed: Packed) -> StatementRow:
        """One as an index holds it."""
        row = cls.__new__(cls)
        row.number, row._packed = number, packed
        row._kept = row._entities = row._source = None
        return row

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, StatementRow):
            return NotImplemented
        return self.number == other.number and self._whole == other._whole

    def __hash__(self) -> int:
        return hash((self.number, self.claim))

    def __repr__(self) -> str:
        return f"StatementRow({self.number}, {self.statement!r})"

    @property
    def statement(self) -> Statement:
        """What is stated."""
        return self._whole.statement

    @property
    def entities(self) -> tuple[tuple[str, int], ...]:
        """The part that each has (`person`, `unit`), in the order of `parties_of`."""
        if self._entities is None:
            words = self._packed.parties.split(" ") if self._packed else []
            self._entities = tuple(zip(words[::2], map(int, words[1::2]), strict=False))
        return self._entities

    @property
    def source(self) -> Source:
        """The document that it stands in."""
        if self._source is None:
            assert self._packed is not None
            self._source = self._packed.sources(self._packed.source)
        return self._source

    @property
    def claim(self) -> str | None:
        """The id of the claim that states it; `None` where it stands in words that name a
        source."""
        return self._packed.claim if self._packed else self._whole.claim

    @property
    def speakers(self) -> tuple[str, ...]:
        """Who says so, the outlet first."""
        return self._whole.speakers

    @property
    def place(self) -> str:
        """Where a person looks it up: `p. 12 ¶ 3`."""
        return self._whole.place

    @property
    def words(self) -> str:
        """The words of the claim, or those around the statement."""
        return self._whole.words

    @property
    def own(self) -> str:
        """Of them those that state it: the verb or noun of an incident, the number of a tally."""
        return self._whole.own

    @property
    def id(self) -> str:
        """By what a person can ask for it: its claim."""
        return self.claim or f"{self.source.account[:12]}:{self.statement.grounds.spans[0].start}"

    @property
    def denied(self) -> bool:
        """Whether it says the contrary."""
        if self._packed:
            return bool(self._packed.denied)
        return self.statement.grounds.polarity == "denied"

    @property
    def unsure(self) -> bool:
        """Whether the reader is likelier wrong than right about it."""
        if self._packed:
            return bool(self._packed.unsure)
        return self.statement.grounds.score < UNSURE

    @property
    def held(self) -> Held:
        """When it is said to hold, without the words that say so."""
        return read(self._packed.held) if self._packed else self.statement.grounds.held

    @property
    def type(self) -> str:
        """What kind of its class it is: `part_of`, `funds`, `attack`, or a posting's role."""
        return self._packed.type if self._packed else type_of(self.statement)

    @property
    def post(self) -> tuple[str | None, str | None, str | None]:
        """Of a posting, the role, the title and the rank that it gives."""
        if self._packed:
            role, title, rank = (self._packed.post or 2 * BETWEEN).split(BETWEEN)
            return role or None, title or None, rank or None
        one = self.statement
        return (one.role, one.title, one.rank) if isinstance(one, Posting) else (None, None, None)

    @property
    def _whole(self) -> Kept:
        if self._kept is None:
            assert self._packed is not None
            self._kept = decode(Kept, self._packed.body)
        return self._kept


@dataclass(frozen=True, slots=True)
class Edge:
    """What leads from one entity to another, every statement of one kind between them together."""

    source: int
    target: int
    kind: str
    """`part_of`, `funds`, `influences`, `commander` …"""
    first: str | None
    """The first and the last day on which it is said to hold; `None` where nothing says when."""
    last: str | None
    statements: tuple[int, ...]
    denied: bool
    """Whether all of them deny it."""
    unsure: bool = False
    """Whether the reader is unsure of everything that says so."""
    assumed: bool = False
    """Whether it holds on the day asked for only as a source says to take it as going on."""


@dataclass(frozen=True, slots=True)
class Naming:
    """One place in which an entity is named."""

    account: str
    name: str
    span: Span
