"""`hearsay label`: marks what may not be shown to everyone."""

from __future__ import annotations

import click

from hearsay.cli.opening import opened
from hearsay.cli.options import by_option, case_option


@click.command(short_help="Set a sensitivity label on a capture or claim.")
@click.argument("what", metavar="ID")
@click.argument("label")
@case_option
@by_option
def command(what: str, label: str, case_path: str, by: str) -> None:
    """Set a sensitivity LABEL (a word of your own, such as source-at-risk) on a claim or capture.
    ID is the claim's id or the capture's SHA-256, or its first 8 digits or more.

    What bears a label is hidden from every list until the list is asked for that label.
    """
    with opened(case_path) as case:
        head = case.label(what, label=label, by=by)
    click.echo(f'{what}: labelled "{label}".')
    click.echo(f"Head: {head}")
