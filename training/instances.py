"""Labelled documents as windows of numbers: inputs, tags, and masks where nothing is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hearsay.reading.distances import alike_buckets, distance_buckets, link_buckets
from hearsay.reading.labels import (
    BEGIN,
    CAUSE_TRACK,
    CHANNELS,
    INSIDE,
    LINKS,
    TRACKS,
)
from hearsay.reading.linking import ALLOWED, pairs_asked
from hearsay.reading.pieces import CLS, SEP, Ints, Pieces, pieces_of
from hearsay.reading.relating import EVEN
from hearsay.reading.windows import windows_of
from hearsay.vocabulary.spans import Span, Spans
from training.labelled import Labelled, MarkedLinks

IGNORED = -100
"""The label that the loss leaves out."""
MOST_ANCHORS = 32
"""Cues and causes of one window that pairs are trained for; a full window has about ten."""
LINKED = frozenset(
    number
    for number in range(TRACKS)
    if number >= len(CHANNELS)
    or CHANNELS[number][0]
    in ("Person", "Organization", "Place", "Rank", "Role", "Weapon", "Vehicle")
) - {CAUSE_TRACK}
"""Tracks of mentions and triggers between which links are looked for."""

_Labels = NDArray[np.int8]
_Anchor = tuple[int, int, int, Ints]
"""Kind (0 cue, 1 cause), first and last piece, and the pair tags of all pieces."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A labelled document's pieces with its tags over the whole document, made once."""

    pieces: Pieces
    cues: Ints | None
    mentions: Ints
    anchors: tuple[_Anchor, ...]
    links: Links | None


@dataclass(frozen=True, slots=True)
class Links:
    """Mentions and triggers of a document or window, and what holds between them."""

    ends: Ints
    """[ends, 3]: first piece, last piece, track."""
    labels: _Labels
    """[ends, ends, links]: 1 where a link holds, 0 where not, -1 where nothing is known."""

    def within(self, start: int, end: int) -> Links:
        """The part of them in pieces [start, end), moved to a window with an end mark before."""
        inside = np.flatnonzero((self.ends[:, 0] >= start) & (self.ends[:, 1] < end))
        moved = self.ends[inside] - np.array([start - 1, start - 1, 0])
        return Links(moved, self.labels[np.ix_(inside, inside)])


@dataclass(frozen=True, slots=True)
class Instance:
    """One window, its two end marks included; arrays are [pieces] or [pieces, tracks]."""

    ids: Ints
    shapes: Ints
    layouts: Ints
    cues: Ints
    mentions: Ints
    anchors: tuple[_Anchor, ...]
    links: Links | None


def prepare(labelled: Labelled) -> Prepared:
    """Brings a document's spans onto its pieces."""
    pieces = pieces_of(labelled.text, labelled.passages)
    total = len(pieces)
    mentions = np.full((total, TRACKS), IGNORED, np.int64)
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
    cues, anchors = None, []
    if labelled.attributions is not None:
        cues = np.zeros(total, np.int64)
        for attribution in labelled.attributions:
            _tag(cues, pieces, attribution.cue, BEGIN, INSIDE)
        for span in labelled.unknown_cues:
            first, last = _range(pieces, span)
            cues[first:last] = np.where(cues[first:last] == 0, IGNORED, cues[first:last])
        parts = [(0, a.cue, a.source, a.content) for a in labelled.attributions]
        parts += [(1, c.marker, c.cause, c.effect) for c in labelled.causes]
        for kind, anchor, before, after in parts:
            tags = np.zeros(total, np.int64)
            _tag(tags, pieces, after, 3, 4)
            _tag(tags, pieces, before, 1, 2)
            first, last = _range(pieces, anchor[0])
            if first < last:
                anchors.append((kind, first, last - 1, tags))
    links = _prepared_links(labelled.links, pieces) if labelled.links is not None else None
    return Prepared(pieces, cues, mentions, tuple(anchors), links)


def _prepared_links(marked: MarkedLinks, pieces: Pieces) -> Links:
    ranges = [(*_range(pieces, span), track) for span, track in marked.ends]
    kept = [n for n, (a, b, track) in enumerate(ranges) if a < b and track in LINKED]
    order = sorted(kept, key=lambda n: ranges[n])
    place = {n: number for number, n in enumerate(order)}
    labels = np.full((len(order), len(order), len(LINKS)), -1, np.int8)
    labels[:, :, sorted(marked.known)] = 0
    for left, right, link in marked.held:
        if left in place and right in place:
            labels[place[left], place[right], link] = 1
            if LINKS[link] in EVEN:
                labels[place[right], place[left], link] = 1
    ends = np.array([(a, b - 1, t) for a, b, t in (ranges[n] for n in order)], np.int64)
    ends = ends.reshape(-1, 3)
    _leave_open(labels, marked.known)
    labels[~ALLOWED[ends[:, 2]][:, ends[:, 2]]] = -1
    return Links(ends, labels)


def _leave_open(labels: _Labels, known: frozenset[int]) -> None:
    """Unlearns that nothing holds between others that mean the same as two that are linked.

    A relation is marked at the mentions nearest to the words that state it; that "Selim" commands
    the brigade is no less true where "he" is marked to.
    """
    if _SAME not in known:
        return
    same = (labels[:, :, _SAME] == 1) | np.eye(len(labels), dtype=np.bool_)
    alike = same.astype(np.int32)
    for link in known - {_SAME}:
        held = labels[:, :, link] == 1
        if held.any():
            meant = (alike @ held.astype(np.int32) @ alike) > 0
            labels[:, :, link][meant & ~held] = -1


_SAME = LINKS.index("refers")


def instances_of(prepared: Prepared, *, first: int) -> Iterator[Instance]:
    """The windows of a document, the first one at most `first` pieces long."""
    pieces = prepared.pieces
    total = len(pieces)
    for window in windows_of(pieces, first=first):
        a, b = window.start, window.end
        cues = prepared.cues if prepared.cues is not None else np.full(total, IGNORED, np.int64)
        anchors = [
            (kind, 1 + first_piece - a, 1 + last_piece - a, _ended(tags[a:b], 0))
            for kind, first_piece, last_piece, tags in prepared.anchors
            if a <= first_piece and last_piece < b
        ]
        mentions = np.full((b - a + 2, TRACKS), IGNORED, np.int64)
        mentions[1:-1] = prepared.mentions[a:b]
        yield Instance(
            np.concatenate([[CLS], pieces.ids[a:b], [SEP]]),
            _ended(pieces.shapes[a:b], 6),
            _ended(pieces.layouts[a:b], 0),
            _ended(cues[a:b], IGNORED),
            mentions,
            tuple(anchors[:MOST_ANCHORS]),
            prepared.links.within(a, b) if prepared.links is not None else None,
        )


@dataclass(frozen=True, slots=True)
class Batch:
    """Instances padded to one length; anchors and links are listed for the whole batch."""

    ids: Ints
    shapes: Ints
    layouts: Ints
    mask: Ints
    cues: Ints
    mentions: Ints
    pair_window: Ints
    pair_kind: Ints
    pair_first: Ints
    pair_last: Ints
    pair_distance: Ints
    pair_tags: Ints
    end_window: Ints
    """[ends], as the two that follow: of all windows, one after the other."""
    end_first: Ints
    end_last: Ints
    end_track: Ints
    link_left: Ints
    """[links]: places in the four before."""
    link_right: Ints
    link_distance: Ints
    link_alike: Ints
    link_labels: Ints
    """[links, kinds]: 1, 0, or -1 where nothing is known."""


def batched(instances: Sequence[Instance]) -> Batch:
    """One batch of instances of similar length."""
    n, t = len(instances), max(len(i.ids) for i in instances)
    ids, shapes, layouts, mask = (np.zeros((n, t), np.int64) for _ in range(4))
    cues = np.full((n, t), IGNORED, np.int64)
    mentions = np.full((n, t, TRACKS), IGNORED, np.int64)
    pairs = []
    for number, instance in enumerate(instances):
        size = len(instance.ids)
        ids[number, :size], mask[number, :size] = instance.ids, 1
        shapes[number, :size], layouts[number, :size] = instance.shapes, instance.layouts
        cues[number, :size], mentions[number, :size] = instance.cues, instance.mentions
        for kind, from_piece, to_piece, tags in instance.anchors:
            padded = np.full(t, IGNORED, np.int64)
            padded[1 : len(tags) - 1] = tags[1:-1]
            pairs.append((number, kind, from_piece, to_piece, padded))
    first = np.array([p[2] for p in pairs], np.int64)
    last = np.array([p[3] for p in pairs], np.int64)
    return Batch(
        ids,
        shapes,
        layouts,
        mask,
        cues,
        mentions,
        np.array([p[0] for p in pairs], np.int64),
        np.array([p[1] for p in pairs], np.int64),
        first,
        last,
        distance_buckets(t, first, last),
        np.stack([p[4] for p in pairs]) if pairs else np.zeros((0, t), np.int64),
        *_linked(instances),
    )


def _linked(instances: Sequence[Instance]) -> tuple[Ints, ...]:
    """The last nine columns of a batch."""
    windows, ends, lefts, rights, alike, labels = [], [], [], [], [], []
    at = 0
    for number, instance in enumerate(instances):
        links = instance.links
        size = len(links.ends) if links is not None else 0
        if links is None or size < 2:
            continue
        left, right = pairs_asked(links.ends)
        left, right = left[left != right], right[left != right]
        windows.append(np.full(size, number, np.int64))
        ends.append(links.ends)
        lefts.append(left + at)
        rights.append(right + at)
        alike.append(alike_buckets(instance.ids, links.ends[left, :2], links.ends[right, :2]))
        labels.append(links.labels[left, right])
        at += size
    if not ends:
        none = np.zeros(0, np.int64)
        return none, none, none, none, none, none, none, none, np.zeros((0, len(LINKS)), np.int8)
    every, left, right = np.concatenate(ends), np.concatenate(lefts), np.concatenate(rights)
    distance = link_buckets(every[left, :2], every[right, :2])
    first, last, track = every.T
    return (
        np.concatenate(windows), first.copy(), last.copy(), track.copy(),
        left, right, distance, np.concatenate(alike), np.concatenate(labels),
    )  # fmt: skip


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
