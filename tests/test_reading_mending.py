"""Mentions that are wrong by their letters alone are mended."""

from __future__ import annotations

import pytest

from hearsay.reading.found import FoundMention
from hearsay.reading.mending import mended
from hearsay.vocabulary.readings import Form
from hearsay.vocabulary.spans import Span


def mend(text: str, words: str, form: Form = "nominal") -> list[tuple[str, str]]:
    start = text.index(words)
    found = FoundMention("Organization", Span(start, start + len(words)), form, 0.9)
    return [(one.span.of(text), one.form) for one in mended([found], text)]


def test_a_state_in_capitals_is_no_pronoun() -> None:
    assert mend("It received US funding.", "US", "pronoun") == [("US", "name")]


def test_us_in_a_shouted_line_stays_what_it_was() -> None:
    assert mend("GIVE US BREAD NOW", "US", "pronoun") == [("US", "pronoun")]


def test_two_names_of_bodies_are_two() -> None:
    text = "the Federal Police and Rapid Response Division took"
    assert mend(text, "Federal Police and Rapid Response Division", "name") == [
        ("Federal Police", "name"),
        ("Rapid Response Division", "name"),
    ]


@pytest.mark.parametrize(
    "name", ["Ministry of Interior and Defence", "Department of Health and Human Services"]
)
def test_one_name_with_an_and_is_one(name: str) -> None:
    assert mend(f"the {name} said", name, "name") == [(name, "name")]


def test_half_a_bracket_is_left_out() -> None:
    assert mend("most TSF [Tamrini Security Forces] units", "most TSF [") == [
        ("most TSF", "nominal")
    ]


def test_the_beginning_of_a_compound_names_nobody() -> None:
    assert mend("pro-Oshand officers", "pro") == []


def test_a_name_that_runs_over_from_a_caption_is_two() -> None:
    text = "Michael Orr\n\nRusk said"
    assert mend(text, "Michael Orr\n\nRusk", "name") == [("Michael Orr", "name"), ("Rusk", "name")]


def test_a_description_ends_with_its_passage() -> None:
    text = "since last year.\n\nThe report said"
    assert mend(text, "last year.\n\nThe report") == [("report", "nominal")]


def test_a_list_that_was_cut_in_two_is_one() -> None:
    text = "the Army’s 5th and 9th Divisions left"
    one, other = text.index("5th"), text.index("9th")
    found = [
        FoundMention("Organization", Span(one, one + 7), "name", 0.9),
        FoundMention("Organization", Span(other, other + 13), "name", 0.9),
    ]
    assert [m.span.of(text) for m in mended(found, text)] == ["5th and 9th Divisions"]
