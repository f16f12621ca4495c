"""Units whose numbers differ are never one, however the numbers are written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.resolution.numbering import number_at
from hearsay.resolution.resolver import same, supplied
from hearsay.resolution.tokens import tokens

supplied()  # read the tables before hypothesis looks at the clock
ONES = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
ECHELONS = ("Division", "Brigade", "Battalion", "Regiment", "Corps")


def ordinal(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if number % 100 in (11, 12, 13) else ending}"


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("5th", 5),
        ("Fifth", 5),
        ("VIII", 8),
        ("XIV", 14),
        ("٤٥", 45),
        ("خامسة", 5),
        ("الخامسة عشرة", 15),
        ("الحادية والعشرون", 21),
        ("Twenty-first", 21),
        ("1er", 1),
        ("Segunda", 2),
        ("58-я", 58),
    ],
)
def test_reads_a_number_however_it_is_written(written: str, number: int) -> None:
    found = number_at(tokens(written), 0)
    assert found is not None
    assert found[0] == number


@given(st.integers(1, 200), st.integers(1, 200), st.sampled_from(ECHELONS))
def test_two_units_are_one_only_with_one_number(one: int, other: int, echelon: str) -> None:
    answer = same(f"{ordinal(one)} {echelon}", f"{other} {echelon}")
    assert answer.same == (one == other)


@given(st.sampled_from(TENS), st.sampled_from(ONES), st.integers(21, 99))
def test_a_number_in_words_is_that_in_figures(ten: str, unit: str, figure: int) -> None:
    number = 10 * (TENS.index(ten) + 2) + ONES.index(unit) + 1
    answer = same(f"{ten}-{unit} brigade", f"{ordinal(figure)} Brigade")
    assert answer.same == (number == figure)


@given(st.integers(1, 60), st.integers(1, 60))
def test_the_numbers_of_a_brigade_and_its_division_are_not_exchanged(one: int, other: int) -> None:
    left = f"{ordinal(one)} Brigade of the {ordinal(other)} Division"
    right = f"{ordinal(other)} Brigade, {ordinal(one)} Division"
    assert same(left, right).same == (one == other)


def test_says_which_numbers_differ() -> None:
    answer = same("5th Division", "الفرقة الخامسة عشرة")
    assert not answer.same
    assert answer.reasons[0] == "The units bear different numbers: division 5 and division 15."


def test_a_roman_numeral_by_no_echelon_is_no_units_number() -> None:
    assert not same("81 Division, V/I, Marsa", "1 Battalion").same
