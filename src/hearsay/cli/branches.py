"""Lines that stand set in beside the branches of a tree."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import click

from hearsay.cli.wrapping import PLAIN, WARNING, Piece, columns, wrapped
from hearsay.outputs.wording import change_words
from hearsay.vocabulary.traces import Change

WIDEST = 100
"""Columns that are filled at most: longer lines are hard to follow."""
NARROWEST = 20
"""Columns that are filled at least."""
_ROOM = 12
"""Columns that words have at least; on a narrow terminal the margin gives way."""
OF_USE = 40
"""Columns of an entry of a tree: as long as an outlet and a date fit, it is set in further."""
STEP = 3
"""Columns by which what stands under an entry is set in."""


ALIKE = "≈"
"""The branch to a text that is like the one above it, where nothing shows which came first."""


@dataclass(frozen=True, slots=True)
class Guides:
    """What stands left of an entry: the branches of the tree around it."""

    first: str = ""
    """Before its first line."""
    rest: str = ""
    """Before its other lines, and before all that stands under it."""

    def under(self, *, last: bool, alike: bool = False) -> Guides:
        """The guides of an entry under this one, or of one alike that stands there all the same."""
        branch = ALIKE if alike else "─"
        if last:
            return Guides(f"{self.rest}└{branch} ", f"{self.rest}   ")
        return Guides(f"{self.rest}├{branch} ", f"{self.rest}│  ")


def fitting(width: int) -> int:
    """The width that is filled on a terminal so wide."""
    return max(NARROWEST, min(width, WIDEST))


def set_in(
    pieces: Iterable[Piece], width: int, first: str = "", rest: str | None = None
) -> Iterator[str]:
    """The words in lines that fit, each behind its guides."""
    rest = first if rest is None else rest
    first, rest = _narrowed(first, width), _narrowed(rest, width)
    margin = first
    for line in wrapped(pieces, width - max(_wide(first), _wide(rest))):
        yield _anchored(_guide(margin) + line)
        margin = rest


def changed(change: Change, sign: str = "", *, beside: bool = False) -> list[Piece]:
    """In what one text differs from another: `certainty: “thought to be” → left out`."""
    return [(f"{sign}{change.kind}: ", WARNING), (change_words(change, beside=beside), PLAIN)]


def _narrowed(margin: str, width: int) -> str:
    """A margin that leaves room for words: what stands nearest to them stays."""
    most = max(0, width - _ROOM)
    while margin and _wide(margin) > most:
        margin = margin[1:]
    return margin


def _wide(text: str) -> int:
    return sum(columns(c) for c in text)


def _guide(margin: str) -> str:
    if not margin.strip():
        return margin
    # `wrapped` would take the spaces between the branches.
    return click.style(margin, dim=True)


def _anchored(line: str) -> str:
    """The line with a mark after words written from the right, where a number follows them.

    Without it a terminal that turns such words takes "· 2022-02-10" for their continuation, and
    shows 10-02-2022.
    """
    return _RIGHT_THEN_NUMBER.sub("\\g<0>\u200e", line)


_RIGHT_THEN_NUMBER = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc](?=[^A-Za-z\u0590-\u08ff]*[0-9])"
)
