"""Sets running heads, running feet and page numbers aside: what many pages repeat at their edges."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from hearsay.documents.formats.pdf.segments import Segment, rows_of

# How many rows from the upper and from the lower edge of a page are looked at.
_DEPTH = 3
_NUMBER = re.compile(r"\d+|\b[ivxlc]+\b", re.IGNORECASE)
_PAGE_NUMBER = re.compile(
    r"[\s|–—-]*(?:page|p\.)?\s*(?:\d{1,4}|[ivxlc]{1,7}|[A-Z]{1,2}-\d{1,3})(?:\s*(?:of|/)\s*\d{1,4})?"
    r"[\s|–—-]*",
    re.IGNORECASE,
)


def running_lines(pages: Sequence[Sequence[Segment]], heights: Sequence[float]) -> list[set[int]]:
    """For each page the ids (`id()`) of the segments that are no part of its text."""
    seen: dict[tuple[str, int], list[int]] = defaultdict(list)
    edges: list[list[tuple[tuple[str, int], list[Segment]]]] = []
    for number, (segments, height) in enumerate(zip(pages, heights, strict=True)):
        found: list[tuple[tuple[str, int], list[Segment]]] = []
        for row in _edge_rows(segments, height):
            key = (_pattern(row), round(row[0].bottom / 6))
            found.append((key, row))
            seen[key].append(number)
        edges.append(found)
    return [
        {
            id(segment)
            for key, row in found
            if _is_running(key, row, seen, len(pages))
            for segment in row
        }
        for found in edges
    ]


def _edge_rows(segments: Sequence[Segment], height: float) -> list[list[Segment]]:
    """The first and last rows of a page, as far as they stand in its upper or lower seventh."""
    rows = rows_of(segments)
    upper = [row for row in rows[:_DEPTH] if row[0].bottom < height / 7]
    lower = [row for row in rows[-_DEPTH:] if row[0].top > height * 6 / 7]
    return [*upper, *(row for row in lower if row not in upper)]


def _pattern(row: Sequence[Segment]) -> str:
    """The words of a row, its numbers left open."""
    return _NUMBER.sub("#", " ".join(s.text() for s in row)).casefold()


def _is_running(
    key: tuple[str, int],
    row: Sequence[Segment],
    seen: dict[tuple[str, int], list[int]],
    pages: int,
) -> bool:
    """Whether a row stands at this height on at least three pages, or numbers its page."""
    pattern, height = key
    near = {page for step in (-1, 0, 1) for page in seen.get((pattern, height + step), ())}
    words = " ".join(s.text() for s in row)
    if _PAGE_NUMBER.fullmatch(words):
        return pages == 1 or len(near) >= 2 or words.strip().isdigit()
    # Two pages of a short document; in a longer one, chapters change their heads every few pages.
    return len(near) >= (2 if pages <= 4 else 3) and pattern.strip("#. ") != ""
