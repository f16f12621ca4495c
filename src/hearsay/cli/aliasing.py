"""Takes a table of names from a file for a command, and tells each line that cannot be meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearsay.cli.printing import count, one_line, tell
from hearsay.vocabulary.errors import Misuse

if TYPE_CHECKING:
    from hearsay.case import NamesOfOne


def rows_of(path: str) -> tuple[NamesOfOne, ...]:
    """The rows of a table; where any cannot be meant, all of those are told, and none is taken."""
    from hearsay.case.aliasing import read_aliases

    table = read_aliases(path)
    if len(table.wrong) == 1:
        raise Misuse(table.wrong[0])
    if table.wrong:
        for line in table.wrong:
            tell(one_line(line))
        raise Misuse(f"{path}: {count(len(table.wrong), 'line')} cannot be meant; none was taken.")
    return table.rows
