"""Takes words with their places from a PDF page, superscript note marks kept apart.

Places are measured from the top left corner of the page as its text stands upright, in points,
downwards.
Asking PDFium for every glyph would take most of the time, so each word's box is made of the boxes
of its first and last glyph; only words that may carry a note mark are looked at glyph by glyph.
"""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import pypdfium2.raw as raw

# A word; PDFium runs a word that is broken at a line's end together with its other half.
_WORD = re.compile("[^\\s\x02\ufffe\uffff]+[\x02\ufffe\uffff]?|[\x02\ufffe\uffff]")
# PDFium's own sign for a hyphen at a line's end, and what it gives where a glyph has no meaning.
# Glyphs asked for their direction; most pages have some thousands, all one way.
_SAMPLED = 60
# Maps and charts draw hundreds of thousands of strokes; no table has so many lines.
_MOST_DRAWN = 50_000
_LINE_END = "\x02\ufffe\uffff"
_HYPHENS = str.maketrans(dict.fromkeys(_LINE_END, "-"))
_JUNK = re.compile("[\x00\x01\x03-\x08\x0e-\x1f\ufeff]")
# Where a word may hide a gap that the PDF library took for none.
_SEAM = re.compile(r"(?<=[a-z.)%])(?=[A-Z$€£(])|(?<=\d)(?=[A-Z$€£(])|(?<=[a-z)])(?=\d)")
_MARK_TAIL = re.compile(r"(?<=[^\d\s])(?:\d{1,3}(?:[,–-]\d{1,3})*|[*†‡§¶]{1,3}|[a-z])$")
_MARK_ONLY = re.compile(r"(?:\d{1,3}(?:[,–-]\d{1,3})*,?|[*†‡§¶]{1,3}|[a-z])$")
_MARK_HEAD = re.compile(r"(\d{1,3}|[*†‡§¶]{1,3})(?=[A-Z“\"‘(À-ÞĀ-Ž])")


@dataclass(frozen=True, slots=True)
class Word:
    """A word, or a note mark that stands raised behind one, with its place on the page."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    """Of the line of type it stands in: the same for all words of one size on one line."""
    index: int
    """Number of its first glyph in the page's own order."""
    raised: bool = False
    """Whether it is a superscript."""
    glued: bool = False
    """Whether it follows the word before it without a space."""
    bold: bool = False
    """Whether the line or cell that it stands in begins in bold type."""

    @property
    def size(self) -> float:
        """Height of the line of type, a little more than the font size."""
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal line, or an upper or lower edge of a box, drawn on the page."""

    x0: float
    x1: float
    y: float


@dataclass(frozen=True, slots=True)
class PageWords:
    """All that is read off one page."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    rules: tuple[Rule, ...]
    has_pictures: bool


class _Glyphs:
    """The glyphs of one page: their text and, on request, their boxes."""

    def __init__(self, page: Any, textpage: Any) -> None:
        self.page = textpage.raw
        self.count: int = textpage.count_chars()
        box = page.get_cropbox()
        self.left, self.low = box[0], box[1]
        self.wide, self.tall = box[2] - box[0], box[3] - box[1]
        self.turn = self._turn()
        sideways = self.turn in (90, 270)
        self.width = self.tall if sideways else self.wide
        self.height = self.wide if sideways else self.tall
        self._rect = raw.FS_RECTF()
        self._four = tuple(ctypes.c_double() for _ in range(4))
        self._two = (ctypes.c_double(), ctypes.c_double())

    def _turn(self) -> int:
        """How far the page must be turned clockwise for most of its text to stand upright.

        Neither the page's own turn nor the shape of the paper says so: tables are set sideways on
        upright pages, and upright text stands on pages that are marked as turned.
        """
        step = max(1, self.count // _SAMPLED)
        turns: Counter[int] = Counter()
        for index in range(0, self.count, step):
            angle = raw.FPDFText_GetCharAngle(self.page, index)
            if angle >= 0:
                turns[round(-angle / 1.5707963) % 4 * 90] += 1
        return turns.most_common(1)[0][0] if turns else 0

    def text(self) -> str:
        """One code point for each glyph, in the page's own order."""
        buffer = (ctypes.c_ushort * (self.count + 1))()
        written = raw.FPDFText_GetText(self.page, 0, self.count, buffer)
        text = bytes(buffer)[: 2 * max(0, written - 1)].decode("utf-16-le", "replace")
        if len(text) != self.count:  # letters beyond the first plane, or glyphs without a meaning
            points = (raw.FPDFText_GetUnicode(self.page, i) for i in range(self.count))
            text = "".join(
                chr(p) if p < 0xD800 or 0xDFFF < p < 0x110000 else "\ufffd" for p in points
            )
        return _JUNK.sub(" ", text)

    def line_box(self, index: int) -> tuple[float, float, float, float]:
        """Left, right, top and bottom of the line of type around a glyph."""
        raw.FPDFText_GetLooseCharBox(self.page, index, ctypes.byref(self._rect))
        r = self._rect
        return self.shown(r.left, r.right, r.bottom, r.top)

    def ink_box(self, index: int) -> tuple[float, float, float, float]:
        """Left, right, top and bottom of the glyph itself."""
        left, right, bottom, top = self._four
        raw.FPDFText_GetCharBox(self.page, index, left, right, bottom, top)
        return self.shown(left.value, right.value, bottom.value, top.value)

    def baseline(self, index: int) -> float:
        """How far down the page the glyph's line stands."""
        x, y = self._two
        raw.FPDFText_GetCharOrigin(self.page, index, x, y)
        return self.shown(x.value, x.value, y.value, y.value)[2]

    def bold(self, index: int) -> bool:
        """Whether the glyph's font calls itself bold."""
        buffer = ctypes.create_string_buffer(64)
        raw.FPDFText_GetFontInfo(self.page, index, buffer, 64, None)
        name = bytes(buffer.value).lower()
        return b"bold" in name or b"black" in name or b"heavy" in name

    def shown(
        self, left: float, right: float, bottom: float, top: float
    ) -> tuple[float, float, float, float]:
        """Left, right, top and bottom on the page as it is shown."""
        left, right = left - self.left, right - self.left
        bottom, top = bottom - self.low, top - self.low
        if self.turn == 90:
            return bottom, top, left, right
        if self.turn == 180:
            return self.wide - right, self.wide - left, bottom, top
        if self.turn == 270:
            return self.tall - top, self.tall - bottom, self.wide - right, self.wide - left
        return left, right, self.tall - top, self.tall - bottom


def words_of(page: Any, number: int) -> PageWords:
    """The words, drawn lines and size of a page."""
    textpage = page.get_textpage()
    try:
        glyphs = _Glyphs(page, textpage)
        words = _words(glyphs)
        rules, pictures = _drawn(page, glyphs)
    finally:
        textpage.close()
    return PageWords(number, glyphs.width, glyphs.height, tuple(words), tuple(rules), pictures)


def _words(glyphs: _Glyphs) -> list[Word]:
    text = glyphs.text()
    words: list[Word] = []
    bold = False
    for match in _WORD.finditer(text):
        first, last = match.start(), match.end() - 1
        x0, right, top, bottom = glyphs.line_box(first)
        x1 = right
        if last > first:
            _, x1, top2, bottom2 = glyphs.line_box(last)
            if text[last] in _LINE_END:
                top2, bottom2 = top, bottom  # its box is the little stroke's own
            if top2 > bottom or bottom2 < top or x1 < x0:
                words.extend(_broken(glyphs, text, first, last))
                continue
        if bottom - top < 0.5 or x1 <= x0:
            continue  # nothing that could be seen
        if not words or abs(words[-1].bottom - bottom) > 0.5 or x0 - words[-1].x1 > bottom - top:
            bold = glyphs.bold(first)
        word = Word(match[0].translate(_HYPHENS), x0, x1, top, bottom, first, bold=bold)
        for part in _apart(glyphs, word):
            words.extend(_with_marks(glyphs, part))
    return words


def _apart(glyphs: _Glyphs, word: Word) -> Iterator[Word]:
    """The word, or its parts where two narrow cells of a table were run together."""
    start = 0
    for seam in _SEAM.finditer(word.text):
        left = glyphs.line_box(word.index + seam.start() - 1)[1]
        right = glyphs.line_box(word.index + seam.start())[0]
        if right - left > 0.1 * word.size:  # letters of one word stand closer than 0.05
            text = word.text[start : seam.start()]
            yield replace(word, text=text, x1=left, index=word.index + start)
            word = replace(word, x0=right)
            start = seam.start()
    yield word if not start else replace(word, text=word.text[start:], index=word.index + start)


def _broken(glyphs: _Glyphs, text: str, first: int, last: int) -> list[Word]:
    """A run of glyphs without a space that jumps to another line, one word for each stretch."""
    words: list[Word] = []
    for index in range(first, last + 1):
        x0, x1, top, bottom = glyphs.line_box(index)
        before = words[-1] if words else None
        if before and abs(before.bottom - bottom) < 2 and -2 <= x0 - before.x1 < 0.5 * before.size:
            words[-1] = Word(
                before.text + text[index].translate(_HYPHENS),
                before.x0,
                x1,
                before.top,
                before.bottom,
                before.index,
            )
        elif x1 > x0 and bottom - top >= 0.5:
            words.append(Word(text[index], x0, x1, top, bottom, index))
    return words


def _with_marks(glyphs: _Glyphs, word: Word) -> list[Word]:
    """The word, with a raised note mark before or behind it cut off."""
    text, first = word.text, word.index
    if _MARK_ONLY.fullmatch(text) and not text.isalpha():
        return [_raised_alone(glyphs, word)]
    tail = _MARK_TAIL.search(text)
    if tail and (len(tail[0]) < len(text)) and _is_raised(glyphs, first, first + tail.start()):
        edge = glyphs.line_box(first + tail.start())[0]
        return [
            replace(word, text=text[: tail.start()], x1=edge),
            replace(
                word, text=tail[0], x0=edge, index=first + tail.start(), raised=True, glued=True
            ),
        ]
    head = _MARK_HEAD.match(text)
    if head and _is_raised(glyphs, first + head.end(), first):
        edge = glyphs.line_box(first + head.end())[0]
        _, _, top, bottom = glyphs.line_box(first + head.end())
        return [
            replace(word, text=head[1], x1=edge, top=top, bottom=bottom, raised=True),
            replace(
                word,
                text=text[head.end() :],
                x0=edge,
                top=top,
                bottom=bottom,
                index=first + head.end(),
            ),
        ]
    return [word]


def _is_raised(glyphs: _Glyphs, base: int, mark: int) -> bool:
    """Whether the glyph `mark` is a superscript beside the glyph `base`.

    A digit reaches 0.7 of the font size above the line. A superscript starts about a third up,
    whether it is set raised in a smaller size or is a small glyph of its own on the same line.
    """
    _, _, line_top, line_bottom = glyphs.line_box(base)
    size = line_bottom - line_top
    _, _, top, bottom = glyphs.ink_box(mark)
    if top >= bottom:
        return False
    return glyphs.baseline(base) - bottom > 0.16 * size and bottom - top < 0.62 * size


def _raised_alone(glyphs: _Glyphs, word: Word) -> Word:
    """A mark set off by a space: raised if the glyphs around it on its line are larger."""
    for neighbour in (word.index - 2, word.index + len(word.text) + 1):
        if not 0 <= neighbour < glyphs.count:
            continue
        x0, x1, top, bottom = glyphs.line_box(neighbour)
        if x1 <= x0 or not (top < word.bottom and word.top < bottom):
            continue
        if _is_raised(glyphs, neighbour, word.index):
            return replace(word, top=top, bottom=bottom, raised=True)
    return word


def _drawn(page: Any, glyphs: _Glyphs) -> tuple[list[Rule], bool]:
    """Horizontal lines and box edges, and whether there are pictures."""
    rules: list[Rule] = []
    pictures = False
    edges = tuple(ctypes.c_float() for _ in range(4))
    waiting = [
        raw.FPDFPage_GetObject(page.raw, i) for i in range(raw.FPDFPage_CountObjects(page.raw))
    ]
    for thing in waiting[:_MOST_DRAWN]:
        kind = raw.FPDFPageObj_GetType(thing)
        pictures = pictures or kind == raw.FPDF_PAGEOBJ_IMAGE
        if kind != raw.FPDF_PAGEOBJ_PATH or not raw.FPDFPageObj_GetBounds(thing, *edges):
            continue
        left, low, right, high = (edge.value for edge in edges)
        x0, x1, top, bottom = glyphs.shown(left, right, low, high)
        if x1 - x0 >= 8 and bottom - top <= 0.5 * glyphs.height:
            rules.append(Rule(x0, x1, top))
            if bottom - top > 3:
                rules.append(Rule(x0, x1, bottom))
    return rules, pictures
