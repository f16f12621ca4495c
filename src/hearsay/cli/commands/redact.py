"""`hearsay redact`: removes what endangers someone, for good, leaving a tombstone."""

from __future__ import annotations

import sys

import click

from hearsay.cli.exits import CLEAN, STOPPED
from hearsay.cli.opening import opened
from hearsay.cli.options import by_option, case_option


@click.command(short_help="Remove a capture or claim for good, leaving a tombstone.")
@click.argument("what", metavar="ID")
@case_option
@click.option("--reason", required=True, metavar="WORDS", help="Why; it stays in the case.")
@by_option
@click.option("--yes", is_flag=True, help="Do not ask.")
def command(what: str, case_path: str, reason: str, by: str, yes: bool) -> int:
    """Remove the content of a capture or claim from the case: from its tables, its full text and
    its free pages. ID is the claim's id or the capture's SHA-256, or its first 8 digits or more.

    What stays is a tombstone: the hash, the reason, who and when; verify still holds. Copies of
    the case elsewhere are not changed, and neither is the file it came from.
    """
    with opened(case_path) as case:
        if not yes:
            if not sys.stdin.isatty():
                raise click.UsageError("Redacting cannot be undone. Add --yes to confirm it.")
            if not click.confirm(f"Remove {what} from {case_path} for good?", err=True):
                click.echo("Nothing was removed.", err=True)
                return STOPPED
        head = case.redact(what, reason=reason, by=by)
    click.echo(f"{what}: redacted.")
    click.echo(f"Head: {head}")
    return CLEAN
