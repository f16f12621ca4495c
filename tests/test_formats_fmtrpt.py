"""The US report on foreign military training as a document."""

from __future__ import annotations

from hashlib import sha256

import pytest
from tables_by_hand import document_of, reading_of, training

from hearsay.documents.making import Made, format_of, make
from hearsay.vocabulary.captures import Capture, Fetched
from hearsay.vocabulary.tables import cells_of

ROW = {
    "course_title": "RANGER",
    "student_unit": "5th Division",
    "quantity": "2",
    "page_number": "17",
}


def test_knows_the_report_among_other_xml() -> None:
    assert format_of(training(ROW).encode()) == "fmtrpt"
    assert format_of(b'<?xml version="1.0"?><rss></rss>') is None


def test_cites_the_page_of_the_printed_report() -> None:
    document = document_of(training(ROW, {**ROW, "page_number": "7 7"}))
    assert [(p.row, p.page) for p in document.passages] == [(1, 17), (2, 7)]


def test_says_whose_report_it_is_and_which_fiscal_years_it_covers() -> None:
    found = document_of(training(ROW, program="IMET, FY 99")).particulars
    assert found.publisher == "US Department of State and US Department of Defense"
    assert found.period == "1998-10-01/1999-09-30"


def test_names_country_and_programme_in_each_row() -> None:
    document = document_of(training(ROW))
    words = document.passages[0].span.of(document.text)
    assert words.startswith("country:\tIraq;\nprogram:\tCTFP - FY 2009 DoD Training;\n")


def made_of(text: str, *, encoding: str = "utf-8") -> Made:
    content = text.encode(encoding)
    capture = Capture(
        sha256(content).hexdigest(), "r.xml", "2031-05-08T10:00:00Z", "file", len(content)
    )
    return make(Fetched(capture, content))


def told(text: str) -> list[tuple[str, int | None]]:
    return [(problem.code, problem.count) for problem in document_of(text).problems]


def rows(text: str) -> list[dict[str, str]]:
    document = document_of(text)
    return [
        {column: cell.of(document.text) for column, cell in cells.items()}
        for cells in (cells_of(document.text, passage.span) for passage in document.passages)
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("entity", ['"smuggled"', 'SYSTEM "file:///etc/hostname"'])
def test_refuses_a_document_type_in_every_encoding(encoding: str, entity: str) -> None:
    body = training({**ROW, "course_title": "&a;"}).partition("?>")[2]
    doctype = f"<!DOCTYPE countries [<!ENTITY a {entity}>]>"
    text = f'<?xml version="1.0" encoding="{encoding}"?>{doctype}{body}'
    (problem,) = made_of(text, encoding=encoding).problems
    assert problem.code == "damaged"
    assert "document type of its own" in problem.message


def test_reads_a_report_in_utf_16() -> None:
    text = training(ROW).replace('"1.0"', '"1.0" encoding="utf-16"')
    document = made_of(text, encoding="utf-16").document
    assert document is not None
    assert "5th Division" in document.text


def test_tells_of_rows_that_stand_in_no_programme_of_a_country() -> None:
    lost = "<training><student_unit>9th Brigade</student_unit></training>"
    text = training(ROW).replace("<c_name>", f"{lost}<c_name>")
    text = text.replace("</countries>", f"<program>{lost}{lost}</program></countries>")
    assert told(text) == [("misplaced", 2), ("misplaced", 1)]
    assert [row["student_unit"] for row in rows(text)] == ["5th Division"]


def test_countries_and_programmes_within_each_other_multiply_no_row() -> None:
    row = "<training><student_unit>7th Brigade</student_unit></training>"
    twice = training(ROW).replace("</country>", f"<country><program>{row}</program></country>@")
    text = twice.replace("@", "</country>")
    text = text.replace("</program>\n", f"<program>{row}</program></program>\n")
    assert [row["student_unit"] for row in rows(text)] == ["5th Division"]
    assert told(text) == [("misplaced", 1), ("misplaced", 1)]


def test_tells_of_cells_and_words_outside_any_row() -> None:
    text = training(ROW).replace("<training>", "<group><x>lost words</x></group>astray<training>")
    assert told(text) == [("left-out", 1), ("words-left-out", 1)]


def test_keeps_both_of_two_cells_of_one_name() -> None:
    cell = "<student_unit>"
    text = training(ROW).replace(cell, f"{cell}1st Brigade</student_unit>{cell}")
    (row,) = rows(text)
    assert (row["student_unit"], row["student_unit #2"]) == ("1st Brigade", "5th Division")
    problems = reading_of(document_of(text)).problems
    assert [p.message for p in problems if p.code == "not-read"] == [
        'row 1, column "student_unit #2": the row has more than one cell "student_unit"; the first '
        "one is read."
    ]


def test_takes_the_words_behind_a_tag_within_a_cell() -> None:
    text = training(ROW).replace("5th Division", "5th <b>Coastal</b> Division")
    assert [row["student_unit"] for row in rows(text)] == ["5th Coastal Division"]
    assert told(text) == [("tags-within", 1)]


def test_a_report_of_tags_alone_holds_no_rows() -> None:
    text = f"<countries><country>{'<a>' * 9000}{'</a>' * 9000}</country></countries>"
    (problem,) = made_of(text).problems
    assert problem.code == "no-rows"


def test_takes_no_page_out_of_a_longer_number() -> None:
    (passage,) = document_of(training({**ROW, "page_number": "99999999"})).passages
    assert passage.page is None
