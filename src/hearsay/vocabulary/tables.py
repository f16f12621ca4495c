"""How a row of an imported table stands in a document's text, so that each cell has its span.

A row is one passage, one cell a line: `Name:⇥Tarek Olin;` and below it `Organization:⇥Marsa Air
Command;`. Run together on one line it still reads as a sentence would. A format writes rows so
(`row_text`), and a reader finds their cells again (`cells_of`); neither need know the other.
Empty cells are left out, and white space within a cell that would break the layout is one blank.
"""

from __future__ import annotations

from collections.abc import Iterable

from hearsay.vocabulary.spans import Span, Spans

_AFTER_COLUMN = ":\t"
_AFTER_CELL = ";\n"


def row_text(cells: Iterable[tuple[str, str]]) -> str:
    """The text of a row whose cells are given as column and value."""
    lines = [
        f"{_plain(column)}{_AFTER_COLUMN}{value}"
        for column, held in cells
        if (value := _plain(held))
    ]
    return _AFTER_CELL.join(lines)


def cells_of(text: str, row: Span) -> dict[str, Span]:
    """Where each cell of a row stands in a document's text, by its column."""
    found: dict[str, Span] = {}
    at = row.start
    for line in text[row.start : row.end].split(_AFTER_CELL):
        column, mark, value = line.partition(_AFTER_COLUMN)
        if mark:
            begins = at + len(column) + len(_AFTER_COLUMN)
            found[column] = Span(begins, begins + len(value))
        at += len(line) + len(_AFTER_CELL)
    return found


def are_cells(spans: Spans, text: str) -> bool:
    """Whether two spans or more are cells, or parts of cells, of rows written so."""
    return len(spans) > 1 and all(_is_in_cell(span, text) for span in spans)


def _is_in_cell(span: Span, text: str) -> bool:
    """Whether a span lies in one line that begins with a column's name."""
    begins = text.rfind("\n", 0, span.start) + 1
    ends = text.find("\n", span.start)
    whole = text[begins : ends if ends >= 0 else len(text)]
    return span.end <= begins + len(whole) and _AFTER_COLUMN in whole


def _plain(words: str) -> str:
    """The words as they stand, but for line breaks and tabs, and blanks at their ends."""
    if "\n" in words or "\t" in words or "\r" in words:
        words = words.replace("\r\n", " ").replace("\n", " ").replace("\t", " ").replace("\r", " ")
    return words.strip()
