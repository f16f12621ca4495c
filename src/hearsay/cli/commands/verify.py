"""`hearsay verify`: shows that nothing in the case was changed."""

from __future__ import annotations

import re
from dataclasses import asdict

import click

from hearsay.cli.opening import opened
from hearsay.cli.options import case_option, list_options
from hearsay.cli.printing import count, one_line, print_list, tell


@click.command(short_help="Recompute every hash; exit with 1 where one does not match.")
@case_option
@click.option(
    "--head",
    metavar="HASH",
    help="A head that was printed earlier: show that nothing before it was changed.",
)
@list_options
def command(case_path: str, head: str | None, form: str | None) -> int:
    """Recompute the case's hash chain and the hash of every capture, and name what is not as it
    was. Exits with 0 if all is well and with 1 if not.

    This shows accident and careless tampering. Against someone who rewrites the whole file it
    takes a head kept elsewhere: read prints it, and --head checks it.
    """
    if head is not None and not re.fullmatch("[0-9a-fA-F]{64}", head.strip()):
        raise click.BadParameter(
            'a head has 64 hexadecimal digits; copy all that read printed after "Head:".',
            param_hint="'--head'",
        )
    with opened(case_path) as case:
        mismatches = list(case.verify(head=head))
        captures = sum(1 for _ in case.captures())
        newest = case.head()
    if form is not None:
        print_list(map(asdict, mismatches), form)
    elif mismatches:
        for mismatch in mismatches:
            click.echo(one_line(f"{case_path}: {mismatch.what}: {mismatch.message}"))
        tell("Do not build on this case. Compare it with a copy, or read the originals again.")
    else:
        since = " Nothing before the head you gave was changed." if head else ""
        click.echo(
            f"{one_line(case_path)}: {count(captures, 'capture')}, every hash matches.{since}"
        )
        click.echo(f"Head: {newest}")
    return 1 if mismatches else 0
