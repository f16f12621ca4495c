"""A case of small tables on a fictional army, for tests of the commands that ask what is known."""

from __future__ import annotations

from pathlib import Path

from conftest import Hearsay
from tables_by_hand import PERSON_COLUMNS, UNIT_COLUMNS, A, B, table


def posting(
    name: str, unit: str, first: str, last: str, *, role: str = "Commander", rank: str = ""
) -> dict[str, str]:
    """A row of a table of persons; days as 2021-05-30."""
    row = {
        "Name": name,
        "Source: Name": A,
        "Organization": unit,
        "Source: Organization": A,
        "Role": role,
        "Source: Role": A,
        "Rank": rank,
        "Source: Rank": A if rank else "",
    }
    for part, key, day in (("First", "first", first), ("Last", "last", last)):
        year, month, of_month = day.split("-")
        row |= {
            f"{part} citation": f"{int(month)}/{int(of_month)}/{year}",
            f"{key}_year": year,
            f"{key}_month": month,
            f"{key}_day": of_month,
            f"Source: {part} citation": A,
        }
    return row


def unit(name: str, parent: str, first: str, last: str) -> dict[str, str]:
    """A row of a table of units."""
    return {
        "Organization:Name": name,
        "Source: Name": B,
        "OrganizationOrganization:parent_id": parent,
        "Source: OrganizationOrganization:parent_id": B,
        "OrganizationOrganization:date_first_cited": _american(first),
        "Source: Date of first citation for parent organization": B,
        "OrganizationOrganization:date_last_cited": _american(last),
        "Source: Date of last citation for parent organization": B,
    }


def army(hearsay: Hearsay, *, units: tuple[dict[str, str], ...] = ()) -> None:
    """Takes in an army of Tamrin with two brigades, three commanders and what else is given."""
    persons = (
        posting("Tarek Olin", "5 Coastal Brigade", "2019-03-01", "2020-06-30", rank="Colonel"),
        posting("Tarek Olin", "2 Division", "2021-01-10", "2022-03-01", rank="Brigadier General"),
        posting("Masoud Varre", "5 Coastal Brigade", "2021-02-01", "2022-05-01", rank="Colonel"),
        posting("Petra Anselm", "5 Coastal Brigade", "2021-12-01", "2022-04-01", rank="Colonel"),
    )
    rows = (
        unit("5 Coastal Brigade", "2 Division", "2019-01-01", "2022-06-01"),
        unit("7 Coastal Brigade", "2 Division", "2019-01-01", "2019-12-31"),
        unit("2 Division", "Army of Tamrin", "2018-01-01", "2022-06-01"),
        *units,
    )
    Path("persons.csv").write_text(table(PERSON_COLUMNS, *persons), encoding="utf-8")
    Path("units.tsv").write_text(table(UNIT_COLUMNS, *rows, separator="\t"), encoding="utf-8")
    ran = hearsay("import", "sfm", "persons.csv", "units.tsv", "--publisher", "Harbour Archive")
    assert ran.code == 0, ran.err


def _american(day: str) -> str:
    year, month, of_month = day.split("-")
    return f"{int(month)}/{int(of_month)}/{year}"
