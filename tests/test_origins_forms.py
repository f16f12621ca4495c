"""Words without grammar and house style."""

from __future__ import annotations

import pytest

from hearsay.origins.language.forms import form, key
from hearsay.origins.language.numerals import ORDINALS, TENS, UNITS
from hearsay.origins.language.spelling import american


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("move", "moved"),
        ("urge", "urged"),
        ("agree", "agreed"),
        ("stop", "stopped"),
        ("withdrew", "withdraw"),
        ("tamrini", "tamrin"),
        ("organised", "organizes"),
        ("wages", "salary"),
    ],
)
def test_forms_of_one_word_and_names_for_one_thing_meet(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(("one", "other"), [("exceed", "exceeds"), ("need", "needed")])
def test_a_double_e_before_the_ending_is_kept(one: str, other: str) -> None:
    assert key(one) == key(other)


@pytest.mark.parametrize(
    ("british", "put"),
    [("defence", "defense"), ("harbour", "harbor"), ("centres", "centers"), ("four", "four"),
     ("organisation", "organization"), ("travelled", "traveled"), ("killed", "killed")],
)  # fmt: skip
def test_british_spelling_becomes_american(british: str, put: str) -> None:
    assert american(british) == put


def test_a_number_is_the_same_in_words_and_in_figures() -> None:
    assert [form(word) for word in ("five", "fifth", "eighty")] == ["5", "5th", "80"]
    assert (UNITS["nineteen"], TENS["ninety"], ORDINALS["twelfth"]) == (19, 90, "12th")
