"""The columns of Security Force Monitor's older table of units, and what each group of them states.

A row may name a parent, a site, an area of operation and a membership beside its unit, each with
dates, ids and sources of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from hearsay.reading.tables.cited import Column
from hearsay.reading.tables.held import Dating, Split
from hearsay.vocabulary.statements import (
    EntityType,
    Grounds,
    Party,
    Positioning,
    Relation,
    Statement,
)


@dataclass(frozen=True, slots=True)
class Named:
    """A column that names somebody or something, and the one with its id."""

    column: Column
    type: EntityType
    id: str | None = None


Parties = Sequence[Party | None]
"""Whom the columns name, in their order."""
Classes = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """What a row may say of a unit besides its names: what it is under, at, over or among."""

    named: tuple[Named, ...]
    when: Dating
    states: Callable[[Grounds, Party, Parties, Classes], Statement]
    classes: Column | None = None
    """How the table calls the relation."""
    country: str | None = None
    """The column that says of which country they are."""
    of_the_units_country: bool = False
    details: tuple[Column, ...] = ()
    """What is kept of the first that is named."""

    def columns(self) -> tuple[Column, ...]:
        """Those that state it."""
        return (*(one.column for one in self.named), *((self.classes,) if self.classes else ()))

    def ids(self) -> tuple[str, ...]:
        """Those that say more closely who is named."""
        every = (*(one.id for one in self.named), self.country)
        return tuple(column for column in every if column is not None)


def _part_of(grounds: Grounds, unit: Party, named: Parties, classes: Classes) -> Statement:
    return Relation(grounds, unit, "part_of", _first(named), classes)


def _member_of(grounds: Grounds, unit: Party, named: Parties, classes: Classes) -> Statement:
    return Relation(grounds, unit, "member_of", _first(named), classes)


def _at_a_site(grounds: Grounds, unit: Party, named: Parties, _: Classes) -> Statement:
    """At the town, or else the state, or else the base that is named."""
    base, town, state = named
    place = _first((town, state, base))
    own = base.name if base is not None and base is not place else None
    within = state if state is not place else None
    return Positioning(grounds, unit, place, "site", base=own, within=within)


def _over_an_area(grounds: Grounds, unit: Party, named: Parties, _: Classes) -> Statement:
    return Positioning(grounds, unit, _first(named), "area")


def _first(named: Parties) -> Party:
    return next(one for one in named if one is not None)


def _column(name: str, of: str | None = None) -> Column:
    return Column(name, f"Source: {of or name}", f"Confidence: {of or name}")


def _dating(
    first: Column,
    last: Column,
    parts: tuple[str, str],
    begins: str,
    *,
    ends: str | None = None,
    open_ended: str | None = None,
) -> Dating:
    """Two dates that stand once more in parts, in columns of which `parts` are the beginnings."""
    before, after = (Split(f"{p}month", f"{p}day", f"{p}year") for p in parts)
    return Dating(first, before, begins, last, after, ends, open_ended)


NAME = _column("Organization:Name", "Name")
ALIASES = _column("Organization:other_names", "Aliases or alternative spellings")
CLASSES = _column("Organization:classification", "Classification")
CITED = _dating(
    _column("Organization:date_first_cited", "Organization date_first_cited"),
    _column("Organization:date_last_cited", "Organization date_last_cited"),
    ("firstcited_", "lastcited_"),
    "start date of Organization? Y/N",
    open_ended="Organization:open_ended? Y/N/E",
)
_UNDER = "OrganizationOrganization"
_AT = "OrganizationSite"
_AMONG = "OrganizationMembership"
_KIND_OF_PARENT = "Administrative, Command, or Informal parent relationship"
_SITE, _STATE = "Site:", "Site:admin_level_1_"
BESIDE = (
    Beside(
        (Named(_column(f"{_UNDER}:parent_id"), "unit"),),
        _dating(
            _column(f"{_UNDER}:date_first_cited", "Date of first citation for parent organization"),
            _column(f"{_UNDER}:date_last_cited", "Date of last citation for parent organization"),
            ("", "oo_"),
            f"Start date of {_UNDER} Y/N?",
            open_ended=f"{_UNDER}:open_ended",
        ),
        _part_of,
        classes=Column(
            f"{_UNDER}:classification", f"UUID: {_KIND_OF_PARENT}", f"Confidence: {_KIND_OF_PARENT}"
        ),
        of_the_units_country=True,
    ),
    Beside(
        (
            Named(
                _column("Headquarters (Barracks, Base, Physical Asset)", "Headquarters"), "place"
            ),
            Named(_column(f"{_SITE}geonames_name"), "place", f"{_SITE}geonames_id"),
            Named(_column(f"{_STATE}geonames_name"), "place", f"{_STATE}geonames_id"),
        ),
        _dating(
            _column(f"{_AT}:date_first_cited"),
            _column(f"{_AT}:date_last_cited"),
            ("os_", "os_last_"),
            "Is this the founding date? (Y/N)",
            open_ended=f"{_AT}:open_ended (Y/N/E)",
        ),
        _at_a_site,
        country="Site:division_id",
        details=(
            _column("Site: Exact Location - Longitude or OSM Node Name", "Site Exact Location"),
            Column("Site: Exact Location - Latitude or OSM Node ID"),
        ),
    ),
    Beside(
        (
            Named(
                _column("Area of Operations Geoname", "Area of Operations"),
                "place",
                "Area of Operations GeonameID",
            ),
        ),
        _dating(
            _column("Date of first citation for area of operations"),
            _column("Date of last citation for area of operations"),
            ("aoo_start_", "aoo_last_"),
            "start date of area of operation? Y/N",
            open_ended="Assume Area of Operations to Current Date? (Y/N/E)",
        ),
        _over_an_area,
        country="Area of Operations division_id",
    ),
    Beside(
        (Named(_column(f"{_AMONG}:member_id"), "unit"),),
        _dating(
            _column(f"Date of first citation for {_AMONG}:member_id"),
            _column(f"Date of last citation for {_AMONG}:member_id"),
            ("om_first_", "om_last_"),
            f"start date of {_AMONG}? Y/N",
            ends=f"end date of {_AMONG}? Y/N",
        ),
        _member_of,
    ),
)
