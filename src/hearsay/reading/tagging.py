"""Turns the network's scores of windows into runs of pieces: tracks, anchors and links."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from math import exp

import numpy as np

from hearsay.reading.calibration import Calibration
from hearsay.reading.decoding import (
    BIO_ALLOWED,
    PAIR_ALLOWED,
    Floats,
    Words,
    best_path,
    log_softmax,
    runs_by_row,
    words_of,
)
from hearsay.reading.labels import (
    BEGIN,
    CAUSE_TRACK,
    COUNT_TRACK,
    EVENTS,
    FIRST_EVENT,
    INSIDE,
    OUTSIDE,
    TRACKS,
)
from hearsay.reading.linking import Linked, Marked, linked
from hearsay.reading.network import Network, Scored
from hearsay.reading.pieces import Ints, Pieces
from hearsay.reading.thresholds import Thresholds, log_odds
from hearsay.reading.windows import Window

IMPOSSIBLE = -1e9
"""The log-probability of a tag that cannot be."""
CUE = -1
"""The track of cues, which the network scores apart from the others."""
_UNLIKELY = -1.1
"""Log-odds of a tag against "nothing" below which, at every piece, a track holds no span."""
_LIVELY = np.log(0.6)
"""Where no word is less likely than this to be nothing, there is no span."""


@dataclass(frozen=True, slots=True)
class Anchored:
    """A cue or a cause's marker as pieces [first, last] of its document, and what belongs to it."""

    kind: int
    """0 for a cue, 1 for a marker of a cause."""
    first: int
    last: int
    score: float
    before: tuple[tuple[int, int], ...] = ()
    """Parts of the source or the cause."""
    after: tuple[tuple[int, int], ...] = ()
    """Parts of the content or the effect."""


@dataclass(slots=True)
class Looked:
    """What is found in one window, or in the windows of one text together."""

    anchors: list[Anchored] = field(default_factory=list)
    marks: list[Marked] = field(default_factory=list)
    links: list[Linked] = field(default_factory=list)

    def add(self, other: Looked) -> None:
        """Takes over what another window showed."""
        self.anchors += other.anchors
        self.marks += other.marks
        self.links += other.links


_Given = tuple[Pieces, Window, Anchored | None]
"""A document's pieces, one of its windows, and the one anchor that a second look is for."""
_Run = tuple[int, int, int, float]
"""Track, first word, the one after the last, and how sure."""


def looked(network: Network, given: Sequence[_Given], scored: Sequence[Scored]) -> Iterator[Looked]:
    """For each window what it owns: anchors with what belongs to them, marks, and links."""
    words = [words_of(pieces, window.start, window.end) for pieces, window, _ in given]
    every = _runs(scored, words, network.thresholds)
    anchors: list[list[Anchored]] = []
    marks: list[list[Marked]] = []
    for (_, window, only), word, runs in zip(given, words, every, strict=True):
        if only is not None:
            anchors.append([only])
            marks.append([])
            continue
        found = [_mark(run, word, window, network.calibration) for run in runs]
        owned = [m for m in found if window.own_start <= m.first < window.own_end]
        anchors.append(
            [
                Anchored(int(m.track == CAUSE_TRACK), m.first, m.last, m.score)
                for m in owned
                if m.track in (CUE, CAUSE_TRACK)
            ]
        )
        marks.append([m for m in owned if m.track not in (CUE, CAUSE_TRACK)])
    windows = [window for _, window, _ in given]
    paired = _paired(network, scored, words, windows, anchors)
    for number, (pieces, window, only) in enumerate(given):
        links = [] if only else linked(network, scored[number], pieces.ids, window, marks[number])
        yield Looked(paired[number], marks[number], links)


def _mark(run: _Run, words: Words, window: Window, calibration: Calibration) -> Marked:
    track, first, end, score = run
    family = _FAMILIES.get(track, "mention" if 0 <= track < FIRST_EVENT else None)
    score = score if family is None else calibration.of(family, score)
    return Marked(
        track,
        window.start + int(words.first[first]),
        window.start + int(words.first[end]) - 1,
        score,
    )


_FAMILIES = dict.fromkeys(range(FIRST_EVENT, FIRST_EVENT + len(EVENTS)), "event") | {
    COUNT_TRACK: "count"
}
"""What else than mentions stands on the tracks; cues and markers are weighed with their parts."""


def _runs(
    scored: Sequence[Scored], words: Sequence[Words], thresholds: Thresholds
) -> list[list[_Run]]:
    """For each window the runs of all its tracks, in words.

    Tracks in which nothing is likely are left out, which saves most of the work.
    """
    rows: list[tuple[int, int, Floats]] = []
    doubt = _doubt(thresholds)
    for number, (one, word) in enumerate(zip(scored, words, strict=True)):
        likely = _likely(one, doubt)
        averaged = log_softmax(word.averaged(_chosen(one, likely)))
        averaged[word.opens, :, INSIDE] = IMPOSSIBLE
        averaged[:, :, OUTSIDE] += doubt[likely]
        lively = averaged[:, :, OUTSIDE].min(0) < _LIVELY
        rows += [
            (number, int(likely[column]) - 1, averaged[:, column])
            for column in np.flatnonzero(lively)
        ]
    out: list[list[_Run]] = [[] for _ in scored]
    if not rows:
        return out
    lengths = np.array([len(scores) for _, _, scores in rows], np.int64)
    chosen = np.zeros((len(rows), int(lengths.max()), 3), np.float32)
    for row, (_, _, scores) in enumerate(rows):
        chosen[row, : len(scores)] = scores
    paths = best_path(chosen, BIO_ALLOWED, lengths)
    sure = np.take_along_axis(chosen, paths[:, :, None], 2)[:, :, 0]
    for row, found in enumerate(runs_by_row(paths, BEGIN, INSIDE)):
        number, track, _ = rows[row]
        for first, end in found:
            score = exp(np.add.reduce(sure[row, first:end]) / (end - first))
            out[number].append((track, first, end, score))
    return out


def _likely(one: Scored, doubt: Floats) -> Ints:
    """The tracks, counted from that of cues as 0, in which some piece may be more than nothing."""
    tracks = one.tracks
    odds = np.maximum(tracks[:, :, BEGIN], tracks[:, :, INSIDE]) - tracks[:, :, OUTSIDE]
    cues = np.maximum(one.cue[:, BEGIN], one.cue[:, INSIDE]) - one.cue[:, OUTSIDE]
    # Rounding keeps order, so that the doubt may as well be taken off once for each track.
    most = np.concatenate((cues.max(keepdims=True), odds.max(0))) - doubt
    return np.flatnonzero(most > _UNLIKELY)


def _chosen(one: Scored, likely: Ints) -> Floats:
    """[pieces, likely, 3] logits of these tracks."""
    if len(likely) and likely[0] == 0:
        return np.concatenate((one.cue[:, None], one.tracks[:, likely[1:] - 1]), axis=1)
    chosen: Floats = one.tracks[:, likely - 1]
    return chosen


@lru_cache(maxsize=8)
def _doubt(thresholds: Thresholds) -> Floats:
    """[1 + tracks]: what the log-odds of a span have to come up to, beside those of nothing."""
    doubt = np.zeros(1 + TRACKS, np.float32)
    doubt[1 + FIRST_EVENT : 1 + FIRST_EVENT + len(EVENTS)] = log_odds(thresholds.event)
    doubt[1 + CAUSE_TRACK] = log_odds(thresholds.cause)
    return doubt


def _paired(
    network: Network,
    scored: Sequence[Scored],
    words: Sequence[Words],
    windows: Sequence[Window],
    anchors: Sequence[list[Anchored]],
) -> list[list[Anchored]]:
    """The anchors of each window with what belongs to them."""
    held = [number for number, found in enumerate(anchors) if found]
    logits = [
        network.pair(
            scored[number].hidden,
            np.array([a.kind for a in anchors[number]], np.int64),
            np.array([a.first for a in anchors[number]], np.int64) - windows[number].start,
            np.array([a.last for a in anchors[number]], np.int64) - windows[number].start,
        )
        for number in held
    ]
    averaged = [
        log_softmax(words[number].averaged(one.transpose(1, 0, 2))).transpose(1, 0, 2)
        for number, one in zip(held, logits, strict=True)
    ]
    paths = _pair_paths(averaged)
    befores, afters = runs_by_row(paths, 1, 2), runs_by_row(paths, 3, 4)
    out: list[list[Anchored]] = [[] for _ in anchors]
    at = 0
    for number, scores in zip(held, averaged, strict=True):
        word, window = words[number], windows[number]
        for anchor, row in zip(anchors[number], scores, strict=True):
            out[number].append(
                Anchored(
                    anchor.kind,
                    anchor.first,
                    anchor.last,
                    network.calibration.of(
                        "cause" if anchor.kind else "attribution",
                        anchor.score * _sureness(row, paths[at, : len(word)]),
                    ),
                    _pieces(befores[at], word, window),
                    _pieces(afters[at], word, window),
                )
            )
            at += 1
    return out


def _pair_paths(scores: Sequence[Floats]) -> Ints:
    """The best tags for each anchor of each window [anchors, words, 5], one row for each."""
    sizes = [len(one) for one in scores]
    steps = max((one.shape[1] for one in scores), default=0)
    together = np.zeros((sum(sizes), steps, len(PAIR_ALLOWED)), np.float32)
    at = 0
    for one in scores:
        together[at : at + len(one), : one.shape[1]] = one
        at += len(one)
    lengths = np.repeat(np.array([one.shape[1] for one in scores], np.int64), sizes)
    return best_path(together, PAIR_ALLOWED, lengths)


def _sureness(scores: Floats, path: Ints) -> float:
    places = np.flatnonzero(path)
    return float(np.exp(scores[places, path[places]].mean())) if len(places) else 0.0


def _pieces(
    found: Sequence[tuple[int, int]], words: Words, window: Window
) -> tuple[tuple[int, int], ...]:
    return tuple(
        (window.start + int(words.first[a]), window.start + int(words.first[b])) for a, b in found
    )
