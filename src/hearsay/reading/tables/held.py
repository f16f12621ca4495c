"""When a row of the older tables says that something held: first and last cited, begun, ended."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from hearsay.reading.tables.cited import Column
from hearsay.reading.tables.dates import Stretch, stretch, stretch_of
from hearsay.reading.tables.numbers import number_of
from hearsay.reading.tables.row import Row
from hearsay.reading.tables.sheet import Sheet, shown
from hearsay.vocabulary.statements import Held, Range

_DATED = "Compare it with the source, and correct the table."


class Split(NamedTuple):
    """The columns in which a date stands once more, in its parts."""

    month: str
    day: str
    year: str


@dataclass(frozen=True, slots=True)
class Dating:
    """The columns that say when something held."""

    first: Column
    first_split: Split
    begins: str | None
    """Says `Y` where the first date is a beginning, and not only the first time it is cited."""
    last: Column
    last_split: Split
    ends: str | None = None
    open_ended: str | None = None
    """`Y`: taken as going on; `N`: not; `E`: the last date is the end."""
    begins_how: Column | None = None
    ends_how: Column | None = None

    def columns(self) -> tuple[Column | None, ...]:
        """Those for which sources are cited."""
        return (self.first, self.begins_how, self.last, self.ends_how)

    def names(self) -> tuple[str, ...]:
        """The columns in which a person reads when it held."""
        flags = (self.begins, self.ends, self.open_ended)
        return (*(c.name for c in self.columns() if c is not None), *(f for f in flags if f))

    def all_names(self) -> tuple[str, ...]:
        """Every column that has a part in it, but for sources."""
        return (*self.names(), *self.first_split, *self.last_split)


def held(sheet: Sheet, row: Row, dating: Dating) -> Held:
    """What the columns say of when; a date that is broken or contradicts itself is reported."""
    first = _date(sheet, row, dating.first, dating.first_split)
    last = _date(sheet, row, dating.last, dating.last_split)
    begins = _flag(sheet, row, dating.begins, "YN") == "Y"
    open_ended = _flag(sheet, row, dating.open_ended, "YNE")
    ends = _flag(sheet, row, dating.ends, "YNE") in ("Y", "E") or open_ended == "E"
    if first and last and last.range.last < first.range.first:
        sheet.report(
            row,
            dating.last.name,
            "reversed-dates",
            f"{last.edtf} as the last date, before the first one, {first.edtf}; "
            "neither is taken for a beginning or an end.",
            _DATED,
        )
        begins = ends = False
    if begins and first is None and dating.begins:
        sheet.report(row, dating.begins, "no-date", "a beginning without a date.", _DATED)
    if ends and last is None:
        column = dating.ends or dating.open_ended or dating.last.name
        sheet.report(row, column, "no-date", "an end without a date.", _DATED)
    spans = row.spans(*dating.all_names())
    return Held(
        ranges=_sights(*(one.range for one in (first, last) if one)),
        begins=begins and first is not None,
        ends=ends and last is not None,
        by="table" if spans else None,
        words=spans,
        begins_how=row.value(dating.begins_how.name) if dating.begins_how else None,
        ends_how=row.value(dating.ends_how.name) if dating.ends_how else None,
        assumed=None if open_ended is None else open_ended == "Y",
    )


def _sights(first: Range | None = None, last: Range | None = None) -> tuple[Range, ...]:
    """The days of the first and of the last sight.

    What was seen first in 2004, and last on a day of that year, was first seen no later than that
    day: a month or year as the first date ends with the last one, and as the last begins with the
    first.
    """
    if first is None or last is None or last.last < first.first:
        return tuple(sorted({one for one in (first, last) if one}, key=lambda r: (r.first, r.last)))
    since = _cut(first, first.first, min(first.last, last.last))
    until = _cut(last, max(first.first, last.first), last.last)
    return (since,) if since == until else (since, until)


def _cut(one: Range, first: str, last: str) -> Range:
    return Range(first, last, precise=one.precise or first == last)


def _date(sheet: Sheet, row: Row, column: Column, split: Split) -> Stretch | None:
    """The date that a column and those with its parts agree on."""
    words = row.value(column.name)
    whole = stretch_of(words) if words else None
    parts = _from_parts(sheet, row, column, split)
    is_split = any(part in row for part in split)
    taken = _agreed(sheet, row, column.name, words, whole, parts, is_split=is_split)
    span = row.span(column.name)
    if span is not None:
        sheet.time(span, taken.edtf if taken else None)
    return taken


def _from_parts(sheet: Sheet, row: Row, column: Column, split: Split) -> Stretch | None:
    """The date in parts; what is none is reported here where there is no whole one to go by."""
    month, day, year = (row.value(part) for part in split)
    numbers = [number_of(part) for part in (year, month, day)]
    broken = any(n is None for n, part in zip(numbers, (year, month, day), strict=True) if part)
    found = stretch(numbers[0], numbers[1], numbers[2]) if numbers[0] and not broken else None
    filled = [part for part in (split.year, split.month, split.day) if part in row]
    if found is None and filled and column.name not in row:
        words = " ".join(part for part in (day, month, year) if part)
        message = f'"{shown(words)}" is no date; none is taken.'
        sheet.report(row, filled[0], "broken-date", message, _DATED)
    return found


def _agreed(
    sheet: Sheet,
    row: Row,
    column: str,
    words: str | None,
    whole: Stretch | None,
    parts: Stretch | None,
    *,
    is_split: bool,
) -> Stretch | None:
    if whole == parts:
        if words is not None and whole is None:
            message = f'"{shown(words)}" is no date; none is taken.'
            sheet.report(row, column, "broken-date", message, _DATED)
        return whole
    if whole is None or parts is None:
        taken = whole or parts
        if taken is not None and words is not None and is_split:
            kept = "its month, day and year" if whole is None else "the whole of it"
            message = f'"{shown(words)}" is taken as {taken.edtf}, by {kept}.'
            sheet.report(row, column, "repaired-date", message, _DATED)
        return taken
    common = whole.common(parts)
    left = f"only {common.edtf} is taken" if common else "no date is taken"
    sheet.report(
        row,
        column,
        "contradictory-date",
        f'"{shown(words or "")}", but its month, day and year say {parts.edtf}; {left}.',
        _DATED,
    )
    return common


def _flag(sheet: Sheet, row: Row, column: str | None, known: str) -> str | None:
    """`Y`, `N` or `E`; what is none of them is reported."""
    words = row.value(column) if column else None
    if words is None or column is None:
        return None
    letter = words.upper()
    if letter in known and len(letter) == 1:
        return letter
    message = f'"{shown(words)}" says neither of {", ".join(known)}.'
    sheet.report(row, column, "broken-flag", message)
    return None
