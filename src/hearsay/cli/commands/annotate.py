"""`hearsay annotate`: what is found in files, as spans for other programs, without a case."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from hearsay.cli.commands.read import check_named, expected
from hearsay.cli.options import fetch_options, stated_options
from hearsay.cli.out_folder import OutFolder
from hearsay.cli.printing import one_line
from hearsay.cli.progress import Bar
from hearsay.vocabulary.captures import Particulars
from hearsay.vocabulary.errors import Misuse

if TYPE_CHECKING:
    from hearsay.case import FetchOptions, Manifest


@click.command(short_help="Print what is found in files as spans, without a case.")
@click.argument("addresses", nargs=-1, metavar="[FILE]...")
@click.option(
    "--format",
    "form",
    metavar="NAME",
    default="jsonl",
    help="How to write it: jsonl, one JSON object a document (if not said), brat or w3c.",
)
@click.option(
    "--out",
    "folder",
    metavar="FOLDER",
    help="Write one file a document there, with the text that its spans count in beside it.",
)
@stated_options
@fetch_options
def command(
    addresses: tuple[str, ...],
    form: str,
    folder: str | None,
    stated: Particulars,
    manifest: Manifest | None,
    options: FetchOptions,
) -> int:
    """Print the mentions, attributions, assertions and times found in each FILE, as spans in
    code points into the text that stands beside them. Nothing is kept.

    The shape of jsonl is described in docs/reference/shapes/annotate.json; w3c is a page of Web
    Annotations for each document, brat the stand-off lines of an .ann file. Exits with 2 where
    something could not be read; it is printed without text, with its problems.
    """
    from hearsay.outputs.exporting import exporter
    from hearsay.questions import annotate

    check_named(addresses, manifest)
    chosen = exporter(form)
    number = expected(addresses, manifest, options)
    if form == "brat" and folder is None and number != 1:
        raise Misuse("brat has one file for each document. Name a folder for them with --out.")
    into = None if folder is None else OutFolder(folder)
    failed = False
    with Bar("files", total=number) as bar:
        for one in annotate(addresses, stated=stated, manifest=manifest, options=options):
            bar.advance()
            failed = failed or one.document is None
            for problem in one.problems:
                bar.line(one_line(problem.line()), sys.stderr)
            text = chosen.write(one.address, one.document, one.reading, one.problems)
            if into is None:
                bar.line(text.rstrip("\n"), sys.stdout)
            elif one.document is not None:
                into.write(one.address, {chosen.ENDING: text, "txt": one.document.text})
    return 2 if failed else 0
