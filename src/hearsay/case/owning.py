"""Reads a team's own table of outlets and owners, and says what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from hearsay.case.tables import Stated, beyond_the_last, has_letters, stated_in, told_to_write
from hearsay.ledger.judgements import OwnedOutlet, Ownership
from hearsay.ledger.settling import outlet_key
from hearsay.origins.citing.owners import Outlet, Owners
from hearsay.vocabulary.errors import Misuse

COLUMNS = ("name", "owner", "kind", "country", "domains", "aliases")
"""What a table may say of an outlet; the first two have to be there."""
_NEEDED = COLUMNS[:2]
_Row = tuple[int, OwnedOutlet]
"""An outlet with the line of the file on which it stands."""


def read_owners(path: str) -> tuple[OwnedOutlet, ...]:
    """The outlets in a CSV file, in its order; raises where a row cannot be meant."""
    rows = stated_in(path, columns=COLUMNS, needed=_NEEDED)
    found = tuple((row.line, _outlet_in(row)) for row in rows)
    if not found:
        heading = told_to_write(_NEEDED)
        raise Misuse(f"{path}: lists no outlet. {heading}, and a line for each outlet.")
    _refuse_twice(path, found)
    _refuse_shared(path, found)
    refuse_circle((outlet for _, outlet in found), path)
    return tuple(outlet for _, outlet in found)


def refuse_circle(outlets: Iterable[OwnedOutlet], where: str) -> None:
    """Raises where outlets are said to belong to each other in a circle: A to B, and B to A.

    Who belongs to itself belongs to nobody else, which is no circle.
    """
    owner: dict[str, OwnedOutlet] = {outlet_key(one.name): one for one in outlets}
    for name in owner:
        way: dict[str, OwnedOutlet] = {}
        while name in owner and name not in way:
            way[name] = owner[name]
            name = outlet_key(owner[name].owner)
        circle = list(way)[list(way).index(name) :] if name in way else []
        if len(circle) > 1:
            told = " to ".join(way[key].name for key in (*circle, circle[0]))
            raise Misuse(f"{where}: a circle of owners, {told}. Say to whom one of them belongs.")


def owners_of(stated: Iterable[Ownership]) -> Owners:
    """The table that comes with Hearsay, with what people of the case state, which beats it."""
    known = Owners.known()
    supplied = dict.fromkeys(known.by_name.values())
    return Owners.of((*supplied, *(_outlet(one.outlet, known) for one in stated)))


def _outlet_in(row: Stated) -> OwnedOutlet:
    if row.beyond:
        raise Misuse(beyond_the_last(row))
    name, owner = row.one("name"), row.one("owner")
    if not name:
        raise Misuse(f"{row.where}: an owner ({owner}) and no outlet. Fill in the column name.")
    if not owner:
        raise Misuse(
            f"{row.where}: {name} has no owner. Fill in the column owner, with its own name if it "
            "belongs to itself."
        )
    for written in (name, owner, *row.many("aliases")):
        if not has_letters(written):
            raise Misuse(
                f'{row.where}: "{written}" has neither letter nor digit. Write out the name.'
            )
    domains = tuple(map(_domain, row.many("domains")))
    return OwnedOutlet(
        name, owner, row.one("kind"), row.one("country"), domains, row.many("aliases")
    )


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
