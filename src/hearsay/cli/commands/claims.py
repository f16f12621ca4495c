"""`hearsay claims`: lists who said what, with the passage behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from hearsay.cli.listing import claim_lines
from hearsay.cli.options import case_option, known_at_option, list_options
from hearsay.cli.printing import print_list, say_each, tell

if TYPE_CHECKING:
    from collections.abc import Iterable

    from hearsay.case import ClaimRow


@click.command(short_help="List who said what, with the passage behind it.")
@click.argument("query", nargs=-1, metavar="[WORDS]...")
@case_option
@click.option("--speaker", metavar="NAME", help="Said or passed on by someone so named.")
@click.option("--outlet", metavar="NAME", help="Published by an outlet so named.")
@click.option("--after", metavar="DATE", help="Published on this day or later (2022-02-15).")
@click.option("--before", metavar="DATE", help="Published on this day or earlier.")
@known_at_option
@click.option(
    "--label",
    "labels",
    multiple=True,
    metavar="LABEL",
    help="Show what bears this sensitivity label too; otherwise it stays hidden.",
)
@click.option(
    "--unsure",
    is_flag=True,
    help="Only what the reader is unsure of, for a person to look at, the least sure first.",
)
@click.option("--limit", type=click.IntRange(1), metavar="N", help="At most so many.")
@list_options
def command(
    query: tuple[str, ...],
    case_path: str,
    speaker: str | None,
    outlet: str | None,
    after: str | None,
    before: str | None,
    known_at: str | None,
    labels: tuple[str, ...],
    unsure: bool,
    limit: int | None,
    form: str | None,
) -> None:
    """List the claims in the case, newest publication first; WORDS, if given, have to stand in
    the claim or in its speakers' names.

    Each claim stands with its chain of speakers, from the outlet that printed it inward to the
    one first said to have said it; then date, page or paragraph, how sure its words are, and the
    beginning of its id.
    """
    from hearsay.case import Case, ClaimFilter, claim_shape

    which = ClaimFilter(
        words=" ".join(query) or None,
        speaker=speaker,
        outlet=outlet,
        after=after,
        before=before,
        known_at=known_at,
        labels=frozenset(labels),
        limit=None if unsure else limit,
    )
    with Case.open(case_path) as case:

        def place(row: ClaimRow) -> str:
            return case.place(row.claim.capture, row.claim.passage, known_at=known_at)

        rows = _unsure(case.claims(which), limit) if unsure else case.claims(which)
        if form is not None:
            print_list((claim_shape(row, place(row)) for row in rows), form)
        elif not say_each(claim_lines(row, place(row)) for row in rows):
            narrowed = unsure or which != ClaimFilter(limit=which.limit)
            tell("No claims" + (" that fit. Try fewer words." if narrowed else "."))


def _unsure(rows: Iterable[ClaimRow], limit: int | None) -> list[ClaimRow]:
    from hearsay.vocabulary.readings import UNSURE

    found = [row for row in rows if row.claim.score < UNSURE]
    return sorted(found, key=lambda row: row.claim.score)[:limit]
