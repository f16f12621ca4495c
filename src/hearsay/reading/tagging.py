"""Runs the network over documents and turns its scores into attributions and mentions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from hearsay.reading.decoding import (
    BIO_ALLOWED,
    PAIR_ALLOWED,
    Floats,
    Words,
    best_path,
    log_softmax,
    runs,
    words_of,
)
from hearsay.reading.found import FoundAttribution, FoundMention
from hearsay.reading.labels import BEGIN, CHANNELS, INSIDE
from hearsay.reading.network import Network, Scored
from hearsay.reading.pieces import Ints, Pieces, pieces_of
from hearsay.reading.trimming import trimmed
from hearsay.reading.windows import WINDOW, Window, windows_of
from hearsay.vocabulary.spans import Span, Spans

CUE_BIAS = 0.0
"""Added to the log-odds of a cue."""
BEGIN_COSTS = np.zeros(5, np.float32)
"""Taken from the log-odds of each pair tag: what a source or content more must be worth."""
GROUP = 64
"""Windows decoded together: each step of the decoding then does enough to be worth its call, and
their scores take some 30 MB."""


@dataclass(frozen=True, slots=True)
class Found:
    """All that the network finds in one text, in reading order."""

    mentions: tuple[FoundMention, ...]
    attributions: tuple[FoundAttribution, ...]


@dataclass(frozen=True, slots=True)
class _Cue:
    """A cue as pieces [first, last] of its document, with what its window shows to belong to it."""

    first: int
    last: int
    score: float
    source: tuple[tuple[int, int], ...]
    content: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class _Job:
    """One window to look at: of which text, and for a second look at which cues only."""

    text: int
    window: Window
    only: tuple[tuple[int, int], ...] | None = None


def find(network: Network, texts: Sequence[tuple[str, Sequence[Span]]]) -> list[Found]:
    """What the network finds in each text, of which only the passages given are read."""
    pieces = [pieces_of(text, passages) for text, passages in texts]
    jobs = [_Job(n, window) for n, one in enumerate(pieces) for window in windows_of(one)]
    cues: list[list[_Cue]] = [[] for _ in texts]
    mentions: list[list[tuple[int, int, int, float]]] = [[] for _ in texts]
    again: list[_Job] = []
    for job, found_cues, found_mentions in _looked(network, pieces, jobs):
        whole = [c for c in found_cues if not _cut(c, job.window, pieces[job.text])]
        torn = [c for c in found_cues if c not in whole]
        cues[job.text] += whole
        again += [_second_look(job, cue, len(pieces[job.text])) for cue in torn]
        mentions[job.text] += found_mentions
    for job, found_cues, _ in _looked(network, pieces, again):
        cues[job.text] += found_cues
    return [
        Found(_mentions(mentions[n], pieces[n], text), _attributions(cues[n], pieces[n], text))
        for n, (text, _) in enumerate(texts)
    ]


def _looked(
    network: Network, pieces: Sequence[Pieces], jobs: Sequence[_Job]
) -> Iterator[tuple[_Job, list[_Cue], list[tuple[int, int, int, float]]]]:
    for at in range(0, len(jobs), GROUP):
        group = jobs[at : at + GROUP]
        scored = network.tag([(pieces[job.text], job.window) for job in group])
        words = [words_of(pieces[j.text], j.window.start, j.window.end) for j in group]
        chosen, mentions = [], []
        for job, word, (cue_runs, mention_runs) in zip(
            group, words, _token_tags(scored, words), strict=True
        ):
            if job.only is None:
                chosen.append(_owned_cues(cue_runs, word, job.window))
                mentions.append(_owned_mentions(mention_runs, word, job.window))
            else:
                start = job.window.start
                chosen.append([(first - start, last - start, 1.0) for first, last in job.only])
                mentions.append([])
        windows = [job.window for job in group]
        yield from zip(
            group, _paired(network, scored, words, windows, chosen), mentions, strict=True
        )


_Run = tuple[int, int, float]


def _token_tags(
    scored: Sequence[Scored], words: Sequence[Words]
) -> list[tuple[list[_Run], list[tuple[int, int, int, float]]]]:
    """For each window its cue runs and its mention runs (channel, first, end) in words."""
    steps = max(len(w) for w in words)
    tracks = 1 + len(CHANNELS)
    scores = np.zeros((len(scored), tracks, steps, 3), np.float32)
    for row, (one, word) in enumerate(zip(scored, words, strict=True)):
        both = np.concatenate([one.cue[:, None], one.mention], axis=1)
        averaged = log_softmax(word.averaged(both))
        scores[row, :, : len(word)] = averaged.transpose(1, 0, 2)
    scores[:, 0, :, 1:] += CUE_BIAS
    lengths = np.array([len(w) for w in words], np.int64)
    # Rows in which nothing is likely hold no span; leaving them out saves most of the work.
    lively = (scores[..., 0] < np.log(0.6)).any(-1)
    rows, columns = np.nonzero(lively)
    paths = best_path(scores[rows, columns], BIO_ALLOWED, lengths[rows])
    out: list[tuple[list[_Run], list[tuple[int, int, int, float]]]] = [([], []) for _ in scored]
    for row, column, path in zip(rows.tolist(), columns.tolist(), paths, strict=True):
        for first, end in runs(path, BEGIN, INSIDE):
            chosen = scores[row, column, range(first, end), path[first:end]]
            score = float(np.exp(chosen.mean()))
            if column == 0:
                out[row][0].append((first, end, score))
            else:
                out[row][1].append((column - 1, first, end, score))
    return out


def _owned_cues(found: list[_Run], words: Words, window: Window) -> list[_Run]:
    """Cues as pieces [first, last] of the window, those that another window owns left out."""
    pieces = [(int(words.first[a]), int(words.first[b]) - 1, score) for a, b, score in found]
    return [
        (first, last, score)
        for first, last, score in pieces
        if window.own_start <= first + window.start < window.own_end
    ]


def _owned_mentions(
    found: list[tuple[int, int, int, float]], words: Words, window: Window
) -> list[tuple[int, int, int, float]]:
    """Mentions as (channel, first, end) pieces of the document, owned by this window."""
    pieces = [
        (channel, window.start + int(words.first[a]), window.start + int(words.first[b]), score)
        for channel, a, b, score in found
    ]
    return [m for m in pieces if window.own_start <= m[1] < window.own_end]


def _paired(
    network: Network,
    scored: Sequence[Scored],
    words: Sequence[Words],
    windows: Sequence[Window],
    cues: Sequence[list[_Run]],
) -> list[list[_Cue]]:
    """The cues of each window with what belongs to them."""
    held = [number for number, found in enumerate(cues) if found]
    logits = network.pair(
        [
            (
                scored[number].hidden,
                np.array([first for first, _, _ in cues[number]], np.int64),
                np.array([last for _, last, _ in cues[number]], np.int64),
            )
            for number in held
        ]
    )
    averaged = [
        log_softmax(words[number].averaged(one.transpose(1, 0, 2))).transpose(1, 0, 2)
        for number, one in zip(held, logits, strict=True)
    ]
    paths = iter(_pair_paths(averaged))
    out: list[list[_Cue]] = [[] for _ in cues]
    for number, scores in zip(held, averaged, strict=True):
        word, window = words[number], windows[number]
        for (first, last, score), row in zip(cues[number], scores, strict=True):
            path = next(paths)[: len(word)]
            out[number].append(
                _Cue(
                    window.start + first,
                    window.start + last,
                    score * _sureness(row, path),
                    _pieces(runs(path, 1, 2), word, window),
                    _pieces(runs(path, 3, 4), word, window),
                )
            )
    return out


def _pair_paths(scores: Sequence[Floats]) -> Ints:
    """The best tags for each cue of each window [cues, words, 5], one row for each cue."""
    sizes = [len(one) for one in scores]
    steps = max((one.shape[1] for one in scores), default=0)
    together = np.zeros((sum(sizes), steps, len(BEGIN_COSTS)), np.float32)
    at = 0
    for one in scores:
        together[at : at + len(one), : one.shape[1]] = one - BEGIN_COSTS
        at += len(one)
    lengths = np.repeat(np.array([one.shape[1] for one in scores], np.int64), sizes)
    return best_path(together, PAIR_ALLOWED, lengths)


def _sureness(scores: Floats, path: Ints) -> float:
    places = np.flatnonzero(path)
    return float(np.exp(scores[places, path[places]].mean())) if len(places) else 0.0


def _pieces(
    found: Iterator[tuple[int, int]], words: Words, window: Window
) -> tuple[tuple[int, int], ...]:
    return tuple(
        (window.start + int(words.first[a]), window.start + int(words.first[b])) for a, b in found
    )


def _cut(cue: _Cue, window: Window, pieces: Pieces) -> bool:
    """Whether what belongs to a cue runs into an edge that stands in the midst of a passage.

    A content that ends with its passage is hardly ever torn: looking again at those gains no
    source, takes .7 from the F1 of contents on PolNeAR's dev part, and is a tenth of all work.
    """
    parts = cue.source + cue.content
    at_start = any(a == window.start for a, _ in parts) and _cuts(pieces, window.start)
    at_end = any(b == window.end for _, b in parts) and _cuts(pieces, window.end)
    return at_start or at_end


def _cuts(pieces: Pieces, place: int) -> bool:
    """Whether a cut before this piece goes through a passage."""
    return 0 < place < len(pieces) and bool(pieces.layouts[place] % 4 != 3)


def _second_look(job: _Job, cue: _Cue, total: int) -> _Job:
    """A window around a cue that sat too near an edge, shifted to where its parts run on."""
    parts = cue.source + cue.content
    runs_on = any(b == job.window.end for _, b in parts)
    lead = 40 if runs_on and min(a for a, _ in parts) > job.window.start else WINDOW // 2
    start = max(0, min(min(cue.first, min(a for a, _ in parts)) - lead, total - WINDOW))
    if cue.last >= start + WINDOW:
        start = max(0, min(cue.first - WINDOW // 2, total - WINDOW))
    end = min(total, start + WINDOW)
    return _Job(job.text, Window(start, end, start, end), ((cue.first, cue.last),))


def _spans(parts: Sequence[tuple[int, int]], pieces: Pieces, text: str) -> Spans:
    """Pieces to code points; parts with nothing but white space between them become one."""
    joined: list[Span] = []
    for first, end in parts:
        span = Span(int(pieces.starts[first]), int(pieces.ends[end - 1]))
        if joined and not text[joined[-1].end : span.start].strip():
            span = Span(joined.pop().start, span.end)
        joined.append(span)
    return tuple(joined)


def _attributions(cues: list[_Cue], pieces: Pieces, text: str) -> tuple[FoundAttribution, ...]:
    return tuple(
        FoundAttribution(
            _spans(cue.source, pieces, text),
            _spans([(cue.first, cue.last + 1)], pieces, text),
            _spans(cue.content, pieces, text),
            cue.score,
        )
        for cue in sorted(cues, key=lambda cue: cue.first)
        if cue.content
    )


def _mentions(
    found: list[tuple[int, int, int, float]], pieces: Pieces, text: str
) -> tuple[FoundMention, ...]:
    made: list[FoundMention] = []
    ends = [-1] * len(CHANNELS)
    for channel, first, end, score in sorted(found, key=lambda m: (m[1], m[0])):
        if first < ends[channel]:
            continue  # two windows saw one mention with different beginnings
        ends[channel] = end
        type, form = CHANNELS[channel]
        span = trimmed(Span(int(pieces.starts[first]), int(pieces.ends[end - 1])), text)
        made.append(FoundMention(type, span, form, score))
    return tuple(made)
