"""Cuts plain text into passages: by blank lines, by lines where there are none, by bullets."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from hearsay.vocabulary.documents import Passage, PassageKind
from hearsay.vocabulary.spans import Span

# One passage is read as one piece; longer ones are cut after a sentence (or at worst a word).
# 20,000 characters are some eight pages without a break: no writer's paragraph.
MAX_PASSAGE = 20_000
# A headline is rarely longer; of PolNeAR's first lines 99 % stay under 130 characters.
_MAX_HEADLINE = 160

_LINE = re.compile(r"[^\r\n\f\v\x85\u2028\u2029]+")
_BREAKS = re.compile(r"\r\n|[\n\r\f\v\x85\u2028\u2029]")
_BULLET = re.compile(r"[ \t]*(?:[•‣▪●◦*–-]|\(?\d{1,2}[.)]|\(?[a-z]\))[ \t]+\S")
_RULE = re.compile(r"[\W_]*")
_STOP = re.compile(r"[.!?…][\"'”’)\]]*$")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*\s")


def in_plain_text(text: str) -> tuple[Passage, ...]:
    """The passages of a plain text, in order; pages where form feeds part them."""
    feeds = [m.start() for m in re.finditer("\f", text)]
    passages: list[Passage] = []
    for block in _blocks(text):
        kind = _kind(block.of(text))
        for piece in _pieces(text, block):
            page = bisect_right(feeds, piece.start) + 1 if feeds else None
            passages.append(Passage(piece, kind, len(passages) + 1, page=page))
    return tuple(passages)


def _blocks(text: str) -> Iterator[Span]:
    """Paragraphs: runs of lines that belong together."""
    lines = [_trimmed(text, m.start(), m.end()) for m in _LINE.finditer(text)]
    lines = [line for line in lines if len(line)]
    width = _wrap_width(text, lines)
    start: Span | None = None
    last: Span | None = None
    for line in lines:
        if start is not None and last is not None:
            if _goes_on(text, last, line, width):
                last = line
                continue
            yield Span(start.start, last.end)
        start = last = line
    if start is not None and last is not None:
        yield Span(start.start, last.end)


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _wrap_width(text: str, lines: list[Span]) -> int | None:
    """The width that lines were wrapped at; `None` where every line is a paragraph of its own."""
    pairs = [(a, b) for a, b in pairwise(lines) if _adjacent(text, a, b)]
    if len(pairs) < 2:
        return None
    lengths = sorted(len(a) for a, _ in pairs)
    width = lengths[int(len(lengths) * 0.95)]
    if not 40 <= width <= 120:
        return None
    # Wrapped lines stop near the margin and in mid-sentence; paragraphs of one line do neither.
    full = sum(len(a) >= 0.7 * width for a, _ in pairs) / len(pairs)
    open_ended = sum(not _STOP.search(a.of(text)) for a, _ in pairs) / len(pairs)
    return width if full >= 0.6 and open_ended >= 0.6 else None


def _adjacent(text: str, before: Span, after: Span) -> bool:
    """Whether two lines follow each other without a blank line or page break between."""
    gap = text[before.end : after.start]
    return len(_BREAKS.findall(gap)) == 1 and "\f" not in gap


def _goes_on(text: str, before: Span, line: Span, width: int | None) -> bool:
    """Whether a line carries on the paragraph of the line before it."""
    if width is None or not _adjacent(text, before, line) or _BULLET.match(line.of(text)):
        return False
    short = len(before) < 0.6 * width
    return not (short and (_STOP.search(before.of(text)) or line.of(text)[0].isupper()))


def _kind(words: str) -> PassageKind:
    if _RULE.fullmatch(words):
        return "furniture"  # "___", "* * *": nothing is said in it
    if words.count("\t") >= 2:
        return "table_row"
    if _BULLET.match(words):
        return "list_item"
    return "paragraph"


def is_headline(words: str) -> bool:
    """Whether a line by itself looks like a title: short, no full stop, not all small letters."""
    if len(words) > _MAX_HEADLINE or "\n" in words:
        return False
    return not words.rstrip("\"'”’)").endswith((".", ":", ",", ";")) and not words[0].islower()


def _pieces(text: str, block: Span) -> Iterator[Span]:
    """The block, cut after sentences where it is too long to read as one piece."""
    start = block.start
    while block.end - start > MAX_PASSAGE:
        window = text[start : start + MAX_PASSAGE]
        ends = [m.end() for m in _SENTENCE_END.finditer(window, MAX_PASSAGE // 2)]
        cut = ends[-1] if ends else window.rfind(" ", MAX_PASSAGE // 2) + 1
        cut = start + (cut or MAX_PASSAGE)
        piece = _trimmed(text, start, cut)
        if len(piece):
            yield piece
        start = cut
    rest = _trimmed(text, start, block.end)
    if len(rest):
        yield rest
