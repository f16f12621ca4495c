"""`hearsay retellings`: which document has what from which, and how much of its text."""

from __future__ import annotations

import shutil

import click

from hearsay.cli.options import case_option, known_at_option, label_option, list_options
from hearsay.cli.printing import print_list, say_each, tell


@click.command(short_help="List which document has something from which.")
@case_option
@known_at_option
@label_option
@click.option("--limit", type=click.IntRange(1), metavar="N", help="At most so many.")
@list_options
def command(
    case_path: str,
    known_at: str | None,
    labels: tuple[str, ...],
    limit: int | None,
    form: str | None,
) -> None:
    """List the documents that retell others, those first that share the most text: which one from
    which, how much of its words stand there too, and by what else it shows (a credit line, a wire
    mark, a source that it names, a quotation, a note).

    Sources that are not in the case stand there by name.
    """
    from hearsay.case import Case

    with Case.open(case_path) as case:
        traced = case.tracing.traced(known_at=known_at, labels=frozenset(labels))
    links = traced.links[:limit]
    if form is not None:
        from hearsay.outputs.tracing import document_link_shape

        shapes = (document_link_shape(link, imprint_of=traced.imprint_of) for link in links)
        print_list(shapes, form)
        return
    from hearsay.cli.differences import document_links_lines

    width = shutil.get_terminal_size().columns
    if not say_each(document_links_lines(links, imprint_of=traced.imprint_of, width=width)):
        tell("No document here has anything from another.")
