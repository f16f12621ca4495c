"""`hearsay part`: a person's judgement that two claims do not say the same."""

from __future__ import annotations

import click

from hearsay.cli.judging import keep, pairing_options


@click.command(short_help="Judge that two claims do not say the same.")
@pairing_options
def command(one: str, other: str, case_path: str, why: str, by: str) -> None:
    """Keep the judgement that two claims do not say the same, each CLAIM given by its id or
    its first digits. No proposition holds both from then on.

    A judgement is a row in the case, with who made it and why; `hearsay undo` takes it back.
    """
    keep(one, other, case_path, verdict="different", by=by, why=why)
