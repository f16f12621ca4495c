"""Indexes made by hand for tests: statements between names, each in a document of its own day."""

from __future__ import annotations

from collections.abc import Iterable

from hearsay.picture.entities import entities_of
from hearsay.picture.index import Asking
from hearsay.picture.known import Known
from hearsay.picture.laying import laid_out
from hearsay.picture.things import Thing, things_of
from hearsay.vocabulary.captures import Particulars
from hearsay.vocabulary.documents import Document, Passage
from hearsay.vocabulary.readings import Polarity, Reading
from hearsay.vocabulary.spans import Span
from hearsay.vocabulary.statements import EntityType, Grounds, Held, Party, Range, Statement
from hearsay.vocabulary.traces import Account


class ByName:
    """Two names are one where they are the same letter by letter."""

    def known(self, thing: Thing, name: str) -> Known | None:
        return Known("named", (name,), name)

    def keys(self, known: Known) -> frozenset[str]:
        return frozenset(known.words)

    def score(self, left: Known, right: Known, contexts: tuple[str, str] = ("", "")) -> float:
        return float(left.words == right.words)


def party(name: str, type: EntityType = "unit", *, record: str | None = None) -> Party:
    return Party(name, type, (Span(0, 1),), record=record)


def grounds(
    first: str | None = None,
    last: str | None = None,
    *,
    precise: bool = True,
    polarity: Polarity = "affirmed",
    begins: bool = False,
    ends: bool = False,
) -> Grounds:
    ranges = (Range(first, last or first, precise),) if first is not None else ()
    held = Held(ranges, begins=begins, ends=ends, by="words" if ranges else None)
    return Grounds(None, (Span(0, 1),), polarity, held=held)


def index_of(documents: Iterable[Iterable[Statement]]) -> Asking:
    """An index of documents that state these things, one outlet and day each."""
    held = []
    for number, statements in enumerate(documents, 1):
        stated = Particulars(publisher=f"Outlet {number}", published=f"2022-01-{number:02}")
        text = "A report."
        passages = (Passage(Span(0, len(text)), "paragraph", 1),)
        document = Document(f"{number:064x}", "text 1", text, passages, stated=stated)
        held.append((Account(document, Reading("by hand 1"), ()), tuple(statements)))
    things = [thing for account, said in held for thing in things_of(account, said)]
    return Asking(laid_out(held, entities_of(things, ByName())))


def number_of(asking: Asking, name: str) -> int:
    """The number of the entity with this name."""
    (one,) = asking.entities(name)
    return one.number
