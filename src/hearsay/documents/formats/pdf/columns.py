"""Puts the lines of a page in reading order: down each column, bands of full width in between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from hearsay.documents.formats.pdf.segments import Segment

# A gutter narrower than a line is high would be a gap between words.
_NARROWEST = 0.8
_FEWEST_LINES = 3


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text in its column."""

    segments: tuple[Segment, ...]
    left: float
    """Where the column that it stands in begins."""
    right: float
    """Where that column ends."""
    flow: int
    """Counts the columns and bands of a page in reading order."""

    @property
    def first(self) -> Segment:
        """Its first stretch of words."""
        return self.segments[0]

    @property
    def top(self) -> float:
        """Where it begins, down the page."""
        return min(s.top for s in self.segments)

    @property
    def bottom(self) -> float:
        """Where it ends, down the page."""
        return max(s.bottom for s in self.segments)

    @property
    def size(self) -> float:
        """Height of its type."""
        return max(s.size for s in self.segments)

    @property
    def x0(self) -> float:
        """Where its words begin."""
        return self.segments[0].x0

    @property
    def x1(self) -> float:
        """Where its words end."""
        return self.segments[-1].x1

    def text(self) -> str:
        """Its words, note marks included."""
        return " ".join(s.text() for s in self.segments)


def lines_in_order(segments: Sequence[Segment]) -> list[Line]:
    """The lines of a page or of a part of one, as they are read."""
    lines: list[Line] = []
    for flow, column in enumerate(_cut(list(segments), 0)):
        lines.extend(_lines(column, flow))
    return lines


def _cut(segments: list[Segment], depth: int) -> list[list[Segment]]:
    """The segments in groups, each read from top to bottom, groups in reading order."""
    if len(segments) < 2 * _FEWEST_LINES or depth > 6:
        return [segments] if segments else []
    gutter = _gutter(segments)
    if gutter is None:
        return [segments]
    groups: list[list[Segment]] = []
    for band, crossing in _bands(segments, gutter):
        if crossing:
            groups.append(band)
            continue
        left = [s for s in band if s.x1 <= gutter[1]]
        right = [s for s in band if s.x1 > gutter[1]]
        groups.extend(_cut(left, depth + 1))
        groups.extend(_cut(right, depth + 1))
    return groups


def _gutter(segments: Sequence[Segment]) -> tuple[float, float] | None:
    """The free strip between two columns; `None` where the lines run across everywhere.

    A strip counts when lines stand on both sides of it at the same heights, long enough to be
    prose, and when it is as free as the bands of full width around the columns allow.
    """
    size = median(s.size for s in segments)
    left_edge, right_edge = min(s.x0 for s in segments), max(s.x1 for s in segments)
    best: tuple[float, float, float] | None = None
    for x0, x1 in _free_strips(segments, left_edge, right_edge, size):
        middle = (x0 + x1) / 2
        left = [s for s in segments if s.x1 <= middle]
        right = [s for s in segments if s.x0 >= middle]
        beside = _beside(left, right)
        if beside < _FEWEST_LINES or _typical(left) < 6 * size or _typical(right) < 6 * size:
            continue
        if best is None or beside * (x1 - x0) > best[0]:
            best = (beside * (x1 - x0), x0, x1)
    return (best[1], best[2]) if best else None


def _free_strips(
    segments: Sequence[Segment], left: float, right: float, size: float
) -> list[tuple[float, float]]:
    """Strips that the fewest lines cross, at least a line's height wide, inside the page."""
    low, high = int(left), int(right) + 1
    crossed = [0] * (high - low + 2)
    for s in segments:
        crossed[int(s.x0) - low] += 1
        crossed[int(s.x1) - low + 1] -= 1
    counts: list[int] = []
    running = 0
    for change in crossed:
        running += change
        counts.append(running)
    margin = int(0.12 * (high - low))
    inner = counts[margin : len(counts) - margin]
    if not inner:
        return []
    allowed = min(inner) + 0.05 * len(segments)
    strips: list[tuple[float, float]] = []
    start: int | None = None
    for x in range(margin, len(counts) - margin + 1):
        free = x < len(counts) - margin and counts[x] <= allowed
        if free and start is None:
            start = x
        elif not free and start is not None:
            if x - start >= _NARROWEST * size:
                strips.append((float(low + start), float(low + x)))
            start = None
    return strips


def _beside(left: Sequence[Segment], right: Sequence[Segment]) -> int:
    """How many lines on the left have one on the right at their height."""
    return sum(any(r.top < s.middle < r.bottom for r in right) for s in left)


def _typical(column: Sequence[Segment]) -> float:
    return median(s.width for s in column) if column else 0.0


def _bands(
    segments: Sequence[Segment], gutter: tuple[float, float]
) -> list[tuple[list[Segment], bool]]:
    """From the top down: bands of lines across the gutter, and bands of columns between them."""
    crossing = [s for s in segments if s.x0 < gutter[0] - 1 and s.x1 > gutter[1] + 1]
    beside = [s for s in segments if not (s.x0 < gutter[0] - 1 and s.x1 > gutter[1] + 1)]
    bands: list[tuple[list[Segment], bool]] = []
    for segment in sorted([*crossing, *beside], key=lambda s: s.middle):
        across = segment in crossing
        if bands and bands[-1][1] == across:
            bands[-1][0].append(segment)
        else:
            bands.append(([segment], across))
    return _short_ends(bands, gutter)


def _short_ends(
    bands: list[tuple[list[Segment], bool]], gutter: tuple[float, float]
) -> list[tuple[list[Segment], bool]]:
    """Give the short last line of a full-width paragraph back to it."""
    settled: list[tuple[list[Segment], bool]] = []
    for band, across in bands:
        right_tops = [s.top for s in band if s.x0 >= gutter[0] - 1]
        if across or (settled and not right_tops):
            if settled and settled[-1][1]:
                settled[-1][0].extend(band)
            else:
                settled.append((list(band), True))
            continue
        if settled and settled[-1][1]:
            above = settled[-1][0]
            low = max(s.bottom for s in above)
            first = min(band, key=lambda s: s.middle)
            tight = first.top - low < 0.6 * first.size
            if tight and right_tops and first.bottom < min(right_tops):
                above.append(first)
                band = [s for s in band if s is not first]
        settled.append((list(band), False))
    return settled


def _lines(column: Sequence[Segment], flow: int) -> list[Line]:
    """The segments of one column as lines from the top down."""
    left, right = min(s.x0 for s in column), max(s.x1 for s in column)
    rows: list[list[Segment]] = []
    for segment in sorted(column, key=lambda s: (s.bottom, s.x0)):
        if rows and abs(rows[-1][0].bottom - segment.bottom) <= 0.35 * segment.size:
            rows[-1].append(segment)
        else:
            rows.append([segment])
    return [Line(tuple(sorted(row, key=lambda s: s.x0)), left, right, flow) for row in rows]
