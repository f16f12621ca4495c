"""Decoding: the best possible tags, never impossible ones, never half a word."""

from __future__ import annotations

from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.reading.decoding import (
    BIO_ALLOWED,
    PAIR_ALLOWED,
    best_path,
    log_softmax,
    runs,
    words_of,
)
from hearsay.reading.pieces import pieces_of
from hearsay.vocabulary.spans import Span


@settings(max_examples=40)
@given(st.integers(1, 5), st.integers(0, 10_000), st.sampled_from([BIO_ALLOWED, PAIR_ALLOWED]))
def test_the_path_is_the_best_of_all_possible_ones(
    steps: int, seed: int, allowed: np.ndarray
) -> None:
    tags = len(allowed)
    scores = log_softmax(
        np.random.default_rng(seed).normal(size=(1, steps, tags)).astype(np.float32)
    )

    def total(path: tuple[int, ...]) -> float:
        before = (0, *path)
        possible = all(allowed[a, b] for a, b in zip(before, path, strict=False))
        return sum(float(scores[0, n, tag]) for n, tag in enumerate(path)) if possible else -1e9

    best = best_path(scores, allowed, np.array([steps]))[0]
    top = max(total(path) for path in product(range(tags), repeat=steps))
    assert abs(total(tuple(best.tolist())) - top) < 1e-4


def test_steps_past_the_end_of_a_sequence_stay_empty() -> None:
    scores = np.zeros((1, 6, 3), np.float32)
    scores[..., 1] = 5
    assert best_path(scores, BIO_ALLOWED, np.array([2]))[0, 2:].tolist() == [0, 0, 0, 0]


def test_two_spans_that_touch_stay_two() -> None:
    assert list(runs(np.array([0, 1, 2, 1, 2, 2, 0, 1]), 1, 2)) == [(1, 3), (3, 6), (7, 8)]


def test_the_first_word_of_a_passage_is_known_for_it() -> None:
    text = "It told\n\nThe Inspector"
    pieces = pieces_of(text, [Span(0, 7), Span(9, len(text))])
    assert words_of(pieces, 0, len(pieces)).opens.tolist() == [True, False, True, False]


def test_a_word_cut_into_pieces_is_one_word() -> None:
    text = "Mobilisation began"
    pieces = pieces_of(text, [Span(0, len(text))])
    assert len(pieces) > 2
    assert len(words_of(pieces, 0, len(pieces))) == 2
