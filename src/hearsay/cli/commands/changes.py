"""`hearsay changes`: what retellings changed, over the whole case."""

from __future__ import annotations

from typing import get_args

import click

from hearsay.cli.tracing import Asked, documents_of, show, traced, tracing_options
from hearsay.vocabulary.traces import ChangeKind


@click.command(short_help="List in what retellings differ from the earlier texts held here.")
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    type=click.Choice(get_args(ChangeKind)),
    metavar="KIND",
    help=f"Only this kind: {', '.join(get_args(ChangeKind))}.",
)
@click.option("--limit", type=click.IntRange(1), metavar="N", help="At most so many differences.")
@tracing_options
def command(asked: Asked, kinds: tuple[str, ...], limit: int | None) -> None:
    """List the differences between claims and the earlier texts held here that they repeat, the
    gravest first: a statement turned round, a hedge dropped, a cause added, other words for what
    was done, a number, a name, words within quotation marks.

    Both sentences stand below, with where to look them up and the «differing words» marked. A
    difference says that two texts differ; it never says who is right.
    """
    from hearsay.cli.differences import changes_lines
    from hearsay.outputs.tracing import change_shape, differences

    with traced(asked) as (case, found):
        every = differences(found.traces)
        listed = [one for one in every if not kinds or one.change.kind in kinds][:limit]
        document_of = documents_of(case, asked)
        show(
            asked,
            shapes=(change_shape(one, imprint_of=found.imprint_of) for one in listed),
            blocks=lambda width: changes_lines(
                listed, imprint_of=found.imprint_of, document_of=document_of, width=width
            ),
            nothing="No retelling here differs from the earlier text held here"
            + (f" in this way; in others, {len(every):,} do." if kinds and every else "."),
        )
