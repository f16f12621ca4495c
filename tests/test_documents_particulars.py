"""Dates, bylines and periods are found where a document states them of itself."""

from __future__ import annotations

import pytest

from hearsay.documents.particulars import byline_in, date_line
from hearsay.documents.periods import period_in, period_of
from hearsay.vocabulary.documents import Passage
from hearsay.vocabulary.spans import Span


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("October 1, 2021–December 31, 2021", "2021-10-01/2021-12-31"),
        ("October 1, 2021 – December 31, 2021", "2021-10-01/2021-12-31"),
        ("1 October 2021 to 31 December 2021", "2021-10-01/2021-12-31"),
        ("October 1 to December 31, 2021", "2021-10-01/2021-12-31"),
        ("1–31 October 2021", "2021-10-01/2021-10-31"),
        ("for the quarter ending December 31, 2021", "2021-10-01/2021-12-31"),
        ("for the quarter ended 31 March 2022", "2022-01-01/2022-03-31"),
        ("for the six months ended 30 June 2022", "2022-01-01/2022-06-30"),
        ("for the fiscal year ended September 30, 2020", "2019-10-01/2020-09-30"),
        ("Fiscal Years 2019 and 2020", "2018-10/2020-09"),
        ("FY 2019–20", "2018-10/2020-09"),
        ("Fiscal Year 2021", "2020-10/2021-09"),
        ("First quarter, FY 2022", "2021-10/2021-12"),
        ("Fourth quarter of 2021", "2021-10/2021-12"),
        ("Q4 2021", "2021-10/2021-12"),
        ("2021Q4", "2021-10/2021-12"),
        ("October–December 2021", "2021-10/2021-12"),
        ("November to January 2022", "2021-11/2022-01"),
        ("November 2021 to January 2022", "2021-11/2022-01"),
        ("31 December 2021 to 1 October 2021", None),
        ("October 1, 2021", None),
        ("in the last years", None),
    ],
)
def test_a_period_is_read_as_an_interval(words: str, period: str | None) -> None:
    assert period_of(words) == period


def in_document(*lines: str) -> str | None:
    text = "\n".join(lines)
    passages, at = [], 0
    for number, line in enumerate(lines, 1):
        passages.append(Passage(Span(at, at + len(line)), "paragraph", number))
        at += len(line) + 1
    return period_in(text, passages)


def test_a_heading_states_the_period_covered() -> None:
    assert in_document("Quarterly Report", "October 1, 2021–December 31, 2021") is not None


def test_a_sentence_about_the_report_states_it_too() -> None:
    line = "This report covers the period from October 1, 2021 to December 31, 2021."
    assert in_document("Report", line) == "2021-10-01/2021-12-31"


def test_a_period_of_events_is_not_the_period_covered() -> None:
    line = "Attacks rose from October 1, 2021 to December 31, 2021, the minister said on Monday."
    assert in_document("Attacks rise", line) is None


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("15 February 2022", "2022-02-15"),
        ("Published: February 15, 2022, 10:04 am", "2022-02-15"),
        ("Posted: 8:35 AM, July 16, 2018", "2018-07-16"),
        ("Tuesday, 15 Feb 2022", "2022-02-15"),
        ("2022-02-15T10:04:00Z", None),
        ("By Jan Kos - Harbour Times - Saturday, July 14, 2018", "2018-07-14"),
        ("Submitted to the Assembly on February 8, 2022", "2022-02-08"),
        ("07/15/2018", "2018-07-15"),
        ("Port Sable, February 16, 2022", "2022-02-16"),
        ("07/05/2018", None),
        ("October 1, 2021–December 31, 2021", None),
        ("The army left on 15 February 2022", None),
        ("On 31 February 2022", None),
    ],
)
def test_a_line_that_is_a_date_dates_the_document(line: str, day: str | None) -> None:
    assert date_line(line) == day


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("By Jan Kos", "Jan Kos"),
        ("BY JAN KOS AND EVA LIND", "JAN KOS AND EVA LIND"),
        ("By Jan Kos, Eva Lind and Umm al-Banin", "Jan Kos, Eva Lind and Umm al-Banin"),
        ("By Jan Kos - Harbour Times - Saturday, July 14, 2018", "Jan Kos - Harbour Times"),
        ("By the time they came, it was over", None),
        ("By Monday the army had left.", None),
        ("Jan Kos", None),
    ],
)
def test_a_byline_is_a_line_of_names(line: str, name: str | None) -> None:
    assert byline_in(line) == name
