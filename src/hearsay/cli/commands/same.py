"""`hearsay same`: whether two names are of one person, unit or body, and why."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from hearsay.cli.printing import one_line, say_each, tell
from hearsay.outputs.json_text import json_line


@click.command(short_help="Say whether two names are of one person, unit or body, and why.")
@click.argument("left", required=False)
@click.argument("right", required=False)
@click.option("--left-context", metavar="T", default="", help="The words around the left name.")
@click.option("--right-context", metavar="T", default="", help="The words around the right name.")
@click.option(
    "--tsv",
    metavar="FILE",
    help="Answer for each row of a tab-separated file instead, - for standard input, one JSON "
    "object a line; columns: left, right, left_context, right_context.",
)
@click.option(
    "--aliases",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="A CSV table of names that are one, which comes before Hearsay's own; columns: entity, "
    "kind, country, names (parted by a vertical bar), source.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def command(
    left: str | None,
    right: str | None,
    left_context: str,
    right_context: str,
    tsv: str | None,
    aliases: Path | None,
    as_json: bool,
) -> None:
    """Print whether LEFT and RIGHT are names of one person, unit, ministry or other body, how
    sure that is, and the reasons. Renamed bodies are the same; a part and its whole, kin, and
    successors in a post are not.
    """
    from hearsay.outputs.sameness import sameness_shape
    from hearsay.resolution.resolver import Resolver

    if tsv is not None and (left is not None or left_context or right_context):
        raise click.UsageError("Give two names, or a file of them with --tsv.")
    if tsv is None and right is None:
        raise click.UsageError("Give two names, or a file of them with --tsv.")
    resolver = Resolver.supplied(aliases)
    if tsv is not None:
        if tsv == "-" and sys.stdin is not None and sys.stdin.isatty():
            tell("Waiting for a table on standard input; end it with Ctrl-D.")
        rows = _rows(tsv)
        answers = (
            resolver.same(one, other, left_context=here, right_context=there)
            for one, other, here, there in rows
        )
        if not say_each([json_line(sameness_shape(answer))] for answer in answers):
            tell(f"{one_line(tsv)}: only a heading, no rows below it.")
        return
    assert left is not None
    assert right is not None
    answer = resolver.same(left, right, left_context=left_context, right_context=right_context)
    if as_json:
        click.echo(json_line(sameness_shape(answer)))
        return
    click.echo(f"{'same' if answer.same else 'not the same'} ({answer.score:.2f})")
    for reason in answer.reasons:
        click.echo(f"- {one_line(reason)}")


def _rows(path: str) -> Iterator[tuple[str, str, str, str]]:
    from hearsay.sources.table import read_table

    columns = ("left", "right", "left_context", "right_context")
    for row in read_table(path, columns=columns, needed=columns[:2]):
        left, right, here, there = (row.text(column) for column in columns)
        yield left, right, here, there
