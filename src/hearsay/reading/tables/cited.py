"""Values with what a table cites for them: the ids of its sources, and its confidence in each."""

from __future__ import annotations

import re
from dataclasses import dataclass

from hearsay.reading.tables.row import Row
from hearsay.reading.tables.sheet import Sheet, shown
from hearsay.vocabulary.spans import Span
from hearsay.vocabulary.statements import Cited

_ID = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")


@dataclass(frozen=True, slots=True)
class Column:
    """A column with those that hold its sources and how sure the table is of it."""

    name: str
    source: str | None = None
    confidence: str | None = None


def cited(sheet: Sheet, row: Row, *columns: Column | None) -> tuple[Cited, ...]:
    """What is cited for each of the columns that is filled; what is broken in it is reported."""
    found = []
    for column in columns:
        if column is None or column.name not in row:
            if column is not None:
                _report_stray(sheet, row, column)
            continue
        ids = ids_in(sheet, row, column.source) if column.source else ()
        confidence = row.value(column.confidence) if column.confidence else None
        if column.source and column.source not in row:
            sheet.report(row, column.name, "uncited", "a value for which no source is cited.")
        if ids or confidence:
            found.append(Cited(column.name, ids, confidence))
    return tuple(found)


def ids_in(sheet: Sheet, row: Row, column: str) -> tuple[str, ...]:
    """The ids that a cell lists, each once; what is no id is reported."""
    ids: dict[str, Span] = {}
    for entry, span in row.parts(column):
        if _ID.fullmatch(entry):
            ids.setdefault(entry.lower(), span)
        else:
            sheet.report(row, column, "broken-id", f'"{shown(entry)}" is no id of a source.')
    return tuple(ids)


def is_id(words: str) -> bool:
    """Whether the words are an id: 32 hexadecimal digits in five groups."""
    return _ID.fullmatch(words) is not None


def _report_stray(sheet: Sheet, row: Row, column: Column) -> None:
    for extra in (column.source, column.confidence):
        if extra is not None and extra in row:
            row.value(extra)
            sheet.report(
                row,
                extra,
                "stray-source",
                f'something is cited for "{column.name}", which is empty.',
            )
