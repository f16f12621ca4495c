"""Keeps what is evaluated out of training: sentences are compared by hash.

A sentence is what stands between sentence ends in a passage, lower-cased, its words alone. Short
ones ("He declined to comment.") are everybody's and do not count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import sha256

from training.labelled import Labelled

SHORTEST = 8
"""Words: of shorter sentences many recur by chance."""

_END = re.compile(r"(?<=[.!?])[\"'”’)]*\s+|[\n\r]+")


def sentence_hashes(text: str) -> set[bytes]:
    """The hashes of a text's sentences of at least `SHORTEST` words."""
    found = set()
    for sentence in _END.split(text):
        words = re.findall(r"\w+", sentence.lower())
        if len(words) >= SHORTEST:
            found.add(sha256(" ".join(words).encode()).digest())
    return found


def hashes_of(documents: Iterable[Labelled]) -> set[bytes]:
    """The hashes of all sentences of all documents."""
    return set().union(*(sentence_hashes(document.text) for document in documents))
