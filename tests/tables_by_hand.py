"""Small tables in the manner of the real ones, for tests: fictional forces, persons and places."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from hashlib import sha256

from hearsay.documents.making import make
from hearsay.reading.reader import table_reader
from hearsay.vocabulary.captures import Capture, Fetched
from hearsay.vocabulary.documents import Document
from hearsay.vocabulary.readings import Reading, Source

A, B, C = (f"{digit * 8}-{digit * 4}-4{digit * 3}-8{digit * 3}-{digit * 12}" for digit in "abc")
"""Ids of sources, as the tables write them."""

PERSON_COLUMNS = (
    "ID",
    "Owner-initial of staff researcher",
    "Name",
    "Source: Name",
    "Confidence: Name",
    "Aliases or alternative spellings (semi-colon separated)",
    "Source: Aliases or alternative spellings",
    "Confidence: Aliases or alternative spellings",
    "division_id",
    "Organization",
    "Source: Organization",
    "Confidence: Organization",
    "Role",
    "Source: Role",
    "Confidence: Role",
    "Title (official title)",
    "Source: Title",
    "Confidence: Title",
    "Rank",
    "Source: Rank",
    "Confidence: Rank",
    "First citation",
    "first_month",
    "first_day",
    "first_year",
    "Source: First citation",
    "Confidence: First citation",
    "Start date? (Y/N)",
    "Context for start date",
    "Source: Context for start date",
    "Confidence: Context for start date",
    "Last citation",
    "last_month",
    "last_day",
    "last_year",
    "Source: Last citation",
    "Confidence: Last citation",
    "End date? (Y/N)",
    "Context for end date",
    "Source: Context for end date",
    "Confidence: Context for end date",
    "Notes",
    "Gender",
)
UNIT_COLUMNS = (
    "Organization:Name",
    "Source: Name",
    "Confidence: Name",
    "Organization:other_names",
    "Source: Aliases or alternative spellings",
    "Organization:classification",
    "Source: Classification",
    "Organization division_id",
    "Organization:date_first_cited",
    "firstcited_month",
    "firstcited_day",
    "firstcited_year",
    "Source: Organization date_first_cited",
    "start date of Organization? Y/N",
    "Organization:open_ended? Y/N/E",
    "OrganizationOrganization:parent_id",
    "Source: OrganizationOrganization:parent_id",
    "OrganizationOrganization:classification",
    "UUID: Administrative, Command, or Informal parent relationship",
    "OrganizationOrganization:date_first_cited",
    "Source: Date of first citation for parent organization",
    "Start date of OrganizationOrganization Y/N?",
    "OrganizationOrganization:date_last_cited",
    "Source: Date of last citation for parent organization",
    "OrganizationOrganization:open_ended",
    "Headquarters (Barracks, Base, Physical Asset)",
    "Source: Headquarters",
    "Site:geonames_name",
    "Site:geonames_id",
    "Source: Site:geonames_name",
    "Site:admin_level_1_geonames_name",
    "Site:admin_level_1_geonames_id",
    "Source: Site:admin_level_1_geonames_name",
    "Site:division_id",
    "Area of Operations Geoname",
    "Area of Operations GeonameID",
    "Area of Operations division_id",
    "Source: Area of Operations",
    "OrganizationMembership:member_id",
    "Source: OrganizationMembership:member_id",
    "Notes",
    "o_id",
)


def table(columns: Sequence[str], *rows: Mapping[str, str], separator: str = ",") -> str:
    """A table as a file would hold it; what a row does not name stays empty."""
    text = io.StringIO()
    lines = csv.DictWriter(text, columns, delimiter=separator, restval="")
    lines.writeheader()
    lines.writerows(rows)
    return text.getvalue()


def document_of(text: str, *, address: str = "table.csv") -> Document:
    """The document that the format which knows such a table makes of it."""
    content = text.encode()
    capture = Capture(
        sha256(content).hexdigest(), address, "2031-05-08T10:00:00Z", "file", len(content)
    )
    made = make(Fetched(capture, content))
    assert made.document is not None, made.problems
    return made.document


def reading_of(document: Document, *sources: Source) -> Reading:
    """What the reader of tables finds that bears the format's name."""
    reader = table_reader(document.format.split(" ")[0], sources=sources)
    assert reader is not None
    return next(reader.read([document]))


def read_persons(*rows: Mapping[str, str]) -> Reading:
    """What a table of persons with these rows states."""
    return reading_of(document_of(table(PERSON_COLUMNS, *rows)))


def read_units(*rows: Mapping[str, str]) -> Reading:
    """What a table of units with these rows states."""
    return reading_of(document_of(table(UNIT_COLUMNS, *rows, separator="\t")))


def read_claims(*rows: Mapping[str, str]) -> Reading:
    """What a claim table of 2026 with these rows states; the columns are those that they name."""
    columns = list(dict.fromkeys(column for row in rows for column in row))
    return reading_of(document_of(table(columns, *rows, separator="\t")))


def codes(reading: Reading) -> list[str]:
    """What was told of a table, by the problems' codes.

    All but that a value cites no source, which short rows are full of.
    """
    return [problem.code for problem in reading.problems if problem.code != "uncited"]


TRAINING = """<?xml version="1.0"?>
<countries>
  <country name="Iraq">
    <c_name>Iraq</c_name>
    <program name="{program}">
      <p_name>{program}</p_name>
{rows}
    </program>
  </country>
</countries>
"""


def training(*rows: Mapping[str, str], program: str = "CTFP - FY 2009 DoD Training") -> str:
    """A file of the US training report with these rows."""
    return TRAINING.format(
        program=program,
        rows="\n".join(
            "<training>"
            + "".join(f"<{column}>{words}</{column}>" for column, words in row.items())
            + "</training>"
            for row in rows
        ),
    )


def read_training(
    *rows: Mapping[str, str], program: str = "CTFP - FY 2009 DoD Training"
) -> Reading:
    """What such a file states."""
    return reading_of(document_of(training(*rows, program=program), address="report.xml"))
