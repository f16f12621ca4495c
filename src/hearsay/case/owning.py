"""Reads a team's own table of outlets and owners, and says what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from hearsay.documents.rows import Line, TooLong, separated
from hearsay.ledger.judgements import OwnedOutlet, Ownership
from hearsay.ledger.settling import outlet_key
from hearsay.origins.citing.owners import Outlet, Owners
from hearsay.vocabulary.errors import Misuse

COLUMNS = ("name", "owner", "kind", "country", "domains", "aliases")
"""What a table may say of an outlet; the first two have to be there."""
_NEEDED = COLUMNS[:2]
_PARTED_BY = "|"
_HEADING = "Write a first line with the columns name and owner"
# An outlet with all its domains and aliases takes less; more is a quotation mark left open.
_MOST_SIGNS = 2000

_Row = tuple[int, OwnedOutlet]
"""An outlet with the line of the file on which it stands."""


def read_owners(path: str) -> tuple[OwnedOutlet, ...]:
    """The outlets in a CSV file, in its order; raises where a row cannot be meant."""
    found = tuple(_outlets(path, _text(path)))
    if not found:
        raise Misuse(f"{path}: lists no outlet. {_HEADING}, and a line for each outlet.")
    _refuse_twice(path, found)
    _refuse_shared(path, found)
    return tuple(outlet for _, outlet in found)


def owners_of(stated: Iterable[Ownership]) -> Owners:
    """The table that comes with Hearsay, with what people of the case state, which beats it."""
    known = Owners.known()
    supplied = dict.fromkeys(known.by_name.values())
    return Owners.of((*supplied, *(_outlet(one.outlet, known) for one in stated)))


def _text(path: str) -> str:
    try:
        # Line breaks as they are: those within a cell are a part of it.
        text = Path(path).read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Misuse(f"{path}: is no UTF-8 text. Save the table as CSV in UTF-8.") from None
    except OSError as problem:
        reason = problem.strerror or "it cannot be read"
        raise Misuse(
            f"{path}: {reason}. Name a CSV file with the columns name and owner."
        ) from None
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise Misuse(f"{path}, line {line}: holds a zero byte. Save the table as CSV in UTF-8.")
    return text


def _outlets(path: str, text: str) -> Iterator[_Row]:
    columns: list[str] | None = None
    for line in separated(text):
        where = f"{path}, line {line.begins}"
        if isinstance(line, TooLong) or max(map(len, line.cells), default=0) > _MOST_SIGNS:
            raise Misuse(
                f"{where}: a cell of more than {_MOST_SIGNS:,} signs. Close the quotation mark at "
                "its beginning, or shorten it."
            )
        if columns is None:
            columns = _columns(path, line)
        elif any(cell.strip() for cell in line.cells):
            yield line.begins, _row(where, columns, line.cells)
    if columns is None:
        _columns(path, Line([], 1, 1))


def _columns(path: str, first: Line) -> list[str]:
    columns = [name.strip().lower() for name in first.cells]
    missing = [name for name in _NEEDED if name not in columns]
    if missing:
        raise Misuse(f"{path}: has no column {' and no column '.join(missing)}. {_HEADING}.")
    twice = [name for name in COLUMNS if columns.count(name) > 1]
    if twice:
        raise Misuse(f"{path}: has the column {twice[0]} more than once. Leave one of them.")
    return columns


def _row(where: str, columns: Sequence[str], cells: Sequence[str]) -> OwnedOutlet:
    beyond = [cell.strip() for cell in cells[len(columns) :] if cell.strip()]
    if beyond:
        raise Misuse(
            f'{where}: "{beyond[0]}" stands beyond the last column. Put a name that holds what '
            "separates the cells in quotation marks."
        )
    row = dict(zip(columns, cells, strict=False))

    def one(column: str) -> str:
        return " ".join(row.get(column, "").split())

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
    for written in (name, owner, *many("aliases")):
        if not any(sign.isalnum() for sign in written):
            raise Misuse(f'{where}: "{written}" has neither letter nor digit. Write out the name.')
    domains = tuple(map(_domain, many("domains")))
    return OwnedOutlet(name, owner, one("kind"), one("country"), domains, many("aliases"))


def _domain(address: str) -> str:
    """`coast.example`, also where a whole address was written."""
    host = address.lower().partition("//")[2] or address.lower()
    return host.partition("/")[0].removeprefix("www.")


def _refuse_twice(path: str, found: Iterable[_Row]) -> None:
    """The ledger would let the later line stand above the earlier one, and nobody would know."""
    lines: dict[str, _Row] = {}
    for line, outlet in found:
        before, other = lines.setdefault(outlet_key(outlet.name), (line, outlet))
        if before != line:
            raise Misuse(
                f"{path}, lines {before} and {line}: one outlet, {other.name}, belongs to "
                f"{other.owner} in one line and to {outlet.owner} in another. Leave one of them."
            )


def _refuse_shared(path: str, found: Sequence[_Row]) -> None:
    """A name or an address leads to one outlet; under two of different owners it says nothing."""
    leads: dict[tuple[str, str], _Row] = {}
    for line, outlet in found:
        for what, key, written in _leading_to(outlet):
            before, other = leads.setdefault((what, key), (line, outlet))
            if outlet_key(other.owner) != outlet_key(outlet.owner):
                raise Misuse(
                    f'{path}, lines {before} and {line}: the {what} "{written}" leads to '
                    f"{other.name} of {other.owner} and to {outlet.name} of {outlet.owner}. Leave "
                    "it with one of them."
                )


def _leading_to(outlet: OwnedOutlet) -> Iterator[tuple[str, str, str]]:
    """All that an outlet is found by: what it is, in which form it is compared, how it stands."""
    for name in (outlet.name, *outlet.aliases):
        yield "name", outlet_key(name), name
    for domain in outlet.domains:
        yield "domain", domain, domain


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
