"""What is read of a document, and what is not."""

from __future__ import annotations

from dataclasses import replace

from hearsay.reading.readable import prose_of, without_marks
from hearsay.vocabulary.captures import Particulars
from hearsay.vocabulary.documents import Document, NoteMark, Passage
from hearsay.vocabulary.spans import Span

TEXT = "It left in August.35 Nobody saw it.\n\n35 Interview, Velan."
DOCUMENT = Document(
    capture="0" * 64,
    format="pdf 1",
    text=TEXT,
    passages=(
        Passage(Span(0, 35), "paragraph", 1),
        Passage(Span(37, len(TEXT)), "note", 2, label="35"),
    ),
    note_marks=(NoteMark(Span(18, 20), Span(37, len(TEXT))),),
)


def test_a_note_mark_is_blank_and_moves_nothing() -> None:
    plain = without_marks(DOCUMENT)
    assert plain[:36] == "It left in August.   Nobody saw it.\n"
    assert len(plain) == len(TEXT)


def test_notes_are_not_read_as_sentences() -> None:
    assert prose_of(DOCUMENT) == (Span(0, 35),)


def test_a_language_that_is_not_read_gives_no_prose() -> None:
    assert prose_of(replace(DOCUMENT, found=Particulars(language="fr"))) == ()
