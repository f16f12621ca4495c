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
from hearsay.resolution.weighing import Sameness
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
    store: Store, who: Resolved, names: Compared, *, known_at: str | None, labels: frozenset[str]
) -> Iterator[Question]:
    """What a person may decide of who is who, most useful first: what is least sure and on which
    most documents hang; last, what only a slip of the reader may have brought together."""
    entities = {entity.id: entity for entity in who.entities}
    asking = _Asking(store, known_at, labels)
    told = [(doubt, names.sameness(*doubt.names, doubt.contexts)) for doubt in who.doubts]
    told.sort(key=lambda one: one[1].score < _SLIP)  # stable: most useful first in both parts
    for doubt, same in told:
        yield asking.question(doubt, same, entities[doubt.one], entities[doubt.other])


_SLIP = 0.1
"""Below it the names themselves speak so clearly against it that a document which seems to use
both for one mostly was misread: "Donald Trump" and "Lady Melania Trump"."""


class _Asking:
    def __init__(self, store: Store, known_at: str | None, labels: frozenset[str]) -> None:
        self._store = store
        self._known_at, self._labels = known_at, labels

    def question(self, doubt: Doubt, told: Sameness, one: Entity, other: Entity) -> Question:
        sides = (
            self._side(entity, known, context)
            for entity, known, context in zip(
                (one, other), doubt.names, doubt.contexts, strict=True
            )
        )
        why = () if told.score >= AGAINST else (self._why(doubt, one, other),)
        reasons = (*why, *told.reasons)
        return Question(doubt.score, reasons, *sides)

    def _why(self, doubt: Doubt, one: Entity, other: Entity) -> str:
        """Why two may be one whose names are not alike."""
        left, right = doubt.names
        if clipped(folded(left.text), right) or clipped(folded(right.text), left):
            return "One may be what is left of the longer name, and several could be meant by it."
        both = {left.shown, right.shown}
        for thing in (*one.things, *other.things):
            if both <= {*thing.names}:
                address, _, place = self._at(thing)
                where = f" ({address}, {place})" if place else f" ({address})"
                return f"A document seems to use both names for one{where}."
        return "A document gives one as another name of the other."

    def _at(self, thing: Thing) -> tuple[str, Document, str]:
        """The address of the document that names it, its text, and the place there."""
        capture = capture_of(thing.place[0])
        shown = self._store.shown(capture, known_at=self._known_at, labels=self._labels)
        passage = shown.document.passage_at(_telling(thing, shown.document).start)
        place = places(shown.document).get(passage.paragraph, "") if passage else ""
        return shown.address, shown.document, place

    def _side(self, entity: Entity, known: Known, context: str) -> Side:
        thing = next((t for t in entity.things if known.shown in t.names), entity.things[0])
        address, document, place = self._at(thing)
        named = _telling(thing, document)
        passage = document.passage_at(named.start)
        span = _around(named, passage.span, document.text) if passage else named
        return Side(
            entity.id,
            known.text,
            entity.type,
            len({t.place[0] for t in entity.things}),
            context,
            NamedAt(document.capture, thing.anchor),
            address,
            document.particulars.published,
            place,
            " ".join(span.of(document.text).split()),
        )


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
