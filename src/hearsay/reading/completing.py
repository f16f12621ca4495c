"""Mentions that end in mid-phrase or mid-name ("Council for Revolution in | Iraq") taken on."""

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

    Where nothing is mentioned there, the preposition is cut off. A name goes on over a word with
    a capital that nothing else is made of ("the Free | Beacon").
    """
    spans = sorted({one.span for one in mentions})
    return [_named(_completed(one, spans, text), spans, text) for one in mentions]


def _named(one: FoundMention, spans: Sequence[Span], text: str) -> FoundMention:
    if one.type not in _NAMED or (one.form != "name" and one.type != "Role"):
        return one
    found = _MORE.match(text, one.span.end)
    if found is None or not text[one.span.start].isupper():
        return one
    more = Span(found.start(1), found.end(1))
    near = spans[max(0, bisect_left(spans, more) - 4) : bisect_left(spans, more) + 3]
    if any(other.meets(more) for other in near):
        return one
    return replace(one, span=Span(one.span.start, more.end))


_NAMED = frozenset(("Organization", "Person", "Role"))
_MORE = re.compile(
    r"[ \u00a0]((?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)[A-Z][a-z][\w’'-]*?)"
    r"(?=[\s,.;:)”]|’s|'s)"
)


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
