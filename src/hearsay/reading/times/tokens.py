"""Text cut into the small pieces that the grammar of times is written over."""

from __future__ import annotations

import re
from typing import NamedTuple

from hearsay.reading.times.words import WORDS


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


def tokens_of(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of `text[start:end]`; an empty line is the mark `¶`."""
    folded = fold(text)
    found: list[Token] = []
    append = found.append
    known = WORDS.get
    after = start
    for match in _PIECE.finditer(folded, start, len(text) if end is None else end):
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
                append(Token(entry[0], entry[1], word, first, last, capital, spaced))
                continue
            if word in _ORDINAL_ENDINGS and not spaced and found and found[-1].kind == "number":
                number = found.pop()
                append(number._replace(kind="ordinal", word=number.word + word, end=last))
                continue
            append(Token("word", 0, word, first, last, text[first] != word[0], spaced))
        elif kind == "number":
            # Longer numbers are no part of any date; their value would be costly to work out.
            value = int(word) if last - first <= 4 else -1
            append(Token("number", value, word, first, last, True, spaced))
        elif kind == "gap":
            append(Token("mark", 0, "¶", first, last, False, True))
        else:
            append(Token("mark", 0, word, first, last, False, spaced))
    return found
