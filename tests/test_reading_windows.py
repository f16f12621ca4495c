"""Windows: every piece is read, and owned by exactly one of them."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from hearsay.reading.pieces import Pieces
from hearsay.reading.windows import OVERLAP, WINDOW, windows_of


def made(length: int, passage_every: int = 0) -> Pieces:
    numbers = np.arange(length)
    layouts = np.ones(length, np.int64)
    if passage_every:
        layouts[::passage_every] = 3
    return Pieces(
        np.full(length, 2000), numbers * 2, numbers * 2 + 1, numbers * 0, layouts, numbers < 0
    )


@given(st.integers(0, 3000), st.integers(0, 90), st.integers(20, WINDOW))
def test_every_piece_is_owned_once_and_no_window_is_too_long(
    length: int, passage_every: int, first: int
) -> None:
    windows = windows_of(made(length, passage_every), first=first)
    owned = [place for w in windows for place in range(w.own_start, w.own_end)]
    assert owned == list(range(length))
    assert all(w.end - w.start <= WINDOW for w in windows)
    assert all(w.start <= w.own_start <= w.own_end <= w.end for w in windows)


def test_neighbouring_windows_share_no_more_than_the_overlap() -> None:
    windows = windows_of(made(2000))
    shared = [a.end - b.start for a, b in pairwise(windows)]
    assert max(shared) == OVERLAP


def test_a_window_ends_with_its_passage_where_one_ends_near() -> None:
    windows = windows_of(made(1000, passage_every=50))
    assert windows[0].end == 250


def test_a_short_text_is_one_window() -> None:
    assert len(windows_of(made(100))) == 1
