"""The US report on foreign military training: each row is assistance to the unit that it names.

What a row means is fixed by where it stands: the country is the receiver's, the programme pays,
and the fiscal year in its name says when, where the row has no days of its own (imprecise: some
time in that year). Subtotals are left out. Rows that only carry on the cells of the one above, as
long titles do in the printed report, are joined to it. Identical rows are kept each by itself, as
several courses of a kind are listed so; they are counted. Nothing is added up.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from hearsay.reading.tables.composed import named_in
from hearsay.reading.tables.countries import country_code
from hearsay.reading.tables.dates import Stretch, stretch_of
from hearsay.reading.tables.numbers import number_of
from hearsay.reading.tables.pieces import CELLS, Piece, Pieces, pieces_of
from hearsay.reading.tables.row import Row, rows_of
from hearsay.reading.tables.sheet import Sheet, shown
from hearsay.vocabulary.spans import Spans
from hearsay.vocabulary.statements import (
    Assistance,
    EntityType,
    Grounds,
    Held,
    Party,
    Range,
    Relation,
)

GIVER = Party("United States", "organization", (), country="US")
"""No cell names the giver; the report as a whole does."""

_TOTALS = re.compile(r"(?:Fiscal Year|FY) ?\d+ Program Totals", re.IGNORECASE)
_FISCAL_YEAR = re.compile(r"\b(?:FY|Fiscal Year) ?(\d{4}|\d\d)\b", re.IGNORECASE)
_IN_COUNTRY = re.compile(r"\(in[ -]country", re.IGNORECASE)
_MONEY = re.compile(r"\$ ?[\d,.]+|\d[\d,.]*")
_CIVIL = re.compile(
    r"\b(?:minist|universi|college\b|parliament|assembl|senate|embassy|court|civil|newspaper|media|"
    r"university|institut|bank|school of|ecole|presiden|prime|n\.?g\.?o|mod|mfa|moi)",
    re.IGNORECASE,
)


class Training:
    """Reads the rows of one file."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._seen: Counter[tuple[object, ...]] = Counter()
        self._blank: Counter[str] = Counter()
        self._subtotals: list[int] = []
        self._joined: list[int] = []
        self._undated = 0

    def read(self) -> None:
        """Every row: a statement, a part of one, a subtotal, or reported."""
        for row, following in _together(self._sheet, self._subtotals):
            self._joined += [one.number for one in following]
            self._row(row, following)
        self._tell()

    def _row(self, row: Row, following: list[Row]) -> None:
        pieces = pieces_of(row, following)
        for one in (row, *following):
            for column in ("country", "program", "page_number"):
                one.value(column)
            for column in one.unused():
                self._sheet.report(one, column, "not-read", _why_not_read(column))
        quantity = pieces.get("quantity")
        if quantity is not None and number_of(quantity.words) is None:
            pieces.held.pop("quantity")
            self._sheet.report(
                row,
                "quantity",
                "broken-number",
                f'"{shown(quantity.words)}" is no number of people.',
            )
        if _is_shifted(pieces):
            self._sheet.report(
                row, None, "shifted-row", "its cells stand in wrong columns; it states nothing."
            )
            return
        for column, what in pieces.repairs:
            self._sheet.report(
                row, column, "repaired", f"{what}.", "Compare it with the printed page."
            )
        self._blank.update(pieces.blank)
        self._state(row, following, pieces)

    def _state(self, row: Row, following: list[Row], pieces: Pieces) -> None:
        sheet = self._sheet
        country = row.value("country") or ""
        code = country_code(country)
        if country and code is None:
            sheet.report(row, "country", "unknown-country", f'"{country}" is no country known.')
        sent = pieces.get("student_unit")
        named = named_in(sent, sheet.document.text) if sent is not None else None
        receiver = self._party(named.unit if named else None, code)
        if receiver is None:
            receiver = Party(country, "organization", row.spans("country"), country=code)
        when = self._held(row, pieces)
        spans: list[Spans] = [piece.spans for piece in pieces.held.values()]
        spans += [row.spans("country", "program", "page_number"), when.words]
        own = tuple(sorted({s for part in spans for s in part}))
        course, amount = pieces.get("course_title"), pieces.get("total_cost")
        quantity = pieces.get("quantity")
        whose = pieces.get("us_unit")
        # "Jordan (In Country Training)" says where, and not who trains.
        provider = None if whose and _IN_COUNTRY.search(whose.words) else whose
        grounds = Grounds(sheet.assertion(row, own), own, held=when)
        sheet.state(
            Assistance(
                grounds,
                giver=GIVER,
                receiver=receiver,
                kind="trains",
                what=course.words if course else None,
                amount=amount.words if amount else None,
                people=number_of(quantity.words) if quantity else None,
                place=self._place(pieces.get("location") or (None if provider else whose)),
                provider=self._party(provider, "US"),
                program=row.value("program"),
            )
        )
        ministry = self._party(named.ministry if named else None, code)
        if ministry is not None:
            sheet.state(Relation(grounds, receiver, "part_of", ministry))
        cells = tuple((c, row.value(c)) for c in ("country", "program", "page_number", *CELLS))
        self._seen[cells] += 1

    def _party(self, piece: Piece | None, country: str | None) -> Party | None:
        if piece is None:
            return None
        for span in piece.spans:
            self._sheet.mention("Organization", span)
        type: EntityType = "organization" if _CIVIL.search(piece.words) else "unit"
        return Party(piece.words, type, piece.spans, country=country)

    def _place(self, piece: Piece | None) -> Party | None:
        if piece is None:
            return None
        for span in piece.spans:
            self._sheet.mention("Place", span)
        return Party(piece.words, "place", piece.spans)

    def _held(self, row: Row, pieces: Pieces) -> Held:
        """From the first to the last day of the course; else some time in the fiscal year."""
        first = self._day(row, pieces, "start_date")
        last = self._day(row, pieces, "end_date")
        words = tuple(
            s for c in ("start_date", "end_date") if (p := pieces.get(c)) for s in p.spans
        )
        if first and last and first.range.first <= last.range.last:
            whole = Range(first.range.first, last.range.last, precise=True)
            return Held((whole,), begins=True, ends=True, by="table", words=words)
        if first and last:
            self._sheet.report(
                row, "end_date", "reversed-dates", f"{last.edtf}, before it begins: {first.edtf}."
            )
        elif first or last:
            days = tuple(sorted({one.range for one in (first, last) if one}, key=lambda r: r.first))
            return Held(days, first is not None, last is not None, by="table", words=words)
        self._undated += not words
        return _in_fiscal_year(row, words)

    def _day(self, row: Row, pieces: Pieces, column: str) -> Stretch | None:
        piece = pieces.get(column)
        if piece is None:
            return None
        day = stretch_of(piece.words)
        self._sheet.time(piece.spans[0], day.edtf if day else None)
        if day is None:
            self._sheet.report(row, column, "broken-date", f'"{shown(piece.words)}" is no date.')
        return day

    def _tell(self) -> None:
        tell = self._sheet.tell
        tell(
            "subtotals",
            f"subtotals are left out: {_listed(self._subtotals)}.",
            "Nothing needs to be done: the rows that they add up are taken one by one.",
            count=len(self._subtotals),
        )
        tell(
            "joined-rows",
            f"rows only carry on the cells of the one above, and are joined to it: "
            f"{_listed(self._joined)}.",
            "Compare one or two with the printed page.",
            count=len(self._joined),
        )
        repeated = sum(number - 1 for number in self._seen.values())
        tell(
            "repeats",
            f"{repeated} rows say word for word what an earlier one says; each is kept, as several "
            "courses of a kind are listed so.",
            "Compare with the printed page before adding anything up.",
            count=repeated,
        )
        for column, number in sorted(self._blank.items()):
            tell(
                "blank-cells",
                f'{number} cells of "{column}" only say that nothing is given.',
                "Nothing needs to be done.",
                count=number,
            )
        tell(
            "undated",
            f"{self._undated} rows give no days; they are dated by the fiscal year of their "
            "programme.",
            "Nothing needs to be done.",
            count=self._undated,
        )


def _together(sheet: Sheet, subtotals: list[int]) -> Iterator[tuple[Row, list[Row]]]:
    """Each row of training with those that carry it on; what stands for itself is told."""
    before: Row | None = None
    following: list[Row] = []
    for row in rows_of(sheet.document):
        if _is_subtotal(row):
            subtotals.append(row.number)
            for column in (*CELLS, "country", "program", "page_number"):
                row.value(column)
            continue
        if _carries_on(row):
            if before is not None and before.passage.label == row.passage.label:
                following.append(row)
            else:
                sheet.report(row, None, "left-out", "it carries on a row that is not there.")
            continue
        if before is not None:
            yield before, following
        before, following = row, []
    if before is not None:
        yield before, following


def _is_subtotal(row: Row) -> bool:
    title = row.value("course_title")
    if title is not None:
        return _TOTALS.fullmatch(title) is not None
    # The report of 2007 leaves their name out.
    named = ("student_unit", "us_unit", "location", "start_date", "end_date")
    return "total_cost" in row and not any(column in row for column in named)


def _carries_on(row: Row) -> bool:
    """Whether a row has words and no figures, as the rest of a cell broken over two lines has."""
    return not any(c in row for c in ("quantity", "total_cost", "start_date", "end_date"))


def _why_not_read(column: str) -> str:
    if " #" in column:
        return f'the row has more than one cell "{column.split(" #")[0]}"; the first one is read.'
    return "a column that the report has not."


def _is_shifted(pieces: Pieces) -> bool:
    unit = pieces.get("student_unit")
    return unit is not None and _MONEY.fullmatch(unit.words) is not None and "$" in unit.words


def _in_fiscal_year(row: Row, words: Spans) -> Held:
    found = _FISCAL_YEAR.search(row.value("program") or "")
    if found is None:
        return Held(words=words)
    year = int(found[1])
    # The report begins with fiscal year 1999.
    year += 0 if year > 99 else 1900 if year > 90 else 2000
    whole = Range(f"{year - 1}-10-01", f"{year}-09-30", precise=False)
    return Held((whole,), by="table", words=tuple(sorted({*words, *row.spans("program")})))


def _listed(rows: list[int]) -> str:
    shown = ", ".join(map(str, rows[:12]))
    return f"{len(rows)}, in rows {shown}{' and more' if len(rows) > 12 else ''}"
