"""Security Force Monitor's older table of persons: a row is one posting, with names and dates.

A person is named anew in each row, with the same aliases; what a row says of them that an earlier
row said word for word, with the same sources, is not stated again, but counted. Where a row gives
no id, its table keeps persons apart by their names ("Musa Aliyu (Coast Command)"): then the name,
with the table's country, is the record.
"""

from __future__ import annotations

from hearsay.reading.tables.cited import Column, cited
from hearsay.reading.tables.countries import country_code
from hearsay.reading.tables.describing import Repeats, describe, name_otherwise
from hearsay.reading.tables.held import Dating, Split, held
from hearsay.reading.tables.row import Row
from hearsay.reading.tables.sheet import Sheet
from hearsay.vocabulary.statements import Grounds, Party, Posting


def _column(name: str, of: str | None = None) -> Column:
    return Column(name, f"Source: {of or name}", f"Confidence: {of or name}")


_NAME = _column("Name")
_ALIASES = _column(
    "Aliases or alternative spellings (semi-colon separated)", "Aliases or alternative spellings"
)
_UNIT = _column("Organization")
_ROLE = _column("Role")
_TITLE = _column("Title (official title)", "Title")
_RANK = _column("Rank")
_POSTED = Dating(
    first=_column("First citation"),
    first_split=Split("first_month", "first_day", "first_year"),
    begins="Start date? (Y/N)",
    last=_column("Last citation"),
    last_split=Split("last_month", "last_day", "last_year"),
    ends="End date? (Y/N)",
    begins_how=_column("Context for start date"),
    ends_how=_column("Context for end date"),
)
_BESIDES = (
    *map(
        _column,
        (
            "Gender",
            "Date of Birth",
            "Death Date",
            "Biography",
            "Facebook Page",
            "Twitter Account",
            "Headshot",
        ),
    ),
    Column("Wikipedia Page"),
    Column("Notes"),
)


def read_persons(sheet: Sheet, row: Row, repeats: Repeats) -> None:
    """A person's posting, other names, and what else the row keeps of them."""
    country = country_code(row.value("division_id"))
    person = sheet.party(row, "Name", "person", record=_record(row))
    if person is None:
        sheet.report(row, "Name", "no-name", "a row without a person's name; it states nothing.")
        return
    _posting(sheet, row, person, country)
    name_otherwise(sheet, row, person, _NAME, _ALIASES, repeats)
    for column in _BESIDES:
        describe(sheet, row, person, _NAME, column, repeats)


def _record(row: Row) -> str | None:
    id, name = row.value("ID"), row.value("Name")
    if id is not None or name is None:
        return id
    return f"{row.value('division_id') or ''}:{' '.join(name.split())}"


def _posting(sheet: Sheet, row: Row, person: Party, country: str | None) -> None:
    unit = sheet.party(row, "Organization", "unit", country=country)
    when = held(sheet, row, _POSTED)
    if "Rank" in row:
        sheet.mention("Rank", row.spans("Rank")[0])
    for column in ("Role", "Title (official title)"):
        for span in row.spans(column):
            sheet.mention("Role", span)
    own = row.spans("Name", "Organization", "Role", "Title (official title)", "Rank")
    spans = tuple(sorted((*own, *row.spans("division_id", *_POSTED.all_names()))))
    sheet.state(
        Posting(
            Grounds(
                sheet.assertion(row, (*own, *row.spans(*_POSTED.names()))),
                spans,
                held=when,
                cited=cited(sheet, row, _NAME, _UNIT, _ROLE, _TITLE, _RANK, *_POSTED.columns()),
            ),
            person,
            unit,
            role=row.value("Role"),
            title=row.value("Title (official title)"),
            rank=row.value("Rank"),
        )
    )
