"""What a reader finds in one document: mentions, attributions, assertions, times and the rest.

The names and the meaning of every field follow the published shape of `hearsay annotate`
(docs/reference/shapes/annotate.json). Ids are unique within one reading only (`m1`, `a1`, …).
"""

from __future__ import annotations

from dataclasses import dataclass

from hearsay.vocabulary.kinds import ArgumentRole as ArgumentRole
from hearsay.vocabulary.kinds import Basis as Basis
from hearsay.vocabulary.kinds import Comparator as Comparator
from hearsay.vocabulary.kinds import CueClass as CueClass
from hearsay.vocabulary.kinds import EventType as EventType
from hearsay.vocabulary.kinds import Form as Form
from hearsay.vocabulary.kinds import HedgeClass as HedgeClass
from hearsay.vocabulary.kinds import MentionType as MentionType
from hearsay.vocabulary.kinds import Polarity as Polarity
from hearsay.vocabulary.kinds import RelationType as RelationType
from hearsay.vocabulary.kinds import Speech as Speech
from hearsay.vocabulary.kinds import Stage as Stage
from hearsay.vocabulary.problems import Problem
from hearsay.vocabulary.spans import Span, Spans
from hearsay.vocabulary.statements import Statement

UNSURE = 0.5
"""A score below which something is likelier wrong than right. It is kept and shown all the same,
marked as unsure, and listed for a person to look at."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A span of a document that names or describes someone or something."""

    id: str
    type: MentionType
    spans: Spans
    """Without a leading article and edge punctuation; two parts for "5th … Divisions"."""
    form: Form
    outermost: bool
    """False for a mention that stands inside another one."""
    refers: str
    """Id of the most informative mention of the same thing in this document; may be its own."""
    score: float
    """From 0 to 1: how sure the reader is."""


@dataclass(frozen=True, slots=True)
class Hedge:
    """A word that says how far the speaker or outlet stands behind what is said."""

    span: Span
    kind: HedgeClass


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who is said to have said what: source, cue and content spans, and what is said of them."""

    id: str
    source: Spans
    """Empty where nobody is named ("it is understood that")."""
    cue: Spans
    content: Spans
    within: str | None
    """Id of the attribution whose content this one stands in."""
    speaker: str | None
    """Id of the mention that the source is, carried to its name in this document if it has one."""
    addressee: str | None
    chain: tuple[str, ...]
    """Mention ids from the speaker nearest the outlet to the one first said to have said it."""
    cue_class: CueClass
    speech: Speech
    polarity: Polarity
    hedges: tuple[Hedge, ...]
    inserted: Spans
    """Bracketed insertions inside quoted words ("ISF [Iraqi Security Forces]")."""
    score: float


@dataclass(frozen=True, slots=True)
class Assertion:
    """One predicate with its arguments: the atom that claims are made of."""

    id: str
    spans: Spans
    attribution: str | None
    """Id of the innermost attribution it is said in; `None` for the outlet's own words."""
    polarity: Polarity = "affirmed"
    hedges: tuple[Hedge, ...] = ()


@dataclass(frozen=True, slots=True)
class Relation:
    """What the words say holds between two mentions, from the first to the second."""

    id: str
    type: RelationType
    source: str
    """Mention id: "from" in the shape."""
    target: str
    """Mention id: "to" in the shape."""
    assertion: str | None = None
    """Id of the assertion it stands in."""
    polarity: Polarity = "affirmed"
    hedge: Hedge | None = None
    time: str | None = None
    """Id of the time expression that says when."""
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Argument:
    """One part that somebody or something has in an event."""

    role: ArgumentRole
    mention: str


@dataclass(frozen=True, slots=True)
class Event:
    """Something said to have happened, to have been tried, or to threaten."""

    id: str
    type: EventType
    trigger: Span
    stage: Stage
    arguments: tuple[Argument, ...] = ()
    assertion: str | None = None
    polarity: Polarity = "affirmed"
    time: str | None = None
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Count:
    """A number of things, with who counted them and how sure the number is."""

    id: str
    span: Span
    low: float
    high: float | None
    """`None` where one number is given, or the range is open."""
    comparator: Comparator
    unit: str
    """A singular word: `attack`, `person`."""
    scope: str | None = None
    """The words that say which ones."""
    counter: str | None = None
    """Mention id of who counted."""
    basis: Basis | None = None
    time: str | None = None
    assertion: str | None = None
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Cause:
    """One thing said to bring about another."""

    id: str
    cause: Spans
    effect: Spans
    marker: Span | None
    """The words that say so ("due to")."""
    attribution: str | None
    """Id of the attribution whose speaker gives the cause; `None` for the outlet."""
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A phrase for a date or period, and the EDTF interval that it stands for."""

    id: str
    span: Span
    edtf: str | None
    """`None` where the phrase is no date or cannot be placed."""
    alternatives: tuple[str, ...] = ()
    """Other readings of an ambiguous phrase, each EDTF."""


@dataclass(frozen=True, slots=True)
class Source:
    """What a table's list of sources says of one id that its other tables cite."""

    id: str
    title: str | None = None
    publication: str | None = None
    """The outlet or publisher: `Vanguard`."""
    published: str | None = None
    """As the list gives it: `2014-10-06`, `September 2011`."""
    url: str | None = None
    page: str | None = None
    country: str | None = None
    """Of the publication."""
    spans: Spans = ()
    """Where the list has it; empty in the readings of tables that only cite it."""


@dataclass(frozen=True, slots=True)
class Reading:
    """All that one reader found in one document."""

    reader: str
    """Name and version."""
    mentions: tuple[Mention, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    assertions: tuple[Assertion, ...] = ()
    relations: tuple[Relation, ...] = ()
    events: tuple[Event, ...] = ()
    counts: tuple[Count, ...] = ()
    causes: tuple[Cause, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    problems: tuple[Problem, ...] = ()
    statements: tuple[Statement, ...] = ()
    """What a table states outright in its columns. What prose states is worked out of the rest."""
    sources: tuple[Source, ...] = ()
    """For a list of sources, all of it; for a table that cites them, what is known of those."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """One link of a claim's speaker chain."""

    name: str
    """As this document gives it, or the outlet's name for the first link."""
    span: Span | None
    """Where it is named; `None` for the outlet."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One atomic assertion as made in one place, by whom, and how surely."""

    id: str
    """Made from the capture, the spans and the chain: the same claim read again has the same id."""
    capture: str
    """SHA-256 of the capture that it stands in."""
    spans: Spans
    words: str
    """The asserted words, as they stand in the text."""
    speakers: tuple[Speaker, ...]
    """The outlet first, then inward to the one first said to have said it."""
    addressee: str | None
    cue: str | None
    """The words of the cue, where somebody is cited."""
    cue_class: CueClass | None
    speech: Speech | None
    polarity: Polarity
    hedges: tuple[Hedge, ...]
    inserted: Spans
    times: tuple[TimeExpression, ...]
    passage: int
    """The paragraph it begins in, from 1."""
    page: int | None
    score: float
