"""Reads a table that a user keeps beside a case, row by row, and says what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from hearsay.documents.rows import Line, TooLong, separated
from hearsay.vocabulary.errors import Misuse

# An outlet with all its domains and aliases takes less; more is a quotation mark left open.
_MOST_SIGNS = 2000
_PARTED_BY = "|"


@dataclass(frozen=True, slots=True)
class Stated:
    """A row of the table."""

    line: int
    """Of the file, from 1, on which it begins."""
    where: str
    """The file and the line, as an error names them."""
    cells: dict[str, str]
    beyond: str
    """What stands beyond the last column; nothing may."""

    def one(self, column: str) -> str:
        """What stands in a column, on one line."""
        return " ".join(self.cells.get(column, "").split())

    def many(self, column: str) -> tuple[str, ...]:
        """What stands in a column, parted by vertical bars."""
        return tuple(part.strip() for part in self.one(column).split(_PARTED_BY) if part.strip())


def stated_in(path: str, *, columns: Sequence[str], needed: Sequence[str]) -> Iterator[Stated]:
    """The rows of a CSV file below its heading; raises where it is no such table."""
    heading: list[str] | None = None
    for line in separated(_text(path, needed)):
        where = f"{path}, line {line.begins}"
        if isinstance(line, TooLong) or max(map(len, line.cells), default=0) > _MOST_SIGNS:
            raise Misuse(
                f"{where}: a cell of more than {_MOST_SIGNS:,} signs. Close the quotation mark at "
                "its beginning, or shorten it."
            )
        if heading is None:
            heading = _heading(path, line, columns, needed)
        elif any(cell.strip() for cell in line.cells):
            beyond = [cell.strip() for cell in line.cells[len(heading) :] if cell.strip()]
            cells = dict(zip(heading, line.cells, strict=False))
            yield Stated(line.begins, where, cells, beyond[0] if beyond else "")
    if heading is None:
        _heading(path, Line([], 1, 1), columns, needed)


def told_to_write(needed: Sequence[str]) -> str:
    """What the first line of such a table has to be."""
    return f"Write a first line with the columns {_and(needed)}"


def beyond_the_last(row: Stated) -> str:
    """What to say of a cell that stands beyond the last column."""
    return (
        f'{row.where}: "{row.beyond}" stands beyond the last column. Put a name that holds what '
        "separates the cells in quotation marks."
    )


def has_letters(words: str) -> bool:
    """Whether there is anything in it to compare names by."""
    return any(sign.isalnum() for sign in words)


def _text(path: str, needed: Sequence[str]) -> str:
    try:
        # Line breaks as they are: those within a cell are a part of it.
        text = Path(path).read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Misuse(f"{path}: is no UTF-8 text. Save the table as CSV in UTF-8.") from None
    except OSError as problem:
        reason = problem.strerror or "it cannot be read"
        raise Misuse(
            f"{path}: {reason}. Name a CSV file with the columns {_and(needed)}."
        ) from None
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise Misuse(f"{path}, line {line}: holds a zero byte. Save the table as CSV in UTF-8.")
    return text


def _heading(path: str, first: Line, columns: Sequence[str], needed: Sequence[str]) -> list[str]:
    held = [name.strip().lower() for name in first.cells]
    missing = [name for name in needed if name not in held]
    if missing:
        raise Misuse(
            f"{path}: has no column {' and no column '.join(missing)}. {told_to_write(needed)}."
        )
    twice = [name for name in columns if held.count(name) > 1]
    if twice:
        raise Misuse(f"{path}: has the column {twice[0]} more than once. Leave one of them.")
    return held


def _and(names: Sequence[str]) -> str:
    *others, last = names
    return f"{', '.join(others)} and {last}" if others else last
