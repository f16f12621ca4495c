"""Readings made by hand for tests: mentions by their words, relations and events between them."""

from __future__ import annotations

from hearsay.vocabulary.captures import Particulars
from hearsay.vocabulary.documents import Document, Passage
from hearsay.vocabulary.readings import (
    Assertion,
    Event,
    Form,
    Mention,
    MentionType,
    Reading,
    Relation,
    RelationType,
    TimeExpression,
)
from hearsay.vocabulary.spans import Span

PUBLISHED = "2022-02-15"


def document_of(
    text: str, *, published: str | None = PUBLISHED, period: str | None = None
) -> Document:
    """One paragraph, published on 15 February 2022 unless told otherwise."""
    whole = Span(0, len(text))
    stated = Particulars(publisher="The Calder Courier", published=published, period=period)
    return Document("c" * 64, "text 1", text, (Passage(whole, "paragraph", 1),), stated=stated)


class Marked:
    """Marks up one text; every name is that of its first occurrence."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._mentions: list[Mention] = []
        self._relations: list[Relation] = []
        self._events: list[Event] = []
        self._times: list[TimeExpression] = []

    def span(self, words: str) -> Span:
        """Where words stand."""
        start = self.text.index(words)
        return Span(start, start + len(words))

    def mention(self, words: str, type: MentionType, form: Form = "name", refers: str = "") -> str:
        """A mention, or the one that there is already; its id."""
        for one in self._mentions:
            if one.spans == (self.span(words),):
                return one.id
        id = f"m{len(self._mentions) + 1}"
        self._mentions.append(Mention(id, type, (self.span(words),), form, True, refers or id, 1.0))
        return id

    def says(self, left: str, type: RelationType, right: str, *, time: str | None = None) -> Marked:
        """A relation between two mentions, by id."""
        number = len(self._relations) + 1
        self._relations.append(Relation(f"r{number}", type, left, right, "s1", time=time))
        return self

    def happened(self, event: Event) -> Marked:
        """An event."""
        self._events.append(event)
        return self

    def time(self, words: str, edtf: str) -> str:
        """A phrase with its value; its id."""
        id = f"t{len(self._times) + 1}"
        self._times.append(TimeExpression(id, self.span(words), edtf))
        return id

    def reading(self) -> Reading:
        """What was marked, all of it in one assertion."""
        return Reading(
            "by hand 1",
            mentions=tuple(self._mentions),
            assertions=(Assertion("s1", (Span(0, len(self.text)),), None),),
            relations=tuple(self._relations),
            events=tuple(self._events),
            times=tuple(self._times),
        )
