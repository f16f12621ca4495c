"""Reads a team's own table of outlets and owners, and says what is wrong with it."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from hearsay.ledger.folding import fold
from hearsay.ledger.judgements import OwnedOutlet, Ownership
from hearsay.origins.citing.owners import Outlet, Owners
from hearsay.vocabulary.errors import Misuse

COLUMNS = ("name", "owner", "kind", "country", "domains", "aliases")
"""What a table may say of an outlet; the first two have to be there."""
_NEEDED = COLUMNS[:2]
_PARTED_BY = "|"
_HEADING = "Write a first line with the columns name and owner"


def read_owners(path: str) -> tuple[OwnedOutlet, ...]:
    """The outlets in a CSV file, in its order; raises where a row cannot be meant."""
    try:
        lines = Path(path).read_text("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        raise Misuse(f"{path}: is no UTF-8 text. Save the table as CSV in UTF-8.") from None
    except OSError as problem:
        reason = problem.strerror or "it cannot be read"
        raise Misuse(
            f"{path}: {reason}. Name a CSV file with the columns name and owner."
        ) from None
    found = tuple(_outlets(path, lines))
    if not found:
        raise Misuse(f"{path}: lists no outlet. {_HEADING}, and a line for each outlet.")
    _refuse_twofold(path, found)
    return found


def owners_of(stated: Iterable[Ownership]) -> Owners:
    """The table that comes with Hearsay, with what people of the case state, which beats it."""
    known = Owners.known()
    supplied = dict.fromkeys(known.by_name.values())
    return Owners.of((*supplied, *(_outlet(one.outlet, known) for one in stated)))


def _outlets(path: str, lines: Sequence[str]) -> Iterator[OwnedOutlet]:
    table = csv.DictReader(lines, delimiter=_delimiter(lines), restval="")
    columns = [(name or "").strip().lower() for name in table.fieldnames or ()]
    missing = [name for name in _NEEDED if name not in columns]
    if missing:
        raise Misuse(f"{path}: has no column {' and no column '.join(missing)}. {_HEADING}.")
    table.fieldnames = columns
    try:
        for row in table:
            if any((row.get(name) or "").strip() for name in COLUMNS):
                yield _row(f"{path}, line {table.line_num}", row)
    except csv.Error as problem:
        raise Misuse(
            f"{path}, line {table.line_num}: {problem}. Save the table as CSV again."
        ) from None


def _delimiter(lines: Sequence[str]) -> str:
    """What parts the columns; spreadsheets of half of the world write semicolons."""
    heading = lines[0] if lines else ""
    return max(",;\t", key=heading.count)


def _row(where: str, row: Mapping[str, str | None]) -> OwnedOutlet:
    def one(column: str) -> str:
        return " ".join((row.get(column) or "").split())

    def many(column: str) -> tuple[str, ...]:
        return tuple(part.strip() for part in one(column).split(_PARTED_BY) if part.strip())

    name, owner = one("name"), one("owner")
    if not name:
        raise Misuse(f"{where}: an owner ({owner}) and no outlet. Fill in the column name.")
    if not owner:
        raise Misuse(
            f"{where}: {name} has no owner. Fill in the column owner, with its own name if it "
            "belongs to itself."
        )
    domains = tuple(map(_domain, many("domains")))
    return OwnedOutlet(name, owner, one("kind"), one("country"), domains, many("aliases"))


def _domain(address: str) -> str:
    """`coast.example`, also where a whole address was written."""
    host = address.lower().partition("//")[2] or address.lower()
    return host.partition("/")[0].removeprefix("www.")


def _refuse_twofold(path: str, found: Iterable[OwnedOutlet]) -> None:
    owners: dict[str, str] = {}
    for outlet in found:
        other = owners.setdefault(fold(outlet.name), outlet.owner)
        if fold(other) != fold(outlet.owner):
            raise Misuse(
                f"{path}: {outlet.name} belongs to {other} in one line and to {outlet.owner} in "
                "another. Leave one of them."
            )


def _outlet(stated: OwnedOutlet, known: Owners) -> Outlet:
    """An outlet as stated; what is not said of it is taken from the table that Hearsay has."""
    held = known.outlet(stated.name)
    mine = Outlet(
        stated.name, stated.kind, stated.owner, stated.country, stated.domains, stated.aliases
    )
    if held is None:
        return mine
    return replace(
        mine,
        kind=mine.kind or held.kind,
        country=mine.country or held.country,
        # Its address still leads to it, and so do its other names.
        domains=tuple(dict.fromkeys((*mine.domains, *held.domains))),
        aliases=tuple(dict.fromkeys((*mine.aliases, held.name, *held.aliases))),
    )
