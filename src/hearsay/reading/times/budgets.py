"""Whose fiscal year a sentence speaks of: an American office's, or a British one."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from hearsay.reading.times.words import word_set

_MONEY = word_set(
    "budget budgets budgetary appropriation appropriations appropriated obligated obligations "
    "funding outlays"
)
_US_OFFICES = word_set(
    "pentagon congress usaid dod centcom gao omb nasa fbi cia treasury american u.s"
)
_PAIRS = frozenset(
    {("u", "s"), ("us", "congress"), ("state", "department"), ("defense", "department"),
     ("department", "defense"), ("white", "house"), ("united", "states"), ("us", "government"),
     ("us", "military"), ("us", "army"), ("us", "budget"), ("department", "of")}
)  # fmt: skip
_UK_OFFICES = frozenset({"uk", "british", "britain", "whitehall", "mod", "hmrc", "scottish"})


def names_us_budget(words: Sequence[str]) -> bool:
    """Whether the words name a United States office and its budget."""
    if not ({"budget", "budgets", "budgetary", "appropriations", "appropriation"} & set(words)):
        return False
    return is_american(words)


def is_american(words: Sequence[str]) -> bool:
    """Whether the words name a United States office."""
    if _US_OFFICES & set(words) - {"treasury"}:
        return True
    letters = [word for word in words if word != "."]
    return any(pair in _PAIRS for pair in itertools.pairwise(letters))


def is_british(words: Sequence[str], country: str | None) -> bool:
    """Whether a fiscal year in these words is a British one."""
    if _UK_OFFICES & set(words) and not is_american(words):
        return True
    return country == "GB" and not is_american(words)
