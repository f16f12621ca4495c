"""`hearsay aliases`: keeps, lists and gives out the names that are one's in this case."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from hearsay.cli.opening import opened
from hearsay.cli.options import (
    by_option,
    case_option,
    known_at_option,
    list_options,
    why_option,
)
from hearsay.cli.printing import bold, dim, one_line, print_list, say_each, tell
from hearsay.vocabulary.errors import Misuse

if TYPE_CHECKING:
    from hearsay.case import Aliasing, NamesOfOne


@click.command(short_help="Keep or list which names are one's in this case.")
@click.argument("table", metavar="[FILE]", required=False)
@click.option("--entity", metavar="NAME", help="State the other names of this one, with --names.")
@click.option("--names", metavar="NAMES", help="Its other names, parted by a vertical bar.")
@click.option("--source", metavar="TEXT", help="Who says that these names are one.")
@click.option("--csv", "as_csv", is_flag=True, help="Print the list as a table for FILE.")
@case_option
@known_at_option
@why_option
@by_option
@list_options
def command(
    table: str | None,
    entity: str | None,
    names: str | None,
    source: str | None,
    as_csv: bool,
    case_path: str,
    known_at: str | None,
    why: str,
    by: str,
    form: str | None,
) -> None:
    """Keep in the case the names in FILE, or those that --entity, --names and --source state;
    without either, list what the case holds. Who is who in this case minds them before the table
    that Hearsay comes with, and so does `hearsay same --case`.

    FILE is CSV with the columns entity, names (parted by |) and source, and if wanted kind (force,
    unit, party, body, ministry, person) and country (two letters). A name stated here means only
    the one whom you state; what Hearsay knows of that one besides still counts. A line that cannot
    be meant is told with its number, and then nothing is taken. Each line is a judgement of its
    own, with who stated it and why; `hearsay undo` takes it back. With --csv the list can be
    edited, shared and read into another case.
    """
    stated = _stated(table, entity, names, source)
    listing = known_at is not None or form is not None or as_csv
    if stated is None:
        _list(case_path, known_at, form, as_csv)
        return
    if listing:
        raise Misuse("--known-at, --csv, --json and --jsonl go with the list alone.")
    with opened(case_path) as case:
        new = case.judging.alias(stated, by=by, why=why)
        head = case.head()
    held = len(stated) - new
    known = f", {held:,} held already" if held else ""
    click.echo(f"The names of {new:,} kept{known}. hearsay aliases lists them.")
    click.echo(f"Head: {head}")


def _stated(
    table: str | None, entity: str | None, names: str | None, source: str | None
) -> tuple[NamesOfOne, ...] | None:
    """What is stated, in a file or outright; `None` where nothing is."""
    from hearsay.case import NamesOfOne
    from hearsay.case.aliasing import checked
    from hearsay.cli.aliasing import rows_of

    outright = (entity, names, source)
    if all(one is None for one in outright):
        return None if table is None else rows_of(table)
    if table is not None:
        raise Misuse("Name a FILE, or --entity, --names and --source; not both.")
    if any(one is None for one in outright):
        raise Misuse("--entity, --names and --source go together: who is called what, who says so?")
    parted = tuple(part.strip() for part in (names or "").split("|") if part.strip())
    return (checked(NamesOfOne(one_line(entity or ""), parted, one_line(source or ""))),)


def _list(case_path: str, known_at: str | None, form: str | None, as_csv: bool) -> None:
    from hearsay.case.aliasing import table_of

    with opened(case_path) as case:
        found = case.judging.aliases(known_at=known_at)
    if as_csv:
        if form is not None:
            raise Misuse("Choose one of --csv, --json and --jsonl.")
        click.echo(table_of(found), nl=False)
    elif form is not None:
        print_list(map(_shape, found), form)
    elif not say_each(map(_lines, found)):
        tell(
            "Nobody has stated names in this case; who is who minds the table that Hearsay comes "
            "with. State your own with: hearsay aliases FILE"
        )


def _shape(one: Aliasing) -> dict[str, object]:
    named = one.named
    return {
        "id": one.id,
        "entity": named.entity,
        "names": list(named.names),
        "source": named.source,
        "kind": named.kind or None,
        "country": named.country or None,
        "by": one.by,
        "why": one.why,
        "recorded_at": one.recorded_at,
    }


def _lines(one: Aliasing) -> list[str]:
    from hearsay.outputs.judged import said

    named = one.named
    known = [part for part in (named.kind, named.country) if part]
    why = f": {one_line(one.why)}" if one.why else ""
    return [
        f"{bold(one.id)} {said(one)}{dim(' · '.join(['', *known]))}",
        dim(f"    source: {one_line(named.source)}"),
        dim(f"    {one_line(one.by)} · {one.recorded_at[:10]}{why}"),
    ]
