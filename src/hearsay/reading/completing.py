"""Mentions that end in mid-phrase ("Council for Revolution in | Iraq") taken to their end."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from hearsay.reading.found import FoundMention
from hearsay.vocabulary.spans import Span

_OPEN = re.compile(r"\b(?:of|for|in)(?:\s+the)?$")
_GAP = re.compile(r"\s+(?:the\s+)?")


def completed(mentions: Sequence[FoundMention], text: str) -> list[FoundMention]:
    """The mentions, those that end in a preposition carried on over the mention behind it.

    Where nothing is mentioned there, the preposition is cut off.
    """
    spans = sorted({one.span for one in mentions})
    return [_completed(one, spans, text) for one in mentions]


def _completed(one: FoundMention, spans: Sequence[Span], text: str) -> FoundMention:
    open_end = _OPEN.search(text, one.span.start, one.span.end)
    if open_end is None:
        return one
    gap = _GAP.match(text, one.span.end)
    begins = gap.end() if gap is not None else one.span.end
    near = spans[bisect_left(spans, Span(begins, begins)) :][:6]
    ends = [span.end for span in near if span.start == begins]
    if ends:
        return replace(one, span=Span(one.span.start, max(ends)))
    kept = len(text[one.span.start : open_end.start()].rstrip())
    return replace(one, span=Span(one.span.start, one.span.start + kept)) if kept else one
