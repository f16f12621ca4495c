"""Attributions within what somebody is cited for: each content is read as a text of its own.

The corpora that the tagger learnt from mark who is cited by the outlet and seldom whom these cite
in turn, so that it passes over "told" in "According to A, B told C that …". Read by itself, the
same content has "told" for its outermost cue.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hearsay.reading.found import FoundAttribution
from hearsay.reading.network import Network
from hearsay.reading.tagging import find
from hearsay.vocabulary.spans import Span, hull

REPORTING = re.compile(
    r"\b(?:said|says|saying|told|tells|telling|stated|states|stating|claimed|claims|claiming"
    r"|alleged|alleges|warned|warns|warning|announced|announces|declared|denied|denies|denying"
    r"|admitted|admits|confirmed|confirms|promised|promises|pledged|vowed|insisted|insists"
    r"|reported|reports|reporting|testified|acknowledged|asserted|asserts|argued|argues|wrote"
    r"|writes|assessed|assesses|concluded|concludes|estimated|estimates|believed|believes"
    r"|demanded|demands|guaranteed|according to|quoted as)\b",
    re.I,
)
"""Cues of saying, without which a content is not read again and an inner cue not believed."""
_OPENING = re.compile(r"[\s“\"‘'«]*(?:that\s+)?", re.I)
_SHORTEST = 24
"""Code points: "he said she left" is about as short as one attribution can be in another."""


def with_inner(
    network: Network, text: str, attributions: Sequence[FoundAttribution]
) -> list[FoundAttribution]:
    """The attributions, with those found within their contents, in the order of their cues."""
    parts = list(_worth_reading(text, attributions))
    if not parts:
        return list(attributions)
    known = [hull(one.cue) for one in attributions]
    made = list(attributions)
    for one in find(network, [(text, parts)])[0].attributions:
        cue = hull(one.cue)
        every = (*one.source, *one.cue, *one.content)
        at_home = any(all(part.covers(span) for span in every) for part in parts)
        if not at_home or not one.source or not REPORTING.search(cue.of(text)):
            continue
        if not any(cue.meets(other) for other in known):
            made.append(one)
    return sorted(made, key=lambda one: (one.cue[0].start, one.content[0].start))


def _worth_reading(text: str, attributions: Sequence[FoundAttribution]) -> Iterator[Span]:
    """Parts of contents that hold a cue of saying nobody has found yet, none within another."""
    known = [part for one in attributions for part in one.cue]
    end = 0
    for part in sorted({part for one in attributions for part in one.content}):
        opening = _OPENING.match(text, part.start, part.end)
        start = max(opening.end() if opening else part.start, end)
        if part.end - start < _SHORTEST:
            continue
        cues = (Span(*found.span()) for found in REPORTING.finditer(text, start, part.end))
        if any(not any(cue.meets(other) for other in known) for cue in cues):
            yield Span(start, part.end)
            end = part.end
