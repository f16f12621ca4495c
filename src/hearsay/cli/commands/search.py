"""`hearsay search`: finds passages by their words, in any language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from hearsay.cli.listing import passage_lines
from hearsay.cli.opening import opened
from hearsay.cli.options import case_option, known_at_option, label_option, list_options
from hearsay.cli.printing import print_list, say_each, tell

if TYPE_CHECKING:
    from hearsay.case import FoundPassage


@click.command(short_help="Find passages by their words, in any language.")
@click.argument("words", nargs=-1, required=True, metavar="WORDS...")
@case_option
@known_at_option
@label_option
@click.option(
    "--limit",
    type=click.IntRange(1),
    default=20,
    metavar="N",
    help="At most so many; 20 if not said.",
)
@list_options
def command(
    words: tuple[str, ...],
    case_path: str,
    known_at: str | None,
    labels: tuple[str, ...],
    limit: int,
    form: str | None,
) -> None:
    """Find the passages that hold all of the WORDS. Documents in languages whose claims are not
    read are searched too; accents, and common variants of Arabic and Persian letters, are folded.
    """
    from hearsay.case import passage_shape

    with opened(case_path) as case:

        def place(passage: FoundPassage) -> str:
            return case.place(passage.capture, passage.passage.paragraph, known_at=known_at)

        found = case.search(
            " ".join(words), known_at=known_at, labels=frozenset(labels), limit=limit
        )
        if form is not None:
            print_list((passage_shape(one, place(one)) for one in found), form)
        elif not say_each(passage_lines(one, place(one)) for one in found):
            tell("No passage holds all of these words.")
