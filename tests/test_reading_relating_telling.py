"""Which phrases may stand between two mentions, by the words between them."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from hearsay.reading.relating.phrases import PHRASES, Phrase
from hearsay.reading.relating.telling import Telling


def kinds(text: str, start: int, end: int) -> set[str]:
    """What the phrases say of which a word stands there."""
    return {phrase.kind for phrase in Telling(text).between(start, end)}


def test_only_phrases_of_which_a_word_stands_between_are_tried() -> None:
    text = "Oshand trains the Rapid Corps."
    assert kinds(text, 6, 18) == {"trains"}


def test_nothing_is_tried_where_no_word_tells_anything() -> None:
    assert not Telling("Colonel Rusk and Major Orin").between(12, 17)


def test_words_outside_the_two_ends_count_for_nothing() -> None:
    text = "Funded by Averne, Rusk and Orin were trained there."
    assert kinds(text, text.index(" and"), text.index("Orin")) == set()


def test_phrases_come_in_the_order_of_their_table() -> None:
    text = "X leads, arms and trains Y"
    found = [PHRASES.index(one) for one in Telling(text).between(1, 24)]
    assert found == sorted(found)
    assert len(found) > 2


def test_capitals_make_no_difference() -> None:
    assert kinds("OSHAND TRAINS THE CORPS", 6, 18) == {"trains"}


def texts_of(phrase: Phrase) -> st.SearchStrategy[tuple[Phrase, str]]:
    """What the phrase fits, in plain letters."""
    drawn = st.from_regex(phrase.between, alphabet="abcdefghilmnoprstuwy -,")
    return st.tuples(st.just(phrase), drawn)


@given(st.sampled_from(PHRASES).flatmap(texts_of))
@settings(max_examples=40, deadline=None)
def test_whatever_a_phrase_fits_holds_one_of_its_words(drawn: tuple[Phrase, str]) -> None:
    phrase, between = drawn
    # Words that run together ("swornloyal to") stand in no text.
    assume(not _RUN_TOGETHER.search(between))
    text = f"Averne {between} Oshand"
    assert phrase in Telling(text).between(7, 7 + len(between))


_RUN_TOGETHER = re.compile("|".join(rf"(?<=[a-z]){w}" for p in PHRASES for w in p.words.split()))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Averne's money for Oshand", "funds"),
        ("Averne was in the pay of Oshand", "funds"),
        ("Averne spent two million dollars a year on Oshand", "funds"),
        ("Averne takes its orders only from Oshand", "loyal_to"),
        ("Averne-aligned men of Oshand", "allied_with"),
        ("Averne, the armed wing of Oshand", "arm_of"),
        ("Averne took over from Oshand", "succeeds"),
        ("Averne has close ties to Oshand", "tied_to"),
        ("Averne, better known as Oshand", "same_as"),
    ],
)
def test_common_phrases_are_among_those_tried(text: str, kind: str) -> None:
    assert kind in kinds(text, len("Averne"), text.index("Oshand"))
