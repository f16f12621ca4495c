"""`hearsay claims`: lists who said what, with the passage behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from hearsay.cli.listing import claim_lines
from hearsay.cli.opening import naming, opened
from hearsay.cli.options import case_option, known_at_option, label_option, list_options
from hearsay.cli.printing import print_list, say_each, tell
from hearsay.cli.tracing import Asked, documents_of, show, traced
from hearsay.vocabulary.errors import Misuse

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
@label_option
@click.option(
    "--unsure",
    is_flag=True,
    help="Only what the reader is unsure of, for a person to look at, the least sure first.",
)
@click.option(
    "--by",
    "order",
    type=click.Choice(["date", "origins"]),
    default="date",
    help="In which order: date, or origins: what several documents say alike, those first that "
    "the most tell for each origin that says it; scraps that do not say what they are about last.",
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
    order: str,
    limit: int | None,
    form: str | None,
) -> None:
    """List the claims in the case, newest publication first; WORDS, if given, have to stand in
    the claim or in its speakers' names.

    Each claim stands with its chain of speakers, from the outlet that printed it inward to the
    one first said to have said it; then date, page or paragraph, how sure its words are, and the
    beginning of its id. With --by origins it lists what several documents say alike instead.
    """
    from hearsay.case import ClaimFilter, claim_shape

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
    if order == "origins":
        if unsure or speaker or outlet or after or before:
            raise Misuse("--by origins goes with WORDS, --known-at, --label and --limit alone.")
        asked = Asked(case_path, known_at, frozenset(labels), form)
        _echoed(asked, which.words, limit)
        return
    with opened(case_path) as case:

        def place(row: ClaimRow) -> str:
            return case.place(row.claim.capture, row.claim.passage, known_at=known_at)

        rows = _unsure(case.claims(which), limit) if unsure else case.claims(which)
        if form is not None:
            print_list((claim_shape(row, place(row)) for row in rows), form)
        elif not say_each(claim_lines(row, place(row)) for row in rows):
            narrowed = unsure or which != ClaimFilter(limit=which.limit)
            tell("No claims" + (" that fit. Try fewer words." if narrowed else "."))


def _echoed(asked: Asked, words: str | None, limit: int | None) -> None:
    """Lists what is told more than once, the most echoed first."""
    from hearsay.cli.echoes import echo_lines
    from hearsay.outputs.ranking import most_echoed, saying
    from hearsay.outputs.tracing import trace_shape

    with traced(asked) as (case, every):
        fitting = every.traces if words is None else saying(every.with_words(words), words)
        found = most_echoed(fitting)[:limit]
        document_of = documents_of(case, asked)
        show(
            asked,
            shapes=(trace_shape(one, imprint_of=every.imprint_of) for one in found),
            blocks=lambda width: echo_lines(
                found,
                imprint_of=every.imprint_of,
                document_of=document_of,
                width=width,
                naming=naming(asked.case_path),
            ),
            nothing="Nothing that fits is told more than once.",
        )


def _unsure(rows: Iterable[ClaimRow], limit: int | None) -> list[ClaimRow]:
    from hearsay.vocabulary.readings import UNSURE

    found = [row for row in rows if row.claim.score < UNSURE]
    return sorted(found, key=lambda row: row.claim.score)[:limit]
