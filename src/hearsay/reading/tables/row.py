"""One row of a table, which knows the cells that nobody has asked it for yet."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hearsay.vocabulary.documents import Document, Passage
from hearsay.vocabulary.spans import Span, Spans
from hearsay.vocabulary.tables import cells_of

_PARTS = re.compile(r"[^;]+")


class Row:
    """A row's cells by column. What is asked for counts as used; the rest is `unused`."""

    __slots__ = ("_cells", "_lines", "_text", "_used", "number", "passage")

    def __init__(self, passage: Passage, text: str) -> None:
        self.passage = passage
        self.number = passage.row or passage.paragraph
        self._text = text
        self._cells = cells_of(text, passage.span)
        # Where the line of each cell begins, by where the cell does.
        self._lines = {s.start: s.start - len(column) - 2 for column, s in self._cells.items()}
        self._used: set[str] = set()

    def __contains__(self, column: str) -> bool:
        return column in self._cells

    def columns(self) -> tuple[str, ...]:
        """The columns of the filled cells, in the order of the text."""
        return tuple(self._cells)

    def value(self, column: str) -> str | None:
        """What stands in a cell; `None` where it is empty."""
        span = self._cells.get(column)
        if span is None:
            return None
        self._used.add(column)
        return self._text[span.start : span.end]

    def span(self, column: str) -> Span | None:
        """Where a cell's value stands."""
        return self._cells.get(column)

    def spans(self, *columns: str | None) -> Spans:
        """The values of those of the columns that are filled, in the order of the text."""
        found = {self._cells[c] for c in columns if c is not None and c in self._cells}
        return tuple(sorted(found))

    def lines(self, span: Span) -> Spans:
        """A cell's span, or a part's of one, together with the name of its column."""
        begins = self._lines.get(span.start)
        if begins is not None:
            return (Span(begins, span.end),)
        for column, cell in self._cells.items():
            if cell.start <= span.start < cell.end:
                return (Span(cell.start - len(column) - 2, cell.start - 1), span)
        return (span,)

    def parts(self, column: str) -> Iterator[tuple[str, Span]]:
        """The entries of a cell that lists several, separated by semicolons."""
        words = self.value(column)
        span = self._cells.get(column)
        if words is None or span is None:
            return
        for found in _PARTS.finditer(words):
            entry = found[0].strip()
            if entry:
                begins = span.start + found.start() + found[0].index(entry)
                yield entry, Span(begins, begins + len(entry))

    def unused(self) -> list[str]:
        """The columns of filled cells that nobody has asked for."""
        return [column for column in self._cells if column not in self._used]


def rows_of(document: Document) -> Iterator[Row]:
    """Every row of a table's document, in order."""
    return (Row(p, document.text) for p in document.passages if p.kind == "table_row")
