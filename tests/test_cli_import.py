"""`hearsay import`: tables into the case, and what it says of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import Hearsay
from tables_by_hand import PERSON_COLUMNS, A, B, table, training

from hearsay.reading.tables.training import Training

PERSON = {
    "Name": "Tarek Olin",
    "Source: Name": A,
    "Organization": "5 Coastal Brigade",
    "Source: Organization": B,
    "Role": "Commander",
    "Source: Role": A,
    "First citation": "10/16/20106",
    "first_month": "10",
    "first_day": "16",
    "first_year": "2016",
    "Source: First citation": A,
}
SOURCES = ("source_id", "title", "published_on", "publication_title")
TRAINING = {
    "course_title": "RANGER COURSE",
    "page_number": "17",
    "quantity": "2",
    "student_unit": "5th Coastal Division",
    "total_cost": "$33,127",
}


def persons(*rows: dict[str, str]) -> None:
    Path("persons.csv").write_text(table(PERSON_COLUMNS, *rows), encoding="utf-8")


def sources() -> None:
    listed = (
        dict(zip(SOURCES, (A, "Sea wall", "2031-05-08", "Coast Gazette"), strict=True)),
        dict(zip(SOURCES, (B, "Harbour", "2031-05-09", "Daily Lantern"), strict=True)),
    )
    Path("sources.csv").write_text(table(SOURCES, *listed), encoding="utf-8")


def test_says_what_was_taken_in_and_what_was_amiss(hearsay: Hearsay) -> None:
    persons(PERSON)
    ran = hearsay("import", "sfm", "persons.csv")
    assert ran.code == 0, ran.err
    lines = ran.out.splitlines()
    assert lines[0] == "persons.csv: 1 row: 1 posting"
    assert lines[1].startswith("  repaired: 1 (repaired-date): row 1, column ")
    assert "1 file: 1 row, 1 claim." in lines
    assert "Stated: 1 posting." in lines


def test_a_claim_names_the_publications_that_its_row_cites(hearsay: Hearsay) -> None:
    persons(PERSON)
    sources()
    assert hearsay("import", "sfm", "persons.csv", "--sources", "sources.csv").code == 0
    ran = hearsay("claims", "Olin")
    assert "Security Force Monitor › Coast Gazette and Daily Lantern: " in ran.out
    assert "Role: Commander" in ran.out
    (claim,) = json.loads(hearsay("claims", "--speaker", "Daily Lantern", "--json").out)
    assert claim["speakers"][0]["name"] == "Security Force Monitor"


def test_importing_again_changes_nothing(hearsay: Hearsay) -> None:
    persons(PERSON)
    sources()
    first = hearsay("import", "sfm", "persons.csv", "--sources", "sources.csv")
    again = hearsay("import", "sfm", "persons.csv", "--sources", "sources.csv")
    assert "nothing new, the case holds it already" in again.out
    assert first.out.splitlines()[-1] == again.out.splitlines()[-1]


def test_reading_a_table_again_loses_no_names_of_sources(hearsay: Hearsay) -> None:
    persons(PERSON)
    sources()
    hearsay("import", "sfm", "persons.csv", "--sources", "sources.csv")
    assert "nothing new" in hearsay("read", "persons.csv").out
    assert "Coast Gazette" in hearsay("claims", "Olin").out


def test_a_list_of_sources_that_comes_later_names_what_was_cited(hearsay: Hearsay) -> None:
    persons(PERSON)
    sources()
    hearsay("import", "sfm", "persons.csv")
    assert "Coast Gazette" not in hearsay("claims", "Olin").out
    hearsay("import", "sfm", "persons.csv", "--sources", "sources.csv")
    assert "Coast Gazette" in hearsay("claims", "Olin").out
    assert len(hearsay("claims", "--jsonl").out.splitlines()) == 1


def test_read_knows_a_table_by_its_content(hearsay: Hearsay) -> None:
    Path("rows.dat").write_text(training(TRAINING), encoding="utf-8")
    ran = hearsay("read", "rows.dat")
    assert ran.code == 0, ran.err
    assert "1 table row, 1 claim" in ran.out
    assert "p. 17" in hearsay("claims", "Coastal").out


def test_a_file_of_another_format_is_not_taken_in_and_the_rest_is(hearsay: Hearsay) -> None:
    persons(PERSON)
    Path("report.xml").write_text(training(TRAINING), encoding="utf-8")
    ran = hearsay("import", "sfm", "report.xml", "persons.csv")
    assert ran.code == 2
    assert 'report.xml: not taken in: it looks like "fmtrpt", not like "sfm".' in ran.out
    assert "persons.csv: 1 row: 1 posting" in ran.out


def test_an_unknown_format_is_refused_with_those_that_there_are(hearsay: Hearsay) -> None:
    ran = hearsay("import", "excel", "persons.csv")
    assert ran.code == 2
    assert "'fmtrpt', 'sfm'" in ran.err


def test_problems_name_file_row_and_column(hearsay: Hearsay) -> None:
    persons(PERSON)
    hearsay("import", "sfm", "persons.csv")
    told = hearsay("problems").out
    assert 'persons.csv: row 1, column "First citation": "10/16/20106"' in told


def test_json_counts_statements_by_kind(hearsay: Hearsay) -> None:
    persons(PERSON)
    (result,) = json.loads(hearsay("import", "sfm", "persons.csv", "--json").out)
    assert (result["rows"], result["claims"]) == (1, 1)
    assert result["statements"] == {"posting": 1}


def test_what_a_label_hides_is_in_no_statement_either(hearsay: Hearsay) -> None:
    from hearsay.case import Case

    persons(PERSON, {**PERSON, "Name": "Ada Bell"})
    hearsay("import", "sfm", "persons.csv")
    (claim,) = json.loads(hearsay("claims", "Olin", "--json").out)
    assert hearsay("label", claim["id"], "witness").code == 0
    with Case.open("case.hearsay") as case:
        (row,) = case.documents()
        reading = case.shown(row.capture).reading
    assert reading is not None
    assert [s.person.name for s in reading.statements if hasattr(s, "person")] == ["Ada Bell"]


def test_what_is_redacted_is_in_no_statement_either(hearsay: Hearsay) -> None:
    from hearsay.case import Case

    persons(PERSON, {**PERSON, "Name": "Ada Bell"})
    hearsay("import", "sfm", "persons.csv")
    (claim,) = json.loads(hearsay("claims", "Olin", "--json").out)
    assert hearsay("redact", claim["id"], "--reason", "in danger", "--yes").code == 0
    assert hearsay("verify").code == 0
    with Case.open("case.hearsay") as case:
        (row,) = case.documents()
        shown = case.shown(row.capture)
    assert shown.reading is not None
    assert "Olin" not in shown.document.text
    assert "Olin" not in repr(shown.reading)
    assert "Ada Bell" in repr(shown.reading.statements)


def test_a_table_that_breaks_its_reader_loses_no_other(
    hearsay: Hearsay, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A cell of 5,000 digits once ended the import, with all files that came after it."""
    read = Training.read

    def fails_on_one(self: Training) -> None:
        if "Breaker" in self._sheet.document.text:
            raise ValueError("Exceeds the limit (4300 digits)")
        read(self)

    broken = {**TRAINING, "student_unit": "Breaker Company"}
    Path("a.xml").write_text(training(TRAINING), encoding="utf-8")
    Path("b.xml").write_text(training(broken), encoding="utf-8")
    Path("c.xml").write_text(training({**TRAINING, "quantity": "3"}), encoding="utf-8")
    with monkeypatch.context() as patched:
        patched.setattr(Training, "read", fails_on_one)
        ran = hearsay("import", "fmtrpt", "a.xml", "b.xml", "c.xml")
    assert ran.code == 2
    assert "b.xml: the reader of such tables failed on it (ValueError: Exceeds" in ran.out
    assert "3 files: 2 rows, 2 claims." in ran.out

    assert "b.xml: 1 row: 1 training" in hearsay("import", "fmtrpt", "b.xml").out


def test_a_cell_of_thousands_of_digits_is_a_problem_of_its_row(hearsay: Hearsay) -> None:
    persons({**PERSON, "first_year": "9" * 5000, "First citation": "2016"})
    Path("report.xml").write_text(training({**TRAINING, "quantity": "9" * 5000}), encoding="utf-8")
    assert "1 row: 1 posting" in hearsay("import", "sfm", "persons.csv").out
    assert "1 row: 1 training" in hearsay("import", "fmtrpt", "report.xml").out
    told = hearsay("problems").out
    assert 'persons.csv: row 1, column "First citation": "2016" is taken as 2016' in told
    assert 'report.xml: row 1, column "quantity": "9999' in told
