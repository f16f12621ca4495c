"""How things look on a screen: colours, lists in JSON, words in one line."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from typing import Any

import click

from hearsay.outputs.json_text import json_line


def coloured() -> bool:
    """Whether standard output is a person's terminal that wants colours (https://no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def say(text: str = "") -> None:
    """Print a line of data."""
    click.echo(text, color=coloured())


def say_each(blocks: Iterable[list[str]]) -> bool:
    """Print a list's entries, each of some lines; whether there were any."""
    any_said = False
    for block in blocks:
        any_said = True
        for line in block:
            say(line)
    return any_said


def tell(text: str) -> None:
    """Print a message for the person, which is no data."""
    click.echo(text, err=True)


def styled(text: str) -> str:
    """The text with its colours where a terminal wants them, without them elsewhere."""
    return text if coloured() else click.unstyle(text)


def bold(text: str) -> str:
    """What to look at first."""
    return click.style(text, bold=True)


def dim(text: str) -> str:
    """What only stands by."""
    return click.style(text, dim=True)


def warning(text: str) -> str:
    """What the reader of a list must not miss."""
    return click.style(text, fg="yellow")


def one_line(text: str) -> str:
    """The words without their line breaks, and without signs that could steer a terminal."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def count(number: int, noun: str, plural: str | None = None) -> str:
    """`1 claim`, `12,345 claims`."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def print_list(values: Iterable[dict[str, Any]], form: str) -> None:
    """One JSON array (`json`), or one object a line (`jsonl`), written as they come."""
    if form == "jsonl":
        for value in values:
            click.echo(json_line(value))
        return
    between = "["
    for value in values:
        click.echo(f"{between}{json_line(value)}", nl=False)
        between = ",\n "
    click.echo("[]" if between == "[" else "]")
