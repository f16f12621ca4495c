"""Words added, dropped or swapped within quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import lru_cache

from hearsay.origins.differing.change import Finding
from hearsay.origins.differing.pairing import Pair
from hearsay.origins.differing.told import Telling, once
from hearsay.origins.language.wording import Wording, wording_of
from hearsay.origins.sharing.likening import Gap, fit
from hearsay.origins.sharing.quotations import quotations_in
from hearsay.vocabulary.documents import Passage
from hearsay.vocabulary.spans import Span, Spans, hull
from hearsay.vocabulary.traces import Change, Side

RANK = 1
LEAST_LIKENESS = 0.3


def findings(pair: Pair) -> Iterable[Finding]:
    """Where both sides quote the same words and some of them are not the same.

    Only between words that both quote: that one quotes less, with marks or an ellipsis to show
    it, is no change; nor are brackets, spelling, contractions and case. What one quotes and the
    other tells in its own words says nothing of the quotation. Quotations are compared whole, and
    a difference is told by the claim in which it stands in the later text, so that two claims out
    of one quotation do not tell it twice. Both sides show the words that differ; where one side
    has none there, the two between which they are missing, and the same two on the other side.
    """
    if pair.is_one_document or not (_is_quoting(pair.before) and _is_quoting(pair.after)):
        # Who is quoted twice in one text may have said it twice.
        return
    if _around(pair.before) == _around(pair.after):
        return
    theirs = _wordings(pair.before)
    for mine in _wordings(pair.after) if theirs else ():
        for other in theirs:
            found = fit(mine, other)
            for gap in found.gaps if found else ():
                left, right = _sides(gap, mine, other)
                if _is_told_here(pair.after, left):
                    yield _finding(pair, right, left)


def _is_told_here(telling: Telling, span: Span) -> bool:
    """Whether a claim is the one to tell of a place: it stands in it, or in none and it is next."""
    claim = telling.told.claim
    if any(span.meets(part) for part in claim.spans):
        return True
    every = telling.told.account.claims
    if any(span.meets(part) for one in every for part in one.spans):
        return False
    nearest = min(every, key=lambda one: _apart(one.spans, span))
    return _apart(claim.spans, span) <= _apart(nearest.spans, span)


def _apart(spans: Spans, span: Span) -> int:
    """How many characters lie between."""
    return min(max(one.start - span.end, span.start - one.end) for one in spans)


_MARK = re.compile(r"[\"“”„‟«»‘’'`]")
_OPENS = re.compile(r"\s*[\"“„«‘＂]")
_AHEAD = 2
"""So many paragraphs on, a quotation that is opened in one may still be closed."""


@once
def _is_quoting(telling: Telling) -> bool:
    """Whether any quotation mark stands in the paragraph of a claim; asked first, being cheap."""
    return _MARK.search(telling.text, telling.room.start, telling.room.end) is not None


@once
def _wordings(telling: Telling) -> list[Wording]:
    """The quotations that a claim has a part in, made comparable."""
    within, room = hull(telling.told.claim.spans), _room(telling)
    if not room:
        return []
    start = room[0].start
    cuts = tuple((one.start - start, one.end - start) for one in room)
    return [
        Wording(one.tokens, one.starts + start, one.ends + start, one.breaks)
        for place, one in _quoted_in(telling.text[start : room[-1].end], cuts)
        if place.start + start < within.end and within.start < place.end + start
    ]


@lru_cache(maxsize=1 << 12)
def _quoted_in(text: str, cuts: tuple[tuple[int, int], ...]) -> list[tuple[Span, Wording]]:
    """The quotations of paragraphs by themselves: several claims and many reprints share them."""
    return [
        (hull(one.spans), wording_of(text, one.spans, one.omitted))
        for one in quotations_in(text, [Span(*cut) for cut in cuts])
        if not one.inner
    ]


@once
def _around(telling: Telling) -> tuple[int, str]:
    """The paragraphs in which its quotations stand, and where in them the claim begins.

    Two that have these in common quote the same words.
    """
    room = _room(telling)
    start = room[0].start if room else 0
    return telling.starts[0] - start, telling.text[start : room[-1].end if room else 0]


@once
def _room(telling: Telling) -> list[Span]:
    start = hull(telling.told.claim.spans).start
    passages = telling.told.account.document.passages
    at = bisect_right(passages, start, key=_end)
    room = [one.span for one in passages[at : at + 1]]
    for further in passages[at + 1 : at + 1 + _AHEAD]:
        if not _OPENS.match(telling.text, further.span.start, further.span.end):
            # What is quoted on over paragraphs has its mark again before each of them.
            break
        room.append(further.span)
    return room


def _end(passage: Passage) -> int:
    return passage.span.end


def _sides(gap: Gap, mine: Wording, other: Wording) -> tuple[Span, Span]:
    """The words that differ; where a side has none, with the words around them on both."""
    a, b, c, d = gap
    if a == b or c == d:
        a, b, c, d = max(0, a - 1), min(len(mine), b + 1), max(0, c - 1), min(len(other), d + 1)
    return mine.span(a, b), other.span(c, d)


def _finding(pair: Pair, before: Span, after: Span) -> Finding:
    one, other = _side(pair.before, before), _side(pair.after, after)
    return Finding(
        Change("quotation", one, other),
        pair.before.words_at(before),
        pair.after.words_at(after),
    )


def _side(telling: Telling, span: Span) -> Side:
    return telling.side_at((span,))
