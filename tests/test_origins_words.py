"""Words made comparable."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.origins.language.words import Words, fold, folded_in, prose_of, words_in
from hearsay.vocabulary.documents import Document, Passage
from hearsay.vocabulary.readings import Reading
from hearsay.vocabulary.spans import Span
from hearsay.vocabulary.traces import Account


def words(text: str) -> Words:
    return words_in(text, [Span(0, len(text))])


def test_case_curly_quotes_and_marks_are_no_difference() -> None:
    left = words("The Ministry’s “naïve” report — it doesn’t say")
    right = words("the ministry's \"naive\" REPORT: it doesn't say")
    assert left.folded == right.folded


def test_a_possessive_is_kept_apart_from_its_word() -> None:
    assert words("Tamrin’s army, ZHERIN'S police").folded == (
        *("tamrin", "'s", "army"),
        *("zherin", "'s", "police"),
    )


def test_a_figure_with_thousands_marks_is_one_word() -> None:
    found = words("In 2021, 1,200 men and 12,345,678.5 litres; in 2017,200 more")
    assert [w for w in found.folded if w[0].isdigit()] == [
        *("2021", "1200", "12345678.5", "2017", "200")
    ]


def test_initials_are_one_word_and_hyphens_part_words() -> None:
    assert words("U.S.-led F-16s, i.e. two").folded == ("us", "led", "f", "16s", "ie", "two")


def test_vowel_marks_and_lengthening_are_dropped_in_arabic() -> None:
    assert words("الجيشُ").folded == words("الجيـش").folded


def test_spans_point_to_the_words_as_they_stand() -> None:
    text = "Furniture. The 5th Division’s men"
    found = words_in(text, [Span(11, len(text))])
    assert [found.span(at, at + 1).of(text) for at in range(len(found))] == [
        *("The", "5th", "Division", "’s", "men")
    ]
    assert found.span(1, 3).of(text) == "5th Division"


def test_only_running_text_is_prose() -> None:
    text = "Home | News\nThe army withdrew."
    passages = (
        Passage(Span(0, 11), "furniture", 1),
        Passage(Span(12, len(text)), "paragraph", 2),
    )
    account = Account(Document("c", "text 1", text, passages), Reading("none"), ())
    assert prose_of(account) == (Span(12, len(text)),)


@settings(deadline=None, max_examples=60)
@given(st.text())
def test_words_stand_in_order_and_fold_to_what_they_are(text: str) -> None:
    found = words(text)
    starts, ends = found.starts.tolist(), found.ends.tolist()
    assert all(start < end for start, end in zip(starts, ends, strict=True))
    assert all(end <= start for end, start in zip(ends, starts[1:], strict=False))
    assert found.folded == tuple(fold(text[a:b]) for a, b in zip(starts, ends, strict=True))


@settings(deadline=None, max_examples=60)
@given(st.text(alphabet="abc ,.’'-12", max_size=60))
def test_words_of_two_spans_are_the_words_of_each(text: str) -> None:
    left, right = f"{text}\n", f"\n{text}"
    both = words_in(left + right, [Span(0, len(left)), Span(len(left), len(left + right))])
    assert both.folded == words(text).folded * 2


@settings(deadline=None, max_examples=60)
@given(st.text(alphabet="aZ é’'.,-19%\u0301\n", max_size=40))
def test_words_without_their_places_are_the_same_words(text: str) -> None:
    assert folded_in(text) == words_in(text, (Span(0, len(text)),)).folded
