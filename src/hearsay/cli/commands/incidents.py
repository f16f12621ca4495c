"""`hearsay incidents`: what was done to whom, by quarter, and what others count."""

from __future__ import annotations

from typing import get_args

import click

from hearsay.cli.drawn import drawing_option, write_drawing
from hearsay.cli.picturing import as_of_option, pictured
from hearsay.cli.tracing import Asked, show, tracing_options
from hearsay.vocabulary.kinds import EventType

_BY = ("quarter", "fiscal-quarter", "month", "actor", "target", "country")
_TYPES = ("violation", *(one for one in get_args(EventType) if one != "statement"))


@click.command(short_help="List attacks and the like by quarter, beside what others count.")
@click.option(
    "--by",
    type=click.Choice(_BY),
    default="quarter",
    metavar="WHAT",
    help=f"In groups by one of these: {', '.join(_BY)}; by quarter if not said.",
)
@click.option(
    "--type",
    "types",
    multiple=True,
    type=click.Choice(_TYPES),
    metavar="TYPE",
    help="Only these, and not attacks, assassinations, raids, clashes, arrests and violations: "
    f"{', '.join(_TYPES)}.",
)
@click.option("--all", "every", is_flag=True, help="Show every claim and incident.")
@drawing_option
@as_of_option
@tracing_options
def command(
    asked: Asked,
    by: str,
    types: tuple[str, ...],
    every: bool,
    as_of: str | None,
    drawing: str | None,
) -> None:
    """List the incidents that reports tell of, each once, with every value in which they differ.

    "At least n" counts those that are certainly distinct: done, dated by their own words, on
    different days or with others hit. Beside it stand the numbers that others claim; they are never
    added up. What is threatened, tried or foiled stands apart from what was done, and so does what
    has no day. With --as-of, nothing that came after that day.
    """
    from typing import cast

    from hearsay.cli.incidents import Showing
    from hearsay.outputs.picture.incidents import groups_shape
    from hearsay.outputs.picture.saying import Saying
    from hearsay.picture.incidents import HARM
    from hearsay.picture.reckoning import By, incidents_by

    grouping = cast(By, by)
    with pictured(asked) as picture:
        groups, told = incidents_by(picture.asking, grouping, kinds=types or HARM, as_of=as_of)
        saying = Saying(picture.asking, picture.hearing)
        if drawing is not None:
            from hearsay.outputs.drawing.bars import bars_svg

            write_drawing(drawing, bars_svg(groups, grouping))
        show(
            asked,
            shapes=groups_shape(groups, told, saying, grouping),
            blocks=lambda width: Showing(
                groups, told, saying, by=grouping, width=width, every=every
            ).blocks(),
            nothing="No incident of this kind is told of here.",
        )
