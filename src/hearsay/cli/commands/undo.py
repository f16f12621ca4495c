"""`hearsay undo`: takes a judgement back."""

from __future__ import annotations

import click

from hearsay.cli.options import by_option, case_option, why_option


@click.command(short_help="Take back a judgement on two claims.")
@click.argument("judgement", metavar="ID")
@case_option
@why_option
@by_option
def command(judgement: str, case_path: str, why: str, by: str) -> None:
    """Take back the judgement ID (p12) that `hearsay join` or `hearsay part` kept, so that all
    stands as if it had not been made. Both stay in the case as rows.
    """
    from hearsay.case import Case

    with Case.open(case_path) as case:
        head = case.tracing.undo(judgement, by=by, why=why)
    click.echo(f"{judgement}: taken back.")
    click.echo(f"Head: {head}")
