"""What stands in a stretch of text: its words, whatever stands around it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hearsay.reading.words import Words
from hearsay.vocabulary.spans import Span

TEXTS = st.text(alphabet="abS'’-.,1 \n", min_size=1, max_size=40)


@given(TEXTS, st.integers(0, 40), st.integers(0, 40))
def test_a_part_has_the_words_that_it_would_have_alone(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    alone = " " * start + text[start:end]
    part = (Span(start, end),)
    found, expected = Words(text, part), Words(alone, part)
    assert (found.words, found.starts, found.ends, found.is_) == (
        expected.words,
        expected.starts,
        expected.ends,
        expected.is_,
    )


def test_words_know_where_something_is_left_out() -> None:
    text = "The corps, he said, fled."
    words = Words(text, (Span(0, 9), Span(20, 24)))
    assert words.words == ["The", "corps", "fled"]
    assert words.breaks == {2}


def test_what_is_finite_is_told_by_its_place() -> None:
    words = Words("The police fled from the attack", (Span(0, 31),))
    assert [word for n, word in enumerate(words.words) if words.finite(n)] == ["fled"]
    assert words.any_finite([0, 2])
    assert not words.any_finite([0, 1, 5])
