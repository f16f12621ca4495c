"""`hearsay paths`: how two hang together, step by step, with what shows each step."""

from __future__ import annotations

import click

from hearsay.cli.picturing import as_of_option, pictured
from hearsay.cli.tracing import Asked, show, tracing_options


@click.command(short_help="Print the shortest ways from one to another, with what shows each step.")
@click.argument("start", metavar="FROM")
@click.argument("end", metavar="TO")
@click.option(
    "--hops",
    type=click.IntRange(1, 12),
    default=6,
    metavar="N",
    help="At most so many steps; 6 if not said.",
)
@click.option(
    "--without",
    "leave_out",
    multiple=True,
    metavar="KIND",
    help="Take no step of this kind (funds, part_of, influences, communicates_with …).",
)
@click.option("--all", "every", is_flag=True, help="Show every claim behind each step.")
@as_of_option
@tracing_options
def command(
    start: str,
    end: str,
    asked: Asked,
    as_of: str | None,
    hops: int,
    leave_out: tuple[str, ...],
    every: bool,
) -> None:
    """Print how FROM and TO hang together: the shortest ways over posts, structure, ties, money,
    training and equipment, whichever way round each is said, and which step is shown least.

    A way is no claim: nobody here need have said all of it. What is only denied leads nowhere.
    Nothing is searched beyond somebody at whom very much meets, and that is said.
    """
    from hearsay.cli.ways import way_blocks
    from hearsay.outputs.picture.saying import Saying
    from hearsay.outputs.picture.ways import ways_shape
    from hearsay.picture.paths import ways_between

    with pictured(asked) as picture:
        one = picture.one(start).number
        other = picture.one(end).number
        found = ways_between(
            picture.asking, one, other, as_of=as_of, hops=hops, leave_out=leave_out
        )
        saying = Saying(picture.asking, picture.hearing)
        show(
            asked,
            shapes=(
                ways_shape(ways, one, other, saying, as_of=as_of, hops=hops) for ways in (found,)
            ),
            blocks=lambda width: way_blocks(found, saying, as_of=as_of, width=width, every=every),
            nothing=f"No way of {hops} steps or fewer. Try more with --hops, or another name.",
        )
