"""`hearsay who`: all that is stated of one person or body, with what denies it beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from hearsay.cli.picturing import Picture, as_of_option, pictured
from hearsay.cli.tracing import Asked, patience, show, tracing_options

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearsay.case import ClaimRow
    from hearsay.picture.index import EntityRow


@click.command(short_help="Print what is said of one person or body: posts, ties, deeds, denials.")
@click.argument("name", nargs=-1, required=True, metavar="NAME|ID...")
@click.option("--all", "every", is_flag=True, help="Show every entry, and every claim behind it.")
@as_of_option
@tracing_options
def command(name: tuple[str, ...], asked: Asked, as_of: str | None, every: bool) -> None:
    """Print all that claims state of one person, unit or other body: names, posts and ranks with
    first and last sight, structure, ties and sway, money and training, incidents, promises and
    numbers; then what they say themselves.

    Each line has how many origins it comes from and the claims behind it; a denial stands beside
    what it denies, and so does one that may answer it. One incident of several reports is one
    line. How long somebody held a rank is given as the days that the sights of two ranks leave
    possible, beside the same for others of this case: a figure, and no verdict.
    """
    from hearsay.case import claim_shape
    from hearsay.cli.dossiers import Telling
    from hearsay.cli.listing import claim_lines
    from hearsay.outputs.picture.dossiers import dossier_shape
    from hearsay.outputs.picture.saying import Saying
    from hearsay.picture.denying import answers_in
    from hearsay.picture.dossier import dossier_of
    from hearsay.picture.takeon import NOTHING, take_on

    with pictured(asked) as picture:
        one = picture.one(" ".join(name))
        dossier = dossier_of(picture.asking, one.number, as_of=as_of)
        saying = Saying(picture.asking, picture.hearing)
        taken = (
            NOTHING if one.type == "person" else take_on(picture.asking, one.number, as_of=as_of)
        )
        with patience():
            conflicts = picture.case.conflicts.touching(
                dossier.claims, as_of=as_of, known_at=asked.known_at, labels=asked.labels
            )
        answered = answers_in(conflicts)
        ruled = [one for one in conflicts if one.decided is not None]
        own = list(_own_words(picture, one, as_of))
        show(
            asked,
            shapes=(
                dossier_shape(
                    found,
                    saying,
                    as_of=as_of,
                    replies=[claim_shape(*row) for row in own],
                    taken=taken,
                    answered=answered,
                    ruled=ruled,
                )
                for found in (dossier,)
            ),
            blocks=lambda width: Telling(
                dossier,
                saying,
                as_of=as_of,
                width=width,
                every=every,
                replies=[claim_lines(*row) for row in own],
                taken=taken,
                answered=answered,
                ruled=ruled,
            ).blocks(),
            nothing="Nothing is said of them.",
        )


def _own_words(
    picture: Picture, one: EntityRow, as_of: str | None
) -> Iterator[tuple[ClaimRow, str]]:
    """What they say themselves, each with where it stands."""
    from hearsay.case.replying import replies_of

    asked = picture.asked
    for row in replies_of(
        picture.case, one, as_of=as_of, known_at=asked.known_at, labels=asked.labels
    ):
        place = picture.case.place(row.claim.capture, row.claim.passage, known_at=asked.known_at)
        yield row, place
