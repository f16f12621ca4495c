"""Writes the rows of a table into a document's text, each row a passage."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence

from hearsay.vocabulary.documents import Passage
from hearsay.vocabulary.spans import Span
from hearsay.vocabulary.tables import row_text


class Rows:
    """A document's text as it grows, row by row."""

    def __init__(self) -> None:
        self.passages: list[Passage] = []
        self._parts: list[str] = []
        self._length = 0

    def add(
        self,
        cells: Iterable[tuple[str, str]],
        *,
        row: int,
        label: str | None = None,
        page: int | None = None,
    ) -> Passage:
        """One row more; `row` counts from 1, `label` says which table it stands in."""
        words = row_text(cells)
        span = Span(self._length, self._length + len(words))
        passage = Passage(span, "table_row", len(self.passages) + 1, page, row, label)
        self._parts += (words, "\n\n")
        self._length += len(words) + 2
        self.passages.append(passage)
        return passage

    @property
    def text(self) -> str:
        """All rows, an empty line between them."""
        return "".join(self._parts)


def separated(text: str) -> Iterator[list[str]]:
    """The rows of a table whose cells are separated by tabs, commas or semicolons.

    What separates them is what stands most often in the first line.
    """
    # A cell may hold a report; Python's own limit of 128 KB would lose the file.
    csv.field_size_limit(1 << 24)
    yield from csv.reader(text.splitlines(keepends=True), delimiter=delimiter_of(text))


def delimiter_of(text: str) -> str:
    """The sign that separates the cells of the first line."""
    first = text.split("\n", 1)[0]
    return max("\t,;", key=first.count)


def named(columns: Sequence[str], row: Sequence[str]) -> list[tuple[str, str]]:
    """The row's cells with their columns; cells past the last column get its number."""
    cells = list(zip(columns, row, strict=False))
    extra = row[len(columns) :]
    return cells + [(f"column {len(columns) + n}", v) for n, v in enumerate(extra, 1)]
