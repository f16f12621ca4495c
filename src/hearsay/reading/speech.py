"""Finds what stands in quotation marks, and how much of what is said is said word for word."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from hearsay.vocabulary.readings import Speech
from hearsay.vocabulary.spans import Span, Spans

_MARKS = re.compile(r"[“”„«»\"]|''|``")
_SINGLE = re.compile(
    r"(?<![\w.])[‘'](?=[\w\[“\"])(?P<words>[^‘“”\"\n]{3,400}?)(?<=[\w.,!?…])[’'](?!\w)"
)
_BRACKETS = re.compile(r"\[[^\[\]\n]{1,200}\]")
_ANY_WORD = re.compile(r"\w+")
# Of the words of a content so many stand in quotation marks where only "that" is left outside.
_DIRECT_SHARE = 0.9


def quotations(text: str, passages: Iterable[Span]) -> Spans:
    """What stands between quotation marks, without the marks, in order and not overlapping.

    A quotation that a passage leaves open runs to its end; one that goes on in the next passage
    begins there with a mark of its own, as is the custom in print.
    """
    found: list[Span] = []
    for passage in passages:
        found += _double(text, passage)
        if "‘" in text[passage.start : passage.end] or "'" in text[passage.start : passage.end]:
            found += _single(text, passage, found)
    return tuple(sorted(found))


def speech_of(content: Spans, quoted: Sequence[Span], text: str) -> Speech:
    """Direct where (nearly) all words of the content are quoted, mixed where some are."""
    if not any(_meets_one(part, quoted) for part in content):
        return "indirect"
    words = inside = 0
    for part in content:
        for match in _ANY_WORD.finditer(text, part.start, part.end):
            words += 1
            inside += stands_in(match.start(), quoted) is not None
    if not inside:
        return "indirect"
    return "direct" if inside >= _DIRECT_SHARE * words else "mixed"


def stands_in(offset: int, spans: Sequence[Span]) -> Span | None:
    """The span of a sorted, non-overlapping list in which `offset` stands."""
    at = bisect_right(spans, offset, key=lambda span: span.start) - 1
    return spans[at] if at >= 0 and offset < spans[at].end else None


def _meets_one(part: Span, spans: Sequence[Span]) -> bool:
    """Whether a span meets one of a sorted, non-overlapping list."""
    at = bisect_right(spans, part.start, key=lambda span: span.end)
    return at < len(spans) and spans[at].start < part.end


def insertions(spans: Iterable[Span], quoted: Sequence[Span], text: str) -> Spans:
    """Bracketed insertions inside quoted words: "ISF [Iraqi Security Forces]"."""
    return tuple(
        Span(match.start(), match.end())
        for part in spans
        for match in _BRACKETS.finditer(text, part.start, part.end)
        if stands_in(match.start(), quoted) is not None
    )


def _double(text: str, passage: Span) -> list[Span]:
    found: list[Span] = []
    opened: int | None = None
    for match in _MARKS.finditer(text, passage.start, passage.end):
        if opened is None:
            if _opens(text, match, passage):
                opened = match.end()
        elif _closes(text, match, passage):
            if match.start() > opened:
                found.append(Span(opened, match.start()))
            opened = None
        elif match[0] in "“„«":
            continue  # a quotation inside a quotation, or a mark repeated in mid-text
    if opened is not None and opened < passage.end:
        found.append(Span(opened, passage.end))
    return found


def _opens(text: str, match: re.Match[str], passage: Span) -> bool:
    if match[0] in "“„«":
        return True
    if match[0] in "”»":
        return False
    before = text[match.start() - 1] if match.start() > passage.start else " "
    after = text[match.end()] if match.end() < passage.end else " "
    return not after.isspace() and not before.isalnum()


def _closes(text: str, match: re.Match[str], passage: Span) -> bool:
    if match[0] in "”»":
        return True
    if match[0] in "“„«":
        return False
    before = text[match.start() - 1] if match.start() > passage.start else " "
    after = text[match.end()] if match.end() < passage.end else " "
    return not (before.isspace() and not after.isspace())


def _single(text: str, passage: Span, double: Sequence[Span]) -> list[Span]:
    """Quotations in single marks, where these are not marks inside double ones."""
    taken = sorted(span for span in double if passage.covers(span))
    found = []
    for match in _SINGLE.finditer(text, passage.start, passage.end):
        span = Span(match.start("words"), match.end("words"))
        if not any(span.meets(other) for other in taken):
            found.append(span)
    return found
