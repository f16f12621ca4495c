"""A text with what annotators marked in it, in the form that every corpus is brought to."""

from __future__ import annotations

from dataclasses import dataclass

from hearsay.vocabulary.spans import Span, Spans


@dataclass(frozen=True, slots=True)
class MarkedAttribution:
    """One attribution as annotated; any part but the cue may be empty."""

    source: Spans
    cue: Spans
    content: Spans


@dataclass(frozen=True, slots=True)
class Labelled:
    """A document, its annotations, and where nothing is known.

    `mentions` holds, for each channel number that this corpus annotates, the spans marked.
    A channel that is not a key is not annotated here: its labels are masked in training, never
    taken for "nothing". `unknown` holds, for a channel, spans whose label is masked too; where
    `mentions_within` is given, mention labels count only inside those spans.
    """

    name: str
    text: str
    passages: tuple[Span, ...]
    attributions: tuple[MarkedAttribution, ...] | None = None
    mentions: dict[int, tuple[Span, ...]] | None = None
    unknown: dict[int, tuple[Span, ...]] | None = None
    mentions_within: tuple[Span, ...] | None = None
