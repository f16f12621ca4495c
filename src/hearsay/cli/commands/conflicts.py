"""`hearsay conflicts`: what is said here that cannot all be so."""

from __future__ import annotations

import click

from hearsay.cli.opening import opened
from hearsay.cli.picturing import as_of_option
from hearsay.cli.tracing import Asked, patience, show, tracing_options

_KINDS = ("denial", "commanders", "arms", "numbers", "days", "values")


@click.command(short_help="List statements that cannot all be so, both sides with their claims.")
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    type=click.Choice(_KINDS),
    metavar="KIND",
    help=f"Only this kind: {', '.join(_KINDS)}.",
)
@click.option("--limit", type=click.IntRange(1), metavar="N", help="At most so many conflicts.")
@click.option("--undecided", is_flag=True, help="Only those on which nobody has ruled.")
@click.option("--all", "every", is_flag=True, help="Show every claim of each side.")
@as_of_option
@tracing_options
def command(
    asked: Asked,
    kinds: tuple[str, ...],
    limit: int | None,
    undecided: bool,
    every: bool,
    as_of: str | None,
) -> None:
    """List what is said here that cannot all be so: denied by others, two in one post at one time,
    a force that is the arm of two bodies, numbers or days at odds.

    That on which most hangs comes first, what the reader is unsure of last. A conflict says that
    claims do not agree; it never says who is right. A person may: `hearsay rule` keeps what they
    decide, and it is shown beside the conflict from then on. With --as-of, only what was published
    by then.
    """
    from hearsay.cli.conflicts import conflict_blocks
    from hearsay.outputs.picture.conflicts import conflict_shape

    with opened(asked.case_path) as case, patience():
        found = case.conflicts.found(as_of=as_of, known_at=asked.known_at, labels=asked.labels)
    listed = [
        one
        for one in found
        if (not kinds or one.kind in kinds) and not (undecided and one.decided is not None)
    ][:limit]
    show(
        asked,
        shapes=map(conflict_shape, listed),
        blocks=lambda width: conflict_blocks(listed, width=width, every=every),
        nothing="No statements here are found to be at odds.",
    )
