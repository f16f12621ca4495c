"""`hearsay force`: the chart of a force, as far as claims state it, up and down."""

from __future__ import annotations

import click

from hearsay.cli.drawn import drawing_option, write_drawing
from hearsay.cli.picturing import as_of_option, pictured
from hearsay.cli.tracing import Asked, show, tracing_options


@click.command(short_help="Print the chart of a force: what is above it, what below, who commands.")
@click.argument("name", nargs=-1, required=True, metavar="NAME|ID...")
@click.option("--all", "every", is_flag=True, help="Show every claim behind each line.")
@click.option(
    "--depth",
    type=click.IntRange(1),
    default=8,
    metavar="N",
    help="At most so many steps up and down; 8 if not said.",
)
@drawing_option
@as_of_option
@tracing_options
def command(
    name: tuple[str, ...],
    asked: Asked,
    as_of: str | None,
    every: bool,
    depth: int,
    drawing: str | None,
) -> None:
    """Print what a unit, ministry or other body is said to fall under, what is said to fall under
    it, and who is said to command each, with the claims behind every line.

    First and last seen are days on which something shows it; nothing is stretched beyond them, and
    where nobody is seen in command, that is said. Claims that disagree stand side by side. Below
    stand the areas, classes and sites that it takes on from those under it while they are: worked
    out, with the claims that each rests on.
    """
    from hearsay.cli.charts import Charting
    from hearsay.outputs.picture.charts import chart_shape
    from hearsay.outputs.picture.saying import Saying
    from hearsay.picture.structure import chart_of
    from hearsay.picture.takeon import take_on

    with pictured(asked) as picture:
        one = picture.one(" ".join(name), types=("unit", "organization", "place"))
        chart = chart_of(picture.asking, one.number, as_of=as_of, depth=depth)
        saying = Saying(picture.asking, picture.hearing)
        ruled = picture.case.conflicts.decided(
            as_of=as_of, known_at=asked.known_at, labels=asked.labels
        )
        taken = take_on(picture.asking, one.number, as_of=as_of, depth=depth)
        if drawing is not None:
            from hearsay.outputs.drawing.chart import chart_svg

            write_drawing(drawing, chart_svg(chart, saying, as_of=as_of))
        show(
            asked,
            shapes=(
                chart_shape(one, saying, as_of=as_of, taken=taken, ruled=ruled) for one in (chart,)
            ),
            blocks=lambda width: Charting(
                chart, saying, as_of=as_of, width=width, every=every, taken=taken, ruled=ruled
            ).blocks(),
            nothing="Nothing is said of it.",
        )
