"""Words for a place's people are found by the places that a document names."""

from __future__ import annotations

import pytest

from hearsay.reading.demonyms import with_demonyms
from hearsay.reading.found import FoundMention
from hearsay.vocabulary.spans import Span


def found_in(text: str, *names: str) -> list[str]:
    held = []
    for name in names:
        start = text.index(name)
        held.append(FoundMention("Place", Span(start, start + len(name)), "name", 0.9))
    every = with_demonyms(held, text)
    return [one.span.of(text) for one in every if one.type == "Nationality"]


@pytest.mark.parametrize(
    ("place", "word"),
    [("Oshand", "Oshandi"), ("Averne", "Avernese"), ("Iran", "Iranian"), ("Tamrin", "Tamrini")],
)
def test_a_word_for_the_people_is_made_of_the_place(place: str, word: str) -> None:
    assert found_in(f"In {place} they fear {word} influence.", place) == [word]


def test_a_place_alone_is_no_people() -> None:
    assert found_in("Oshand fears Oshand.", "Oshand") == []


def test_a_word_of_a_place_that_is_not_named_is_left() -> None:
    assert found_in("In Averne they fear Oshandi soldiers.", "Averne") == []


def test_a_word_inside_a_name_is_left() -> None:
    text = "Oshand sent the Oshandi Frontier Corps."
    assert found_in(text, "Oshand", "Oshandi Frontier Corps") == []


def test_a_place_before_backed_is_named() -> None:
    text = "In Oshand they met. Oshand-backed militias left."
    place = text.index("Oshand")
    held = [FoundMention("Place", Span(place, place + 6), "name", 0.9)]
    assert [one.span.start for one in with_demonyms(held, text)] == [place, text.index("Oshand-")]


def test_whose_influence_it_is_is_known_even_if_no_place_is_named() -> None:
    assert found_in("They fear Oshandi influence.") == ["Oshandi"]


def test_who_sways_may_stand_behind_it() -> None:
    text = "It is under the influence of Oshand and others."
    (one,) = with_demonyms([], text)
    assert (one.type, one.span.of(text)) == ("Place", "Oshand")


def test_a_mention_of_blanks_alone_names_no_place() -> None:
    text = "Oshand  and Oshandi"
    blank = FoundMention("Place", Span(6, 8), "name", 0.5)
    assert with_demonyms([blank], text) == [blank]
