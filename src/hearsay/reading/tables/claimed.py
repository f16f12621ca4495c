"""One row of the claim tables of 2026, asked by label: values, entities, dates, citation."""

from __future__ import annotations

import re

from hearsay.reading.tables.cited import ids_in
from hearsay.reading.tables.countries import country_code
from hearsay.reading.tables.dates import Stretch, stretch_of
from hearsay.reading.tables.labels import label_of
from hearsay.reading.tables.row import Row
from hearsay.reading.tables.sheet import Sheet, shown
from hearsay.vocabulary.kinds import HedgeClass, Polarity
from hearsay.vocabulary.readings import Hedge
from hearsay.vocabulary.spans import Span, Spans
from hearsay.vocabulary.statements import (
    OPEN,
    Cited,
    EntityType,
    Grounds,
    Held,
    Party,
    Range,
)

_RANGES = (
    ("first_precise:range", "last_precise:range", True),
    ("first_imprecise:range", "last_imprecise:range", False),
)
_DATES = (
    *(column for first, last, _ in _RANGES for column in (first, last)),
    "starting:range",
    "ending:range",
    "starting_context:range",
    "ending_context:range",
)
_CITATION = "citation:refs:claim"
_STATUS = "status:meta"
_UNSETTLED = ("work_needed", "issue")
_EVER = "since_beginning_of_time"
"""The handbook's word, as the first of a range, for "at some time before"."""
# "Marsa (osm, point) 4d7d97a6-…", as the handbook has people name locations.
_NAME_AND_ID = re.compile(
    r"(.*\S)\s+\([^()]*\)\s+[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"
)

Known = dict[str, tuple[str, EntityType]]
"""The name and type that a file gives an id."""


class Claimed:
    """A row and what it says of whom, by the handbook's labels."""

    def __init__(self, sheet: Sheet, row: Row, known: Known) -> None:
        self.sheet = sheet
        self.row = row
        self._known = known
        self._columns = {label_of(column): column for column in row.columns()}
        self.labels = list(self._columns)

    def __contains__(self, label: str) -> bool:
        return label in self._columns

    def value(self, label: str) -> str | None:
        """What stands in a column; `None` where it is empty."""
        column = self._columns.get(label)
        return self.row.value(column) if column is not None else None

    def spans(self, *labels: str) -> Spans:
        """The values of those of the columns that are filled, in the order of the text."""
        return self.row.spans(*(self._columns[label] for label in labels if label in self._columns))

    def entries(self, label: str) -> list[tuple[str, Span]]:
        """The entries of a column that lists several, separated by semicolons."""
        column = self._columns.get(label)
        return list(self.row.parts(column)) if column is not None else []

    def is_left(self, label: str, unused: list[str]) -> bool:
        """Whether nobody has asked for a column."""
        return self._columns[label] in unused

    def report(self, label: str, code: str, message: str) -> None:
        """Something amiss in a column."""
        self.sheet.report(self.row, self._columns.get(label), code, message)

    def parties(
        self, refs: str, names: str, type: EntityType, *, country: str | None = None
    ) -> tuple[Party, ...]:
        """Those whom a column of ids and the column of names beside it mean, one by one.

        Where there is an id without a name, the name that another row of the same file gives the
        id stands for it, or else the id itself, marked as no name.
        """
        ids, called = self.entries(refs), self.entries(names)
        if ids and called and len(ids) != len(called):
            self.report(refs, "uneven-lists", f"{len(ids)} ids, but {len(called)} names beside.")
            called = []
        found = []
        for place in range(max(len(ids), len(called))):
            id, id_span = ids[place] if place < len(ids) else (None, None)
            name, span = called[place] if place < len(called) else (None, None)
            found.append(self._party(id, id_span, name, span, type, country))
        return tuple(found)

    def about(self, type: EntityType, *, names: str | None = None) -> Party | None:
        """Whom or what the row is about."""
        columns = ["about_entity:ref:claim", "id:entity", "about_entity:name:qa", "name:annotation"]
        if names is not None:
            columns.append(names)
        record = self.value("about_entity:ref:claim") or self.value("id:entity")
        name = next((v for c in columns[2:] if (v := self.value(c))), None)
        known = name or self._known.get(record or "", (record, type))[0]
        if known is None:
            return None
        spans = self.spans(*columns[:4]) or self.spans(*columns)
        country = country_code(self.value("country:annotation"))
        return Party(known, type, spans, named=known != record, record=record, country=country)

    def grounds(
        self, *labels: str, part: Span | None = None, hedges: tuple[HedgeClass, ...] = ()
    ) -> Grounds:
        """What a statement of these columns, or of a part of a cell, stands on.

        A row whose status is `conflict` has been found to be wrong by the table's own researchers:
        it is kept as denied. What needs work still is kept as possible.
        """
        when = self.held()
        always = ("about_entity:ref:claim", "about_entity:name:qa")
        own = {*self.spans(*always, *labels), *when.words}
        spans = tuple(sorted(own if part is None else {*own, part}))
        status, stood = self.value(_STATUS), self.spans(_STATUS)
        polarity: Polarity = "denied" if status == "conflict" else "affirmed"
        hedges = (*hedges, "possible") if status in _UNSETTLED else hedges
        marks = tuple(Hedge(span, kind) for kind in hedges for span in stood or spans[:1])
        return Grounds(
            self.sheet.assertion(self.row, (*spans, *stood), polarity=polarity, hedges=marks),
            tuple(sorted({*spans, *stood})),
            polarity=polarity,
            hedges=hedges,
            held=when,
            cited=self.cited(),
            record=self.value("about_entity:ref:claim"),
        )

    def cited(self) -> tuple[Cited, ...]:
        """The citations of the row."""
        column = self._columns.get(_CITATION)
        if column is None:
            return ()
        if (ids := self._cited_once(column)) is None:
            return ()
        return (Cited(_CITATION, ids),)

    def held(self) -> Held:
        """When it is said to hold: a precise and an imprecise range, each as far as given."""
        if self._held is None:
            self._held = self._when()
        return self._held

    _held: Held | None = None
    _ids: tuple[str, ...] | None = None

    def _cited_once(self, column: str) -> tuple[str, ...] | None:
        if self._ids is None:
            self._ids = ids_in(self.sheet, self.row, column)
        return self._ids or None

    def _party(
        self,
        id: str | None,
        id_span: Span | None,
        name: str | None,
        span: Span | None,
        type: EntityType,
        country: str | None,
    ) -> Party:
        given = self._known.get(id or "", (id or "", type))
        called = _NAME_AND_ID.fullmatch(name) if name is not None else None
        known = called[1] if called else name or given[0]
        spans = tuple(sorted(s for s in (id_span, span) if s is not None))
        if span is not None and name is not None:
            self.sheet.part(name, span, given[1])
        return Party(known, given[1], spans, named=known != id, record=id, country=country)

    def _when(self) -> Held:
        ranges = [
            found
            for first, last, precise in _RANGES
            if (found := self._range(first, last, precise=precise)) is not None
        ]
        begins, ends = self._flag("starting:range"), self._flag("ending:range")
        for label, said in (("starting:range", begins), ("ending:range", ends)):
            if said and not ranges:
                self.report(label, "no-date", "it says so of no date.")
        words = self.spans(*_DATES)
        return Held(
            ranges=tuple(sorted(ranges, key=lambda r: (r.first, r.last))),
            begins=begins and bool(ranges),
            ends=ends and bool(ranges),
            by="table" if words else None,
            words=words,
            begins_how=self.value("starting_context:range"),
            ends_how=self.value("ending_context:range"),
        )

    def _range(self, first: str, last: str, *, precise: bool) -> Range | None:
        if self.value(first) == _EVER and (until := self._day(last)) is not None:
            return Range(OPEN, until.range.last, precise=False)
        begins, ends = self._day(first), self._day(last)
        if begins is None and ends is None:
            return None
        if begins is None or ends is None:
            one = begins or ends
            assert one is not None
            self.report(
                first if begins else last,
                "half-range",
                f"a range with one end only; {one.edtf} alone is taken.",
            )
            begins = ends = one
        if ends.range.last < begins.range.first:
            self.report(
                last, "reversed-dates", f"{ends.edtf}, before {begins.edtf}; none is taken."
            )
            return None
        # A month or a year in a column for days makes no day precise.
        exact = precise and begins.day is not None and ends.day is not None
        if precise and not exact:
            self.report(first, "imprecise-date", "no day, so that the range is taken as imprecise.")
        return Range(begins.range.first, ends.range.last, precise=exact)

    def _day(self, label: str) -> Stretch | None:
        words = self.value(label)
        if words is None:
            return None
        day = stretch_of(words)
        self.sheet.time(self.spans(label)[0], day.edtf if day else None)
        if day is None:
            self.report(label, "broken-date", f'"{shown(words)}" is no date; none is taken.')
        return day

    def _flag(self, label: str) -> bool:
        words = self.value(label)
        if words is None or words.upper() in ("N", "NO", "FALSE"):
            return False
        if words.upper() in ("Y", "YES", "TRUE"):
            return True
        self.report(label, "broken-flag", f'"{shown(words)}" says neither Y nor N.')
        return False
