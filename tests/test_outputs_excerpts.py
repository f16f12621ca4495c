"""The sentence that words stand in, with the words in question marked."""

from __future__ import annotations

from dataclasses import replace

from ledger_entries import claim_in

from hearsay.outputs.excerpts import MOST, excerpt
from hearsay.vocabulary.documents import Document, Passage
from hearsay.vocabulary.spans import Span

TEXT = (
    "Snow fell on Monday. The units are thought to be under the influence of Oshand, the bureau "
    "said. Nobody was hurt.\nIt rained in Tarsk."
)
CLAIM = claim_in(TEXT, "under the influence of Oshand")


def document(text: str, page: int | None = None) -> Document:
    first = text.index("\n") if "\n" in text else len(text)
    passages = (
        Passage(Span(0, first), "paragraph", 1, page),
        Passage(Span(min(first + 1, len(text)), len(text)), "paragraph", 2, page),
    )
    return Document("c" * 64, "text 1", text, passages)


def span(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def test_the_whole_sentence_is_shown_with_its_place() -> None:
    found = excerpt(document(TEXT), CLAIM)
    assert found.words == (
        "The units are thought to be under the influence of Oshand, the bureau said."
    )
    assert found.place == "¶ 1"
    assert excerpt(document(TEXT, page=3), CLAIM).place == "p. 3 ¶ 1"


def test_marked_words_are_told_apart() -> None:
    found = excerpt(document(TEXT), CLAIM, [(span("thought to be"),), (span("the bureau"),)])
    assert [words for words, marked in found.parts if marked] == ["thought to be", "the bureau"]


def test_a_marked_word_in_another_sentence_of_the_paragraph_brings_that_one_along() -> None:
    found = excerpt(document(TEXT), CLAIM, [(span("on Monday"),)])
    assert found.words.startswith("Snow fell on Monday. The units")


def test_a_mark_in_another_paragraph_is_left_out() -> None:
    found = excerpt(document(TEXT), CLAIM, [(span("rained"),)])
    assert not any(marked for _, marked in found.parts)


def test_marks_that_overlap_are_one() -> None:
    found = excerpt(document(TEXT), CLAIM, [(span("are thought"),), (span("thought to be"),)])
    assert [words for words, marked in found.parts if marked] == ["are thought to be"]


def test_a_sentence_too_long_to_read_at_a_glance_is_cut_around_the_marks_at_whole_words() -> None:
    text = "very " * 300 + "thought to be idle " + "indeed " * 300
    claim = replace(claim_in(text, "idle"), passage=1)
    found = excerpt(document(text), claim, [(span("thought to be", text),)])
    assert len(found.words) <= MOST + 6
    assert found.words.startswith("… very very")
    assert found.words.endswith("indeed …")
    assert "thought to be idle" in found.words


def test_words_outside_all_passages_stand_alone() -> None:
    bare = replace(document(TEXT), passages=())
    assert excerpt(bare, CLAIM).words == CLAIM.words
