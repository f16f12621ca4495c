"""Bodies that say by their own name what they are are found where no mention stands on them."""

from __future__ import annotations

from hearsay.reading.bodies import with_bodies
from hearsay.reading.found import FoundMention
from hearsay.vocabulary.spans import Span


def found_in(text: str, *held: str) -> list[str]:
    mentions = [
        FoundMention("Person", Span(text.index(one), text.index(one) + len(one)), "name", 0.9)
        for one in held
    ]
    return [one.span.of(text) for one in with_bodies(mentions, text) if one.score == 0.5]


def test_capitals_before_a_word_for_a_body_are_a_body() -> None:
    assert found_in("It named the Rasim Corps, an armed wing.") == ["Rasim Corps"]


def test_the_first_word_of_a_sentence_is_no_part_of_a_name() -> None:
    assert found_in("The Rasim Corps left. In Federal Police hands it fell.") == [
        "Rasim Corps",
        "Federal Police",
    ]


def test_what_a_mention_stands_on_is_left() -> None:
    assert found_in("It named the Rasim Corps again.", "Rasim") == []


def test_a_word_for_a_body_alone_is_no_name() -> None:
    assert found_in("The Corps left, and the army followed it home.") == []


def test_a_headline_of_capitals_is_left() -> None:
    assert found_in("Police Raid Rasim Corps Camp In Velan\n\nIt was night there.") == []
