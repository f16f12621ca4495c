"""Joins the pages of a PDF to one text with its passages and note marks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from hearsay.documents.formats.pdf.columns import Line, lines_in_order
from hearsay.documents.formats.pdf.hyphens import joined
from hearsay.documents.formats.pdf.paragraphs import Joiner, Piece, body_of
from hearsay.documents.formats.pdf.running import running_lines
from hearsay.documents.formats.pdf.segments import Segment, rows_of, segments_of
from hearsay.documents.formats.pdf.tables import Row, Table, tables_of
from hearsay.documents.formats.pdf.words import PageWords
from hearsay.vocabulary.captures import Particulars
from hearsay.vocabulary.documents import NoteMark, Passage
from hearsay.vocabulary.spans import Span

_LETTERS = re.compile(r"[\w’'-]*[^\W\d_][\w’'-]*")


@dataclass(slots=True)
class _Page:
    """One page taken apart."""

    number: int
    height: float
    running: list[Segment]
    tables: list[Table]
    parts: list[list[Line] | Table]
    """Lines and tables in reading order."""


def assembled(
    pages: Sequence[PageWords],
) -> tuple[
    str, tuple[Passage, ...], tuple[NoteMark, ...], Particulars, tuple[tuple[str, str], ...]
]:
    """The text of all pages, its passages, note marks, and what it says of itself."""
    segments = [segments_of(page.words) for page in pages]
    running = running_lines(segments, [page.height for page in pages])
    taken = [
        _taken_apart(page, found, aside)
        for page, found, aside in zip(pages, segments, running, strict=True)
    ]
    pieces = _pieces(taken, _known_words(pages))
    text, passages = _text(pieces)
    marks = _linked(pieces, passages)
    titled = _title(pieces, len(pages))
    if titled is None:
        return text, passages, marks, Particulars(), ()
    return text, passages, marks, Particulars(title=titled[0]), (("title", titled[1]),)


def _taken_apart(page: PageWords, segments: Sequence[Segment], aside: set[int]) -> _Page:
    body = [s for s in segments if id(s) not in aside]
    tables, rest = tables_of(body, page.rules)
    parts: list[list[Line] | Table] = []
    top = -1e9
    for table in sorted(tables, key=lambda t: t.top):
        above = [s for s in rest if top <= s.middle < table.top]
        if above:
            parts.append(lines_in_order(above))
        parts.append(table)
        top = table.top
    if below := [s for s in rest if s.middle >= top]:
        parts.append(lines_in_order(below))
    return _Page(page.number, page.height, [s for s in segments if id(s) in aside], tables, parts)


def _known_words(pages: Sequence[PageWords]) -> frozenset[str]:
    """Every word of the document in small letters, those broken at line ends left out."""
    known: set[str] = set()
    for page in pages:
        for word in page.words:
            if not word.text.endswith("-"):
                known.update(m[0].lower() for m in _LETTERS.finditer(word.text))
    return frozenset(known)


def _pieces(pages: Sequence[_Page], known: frozenset[str]) -> list[Piece]:
    joiner = Joiner(body_of(_all_lines(pages)), known)
    pieces: list[Piece] = []
    carried: _Carried | None = None
    for page in pages:
        notes: list[Piece] = []
        for place, part in enumerate(page.parts):
            if isinstance(part, Table):
                joiner.interrupted()
                label = _heading_above(pieces, page.number) if pieces else None
                first = place == 0
                rows, carried = _table(part, page.number, label, carried if first else None, known)
                pieces.extend(rows)
                continue
            found = joiner.pieces(part, page.number, height=page.height)
            pieces.extend(p for p in found if p.kind != "note" or joiner.in_notes)
            notes.extend(p for p in found if p.kind == "note" and not joiner.in_notes)
            if found and place == len(page.parts) - 1:
                carried = None
        pieces.extend(notes)
        pieces.extend(_running(page))
    return pieces


def _all_lines(pages: Sequence[_Page]) -> list[list[Line]]:
    return [part for page in pages for part in page.parts if isinstance(part, list)]


@dataclass(frozen=True, slots=True)
class _Carried:
    """A table that may go on at the top of the next page."""

    header: str
    columns: int
    rows: int
    label: str | None


def _table(
    table: Table, page: int, label: str | None, carried: _Carried | None, known: frozenset[str]
) -> tuple[list[Piece], _Carried]:
    """The rows of a table as passages, counted on from the page before where it goes on."""
    texts = [_row(row, page, known) for row in table.rows]
    goes_on = carried is not None and carried.columns == table.width
    repeats = goes_on and carried is not None and texts[0].text == carried.header
    start = carried.rows if goes_on and carried else 0
    if goes_on and carried and (label is None or repeats):
        label = carried.label
    number = start
    for place, piece in enumerate(texts):
        if repeats and place == 0:
            piece.kind = "furniture"
            continue
        number += 1
        piece.row, piece.label = number, label
    header = carried.header if repeats and carried else texts[0].text
    return texts, _Carried(header, table.width, number, label)


def _row(row: Row, page: int, known: frozenset[str]) -> Piece:
    """One row: its cells parted by tabs, the lines of a cell joined."""
    piece = Piece("table_row", page)
    for place, cell in enumerate(row.cells):
        if place:
            piece.text += "\t"
        for line, segment in enumerate(cell):
            if line:
                piece.text = joined(piece.text, segment.text(), known)
            piece.add_segment(segment)
    return piece


def _heading_above(pieces: Sequence[Piece], page: int) -> str | None:
    """The heading that stands right above a table on its page."""
    last = next((p for p in reversed(pieces) if p.kind != "furniture"), None)
    if last is None or last.page != page:
        return None
    if last.kind == "paragraph" and len(last.text) < 160 and not last.text.endswith((".", ";")):
        last.kind = "heading"  # its type may be the body's: above a table it heads it all the same
    return last.text if last.kind in ("heading", "caption") else None


def _running(page: _Page) -> list[Piece]:
    """Running heads, feet and page numbers as furniture, at the end of their page."""
    pieces: list[Piece] = []
    for row in rows_of(page.running):
        piece = Piece("furniture", page.number)
        for place, segment in enumerate(row):
            piece.text += " " if place else ""
            piece.add_segment(segment)
        piece.marks = []
        pieces.append(piece)
    return pieces


def _text(pieces: Sequence[Piece]) -> tuple[str, tuple[Passage, ...]]:
    parts: list[str] = []
    passages: list[Passage] = []
    length = 0
    before: Piece | None = None
    for piece in pieces:
        if before is not None:
            gap = "\n" if before.row is not None and piece.row is not None else "\n\n"
            parts.append(gap)
            length += len(gap)
        parts.append(piece.text)
        span = Span(length, length + len(piece.text))
        passages.append(
            Passage(span, piece.kind, len(passages) + 1, piece.page, piece.row, piece.label)
        )
        length = span.end
        before = piece
    return "".join(parts), tuple(passages)


def _linked(pieces: Sequence[Piece], passages: Sequence[Passage]) -> tuple[NoteMark, ...]:
    """Each raised mark with the note it calls: on its page, else the next such note after it."""
    notes: dict[str, list[Passage]] = {}
    for passage in passages:
        if passage.kind == "note" and passage.label:
            notes.setdefault(passage.label, []).append(passage)
    marks: list[NoteMark] = []
    for piece, passage in zip(pieces, passages, strict=True):
        for start, end, label in piece.marks:
            called = _called(notes.get(label, ()), passage)
            if called is not None:
                base = passage.span.start
                marks.append(NoteMark(Span(base + start, base + end), called.span))
    return tuple(sorted(marks, key=lambda m: m.mark))


def _called(candidates: Sequence[Passage], mark: Passage) -> Passage | None:
    same_page = [n for n in candidates if n.page == mark.page and n.span != mark.span]
    after = [n for n in candidates if n.span.start > mark.span.start]
    return next(iter(same_page or after), None)


def _title(pieces: Sequence[Piece], pages: int) -> tuple[str, str] | None:
    """The title and how it was found: a heading like no other, or else the running head."""
    first = [p for p in pieces if p.page == pieces[0].page and p.kind == "heading"]
    largest = max(first, key=lambda p: p.size, default=None)
    if largest is not None:
        alike = [p for p in pieces if p.kind == "heading" and p.size >= 0.97 * largest.size]
        if len(alike) == 1:
            return largest.text, "largest type on page 1"
    heads = Counter(p.text for p in pieces if p.kind == "furniture" and len(p.text) > 8)
    running, count = heads.most_common(1)[0] if heads else ("", 0)
    if pages > 2 and count >= 0.6 * pages and any(c.isalpha() for c in running):
        return running, "running head"
    return (largest.text, "first heading") if largest is not None else None
