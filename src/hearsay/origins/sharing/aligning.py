"""Where two texts run alike: seeds of six words, joined and drawn out over small edits."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Ids = NDArray[np.int32]
Grams = NDArray[np.uint64]

SIZE = 6
"""Words in a seed. Six are seldom the same by chance, and a sentence that was edited still has
such a run left."""
GAP = 6
"""So many words on either side may differ between two seeds of one part."""
LEAST = 8
"""Words in a part: titles and set phrases ("the president of the United States") run to seven."""
_SEEN = 4
"""A gram that a text repeats is tried at so many of its places."""
_STEP = 2
_HOLD = 3
"""Beyond its last seed a part steps over up to two words where three after them are the same."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of words in one text and the stretch that runs like it in another, half-open."""

    left: tuple[int, int]
    right: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Alike:
    """What two texts have in common."""

    parts: list[Part]
    """In the order of the left one; no word of either text is in two of them."""
    grams: int
    """How many different runs of six words stand in both, exactly; 0 where there are no parts."""


def grams_of(ids: Ids, offsets: Sequence[int] = range(SIZE)) -> Grams:
    """A 64-bit number for each run of six words, by the place where it begins.

    With other `offsets` for so many words, or for words that do not follow each other.
    """
    size = len(ids) - max(offsets)
    if size <= 0:
        return np.zeros(0, np.uint64)
    words = mixed(ids.astype(np.uint64) + np.uint64(1))
    total = np.zeros(size, np.uint64)
    for offset in offsets:
        total *= _FACTOR
        total += words[offset : offset + size]
    return mixed(total)


def align(left: Ids, rights: Sequence[Ids]) -> list[Alike]:
    """What a text has in common with each of the others; all are looked at in one go."""
    if not rights:
        return []
    # Runs do not cross from one text into the next, as nothing holds the words between them.
    between = np.arange(-SIZE, 0, dtype=np.int32)
    together = np.concatenate([piece for ids in rights for piece in (ids, between)])
    ends = np.cumsum([len(ids) + SIZE for ids in rights])
    left_grams, right_grams = grams_of(left), grams_of(together)
    i, j = _matches(left_grams, right_grams)
    runs = _runs(i, j, len(left_grams))
    size, grams = len(rights), _different(right_grams, j, ends)
    alike: list[list[Run]] = [[] for _ in rights]
    for at, (a, b, length) in zip(
        np.searchsorted(ends, [run[1] for run in runs], side="right").tolist(), runs, strict=True
    ):
        alike[at].append((a, b - int(ends[at] - SIZE - len(rights[at])), length))
    found = []
    for at in range(size):
        parts = _parts(alike[at], left, rights[at])
        found.append(Alike(parts, grams[at] if parts else 0))
    return found


Run = tuple[int, int, int]
"""Where a stretch of the same words begins left and right, and how many words it has."""


def _different(grams: Grams, places: NDArray[np.int64], ends: NDArray[np.int64]) -> list[int]:
    """How many different grams stand at these places in each of the texts that end there."""
    texts = np.searchsorted(ends, places, side="right")
    order = np.lexsort((grams[places], texts))
    texts, held = texts[order], grams[places][order]
    new = np.ones(len(order), np.bool_)
    new[1:] = (texts[1:] != texts[:-1]) | (held[1:] != held[:-1])
    counts: list[int] = np.bincount(texts[new], minlength=len(ends)).tolist()
    return counts


def _parts(runs: list[Run], left: Ids, right: Ids) -> list[Part]:
    if sum(size for _, _, size in runs) < LEAST:
        return []
    parts = _drawn_out(_joined(_disjoint(runs)), left, right)
    return [p for p in parts if min(p.left[1] - p.left[0], p.right[1] - p.right[0]) >= LEAST]


_FACTOR = np.uint64(0x9E3779B97F4A7C15)


def mixed(numbers: Grams) -> Grams:
    """Numbers spread over 64 bits (the finaliser of splitmix64)."""
    numbers = (numbers ^ (numbers >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    numbers = (numbers ^ (numbers >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return numbers ^ (numbers >> np.uint64(31))


_LOW = np.uint64((1 << 15) - 1)


def _matches(left: Grams, right: Grams) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Where the same grams stand left and right, in the order of the right."""
    if not len(left):
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    order = np.argsort(left, kind="stable")
    ordered = left[order]
    # Most grams are in neither: their low bits tell so much faster than a search does.
    low = np.zeros(int(_LOW) + 1, np.bool_)
    low[left & _LOW] = True
    hits = np.flatnonzero(low[right & _LOW])
    first = np.searchsorted(ordered, right[hits])
    same = ordered[np.minimum(first, len(left) - 1)] == right[hits]
    hits, first = hits[same], first[same]
    wanted = right[hits]
    count = np.minimum(np.searchsorted(ordered, wanted, side="right") - first, _SEEN)
    before = np.cumsum(count) - count
    i = order[np.repeat(first - before, count) + np.arange(int(count.sum()))]
    return i, np.repeat(hits, count)


def _runs(i: NDArray[np.int64], j: NDArray[np.int64], width: int) -> list[Run]:
    """The longest stretches in which matches follow each other on both sides."""
    if not len(i):
        return []
    # On one diagonal, neighbours in a stretch differ by one.
    keys = np.sort((j - i + width) * (width + 1) + i)
    begins = np.flatnonzero(np.diff(keys, prepend=keys[0] - 2) != 1)
    lengths = np.diff(begins, append=len(keys)) + SIZE - 1
    diagonal, starts = np.divmod(keys[begins], width + 1)
    return list(
        zip(starts.tolist(), (starts + diagonal - width).tolist(), lengths.tolist(), strict=True)
    )


def _disjoint(runs: list[Run]) -> list[Run]:
    """The runs cut so that no word is in two of them, the longest first served; in left order."""
    ordered = sorted(runs)
    if all(i + n <= k and j + n <= m for (i, j, n), (k, m, _) in pairwise(ordered)):
        return ordered
    meeting = _meeting(runs, 0) | _meeting(runs, 1)
    if not meeting:
        return ordered
    kept: list[Run] = []
    lefts: list[_Taken] = []
    rights: list[_Taken] = []
    for i, j, size in sorted(meeting, key=lambda r: (-r[2], r)):
        first, last = 0, size
        for at in sorted({*_touching(lefts, i, i + size), *_touching(rights, j, j + size)}):
            a, b, n = kept[at]
            for mine, other in ((i, a), (j, b)):
                if mine + first < other + n and other < mine + last:
                    if mine + first >= other:
                        first = other + n - mine
                    else:
                        last = other - mine
        if last - first >= min(size, SIZE // 2):
            insort(lefts, (i + first, i + last, len(kept)))
            insort(rights, (j + first, j + last, len(kept)))
            kept.append((i + first, j + first, last - first))
    return sorted([*kept, *(run for run in runs if run not in meeting)])


_Taken = tuple[int, int, int]
"""The words of one side from one up to another, and by which run they are taken."""


def _touching(taken: list[_Taken], first: int, last: int) -> Iterator[int]:
    """The runs that have taken any of these words; no word is taken twice."""
    at = bisect_left(taken, (last,))
    while at and taken[at - 1][1] > first:
        at -= 1
        yield taken[at][2]


def _meeting(runs: list[Run], side: int) -> set[Run]:
    """The runs that share a word with another one on the left (side 0) or the right (side 1)."""
    found: set[Run] = set()
    furthest, reach = (0, 0, 0), 0
    for run in sorted(runs, key=lambda r: r[side]):
        if run[side] < reach:
            found |= {run, furthest}
        if run[side] + run[2] > reach:
            furthest, reach = run, run[side] + run[2]
    return found


def _joined(seeds: list[Run]) -> list[Part]:
    """Neighbouring seeds made one part where only a few words stand between them."""
    parts: list[Part] = []
    for i, j, size in seeds:
        if parts:
            last = parts[-1]
            if i - last.left[1] <= GAP and 0 <= j - last.right[1] <= GAP:
                parts[-1] = Part((last.left[0], i + size), (last.right[0], j + size))
                continue
        parts.append(Part((i, i + size), (j, j + size)))
    return parts


def _drawn_out(parts: list[Part], left: Ids, right: Ids) -> list[Part]:
    """The parts, each drawn out over small edits as far as no other one is touched."""
    by_right = sorted(range(len(parts)), key=lambda at: parts[at].right)
    place = {at: n for n, at in enumerate(by_right)}
    done = list(parts)
    for at, part in enumerate(parts):
        n = place[at]
        low_i = done[at - 1].left[1] if at else 0
        low_j = done[by_right[n - 1]].right[1] if n else 0
        high_i = done[at + 1].left[0] if at + 1 < len(parts) else len(left)
        high_j = done[by_right[n + 1]].right[0] if n + 1 < len(parts) else len(right)
        i, j = part.left[1], part.right[1]
        more = _beyond(
            left[i : min(high_i, i + _FAR)].tolist(), right[j : min(high_j, j + _FAR)].tolist()
        )
        k, m = part.left[0], part.right[0]
        less = _beyond(
            left[max(low_i, k - _FAR) : k][::-1].tolist(),
            right[max(low_j, m - _FAR) : m][::-1].tolist(),
        )
        done[at] = Part((k - less[0], i + more[0]), (m - less[1], j + more[1]))
    return done


_FAR = 40
"""Words beyond the last seed that are looked at: in more, a seed would have been found."""


def _beyond(left: list[int], right: list[int]) -> tuple[int, int]:
    """How far both go on alike over small edits."""
    i = j = 0
    while True:
        step = _edit(left[i : i + _STEP + _HOLD], right[j : j + _STEP + _HOLD])
        if step is None:
            return i, j
        i, j = i + step[0], j + step[1]
        while i < len(left) and j < len(right) and left[i] == right[j]:
            i, j = i + 1, j + 1


def _edit(left: list[int], right: list[int]) -> tuple[int, int] | None:
    """The smallest edit after which the words are the same again."""
    near = left[: _STEP + 1]
    if not any(word in near for word in right[: _STEP + 1]):
        return None
    for a, b in _EDITS:
        if left[a : a + _HOLD] == right[b : b + _HOLD] and len(left) >= a + _HOLD:
            return a, b
    return None


_EDITS = ((0, 0), (1, 1), (0, 1), (1, 0), (2, 2), (1, 2), (2, 1), (0, 2), (2, 0))
