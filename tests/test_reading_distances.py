"""How far apart mentions stand, and whether they share their words."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from hearsay.reading.distances import alike_buckets, distance_buckets, link_buckets

PLACES = st.lists(st.tuples(st.integers(0, 11), st.integers(0, 3)), min_size=1, max_size=12)


@given(st.lists(st.integers(0, 2), min_size=15, max_size=15), PLACES, PLACES)
def test_mentions_are_alike_by_all_their_pieces_or_by_the_last(
    ids: list[int], one: list[tuple[int, int]], other: list[tuple[int, int]]
) -> None:
    pairs = [((a, a + m), (b, b + n)) for (a, m), (b, n) in zip(one, other, strict=False)]
    left, right = (np.array([pair[side] for pair in pairs], np.int64) for side in (0, 1))
    words = [(ids[a : b + 1], ids[c : d + 1]) for (a, b), (c, d) in pairs]
    expected = [2 if x == y else 1 if x[-1] == y[-1] else 0 for x, y in words]
    assert alike_buckets(np.array(ids), left, right).tolist() == expected


def test_near_places_have_a_bucket_each_and_far_ones_share() -> None:
    cue = np.array([300], np.int64)
    buckets = distance_buckets(600, cue, cue)[0]
    assert buckets[292:309].tolist() == list(range(8, 25))
    assert buckets[300 + 9] == buckets[300 + 11] == 25
    assert set(buckets[300 + 128 :].tolist()) == {32}
    assert set(buckets[: 300 - 127].tolist()) == {0}


def test_mentions_that_overlap_stand_in_one_place() -> None:
    left, right = np.array([[3, 6]]), np.array([[5, 9]])
    assert link_buckets(left, right).tolist() == [16]
