"""`hearsay retellings`: which document has what from which, and how much of its text."""

from __future__ import annotations

import click

from hearsay.cli.tracing import Asked, show, traced, tracing_options


@click.command(short_help="List which document has something from which.")
@click.option(
    "--limit", type=click.IntRange(1), metavar="N", help="At most so many sources; in JSON, links."
)
@click.option(
    "--weak",
    is_flag=True,
    help="Show also what has little text in common and names no source.",
)
@tracing_options
def command(asked: Asked, limit: int | None, weak: bool) -> None:
    """List the documents that retell others: each one once, below the document that it has most
    from, with how much of its words stand there too, and by what else it shows (a credit line, a
    wire mark, a source that it names, a quotation, a note). Those sources come first that most
    have something from.

    Sources that are not in the case stand there by name. Where two texts of one day have much in
    common and neither shows that the other came first, they stand side by side. With --json or
    --jsonl it lists every link, weak ones too, those first that share the most text.
    """
    from hearsay.cli.borrowing import borrowed_lines
    from hearsay.outputs.tracing import document_link_shape

    with traced(asked) as (_, found):
        links = found.links
    show(
        asked,
        shapes=(document_link_shape(one, imprint_of=found.imprint_of) for one in links[:limit]),
        blocks=lambda width: borrowed_lines(
            links, imprint_of=found.imprint_of, width=width, limit=limit, weak=weak
        ),
        nothing="No document here has anything from another.",
    )
