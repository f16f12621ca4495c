"""What of a document is read as sentences: its prose in a language that is read, without marks."""

from __future__ import annotations

from hearsay.vocabulary.documents import PROSE, Document
from hearsay.vocabulary.spans import Span

LANGUAGES = frozenset({None, "en"})
"""Languages that are read; `None` where the text is too short to tell."""


def prose_of(document: Document) -> tuple[Span, ...]:
    """The passages that are read as sentences; none where the language is not read."""
    if document.particulars.language not in LANGUAGES:
        return ()
    return tuple(passage.span for passage in document.passages if passage.kind in PROSE)


def without_marks(document: Document) -> str:
    """The document's text with blanks where note marks stand, every offset unchanged.

    A mark printed small above the line is plain digits in the text: "in August.35" would else be
    read as a date in 1935.
    """
    parts, place = [], 0
    for mark in sorted(one.mark for one in document.note_marks):
        parts += [document.text[place : mark.start], " " * len(mark)]
        place = mark.end
    return "".join(parts) + document.text[place:]
