"""Two wordings beside each other, word by word."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

Compared = tuple[tuple[str, bool], ...]
"""Words in order, and whether the other wording lacks them."""

_WORDS = re.compile(r"\w+|\W+")


def compared(one: str, other: str) -> tuple[Compared, Compared]:
    """Both wordings, each with the words marked that the other lacks at that place."""
    left, right = _WORDS.findall(one), _WORDS.findall(other)
    matching = SequenceMatcher(
        None, [_bare(word) for word in left], [_bare(word) for word in right], autojunk=False
    )
    here: list[tuple[str, bool]] = []
    there: list[tuple[str, bool]] = []
    for tag, a, b, c, d in matching.get_opcodes():
        _put(here, left[a:b], differs=tag != "equal")
        _put(there, right[c:d], differs=tag != "equal")
    return _run_together(here), _run_together(there)


def _put(side: list[tuple[str, bool]], words: list[str], *, differs: bool) -> None:
    """Commas alone are no difference to be marked."""
    if words:
        side.append(("".join(words), differs and any(map(_tells, words))))


def _run_together(side: list[tuple[str, bool]]) -> Compared:
    """Marked words with nothing but a space or comma between them as one."""
    found: list[tuple[str, bool]] = []
    for at, (words, marked) in enumerate(side):
        between = 0 < at < len(side) - 1 and side[at - 1][1] and side[at + 1][1]
        marked = marked or (between and not _tells(words))
        if found and found[-1][1] == marked:
            found[-1] = (found[-1][0] + words, marked)
        else:
            found.append((words, marked))
    return tuple(found)


def _bare(word: str) -> str:
    """What is the same is the same in capitals and with other spaces."""
    return word.casefold() if word[0].isalnum() else " ".join(word.split()) or " "


def _tells(words: str) -> bool:
    return any(c.isalnum() for c in words)
