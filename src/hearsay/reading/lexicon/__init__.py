"""Closed classes, verb forms and cue words, written down as plain lists."""

from __future__ import annotations


def listed(words: str) -> frozenset[str]:
    """The words of a list that is written as plain text, parted by white space."""
    return frozenset(words.split())
