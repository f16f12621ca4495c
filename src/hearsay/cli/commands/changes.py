"""`hearsay changes`: what retellings changed, over the whole case."""

from __future__ import annotations

import shutil
from typing import get_args

import click

from hearsay.cli.options import case_option, known_at_option, label_option, list_options
from hearsay.cli.printing import print_list, say_each, tell
from hearsay.vocabulary.traces import ChangeKind


@click.command(short_help="List in what retellings differ from the earlier texts held here.")
@case_option
@known_at_option
@label_option
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    type=click.Choice(get_args(ChangeKind)),
    metavar="KIND",
    help=f"Only this kind: {', '.join(get_args(ChangeKind))}.",
)
@click.option("--limit", type=click.IntRange(1), metavar="N", help="At most so many.")
@list_options
def command(
    case_path: str,
    known_at: str | None,
    labels: tuple[str, ...],
    kinds: tuple[str, ...],
    limit: int | None,
    form: str | None,
) -> None:
    """List the differences between claims and the earlier texts held here that they repeat, the
    gravest first: a statement turned round, a hedge dropped, a cause added, other words for what
    was done, a number, a name, words within quotation marks.

    A difference says that two texts differ; it never says who is right.
    """
    from hearsay.case import Case
    from hearsay.outputs.tracing import change_shape, differences

    with Case.open(case_path) as case:
        traced = case.tracing.traced(known_at=known_at, labels=frozenset(labels))
    every = differences(traced.traces)
    found = [one for one in every if not kinds or one.change.kind in kinds][:limit]
    if form is not None:
        print_list((change_shape(one, imprint_of=traced.imprint_of) for one in found), form)
        return
    from hearsay.cli.differences import changes_lines

    width = shutil.get_terminal_size().columns
    if not say_each(changes_lines(found, imprint_of=traced.imprint_of, width=width)):
        tell("No retelling here differs from the earlier text held here.")
