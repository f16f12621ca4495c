"""`hearsay judgements`: what people decided about two claims, and what was taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from hearsay.cli.judging import said
from hearsay.cli.options import case_option, known_at_option, list_options
from hearsay.cli.printing import bold, dim, one_line, print_list, say_each, tell

if TYPE_CHECKING:
    from hearsay.case import Pairing


@click.command(short_help="List what people decided about two claims.")
@case_option
@known_at_option
@list_options
def command(case_path: str, known_at: str | None, form: str | None) -> None:
    """List the judgements that `hearsay join` and `hearsay part` kept, oldest first: which two
    claims say the same or do not, who decided it, when and why, and which were taken back.

    Claims stand there by their ids; `hearsay claims` shows their words.
    """
    from hearsay.case import Case

    with Case.open(case_path) as case:
        found = list(case.tracing.pairings(known_at=known_at))
    if form is not None:
        print_list((_shape(one) for one in found), form)
    elif not say_each(_lines(one) for one in found):
        tell("No judgements.")


def _shape(one: Pairing) -> dict[str, object]:
    return {
        "id": one.id,
        "verdict": one.verdict,
        "claims": list(one.claims),
        "by": one.by,
        "why": one.why,
        "recorded_at": one.recorded_at,
        "undone": one.undone,
    }


def _lines(one: Pairing) -> list[str]:
    taken_back = " · taken back" if one.undone else ""
    why = f": {one_line(one.why)}" if one.why else ""
    return [
        f"{bold(one.id)} {said(one)}{taken_back}",
        dim(f"    {one_line(one.by)} · {one.recorded_at[:10]}{why}"),
    ]
