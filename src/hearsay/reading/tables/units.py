"""Security Force Monitor's older table of units: a row joins a unit with a parent and a site.

A unit has as many rows as it has parents, sites, areas of operation and memberships; its name,
aliases and classes stand in each. What is said again word for word is counted, not stated twice.
A parent is read as what the unit is part of, with the class that the table gives the relation
(`Command`, `Administrative`, `Informal`).
"""

from __future__ import annotations

from hearsay.reading.tables.cited import Column, cited
from hearsay.reading.tables.countries import country_code
from hearsay.reading.tables.describing import Repeats, describe, name_otherwise
from hearsay.reading.tables.held import Dating, Split, held
from hearsay.reading.tables.row import Row
from hearsay.reading.tables.sheet import Sheet
from hearsay.vocabulary.spans import Spans
from hearsay.vocabulary.statements import Grounds, Party, Positioning, Relation


def _column(name: str, of: str, *, source: str = "Source: ") -> Column:
    return Column(name, f"{source}{of}", f"Confidence: {of}")


_NAME = _column("Organization:Name", "Name")
_ALIASES = _column("Organization:other_names", "Aliases or alternative spellings")
_CLASSES = _column("Organization:classification", "Classification")
_CITED = Dating(
    first=_column("Organization:date_first_cited", "Organization date_first_cited"),
    first_split=Split("firstcited_month", "firstcited_day", "firstcited_year"),
    begins="start date of Organization? Y/N",
    last=_column("Organization:date_last_cited", "Organization date_last_cited"),
    last_split=Split("lastcited_month", "lastcited_day", "lastcited_year"),
    open_ended="Organization:open_ended? Y/N/E",
)
_PARENT = _column("OrganizationOrganization:parent_id", "OrganizationOrganization:parent_id")
_PARENT_CLASS = Column(
    "OrganizationOrganization:classification",
    "UUID: Administrative, Command, or Informal parent relationship",
    "Confidence: Administrative, Command, or Informal parent relationship",
)
_UNDER_PARENT = Dating(
    first=_column(
        "OrganizationOrganization:date_first_cited",
        "Date of first citation for parent organization",
    ),
    first_split=Split("month", "day", "year"),
    begins="Start date of OrganizationOrganization Y/N?",
    last=_column(
        "OrganizationOrganization:date_last_cited", "Date of last citation for parent organization"
    ),
    last_split=Split("oo_month", "oo_day", "oo_year"),
    open_ended="OrganizationOrganization:open_ended",
)
_BASE = _column("Headquarters (Barracks, Base, Physical Asset)", "Headquarters")
_EXACT = _column("Site: Exact Location - Longitude or OSM Node Name", "Site Exact Location")
_EXACT_ID = Column("Site: Exact Location - Latitude or OSM Node ID")
_SITE = _column("Site:geonames_name", "Site:geonames_name")
_STATE = _column("Site:admin_level_1_geonames_name", "Site:admin_level_1_geonames_name")
_AT_SITE = Dating(
    first=_column("OrganizationSite:date_first_cited", "OrganizationSite:date_first_cited"),
    first_split=Split("os_month", "os_day", "os_year"),
    begins="Is this the founding date? (Y/N)",
    last=_column("OrganizationSite:date_last_cited", "OrganizationSite:date_last_cited"),
    last_split=Split("os_last_month", "os_last_day", "os_last_year"),
    open_ended="OrganizationSite:open_ended (Y/N/E)",
)
_AREA = _column("Area of Operations Geoname", "Area of Operations")
_IN_AREA = Dating(
    first=_column(
        "Date of first citation for area of operations",
        "Date of first citation for area of operations",
    ),
    first_split=Split("aoo_start_month", "aoo_start_day", "aoo_start_year"),
    begins="start date of area of operation? Y/N",
    last=_column(
        "Date of last citation for area of operations",
        "Date of last citation for area of operations",
    ),
    last_split=Split("aoo_last_month", "aoo_last_day", "aoo_last_year"),
    open_ended="Assume Area of Operations to Current Date? (Y/N/E)",
)
_MEMBER = _column("OrganizationMembership:member_id", "OrganizationMembership:member_id")
_AS_MEMBER = Dating(
    first=_column(
        "Date of first citation for OrganizationMembership:member_id",
        "Date of first citation for OrganizationMembership:member_id",
    ),
    first_split=Split("om_first_month", "om_first_day", "om_first_year"),
    begins="start date of OrganizationMembership? Y/N",
    last=_column(
        "Date of last citation for OrganizationMembership:member_id",
        "Date of last citation for OrganizationMembership:member_id",
    ),
    last_split=Split("om_last_month", "om_last_day", "om_last_year"),
    ends="end date of OrganizationMembership? Y/N",
)


def read_units(sheet: Sheet, row: Row, repeats: Repeats) -> None:
    """A unit's names and classes, and its parent, site, area and membership as far as given."""
    country = country_code(row.value("Organization division_id"))
    record = row.value("o_id")
    unit = sheet.party(row, _NAME.name, "unit", record=record, country=country)
    if unit is None:
        sheet.report(row, _NAME.name, "no-name", "a row without a unit's name; it states nothing.")
        return
    _known_of(sheet, row, unit, repeats)
    _parent(sheet, row, unit, repeats)
    _site(sheet, row, unit, repeats)
    _area(sheet, row, unit, repeats)
    _membership(sheet, row, unit, repeats)


def _known_of(sheet: Sheet, row: Row, unit: Party, repeats: Repeats) -> None:
    when = held(sheet, row, _CITED)
    dated = cited(sheet, row, *_CITED.columns())
    describe(
        sheet,
        row,
        unit,
        _NAME,
        _NAME,
        repeats,
        field="name",
        held=when,
        when=dated,
        read=row.spans(*_CITED.names()),
        beside=row.spans("o_id", "Organization division_id"),
    )
    name_otherwise(sheet, row, unit, _NAME, _ALIASES, repeats)
    describe(sheet, row, unit, _NAME, _CLASSES, repeats, field="classification")
    describe(sheet, row, unit, _NAME, Column("Notes"), repeats)


def _parent(sheet: Sheet, row: Row, unit: Party, repeats: Repeats) -> None:
    parent = sheet.party(row, _PARENT.name, "unit", country=unit.country)
    grounds = _grounds(sheet, row, unit, (_PARENT, _PARENT_CLASS), _UNDER_PARENT, (), repeats)
    classes = tuple(entry for entry, _ in row.parts(_PARENT_CLASS.name))
    if parent is None or grounds is None:
        return
    sheet.state(Relation(grounds, unit, "part_of", parent, classes))


def _site(sheet: Sheet, row: Row, unit: Party, repeats: Repeats) -> None:
    country = country_code(row.value("Site:division_id"))
    state_id, site_id = (row.value(f"Site:{level}geonames_id") for level in ("admin_level_1_", ""))
    state = sheet.party(row, _STATE.name, "place", record=state_id, country=country)
    site = sheet.party(row, _SITE.name, "place", record=site_id, country=country)
    base = sheet.party(row, _BASE.name, "place", country=country)
    beside = ("Site:geonames_id", "Site:admin_level_1_geonames_id", "Site:division_id")
    grounds = _grounds(sheet, row, unit, (_BASE, _SITE, _STATE), _AT_SITE, beside, repeats)
    place = site or state or base
    if place is not None:
        for column in (_EXACT, _EXACT_ID):
            describe(sheet, row, base or place, _BASE if base else _SITE, column, repeats)
    if place is None or grounds is None:
        return
    named = base.name if base is not None and base is not place else None
    within = state if state is not place else None
    sheet.state(Positioning(grounds, unit, place, "site", base=named, within=within))


def _area(sheet: Sheet, row: Row, unit: Party, repeats: Repeats) -> None:
    country = country_code(row.value("Area of Operations division_id"))
    record = row.value("Area of Operations GeonameID")
    area = sheet.party(row, _AREA.name, "place", record=record, country=country)
    beside = ("Area of Operations GeonameID", "Area of Operations division_id")
    grounds = _grounds(sheet, row, unit, (_AREA,), _IN_AREA, beside, repeats)
    if area is not None and grounds is not None:
        sheet.state(Positioning(grounds, unit, area, "area"))


def _membership(sheet: Sheet, row: Row, unit: Party, repeats: Repeats) -> None:
    whole = sheet.party(row, _MEMBER.name, "unit")
    grounds = _grounds(sheet, row, unit, (_MEMBER,), _AS_MEMBER, (), repeats)
    if whole is not None and grounds is not None:
        sheet.state(Relation(grounds, unit, "member_of", whole))


def _grounds(
    sheet: Sheet,
    row: Row,
    unit: Party,
    columns: tuple[Column, ...],
    dating: Dating,
    beside: tuple[str, ...],
    repeats: Repeats,
) -> Grounds | None:
    """What the statement of these columns stands on; `None` where there is none, or said before."""
    when = held(sheet, row, dating)
    sources = cited(sheet, row, *columns, *dating.columns())
    values = row.spans(*(c.name for c in columns), *beside)
    if not row.spans(*(c.name for c in columns)):
        _report_alone(sheet, row, columns[0], (*beside, *dating.all_names()))
        return None
    said = tuple(row.value(c.name) for c in columns)
    dated = (when.ranges, when.begins, when.ends, when.assumed)
    if repeats.again(columns[0].name, unit.name, unit.record, said, sources, dated):
        return None
    spans: Spans = tuple(sorted({*row.spans(_NAME.name), *values, *when.words}))
    read = row.spans(_NAME.name, *(c.name for c in columns), *dating.names())
    return Grounds(sheet.assertion(row, read), spans, held=when, cited=sources)


def _report_alone(sheet: Sheet, row: Row, column: Column, beside: tuple[str, ...]) -> None:
    """Dates and ids of something that the row does not name."""
    left = [name for name in beside if name in row]
    if left:
        sheet.report(
            row,
            left[0],
            "nothing-named",
            f'{len(left)} cells beside "{column.name}", which is empty; they state nothing.',
        )
