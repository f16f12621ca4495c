"""`hearsay part`: a person's judgement that two claims do not say the same."""

from __future__ import annotations

import click

from hearsay.cli.options import by_option, case_option, why_option


@click.command(short_help="Judge that two claims do not say the same.")
@click.argument("one", metavar="CLAIM")
@click.argument("other", metavar="CLAIM")
@case_option
@why_option
@by_option
def command(one: str, other: str, case_path: str, why: str, by: str) -> None:
    """Keep the judgement that two claims do not say the same, each CLAIM given by its id or
    its first digits. No proposition holds both from then on.

    A judgement is a row in the case, with who made it and why; `hearsay undo` takes it back.
    """
    from hearsay.case import Case

    with Case.open(case_path) as case:
        head = case.tracing.pair(one, other, verdict="different", by=by, why=why)
        *_, made = case.tracing.pairings()
    click.echo(f"{made.id}: kept. Take it back with: hearsay undo {made.id}")
    click.echo(f"Head: {head}")
