"""A document's words with what is claimed in them, cut so that nested and overlapping claims show.

Marks overlap, and elements of a page cannot. So the words of a passage are cut wherever a mark
begins or ends, and each piece knows all the marks that it stands in.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from hearsay.vocabulary.documents import Passage
from hearsay.vocabulary.readings import Claim, Reading
from hearsay.vocabulary.spans import Span


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of text that is part of something."""

    span: Span
    look: str
    """How it is drawn: `claim`, `cited`, `source`, `cue`, `hedge`, `time`."""
    number: int = 0
    """Of the claim that it belongs to, from 1; 0 for what stands by."""
    words: str = ""
    """What is said of it on request."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a passage with all that they are part of."""

    words: str
    looks: tuple[str, ...]
    numbers: tuple[int, ...]
    """The claims that they belong to, outer ones first."""
    ends: tuple[int, ...]
    """The claims of which these are the last words."""
    about: str
    """What is said of them on request."""


class Marked:
    """The marks of one document, asked for passage by passage."""

    def __init__(self, text: str, passages: Sequence[Passage], marks: Iterable[Mark]) -> None:
        self._text = text
        self._starts = [passage.span.start for passage in passages]
        self._by_passage: dict[int, list[Mark]] = defaultdict(list)
        self._last: dict[int, int] = {}
        for mark in marks:
            first = max(0, bisect_right(self._starts, mark.span.start) - 1)
            for at in range(first, bisect_right(self._starts, mark.span.end - 1)):
                self._by_passage[at].append(mark)
            if mark.number:
                self._last[mark.number] = max(self._last.get(mark.number, 0), mark.span.end)

    def pieces(self, passage: Passage) -> Iterator[Piece]:
        """The words of a passage from its beginning to its end, none of them twice."""
        here = passage.span
        marks = self._by_passage[bisect_right(self._starts, here.start) - 1]
        edges = {here.start, here.end}
        for mark in marks:
            edges.update(
                at for at in (mark.span.start, mark.span.end) if here.start < at < here.end
            )
        places = sorted(edges)
        for start, end in pairwise(places):
            inside = [m for m in marks if m.span.start <= start and end <= m.span.end]
            inside.sort(key=lambda m: (m.span.start, -m.span.end))
            yield Piece(
                self._text[start:end],
                tuple(dict.fromkeys(mark.look for mark in inside)),
                tuple(dict.fromkeys(mark.number for mark in inside if mark.number)),
                tuple(dict.fromkeys(m.number for m in inside if self._last.get(m.number) == end)),
                "; ".join(mark.words for mark in inside if mark.words),
            )


def marks_of(claims: Sequence[Claim], reading: Reading) -> Iterator[Mark]:
    """What is marked in a document: its claims by number, who is cited, by which words, how
    surely, and when."""
    for number, claim in enumerate(claims, 1):
        look = "cited" if len(claim.speakers) > 1 else "claim"
        for span in claim.spans:
            yield Mark(span, look, number)
        for hedge in claim.hedges:
            yield Mark(hedge.span, "hedge", words=f"hedged: {hedge.kind}")
    for one in reading.attributions:
        yield from (Mark(span, "source") for span in one.source)
        yield from (Mark(span, "cue") for span in one.cue)
    for time in reading.times:
        if time.edtf is not None:
            yield Mark(time.span, "time", words=time.edtf)
