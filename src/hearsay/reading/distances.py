"""How far apart pieces and mentions stand, in buckets that widen with distance, and how alike."""

from __future__ import annotations

import numpy as np

from hearsay.reading.labels import DISTANCES
from hearsay.reading.pieces import Ints


def distance_buckets(length: int, first: Ints, last: Ints) -> Ints:
    """[pairs, length] bucket numbers for cues that run from `first` to `last`, both included.

    Bucket 16 is the cue itself; one to eight pieces away have a bucket each, then half powers of
    two up to 128 and beyond, before and after.
    """
    places = np.arange(length)[None, :]
    before = np.minimum(places - first[:, None], 0)
    after = np.maximum(places - last[:, None], 0)
    return _buckets(before + after)


def link_buckets(left: Ints, right: Ints) -> Ints:
    """[links] bucket numbers for how far `right` stands from `left`, both [links, 2].

    Each is told by its first and last piece, both included; where they overlap, they are in the
    same place.
    """
    after = np.maximum(right[:, 0] - left[:, 1], 0)
    before = np.minimum(right[:, 1] - left[:, 0], 0)
    return _buckets(after + before)


def alike_buckets(ids: Ints, left: Ints, right: Ints) -> Ints:
    """[links] numbers for whether two mentions share their last piece (1) or all of them (2).

    `left` and `right` are [links, 2], first and last piece, both included, in `ids`.
    """
    bucket: Ints = np.where(ids[left[:, 1]] == ids[right[:, 1]], 1, 0)
    size = left[:, 1] - left[:, 0]
    same = np.flatnonzero(bucket & (size == right[:, 1] - right[:, 0]))
    # All rows at once, piece by piece from the last one back; shorter ones have been through.
    for back in range(1, int(size[same].max(initial=0)) + 1):
        through = size[same] < back
        same = same[through | (ids[left[same, 1] - back] == ids[right[same, 1] - back])]
    bucket[same] = 2
    return bucket


def _buckets(signed: Ints) -> Ints:
    buckets: Ints = _BUCKETS[np.clip(signed, -_FARTHEST, _FARTHEST) + _FARTHEST]
    return buckets


def _counted(signed: Ints) -> Ints:
    size = np.abs(signed)
    wide = 8 + np.ceil(2 * np.log2(np.maximum(size, 8) / 8)).astype(np.int64)
    middle = DISTANCES // 2
    bucket = np.minimum(np.where(size <= 8, size, wide), middle)
    buckets: Ints = (middle + np.sign(signed) * bucket).astype(np.int64)
    return buckets


_FARTHEST = 128
"""Pieces from which on all stand in one bucket."""
_BUCKETS = _counted(np.arange(-_FARTHEST, _FARTHEST + 1))
