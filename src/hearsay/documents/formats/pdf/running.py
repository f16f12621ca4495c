"""Sets running heads, feet and page numbers aside: what many pages repeat at their edges."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from hearsay.documents.formats.pdf.segments import Segment, rows_of

# How many rows from the upper and from the lower edge of a page are looked at.
_DEPTH = 3
# Text keeps at least this many line heights away from running heads; rows of a table do not.
_CLEAR = 0.8
_NUMBER = re.compile(r"\d+|\b[ivxlc]+\b", re.IGNORECASE)
_PAGE_NUMBER = re.compile(
    r"[\s|–—-]*(?:page|p\.)?\s*(?:\d{1,4}|[ivxlc]{1,7}|[A-Z]{1,2}-\d{1,3})(?:\s*(?:of|/)\s*\d{1,4})?"
    r"[\s|–—-]*",
    re.IGNORECASE,
)

_Row = list[Segment]
_Seen = dict[tuple[str, int], set[int]]


def running_lines(pages: Sequence[Sequence[Segment]], heights: Sequence[float]) -> list[set[int]]:
    """For each page the ids (`id()`) of the segments that are no part of its text."""
    rows = [rows_of(segments) for segments in pages]
    seen: _Seen = defaultdict(set)
    for number, (page, height) in enumerate(zip(rows, heights, strict=True)):
        for row in (*_upper(page, height)[0], *_lower(page, height)[0]):
            seen[_key(row)].add(number)
            seen[_exactly(row)].add(number)
    return [
        {
            id(segment)
            for edge, inner in (_upper(page, height), _lower(page, height))
            for row in _outermost(edge, inner, _Repeats(seen, number, len(pages)))
            for segment in row
        }
        for number, (page, height) in enumerate(zip(rows, heights, strict=True))
    ]


def _upper(rows: list[_Row], height: float) -> tuple[list[_Row], list[_Row]]:
    """The rows in the upper seventh of a page from its edge inwards, and the rows behind them."""
    edge = [row for row in rows[:_DEPTH] if row[0].bottom < height / 7]
    return edge, rows[1 : len(edge) + 4]


def _lower(rows: list[_Row], height: float) -> tuple[list[_Row], list[_Row]]:
    """The rows in the lower seventh of a page from its edge inwards, and the rows behind them."""
    turned = rows[::-1]
    edge = [row for row in turned[:_DEPTH] if row[0].top > height * 6 / 7]
    return edge, turned[1 : len(edge) + 4]


def _outermost(edge: list[_Row], inner: list[_Row], repeats: _Repeats) -> list[_Row]:
    """The rows that repeat, as far as a clear space parts them from the text."""
    found: list[_Row] = []
    for row in edge:
        if not repeats.holds(row):
            break
        found.append(row)
    while found and len(found) <= len(inner) and not repeats.surely(found[-1]):
        behind = inner[len(found) - 1 : len(found) + 3]
        gaps = [_gap(a, b) for a, b in pairwise([found[-1], *behind])]
        # Text stands closer together than to its running head; rows of a table all alike.
        if gaps[0] >= max(_CLEAR * found[-1][0].size, 1.3 * min(gaps[1:], default=0)):
            break
        found.pop()
    return found


def _gap(one: _Row, other: _Row) -> float:
    return max(other[0].top - one[0].bottom, one[0].top - other[0].bottom)


def _key(row: _Row) -> tuple[str, int]:
    return _pattern(row), round(row[0].bottom / 2)


def _exactly(row: _Row) -> tuple[str, int]:
    return "=" + " ".join(s.text() for s in row), round(row[0].bottom / 2)


def _pattern(row: _Row) -> str:
    """The words of a row, its numbers left open."""
    return _NUMBER.sub("#", " ".join(s.text() for s in row)).casefold()


@dataclass(frozen=True, slots=True)
class _Repeats:
    """What stands at the edges of all pages, asked from one of them."""

    seen: _Seen
    page: int
    pages: int

    def holds(self, row: _Row) -> bool:
        """Whether a row repeats at its height on pages nearby, or numbers its page."""
        if _numbers_page(row):
            return True
        pattern, height = _key(row)
        if not pattern.strip("#. "):
            return False
        pages = {p for step in (-1, 0, 1) for p in self.seen.get((pattern, height + step), ())}
        # Left and right pages have their own heads, so the next one may be two pages away.
        near = any(0 < abs(page - self.page) <= 2 for page in pages)
        # A document of up to four pages can show a head twice at most.
        return near and len(pages) >= (2 if self.pages <= 4 else 3)

    def surely(self, row: _Row) -> bool:
        """Whether the very same words stand there on many pages, or it is a page number.

        A page that is full has no clear space before its foot. Headings of tables repeat too, but
        in more pieces.
        """
        if _numbers_page(row):
            return True
        words, height = _exactly(row)
        pages = {p for step in (-1, 0, 1) for p in self.seen.get((words, height + step), ())}
        return len(row) <= 3 and len(pages) >= max(3, 0.3 * self.pages)


def _numbers_page(row: _Row) -> bool:
    return _PAGE_NUMBER.fullmatch(" ".join(s.text() for s in row)) is not None
