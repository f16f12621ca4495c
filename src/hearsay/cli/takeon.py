"""How what a superior takes on from those under it looks in the terminal."""

from __future__ import annotations

from collections.abc import Iterator

from hearsay.cli.branches import set_in
from hearsay.cli.said import row_lines
from hearsay.cli.wrapping import BOLD, DIM, PLAIN, WARNING
from hearsay.outputs.picture.saying import Saying
from hearsay.outputs.picture.takeon import MORE, TITLE, WORKED_OUT, taken_together, taken_words
from hearsay.picture.takeon import TakeOn

_FEW = 8
"""Things that are shown where not all are asked for."""


def takeon_lines(taken: TakeOn, saying: Saying, width: int, *, every: bool) -> Iterator[str]:
    """A heading that says that it is worked out, then a line for each thing with its claims."""
    things = taken_together(taken)
    if not things:
        return
    yield from set_in([(TITLE, BOLD), (f" · {WORKED_OUT}", DIM)], width, "", "  ")
    shown = things if every else things[:_FEW]
    for together in shown:
        pieces = [("= ", DIM), (taken_words(together, saying), PLAIN)]
        yield from set_in(pieces, width, "  ", "    ")
        rows = [row for one in (together if every else together[:1]) for row in one.rows]
        yield from row_lines(rows, width, "      ", every=every)
    if len(things) > len(shown):
        left = f"and {len(things) - len(shown):,} more (--all)"
        yield from set_in([(left, DIM)], width, "  ")
    if taken.more:
        yield from set_in([(MORE, WARNING)], width, "  ")
