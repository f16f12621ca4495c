"""Breaks styled words into lines that fit a terminal, without changing a word."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

import click


@dataclass(frozen=True, slots=True)
class Style:
    """How a character looks where a terminal has colours."""

    fg: str | None = None
    bold: bool = False
    dim: bool = False
    underline: bool = False


PLAIN = Style()
DIM = Style(dim=True)
BOLD = Style(bold=True)
WARNING = Style(fg="yellow")
MARKED = Style(fg="yellow", bold=True)

Piece = tuple[str, Style]
"""Some characters and how they look."""

_JOINERS = "\u200c\u200d"
"""They shape Persian and Indic words, and steer nothing."""


def harmless(text: str) -> str:
    """The same words without signs that could steer a terminal; its length may change.

    White space becomes a space; marks that are not seen anyway (soft hyphens, marks of direction)
    go; what is left of controls becomes a space.
    """
    return "".join(_harmless(c) for c in text)


def _harmless(c: str) -> str:
    if c.isprintable() or c in _JOINERS:
        return c
    return "" if unicodedata.category(c) == "Cf" else " "


def wrapped(pieces: Iterable[Piece], width: int) -> list[str]:
    """Lines of at most `width` columns, broken at spaces; a longer word is cut where it ends."""
    lines: list[list[Piece]] = []
    line: list[Piece] = []
    used = 0
    for word in _words(pieces):
        wide = sum(columns(c) for c, _ in word)
        if line and used + 1 + wide > width:
            lines.append(line)
            line, used = [], 0
        if line:
            # A space between two letters of one style bears it too, so that a line under both
            # is not broken.
            line.append((" ", line[-1][1] if line[-1][1] == word[0][1] else PLAIN))
            used += 1
        for c, style in word:
            if used + columns(c) > width and line:
                lines.append(line)
                line, used = [], 0
            line.append((c, style))
            used += columns(c)
    if line:
        lines.append(line)
    return [_styled(line) for line in lines]


def columns(character: str) -> int:
    """How many columns of a terminal a character takes."""
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _words(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    characters = ((c, style) for text, style in pieces for c in harmless(text))
    for space, word in groupby(characters, key=lambda one: one[0].isspace()):
        if not space:
            yield list(word)


def _styled(line: list[Piece]) -> str:
    parts = []
    for style, piece in groupby(line, key=lambda one: one[1]):
        text = "".join(c for c, _ in piece)
        parts.append(text if style == PLAIN else _coloured(text, style))
    return "".join(parts)


def _coloured(text: str, style: Style) -> str:
    return click.style(
        text,
        fg=style.fg,
        bold=style.bold or None,
        dim=style.dim or None,
        underline=style.underline or None,
    )
