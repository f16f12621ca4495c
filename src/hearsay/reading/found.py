"""What the trained tagger hands on: bare spans, before anything is said about them."""

from __future__ import annotations

from dataclasses import dataclass

from hearsay.vocabulary.readings import EventType, Form, MentionType
from hearsay.vocabulary.spans import Span, Spans


@dataclass(frozen=True, slots=True)
class FoundMention:
    """A span that names or describes someone or something, edge articles already left out."""

    type: MentionType
    span: Span
    form: Form
    score: float


@dataclass(frozen=True, slots=True)
class FoundAttribution:
    """A cue with the source and content that belong to it; any of the last two may be empty."""

    source: Spans
    cue: Spans
    content: Spans
    score: float


@dataclass(frozen=True, slots=True)
class FoundCause:
    """The marker of a cause with what it joins; either side may be empty."""

    cause: Spans
    marker: Spans
    effect: Spans
    score: float


@dataclass(frozen=True, slots=True)
class FoundTrigger:
    """A word that names an event."""

    type: EventType
    span: Span
    score: float


@dataclass(frozen=True, slots=True)
class FoundNumber:
    """The number of a count."""

    span: Span
    score: float


@dataclass(frozen=True, slots=True)
class FoundLink:
    """What holds from one mention or trigger to a mention: one of `labels.LINKS`."""

    kind: str
    left: FoundMention | FoundTrigger
    right: FoundMention
    score: float


@dataclass(frozen=True, slots=True)
class Found:
    """All that the network finds in one text, in reading order."""

    mentions: tuple[FoundMention, ...] = ()
    attributions: tuple[FoundAttribution, ...] = ()
    causes: tuple[FoundCause, ...] = ()
    triggers: tuple[FoundTrigger, ...] = ()
    numbers: tuple[FoundNumber, ...] = ()
    parts: tuple[Span, ...] = ()
    """Parts of assertions."""
    links: tuple[FoundLink, ...] = ()
