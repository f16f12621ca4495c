"""What the trained tagger hands on: bare spans, before anything is said about them."""

from __future__ import annotations

from dataclasses import dataclass

from hearsay.vocabulary.readings import Form, MentionType
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
