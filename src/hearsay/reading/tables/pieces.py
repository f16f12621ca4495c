"""The cells of a row of training, taken apart where the scraping ran several into one."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from hearsay.reading.tables.row import Row
from hearsay.reading.tables.sheet import shown
from hearsay.vocabulary.spans import Span, Spans

CELLS = (
    "course_title",
    "quantity",
    "student_unit",
    "us_unit",
    "location",
    "start_date",
    "end_date",
    "total_cost",
)


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one or more cells that state one thing."""

    words: str
    spans: Spans


@dataclass(slots=True)
class Pieces:
    """What a row states in each of its columns, after repair."""

    held: dict[str, Piece] = field(default_factory=dict)
    repairs: list[tuple[str, str]] = field(default_factory=list)
    """For each repair, the column and what was done."""
    blank: list[str] = field(default_factory=list)
    """The columns that say only that nothing is given (`N/A`, `$`)."""

    def get(self, column: str) -> Piece | None:
        """What stands in a column."""
        return self.held.get(column)


_DATE = r"\d{1,2}/\d{1,2}/\d{2,4}"
_BLANK = re.compile(
    r"(?:(?:n/?a|unk(?:nown)?|tbd|none|not (?:reported|entered|provided|used|available))"
    r"(?: - (?:n/?a|\d+))?|\$|-+|/|0 - 0|- 0)",
    re.IGNORECASE,
)
_TAIL = re.compile(r"(.*\S) - (?:N/A|0)")
_TWO_DATES = re.compile(rf"({_DATE})\s+({_DATE})")
_COST_AND_DATES = re.compile(rf"(\$?[\d,.]+)\s+({_DATE})(?:\s+({_DATE}))?")
_UNIT_AND_COST = re.compile(rf"(.*\S)\s+(\d+)(?:\s+({_DATE})\s+({_DATE}))?")
_TITLE_AND_NUMBER = re.compile(r"(.*\S)\s+(\d{1,4})")
_NUMBER_AND_PLACE = re.compile(r"(\d+)\s+(\S.*)")
_AGAIN = re.compile(r"(\w.{6,}?)\1+")
_CORRECTED = re.compile(
    r"(.*?\S)\.?\s*Quanti[tf]y (?:is|should be) (\d+)\s*(?:-\s*)?not \d+", re.IGNORECASE
)


def pieces_of(row: Row, following: list[Row]) -> Pieces:
    """The row's cells with those of the rows below it that only carry them on."""
    found = Pieces()
    for column in CELLS:
        words, spans = [], []
        for one in (row, *following):
            value, span = one.value(column), one.span(column)
            if value is not None and span is not None:
                words.append(value)
                spans.append(span)
        if words:
            found.held[column] = Piece(" ".join(" ".join(words).split()), tuple(spans))
    _take_apart(found, row)
    for column in tuple(found.held):
        if _BLANK.fullmatch(found.held[column].words):
            del found.held[column]
            found.blank.append(column)
    return found


def _take_apart(found: Pieces, row: Row) -> None:
    """Undoes each way in which two cells are known to have run together."""
    _split(found, row, "start_date", _TWO_DATES, ("start_date", "end_date"))
    into = ("total_cost", "start_date", "end_date")
    _split(found, row, "total_cost", _COST_AND_DATES, into)
    if "us_unit" not in found.held:
        # Only where the report names no unit of its own do student unit and cost stand side by
        # side; elsewhere a number at the end of a unit is its own.
        _split(found, row, "student_unit", _UNIT_AND_COST, ("student_unit", *into))
    _split(found, row, "course_title", _TITLE_AND_NUMBER, ("course_title", "quantity"))
    _take_place_from_quantity(found, row)
    _correct(found)
    _say_once(found)
    tail = found.get("us_unit")
    if tail is not None and (cut := _TAIL.fullmatch(tail.words)):
        whole = tail.spans[-1]
        shorter = Span(whole.start, whole.end - (len(cut[0]) - len(cut[1])))
        found.held["us_unit"] = Piece(cut[1], (*tail.spans[:-1], shorter))


def _split(
    found: Pieces, row: Row, column: str, pattern: re.Pattern[str], into: tuple[str, ...]
) -> None:
    """Gives what ran into one cell to the columns that lack it; all of them have to."""
    value, span = row.value(column), row.span(column)
    if value is None or span is None:
        return
    match = pattern.fullmatch(value)
    if match is None:
        return
    groups = [n for n in range(1, (match.lastindex or 0) + 1) if match[n]]
    names = [name for name in into if name == column or name not in found.held]
    if len(names) < len(groups) or names[0] != column:
        return
    for name, group in zip(names, groups, strict=False):
        own = Span(span.start + match.start(group), span.start + match.end(group))
        found.held[name] = Piece(" ".join(match[group].split()), (own,))
    given = " and ".join(names[1 : len(groups)])
    found.repairs.append((column, f'"{shown(value)}" holds {given} too, which stood empty'))


def _take_place_from_quantity(found: Pieces, row: Row) -> None:
    """A postal code or a whole address behind the number of people."""
    value, span, place = row.value("quantity"), row.span("quantity"), found.get("location")
    match = _NUMBER_AND_PLACE.fullmatch(value) if value is not None else None
    if value is None or match is None or span is None:
        return
    end, begins = span.start + match.end(1), span.start + match.start(2)
    rest = Piece(match[2], (Span(begins, span.end),))
    if place is not None:
        rest = Piece(f"{place.words} {match[2]}", tuple(sorted((*place.spans, *rest.spans))))
    found.held["quantity"] = Piece(match[1], (Span(span.start, end),))
    found.held["location"] = rest
    found.repairs.append(("quantity", f'"{shown(value)}" holds a part of the location too'))


def _say_once(found: Pieces) -> None:
    """A unit's cell that holds its name several times over, run together."""
    unit = found.get("student_unit")
    match = _AGAIN.fullmatch(unit.words) if unit is not None else None
    if unit is None or match is None or len(unit.spans) != 1:
        return
    start = unit.spans[0].start
    found.held["student_unit"] = Piece(match[1], (Span(start, start + len(match[1])),))
    found.repairs.append(("student_unit", f'"{shown(unit.words)}" says the name several times'))


def _correct(found: Pieces) -> None:
    """A unit's cell that says what the quantity should be."""
    unit = found.get("student_unit")
    match = _CORRECTED.fullmatch(unit.words) if unit is not None else None
    if unit is None or match is None:
        return
    found.held["student_unit"] = Piece(match[1], unit.spans)
    found.held["quantity"] = Piece(match[2], unit.spans)
    found.repairs.append(
        ("student_unit", f'"{shown(unit.words)}": the quantity is taken as {match[2]}')
    )
