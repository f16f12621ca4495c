"""Reads a table of values parted by tabs, from a file or from standard input."""

from __future__ import annotations

import io
import os
import stat
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from hearsay.vocabulary.errors import Misuse


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row of a table; a column that the table has not is empty."""

    where: str
    """The file and the line, as an error names them."""
    cells: dict[str, str]

    def text(self, column: str) -> str:
        """What stands in the column."""
        return self.cells.get(column, "")

    def number(self, column: str) -> int:
        """The whole number in the column, 0 or more."""
        cell = self.text(column).strip()
        if not (cell.isascii() and cell.isdigit() and len(cell) < 19):
            found = f'"{cell[:40]}"' if cell else "empty"
            raise Misuse(f"{self.where}: {column} is {found}. Write a whole number, 0 or more.")
        return int(cell)


def read_table(path: str, *, columns: Sequence[str], needed: Sequence[str]) -> Iterator[TableRow]:
    """Each row below the heading; `path` may be `-` for standard input.

    `columns` are those that the table can have and `needed` those that it must have; others are
    passed over. Raises `Misuse`, naming the file and the line, for what is no such table.
    """
    name = "standard input" if path == "-" else path
    wanted = f"Its first line has to name these columns, parted by tabs: {', '.join(columns)}."
    with _lines(path, name, wanted) as lines:
        numbered = ((n, line.rstrip("\r\n")) for n, line in enumerate(lines, 1))
        filled = ((n, line.split("\t")) for n, line in numbered if line.strip())
        heading = next(filled, None)
        if heading is None:
            raise Misuse(f"{name}: empty. {wanted}")
        held = [cell.strip() for cell in heading[1]]
        missing = [column for column in needed if column not in held]
        if missing:
            s = "" if len(missing) == 1 else "s"
            raise Misuse(f"{name}: no column{s} {' and '.join(missing)}. {wanted}")
        for number, cells in filled:
            yield TableRow(f"{name}, line {number}", dict(zip(held, cells, strict=False)))


@contextmanager
def _lines(path: str, name: str, wanted: str) -> Iterator[io.TextIOBase]:
    """The lines of the file or of standard input; nothing is waited for that may never come."""
    try:
        if path == "-":
            with _standard_input() as lines:
                yield lines
            return
        # Opening a pipe that nobody writes to would wait for ever.
        mode = os.stat(path).st_mode
        if stat.S_ISDIR(mode):
            raise Misuse(f"{name}: a folder. Name the file with the table.")
        if not stat.S_ISREG(mode):
            raise Misuse(
                f"{name}: not an ordinary file (a device, pipe or socket). "
                "Pipe what it gives into the command, and name - for the file."
            )
        with open(path, encoding="utf-8-sig", newline="") as lines:
            yield lines
    except UnicodeDecodeError:
        raise Misuse(f"{name}: not UTF-8 text. Save the table as UTF-8. {wanted}") from None
    except FileNotFoundError:
        raise Misuse(f"{name}: no such file. Check its name.") from None


@contextmanager
def _standard_input() -> Iterator[io.TextIOBase]:
    if sys.stdin is None:
        raise Misuse("standard input: closed. Pipe the table in, or name its file.")
    lines = io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8-sig", newline="")
    try:
        yield lines
    finally:
        lines.detach()  # standard input itself stays open
