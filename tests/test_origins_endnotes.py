"""What notes name, and which document that is."""

from lineage_cases import account

from hearsay.origins.citing.endnotes import citations, cited_document
from hearsay.vocabulary.spans import Span


def cited(note):
    return citations(note, Span(0, len(note)))


def test_a_note_names_its_sources_up_to_the_first_comma():
    found = cited("12. DFR, answer 21.4-009; Court of Audit of Tamrin, report 8 of 2021.")
    assert [one.name for one in found] == ["DFR", "Court of Audit of Tamrin"]


def test_each_source_knows_where_it_stands():
    note = "2. Federal Police Command of Tamrin, Statement No. 17 of 2022; DIB, answer 22.1-020."
    assert [one.span.of(note) for one in cited(note)] == [one.words for one in cited(note)]


def test_a_statement_is_found_by_its_number():
    (one,) = cited("1. Federal Police Command, Statement No. 17 of 2022.")
    papers = [
        account(f"Statement No. {n} of 2022. Text.", publisher="Federal Police Command").document
        for n in (16, 17)
    ]
    assert cited_document(one, papers) is papers[1]


def test_a_report_is_found_by_the_months_it_covers():
    (one,) = cited("4. Lead Inspector, report for October to December 2021, section 2.")
    papers = [
        account(f"Report on {p}.", publisher="Lead Inspector", period=p).document
        for p in ("2021-07-01/2021-09-30", "2021-10-01/2021-12-31")
    ]
    assert cited_document(one, papers) is papers[1]


def test_a_letter_of_a_day_is_not_taken_for_what_was_published_on_another():
    (one,) = cited("5. Joint Command, letter of March 14, 2022.")
    paper = account("Letter.", publisher="Joint Command", published="2022-03-15").document
    assert cited_document(one, [paper]) is None
