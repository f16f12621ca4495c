"""Folds spelling variants together, so that a search finds a name however it was typed."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LETTERS = {
    "\u0640": "",  # tatweel only stretches a word
    "\u0671": "\u0627",  # alef wasla; the other alefs lose their marks under NFKD
    "\u0672": "\u0627",
    "\u0673": "\u0627",
    "\u0649": "\u064a",  # alef maqsura, written for ya in Egypt and Sudan
    "\u06cc": "\u064a",  # Persian yeh
    "\u06d2": "\u064a",
    "\u06a9": "\u0643",  # Persian kaf
    "\u0629": "\u0647",  # ta marbuta
    "\u06c0": "\u0647",
    "\u06c1": "\u0647",
    "\u06d5": "\u0647",
    "\u0131": "i",  # dotless i, which NFKD leaves alone
    "\u0142": "l",
    "\u00f8": "o",
    "\u0111": "d",
    "\u2018": "'",
    "\u2019": "'",
    "\u02bc": "'",
}
_DROPPED = {"Mn", "Me", "Cf", "Cs", "Cc"}
_TO_LOOK_AT = re.compile(r"[^\x20-\x7e]")
_ASCII_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_GROUPS = re.compile(r'"([^"]*)"|(\S+)')
_WORD = re.compile(r"\w", re.UNICODE)


def fold(text: str) -> str:
    """The text as the index holds it: decomposed, without marks and tatweel, lower-case.

    Alef, ya, Persian kaf and yeh and ta marbuta each become one letter, digits ASCII digits.
    Folding what is folded changes nothing.
    """
    if text.isascii():
        return _ASCII_CONTROLS.sub(" ", text.lower())
    parts = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    return _TO_LOOK_AT.sub(lambda found: _one(found[0]), parts)


def query(words: str) -> str | None:
    """An FTS5 query that finds every word of `words`; what stands in quotes, as one phrase.

    Everything is folded and quoted, so nothing that a user types is query syntax. `None` where
    there is no letter or digit to look for.
    """
    groups = [fold(phrase or word) for phrase, word in _GROUPS.findall(words)]
    # An unpaired quotation mark reaches here inside a word.
    found = [group.replace('"', " ") for group in groups if _WORD.search(group)]
    return " ".join(f'"{group}"' for group in found) or None


@lru_cache(maxsize=4096)
def _one(character: str) -> str:
    category = unicodedata.category(character)
    if category in _DROPPED:
        return " " if category == "Cc" else ""
    if category == "Nd":
        return str(unicodedata.decimal(character))
    return _LETTERS.get(character, character)
