"""The words of a passage with all that is marked in them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hearsay.vocabulary.documents import Passage
from hearsay.vocabulary.spans import Span
from hearsay.web.comparing import compared
from hearsay.web.marking import Mark, Marked

TEXT = "The army said that the raid was over. The ministry denied it."
PASSAGE = Passage(Span(0, len(TEXT)), "paragraph", 1)


def mark(words: str, look: str, number: int = 0) -> Mark:
    start = TEXT.index(words)
    return Mark(Span(start, start + len(words)), look, number)


def test_each_piece_knows_all_that_it_stands_in() -> None:
    outer, inner = mark("the raid was over", "cited", 1), mark("raid", "hedge")
    pieces = list(Marked(TEXT, [PASSAGE], [outer, inner]).pieces(PASSAGE))
    assert [(p.words, p.looks) for p in pieces if p.looks] == [
        ("the ", ("cited",)),
        ("raid", ("cited", "hedge")),
        (" was over", ("cited",)),
    ]


def test_a_claim_in_two_parts_ends_once_at_its_last_words() -> None:
    marks = [mark("The army", "cited", 1), mark("the raid was over", "cited", 1)]
    pieces = list(Marked(TEXT, [PASSAGE], marks).pieces(PASSAGE))
    assert [p.words for p in pieces if p.ends == (1,)] == ["the raid was over"]


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, list[Passage], list[Mark]]:
    text = draw(st.text(min_size=4, max_size=60))
    cut = draw(st.integers(1, len(text) - 1))
    passages = [
        Passage(Span(0, cut), "paragraph", 1),
        Passage(Span(cut, len(text)), "paragraph", 2),
    ]
    marks = []
    for number in range(draw(st.integers(0, 6))):
        start = draw(st.integers(0, len(text) - 1))
        marks.append(Mark(Span(start, draw(st.integers(start + 1, len(text)))), "cited", number))
    return text, passages, marks


@given(marked_texts())
def test_all_words_are_there_once_and_in_order_whatever_overlaps(
    made: tuple[str, list[Passage], list[Mark]],
) -> None:
    text, passages, marks = made
    shown = Marked(text, passages, marks)
    for passage in passages:
        pieces = list(shown.pieces(passage))
        assert "".join(piece.words for piece in pieces) == passage.span.of(text)


@given(marked_texts())
def test_every_claim_has_one_end(made: tuple[str, list[Passage], list[Mark]]) -> None:
    text, passages, marks = made
    shown = Marked(text, passages, marks)
    ends = [n for passage in passages for piece in shown.pieces(passage) for n in piece.ends]
    assert sorted(ends) == sorted({mark.number for mark in marks if mark.number})


@given(st.text(max_size=40), st.text(max_size=40))
def test_two_wordings_beside_each_other_keep_all_their_words(one: str, other: str) -> None:
    left, right = compared(one, other)
    assert "".join(words for words, _ in left) == one
    assert "".join(words for words, _ in right) == other


def test_only_the_words_that_the_other_lacks_are_marked() -> None:
    left, right = compared(
        "officers scattered throughout the services", "officers concentrated in the services"
    )
    assert [words for words, lacks in left if lacks] == ["scattered throughout"]
    assert [words for words, lacks in right if lacks] == ["concentrated in"]


def test_capitals_and_spaces_are_no_difference() -> None:
    left, right = compared("The  raid is over", "the raid is over")
    assert not any(lacks for _, lacks in (*left, *right))
