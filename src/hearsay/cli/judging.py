"""What the commands share by which a person decides something: keeping it, and saying what was."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from hearsay.cli.opening import naming, opened
from hearsay.cli.options import by_option, case_option, why_option
from hearsay.cli.printing import tell

if TYPE_CHECKING:
    from hearsay.case import (
        Case,
        Identity,
        LinkVerdict,
        Pairing,
        PairingVerdict,
        Ruling,
    )

F = TypeVar("F", bound=Callable[..., Any])


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
        days = case.judging.days_against(made)
        if days is not None:
            tell(
                f"Mind the dates: the later one was published {days[0]} and the earlier one "
                f"{days[1]}. Check them, or take {made.id} back."
            )


def say_kept(case: Case, made: Pairing | Ruling | Identity, case_path: str) -> None:
    """Says what was kept and how to take it back."""
    from hearsay.outputs.judged import said

    say_decided(case, made.id, said(made), case_path)


def say_decided(case: Case, id: str, words: str, case_path: str) -> None:
    """Says in these words what was kept, and how to take it back."""
    click.echo(f"{id}: {words}. Take it back with: hearsay undo {id}{naming(case_path)}")
    click.echo(f"Head: {case.head()}")
