"""Joins words to segments: what stands side by side on one line without a wide gap."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from hearsay.documents.formats.pdf.words import Word

# Spaces in justified lines stretch to 0.7 of the type size; gutters and gaps between the cells of
# a table begin at about one.
_WIDEST_SPACE = 0.85


@dataclass(frozen=True, slots=True)
class Segment:
    """Words that stand on one line of type, side by side."""

    words: tuple[Word, ...]
    x0: float
    x1: float
    top: float
    bottom: float

    @property
    def size(self) -> float:
        """Height of the line of type."""
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        """How far down the page the middle of the line stands."""
        return (self.top + self.bottom) / 2

    @property
    def width(self) -> float:
        """From the first letter to the last."""
        return self.x1 - self.x0

    @property
    def bold(self) -> bool:
        """Whether it begins in bold type."""
        return self.words[0].bold

    def text(self) -> str:
        """Its words, note marks included."""
        return "".join(
            w.text if i == 0 or w.glued else f" {w.text}" for i, w in enumerate(self.words)
        )


def segments_of(words: Iterable[Word]) -> list[Segment]:
    """The segments of a page, in the order in which the page draws them."""
    runs: list[list[Word]] = []
    for word in words:
        if runs and _follows(runs[-1][-1], word):
            runs[-1].append(word)
        else:
            runs.append([word])
    return _merged([_segment(run) for run in runs])


def _follows(before: Word, word: Word) -> bool:
    size = max(before.size, word.size)
    if abs(before.bottom - word.bottom) > 0.3 * size:
        return False
    gap = word.x0 - before.x1
    return word.glued or -0.5 * size <= gap <= _WIDEST_SPACE * size


def _segment(run: Sequence[Word]) -> Segment:
    level = [w for w in run if not w.raised] or list(run)
    return Segment(
        tuple(run),
        min(w.x0 for w in run),
        max(w.x1 for w in run),
        median(w.top for w in level),
        median(w.bottom for w in level),
    )


def split_at(segment: Segment, edges: Sequence[float]) -> list[Segment]:
    """The segment, parted between words at the given distances from the page's left edge."""
    groups: dict[int, list[Word]] = {}
    for word in segment.words:
        groups.setdefault(sum(word.x0 >= edge for edge in edges), []).append(word)
    return [_segment(group) for group in groups.values()] if len(groups) > 1 else [segment]


def _merged(segments: list[Segment]) -> list[Segment]:
    """The same segments; those that the page draws apart but sets side by side made one."""
    rows = rows_of(segments)
    place = {id(s): i for i, s in enumerate(segments)}
    joined: list[tuple[int, Segment]] = []
    for row in rows:
        current = row[0]
        first = place[id(current)]
        for segment in row[1:]:
            if _follows(_last(current), segment.words[0]) and segment.x0 > current.x0:
                current = _segment((*current.words, *segment.words))
            else:
                joined.append((first, current))
                current, first = segment, place[id(segment)]
        joined.append((first, current))
    return [segment for _, segment in sorted(joined, key=lambda pair: pair[0])]


def _last(segment: Segment) -> Word:
    return max(segment.words, key=lambda w: w.x1)


def rows_of(segments: Iterable[Segment]) -> list[list[Segment]]:
    """Segments that stand at one height, from left to right; the rows from the top down."""
    rows: list[list[Segment]] = []
    for segment in sorted(segments, key=lambda s: (s.bottom, s.x0)):
        if rows and abs(rows[-1][0].bottom - segment.bottom) <= 0.3 * segment.size:
            rows[-1].append(segment)
        else:
            rows.append([segment])
    return [sorted(row, key=lambda s: s.x0) for row in rows]
