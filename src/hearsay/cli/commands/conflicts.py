"""`hearsay conflicts`: what is said here that cannot all be so."""

from __future__ import annotations

import click

from hearsay.cli.picturing import as_of_option, pictured
from hearsay.cli.tracing import Asked, show, tracing_options

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
@click.option("--all", "every", is_flag=True, help="Show every claim of each side.")
@as_of_option
@tracing_options
def command(
    asked: Asked, kinds: tuple[str, ...], limit: int | None, every: bool, as_of: str | None
) -> None:
    """List what is said here that cannot all be so: denied by others, two in one post at one time,
    a force that is the arm of two bodies, numbers or days at odds.

    That on which most hangs comes first, what the reader is unsure of last. A conflict says that
    claims do not agree; it never says who is right. With --as-of, only what was published by then.
    """
    from hearsay.cli.conflicts import conflict_blocks
    from hearsay.origins.tracing import each_telling
    from hearsay.outputs.picture.conflicts import conflict_shape
    from hearsay.picture.conflict import published_by
    from hearsay.picture.conflicts import conflicts_in
    from hearsay.picture.incidents import HARM, incidents_in
    from hearsay.picture.index.asking import StatementFilter
    from hearsay.picture.listening import heard_of
    from hearsay.picture.tallies import counts_in

    with pictured(asked) as picture:
        rows = list(picture.asking.statements(StatementFilter(kinds=("Incident", "Tally"))))
        harm = (row for row in rows if getattr(row.statement, "kind", None) in HARM)
        accounts = picture.case.tracing.accounts(known_at=asked.known_at, labels=asked.labels)
        heard = [claim for one in each_telling(accounts) for claim in heard_of(one)]
        traced = picture.case.tracing.traced(known_at=asked.known_at, labels=asked.labels)
        found = conflicts_in(
            picture.asking,
            incidents_in(harm).occurrences,
            counts_in(rows),
            heard,
            traced.traces,
            lambda capture, paragraph: picture.case.place(capture, paragraph),
        )
        if as_of is not None:
            found = published_by(found, as_of)
        listed = [one for one in found if not kinds or one.kind in kinds][:limit]
        show(
            asked,
            shapes=map(conflict_shape, listed),
            blocks=lambda width: conflict_blocks(listed, width=width, every=every),
            nothing="No statements here are found to be at odds.",
        )
