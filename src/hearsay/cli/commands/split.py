"""`hearsay split`: a person's judgement that what was taken for one is two."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from hearsay.cli.options import by_option, case_option, why_option

if TYPE_CHECKING:
    from hearsay.case import Case, NamedAt
    from hearsay.picture.index import Asking, EntityRow


@click.command(short_help="Judge that a name or document means another, or that two are not one.")
@click.argument("one", metavar="NAME|ID")
@click.argument("what", metavar="NAME|DOCUMENT|ID")
@case_option
@why_option
@by_option
def command(one: str, what: str, case_path: str, why: str, by: str) -> None:
    """Keep the judgement that WHAT is another than the person or body given first: one of its
    names, which means somebody else; or a document (its address or SHA-256), which means somebody
    else by that name; or another person or body, which is never to be taken for the same.

    A judgement is a row in the case, with who made it and why; `hearsay undo` takes it back.
    """
    from hearsay.cli.identifying import decide
    from hearsay.cli.opening import opened
    from hearsay.cli.picturing import one_called

    with opened(case_path) as case:
        asking = case.picture.asking()
        entity = one_called(asking, one)
        places = _of_its_own(case, asking, entity, what) or _two(asking, entity, what)
        decide(case, case_path, *places, verdict="different", by=by, why=why)


def _of_its_own(
    case: Case, asking: Asking, entity: EntityRow, what: str
) -> tuple[NamedAt | None, NamedAt | None] | None:
    """The place that is told apart, and one that stays; `None` where it is none of its own."""
    from hearsay.cli.identifying import naming_of
    from hearsay.vocabulary.errors import Misuse
    from hearsay.vocabulary.traces import capture_of

    name = " ".join(what.split()).casefold()
    namings = asking.namings(entity.number)
    captures = {d.capture for d in case.documents(named=what)}
    if any(n.name.casefold() == name for n in namings):
        apart = {n.span for n in namings if n.name.casefold() == name}
        away = naming_of(asking, entity, lambda n: n.span in apart)
        stays = naming_of(asking, entity, lambda n: n.span not in apart)
    elif any(capture_of(n.account) in captures for n in namings):
        away = naming_of(asking, entity, lambda n: capture_of(n.account) in captures)
        stays = naming_of(asking, entity, lambda n: capture_of(n.account) not in captures)
    else:
        return None
    if stays is None:
        raise Misuse(f'"{what}" is all that there is of {entity.name} ({entity.id}).')
    return away, stays


def _two(asking: Asking, entity: EntityRow, what: str) -> tuple[NamedAt | None, NamedAt | None]:
    from hearsay.cli.identifying import naming_of
    from hearsay.cli.picturing import one_called

    return naming_of(asking, entity), naming_of(asking, one_called(asking, what))
