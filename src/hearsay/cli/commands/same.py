"""`hearsay same`: whether two names are of one person, unit or body, and why."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from hearsay.cli.options import CASE_VARIABLE
from hearsay.cli.printing import one_line, say_each, tell
from hearsay.outputs.json_text import json_line

if TYPE_CHECKING:
    from hearsay.resolution.resolver import Resolver


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
    help="A CSV table of names that are one, which comes before Hearsay's own; columns: entity, "
    "kind, country, names (parted by a vertical bar), source.",
)
@click.option(
    "--case",
    "case_path",
    metavar="FILE",
    envvar=CASE_VARIABLE,
    help="A case whose own names count too (hearsay aliases); none if none is named.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def command(
    left: str | None,
    right: str | None,
    left_context: str,
    right_context: str,
    tsv: str | None,
    aliases: str | None,
    case_path: str | None,
    as_json: bool,
) -> None:
    """Print whether LEFT and RIGHT are names of one person, unit, ministry or other body, how
    sure that is, and the reasons. Renamed bodies are the same; a part and its whole, kin, and
    successors in a post are not.
    """
    from hearsay.outputs.sameness import sameness_shape

    if tsv is not None and (left is not None or left_context or right_context):
        raise click.UsageError("Give two names, or a file of them with --tsv.")
    if tsv is None and right is None:
        raise click.UsageError("Give two names, or a file of them with --tsv.")
    resolver = _resolver(aliases, case_path)
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


def _resolver(aliases: str | None, case_path: str | None) -> Resolver:
    """Who answers: with a table's names before those of the case, and both before Hearsay's."""
    from hearsay.resolution.resolver import Resolver

    if aliases is None and case_path is None:
        return Resolver.supplied()
    from hearsay.case.aliasing import entities_of
    from hearsay.cli.aliasing import rows_of
    from hearsay.cli.opening import opened

    named = list(rows_of(aliases)) if aliases is not None else []
    if case_path is not None:
        with opened(case_path) as case:
            named += (one.named for one in case.judging.aliases())
    return Resolver.supplied(entities_of(named))


def _rows(path: str) -> Iterator[tuple[str, str, str, str]]:
    from hearsay.sources.table import read_table

    columns = ("left", "right", "left_context", "right_context")
    for row in read_table(path, columns=columns, needed=columns[:2]):
        left, right, here, there = (row.text(column) for column in columns)
        yield left, right, here, there
