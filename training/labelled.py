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
class MarkedCause:
    """What brings about what, and the words that say so."""

    cause: Spans
    marker: Spans
    effect: Spans


@dataclass(frozen=True, slots=True)
class MarkedLinks:
    """What holds between mentions, and which kinds of link this corpus annotates at all."""

    ends: tuple[tuple[Span, int], ...]
    """Mentions and triggers, each with its track."""
    held: frozenset[tuple[int, int, int]]
    """From which end to which, by their places in `ends`, and which of `LINKS`."""
    known: frozenset[int]
    """The links of `LINKS` that are annotated; of others nothing is known."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A document, its annotations, and where nothing is known.

    `mentions` holds, for each track number that this corpus annotates, the spans marked. A track
    that is not a key is not annotated here: its labels are masked in training, never taken for
    "nothing". `unknown` holds, for a track, spans whose label is masked too; where
    `mentions_within` is given, labels of tracks count only inside those spans.
    """

    name: str
    text: str
    passages: tuple[Span, ...]
    attributions: tuple[MarkedAttribution, ...] | None = None
    unknown_cues: Spans = ()
    """Where a word that is not marked as a cue may be one all the same."""
    causes: tuple[MarkedCause, ...] = ()
    mentions: dict[int, tuple[Span, ...]] | None = None
    unknown: dict[int, tuple[Span, ...]] | None = None
    mentions_within: tuple[Span, ...] | None = None
    links: MarkedLinks | None = None
