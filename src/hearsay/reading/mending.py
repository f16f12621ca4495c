"""Mends mentions that the network cannot see rightly, by their letters alone.

It reads small letters, so that "US" looks like "us"; and what brackets and hyphens hold together,
or a list of names, it cuts in the wrong place now and then.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from hearsay.reading.found import FoundMention
from hearsay.reading.trimming import trimmed
from hearsay.vocabulary.spans import Span


def mended(found: Iterable[FoundMention], text: str) -> Iterator[FoundMention]:
    """The mentions, those mended that are wrong by their letters; a list of two names is two."""
    whole = _joined(found, text)
    for one in (part for mention in whole for part in _in_passages(mention, text)):
        words = one.span.of(text)
        if one.form != "name" and words in _STATES and not _is_shouted(one.span, text):
            yield replace(
                one, type="Organization" if one.type == "Person" else one.type, form="name"
            )
        elif one.form == "nominal" and _is_prefix(one.span, text):
            continue  # "pro" of "pro-Iran officers" names nobody
        else:
            yield from _in_parts(_whole(one, text), text)


def _joined(found: Iterable[FoundMention], text: str) -> Iterator[FoundMention]:
    """ "5th and | 9th Divisions" as one mention, which lists two."""
    before: FoundMention | None = None
    for one in found:
        if before is not None and _is_begun_list(before, one, text):
            before = replace(before, span=Span(before.span.start, one.span.end))
            continue
        if before is not None:
            yield before
        before = one
    if before is not None:
        yield before


def _is_begun_list(one: FoundMention, other: FoundMention, text: str) -> bool:
    between = text[one.span.end : other.span.start]
    return (
        one.type == other.type
        and not between.strip()
        and len(between) <= 2
        and _BEGUN_LIST.fullmatch(one.span.of(text)) is not None
        and _ENDED_LIST.match(other.span.of(text)) is not None
    )


_BEGUN_LIST = re.compile(r"\d+(?:st|nd|rd|th),?\s+and")
_ENDED_LIST = re.compile(r"\d+(?:st|nd|rd|th)\s+\w+s\b")


def _in_passages(one: FoundMention, text: str) -> Iterator[FoundMention]:
    """A mention that runs over from a heading or caption into the next passage, taken apart.

    Of a description only what stands in the last passage is one.
    """
    parts = apart(one.span, text)
    for part in parts if one.form == "name" else parts[-1:]:
        yield one if part == one.span else replace(one, span=trimmed(part, text))


def apart(span: Span, text: str) -> list[Span]:
    """The parts of a span between the blank lines in it."""
    if text.find("\n", span.start, span.end) < 0:
        return [span] if len(span) else []
    parts, start = [], span.start
    for gap in _BLANK_LINE.finditer(text, span.start, span.end):
        if gap.start() > start:
            parts.append(Span(start, gap.start()))
        start = gap.end()
    if start < span.end:
        parts.append(Span(start, span.end))
    return parts


_BLANK_LINE = re.compile(r"\s*\n\s*\n\s*")
_STATES = frozenset(("US", "U.S.", "USA", "UK", "UN", "EU", "UAE"))
_PREFIX = re.compile(r"(?:pro|anti|non|ex|high|low|then|self|co)", re.IGNORECASE)


def _is_shouted(span: Span, text: str) -> bool:
    """Whether the words around stand in capitals too, and "US" may be "us"."""
    around = re.findall(r"[^\W\d_]{2,}", text[max(0, span.start - 30) : span.end + 30])
    shouted = [word for word in around if word.isupper()]
    return len(shouted) > len(around) / 2


def _is_prefix(span: Span, text: str) -> bool:
    return text[span.end : span.end + 1] in "-‑" and bool(_PREFIX.fullmatch(span.of(text)))


def _whole(one: FoundMention, text: str) -> FoundMention:
    """The mention without a bracket of which it holds one half only, and what stands beyond."""
    words = one.span.of(text)
    for opening, closing in ("[]", "()"):
        if opening in words and closing not in words:
            kept = words[: words.index(opening)].rstrip()
            return (
                replace(one, span=Span(one.span.start, one.span.start + len(kept))) if kept else one
            )
        if closing in words and opening not in words:
            # "most TSF [Tamrini Security Forces] units": what is counted stands after the bracket.
            kept = words[words.index(closing) + 1 :].lstrip() or words[: words.index(closing)]
            start = one.span.start + words.index(kept)
            return replace(one, span=Span(start, start + len(kept)))
    return one


_BODY = (
    r"(?:Polic\w+|Army|Navy|Division|Brigade|Battalion|Regiment|Corps|Command|Directorate|Guard"
    r"|Forces?|Service|Militia|Gendarmerie|Agency|Ministry|Department|Bureau|Authority)"
)
_TWO_BODIES = re.compile(
    rf"(?P<one>(?:[\w’'-]+\s+)*{_BODY})(?P<and>\s+and\s+(?:the\s+)?)"
    rf"(?P<other>(?:[A-Z][\w’'-]+\s+)+{_BODY})"
)
"""Two names that each end with a word for a body: "Federal Police and Emergency Response
Division". "Ministries of Interior and Defence" has no such word before "and"."""


def _in_parts(one: FoundMention, text: str) -> Iterator[FoundMention]:
    both = _TWO_BODIES.fullmatch(one.span.of(text)) if one.type == "Organization" else None
    if both is None or one.form != "name":
        yield one
        return
    for part in ("one", "other"):
        start, end = both.span(part)
        yield replace(one, span=Span(one.span.start + start, one.span.start + end))
