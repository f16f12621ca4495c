"""The readable text of a capture, in passages that know their page and paragraph."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Literal

from hearsay.vocabulary.captures import Particulars
from hearsay.vocabulary.problems import Problem
from hearsay.vocabulary.spans import Span

PassageKind = Literal[
    "paragraph", "heading", "list_item", "table_row", "note", "caption", "credit", "furniture"
]
"""What a passage is. `note` is a footnote or endnote; `furniture` is what stands on the page
around the text (running heads, page numbers, "Related news", share buttons); `credit` is a line
that only says whose text this is and from when ("Source » …", a byline, a date line)."""

PROSE: frozenset[PassageKind] = frozenset({"paragraph", "heading", "list_item", "caption"})
"""The kinds of passage that are read as sentences."""

CreditKind = Literal["reprint", "wire", "via", "first_published"]


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a document's text that is read as one piece."""

    span: Span
    kind: PassageKind
    paragraph: int
    """Its place in the document, from 1, counting every passage."""
    page: int | None = None
    """The page it begins on, from 1; `None` where the format has no pages."""
    row: int | None = None
    """For a table row, its place in its table, from 1."""
    label: str | None = None
    """For a note, its mark (`12`, `*`); for a table row, the table's heading where one is known."""


@dataclass(frozen=True, slots=True)
class Credit:
    """A line that says whose text this is: a reprint's source, a wire mark."""

    span: Span
    kind: CreditKind
    name: str
    """Whom it names, as written there (`middleeastmonitor`, `Reuters`)."""


@dataclass(frozen=True, slots=True)
class NoteMark:
    """A note's mark in the running text and the note passage that it calls."""

    mark: Span
    note: Span


@dataclass(frozen=True, slots=True)
class Document:
    """The readable text of a capture: a working copy, keyed by capture and format version."""

    capture: str
    """SHA-256 of the capture it was made from."""
    format: str
    """The format plugin that made it, name and version (`html 1`)."""
    text: str
    """All of its text, furniture included; every offset in Hearsay points into this."""
    passages: tuple[Passage, ...]
    """In reading order, not overlapping; they need not cover the white space between."""
    found: Particulars = Particulars()
    """What the document says of itself."""
    stated: Particulars = Particulars()
    """What the user states about it; beats what is found, and both are kept."""
    found_how: tuple[tuple[str, str], ...] = ()
    """For each particular that was found, how: `("published", "meta article:published_time")`."""
    credits: tuple[Credit, ...] = ()
    note_marks: tuple[NoteMark, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def particulars(self) -> Particulars:
        """What is taken to be so: the user's statements, filled up with what was found."""
        return self.stated.over(self.found)

    @property
    def furniture(self) -> tuple[Span, ...]:
        """The spans of the passages that are page furniture."""
        return tuple(p.span for p in self.passages if p.kind == "furniture")

    def passage_at(self, offset: int) -> Passage | None:
        """The passage in which the code point at `offset` stands, if any does."""
        return next((p for p in self.passages if p.span.start <= offset < p.span.end), None)


def places(document: Document) -> dict[int, str]:
    """For each paragraph of a document, where a person looks it up: `¶ 4`, or `p. 12 ¶ 3`.

    On a page the count leaves out furniture, which gets no place there.
    """
    on_page: Counter[int] = Counter()
    found = {}
    for passage in document.passages:
        if passage.page is None:
            found[passage.paragraph] = f"¶ {passage.paragraph}"
        elif passage.kind != "furniture":
            on_page[passage.page] += 1
            found[passage.paragraph] = f"p. {passage.page} ¶ {on_page[passage.page]}"
    return found
