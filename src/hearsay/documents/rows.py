"""Writes the rows of a table into a document's text, each row a passage."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from hearsay.vocabulary.documents import Passage
from hearsay.vocabulary.spans import Span
from hearsay.vocabulary.tables import row_text

_BREAK = re.compile(r"[\r\n]")


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


class Line(NamedTuple):
    """A row as the file has it."""

    cells: list[str]
    begins: int
    """The line of the file on which it begins, counted from 1."""
    ends: int
    """The last line of it; a cell in quotation marks may run over several."""


class TooLong(NamedTuple):
    """A row that cannot be read: one of its cells holds more than `MOST_SIGNS` signs."""

    begins: int
    """The line of the file on which it begins."""


MOST_SIGNS = 1 << 24
"""A cell may hold a report, for which Python's own limit of 128 KB is too low; none holds 16 MB."""


def separated(text: str) -> Iterator[Line | TooLong]:
    """The rows of a table whose cells are separated by tabs, commas or semicolons.

    What separates them is what stands most often in the first line. A line ends where CSV (RFC
    4180) and spreadsheets end it; other signs at which Unicode ends one stay in their cells. What
    is `TooLong` comes last, as where the next row begins is not known.
    """
    csv.field_size_limit(MOST_SIGNS)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(text))
    while True:
        begins = lines.line_num + 1
        try:
            cells = next(lines, None)
        except csv.Error:
            # Read leniently, as here, there is nothing else that it refuses.
            yield TooLong(begins)
            return
        if cells is None:
            return
        yield Line(cells, begins, lines.line_num)


def delimiter_of(text: str) -> str:
    """The sign that separates the cells of the first line."""
    first = first_line(text)
    return max("\t,;", key=first.count)


def first_line(text: str) -> str:
    """Everything up to the first line break."""
    return text[: found.start()] if (found := _BREAK.search(text)) else text


def named(columns: Sequence[str], row: Sequence[str]) -> list[tuple[str, str]]:
    """The row's cells with their columns; cells past the last column get its number."""
    cells = list(zip(columns, row, strict=False))
    extra = row[len(columns) :]
    return cells + [(f"column {len(columns) + n}", v) for n, v in enumerate(extra, 1)]
