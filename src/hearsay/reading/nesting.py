"""Finds which attribution stands in the content of which."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hearsay.reading.found import FoundAttribution
from hearsay.vocabulary.spans import Span, Spans, hull, words_of

# Not "was quoted": there the source is the one whose words they are.
_CITING = re.compile(
    r"(?<!was )(?<!were )(?<!is )(?<!been )(?<!are )"
    r"\b(?:citing|quoting|cit(?:es|ed)|quot(?:es|ed)|attributed)\b",
    re.IGNORECASE,
)
_ACCORDING = re.compile(r"\baccording\s+to\b", re.I)
# Two contents are one and the same where they share so much; edges differ by a "that" or a mark.
_SAME = 0.8
_LOOK_BACK = 40
"""Attributions before and after one among which the one around it is looked for."""


def nesting(found: Sequence[FoundAttribution], text: str) -> list[int | None]:
    """For each attribution, in the order given, the place of the innermost one around it."""
    hulls = [hull(a.content) if a.content else None for a in found]
    reaches = [hull([*a.cue, *a.content]) if a.cue else None for a in found]
    around: list[int | None] = []
    for n, one in enumerate(found):
        best: int | None = None
        for m in range(max(0, n - _LOOK_BACK), min(len(found), n + _LOOK_BACK)):
            edge, reach = hulls[m], reaches[n]
            if m == n or edge is None or reach is None or not edge.meets(reach):
                continue
            if not _stands_in(one, n, found[m], m, text):
                continue
            if best is None or _length(found[m].content) < _length(found[best].content):
                best = m
        around.append(best)
    return [None if _loops(n, around) else outer for n, outer in enumerate(around)]


def _stands_in(one: FoundAttribution, n: int, other: FoundAttribution, m: int, text: str) -> bool:
    if alike(one.content, other.content):
        return _passes_on(one, n, other, m, text)
    if _length(other.content) <= _length(one.content):
        return False
    inside = all(_covered(part, other.content) for part in one.cue)
    return inside and all(_covered(part, other.content) for part in one.source[:1])


def _passes_on(one: FoundAttribution, n: int, other: FoundAttribution, m: int, text: str) -> bool:
    """With one content for both: whether `other` passes on what `one` says."""
    if _CITING.search(words_of(one.cue, text)) and one.source:
        return not _CITING.search(words_of(other.cue, text)) and bool(other.source)
    if _CITING.search(words_of(other.cue, text)):
        return False
    ours, theirs = (_ACCORDING.search(words_of(a.cue, text)) is not None for a in (one, other))
    return theirs and not ours and bool(other.source)


def alike(one: Spans, other: Spans) -> bool:
    """Whether two contents are one and the same but for their edges."""
    if not one or not other:
        return False
    common = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)
    return common > _SAME * (_length(one) + _length(other) - common)


def _covered(part: Span, content: Spans) -> bool:
    return any(span.covers(part) for span in content)


def _length(spans: Spans) -> int:
    return sum(len(span) for span in spans)


def _loops(n: int, around: Sequence[int | None]) -> bool:
    seen = {n}
    at = around[n]
    while at is not None and at not in seen:
        seen.add(at)
        at = around[at]
    return at is not None and at == n
