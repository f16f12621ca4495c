"""What the commands share by which a person says that two claims say the same, or do not."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from hearsay.cli.options import by_option, case_option, why_option
from hearsay.cli.printing import one_line

if TYPE_CHECKING:
    from hearsay.case import Pairing, PairingVerdict

F = TypeVar("F", bound=Callable[..., Any])

SAYS = {"same": "say the same", "different": "do not say the same"}
"""What each verdict says of two claims."""


def judging_options(command: F) -> F:
    """The two claims, the case, for what reason and by whom."""
    for option in (by_option, why_option, case_option):
        command = option(command)
    command = click.argument("other", metavar="CLAIM")(command)
    return click.argument("one", metavar="CLAIM")(command)


def keep(
    one: str, other: str, case_path: str, *, verdict: PairingVerdict, by: str, why: str
) -> None:
    """Keeps the verdict, and says of which two claims and how to take it back."""
    from hearsay.case import Case

    with Case.open(case_path) as case:
        made = case.tracing.pair(one, other, verdict=verdict, by=by, why=why)
        head = case.head()
    click.echo(f"{made.id}: {said(made)}. Take it back with: hearsay undo {made.id}")
    click.echo(f"Head: {head}")


def said(judgement: Pairing) -> str:
    """`1f9c… and 77ab… say the same`."""
    left, right = (one_line(claim) if claim else "(gone)" for claim in judgement.claims)
    return f"{left} and {right} {SAYS[judgement.verdict]}"
