"""Gathers what the rows of a table state: mentions, assertions, statements, and what is amiss."""

from __future__ import annotations

from collections.abc import Iterable

from hearsay.reading.tables.row import Row
from hearsay.vocabulary.documents import Document
from hearsay.vocabulary.kinds import MentionType, Polarity
from hearsay.vocabulary.problems import Problem
from hearsay.vocabulary.readings import (
    Assertion,
    Hedge,
    Mention,
    Reading,
    Source,
    TimeExpression,
)
from hearsay.vocabulary.spans import Span, Spans
from hearsay.vocabulary.statements import EntityType, Party, Statement

_MENTION_OF: dict[EntityType, MentionType] = {
    "person": "Person",
    "unit": "Organization",
    "organization": "Organization",
    "place": "Place",
    "materiel": "Weapon",
}
# A line of problem names file, row and column besides.
_MOST_SHOWN = 120


class Sheet:
    """A reading of a table, as it grows."""

    def __init__(self, document: Document, *, reader: str) -> None:
        self.document = document
        self._reader = reader
        self._mentions: dict[Span, Mention] = {}
        self._first: dict[tuple[str, str], str] = {}
        self._assertions: dict[Spans, Assertion] = {}
        self._times: dict[Span, TimeExpression] = {}
        self._statements: list[Statement] = []
        self._problems: list[Problem] = []
        self.sources: dict[str, Source] = {}
        """What is known of the ids that the table cites, or of those that it lists itself."""

    def mention(self, type: MentionType, span: Span) -> None:
        """Someone or something that a cell names; the first of the same words leads."""
        if span in self._mentions:
            return
        id = f"m{len(self._mentions) + 1}"
        refers = self._first.setdefault((type, span.of(self.document.text)), id)
        self._mentions[span] = Mention(id, type, (span,), "name", True, refers, 1.0)

    def party(
        self,
        row: Row,
        column: str,
        type: EntityType,
        *,
        record: str | None = None,
        country: str | None = None,
    ) -> Party | None:
        """Whom or what a cell names; `None` where it is empty."""
        name, span = row.value(column), row.span(column)
        if name is None or span is None:
            return None
        return self.part(name, span, type, record=record, country=country)

    def part(
        self,
        name: str,
        span: Span,
        type: EntityType,
        *,
        record: str | None = None,
        country: str | None = None,
    ) -> Party:
        """Whom or what a part of a cell names."""
        kind = _MENTION_OF.get(type)
        if kind is not None:
            self.mention(kind, span)
        return Party(" ".join(name.split()), type, (span,), record=record, country=country)

    def assertion(
        self,
        row: Row,
        spans: Iterable[Span],
        *,
        polarity: Polarity = "affirmed",
        hedges: tuple[Hedge, ...] = (),
    ) -> str:
        """The id of the assertion that these cells make together, each with its column's name."""
        own = tuple(sorted({line for span in spans for line in row.lines(span)}))
        if own not in self._assertions:
            id = f"s{len(self._assertions) + 1}"
            self._assertions[own] = Assertion(id, own, None, polarity, hedges)
        return self._assertions[own].id

    def time(self, span: Span, edtf: str | None) -> None:
        """A date that a cell gives."""
        if span not in self._times:
            self._times[span] = TimeExpression(f"t{len(self._times) + 1}", span, edtf)

    def state(self, statement: Statement) -> None:
        """One more statement."""
        self._statements.append(statement)

    @property
    def stated(self) -> int:
        """How many statements there are so far."""
        return len(self._statements)

    def report(
        self,
        row: Row,
        column: str | None,
        code: str,
        message: str,
        next_step: str = "Compare it with the source.",
    ) -> None:
        """Something amiss in a row, in one of its columns if that is said."""
        where = f"row {row.number}" + (f', column "{column}"' if column else "")
        span = row.span(column) if column else None
        self._problems.append(
            Problem(
                self.document.capture,
                code,
                f"{where}: {message}",
                next_step,
                span=span or row.passage.span,
            )
        )

    def tell(self, code: str, message: str, next_step: str, *, count: int) -> None:
        """Something to know of the table as a whole, unless there is none of it."""
        if count:
            self._problems.append(
                Problem(self.document.capture, code, message, next_step, count=count)
            )

    def reading(self) -> Reading:
        """All of it."""
        return Reading(
            reader=self._reader,
            mentions=tuple(self._mentions.values()),
            assertions=tuple(self._assertions.values()),
            times=tuple(self._times.values()),
            problems=tuple(self._problems),
            statements=tuple(self._statements),
            sources=tuple(self.sources.values()),
        )


def shown(words: str) -> str:
    """What a cell holds as a problem quotes it: the beginning of what fills more than a line."""
    return words if len(words) <= _MOST_SHOWN else f"{words[: _MOST_SHOWN - 1]}…"
