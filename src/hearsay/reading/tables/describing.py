"""Other names of someone or something, and what a table keeps of them besides."""

from __future__ import annotations

from hearsay.reading.tables.cited import Column, cited
from hearsay.reading.tables.row import Row
from hearsay.reading.tables.sheet import Sheet
from hearsay.vocabulary.spans import Spans
from hearsay.vocabulary.statements import Cited, Describing, Grounds, Held, Naming, Party


class Repeats:
    """Counts what a row says that an earlier one said word for word, with the same sources."""

    def __init__(self) -> None:
        self._said: set[tuple[object, ...]] = set()
        self.count = 0

    def again(self, *what: object) -> bool:
        """Whether this was said before; remembered if not."""
        if what in self._said:
            self.count += 1
            return True
        self._said.add(what)
        return False


def name_otherwise(
    sheet: Sheet, row: Row, entity: Party, name: Column, aliases: Column, repeats: Repeats
) -> None:
    """Each other name that a cell lists."""
    sources = cited(sheet, row, aliases)
    for alias, span in row.parts(aliases.name):
        if repeats.again("alias", entity.name, entity.record, alias, sources):
            continue
        spans = tuple(sorted((*row.spans(name.name), span)))
        sheet.part(alias, span, entity.type)
        grounds = Grounds(sheet.assertion(row, spans), spans, cited=sources)
        sheet.state(Naming(grounds, entity, " ".join(alias.split())))


def describe(
    sheet: Sheet,
    row: Row,
    entity: Party,
    name: Column,
    column: Column,
    repeats: Repeats,
    *,
    field: str | None = None,
    held: Held = Held(),
    when: tuple[Cited, ...] = (),
    read: Spans = (),
    beside: Spans = (),
) -> None:
    """What one column keeps, a statement for each entry that it lists; notes are one.

    `when` are the sources of its dates, `read` the cells in which a person reads them, and
    `beside` cells that say of whom: an id, a country.
    """
    sources = (*cited(sheet, row, column), *when)
    entries = [] if column.name == "Notes" else list(row.parts(column.name))
    value, whole = row.value(column.name), row.span(column.name)
    if value is None or whole is None:
        return
    for entry, span in entries or [(value, whole)]:
        if repeats.again(column.name, entity.name, entity.record, entry, sources, held.ranges):
            continue
        own: Spans = (*row.spans(name.name), span)
        spans = tuple(sorted({*own, *held.words, *beside}))
        grounds = Grounds(sheet.assertion(row, (*own, *read)), spans, held=held, cited=sources)
        sheet.state(Describing(grounds, entity, field or column.name, entry))
