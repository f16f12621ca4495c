"""What the tagger found and is none: cues that say when, sources that are no source."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from hearsay.reading.found import FoundAttribution, FoundMention
from hearsay.reading.lexicon import listed
from hearsay.reading.mending import apart
from hearsay.reading.speech import stands_in
from hearsay.vocabulary.spans import Span, hull


def weeded(
    found: Sequence[FoundAttribution], mentions: Sequence[FoundMention], text: str
) -> list[FoundAttribution]:
    """The attributions that have a cue and a content, without what belongs to none."""
    times = sorted(m.span for m in mentions if m.type == "Time")
    cues = sorted(hull(one.cue) for one in found if one.cue)
    return [
        _without_inner(_without_when(_without_strays(_in_passage(one, text), text), text), cues)
        for one in found
        if one.cue and one.content and not _is_time(hull(one.cue), times, text)
    ]


def _in_passage(one: FoundAttribution, text: str) -> FoundAttribution:
    """The source without what stands in another passage: a heading or caption beside it."""
    if not any("\n" in part.of(text) for part in one.source):
        return one
    cue = hull(one.cue)
    source = tuple(
        min(here, key=lambda part: min(abs(part.end - cue.start), abs(part.start - cue.end)))
        for here in (apart(part, text) for part in one.source)
        if here
    )
    return replace(one, source=source)


def _is_time(cue: Span, times: Sequence[Span], text: str) -> bool:
    """Whether a cue says when and nothing else ("for years now")."""
    first = bisect_left(times, cue)
    near = [time for time in times[max(0, first - 4) : first + 4] if time.meets(cue)]
    return bool(near) and all(
        word[0].lower() in _SAYING_WHEN
        or any(time.start <= word.start() < time.end for time in near)
        for word in _LETTERS.finditer(text, cue.start, cue.end)
    )


_LETTERS = re.compile(r"[^\W\d_]+")
_SAYING_WHEN = listed("for in on since by at until during from to over the last this")


def _without_strays(one: FoundAttribution, text: str) -> FoundAttribution:
    """The source without parts that are a mere article, where another part says more."""
    parts = tuple(p for p in one.source if not _STRAY.fullmatch(text, p.start, p.end))
    return one if len(parts) in (0, len(one.source)) else replace(one, source=parts)


def _without_when(one: FoundAttribution, text: str) -> FoundAttribution:
    """The source without how long it has spoken: "some members | for years now"."""
    if not one.source:
        return one
    last = one.source[-1]
    when = _HOW_LONG.search(text, last.start, last.end)
    if when is None or when.start() == last.start:
        return one
    return replace(one, source=(*one.source[:-1], Span(last.start, when.start())))


_HOW_LONG = re.compile(
    r"\s+(?:for|over|in)\s+(?:the\s+(?:past|last)\s+)?(?:\w+\s+){0,2}"
    r"(?:years?|months?|weeks?|days?|decades?)(?:\s+now)?$",
    re.I,
)


def _without_inner(one: FoundAttribution, cues: Sequence[Span]) -> FoundAttribution:
    """The source without a part in which somebody else speaks: that belongs to the content.

    "According to | the Post | , | the inspector told them | that ..." has one source.
    """
    inner = [
        part
        for part in one.source
        if any(part.covers(cue) for cue in cues[bisect_left(cues, part) :][:2])
    ]
    kept = tuple(part for part in one.source if part not in inner)
    if not inner or not kept:
        return one
    first = one.content[0]
    behind = [part for part in inner if part.end <= first.start]
    start = min((part.start for part in behind), default=first.start)
    if any(start < part.end and part.start < first.end for part in (*kept, *one.cue)):
        start = first.start
    return replace(one, source=kept, content=(Span(start, first.end), *one.content[1:]))


def at_home(
    one: FoundAttribution, prose: Sequence[Span], quoted: Sequence[Span]
) -> FoundAttribution:
    """The content without what stands in other passages and is not quoted there.

    A quotation may run on over paragraphs; a headline or a date line above is no part of what the
    first sentence reports.
    """
    cue = hull(one.cue)
    # `prose` is in reading order, so that only the passages around the cue need be looked at.
    at = bisect_right(prose, cue.start, key=lambda passage: passage.start) - 1
    home = prose[at] if at >= 0 and prose[at].covers(cue) else None
    if home is None or all(home.covers(part) for part in one.content):
        return one
    kept = []
    for part in one.content:
        first = bisect_right(prose, part.start, key=lambda passage: passage.end)
        for passage in prose[first : bisect_left(prose, part.end, key=lambda p: p.start)]:
            start, end = max(part.start, passage.start), min(part.end, passage.end)
            if start < end and (passage is home or stands_in(end - 1, quoted) is not None):
                kept.append(Span(start, end))
    return replace(one, content=tuple(kept)) if any(home.covers(part) for part in kept) else one


def without_raised(one: FoundAttribution, text: str) -> FoundAttribution:
    """Without the source that "the units | thought | to be loyal" seems to have.

    Whoever is thought to do something does not think it: nobody says who does.
    """
    if len(one.source) != 1 or len(one.content) != 1:
        return one
    source, cue = one.source[0], hull(one.cue)
    beside = source.end <= cue.start and not text[source.end : cue.start].strip()
    if beside and _THOUGHT.fullmatch(cue.of(text)) and _TO_BE.match(text, one.content[0].start):
        return replace(one, source=())
    return one


_THOUGHT = re.compile(
    r"(?:thought|believed|understood|alleged|said|reported|known|rumou?red|presumed|suspected"
    r"|(?:is|are|was|were|been|being)\s+(?:\w+ly\s+)?(?:thought|believed|understood|alleged|said"
    r"|reported|known|rumou?red|presumed|suspected|expected|feared|claimed|considered|assessed))",
    re.I,
)
_TO_BE = re.compile(r"to\s+(?:have|be)\b", re.I)
_STRAY = re.compile(r"\W*(?:the|an?|his|her|its|their|of)?\W*", re.I)
