"""Runs the network over documents and turns its scores into attributions and mentions."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from math import exp

import numpy as np

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
from hearsay.reading.found import FoundAttribution, FoundMention
from hearsay.reading.labels import BEGIN, CHANNELS, INSIDE
from hearsay.reading.network import Network, Scored
from hearsay.reading.pieces import Ints, Pieces, pieces_of
from hearsay.reading.trimming import trimmed
from hearsay.reading.windows import WINDOW, Window, windows_of
from hearsay.vocabulary.spans import Span, Spans

IMPOSSIBLE = -1e9
"""The log-probability of a tag that cannot be."""
CUE_BIAS = 0.0
"""Added to the log-odds of a cue."""
BEGIN_COSTS = np.zeros(5, np.float32)
"""Taken from the log-odds of each pair tag: what a source or content more must be worth."""
AHEAD = 64
"""Windows handed to the network before the first is decoded, so that it need not wait for us; their
scores take some 30 MB."""
TOGETHER = 32
"""Windows decoded together: each step of the decoding then does enough to be worth its call."""


_WORD = re.compile(r"\w+")
_KINDS = frozenset(("Person", "Organization", "Place"))
_ARTICLES = frozenset(("the", "a", "an", "and", "of"))


@dataclass(frozen=True, slots=True)
class Found:
    """All that the network finds in one text, in reading order."""

    mentions: tuple[FoundMention, ...]
    attributions: tuple[FoundAttribution, ...]


_Run = tuple[int, int, float]
"""First word, the one after the last, and how sure."""
_Mention = tuple[int, int, int, float]
"""Channel, first piece, the one after the last, and how sure."""


@dataclass(frozen=True, slots=True)
class _Cue:
    """A cue as pieces [first, last] of its document, with what its window shows to belong to it."""

    first: int
    last: int
    score: float
    source: tuple[tuple[int, int], ...]
    content: tuple[tuple[int, int], ...]


@dataclass(slots=True)
class _Text:
    """A text on its way: what is found in it so far, and how many windows are still to come."""

    text: str
    pieces: Pieces
    to_come: int
    cues: list[_Cue] = field(default_factory=list)
    mentions: list[_Mention] = field(default_factory=list)

    def found(self) -> Found:
        return Found(
            _mentions(self.mentions, self.pieces, self.text),
            _attributions(self.cues, self.pieces, self.text),
        )


@dataclass(frozen=True, slots=True)
class _Job:
    """One window to look at: of which text, and for a second look at which cue only."""

    of: _Text
    window: Window
    only: tuple[int, int] | None = None


def find(network: Network, texts: Iterable[tuple[str, Sequence[Span]]]) -> list[Found]:
    """What the network finds in each text, of which only the passages given are read."""
    return list(find_each(network, texts))


def find_each(network: Network, texts: Iterable[tuple[str, Sequence[Span]]]) -> Iterator[Found]:
    """The same one by one, in order. The network begins at once, before the first is asked for,
    and reads on while something is made of what it found."""
    return _Looking(network, texts).found()


class _Looking:
    """Windows under way in the network, and the texts that they belong to, both in order."""

    def __init__(self, network: Network, texts: Iterable[tuple[str, Sequence[Span]]]) -> None:
        self._network = network
        self._texts: deque[_Text] = deque()
        self._first_looks = self._jobs(texts)
        self._second_looks: deque[_Job] = deque()
        self._under_way: deque[tuple[_Job, Future[Scored]]] = deque()
        self._look_ahead()

    def found(self) -> Iterator[Found]:
        while self._under_way:
            size = min(TOGETHER, len(self._under_way))
            group = [self._under_way.popleft() for _ in range(size)]
            self._look_ahead()
            self._decode([job for job, _ in group], [scored.result() for _, scored in group])
            self._look_ahead()
            while self._texts and not self._texts[0].to_come:
                yield self._texts.popleft().found()
        while self._texts:
            yield self._texts.popleft().found()

    def _jobs(self, texts: Iterable[tuple[str, Sequence[Span]]]) -> Iterator[_Job]:
        for text, passages in texts:
            pieces = pieces_of(text, passages)
            windows = windows_of(pieces)
            of = _Text(text, pieces, len(windows))
            self._texts.append(of)
            for window in windows:
                yield _Job(of, window)

    def _look_ahead(self) -> None:
        while len(self._under_way) < AHEAD:
            if self._second_looks:
                job = self._second_looks.popleft()
            elif (next_job := next(self._first_looks, None)) is not None:
                job = next_job
            else:
                return
            self._under_way.append((job, self._network.tag(job.of.pieces, job.window)))

    def _decode(self, jobs: Sequence[_Job], scored: Sequence[Scored]) -> None:
        for job, cues, mentions in _looked(self._network, jobs, scored):
            total = len(job.of.pieces)
            torn = [c for c in cues if job.only is None and _cut(c, job.window, job.of.pieces)]
            job.of.cues += [c for c in cues if c not in torn]
            job.of.mentions += mentions
            job.of.to_come += len(torn) - 1
            self._second_looks += [_second_look(job, cue, total) for cue in torn]


def _looked(
    network: Network, jobs: Sequence[_Job], scored: Sequence[Scored]
) -> Iterator[tuple[_Job, list[_Cue], list[_Mention]]]:
    words = [words_of(j.of.pieces, j.window.start, j.window.end) for j in jobs]
    chosen, mentions = [], []
    for job, word, (cue_runs, mention_runs) in zip(
        jobs, words, _token_tags(scored, words), strict=True
    ):
        if job.only is None:
            chosen.append(_owned_cues(cue_runs, word, job.window))
            mentions.append(_owned_mentions(mention_runs, word, job.window))
        else:
            first, last = job.only
            chosen.append([(first - job.window.start, last - job.window.start, 1.0)])
            mentions.append([])
    paired = _paired(network, scored, words, [job.window for job in jobs], chosen)
    yield from zip(jobs, paired, mentions, strict=True)


def _token_tags(
    scored: Sequence[Scored], words: Sequence[Words]
) -> list[tuple[list[_Run], list[_Mention]]]:
    """For each window its cue runs and its mention runs (channel, first, end) in words."""
    steps = max(len(w) for w in words)
    tracks = 1 + len(CHANNELS)
    scores = np.zeros((len(scored), tracks, steps, 3), np.float32)
    for row, (one, word) in enumerate(zip(scored, words, strict=True)):
        both = np.concatenate([one.cue[:, None], one.mention], axis=1)
        averaged = log_softmax(word.averaged(both))
        averaged[word.opens, :, INSIDE] = IMPOSSIBLE
        scores[row, :, : len(word)] = averaged.transpose(1, 0, 2)
    scores[:, 0, :, 1:] += CUE_BIAS
    lengths = np.array([len(w) for w in words], np.int64)
    # Rows in which nothing is likely hold no span; leaving them out saves most of the work.
    lively = (scores[..., 0] < np.log(0.6)).any(-1)
    rows, columns = np.nonzero(lively)
    chosen = scores[rows, columns]
    paths = best_path(chosen, BIO_ALLOWED, lengths[rows])
    sure = np.take_along_axis(chosen, paths[:, :, None], 2)[:, :, 0]
    out: list[tuple[list[_Run], list[_Mention]]] = [([], []) for _ in scored]
    for number, found in enumerate(runs_by_row(paths, BEGIN, INSIDE)):
        cues, mentions = out[rows[number]]
        channel = int(columns[number]) - 1
        for first, end in found:
            score = exp(sure[number, first:end].sum() / (end - first))
            if channel < 0:
                cues.append((first, end, score))
            else:
                mentions.append((channel, first, end, score))
    return out


def _owned_cues(found: list[_Run], words: Words, window: Window) -> list[_Run]:
    """Cues as pieces [first, last] of the window, those that another window owns left out."""
    pieces = [(int(words.first[a]), int(words.first[b]) - 1, score) for a, b, score in found]
    return [
        (first, last, score)
        for first, last, score in pieces
        if window.own_start <= first + window.start < window.own_end
    ]


def _owned_mentions(found: list[_Mention], words: Words, window: Window) -> list[_Mention]:
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
    logits = [
        network.pair(
            scored[number].hidden,
            np.array([first for first, _, _ in cues[number]], np.int64),
            np.array([last for _, last, _ in cues[number]], np.int64),
        )
        for number in held
    ]
    averaged = [
        log_softmax(words[number].averaged(one.transpose(1, 0, 2))).transpose(1, 0, 2)
        for number, one in zip(held, logits, strict=True)
    ]
    paths = _pair_paths(averaged)
    sources, contents = runs_by_row(paths, 1, 2), runs_by_row(paths, 3, 4)
    out: list[list[_Cue]] = [[] for _ in cues]
    at = 0
    for number, scores in zip(held, averaged, strict=True):
        word, window = words[number], windows[number]
        for (first, last, score), row in zip(cues[number], scores, strict=True):
            out[number].append(
                _Cue(
                    window.start + first,
                    window.start + last,
                    score * _sureness(row, paths[at, : len(word)]),
                    _pieces(sources[at], word, window),
                    _pieces(contents[at], word, window),
                )
            )
            at += 1
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
    found: Sequence[tuple[int, int]], words: Words, window: Window
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
    return _Job(job.of, Window(start, end, start, end), (cue.first, cue.last))


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


def _mentions(found: list[_Mention], pieces: Pieces, text: str) -> tuple[FoundMention, ...]:
    made: list[FoundMention] = []
    ends = [-1] * len(CHANNELS)
    for channel, first, end, score in sorted(found, key=lambda m: (m[1], m[0])):
        if first < ends[channel]:
            continue  # two windows saw one mention with different beginnings
        ends[channel] = end
        type, form = CHANNELS[channel]
        span = trimmed(Span(int(pieces.starts[first]), int(pieces.ends[end - 1])), text)
        made.append(FoundMention(type, span, form, score))
    ranks = [one for one in made if one.type == "Rank"]
    return tuple(
        one
        for one in _one_kind_each(made)
        if _names_something(one.span.of(text)) and not _rank_alone(one, ranks)
    )


def _one_kind_each(made: Sequence[FoundMention]) -> list[FoundMention]:
    """Where one span is taken for two of person, organization and place, the surer one."""
    best: dict[Span, FoundMention] = {}
    for one in made:
        if one.type in _KINDS and (one.span not in best or best[one.span].score < one.score):
            best[one.span] = one
    return [one for one in made if one.type not in _KINDS or best[one.span] is one]


def _names_something(words: str) -> bool:
    """Whether a span holds a word or number beside articles; a stray mark or "the" does not."""
    return any(word.lower() not in _ARTICLES for word in _WORD.findall(words))


def _rank_alone(one: FoundMention, ranks: Sequence[FoundMention]) -> bool:
    """Whether a name is only a rank that stands before one ("Sen." of "Sen. Ben Sasse")."""
    return (one.type, one.form) == ("Person", "name") and any(
        rank.span.covers(one.span) and rank.score >= one.score for rank in ranks
    )
