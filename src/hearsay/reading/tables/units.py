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
from hearsay.reading.tables.held import held
from hearsay.reading.tables.row import Row
from hearsay.reading.tables.sheet import Sheet
from hearsay.reading.tables.unit_columns import ALIASES, BESIDE, CITED, CLASSES, NAME, Beside
from hearsay.vocabulary.spans import Spans
from hearsay.vocabulary.statements import Grounds, Party


def read_units(sheet: Sheet, row: Row, repeats: Repeats) -> None:
    """A unit's names and classes, and its parent, site, area and membership as far as given."""
    country = country_code(row.value("Organization division_id"))
    record = row.value("o_id")
    unit = sheet.party(row, NAME.name, "unit", record=record, country=country)
    if unit is None:
        sheet.report(row, NAME.name, "no-name", "a row without a unit's name; it states nothing.")
        return
    _known_of(sheet, row, unit, repeats)
    for what in BESIDE:
        _beside(sheet, row, unit, what, repeats)


def _beside(sheet: Sheet, row: Row, unit: Party, what: Beside, repeats: Repeats) -> None:
    country = unit.country if what.of_the_units_country else None
    if what.country is not None:
        country = country_code(row.value(what.country))
    named = [
        sheet.party(
            row,
            one.column.name,
            one.type,
            record=row.value(one.id) if one.id else None,
            country=country,
        )
        for one in what.named
    ]
    grounds = _grounds(sheet, row, unit, what, repeats)
    for one, party in zip(what.named, named, strict=True):
        if party is not None:
            for column in what.details:
                describe(sheet, row, party, one.column, column, repeats)
            break
    classes = tuple(entry for entry, _ in row.parts(what.classes.name)) if what.classes else ()
    if grounds is not None and any(named):
        sheet.state(what.states(grounds, unit, named, classes))


def _known_of(sheet: Sheet, row: Row, unit: Party, repeats: Repeats) -> None:
    when = held(sheet, row, CITED)
    dated = cited(sheet, row, *CITED.columns())
    describe(
        sheet,
        row,
        unit,
        NAME,
        NAME,
        repeats,
        field="name",
        held=when,
        when=dated,
        read=row.spans(*CITED.names()),
        beside=row.spans("o_id", "Organization division_id"),
    )
    name_otherwise(sheet, row, unit, NAME, ALIASES, repeats)
    describe(sheet, row, unit, NAME, CLASSES, repeats, field="classification")
    describe(sheet, row, unit, NAME, Column("Notes"), repeats)


def _grounds(sheet: Sheet, row: Row, unit: Party, what: Beside, repeats: Repeats) -> Grounds | None:
    """What the statement of these columns stands on; `None` where there is none, or said before."""
    columns, dating = what.columns(), what.when
    when = held(sheet, row, dating)
    sources = cited(sheet, row, *columns, *dating.columns())
    if not row.spans(*(c.name for c in columns)):
        _report_alone(sheet, row, columns[0], (*what.ids(), *dating.all_names()))
        return None
    said = tuple(row.value(c.name) for c in columns)
    dated = (when.ranges, when.begins, when.ends, when.assumed)
    if repeats.again(columns[0].name, unit.name, unit.record, said, sources, dated):
        return None
    values = row.spans(*(c.name for c in columns), *what.ids())
    spans: Spans = tuple(sorted({*row.spans(NAME.name), *values, *when.words}))
    read = row.spans(NAME.name, *(c.name for c in columns), *dating.names())
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
