"""Text cut into the small pieces that the grammar of times is written over."""

from __future__ import annotations

import re
from typing import NamedTuple

from hearsay.reading.times.words import WORDS, word_set


class Token(NamedTuple):
    """A word, number or mark, with what it can mean in a phrase for a time."""

    kind: str
    """`month`, `weekday`, `unit`, …; `number`, `ordinal`, `mark`; `word` for any other."""
    value: int | str
    word: str
    """Its letters, folded."""
    start: int
    end: int
    capital: bool
    """Whether it begins with a capital letter, or has no case at all."""
    spaced: bool
    """Whether white space stands before it."""


_DIGITS = {chr(base + n): str(n) for base in (0x0660, 0x06F0) for n in range(10)}
_LETTERS = {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ك": "ك", "ک": "ك"}
_MARKS = {"’": "'", "‘": "'", "‐": "-", "‑": "-", "‒": "–", "−": "–", "—": "–", "،": ",", "٫": "."}
_FOLDED = _DIGITS | _LETTERS | _MARKS
_TO_FOLD = re.compile(f"[{''.join(_FOLDED)}]")


def fold(text: str) -> str:
    """The text in small letters and plain digits, code point for code point."""
    # The lower case of bytes is that of A to Z alone, so that no letter becomes two.
    small = text.encode("utf-8", "surrogatepass").lower().decode("utf-8", "surrogatepass")
    return _TO_FOLD.sub(lambda found: _FOLDED[found[0]], small)


_PIECE = re.compile(
    r"(?P<word>[^\W\d_]+)"
    r"|(?P<number>[0-9]+)"
    r"|(?P<gap>\n[^\S\n]*\n\s*)"
    r"|(?P<mark>[^\w\s]|_)"
)
_ORDINAL_ENDINGS = frozenset({"st", "nd", "rd", "th"})


def tokens_of(text: str) -> list[Token]:
    """The tokens of a text; an empty line is the mark `¶`."""
    found: list[Token] = []
    _cut(text, fold(text), 0, len(text), found)
    return found


def tokens_near_times(text: str) -> list[Token]:
    """The tokens of the paragraphs that may name a time; of every other one, the mark `¶` alone.

    Most paragraphs have no word for a time, and to find that out costs a tenth of cutting them.
    """
    folded = fold(text)
    found: list[Token] = []
    start = 0
    for gap in _GAP.finditer(folded):
        _cut_if_timed(text, folded, start, gap.start(), found)
        found.append(Token("mark", 0, "¶", gap.start(), gap.end(), False, True))
        start = gap.end()
    _cut_if_timed(text, folded, start, len(text), found)
    return found


def _cut_if_timed(text: str, folded: str, start: int, end: int, found: list[Token]) -> None:
    paragraph = folded[start:end]
    if not _TELLING.isdisjoint(_WORD.findall(paragraph)) or _IN_FIGURES.search(paragraph):
        _cut(text, folded, start, end, found)


_GAP = re.compile(r"\n[^\S\n]*\n\s*")
_WORD = re.compile(r"[^\W\d_]+")
_IN_FIGURES = re.compile(
    r"[0-9]{4}|[0-9](?:st|nd|rd|th|s)\b|[0-9] ?[-–./:'] ?[0-9]|'[0-9]{2}|\b[qh][0-9]|[0-9][qh]\b"
    r"|(?:since|until|till)\s+(?:then|now)\b"
)
_TELLING_KINDS = frozenset(
    {"month", "solar", "twin", "weekday", "season", "unit", "decades", "relative", "hour"}
)
# "Am", "pm" and the zones of the clock name no time of themselves.
_TELLING = frozenset(
    word for word, entry in WORDS.items() if entry.kind in _TELLING_KINDS
) - word_set("am pm local utc gmt") | word_set(
    "fiscal financial fy christmas boxing epiphany valentine women nowruz nowroz newroz norouz "
    "labour labor halloween armistice veterans king mlk presidents memorial columbus thanksgiving "
    "easter ash pentecost whit"
)


def _cut(text: str, folded: str, start: int, end: int, found: list[Token]) -> None:
    """Cut one stretch of text; the tokens are made as plain tuples are, which is twice as fast."""
    append, new = found.append, tuple.__new__
    known = WORDS.get
    after = start
    for match in _PIECE.finditer(folded, start, end):
        first, last = match.span()
        kind = match.lastgroup
        spaced = first > after or first == start
        after = last
        word = match.group()
        if kind == "word":
            entry = known(word)
            if entry is not None:
                letter = text[first]
                capital = not letter.islower()
                append(new(Token, (entry[0], entry[1], word, first, last, capital, spaced)))
                continue
            if word in _ORDINAL_ENDINGS and not spaced and found and found[-1].kind == "number":
                number = found.pop()
                append(number._replace(kind="ordinal", word=number.word + word, end=last))
                continue
            append(new(Token, ("word", 0, word, first, last, text[first] != word[0], spaced)))
        elif kind == "number":
            # Longer numbers are no part of any date; their value would be costly to work out.
            value = int(word) if last - first <= 4 else -1
            append(new(Token, ("number", value, word, first, last, True, spaced)))
        elif kind == "gap":
            append(new(Token, ("mark", 0, "¶", first, last, False, True)))
        else:
            append(new(Token, ("mark", 0, word, first, last, False, spaced)))
