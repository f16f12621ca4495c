"""Lists of words that are written down as running text."""

from __future__ import annotations


def among(words: str) -> frozenset[str]:
    """The words of a text as a set."""
    return frozenset(words.split())
