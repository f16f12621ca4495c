"""Reads acronyms: made of first letters, of first syllables, or with a number beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from hearsay.resolution.letters import CACHED, fold
from hearsay.resolution.persons import names_beside
from hearsay.resolution.tokens import SMALL


@lru_cache(maxsize=CACHED)
def initials_of(text: str, words: tuple[str, ...]) -> tuple[str, ...]:
    """The first letters of all words, and those without small words, or without the first."""
    every = _FIRSTS.findall(names_beside(text)[0])
    if len(every) < 2 or len(every) > 9:
        return ()
    whole = "".join(every).casefold()
    bare = "".join([word[0] for word in words])
    return tuple({whole, bare, bare[1:], whole[1:]} - {""}) if len(bare) > 1 else (whole,)


@lru_cache(maxsize=CACHED)
def made_of_syllables(letters: str, text: str) -> bool:
    """Whether a word runs through the beginnings of all words of a name: Pemex, Gécamines, SEMAR.

    Small words may give their first letter or nothing; every other word gives at least one.
    """
    written = names_beside(text)[0]
    words = [fold(word) for word in _WORDS.findall(_ELIDED.sub(" ", written))]
    weighty = sum(word not in _OPTIONAL for word in words)
    # Trump is no acronym of Trump and Putin.
    return weighty > 1 and len(words) < 10 and letters not in words and _runs(letters, words)


@lru_cache(maxsize=CACHED)
def letters_with_number(text: str) -> tuple[str, int] | None:
    """The letters and the number of a short form such as MOC-15 or BSO (3)."""
    found = _WITH_NUMBER.fullmatch(text)
    return (found[1].casefold(), int(found[2])) if found else None


def stands_for(letters: str, text: str, words: tuple[str, ...]) -> bool:
    """Whether letters that stand by a number are short for the words of a unit's name."""
    unnumbered = _NUMBERS.sub(" ", text)
    bare = tuple(word for word in words if word[0].isalpha())
    return letters in initials_of(unnumbered, bare) or made_of_syllables(letters, unnumbered)


def _runs(letters: str, words: Sequence[str]) -> bool:
    if not words:
        return not letters
    word, rest = words[0], words[1:]
    optional = word in _OPTIONAL
    if optional and _runs(letters, rest):
        return True
    most = 1 if optional else min(len(word), len(letters))
    return any(
        letters[:size] == word[:size] and _runs(letters[size:], rest)
        for size in range(1, most + 1)
        if letters[:size]
    )


_FIRSTS = re.compile(r"(?<![\w'’])[^\W\d_]")
_WORDS = re.compile(r"[^\W\d_]+")
_ELIDED = re.compile(r"\b[dlDL]['’]")
_WITH_NUMBER = re.compile(r"\s*([A-Z]{2,8})[\s-]*\(?(\d{1,4})\)?\s*")
_NUMBERS = re.compile(
    r"\bN(?:o\.?|r\.?|[°º])\s*|\(?\b\d+(?:st|nd|rd|th|er|e|ª|º)?\b\)?|[-/](?=\s|$)"
)
_OPTIONAL = SMALL | {"s", "sa", "ltd", "limited", "inc", "plc", "co", "its", "their"}
"""Words, and forms of companies, that acronyms leave out."""
