"""`hearsay when`: what interval a phrase for a date or period stands for."""

from __future__ import annotations

import sys

import click

from hearsay.cli.options import date_or_period
from hearsay.cli.printing import one_line, say_each, tell
from hearsay.outputs.json_text import json_line


@click.command(short_help="Say what interval a phrase for a date or period stands for.")
@click.argument("phrase", required=False)
@click.option(
    "--published",
    metavar="DATE",
    callback=date_or_period,
    help='When the text was published; phrases like "last month" hang on it.',
)
@click.option(
    "--period",
    metavar="EDTF",
    callback=date_or_period,
    help='The period the text reports on; "the quarter" hangs on it.',
)
@click.option("--country", metavar="ISO", help="The outlet's country (US, GB), for 3/4/2021.")
@click.option(
    "--tsv",
    metavar="FILE",
    help="Answer for each row of a tab-separated file instead, - for standard input, one JSON "
    "object a line; columns: text, phrase_start, phrase_end, published, period_covered, outlet.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def command(
    phrase: str | None,
    published: str | None,
    period: str | None,
    country: str | None,
    tsv: str | None,
    as_json: bool,
) -> None:
    """Print the interval that PHRASE stands for as EDTF (2021-10/2021-12), and any other
    readings of it. A phrase that is no date, or that cannot be placed, gives null.
    """
    from hearsay.questions import time_shape, when, when_rows

    if (phrase is None) == (tsv is None):
        raise click.UsageError("Give one phrase, or a file of them with --tsv.")
    if tsv is not None:
        if tsv == "-" and sys.stdin is not None and sys.stdin.isatty():
            tell("Waiting for a table on standard input; end it with Ctrl-D.")
        if not say_each([json_line(time_shape(reading))] for reading in when_rows(tsv)):
            tell(f"{one_line(tsv)}: only a heading, no rows below it.")
        return
    assert phrase is not None
    reading = when(phrase, published=published, period=period, country=country)
    if as_json:
        click.echo(json_line(time_shape(reading)))
        return
    click.echo(reading.edtf or "null")
    if reading.edtf is None:
        tell(f"{one_line(phrase)}: no date or period that can be placed.")
    for other in reading.alternatives:
        click.echo(f"or {other}")
