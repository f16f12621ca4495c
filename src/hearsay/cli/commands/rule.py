"""`hearsay rule`: a person's decision on things said that cannot all be so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from hearsay.cli.options import by_option, case_option, label_option, why_option
from hearsay.vocabulary.errors import Misuse

if TYPE_CHECKING:
    from hearsay.case import ConflictVerdict
    from hearsay.picture.conflict import Conflict


@click.command(short_help="Rule on a conflict: which side stands, both, neither, or unknown.")
@click.argument("conflict", metavar="CONFLICT")
@click.argument("verdict", metavar="SIDE|both|neither|unknown")
@case_option
@label_option
@why_option
@by_option
def command(
    conflict: str, verdict: str, case_path: str, labels: tuple[str, ...], why: str, by: str
) -> None:
    """Keep what you decide of things said that cannot all be so: CONFLICT by its id, as `hearsay
    conflicts` lists it; then the number of the side that stands there, or `both` (at different
    times, or of different things), `neither`, or `unknown` where nothing here tells.

    It is anchored to the claims of every side, so that it holds for newer readings too, and is
    shown beside the conflict from then on; nothing is taken off any list by it. It is a row in
    the case, with who made it and why; `hearsay undo` takes it back.
    """
    from hearsay.cli.judging import say_decided
    from hearsay.cli.opening import opened
    from hearsay.cli.tracing import patience
    from hearsay.outputs.picture.conflicts import verdict_words

    with opened(case_path) as case:
        with patience():
            one = case.conflicts.one(conflict, labels=frozenset(labels))
        side, decided = _meant(verdict, one)
        made = case.conflicts.rule(one, decided, side=side, by=by, why=why)
        words = f"of {one.id} {verdict_words(decided, side, one)}"
        say_decided(case, made.id, words, case_path)


_OF_NO_SIDE: dict[str, ConflictVerdict] = {
    "both": "both",
    "neither": "neither",
    "unknown": "unknown",
}


def _meant(verdict: str, conflict: Conflict) -> tuple[int | None, ConflictVerdict]:
    """Which side, from 0, where one stands; and what is decided."""
    word = verdict.strip().casefold()
    if word in _OF_NO_SIDE:
        return None, _OF_NO_SIDE[word]
    number = int(word) if word.isascii() and word.isdigit() and len(word) < 3 else 0
    if 1 <= number <= len(conflict.sides):
        return number - 1, "stands"
    there = ", ".join(
        f"{at} ({side.words})" for at, side in enumerate(conflict.sides, 1) if len(side.words) < 40
    )
    raise Misuse(
        f'"{verdict}" is no side of {conflict.id}. Give 1 to {len(conflict.sides)}'
        f"{f': {there}' if there else ''}; or both, neither or unknown."
    )
