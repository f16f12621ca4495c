"""Finds tables on a page and keeps their rows whole, cells of several lines included.

A table is a run of rows of three or more cells that leave the same gutters free (two are enough
where lines are drawn). Its rows are told apart by drawn lines where there are enough of them, and
otherwise by the column whose every cell has one line.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from hearsay.documents.formats.pdf.segments import Segment, rows_of, split_at
from hearsay.documents.formats.pdf.words import Rule

# Columns of prose fill their width on most lines; cells of a table seldom do.
_FULL, _MOSTLY = 0.82, 0.6
# How far below a row, in line heights, the next row of the same table may begin.
_REACH = 3.2


@dataclass(frozen=True, slots=True)
class Row:
    """A table row: for each column the segments of its cell, from the top down."""

    cells: tuple[tuple[Segment, ...], ...]
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Table:
    """A table or the part of one that stands on one page."""

    rows: tuple[Row, ...]
    width: int
    """How many columns it has."""

    @property
    def top(self) -> float:
        """Where it begins."""
        return self.rows[0].top

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return self.rows[-1].bottom


@dataclass(slots=True)
class _Region:
    """Rows of segments that may be a table."""

    rows: list[list[Segment]] = field(default_factory=list)
    wide: list[list[Segment]] = field(default_factory=list)
    split: set[int] = field(default_factory=set)
    """Ids of segments that were replaced by their parts."""


def tables_of(
    segments: Sequence[Segment], rules: Sequence[Rule]
) -> tuple[list[Table], list[Segment]]:
    """The tables of a page, and the segments that stand in none."""
    tables: list[Table] = []
    taken: set[int] = set()
    for region in _regions(rows_of(segments), rules):
        taken_if_table = {id(s) for row in region.rows for s in row}
        columns = _with_heading_split(region)
        grid = _Grid(columns, (s for row in region.rows for s in row))
        if not _is_table(region, grid, rules):
            continue
        for part in _parts(region, grid):
            if rows := _rows(part, grid, rules):
                tables.append(Table(tuple(rows), len(grid.columns)))
                kept = {id(s) for row in rows for cell in row.cells for s in cell}
                taken |= kept | (taken_if_table & region.split)
    return tables, [s for s in segments if id(s) not in taken]


def _with_heading_split(region: _Region) -> list[tuple[float, float]]:
    """The columns; headings that nearly touch are parted where the rows below them are."""
    columns = _columns(region.wide)
    below = _columns(region.wide[1:]) if len(region.wide) >= 3 else []
    if len(below) <= len(columns):
        return columns
    heading = region.wide[0]
    parted: list[Segment] = []
    for segment in heading:
        parts = split_at(segment, [x0 - 1.5 for x0, _ in below[1:]])
        if len(parts) > 1:
            region.split.add(id(segment))
        parted.extend(parts)
    region.rows[region.rows.index(heading)] = parted
    region.wide[0] = parted
    return below


def _regions(rows: Sequence[list[Segment]], rules: Sequence[Rule]) -> list[_Region]:
    """Runs of rows with at least three cells (two between lines), and what stands among them."""
    regions: list[_Region] = []
    waiting: list[list[Segment]] = []
    last_bottom = -1e9
    for row in rows:
        bottom = max(s.bottom for s in row)
        wide = len(row) >= 3 or (len(row) == 2 and _is_ruled(row, rules))
        if not wide:
            waiting.append(row)
            continue
        near = row[0].top - last_bottom <= _REACH * row[0].size
        if regions and (near or _chained(last_bottom, waiting, row)):
            regions[-1].rows.extend(waiting)
        else:
            # Lines of a tall first row may stand above the line that has all of its cells.
            lead = [r for r in waiting if row[0].top - r[0].bottom <= 1.5 * row[0].size]
            regions.append(_Region(rows=lead))
        waiting = []
        regions[-1].rows.append(row)
        regions[-1].wide.append(row)
        last_bottom = bottom
    if regions:
        tail = last_bottom
        for row in waiting:
            if row[0].top - tail > 1.5 * row[0].size:
                break
            regions[-1].rows.append(row)
            tail = row[0].bottom
    return regions


def _chained(bottom: float, waiting: Sequence[list[Segment]], row: list[Segment]) -> bool:
    """Whether the rows between leave no gap of more than a few lines."""
    for between in [*waiting, row]:
        if between[0].top - bottom > _REACH * between[0].size:
            return False
        bottom = max(s.bottom for s in between)
    return True


def _is_ruled(row: Sequence[Segment], rules: Sequence[Rule]) -> bool:
    """Whether lines are drawn close above and below a row, across all of it."""
    x0, x1 = row[0].x0, row[-1].x1
    size = row[0].size
    around = [r for r in rules if r.x0 <= x1 and r.x1 >= x0]
    above = any(0 <= row[0].top - r.y + 2 <= 3 * size for r in around)
    below = any(0 <= r.y - row[0].bottom + 2 <= 3 * size for r in around)
    return above and below


def _columns(wide: Sequence[list[Segment]]) -> list[tuple[float, float]]:
    """The ranges that cells cover, between gutters that (nearly) no row crosses."""
    low = int(min(s.x0 for row in wide for s in row))
    high = int(max(s.x1 for row in wide for s in row)) + 1
    covered = [0] * (high - low + 1)
    for row in wide:
        for segment in row:
            for x in range(int(segment.x0) - low, min(int(segment.x1) - low + 1, len(covered))):
                covered[x] += 1
    allowed = len(wide) * 0.03
    columns: list[tuple[float, float]] = []
    start: int | None = None
    for x, count in enumerate([*covered, 0]):
        if count > allowed and start is None:
            start = x
        elif count <= allowed and start is not None:
            columns.append((float(low + start), float(low + x)))
            start = None
    return columns


def _is_table(region: _Region, grid: _Grid, rules: Sequence[Rule]) -> bool:
    """Whether the rows are cells of a table and not lines of prose set in columns."""
    width = len(grid.columns)
    if width < 2 or len(region.wide) < 2:
        return False
    if width == 2 and not all(_is_ruled(row, rules) for row in region.wide):
        return False
    cells: list[list[Segment]] = [[] for _ in grid.columns]
    for segment in (s for row in region.wide for s in row):
        place = grid.column(segment)
        if place is not None:
            cells[place].append(segment)
    full = 0
    for (x0, x1), column in zip(grid.columns, cells, strict=True):
        filled = sum(s.width >= _FULL * (x1 - x0) for s in column)
        words = sum(len(s.words) for s in column) / max(1, len(column))
        full += filled >= _MOSTLY * len(column) and words >= 4
    return full * 2 < width


class _Grid:
    """The columns of a table, and for each segment the one it stands in."""

    def __init__(self, columns: list[tuple[float, float]], segments: Iterable[Segment]) -> None:
        self.columns = columns
        self._places = {id(s): self._place(s) for s in segments}

    def column(self, segment: Segment) -> int | None:
        """The column of a segment; `None` where it runs over two or stands outside."""
        return self._places[id(segment)]

    def _place(self, segment: Segment) -> int | None:
        if not self.columns or segment.x0 < self.columns[0][0] - 2.5:
            return None
        best, where = 0.0, None
        for i, (x0, x1) in enumerate(self.columns):
            overlap = min(segment.x1, x1 + 1) - max(segment.x0, x0 - 1)
            if overlap > best:
                best, where = overlap, i
        if where is None:
            return None
        # A line of a tall cell may be longer than any cell of one line; it stays between the
        # columns beside it all the same.
        left = self.columns[where - 1][1] if where else -1e9
        right = self.columns[where + 1][0] if where + 1 < len(self.columns) else 1e9
        inside = segment.x0 > left - 1 and segment.x1 < right + 1 and where > 0
        return where if inside or best >= 0.6 * segment.width else None


def _parts(region: _Region, grid: _Grid) -> list[list[Segment]]:
    """The region cut where a heading stands between rows: each part is one table."""
    parts: list[list[Segment]] = [[]]
    size = region.wide[0][0].size
    for place, row in enumerate(region.rows):
        if len(row) == 1 and _is_heading(region.rows, place, grid, size):
            parts.append([])
            continue
        if len(row) < 3 and any(grid.column(s) is None for s in row):
            parts.append([])
            continue
        parts[-1].extend(row)
    return [part for part in parts if any(len(row) >= 2 for row in rows_of(part))]


def _is_heading(rows: Sequence[list[Segment]], place: int, grid: _Grid, size: float) -> bool:
    """Whether a segment alone on its line is a heading and not one line of a taller cell."""
    segment = rows[place][0]
    if grid.column(segment) is None or abs(segment.size - size) > 0.08 * size:
        return True
    above = segment.top - rows[place - 1][0].bottom if place else 1e9
    below = rows[place + 1][0].top - segment.bottom if place + 1 < len(rows) else 1e9
    return above > 0.8 * size and below > 0.8 * size


def _rows(part: Sequence[Segment], grid: _Grid, rules: Sequence[Rule]) -> list[Row]:
    """The rows of one table."""
    columns = grid.columns
    cells: _Cells = []
    for segment in part:
        place = grid.column(segment)
        # A segment over several columns of a row that has others belongs where it begins.
        cells.append((segment, _begins_in(segment, columns) if place is None else place))
    bands = _bands(cells, columns, rules) or _anchored(cells, len(columns))
    rows: list[Row] = []
    for band in bands:
        by_column = tuple(
            tuple(sorted((s for s, c in band if c == place), key=lambda s: (s.bottom, s.x0)))
            for place in range(len(columns))
        )
        rows.append(Row(by_column, min(s.top for s, _ in band), max(s.bottom for s, _ in band)))
    return sorted(rows, key=lambda row: row.top)


def _begins_in(segment: Segment, columns: Sequence[tuple[float, float]]) -> int:
    return max((i for i, (x0, _) in enumerate(columns) if segment.x0 >= x0 - 3), default=0)


_Cells = list[tuple[Segment, int]]


def _bands(
    cells: _Cells, columns: Sequence[tuple[float, float]], rules: Sequence[Rule]
) -> list[_Cells]:
    """Rows between drawn lines; empty where the lines do not part every row from the next."""
    left, right = columns[0][0], columns[-1][1]
    top, bottom = min(s.top for s, _ in cells), max(s.bottom for s, _ in cells)
    edges = _edges([r for r in rules if top - 20 <= r.y <= bottom + 20], left, right)
    edges = [y for y in edges if not any(s.top + 1.5 < y < s.bottom - 1.5 for s, _ in cells)]
    if len(edges) < 3:
        return []
    bands: list[_Cells] = [[] for _ in range(len(edges) + 1)]
    for segment, place in cells:
        bands[bisect_right(edges, segment.middle)].append((segment, place))
    bands = [band for band in bands if band]
    # Lines drawn only under the heading and at the end part groups of rows, not rows.
    several = sum(_holds_rows(band) for band in bands)
    return bands if several <= 0.15 * len(bands) else []


def _holds_rows(band: _Cells) -> bool:
    """Whether most cells between two lines have several lines: these are several rows."""
    heights: dict[int, set[int]] = {}
    for segment, place in band:
        heights.setdefault(place, set()).add(round(segment.bottom))
    tall = sum(len(lines) > 1 for lines in heights.values())
    return tall >= 2 and tall * 2 > len(heights)


def _edges(rules: Sequence[Rule], left: float, right: float) -> list[float]:
    """Heights at which lines cross at least half of the table, drawn whole or cell by cell."""
    edges: list[float] = []
    group: list[Rule] = []
    for rule in [*sorted(rules, key=lambda r: r.y), Rule(0, 0, 1e9)]:
        if group and rule.y - group[-1].y > 1.2:
            reach = left
            covered = 0.0
            for r in sorted(group, key=lambda r: r.x0):
                covered += max(0.0, min(r.x1, right) - max(r.x0, reach))
                reach = max(reach, r.x1)
            if covered >= 0.5 * (right - left):
                edges.append(sum(r.y for r in group) / len(group))
            group = []
        group.append(rule)
    return edges


def _anchored(cells: _Cells, width: int) -> list[_Cells]:
    """Rows told apart by the column whose cells have one line each."""
    columns = [[s for s, c in cells if c == place] for place in range(width)]
    heights = rows_of([s for s, _ in cells])
    fullest = max(len(row) for row in heights)
    # Rows that have nearly all their cells at one height are certain; the anchor is the column
    # that stands in all of them and has the fewest lines besides.
    sure = [row for row in heights if len(row) >= max(2, 0.6 * fullest)]
    anchors = [row[0].bottom for row in sure]
    totals = [row[0].bottom for row in heights if len(row) >= 2 and row not in sure]
    anchors = sorted({*anchors, *(y for y in totals if _free(y, anchors, cells))})
    below = _hangs(columns, anchors)
    bands: list[_Cells] = [[] for _ in anchors]
    for segment, column in cells:
        near = min(range(len(anchors)), key=lambda i: abs(anchors[i] - segment.bottom))
        if below and anchors[near] > segment.bottom + 0.3 * segment.size and near > 0:
            near -= 1
        bands[near].append((segment, column))
    return [band for band in bands if band]


def _free(y: float, anchors: Sequence[float], cells: _Cells) -> bool:
    """Whether a row with few cells is a row of its own, not a second line of its neighbours."""
    size = cells[0][0].size
    return all(abs(y - anchor) > 0.9 * size for anchor in anchors) and not any(
        abs(s.bottom - y) < 0.3 * size and _continues(s, cells) for s, _ in cells
    )


def _continues(segment: Segment, cells: _Cells) -> bool:
    """Whether a line stands close under another line of the same column."""
    return any(
        abs(s.x0 - segment.x0) < 2 and 0 < segment.bottom - s.bottom < 1.18 * segment.size
        for s, _ in cells
    )


def _hangs(columns: Sequence[Sequence[Segment]], anchors: Sequence[float]) -> bool:
    """Whether tall cells hang from their row's first line (and are not centred on it)."""
    hanging = centred = 0
    closest = min((step for column in columns for step in _steps(column)), default=0.0)
    for column in columns:
        for cell in _tall_cells(column, closest):
            near = 0.3 * cell[0].size
            middle = (cell[0].bottom + cell[-1].bottom) / 2
            if any(abs(cell[0].bottom - y) <= near for y in anchors):
                hanging += 1
            elif any(abs(middle - y) <= near for y in anchors):
                centred += 1
    return hanging >= centred


def _steps(column: Sequence[Segment]) -> list[float]:
    """The distances between the lines of a column."""
    heights = sorted(s.bottom for s in column)
    return [b - a for a, b in pairwise(heights) if b - a > 1]


def _tall_cells(column: Sequence[Segment], closest: float) -> list[list[Segment]]:
    """Runs of lines that stand as close together as any two in the table."""
    runs: list[list[Segment]] = []
    for line in sorted(column, key=lambda s: s.bottom):
        if runs and line.bottom - runs[-1][-1].bottom <= 1.15 * closest:
            runs[-1].append(line)
        else:
            runs.append([line])
    return [run for run in runs if len(run) > 1]
