"""What a person is asked of who is who: pairs that nothing tells, with both passages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from hearsay.ledger.judgements import NamedAt
from hearsay.ledger.store import Store
from hearsay.picture.entities import Doubt, Entity, Resolved
from hearsay.picture.joining import AGAINST
from hearsay.picture.known import Known
from hearsay.picture.naming import Compared, clipped, folded
from hearsay.picture.things import Thing
from hearsay.vocabulary.documents import Document, places
from hearsay.vocabulary.spans import Span
from hearsay.vocabulary.traces import capture_of


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two, with a passage that names it."""

    entity: str
    """Its id."""
    name: str
    """The name in question."""
    type: str
    documents: int
    """How many documents name the entity."""
    told: str
    """What is told of it: ranks, posts, what it belongs to."""
    at: NamedAt
    address: str
    published: str | None
    place: str
    """Where in the document: `p. 12 ¶ 3`."""
    passage: str
    """The words around the name."""


@dataclass(frozen=True, slots=True)
class Question:
    """Whether two entities are one."""

    score: float
    """From 0 to 1: how sure Hearsay is that they are."""
    reasons: tuple[str, ...]
    """What speaks for it and against it, in words."""
    one: Side
    other: Side


def questions_of(
    store: Store, who: Resolved, *, known_at: str | None, labels: frozenset[str]
) -> Iterator[Question]:
    """What a person may decide of who is who, most useful first: what is least sure and on which
    most documents hang."""
    entities = {entity.id: entity for entity in who.entities}
    asking = _Asking(store, known_at, labels)
    for doubt in who.doubts:
        yield asking.question(doubt, entities[doubt.one], entities[doubt.other])


class _Asking:
    def __init__(self, store: Store, known_at: str | None, labels: frozenset[str]) -> None:
        self._store, self._known_at, self._labels = store, known_at, labels
        self._names = Compared()

    def question(self, doubt: Doubt, one: Entity, other: Entity) -> Question:
        told = self._names.sameness(*doubt.names, doubt.contexts)
        sides = (
            self._side(entity, known, context)
            for entity, known, context in zip(
                (one, other), doubt.names, doubt.contexts, strict=True
            )
        )
        why = () if told.score >= AGAINST else (_why(*doubt.names),)
        reasons = (*why, *told.reasons)
        return Question(doubt.score, reasons, *sides)

    def _side(self, entity: Entity, known: Known, context: str) -> Side:
        thing = next((t for t in entity.things if known.shown in t.names), entity.things[0])
        capture = capture_of(thing.place[0])
        shown = self._store.shown(capture, known_at=self._known_at, labels=self._labels)
        document = shown.document
        named = _telling(thing, document)
        passage = document.passage_at(named.start)
        span = _around(named, passage.span, document.text) if passage else named
        return Side(
            entity.id,
            known.text,
            entity.type,
            len({t.place[0] for t in entity.things}),
            context,
            NamedAt(capture, thing.anchor),
            shown.address,
            document.particulars.published,
            places(document).get(passage.paragraph, "") if passage else "",
            " ".join(span.of(document.text).split()),
        )


def _why(one: Known, other: Known) -> str:
    """Why two may be one whose names are not alike."""
    if clipped(folded(one.text), other) or clipped(folded(other.text), one):
        return "One may be what is left of the longer name, and several could be meant by it."
    return "A document gives one as another name of the other."


def _telling(thing: Thing, document: Document) -> Span:
    """Where it is first named in more than a heading."""
    for span in (thing.anchor, *thing.spans):
        passage = document.passage_at(span.start)
        if passage is not None and len(passage.span) >= _HEADING:
            return span
    return thing.anchor


def _around(named: Span, passage: Span, text: str) -> Span:
    """So much of a passage as tells who is meant, in whole words."""
    start, end = max(passage.start, named.start - _BEFORE), min(passage.end, named.end + _AFTER)
    if start > passage.start:
        start = text.find(" ", start, named.start) + 1 or named.start
    if end < passage.end:
        end = max(text.rfind(" ", named.end, end), named.end)
    return Span(start, end)


_HEADING = 60
"""A passage of fewer code points mostly is a heading, which tells little."""
_BEFORE, _AFTER = 160, 240
"""Code points of a passage that are shown around a name."""
