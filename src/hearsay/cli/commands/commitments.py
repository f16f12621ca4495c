"""`hearsay commitments`: what was promised, demanded, warned of and recommended, and what came."""

from __future__ import annotations

import click

from hearsay.cli.picturing import as_of_option, pictured
from hearsay.cli.tracing import Asked, patience, show, tracing_options

_KINDS = ("promise", "demand", "warning", "recommendation")


@click.command(
    short_help="List promises, demands and warnings, with later claims that bear on them."
)
@click.argument("name", nargs=-1, metavar="[NAME|ID...]")
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    type=click.Choice(_KINDS),
    metavar="KIND",
    help=f"Only this kind: {', '.join(_KINDS)}.",
)
@click.option("--all", "every", is_flag=True, help="Show every claim behind each line.")
@as_of_option
@tracing_options
def command(
    name: tuple[str, ...], asked: Asked, kinds: tuple[str, ...], every: bool, as_of: str | None
) -> None:
    """List who promised, demanded, warned or recommended what, of whom and on what condition, from
    all reports of it together; of one person or body only, if NAME is given.

    Below stand the later claims that share its parties and words. That something was kept or not
    is said only where a claim says so, with the words by which it does; otherwise it is open.
    With --as-of, only what was published by that day.
    """
    from hearsay.cli.commitments import commitment_blocks
    from hearsay.outputs.picture.commitments import commitment_shape
    from hearsay.outputs.picture.saying import Saying

    with pictured(asked) as picture:
        one = picture.one(" ".join(name)) if name else None
        with patience():
            found = picture.case.promises.found(
                as_of=as_of, known_at=asked.known_at, labels=asked.labels
            )
        listed = [
            given
            for given in found
            if (not kinds or given.kind in kinds)
            and (one is None or any(one.number == n for r in given.rows for _, n in r.entities))
        ]
        saying = Saying(picture.asking, picture.hearing)
        show(
            asked,
            shapes=(commitment_shape(given, saying) for given in listed),
            blocks=lambda width: commitment_blocks(listed, saying, width=width, every=every),
            nothing="Nothing of this kind is told of here.",
        )
