"""Relations, events, counts and causes, each in one short line."""

from __future__ import annotations

from collections.abc import Iterator

from hearsay.cli.printing import one_line
from hearsay.cli.wrapping import DIM, WARNING, Piece
from hearsay.vocabulary.readings import Cause, Count, Event, Reading, Relation
from hearsay.vocabulary.spans import Spans, words_of

_COMPARED = {
    "exactly": "",
    "at_least": "at least ",
    "at_most": "at most ",
    "about": "about ",
    "more_than": "more than ",
    "fewer_than": "fewer than ",
}
_LONG = 60
"""Characters of a cause or effect that are shown; the text itself stands above."""


class Structures:
    """What a reading says beyond who said what, looked up by where it stands."""

    def __init__(self, reading: Reading, text: str) -> None:
        self._reading = reading
        self._text = text
        self._mentions = {m.id: m for m in reading.mentions}
        self._assertions = {a.id: a for a in reading.assertions}
        self._attributions = {a.id: a for a in reading.attributions}
        self._times = {t.id: t for t in reading.times}

    def lines(self) -> Iterator[tuple[int, list[Piece]]]:
        """Each as a line, with the offset that it stands at: kind after kind, in reading order."""
        reading = self._reading
        yield from sorted(
            ((self._place(r), self._relation(r)) for r in reading.relations), key=_first
        )
        yield from sorted(((e.trigger.start, self._event(e)) for e in reading.events), key=_first)
        yield from sorted(((n.span.start, self._count(n)) for n in reading.counts), key=_first)
        yield from sorted(
            ((self._cause_place(c), self._cause(c)) for c in reading.causes), key=_first
        )

    def name(self, mention: str | None, *, whole: bool = False) -> str:
        """A mention's words on one line; `whole` gives the fullest name of the same thing."""
        found = self._mentions.get(mention or "")
        if found is None:
            return "?"
        if whole:
            found = self._mentions.get(found.refers, found)
        return one_line(" ".join(part.of(self._text) for part in found.spans))

    def _relation(self, relation: Relation) -> list[Piece]:
        words = (
            f"{self._named(relation.source)} —{relation.type.replace('_', ' ')}→ "
            f"{self._named(relation.target)}"
        )
        marks = _negative(relation.polarity)
        if relation.hedge is not None:
            heard = one_line(relation.hedge.span.of(self._text))
            marks.append((f"{relation.hedge.kind} (“{heard}”)", WARNING))
        return _line("relation", words, [*marks, *self._when(relation.time)])

    def _event(self, event: Event) -> list[Piece]:
        trigger = one_line(event.trigger.of(self._text))
        marks: list[Piece] = [(f"{a.role} {self._named(a.mention)}", DIM) for a in event.arguments]
        if event.stage != "accomplished":
            marks.append((event.stage, WARNING))
        marks += [*_negative(event.polarity), *self._when(event.time)]
        return _line("event", f"{event.type} (“{trigger}”)", marks)

    def _count(self, counted: Count) -> list[Piece]:
        number = _number(counted.low)
        if counted.high is not None:
            number += f" to {_number(counted.high)}"
        words = f"{_COMPARED[counted.comparator]}{number} × {one_line(counted.unit)}"
        marks: list[Piece] = []
        if counted.scope:
            marks.append((f"“{one_line(counted.scope)}”", DIM))
        if counted.counter is not None:
            marks.append((f"counted by {self._named(counted.counter)}", DIM))
        if counted.basis is not None:
            marks.append((counted.basis, DIM))
        return _line("count", words, [*marks, *self._when(counted.time)])

    def _cause(self, cause: Cause) -> list[Piece]:
        marker = f"“{one_line(cause.marker.of(self._text))}”" if cause.marker else "no word for it"
        words = f"{self._short(cause.cause)} → {self._short(cause.effect)}"
        marks: list[Piece] = [(marker, DIM)]
        given = self._attributions.get(cause.attribution or "")
        if given is not None and given.chain:
            marks.append((f"given by {self.name(given.chain[-1])}", DIM))
        return _line("cause", words, marks)

    def _named(self, mention: str) -> str:
        """The words used here, and whom they stand for where that is another name."""
        here, whole = self.name(mention), self.name(mention, whole=True)
        return here if here == whole else f"{here} ({whole})"

    def _when(self, time: str | None) -> list[Piece]:
        found = self._times.get(time or "")
        if found is None:
            return []
        return [(found.edtf or f"“{one_line(found.span.of(self._text))}”", DIM)]

    def _short(self, spans: Spans) -> str:
        words = one_line(words_of(spans, self._text))
        if len(words) > _LONG:
            words = f"{words[: _LONG - 1].rsplit(' ', 1)[0]} …"
        return f"“{words}”"

    def _place(self, relation: Relation) -> int:
        stands = self._assertions.get(relation.assertion or "")
        if stands is not None and stands.spans:
            return stands.spans[0].start
        return self._mentions[relation.source].spans[0].start

    def _cause_place(self, cause: Cause) -> int:
        return cause.marker.start if cause.marker else min(cause.cause + cause.effect).start


def _line(kind: str, words: str, marks: list[Piece]) -> list[Piece]:
    pieces: list[Piece] = [(f"{kind}: {words}", DIM)]
    for mark in marks:
        pieces += [(" · ", DIM), mark]
    return pieces


def _negative(polarity: str) -> list[Piece]:
    return [("negated", WARNING)] if polarity == "denied" else []


def _number(value: float) -> str:
    return f"{value:,.0f}" if value == int(value) else f"{value:,}"


def _first(line: tuple[int, list[Piece]]) -> int:
    return line[0]
