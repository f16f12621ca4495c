"""Ranks and titles are no part of the names behind them."""

from __future__ import annotations

import pytest

from hearsay.reading.describing import is_name
from hearsay.reading.entitled import entitled, without_title
from hearsay.reading.found import FoundMention
from hearsay.vocabulary.spans import Span


def named(text: str, words: str, type: str = "Person") -> FoundMention:
    start = text.index(words)
    return FoundMention(type, Span(start, start + len(words)), "name", 0.9)  # type: ignore[arg-type]


def words_of(text: str, *given: FoundMention) -> list[tuple[str, str]]:
    return [(one.type, one.span.of(text)) for one in entitled(given, text)]


def test_a_rank_before_a_name_is_a_mention_of_its_own() -> None:
    text = "General Osuna visited the barracks."
    assert words_of(text, named(text, "General Osuna")) == [
        ("Rank", "General"),
        ("Person", "Osuna"),
    ]


def test_a_rank_that_was_found_is_not_said_twice() -> None:
    text = "Maj.-Gen. Attar left Averne."
    found = words_of(text, named(text, "Maj.-Gen.", "Rank"), named(text, "Maj.-Gen. Attar"))
    assert found == [("Rank", "Maj.-Gen."), ("Person", "Attar")]


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("Mr. Irabel", "Irabel"),
        ("Rt. Hon. Ifan Ugwen", "Ifan Ugwen"),
        ("Lt. Col. Burat", "Burat"),
        ("Brig.-Gen. Tesh Chukar", "Tesh Chukar"),
        ("Air Marshal Petrin", "Petrin"),
        ("Generalova", "Generalova"),
        ("Major", "Major"),
        ("Captain of the port", "Captain of the port"),
        ("Mayor Brandt", "Mayor Brandt"),
    ],
)
def test_a_name_is_left_without_what_stands_before_it(words: str, kept: str) -> None:
    assert without_title(Span(0, len(words)), words).of(words) == kept


def test_a_number_takes_its_small_letter_unit_along() -> None:
    text = "He toured the 16th brigade, and the Navy ships."
    found = words_of(text, named(text, "16th", "Organization"), named(text, "Navy", "Organization"))
    assert found == [("Organization", "16th brigade"), ("Organization", "Navy")]


def test_a_statement_signed_by_somebody_is_no_name() -> None:
    assert not is_name("statement signed by Col. Ismet Rasim")
    assert is_name("Rasim Brigade")
