"""The sentence that words stand in, with those words marked, and where it is looked up."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from hearsay.reading.sentences import sentences
from hearsay.vocabulary.documents import Document, Passage, places
from hearsay.vocabulary.readings import Claim
from hearsay.vocabulary.spans import Span, Spans, hull

MOST = 420
"""Code points of an excerpt: about what is read at one glance."""
_AROUND = 90
"""Code points that stand before the first marked word where an excerpt has to be cut."""
_CUT = "… "

DocumentOf = Callable[[str], Document]
"""From the SHA-256 of a capture to its document, as far as it may be shown."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Words as they stand in a document, in order, the marked ones told apart."""

    parts: tuple[tuple[str, bool], ...]
    """Words, and whether they are marked."""
    place: str
    """`¶ 4`, or `p. 12 ¶ 3`."""

    @property
    def words(self) -> str:
        """All of it in one line."""
        return " ".join("".join(words for words, _ in self.parts).split())


def excerpt(document: Document, claim: Claim, marked: Iterable[Spans] = ()) -> Excerpt:
    """The sentences of a claim's paragraph that hold the claim and the marked words."""
    here = hull(claim.spans)
    passage = document.passage_at(here.start)
    place = places(document).get(claim.passage, f"¶ {claim.passage}")
    if passage is None:
        return Excerpt(((claim.words, False),), place)
    marks = _apart(span for spans in marked for span in spans if passage.span.covers(span))
    wanted = [here, *marks]
    within = _whole(document, passage, wanted)
    shown = _narrowed(within, marks or [here])
    parts = list(_parts(document.text, shown, marks))
    if shown.start > within.start:
        parts.insert(0, (_CUT, False))
    if shown.end < within.end:
        parts.append((f" {_CUT.strip()}", False))
    return Excerpt(tuple(parts), place)


def _whole(document: Document, passage: Passage, wanted: Iterable[Span]) -> Span:
    """The sentences that hold any of what is wanted, from the first to the last of them."""
    holding = [
        one
        for one in sentences(document.text, passage.span)
        if any(one.meets(part) for part in wanted)
    ]
    return hull(holding) if holding else passage.span


def _narrowed(within: Span, around: Iterable[Span]) -> Span:
    """As much as is read at one glance, with the words in question in it."""
    if len(within) <= MOST:
        return within
    first = min(span.start for span in around)
    start = max(within.start, min(first - _AROUND, within.end - MOST))
    return Span(start, min(within.end, start + MOST))


def _apart(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, those that meet as one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        elif len(span):
            found.append(span)
    return found


def _parts(text: str, shown: Span, marks: Iterable[Span]) -> Iterator[tuple[str, bool]]:
    at = _word_start(text, shown)
    end = _word_end(text, shown)
    for mark in marks:
        start, stop = max(mark.start, at), min(mark.end, end)
        if start >= stop:
            continue
        if at < start:
            yield text[at:start], False
        yield text[start:stop], True
        at = stop
    if at < end:
        yield text[at:end], False


def _word_start(text: str, shown: Span) -> int:
    """Where the first whole word begins."""
    at = shown.start
    if at and not text[at - 1].isspace():
        while at < shown.end and not text[at].isspace():
            at += 1
    while at < shown.end and text[at].isspace():
        at += 1
    return at if at < shown.end else shown.start


def _word_end(text: str, shown: Span) -> int:
    """Where the last whole word ends."""
    at = shown.end
    if at < len(text) and not text[at].isspace():
        while at > shown.start and not text[at - 1].isspace():
            at -= 1
    while at > shown.start and text[at - 1].isspace():
        at -= 1
    return at if at > shown.start else shown.end
