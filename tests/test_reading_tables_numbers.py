"""Numbers and dates that are none: told with row and column, and the rest is read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tables_by_hand import A, codes, read_claims, read_persons, read_training

from hearsay.reading.tables.numbers import number_of
from hearsay.vocabulary.statements import Assistance, Posting

PERSON = {"Name": "Tarek Olin", "Organization": "5 Coastal Brigade", "Role": "Commander"}
ROW = {"student_unit": "5th Coastal Division", "quantity": "2"}
DIGITS = "9" * 5000


@given(st.integers(0, 999_999_999))
def test_a_number_is_read_with_and_without_commas(number: int) -> None:
    assert number_of(str(number)) == number_of(f"{number:,}") == number


@pytest.mark.parametrize("words", ["", ",", "1,,2", "12,34", "²", "-1", "1.0", "1e5", DIGITS, None])
def test_what_is_no_number_is_none(words: str | None) -> None:
    assert number_of(words) is None


@pytest.mark.parametrize("column", ["first_year", "first_month", "first_day"])
@pytest.mark.parametrize("words", [DIGITS, "x", "0", "-2016"])
def test_a_part_of_a_date_that_is_none_loses_neither_row_nor_date(column: str, words: str) -> None:
    parts = {"first_year": "2016", "first_month": "10", "first_day": "16", column: words}
    reading = read_persons({**PERSON, "First citation": "10/16/2016", **parts}, PERSON)
    first, _ = (s for s in reading.statements if isinstance(s, Posting))
    assert [r.first for r in first.grounds.held.ranges] == ["2016-10-16"]
    assert codes(reading) == ["repaired-date"]


def test_parts_of_a_date_without_the_whole_are_told_where_they_are_none() -> None:
    reading = read_persons({**PERSON, "first_year": DIGITS, "Source: First citation": A})
    (told,) = (p for p in reading.problems if p.code == "broken-date")
    assert told.message.startswith('row 1, column "first_year": "999')
    assert len(told.message) < 250


def test_a_number_of_people_that_is_none_is_told_and_the_training_kept() -> None:
    reading = read_training({**ROW, "quantity": DIGITS}, ROW)
    assert [s.people for s in reading.statements if isinstance(s, Assistance)] == [None, 2]
    (told,) = (p for p in reading.problems if p.code == "broken-number")
    assert told.message.startswith('row 1, column "quantity": "999')
    assert len(told.message) < 250


def test_a_claim_table_of_training_keeps_its_row_without_such_a_number() -> None:
    row = {
        "type:claim": "training",
        "about_entity:ref:claim": A,
        "training:course:refs:assertion": "Boat handling",
        "training:trainer_country:annotation": "Averne",
        "training:recipient_country:annotation": "Tamrin",
        "training:quantity:assertion": DIGITS,
    }
    reading = read_claims(row)
    assert [s.people for s in reading.statements if isinstance(s, Assistance)] == [None]
    assert "broken-number" in codes(reading)
