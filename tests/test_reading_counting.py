"""Counts: the number that words give, how it is bounded, and what is counted."""

from __future__ import annotations

import pytest

from hearsay.reading.counting import comparator_of, singular, unit_of, value_of
from hearsay.vocabulary.spans import Span


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("134", 134, None),
        ("2,300", 2300, None),
        ("1.5 million", 1_500_000, None),
        ("one thousand two hundred", 1200, None),
        ("twenty-seven", 27, None),
        ("two dozen", 24, None),
        ("between 40 and 60", 40, 60),
        ("6,000 to 7,500", 6000, 7500),
        ("no", 0, None),
    ],
)
def test_a_number_is_read_from_its_words(words: str, low: float, high: float | None) -> None:
    assert value_of(words) == (low, high)


@pytest.mark.parametrize("words", ["many", "1.2.3", "—"])
def test_what_is_no_number_is_none(words: str) -> None:
    assert value_of(words) is None


@pytest.mark.parametrize(
    ("text", "number", "comparator", "unit"),
    [
        ("The number of raids rose to 41.", "41", "exactly", "raid"),
        ("Arrests fell to 15 from 32.", "32", "exactly", "arrest"),
        ("At least 134 armed attacks were counted.", "134", "at_least", "attack"),
        ("It lost more than two hundred of the officers.", "two hundred", "more_than", "officer"),
        ("Up to 40 vehicles crossed.", "40", "at_most", "vehicle"),
        ("Some 3,000 men remain.", "3,000", "about", "man"),
        ("No fewer than nine people died.", "nine", "at_least", "person"),
        ("Fewer than ten posts were filled.", "ten", "fewer_than", "post"),
        ("It counted 12 companies.", "12", "exactly", "company"),
        ("The Guard lost 40 or more rifles.", "40", "at_least", "rifle"),
        ("Deaths in custody rose to 17 in 2019.", "17", "exactly", "death"),
        ("It raised $339,000 for challengers.", "339,000", "exactly", "dollar"),
        ("One policeman was wounded.", "One", "exactly", "policeman"),
        ("He asked for 30 armoured vehicles.", "30", "exactly", "vehicle"),
        ("Three other witnesses named him.", "Three", "exactly", "witness"),
    ],
)
def test_a_count_has_its_bound_and_its_unit(
    text: str, number: str, comparator: str, unit: str
) -> None:
    span = Span(text.index(number), text.index(number) + len(number))
    assert comparator_of(span, text) == comparator
    if "or more" not in text:
        assert unit_of(span, text) == unit


def test_one_of_many_is_named_by_its_singular() -> None:
    assert [singular(word) for word in ("bodies", "clashes", "troops", "boss", "attacks")] == [
        "body",
        "clash",
        "soldier",
        "boss",
        "attack",
    ]
