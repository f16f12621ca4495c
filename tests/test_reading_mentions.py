"""Mentions drawn together: dates by their grammar, places with the larger place."""

from __future__ import annotations

from hearsay.reading.completing import completed
from hearsay.reading.found import FoundMention
from hearsay.reading.localities import with_localities
from hearsay.reading.timing import with_times
from hearsay.vocabulary.readings import MentionType, TimeExpression
from hearsay.vocabulary.spans import Span


def mention(text: str, words: str, type: MentionType = "Place") -> FoundMention:
    start = text.index(words)
    return FoundMention(type, Span(start, start + len(words)), "name", 0.8)


def places(text: str, *names: str) -> list[str]:
    return [m.span.of(text) for m in with_localities([mention(text, n) for n in names], text)]


def test_a_town_and_its_province_are_one_place_with_both_in_it() -> None:
    text = "They met in Marsa, Velan, on Sunday."
    assert places(text, "Marsa", "Velan") == ["Marsa, Velan", "Marsa", "Velan"]


def test_a_list_of_places_stays_a_list() -> None:
    text = "They met in Marsa, Velan and Zherin."
    assert places(text, "Marsa", "Velan", "Zherin") == ["Marsa", "Velan", "Zherin"]


def test_a_long_list_stays_a_list_to_its_end() -> None:
    text = "Marsa, Velan, Zherin"
    assert places(text, "Marsa", "Velan", "Zherin") == ["Marsa", "Velan", "Zherin"]


def test_a_date_that_was_parted_is_one_mention() -> None:
    text = "It fell at the end of June 2021."
    parted = [mention(text, "end of", "Time"), mention(text, "June 2021", "Time")]
    time = TimeExpression("t1", Span(11, 31), "2021-06-21/2021-06-30")
    assert [m.span.of(text) for m in with_times(parted, [time], text)] == ["end of June 2021"]


def test_a_longer_phrase_around_a_date_stays() -> None:
    text = "in the early hours of Sunday"
    phrase = mention(text, "early hours of Sunday", "Time")
    time = TimeExpression("t1", Span(22, 28), "2021-11-07")
    assert with_times([phrase], [time], text) == [phrase]


def test_a_date_that_the_tagger_does_not_see_makes_no_mention() -> None:
    text = "The 2021 budget"
    assert with_times([], [TimeExpression("t1", Span(4, 8), "2021")], text) == []


def test_a_name_that_stops_at_a_preposition_goes_on_over_the_next_name() -> None:
    text = "the Council for the Defence of Oshand met"
    found = [mention(text, "Council for the Defence of", "Organization"), mention(text, "Oshand")]
    assert [m.span.of(text) for m in completed(found, text)] == [
        "Council for the Defence of Oshand",
        "Oshand",
    ]


def test_a_preposition_with_nothing_behind_it_is_cut_off() -> None:
    text = "members of no party"
    assert [m.span.of(text) for m in completed([mention(text, "members of")], text)] == ["members"]
