"""`hearsay undo`: takes a judgement back."""

from __future__ import annotations

import click

from hearsay.cli.opening import opened
from hearsay.cli.options import by_option, case_option, why_option


@click.command(short_help="Take back a judgement.")
@click.argument("judgement", metavar="ID")
@case_option
@why_option
@by_option
def command(judgement: str, case_path: str, why: str, by: str) -> None:
    """Take back the judgement ID, as `hearsay judgements` lists it: p12 on two claims, r7 on a
    link, o3 on an owner, m5 on two names, a9 on the names of one, v2 on a conflict. All stands then
    as if it had not been made; both stay in the case as rows.
    """
    with opened(case_path) as case:
        head = case.judging.undo(judgement, by=by, why=why)
    click.echo(f"{judgement}: taken back.")
    click.echo(f"Head: {head}")
