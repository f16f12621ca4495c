"""Sentences are cut where a reader would stop."""

from __future__ import annotations

import pytest
from effort import calls
from hypothesis import given
from hypothesis import strategies as st

from hearsay.reading.sentences import sentences
from hearsay.vocabulary.spans import Span


def cut(text: str) -> list[str]:
    return [span.of(text) for span in sentences(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    "text",
    [
        "Rep. Ana Lund spoke first.",
        "Lt. Col. Tarik Osman of the 5th Div. met Gen. Haro at No. 4 Camp.",
        "The U.S. Embassy paid 4.5 million to Orlan Inc. of Mira.",
        "J. R. Haro and K. Lund agreed.",
        "They met at 5 p.m. on Jan. 12 in the capital.",
        "“Is it true?” he asked.",
        "He waited … and then left.",
    ],
)
def test_a_stop_inside_a_sentence_does_not_end_it(text: str) -> None:
    assert cut(text) == [text]


def test_a_closing_mark_stays_with_its_sentence() -> None:
    assert cut("“We left.” They stayed.") == ["“We left.”", "They stayed."]


def test_an_abbreviation_may_end_a_sentence_before_a_beginner() -> None:
    assert cut("He lives in the U.S. The army left.") == ["He lives in the U.S.", "The army left."]


def test_a_list_number_stays_with_its_item() -> None:
    assert cut("1. The board met. It voted.") == ["1. The board met.", "It voted."]


def test_bullets_on_new_lines_begin_sentences() -> None:
    assert cut("• pay the guards\n• train the police") == ["• pay the guards", "• train the police"]


def test_a_small_letter_behind_a_typing_slip_begins_a_sentence() -> None:
    assert cut("It sought an advisory one. it stated that more was to come.") == [
        "It sought an advisory one.",
        "it stated that more was to come.",
    ]


@given(st.text(alphabet="aB. \n“”!?1", max_size=60))
def test_sentences_are_in_order_trimmed_and_leave_only_white_space_out(text: str) -> None:
    found = sentences(text, Span(0, len(text)))
    assert all(span.of(text) == span.of(text).strip() != "" for span in found)
    at = 0
    for span in found:
        assert not text[at : span.start].strip()
        at = span.end
    assert not text[at:].strip()


def test_ten_times_the_text_is_ten_times_the_work() -> None:
    line = "Gen. Haro of the U.S. mission said that 4.5 tons had arrived. The police left. "

    def work(times: int) -> int:
        return calls(lambda: sentences(line * times, Span(0, len(line) * times)))

    assert work(1000) < 11 * work(100)
