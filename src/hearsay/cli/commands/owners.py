"""`hearsay owners`: keeps and lists whose the outlets are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from hearsay.cli.opening import opened
from hearsay.cli.options import (
    by_option,
    case_option,
    known_at_option,
    list_options,
    why_option,
)
from hearsay.cli.printing import bold, count, dim, one_line, print_list, say_each, tell
from hearsay.vocabulary.errors import Misuse

if TYPE_CHECKING:
    from hearsay.case import Ownership


@click.command(short_help="Keep or list whose the outlets are.")
@click.argument("table", metavar="[FILE]", required=False)
@click.option("--outlet", metavar="NAME", help="State the owner of this one outlet.")
@click.option("--owner", metavar="NAME", help="To whom it belongs.")
@case_option
@known_at_option
@why_option
@by_option
@list_options
def command(
    table: str | None,
    outlet: str | None,
    owner: str | None,
    case_path: str,
    known_at: str | None,
    why: str,
    by: str,
    form: str | None,
) -> None:
    """Keep in the case whose the outlets in FILE are, or the one that --outlet and --owner state;
    without either, list what the case holds. Outlets of one owner are not independent of each
    other, and every count of origins minds it.

    FILE is CSV with the columns name and owner, and if wanted kind (agency, newspaper …),
    country, domains and aliases, several parted by |. What you state beats the table that Hearsay
    comes with. Each line is a judgement of its own, with who stated it and why; `hearsay undo`
    takes it back. It is kept in the case, and is no option of each count, so that everyone who
    works on the case gets the same numbers.
    """
    stated = _stated(table, outlet, owner)
    if stated is None:
        _list(case_path, known_at, form)
        return
    if known_at is not None or form is not None:
        raise Misuse("--known-at, --json and --jsonl go with the list alone.")
    outlets, why = _read(table, outlet, owner, why)
    with opened(case_path) as case:
        new = case.judging.own(outlets, by=by, why=why)
        head = case.head()
    held = len(outlets) - new
    known = f", {held:,} held already" if held else ""
    click.echo(f"{count(new, 'outlet')} kept{known}. hearsay owners lists them.")
    click.echo(f"Head: {head}")


def _stated(table: str | None, outlet: str | None, owner: str | None) -> bool | None:
    if (outlet is None) is not (owner is None):
        raise Misuse("--outlet and --owner go together: whose is which outlet?")
    if table is not None and outlet is not None:
        raise Misuse("Name a FILE, or --outlet and --owner; not both.")
    return True if table is not None or outlet is not None else None


def _read(table: str | None, outlet: str | None, owner: str | None, why: str) -> tuple[Any, str]:
    from hearsay.case import OwnedOutlet
    from hearsay.case.owning import read_owners

    if table is not None:
        return read_owners(table), why
    stated = OwnedOutlet(one_line(outlet or ""), one_line(owner or ""))
    if not stated.name or not stated.owner:
        raise Misuse("--outlet and --owner each need a name.")
    return (stated,), why


def _list(case_path: str, known_at: str | None, form: str | None) -> None:
    with opened(case_path) as case:
        found = case.judging.owners(known_at=known_at)
    if form is not None:
        print_list(map(_shape, found), form)
    elif not say_each(map(_lines, found)):
        tell(
            "Nobody has stated an owner in this case; counts mind the table that Hearsay comes "
            "with. State your own with: hearsay owners FILE"
        )


def _shape(one: Ownership) -> dict[str, object]:
    outlet = one.outlet
    return {
        "id": one.id,
        "outlet": outlet.name,
        "owner": outlet.owner,
        "kind": outlet.kind or None,
        "country": outlet.country or None,
        "domains": list(outlet.domains),
        "aliases": list(outlet.aliases),
        "by": one.by,
        "why": one.why,
        "recorded_at": one.recorded_at,
    }


def _lines(one: Ownership) -> list[str]:
    from hearsay.outputs.judged import said

    outlet = one.outlet
    known = [outlet.kind, outlet.country, *outlet.domains, *outlet.aliases]
    parts = [one.by, one.recorded_at[:10], *(part for part in known if part)]
    why = f": {one_line(one.why)}" if one.why else ""
    return [
        f"{bold(one.id)} {said(one)}",
        dim(f"    {one_line(' · '.join(parts))}{why}"),
    ]
