"""Mends sources that came out in several parts of which only one can be meant."""

from __future__ import annotations

from dataclasses import replace

from hearsay.reading.found import FoundAttribution
from hearsay.vocabulary.spans import Span, hull, words_of

_TOUCHING = 2
"""Code points that may stand between two parts that touch: a space, a comma and a space."""


def in_one_piece(one: FoundAttribution, text: str) -> FoundAttribution:
    """A torn source without the parts that cannot belong to it.

    After "according to" stands one source, and what follows it begins what it says: "According to
    the Beacon, | the inspector general has told …". Where one part stands right before the cue,
    what other words part from it is somebody else: "the attempt on Selmani, in November, | the
    report | stated".
    """
    if len(one.source) < 2:
        return one
    cue = hull(one.cue)
    if words_of(one.cue, text).lower().endswith("according to"):
        named = [part for part in one.source if 0 <= part.start - cue.end <= _TOUCHING]
        if named:
            return _said_by(one, named[0])
    at_cue = [part for part in one.source if 0 <= cue.start - part.end <= _TOUCHING]
    if not at_cue:
        return one
    kept = tuple(p for p in one.source if p in at_cue or not _is_apart(p, at_cue[0], text))
    return replace(one, source=kept)


def _is_apart(part: Span, whole: Span, text: str) -> bool:
    """Whether other words and a comma stand between a part and the one before the cue."""
    between = text[part.end : whole.start] if part.end <= whole.start else ""
    return "," in between and any(sign.isalnum() for sign in between)


def _said_by(one: FoundAttribution, named: Span) -> FoundAttribution:
    """The attribution to `named` alone; a part that touches the content begins it."""
    content = list(one.content)
    for part in one.source:
        if part != named and 0 <= content[0].start - part.end <= _TOUCHING:
            content[0] = Span(part.start, content[0].end)
    return replace(one, source=(named,), content=tuple(content))
