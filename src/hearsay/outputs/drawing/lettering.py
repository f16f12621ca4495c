"""How wide letters are when drawn, and how words are broken and cut so that they fit.

Which font a viewer has is not known, so the widths are those of a wide one: words may end short of
where they could, but never run into each other.
"""

from __future__ import annotations

import unicodedata
from xml.sax.saxutils import escape

_NARROW = frozenset("iljtfrI.,:;'’‘|!()[] ·-1")
_WIDE = frozenset("mwMW@%—…≠→")


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """How wide the text is at most in letters of this size, in pixels."""
    return sum(map(_ems, text)) * size * (1.08 if bold else 1.0)


def cut(text: str, width: float, size: float, *, bold: bool = False) -> str:
    """The text, or as much of its beginning as fits, with an ellipsis."""
    if width_of(text, size, bold=bold) <= width:
        return text
    room = width - width_of(" …", size, bold=bold)
    used = 0.0
    for at, c in enumerate(text):
        used += width_of(c, size, bold=bold)
        if used > room:
            # At a space, if that does not cost half of what there is room for.
            space = text.rfind(" ", at // 2, at)
            return f"{text[: space if space > 0 else at].rstrip()} …"
    return text


def broken(
    text: str, width: float, size: float, *, bold: bool = False, most: int = 99
) -> list[str]:
    """The words in lines that fit, at most so many; what is left over is cut."""
    lines: list[str] = []
    words = text.split()
    while words and len(lines) < most - 1:
        line = [words.pop(0)]
        while words and width_of(" ".join([*line, words[0]]), size, bold=bold) <= width:
            line.append(words.pop(0))
        lines.append(cut(" ".join(line), width, size, bold=bold))
    if words:
        lines.append(cut(" ".join(words), width, size, bold=bold))
    return lines


def safe(text: str) -> str:
    """The text as it may stand in an XML file; names written from the right keep to themselves."""
    shown = "".join(c if c.isprintable() else " " for c in text)
    written = escape(shown, {'"': "&quot;"})
    if any(unicodedata.bidirectional(c) in ("R", "AL") for c in shown):
        # FIRST STRONG ISOLATE and its end: dates beside an Arabic name stay where they are.
        return f"\u2068{written}\u2069"
    return written


def _ems(c: str) -> float:
    if unicodedata.category(c) in ("Mn", "Me", "Cf"):
        return 0.0
    if unicodedata.east_asian_width(c) in "WF":
        return 1.05
    if c in _NARROW:
        return 0.42
    if c in _WIDE:
        return 1.0
    return 0.72 if c.isupper() else 0.64
