"""What the index gives back: entities, statements with where they stand, and edges between."""

from __future__ import annotations

from dataclasses import dataclass

from hearsay.vocabulary.readings import UNSURE
from hearsay.vocabulary.spans import Span
from hearsay.vocabulary.statements import EntityType, Statement


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
class StatementRow:
    """A statement with where it stands, who says so, and which entities its parties are."""

    number: int
    statement: Statement
    entities: tuple[tuple[str, int], ...]
    """The part that each has (`person`, `unit`), in the order of `parties_of`."""
    source: Source
    claim: str | None
    """The id of the claim that states it; `None` where it stands in words that name a source."""
    speakers: tuple[str, ...]
    """Who says so, the outlet first."""
    place: str
    """Where a person looks it up: `p. 12 ¶ 3`."""
    words: str
    """The words of the claim, or those around the statement."""
    own: str = ""
    """Of them those that state it: the verb or noun of an incident, the number of a tally."""

    @property
    def id(self) -> str:
        """By what a person can ask for it: its claim."""
        return self.claim or f"{self.source.account[:12]}:{self.statement.grounds.spans[0].start}"

    @property
    def denied(self) -> bool:
        """Whether it says the contrary."""
        return self.statement.grounds.polarity == "denied"

    @property
    def unsure(self) -> bool:
        """Whether the reader is likelier wrong than right about it."""
        return self.statement.grounds.score < UNSURE


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


@dataclass(frozen=True, slots=True)
class Naming:
    """One place in which an entity is named."""

    account: str
    name: str
    span: Span
