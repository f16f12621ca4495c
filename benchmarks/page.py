"""Writes what was measured as one Markdown page."""

from __future__ import annotations

from collections.abc import Iterable

from benchmarks.figures import Section

HEAD = """# Benchmarks

Made by `python -m benchmarks --write`; do not edit it here. The commands run in the project's
folder, in its virtual environment. Texts that are not ours are read from `../shared/data`; where
that is missing, our own samples are read instead, or the row is left out.
"""


def page(machine: str, measured: Iterable[Section]) -> str:
    """The whole page: the machine in words, then the tables in the order given."""
    parts = [HEAD, f"Measured on: {machine}.\n"]
    parts += [table(section) for section in measured]
    return "\n".join(parts)


def table(section: Section) -> str:
    """One section: heading, what is counted, the command, the rows."""
    lines = [f"## {section.title}", ""]
    for paragraph in section.about:
        lines += [paragraph, ""]
    if section.command:
        lines += [f"    {section.command}", ""]
    lines += [_line(section.head), "|" + "---|" * len(section.head)]
    lines += [_line(row) for row in section.rows]
    return "\n".join(lines) + "\n"


def _line(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
