"""Labelled documents as windows of numbers: inputs, tags, and masks where nothing is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from hearsay.reading.distances import distance_buckets
from hearsay.reading.labels import BEGIN, CHANNELS, INSIDE
from hearsay.reading.pieces import CLS, SEP, Ints, Pieces, pieces_of
from hearsay.reading.windows import windows_of
from hearsay.vocabulary.spans import Span, Spans
from training.labelled import Labelled

IGNORED = -100
"""The label that the loss leaves out."""
MOST_CUES = 24
"""Cues of one window that pairs are trained for; a window of 254 pieces has about ten."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A labelled document's pieces with its tags over the whole document, made once."""

    pieces: Pieces
    cues: Ints | None
    mentions: Ints
    pairs: tuple[tuple[int, int, Ints], ...]
    """For each attribution the cue's first and last piece and the pair tags of all pieces."""


@dataclass(frozen=True, slots=True)
class Instance:
    """One window, its two end marks included; arrays are [pieces] or [pieces, channels]."""

    ids: Ints
    shapes: Ints
    layouts: Ints
    cues: Ints
    mentions: Ints
    pairs: tuple[tuple[int, int, Ints], ...]


def prepare(labelled: Labelled) -> Prepared:
    """Brings a document's spans onto its pieces."""
    pieces = pieces_of(labelled.text, labelled.passages)
    total = len(pieces)
    mentions = np.full((total, len(CHANNELS)), IGNORED, np.int64)
    for channel, spans in (labelled.mentions or {}).items():
        tags = np.zeros(total, np.int64)
        for span in _outermost(spans):
            _tag(tags, pieces, (span,), BEGIN, INSIDE)
        for span in (labelled.unknown or {}).get(channel, ()):
            first, last = _range(pieces, span)
            tags[first:last] = np.where(tags[first:last] == 0, IGNORED, tags[first:last])
        mentions[:, channel] = tags
    if labelled.mentions_within is not None:
        known = np.zeros(total, np.bool_)
        for span in labelled.mentions_within:
            known[slice(*_range(pieces, span))] = True
        mentions[~known] = IGNORED
    cues, pairs = None, []
    if labelled.attributions is not None:
        cues = np.zeros(total, np.int64)
        for attribution in labelled.attributions:
            _tag(cues, pieces, attribution.cue, BEGIN, INSIDE)
            tags = np.zeros(total, np.int64)
            _tag(tags, pieces, attribution.content, 3, 4)
            _tag(tags, pieces, attribution.source, 1, 2)
            first, last = _range(pieces, attribution.cue[0])
            if first < last:
                pairs.append((first, last - 1, tags))
    return Prepared(pieces, cues, mentions, tuple(pairs))


def instances_of(prepared: Prepared, *, first: int) -> Iterator[Instance]:
    """The windows of a document, the first one at most `first` pieces long."""
    pieces = prepared.pieces
    total = len(pieces)
    for window in windows_of(pieces, first=first):
        a, b = window.start, window.end
        cues = prepared.cues if prepared.cues is not None else np.full(total, IGNORED, np.int64)
        pairs = [
            (1 + cue_first - a, 1 + cue_last - a, _ended(tags[a:b], 0))
            for cue_first, cue_last, tags in prepared.pairs
            if a <= cue_first and cue_last < b
        ]
        mentions = np.full((b - a + 2, len(CHANNELS)), IGNORED, np.int64)
        mentions[1:-1] = prepared.mentions[a:b]
        yield Instance(
            np.concatenate([[CLS], pieces.ids[a:b], [SEP]]),
            _ended(pieces.shapes[a:b], 6),
            _ended(pieces.layouts[a:b], 0),
            _ended(cues[a:b], IGNORED),
            mentions,
            tuple(pairs[:MOST_CUES]),
        )


@dataclass(frozen=True, slots=True)
class Batch:
    """Instances padded to one length; pairs are listed for the whole batch."""

    ids: Ints
    shapes: Ints
    layouts: Ints
    mask: Ints
    cues: Ints
    mentions: Ints
    pair_window: Ints
    pair_first: Ints
    pair_last: Ints
    pair_distance: Ints
    pair_tags: Ints


def batched(instances: Sequence[Instance]) -> Batch:
    """One batch of instances of similar length."""
    n, t = len(instances), max(len(i.ids) for i in instances)
    ids, shapes, layouts, mask = (np.zeros((n, t), np.int64) for _ in range(4))
    cues = np.full((n, t), IGNORED, np.int64)
    mentions = np.full((n, t, len(CHANNELS)), IGNORED, np.int64)
    pairs = []
    for number, instance in enumerate(instances):
        size = len(instance.ids)
        ids[number, :size], mask[number, :size] = instance.ids, 1
        shapes[number, :size], layouts[number, :size] = instance.shapes, instance.layouts
        cues[number, :size], mentions[number, :size] = instance.cues, instance.mentions
        for first, last, tags in instance.pairs:
            padded = np.full(t, IGNORED, np.int64)
            padded[1 : len(tags) - 1] = tags[1:-1]
            pairs.append((number, first, last, padded))
    first = np.array([p[1] for p in pairs], np.int64)
    last = np.array([p[2] for p in pairs], np.int64)
    return Batch(
        ids,
        shapes,
        layouts,
        mask,
        cues,
        mentions,
        np.array([p[0] for p in pairs], np.int64),
        first,
        last,
        distance_buckets(t, first, last),
        np.stack([p[3] for p in pairs]) if pairs else np.zeros((0, t), np.int64),
    )


def batches(
    documents: Iterable[Prepared], *, pieces: int, random: np.random.Generator
) -> list[Batch]:
    """All windows of all documents in random batches of at most `pieces` padded pieces."""
    instances = [
        instance
        for document in documents
        for instance in instances_of(document, first=int(random.integers(64, 255)))
    ]
    order = random.permutation(len(instances))
    # Sorting within big random blocks keeps padding small and batches still varied.
    blocks = [order[i : i + 512] for i in range(0, len(order), 512)]
    made = []
    for block in blocks:
        held: list[Instance] = []
        for number in sorted(block, key=lambda i: len(instances[i].ids)):
            if held and (len(held) + 1) * len(instances[number].ids) > pieces:
                made.append(batched(held))
                held = []
            held.append(instances[number])
        made.append(batched(held))
    return [made[i] for i in random.permutation(len(made))]


def _ended(inner: Ints, edge: int) -> Ints:
    return np.concatenate([[edge], inner, [edge]])


def _range(pieces: Pieces, span: Span) -> tuple[int, int]:
    """Pieces [first, last) that share a code point with the span."""
    return (
        int(np.searchsorted(pieces.ends, span.start, side="right")),
        int(np.searchsorted(pieces.starts, span.end, side="left")),
    )


def _tag(tags: Ints, pieces: Pieces, spans: Spans, begin: int, inside: int) -> None:
    for span in spans:
        first, last = _range(pieces, span)
        if first < last:
            tags[first:last] = inside
            tags[first] = begin


def _outermost(spans: Iterable[Span]) -> list[Span]:
    kept: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept
