"""Holds on to words in a document, so that they are found again in a newer text of it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from hearsay.vocabulary.spans import Span, Spans


@dataclass(frozen=True, slots=True)
class Anchor:
    """Words of a document: where they stood in it, and what they were."""

    spans: Spans
    parts: tuple[str, ...]
    """The words of each span."""


def anchor(spans: Spans, text: str) -> Anchor:
    """Takes hold of the words at `spans` in `text`."""
    return Anchor(spans, tuple(span.of(text) for span in spans))


def located(held: Anchor, text: str) -> Spans | None:
    """Where the words stand in `text`: in their old place, or nearest to it.

    White space may differ, as a newer version of a format may join lines that an older one
    broke. `None` where a part of the words is not there at all.
    """
    if all(span.of(text) == part for span, part in zip(held.spans, held.parts, strict=True)):
        return held.spans
    found = []
    for span, part in zip(held.spans, held.parts, strict=True):
        pattern = r"\s+".join(map(re.escape, part.split()))
        places = [Span(*match.span()) for match in re.finditer(pattern, text)] if pattern else []
        if not places:
            return None
        found.append(min(places, key=lambda place: abs(place.start - span.start)))
    return tuple(found)


def shared(some: Spans, others: Spans) -> int:
    """How many code points two possibly discontinuous stretches of text have in common."""
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in some for b in others)
