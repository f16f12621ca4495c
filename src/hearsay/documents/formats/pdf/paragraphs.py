"""Joins lines to paragraphs, headings, list items and notes, over columns and pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field

from hearsay.documents.formats.pdf.columns import Line
from hearsay.documents.formats.pdf.hyphens import joined
from hearsay.documents.formats.pdf.segments import Segment
from hearsay.vocabulary.documents import PassageKind

_STOP = re.compile(r"[.!?…:;][\"'”’)\]]*\d{0,3}$")
_FLOWING: frozenset[PassageKind] = frozenset({"paragraph", "list_item", "note"})
_BULLET = re.compile(r"(?:[•‣▪●◦■□➢*–—-]|\uf0b7|\(?\d{1,2}[.)]|\(?[a-z]\))\s+\S")
# A line set this much smaller than the body is a note, this much larger a heading.
SMALLER, LARGER = 0.93, 1.1
_CAPTION = re.compile(r"(?:Table|Figure|Chart|Map|Box|Graph)\s+[A-Z]?\d+[.:\s]", re.IGNORECASE)
_NOTE = re.compile(r"(?:\[(\d{1,3})\]|(\d{1,3}|[*†‡§]{1,3})[.)]?)\s+(?=\S)")
_NOTES_HEADING = re.compile(
    r"(?:end ?notes?|foot ?notes?|notes(?: and references)?|references|sources(?: and notes)?|"
    r"citations|works cited|bibliography)",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Piece:
    """A passage in the making: its text, where it stands, and the note marks in it."""

    kind: PassageKind
    page: int
    text: str = ""
    label: str | None = None
    marks: list[tuple[int, int, str]] = field(default_factory=list)
    """Raised marks: start and end in the text, and the label that they call."""
    row: int | None = None
    size: float = 0.0
    bold: bool = False

    def add(self, line: Line, known: Container[str], *, skip: int = 0) -> None:
        """Append a line's words, leaving out the first `skip` of them."""
        if self.text:
            self.text = joined(self.text, line.first.text(), known)
        for place, segment in enumerate(line.segments):
            if place:
                self.text += " "
            self.add_segment(segment, skip=skip if not place else 0)

    def add_segment(self, segment: Segment, *, skip: int = 0) -> None:
        """Append a segment's words, remembering its note marks."""
        for place, word in enumerate(segment.words[skip:]):
            if place and not word.glued:
                self.text += " "
            start = len(self.text)
            self.text += word.text
            if word.raised:
                for number in re.finditer(r"\d+|[^\d,–-]+", word.text):
                    self.marks.append((start + number.start(), start + number.end(), number[0]))


@dataclass(frozen=True, slots=True)
class Body:
    """What is usual in the document: the type size and line distance of its running text."""

    size: float
    pitch: float


def body_of(pages: Iterable[Sequence[Line]]) -> Body:
    """The commonest type size, weighted by words, and the commonest line distance in it."""
    sizes: Counter[float] = Counter()
    pitches: Counter[float] = Counter()
    for lines in pages:
        for before, line in zip([None, *lines], lines, strict=False):
            size = round(line.size, 1)
            sizes[size] += sum(len(s.words) for s in line.segments)
            if before is not None and before.flow == line.flow and line.bottom > before.bottom:
                pitches[round(line.bottom - before.bottom, 1)] += 1
    size = sizes.most_common(1)[0][0] if sizes else 10.0
    usual = [p for p, _ in pitches.most_common(20) if 0.8 * size <= p <= 2.2 * size]
    return Body(size, usual[0] if usual else 1.2 * size)


class Joiner:
    """Carries the paragraph that is open over columns and pages."""

    def __init__(self, body: Body, known: Container[str]) -> None:
        self.body = body
        self.known = known
        self.in_notes = False
        self._held: Piece | None = None

    def pieces(self, lines: Sequence[Line], page: int, *, height: float) -> list[Piece]:
        """The passages that begin on this page; one begun on the page before grows there."""
        made: list[Piece] = []
        notes: list[Piece] = []
        before: Line | None = None
        footing = _footing(lines, self.body, height)
        open_note: Piece | None = None
        for place, line in enumerate(lines):
            if place in footing:
                open_note = self._footnote(line, open_note, notes, page)
                continue
            following = lines[place + 1] if place + 1 < len(lines) else None
            if self._held is not None and self._goes_on(self._held, before, line, page):
                self._held.add(line, self.known)
            else:
                self._held = self._begun(line, page, before, following)
                made.append(self._held)
            before = line
        self._settle(made)
        return [*made, *notes]

    def interrupted(self) -> None:
        """A table or a picture ends the paragraph that was open."""
        self._held = None

    def _begun(self, line: Line, page: int, before: Line | None, after: Line | None) -> Piece:
        bold = line.first.bold
        piece = Piece(self._kind(line, before, after), page, size=line.size, bold=bold)
        skip = 0
        first = line.first.words[0]
        if piece.kind != "heading" and first.raised and len(line.first.words) > 1:
            piece.kind, piece.label, skip = "note", first.text, 0
        elif self.in_notes and (match := _NOTE.match(line.text())):
            piece.kind, piece.label = "note", match[1] or match[2]
        piece.add(line, self.known, skip=skip)
        if piece.label:
            piece.marks = [m for m in piece.marks if m[0] > 0]
        return piece

    def _kind(self, line: Line, before: Line | None, after: Line | None) -> PassageKind:
        words = line.text()
        if _BULLET.match(words) and not self.in_notes:
            return "list_item"
        if _CAPTION.match(words) and len(words) < 200:
            return "caption"
        if len(words) <= 160 and any(c.isalpha() for c in words) and not _STOP.search(words):
            if line.size >= LARGER * self.body.size:
                return "heading"
            if line.first.bold and all(s.bold for s in line.segments):
                return "heading"
        return "paragraph"

    def _goes_on(self, piece: Piece, before: Line | None, line: Line, page: int) -> bool:
        """Whether a line carries on the passage that is open."""
        other = abs(piece.size - line.size) > 0.06 * self.body.size or piece.bold != line.first.bold
        if other and (piece.kind not in _FLOWING or not _near(line, before)):
            return False
        if _BULLET.match(line.text()) and piece.kind != "paragraph" and not self.in_notes:
            return False
        if self.in_notes and _NOTE.match(line.text()) and _starts_note(line, piece):
            return False
        if line.first.words[0].raised and len(line.first.words) > 1:
            return False
        if before is None or before.flow != line.flow:
            return self._goes_on_elsewhere(piece, line)
        gap = line.bottom - before.bottom
        usual = max(self.body.pitch * min(1.0, line.size / self.body.size), line.size * 0.9)
        # Paragraphs are set apart by a quarter of a line or more, or else by an indent.
        if gap > max(1.17 * usual, usual + 1.2):
            return False
        if piece.kind == "heading":
            return line.size >= 0.97 * piece.size and gap < 1.6 * line.size
        indented = line.x0 - line.left > 0.7 * line.size and before.x0 - line.left < 0.4 * line.size
        if indented and piece.kind not in ("list_item", "note"):
            return not _STOP.search(before.text())
        ended = before.right - before.x1 > 0.25 * (before.right - before.left)
        return not (ended and _STOP.search(before.text()) and line.x0 - line.left < 0.4 * line.size)

    def _goes_on_elsewhere(self, piece: Piece, line: Line) -> bool:
        """Whether a passage goes on in the next column or on the next page."""
        if piece.kind in ("heading", "table_row", "furniture"):
            return False
        words = line.text()
        if _STOP.search(piece.text) and not piece.text.endswith(";"):
            return False
        return (
            words[:1].islower()
            or not words[:1].isupper()
            or piece.text.endswith((",", "-"))
            or (not _BULLET.match(words) and len(piece.text) > 80)
        )

    def _footnote(self, line: Line, current: Piece | None, notes: list[Piece], page: int) -> Piece:
        first = line.first.words[0]
        match = _NOTE.match(line.text())
        if current is None or first.raised or match:
            label = first.text if first.raised else (match[1] or match[2]) if match else None
            current = Piece("note", page, label=label, size=line.size)
            notes.append(current)
        current.add(line, self.known)
        current.marks = []
        return current

    def _settle(self, made: Sequence[Piece]) -> None:
        """Note where a chapter of endnotes begins and ends."""
        for piece in made:
            if piece.kind == "heading" or (len(piece.text) < 30 and piece.kind == "paragraph"):
                if _NOTES_HEADING.fullmatch(piece.text.strip(" .:")):
                    piece.kind = "heading"
                    self.in_notes = True
                elif piece.kind == "heading":
                    self.in_notes = False
                continue
            readable = self.in_notes and piece.kind in ("paragraph", "list_item")
            if readable and (match := _NOTE.match(piece.text)):
                piece.kind, piece.label = "note", match[1] or match[2]


def _near(line: Line, before: Line | None) -> bool:
    """Whether a line of other type stands in the middle of a paragraph: bold words within it."""
    if before is None or before.flow != line.flow or abs(before.size - line.size) >= 0.6:
        return False
    return not _STOP.search(before.text())


def _starts_note(line: Line, piece: Piece) -> bool:
    """Whether the number at a line's start is a note's, and not a number within a note."""
    return line.x0 - line.left < 1.2 * line.size or piece.kind != "note"


def _footing(lines: Sequence[Line], body: Body, height: float) -> set[int]:
    """Places of the lines at the foot of a page or column that are notes in smaller type."""
    footing: set[int] = set()
    for flow in {line.flow for line in lines}:
        places = [i for i, line in enumerate(lines) if line.flow == flow]
        tail: list[int] = []
        for place in reversed(places):
            if lines[place].size > SMALLER * body.size:
                break
            tail.append(place)
        starts = [i for i in tail if lines[i].first.words[0].raised or _NOTE.match(lines[i].text())]
        if starts and lines[min(starts)].top > 0.3 * height:
            footing.update(i for i in tail if i >= min(starts))
    return footing
