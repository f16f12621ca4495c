"""What claims state, laid out: who holds which post, what falls under what, who pays whom.

A *statement* is the structured reading of one claim, and asserts nothing that the claim does not.
Whether two of them name the same person or unit is decided by who reads them (`resolution`), and
never written into them. The kinds follow Security Force Monitor's data model of 2026 where it has
them (posting, relation, positioning, incident, training and materiel, here *assistance*).
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Literal

from hearsay.vocabulary.kinds import (
    Basis,
    Comparator,
    EventType,
    HedgeClass,
    Polarity,
    Stage,
)
from hearsay.vocabulary.spans import Span, Spans

EntityType = Literal["person", "unit", "organization", "place", "report", "event", "materiel"]
"""What someone or something is. A *unit* is a part of an armed or security force, at any echelon,
the force itself among them; an *organization* a party, ministry, government, company or agency;
*materiel* a make or a piece of arms, vehicles or gear."""
DatedBy = Literal["words", "publication", "period", "table"]
"""By what a statement is dated: its own words, the day its document came out, the period that a
report covers, or a column of a table."""


@dataclass(frozen=True, slots=True)
class Party:
    """Someone or something as one statement names them."""

    name: str
    """The most informative name that its document gives for them."""
    type: EntityType
    spans: Spans
    """Where this statement names them, a pronoun's or description's span too."""
    named: bool = True
    """False where the document has no name for them, and `name` is a description."""
    record: str | None = None
    """The id under which the source itself keeps them, where it gives one."""
    country: str | None = None
    """ISO 3166 alpha-2 code, where the source states it."""
    mention: str | None = None
    """Id of the mention in the reading that names them best; `None` for a cell of a table."""


OPEN = ".."
"""Stands for the first or last day of a range where nothing says which."""


@dataclass(frozen=True, slots=True)
class Range:
    """Days between a first and a last one, both included.

    A *precise* range says that something held on every day in it; an *imprecise* one, that it held
    on one day in it at least (Security Force Monitor, "How dates work").
    """

    first: str
    """A day, `2014-09-08`, or `OPEN`. "In 2014" gives the first day of that year, and `precise` is
    false."""
    last: str
    """A day, or `OPEN`; one end of a range at least is a day."""
    precise: bool


@dataclass(frozen=True, slots=True)
class Held:
    """When a statement is said to hold. Outside its ranges nothing is known."""

    ranges: tuple[Range, ...] = ()
    """In the order of their first days; empty where nothing says when."""
    begins: bool = False
    """Whether it is said to have begun in the first range. "First seen" is not "began"."""
    ends: bool = False
    """Whether it is said to have ended in the last range."""
    by: DatedBy | None = None
    words: Spans = ()
    """The phrase or cells that say so; empty where it is dated by its publication."""
    begins_how: str | None = None
    """How it began, as a table words it: `Appointed`."""
    ends_how: str | None = None
    """How it ended: `Transferred`, `retired`."""
    assumed: bool | None = None
    """Whether its source says to take it as going on to this day (Security Force Monitor's "open
    ended"). An assumption, shown as one: no range is ever stretched for it."""


@dataclass(frozen=True, slots=True)
class Cited:
    """What a table cites for one of its values."""

    field: str
    """The name of the column."""
    sources: tuple[str, ...]
    """Ids in the table's own list of sources."""
    confidence: str | None = None
    """As the table gives it: `Low`, `Medium`, `High`."""


@dataclass(frozen=True, slots=True)
class Grounds:
    """Where in its document a statement stands, how it is put, and when it is said to hold."""

    assertion: str | None
    """Id of the assertion in its reading, and by that of the claim; `None` where it stands in
    words that only name a source ("Joe Wilson, head of …, said"): then the outlet says it."""
    spans: Spans
    polarity: Polarity = "affirmed"
    hedges: tuple[HedgeClass, ...] = ()
    held: Held = Held()
    score: float = 1.0
    """From 0 to 1: how sure the reader is; 1 for what a table states in its columns."""
    cited: tuple[Cited, ...] = ()
    record: str | None = None
    """The id under which its source keeps the posting, relation or incident that it is about."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number with its comparator and unit."""

    low: float
    high: float | None
    comparator: Comparator
    unit: str


@dataclass(frozen=True, slots=True)
class Posting:
    """A person in a unit or body, with role, title and rank as far as they are given."""

    grounds: Grounds
    person: Party
    unit: Party | None = None
    """`None` where only a rank or a role is given."""
    role: str | None = None
    title: str | None = None
    rank: str | None = None
    change: Literal["appointed", "dismissed", "promoted"] | None = None
    """What happened to the posting, where that is what is said."""


@dataclass(frozen=True, slots=True)
class Relation:
    """One unit or body within, under or beside another, from the lower to the higher one."""

    grounds: Grounds
    unit: Party
    kind: Literal["part_of", "arm_of", "member_of", "integrated_into", "under", "succeeds"]
    """`under`: is commanded or led by."""
    related: Party
    classes: tuple[str, ...] = ()
    """As a table words it: `Command`, `Administrative`, `Informal`."""


@dataclass(frozen=True, slots=True)
class Naming:
    """Another name for someone or something."""

    grounds: Grounds
    entity: Party
    name: str
    former: bool = False


@dataclass(frozen=True, slots=True)
class Describing:
    """What a table keeps of someone or something besides: gender, class, date of birth."""

    grounds: Grounds
    entity: Party
    field: str
    value: str


@dataclass(frozen=True, slots=True)
class Positioning:
    """A unit or body at or over a place."""

    grounds: Grounds
    unit: Party
    place: Party
    kind: Literal["located", "site", "area"] = "located"
    """A *site* is where it is based, an *area* where it operates."""
    base: str | None = None
    """The barracks, base or building that it has there, by name."""
    within: Party | None = None
    """The larger place (a state, a province) that the source names around it."""


@dataclass(frozen=True, slots=True)
class Affiliation:
    """A tie that is no command: sway, sympathy, loyalty, alliance, hostility."""

    grounds: Grounds
    party: Party
    kind: Literal[
        "tied_to",
        "sympathises_with",
        "influences",
        "loyal_to",
        "allied_with",
        "backs",
        "fights",
        "communicates_with",
    ]
    other: Party


@dataclass(frozen=True, slots=True)
class Assistance:
    """Money, training or equipment from one party to another."""

    grounds: Grounds
    giver: Party
    receiver: Party
    kind: Literal["funds", "trains", "equips"]
    what: str | None = None
    """The course, the equipment or the purpose, in the source's words."""
    amount: str | None = None
    """As written: `$33,127`."""
    people: int | None = None
    """How many were trained."""
    status: Literal["given", "cut", "threatened", "proposed"] = "given"
    place: Party | None = None
    provider: Party | None = None
    """The unit of the giver that trains or delivers."""
    program: str | None = None
    """The programme or fund that it comes from."""


@dataclass(frozen=True, slots=True)
class Incident:
    """Something that is said to have been done to someone, or tried, or threatened."""

    grounds: Grounds
    kind: Literal[EventType, "violation"]
    """A *violation* is what a table lists as one, in words of its own (`violations`)."""
    trigger: Span
    stage: Stage
    actors: tuple[Party, ...] = ()
    targets: tuple[Party, ...] = ()
    places: tuple[Party, ...] = ()
    victims: tuple[Party, ...] = ()
    means: tuple[str, ...] = ()
    """Weapons and instruments, in the source's words."""
    numbers: tuple[Number, ...] = ()
    violations: tuple[str, ...] = ()
    """What of human rights or the laws of war is said to be violated, in the source's words."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many there are said to be of something, over how long, and who counted."""

    grounds: Grounds
    number: Number
    scope: str | None = None
    counter: Party | None = None
    basis: Basis | None = None
    about: tuple[Party, ...] = ()
    """Who or what is named beside it: actor, target, place."""


@dataclass(frozen=True, slots=True)
class Commitment:
    """What one party promises another or wants of it, and on what condition."""

    grounds: Grounds
    party: Party
    kind: Literal["promise", "demand", "warning", "recommendation"]
    content: Spans
    to: Party | None = None
    condition: Spans = ()


@dataclass(frozen=True, slots=True)
class Assessment:
    """What someone judges of someone or something: no fact, a judgement with its owner."""

    grounds: Grounds
    by: Party
    content: Spans
    about: tuple[Party, ...] = ()


Statement = (
    Posting
    | Relation
    | Naming
    | Describing
    | Positioning
    | Affiliation
    | Assistance
    | Incident
    | Tally
    | Commitment
    | Assessment
)


def parties_of(statement: Statement) -> tuple[tuple[str, Party], ...]:
    """Everyone whom a statement names, each with the part they have in it, in its own order."""
    found: list[tuple[str, Party]] = []
    for part in fields(statement):
        held = getattr(statement, part.name)
        for one in held if isinstance(held, tuple) else (held,):
            if isinstance(one, Party):
                found.append((part.name, one))
    return tuple(found)
