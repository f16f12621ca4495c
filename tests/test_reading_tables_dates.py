"""Dates as tables write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.reading.tables.dates import Stretch, stretch_of
from hearsay.vocabulary.statements import Range


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("9/8/2014", "2014-09-08"),
        ("09/08/2014", "2014-09-08"),
        ("10 /21/2010", "2010-10-21"),
        ("2/9/01", "2001-02-09"),
        ("2/9/99", "1999-02-09"),
        ("May 2010", "2010-05"),
        ("Sept. 2010", "2010-09"),
        ("2010", "2010"),
        ("2010-05", "2010-05"),
        ("2010-05-31T00:00:00Z", "2010-05-31"),
    ],
)
def test_reads_days_months_and_years(words: str, edtf: str) -> None:
    found = stretch_of(words)
    assert found is not None
    assert found.edtf == edtf


@pytest.mark.parametrize(
    "words", ["10/16/20106", "6/2/1016", "13/1/2010", "2/30/2010", "Noevember 2013", "soon", ""]
)
def test_takes_nothing_for_a_date_that_is_none(words: str) -> None:
    assert stretch_of(words) is None


def test_a_day_is_precise_and_a_month_or_year_is_not() -> None:
    assert Stretch(2014, 9, 8).range == Range("2014-09-08", "2014-09-08", precise=True)
    assert Stretch(2016, 2).range == Range("2016-02-01", "2016-02-29", precise=False)
    assert Stretch(2014).range == Range("2014-01-01", "2014-12-31", precise=False)


@given(st.dates(min_value=date(1951, 1, 1), max_value=date(2050, 12, 31)))
def test_every_way_of_writing_a_day_gives_the_same_day(day: date) -> None:
    iso = day.isoformat()
    ways = (iso, f"{day.month}/{day.day}/{day.year}", f"{day.month:02}/{day.day:02}/{day.year}")
    assert {s.edtf for s in map(stretch_of, ways) if s} == {iso}
    short = stretch_of(f"{day.month}/{day.day}/{day.year % 100:02}")
    assert short is not None
    assert short.edtf == iso


@given(st.integers(1, 12), st.integers(1, 28), st.integers(1, 12), st.integers(1, 28))
def test_what_two_dates_have_in_common_holds_both(m1: int, d1: int, m2: int, d2: int) -> None:
    one, other = Stretch(2011, m1, d1), Stretch(2011, m2, d2)
    common = one.common(other)
    assert common is not None
    for each in (one, other):
        assert common.range.first <= each.range.first
        assert each.range.last <= common.range.last


@pytest.mark.parametrize("words", ["0/0/2016", "10/00/2016", "2016-00", "2016-10-00"])
def test_a_zero_is_no_month_and_no_day(words: str) -> None:
    assert stretch_of(words) is None
