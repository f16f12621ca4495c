"""What the commands share by which a person decides who is who."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearsay.cli.judging import say_kept
from hearsay.vocabulary.errors import Misuse

if TYPE_CHECKING:
    from collections.abc import Callable

    from hearsay.case import Case, IdentityVerdict, NamedAt
    from hearsay.picture.index import Asking, EntityRow
    from hearsay.picture.index.rows import Naming


def naming_of(
    asking: Asking, one: EntityRow, where: Callable[[Naming], bool] | None = None
) -> NamedAt | None:
    """A place where an entity is named, by its usual name if there is one, that passes a test."""
    from hearsay.case import NamedAt
    from hearsay.vocabulary.traces import capture_of

    found = [n for n in asking.namings(one.number) if where is None or where(n)]
    if not found:
        return None
    best = next((n for n in found if n.name == one.name), found[0])
    return NamedAt(capture_of(best.account), best.span)


def decide(
    case: Case,
    case_path: str,
    one: NamedAt | None,
    other: NamedAt | None,
    *,
    verdict: IdentityVerdict,
    by: str,
    why: str,
) -> None:
    """Keeps whether two namings mean one, and says how to take it back."""
    if one is None or other is None:
        raise Misuse("One of the two is named nowhere, so that nothing holds a judgement on it.")
    made = case.judging.identify(one, other, verdict=verdict, by=by, why=why)
    say_kept(case, made, case_path)
