"""Things made by hand for tests: somebody or something as one document names them."""

from __future__ import annotations

from collections.abc import Iterable

from hearsay.picture.deciding import Decision
from hearsay.picture.entities import Resolved, resolved
from hearsay.picture.naming import Compared
from hearsay.picture.things import Thing
from hearsay.vocabulary.spans import Span
from hearsay.vocabulary.statements import EntityType

NAMES = Compared()


def thing(
    document: int,
    *names: str,
    type: EntityType = "person",
    roles: tuple[str, ...] = (),
    within: tuple[str, ...] = (),
    record: str | None = None,
) -> Thing:
    """A thing of a document by its number, one thing for each first name there."""
    return Thing(
        (f"{document:03}", names[0]),
        type,
        names,
        True,
        Span(0, 9),
        (Span(0, 9),),
        record=record,
        roles=roles,
        within=within,
        published=f"2031-01-{document % 28 + 1:02}",
        publisher="Coast Register" if record else f"Outlet {document}",
    )


def body(document: int, *names: str, within: tuple[str, ...] = ()) -> Thing:
    return thing(document, *names, type="organization", within=within)


def unit(document: int, *names: str, within: tuple[str, ...] = ()) -> Thing:
    return thing(document, *names, type="unit", within=within)


def place(document: int, name: str) -> Thing:
    return thing(document, name, type="place")


def resolution(things: Iterable[Thing], *decided: Decision) -> Resolved:
    return resolved(things, NAMES, decided)


def groups(things: Iterable[Thing], *decided: Decision) -> list[list[str]]:
    """The things of each entity, as `document name`, in order."""
    found = resolution(things, *decided).entities
    return sorted(sorted(f"{t.place[0]} {t.place[1]}" for t in one.things) for one in found)


def together(things: Iterable[Thing], *decided: Decision) -> bool:
    return len(groups(things, *decided)) == 1
