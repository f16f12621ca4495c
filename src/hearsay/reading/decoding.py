"""From scores to spans: the best tag sequence that is possible at all (Viterbi, 1967).

Scores are averaged over the pieces of a word first, so that a span never cuts a word in two.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hearsay.reading.pieces import Ints, Pieces

Floats = NDArray[np.float32]

BIO_ALLOWED = np.array(
    [  # to: outside, begin, inside
        [True, True, False],  # from outside
        [True, True, True],  # from begin
        [True, True, True],  # from inside
    ]
)
PAIR_ALLOWED = np.array(
    [  # to: neither, source begins, goes on, content begins, goes on
        [True, True, False, True, False],
        [True, True, True, True, False],
        [True, True, True, True, False],
        [True, True, False, True, True],
        [True, True, False, True, True],
    ]
)


def log_softmax(logits: Floats) -> Floats:
    """Log-probabilities over the last axis."""
    # The few tags come first, so that each step runs over many numbers that lie side by side.
    tags = np.moveaxis(logits, -1, 0).copy()
    tags -= tags.max(0)
    tags -= np.log(np.exp(tags).sum(0))
    return np.ascontiguousarray(np.moveaxis(tags, 0, -1))


@dataclass(frozen=True, slots=True)
class Words:
    """Where the words of a run of pieces begin; `first` has one more entry, the end."""

    first: Ints
    opens: NDArray[np.bool_]
    """Whether a passage begins with a word: no name or cue goes on over a passage's end."""

    def __len__(self) -> int:
        return len(self.first) - 1

    def averaged(self, scores: Floats) -> Floats:
        """Scores [pieces, …] to [words, …] by the mean over each word's pieces."""
        sums = np.add.reduceat(scores, self.first[:-1], axis=0)
        sizes = np.diff(self.first).astype(np.float32).reshape(-1, *[1] * (scores.ndim - 1))
        out: Floats = np.divide(sums, sizes)
        return out


def words_of(pieces: Pieces, start: int, end: int) -> Words:
    """The words of pieces [start, end), counted from `start`; a cut word counts as one."""
    begins = ~pieces.continues[start:end]
    if end > start:
        begins[0] = True
    first = np.flatnonzero(begins)
    opens = pieces.layouts[start:end][first] % 4 == 3
    return Words(np.append(first, end - start).astype(np.int64), opens)


def best_path(scores: Floats, allowed: NDArray[np.bool_], lengths: Ints) -> Ints:
    """[sequences, steps, tags] log-probabilities to the best possible tags [sequences, steps].

    Tag 0 is "nothing" and may begin a sequence, as may every tag that may follow it. Steps past a
    sequence's length come back as 0.
    """
    count, steps, _ = scores.shape
    if not count or not steps:
        return np.zeros((count, steps), np.int64)
    past_end = np.arange(steps)[None, :] >= lengths[:, None]
    # Where each step's likeliest tag may follow the one before it, nothing has to be searched for;
    # that is so in two of three sequences.
    path: Ints = scores.argmax(2)
    path[past_end] = 0
    possible = allowed[0, path[:, 0]] & allowed[path[:, :-1], path[:, 1:]].all(1)
    open_ones = np.flatnonzero(~possible)
    if len(open_ones):
        path[open_ones] = _searched(scores[open_ones], allowed, past_end[open_ones])
    return path


def _searched(scores: Floats, allowed: NDArray[np.bool_], past_end: NDArray[np.bool_]) -> Ints:
    """The best possible tags by Viterbi's search, all sequences at once."""
    count, steps, tags = scores.shape
    barrier = np.where(allowed, 0.0, -1e9).astype(np.float32)[:, :, None]
    scores = np.where(past_end[:, :, None], np.eye(1, tags, dtype=np.float32) * 1e6, scores)
    # The sequences come last, so that each step runs over numbers that lie side by side.
    best = scores.transpose(1, 2, 0).copy()
    best[0] += barrier[0]
    for step in range(1, steps):
        best[step] += (best[step - 1][:, None] + barrier).max(0)
    path = np.zeros((steps, count), np.int64)
    path[-1] = best[-1].argmax(0)
    into = barrier[:, :, 0]
    for step in range(steps - 1, 0, -1):
        path[step - 1] = (best[step - 1] + into[:, path[step]]).argmax(0)
    path[past_end.T] = 0
    return path.T


def runs(tags: Ints, begin: int, inside: int) -> Iterator[tuple[int, int]]:
    """The half-open runs of one kind in a tag sequence."""
    begins = np.flatnonzero(tags == begin)
    stops = np.append(np.flatnonzero(tags != inside), len(tags))
    ends = stops[np.searchsorted(stops, begins, "right")]
    return zip(begins.tolist(), ends.tolist(), strict=True)


def runs_by_row(rows: Ints, begin: int, inside: int) -> list[list[tuple[int, int]]]:
    """For each of many tag sequences of one length, its runs of one kind."""
    count, steps = rows.shape
    found: list[list[tuple[int, int]]] = [[] for _ in range(count)]
    # A column of nothing after each row keeps the runs of all rows apart in one sequence.
    apart = np.pad(rows, ((0, 0), (0, 1))).ravel()
    for at, end in runs(apart, begin, inside):
        row, first = divmod(at, steps + 1)
        found[row].append((first, first + end - at))
    return found
