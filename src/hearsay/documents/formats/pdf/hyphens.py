"""Rejoins words broken at line ends without destroying hyphenated names."""

from __future__ import annotations

import re
from collections.abc import Container

# First halves that are words of their own and keep their hyphen ("self-defence", "non-state").
_KEEPING: frozenset[str] = frozenset(
    word
    for words in (
        "self non ex anti pro all vice well high low long short half mid near so cross quasi semi",
        "multi counter co inter intra post pre one two three four five six seven eight nine ten",
        "twenty thirty forty fifty sixty seventy eighty ninety full part first second third large",
        "small al el ul as ash ar an at az ad ed bin ibn abu abd umm um bani beni de du la le",
    )
    for word in words.split()
)
_ENDINGS = re.compile(
    r"(?:backed|aligned|led|affiliated|sponsored|linked|based|style|era|born|made|owned|funded|run|"
    r"held|controlled|trained|wide|old|level|general|chief|day|month|year|week|hour|speaking|"
    r"dominated|occupied|supported|supplied|allied|friendly|wing|range|term|scale|time|member|mile|"
    r"page|led|ranking|known|like|turned|bound|going|related|minister|president)\b"
)
_LAST_WORD = re.compile(r"([\w.’'-]*\w)-$")
_FIRST_WORD = re.compile(r"(\w[\w’'-]*)")
_DROPPED = "\u00ad"


def joined(before: str, after: str, known: Container[str]) -> str:
    """What stands between two lines that are one text: nothing, a hyphen kept, or a space.

    Returns the first line ready for the second one to be appended. `known` holds the words of the
    whole document in small letters, which decide where they can.
    """
    if before.endswith(_DROPPED):
        return before[:-1]
    match = _LAST_WORD.search(before)
    following = _FIRST_WORD.match(after)
    if not match or not following:
        # A dash that stands by itself at a line's end is followed by a space, "(1990-" is not.
        close = before.endswith("-") and not before.endswith(" -") and after[:1].isalnum()
        return before if close and len(before) > 1 else before + " "
    left, right = match[1], following[1]
    return before if _keeps(left, right, known) else before[:-1]


def _keeps(left: str, right: str, known: Container[str]) -> bool:
    """Whether the hyphen between the two halves belongs to the word."""
    head = left.rsplit("-", 1)[-1].lower()
    if not right[0].islower() or not left[-1].isalpha():
        return True
    if f"{left}-{right}".lower() in known:
        return True
    if (left + right).lower() in known:
        return False
    if "-" in left or head in _KEEPING:
        return True
    return bool(_ENDINGS.fullmatch(right)) and (left[0].isupper() or left.lower() in known)
