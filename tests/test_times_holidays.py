"""Feasts with a day of their own in every year."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.reading.times import find_times, normalise
from hearsay.reading.times.holidays import day_of


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("easter", date(2024, 3, 31)),
        ("easter", date(2019, 4, 21)),
        ("good friday", date(2022, 4, 15)),
        ("thanksgiving", date(2019, 11, 28)),
        ("memorial day", date(2021, 5, 31)),
        ("labor day", date(2020, 9, 7)),
        ("labour day", date(2020, 5, 1)),
        ("nowruz", date(2021, 3, 21)),
    ],
)
def test_a_feast_has_its_day(name: str, day: date) -> None:
    assert day_of(name, day.year) == day


@given(st.integers(1583, 4000))
def test_easter_is_a_sunday_of_spring(year: int) -> None:
    easter = day_of("easter", year)
    assert easter.weekday() == 6
    assert date(year, 3, 22) <= easter <= date(year, 4, 25)


@pytest.mark.parametrize(
    ("phrase", "wanted"),
    [
        ("Christmas", "2021-12-25"),
        ("Christmas Eve", "2021-12-24"),
        ("last Christmas", "2021-12-25"),
        ("Easter 2019", "2019-04-21"),
        ("until Easter", "../2022-04-17"),
        ("before New Year's Day", "../2021-12-31"),
        ("Ramadan", None),
        ("christmas-tree", None),
    ],
)
def test_a_feast_without_a_year_is_the_last_one(phrase: str, wanted: str | None) -> None:
    assert normalise(phrase, published="2022-02-15").edtf == wanted


def test_a_feast_is_found_in_a_text() -> None:
    text = "The old man has not been seen since Easter. A mass was held on Christmas Day."
    found = find_times(text, published="2022-08-24")
    assert [time.edtf for time in found] == ["2022-04-17/..", "2021-12-25"]
    assert find_times("Johnnie Christmas drew the card.", published="2022-08-24") == ()
