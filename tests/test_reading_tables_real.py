"""Security Force Monitor's tables for Nigeria and the US training report, cell by cell."""

from __future__ import annotations

import csv
from bisect import bisect_right
from collections import Counter
from functools import cache

import pytest
from conftest import SHARED
from tables_by_hand import document_of, reading_of

from hearsay.vocabulary.documents import Document
from hearsay.vocabulary.readings import Reading
from hearsay.vocabulary.spans import Span
from hearsay.vocabulary.statements import (
    Assistance,
    Describing,
    Naming,
    Positioning,
    Posting,
    Relation,
    Statement,
)
from hearsay.vocabulary.tables import cells_of

NIGERIA = SHARED / "data" / "sfm-nigeria"
TRAINING = SHARED / "data" / "us-foreign-training"
pytestmark = pytest.mark.skipif(not SHARED.exists(), reason="../shared is not here")

DATES = ("First citation", "Last citation")
VALUES = {
    "Name": ("Source: Name", "Confidence: Name"),
    "Organization": ("Source: Organization", "Confidence: Organization"),
    "Role": ("Source: Role", "Confidence: Role"),
    "Title (official title)": ("Source: Title", "Confidence: Title"),
    "Rank": ("Source: Rank", "Confidence: Rank"),
    **{column: (f"Source: {column}", f"Confidence: {column}") for column in DATES},
    "Context for start date": (
        "Source: Context for start date",
        "Confidence: Context for start date",
    ),
    "Context for end date": ("Source: Context for end date", "Confidence: Context for end date"),
}


@cache
def read(name: str) -> tuple[Document, Reading, list[dict[str, str]]]:
    """A table's document, what is read in it, and its rows as Python's own reader has them."""
    text = (NIGERIA / name).read_text(encoding="utf-8")
    separator = "\t" if name.endswith(".tsv") else ","
    rows = list(csv.DictReader(text.splitlines(), delimiter=separator))
    document = document_of(text, address=name)
    return document, reading_of(document), rows


def plain(words: str) -> str | None:
    return " ".join(words.split()) or None


def test_every_posting_of_nigeria_is_its_row_value_by_value() -> None:
    _, reading, rows = read("ng_persons_20190501.csv")
    postings = [s for s in reading.statements if isinstance(s, Posting)]
    assert len(postings) == len(rows) == 885
    for posting, row in zip(postings, rows, strict=True):
        assert posting.person.name == plain(row["Name"])
        assert posting.unit is not None
        assert posting.unit.name == plain(row["Organization"])
        assert posting.unit.country == row["division_id"].upper()
        given = (posting.role, posting.title, posting.rank)
        columns = ("Role", "Title (official title)", "Rank")
        assert given == tuple(row[c].strip() or None for c in columns)
        held = posting.grounds.held
        assert held.begins_how == (row["Context for start date"].strip() or None)
        assert held.ends_how == (row["Context for end date"].strip() or None)
        assert not held.begins or row["Start date? (Y/N)"] == "Y"
        assert not held.ends or row["End date? (Y/N)"] == "Y"


def test_every_value_of_a_posting_keeps_its_sources_and_confidence() -> None:
    _, reading, rows = read("ng_persons_20190501.csv")
    postings = [s for s in reading.statements if isinstance(s, Posting)]
    for posting, row in zip(postings, rows, strict=True):
        cited = {c.field: (set(c.sources), c.confidence) for c in posting.grounds.cited}
        for column, (source, confidence) in VALUES.items():
            if row[column].strip() and (row[source].strip() or row[confidence].strip()):
                ids = {id.strip().lower() for id in row[source].split(";") if id.strip()}
                assert cited[column] == (ids, row[confidence].strip() or None), column


def test_every_date_of_a_posting_is_in_its_ranges_or_told() -> None:
    _, reading, rows = read("ng_persons_20190501.csv")
    told = {
        int(p.message.split(",")[0].removeprefix("row "))
        for p in reading.problems
        if p.code in ("contradictory-date", "repaired-date", "reversed-dates")
    }
    postings = [s for s in reading.statements if isinstance(s, Posting)]
    for number, (posting, row) in enumerate(zip(postings, rows, strict=True), 1):
        days = [day for prefix in ("first", "last") if (day := by_hand(row, prefix))]
        expected = list(dict.fromkeys(days))
        if number not in told:
            ranges = zip(posting.grounds.held.ranges, expected, strict=True)
            found = [(r.first[: len(day)], r.precise) for r, day in ranges]
            assert found == [(day, len(day) == 10) for day in expected]
    assert len(told) == 7


def by_hand(row: dict[str, str], prefix: str) -> str | None:
    parts = [row[f"{prefix}_{part}"].strip() for part in ("year", "month", "day")]
    return "-".join(part.zfill(2) for part in parts if part) or None


def entries(words: str) -> set[str]:
    return {found for part in words.split(";") if (found := plain(part))}


def test_every_alias_of_a_person_is_another_name_of_theirs() -> None:
    _, reading, rows = read("ng_persons_20190501.csv")
    names = {(s.entity.name, s.name) for s in reading.statements if isinstance(s, Naming)}
    column = "Aliases or alternative spellings (semi-colon separated)"
    assert names == {(plain(r["Name"]), alias) for r in rows for alias in entries(r[column])}


@pytest.mark.parametrize("name", ["ng_persons_20190501.csv", "ng_orgs_20191024.tsv"])
def test_every_cell_is_in_a_statement_or_told(name: str) -> None:
    document, reading, rows = read(name)
    who = "Name" if "Name" in rows[0] else "Organization:Name"
    stated = _stated(document, reading.statements, who)
    ids = {(n, id) for n, found in _cited(reading.statements).items() for id in found}
    told = {p.span for p in reading.problems}
    lost = []
    for passage in document.passages:
        cells = cells_of(document.text, passage.span)
        named = plain(cells[who].of(document.text))
        for column, span in cells.items():
            words = span.of(document.text)
            # Where a base stands exactly is said of the base, once for all who are there.
            if span in told or ("Site" in column and "Exact" in column):
                continue
            if column.startswith(("Source:", "UUID:")):
                lost += [(column, id) for id in entries(words) if (named, id.lower()) not in ids]
            elif not column.startswith("Confidence:"):
                whole = {(named, column, entry) for entry in (entries(words) or {words})}
                if not (whole <= stated or (named, column, plain(words)) in stated):
                    lost.append((column, words))
    assert not lost, lost[:20]


def test_where_a_base_stands_exactly_is_said_of_the_base() -> None:
    _, reading, rows = read("ng_orgs_20191024.tsv")
    node = "Site: Exact Location - Latitude or OSM Node ID"
    base = "Headquarters (Barracks, Base, Physical Asset)"
    found = {
        (s.entity.type, s.entity.name, s.value)
        for s in reading.statements
        if isinstance(s, Describing) and s.field == node
    }
    assert found == {("place", plain(r[base]), r[node]) for r in rows if r[node]}


def _stated(
    document: Document, statements: tuple[Statement, ...], who: str
) -> set[tuple[str | None, str, str | None]]:
    """Each value that statements hold, with its column and whose row it is."""
    rows: dict[int, tuple[str | None, list[tuple[Span, str]]]] = {}
    starts: dict[int, int] = {}
    for passage in document.passages:
        cells = cells_of(document.text, passage.span)
        rows[passage.paragraph] = (
            plain(cells[who].of(document.text)),
            [(span, column) for column, span in cells.items()],
        )
        starts |= dict.fromkeys((span.start for span in cells.values()), passage.paragraph)
    found = set()
    for statement in statements:
        first = min(statement.grounds.spans).start
        named, cells_here = rows[starts[first]]
        at = [cell.start for cell, _ in cells_here]
        for span in statement.grounds.spans:
            column = cells_here[bisect_right(at, span.start) - 1][1]
            found.add((named, column, plain(span.of(document.text))))
            found |= {(named, column, entry) for entry in entries(span.of(document.text))}
    return found


def _cited(statements: tuple[Statement, ...]) -> dict[str | None, set[str]]:
    found: dict[str | None, set[str]] = {}
    for statement in statements:
        party = next(
            getattr(statement, part)
            for part in ("person", "unit", "entity")
            if hasattr(statement, part)
        )
        ids = {id for cited in statement.grounds.cited for id in cited.sources}
        found.setdefault(party.name, set()).update(ids)
    return found


def test_units_of_nigeria_have_the_parents_and_places_of_their_rows() -> None:
    _, reading, rows = read("ng_orgs_20191024.tsv")
    statements = reading.statements
    relations = {
        (s.kind, s.unit.name, s.related.name, s.classes)
        for s in statements
        if isinstance(s, Relation)
    }
    parent, kind = "OrganizationOrganization:parent_id", "OrganizationOrganization:classification"
    member = "OrganizationMembership:member_id"
    assert relations == {
        ("part_of", plain(r["Organization:Name"]), plain(r[parent]), (r[kind].strip(),))
        for r in rows
        if r[parent].strip()
    } | {
        ("member_of", plain(r["Organization:Name"]), plain(r[member]), ())
        for r in rows
        if r[member].strip()
    }
    places = {
        (s.kind, s.unit.name, s.place.record) for s in statements if isinstance(s, Positioning)
    }
    area = "Area of Operations GeonameID"
    assert {p for p in places if p[0] == "area"} == {
        ("area", plain(r["Organization:Name"]), r[area].strip()) for r in rows if r[area].strip()
    }


def test_every_organisation_of_a_posting_is_named_in_the_table_of_units() -> None:
    _, persons, _ = read("ng_persons_20190501.csv")
    _, units, _ = read("ng_orgs_20191024.tsv")
    posted = {s.unit.name for s in persons.statements if isinstance(s, Posting) and s.unit}
    named = {s.unit.name for s in units.statements if isinstance(s, Relation | Positioning)}
    named |= {s.entity.name for s in units.statements if not isinstance(s, Relation | Positioning)}
    assert len(posted) == 227
    assert posted - named == set()


@pytest.mark.parametrize(
    ("name", "rows", "stated"),
    [
        ("2009_2010_Near_East_fmtrpt_dedup.xml", 2946, 2886),
        ("1999_2000_Near_East_2_fmtrpt_dedup.xml", 736, 736),
    ],
)
def test_every_row_of_the_training_report_is_stated_or_told(
    name: str, rows: int, stated: int
) -> None:
    document = document_of((TRAINING / name).read_text(encoding="utf-8"), address=name)
    reading = reading_of(document)
    told: Counter[str] = Counter()
    for problem in reading.problems:
        told[problem.code] += problem.count or 1
    left = told["subtotals"] + told["joined-rows"] + told["left-out"] + told["shifted-row"]
    trainings = [s for s in reading.statements if isinstance(s, Assistance)]
    assert (len(document.passages), len(trainings)) == (rows, stated)
    assert rows == stated + left
    assert all(s.receiver.name and s.receiver.country for s in trainings)
    # A cell that was taken apart is held by its parts, of which the first begins where it does.
    held = {span.start for s in trainings for span in s.grounds.spans}
    lost = [
        (column, span.of(document.text))
        for passage in document.passages
        for column, span in cells_of(document.text, passage.span).items()
        if span.start not in held
    ]
    blank = {"N/A", "$", "UNK", "Unknown", "UNKNOWN", "Not Reported", "None", "-", "TBD"}
    lost = [(column, words) for column, words in lost if words not in blank]
    assert len({words for _, words in lost if words.endswith("Program Totals")}) <= 1
    assert sum(column == "course_title" for column, _ in lost) == left - told["joined-rows"]
