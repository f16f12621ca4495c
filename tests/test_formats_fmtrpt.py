"""The US report on foreign military training as a document."""

from __future__ import annotations

from hashlib import sha256

from tables_by_hand import document_of, training

from hearsay.documents.making import format_of, make
from hearsay.vocabulary.captures import Capture, Fetched

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


def test_expands_no_entities() -> None:
    bomb = training(ROW).replace("<countries>", '<!DOCTYPE x [<!ENTITY a "b">]>\n<countries>')
    bomb = (
        bomb.replace('<!DOCTYPE x [<!ENTITY a "b">]>\n', "", 1) + '<!DOCTYPE x [<!ENTITY a "b">]>'
    )
    content = bomb.encode()
    capture = Capture(
        sha256(content).hexdigest(), "r.xml", "2031-05-08T10:00:00Z", "file", len(content)
    )
    made = make(Fetched(capture, content))
    assert [problem.code for problem in made.problems] == ["damaged"]
