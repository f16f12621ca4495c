"""What the commands share by which a person decides something: keeping it, and saying what was."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from hearsay.cli.opening import naming, opened
from hearsay.cli.options import by_option, case_option, why_option
from hearsay.cli.printing import one_line

if TYPE_CHECKING:
    from hearsay.case import (
        Case,
        Identity,
        LinkEnd,
        LinkVerdict,
        Ownership,
        Pairing,
        PairingVerdict,
        Ruling,
    )

F = TypeVar("F", bound=Callable[..., Any])

SAYS = {"same": "say the same", "different": "do not say the same"}
"""What each verdict says of two claims."""
_SHORT = 8


def pairing_options(command: F) -> F:
    """The two claims, the case, for what reason and by whom."""
    for option in (by_option, why_option, case_option):
        command = option(command)
    command = click.argument("other", metavar="CLAIM")(command)
    return click.argument("one", metavar="CLAIM")(command)


def ruling_options(command: F) -> F:
    """The later and the earlier text, or a source by name, and by whom it is decided."""
    for option in (by_option, why_option, case_option):
        command = option(command)
    command = click.option(
        "--named",
        metavar="NAME",
        help="Instead of EARLIER: a source that is known by name only, as trace shows it.",
    )(command)
    command = click.argument("earlier", metavar="[EARLIER]", required=False)(command)
    return click.argument("later", metavar="LATER")(command)


def keep(
    one: str, other: str, case_path: str, *, verdict: PairingVerdict, by: str, why: str
) -> None:
    """Keeps whether two claims say the same, and says of which two and how to take it back."""
    with opened(case_path) as case:
        made = case.judging.pair(one, other, verdict=verdict, by=by, why=why)
        say_kept(case, made, case_path)


def keep_link(
    later: str,
    earlier: str | None,
    named: str | None,
    case_path: str,
    *,
    verdict: LinkVerdict,
    by: str,
    why: str,
) -> None:
    """Keeps whether one text has it from another, and says of which two and how to take it back."""
    if (earlier is None) is (named is None):
        raise click.UsageError("Name EARLIER, or a source with --named; one of the two.")
    with opened(case_path) as case:
        made = case.judging.rule(later, earlier, named=named, verdict=verdict, by=by, why=why)
        say_kept(case, made, case_path)


def said(judgement: Pairing | Ruling | Ownership | Identity) -> str:
    """`1f9c… and 77ab… say the same`, in one line."""
    from hearsay.case import Identity, Ownership, Ruling

    if isinstance(judgement, Identity):
        named = " and ".join(f"“{one_line(words)}”" for words in judgement.words)
        return f"{named} are {'one' if judgement.verdict == 'same' else 'not the same'}"
    if isinstance(judgement, Ownership):
        outlet = judgement.outlet
        return f"{one_line(outlet.name)} belongs to {one_line(outlet.owner)}"
    if isinstance(judgement, Ruling):
        later, earlier = _end(judgement.later), _end(judgement.earlier)
        if judgement.verdict == "retelling":
            return f"{later} has it from {earlier}"
        return f"neither of {later} and {earlier} has it from the other"
    left, right = (_claim(claim) for claim in judgement.claims)
    return f"{left} and {right} {SAYS[judgement.verdict]}"


def say_kept(case: Case, made: Pairing | Ruling | Identity, case_path: str) -> None:
    """Says what was kept and how to take it back."""
    back = f"hearsay undo {made.id}{naming(case_path)}"
    click.echo(f"{made.id}: {said(made)}. Take it back with: {back}")
    click.echo(f"Head: {case.head()}")


def _end(end: LinkEnd) -> str:
    if end.kind == "named":
        return f"“{one_line(end.words)}”"
    if end.kind == "document":
        return f"document {(end.capture or '')[:_SHORT]}"
    return _claim(end.claim)


def _claim(id: str | None) -> str:
    return one_line(id) if id else "(gone)"
