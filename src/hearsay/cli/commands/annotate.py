"""`hearsay annotate`: what is found in files, as spans for other programs, without a case."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from hearsay.cli.commands.read import check_named, expected
from hearsay.cli.options import fetch_options, stated_options
from hearsay.cli.printing import one_line
from hearsay.cli.progress import Bar
from hearsay.vocabulary.captures import Particulars

if TYPE_CHECKING:
    from hearsay.case import FetchOptions, Manifest


@click.command(short_help="Print what is found in files as spans, without a case.")
@click.argument("addresses", nargs=-1, metavar="[FILE]...")
@click.option(
    "--format",
    "form",
    metavar="NAME",
    default="jsonl",
    help="How to write it; jsonl, one JSON object a document, if not said.",
)
@stated_options
@fetch_options
def command(
    addresses: tuple[str, ...],
    form: str,
    stated: Particulars,
    manifest: Manifest | None,
    options: FetchOptions,
) -> int:
    """Print the mentions, attributions, assertions and times found in each FILE, as spans in
    code points into the text that stands beside them. Nothing is kept.

    The shape is described in docs/reference/shapes/annotate.json. Exits with 2 where something
    could not be read; it is printed without text, with its problems.
    """
    from hearsay.case import annotate, exporter

    check_named(addresses, manifest)
    chosen = exporter(form)
    failed = False
    with Bar("files", total=expected(addresses, manifest)) as bar:
        for one in annotate(addresses, stated=stated, manifest=manifest, options=options):
            bar.advance()
            failed = failed or one.document is None
            for problem in one.problems:
                bar.line(one_line(problem.line()), sys.stderr)
            text = chosen.write(one.address, one.document, one.reading, one.problems)
            bar.line(text.rstrip("\n"), sys.stdout)
    return 2 if failed else 0
