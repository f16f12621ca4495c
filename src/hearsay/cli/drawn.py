"""Writes a drawing into the file that was named for it, and over nothing but a drawing."""

from __future__ import annotations

import os

import click

from hearsay.cli.printing import one_line, tell
from hearsay.vocabulary.errors import Misuse

drawing_option = click.option(
    "--svg", "drawing", metavar="FILE", help="Draw it into this file as well."
)


def write_drawing(path: str, drawn: str) -> None:
    """Write an SVG file, and say so; what is there already and is no SVG stays."""
    try:
        if os.path.lexists(path) and not _is_drawing(path):
            raise Misuse(f"{path}: is there already and is no SVG. Name another file with --svg.")
        with open(path, "w", encoding="utf-8") as file:
            file.write(drawn)
    except OSError as problem:
        reason = problem.strerror or "it cannot be written"
        raise Misuse(f"{path}: {reason}. Name another file with --svg.") from None
    tell(f"Drawn: {one_line(path)}")


def _is_drawing(path: str) -> bool:
    """Whether what is there already is a plain SVG file, which may be drawn anew."""
    if os.path.islink(path) or not os.path.isfile(path):
        return False
    with open(path, "rb") as file:
        return file.read(4) == b"<svg"
