"""Which words of a document stand in quotation marks, over paragraphs and one inside another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hearsay.origins.language.words import prose_of
from hearsay.vocabulary.spans import Span, Spans, hull
from hearsay.vocabulary.traces import Account


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks, without the marks."""

    spans: Spans
    """One for each paragraph that it runs over."""
    omitted: Spans
    """Ellipses, and what stands in brackets inside it: the writer's, not the speaker's."""
    inner: bool = False
    """Whether it stands inside another quotation."""


def quotations_of(account: Account) -> tuple[Quotation, ...]:
    """The quotations of a document in reading order, an inner one after its outer one.

    Found by their marks, and where a reader heard direct speech without any, by what it heard.
    """
    text = account.document.text
    marked = quotations_in(text, prose_of(account))
    hulls = [hull(q.spans) for q in marked]
    heard = [
        Quotation(a.content, omitted_in(text, a.content))
        for a in account.reading.attributions
        if a.speech == "direct"
        and a.content
        and not any(h.meets(hull(a.content)) for h in hulls)
        # Between marks that were not understood nothing is sure.
        and not _QUOTE.search(text, hull(a.content).start, hull(a.content).end)
    ]
    return tuple(sorted((*marked, *heard), key=lambda q: (q.spans[0].start, -q.spans[-1].end)))


def quotations_in(text: str, paragraphs: Iterable[Span]) -> tuple[Quotation, ...]:
    """The quotations in paragraphs that follow each other, found by their marks alone.

    One that is opened and not closed goes on in the next paragraph if that begins with such a mark
    again, as newspapers set it; else it is left out, as nobody knows where it ends.
    """
    found: list[Quotation] = []
    carried: list[Span] = []
    every = list(paragraphs)
    for at, paragraph in enumerate(every):
        ahead = every[at + 1] if at + 1 < len(every) else None
        marks = _marks(text, paragraph)
        closed, begun = _pairs(text, marks, paragraph, bool(carried))
        for outer in closed:
            spans = (*carried, outer) if carried and outer is closed[0] else (outer,)
            found += _with_inner(text, spans)
        if carried and closed:
            carried = []
        if begun is None:
            carried = []
        elif ahead is not None and _OPENS.match(text, ahead.start, ahead.end):
            carried.append(Span(begun, paragraph.end))
        else:
            carried = []
    return tuple(found)


def omitted_in(text: str, spans: Spans) -> Spans:
    """Ellipses, and what stands in brackets, within quoted words."""
    return tuple(
        Span(one.start(), one.end())
        for span in spans
        for one in _OMITTED.finditer(text, span.start, span.end)
    )


_QUOTE = re.compile(r"[\"“”„‟«»＂]|``|''|(?<!\w)‘‘|’’")
_OPENS = re.compile(r"\s*[\"“„«‘＂]")
_OMITTED = re.compile(r"\[[^\[\]]{0,200}\]|\([^()]{0,80}\)|…|\.(?:\s?\.){2,}")

_Mark = tuple[int, int, int]
"""Where a mark begins and ends, and what it can be: 1 opening, -1 closing, 0 either."""


def _marks(text: str, paragraph: Span) -> list[_Mark]:
    marks = []
    for one in _QUOTE.finditer(text, paragraph.start, paragraph.end):
        before = text[one.start() - 1 : one.start()] if one.start() > paragraph.start else " "
        after = text[one.end() : one.end() + 1] if one.end() < paragraph.end else " "
        marks.append((one.start(), one.end(), _side(one.group(), before, after)))
    return marks


def _side(mark: str, before: str, after: str) -> int:
    if mark in ("«", "„", "``", "‘‘"):
        return 1
    if mark in ("»", "’’"):
        return -1
    opens = before.isspace() or before in "([{—–-/‘'"
    closes = after.isspace() or after in ".,;:!?)]}—–-/’'"
    if mark == "“":  # closes what „ opened
        return -1 if closes and not opens else 1
    if mark == "”":  # often set for the opening one too
        return 1 if opens and not closes else -1
    return 0 if opens == closes else (1 if opens else -1)


def _pairs(
    text: str, marks: Sequence[_Mark], paragraph: Span, inside: bool
) -> tuple[list[Span], int | None]:
    """The stretches between marks, and where one begins that is not closed.

    With `inside`, the paragraph's first mark only says again that a quotation goes on.
    """
    pairs: list[Span] = []
    begun: int | None = None
    for start, end, side in marks:
        if begun is None:
            if side >= 0:
                begun = end
        elif side <= 0:
            if start > begun:
                pairs.append(Span(begun, start))
            begun = None
        else:
            begun = end  # the one before was never closed
    if (begun is None and not pairs and not marks and not inside) or not marks:
        pairs = _singles(text, paragraph)
    return pairs, begun


def _with_inner(text: str, spans: Spans) -> list[Quotation]:
    """A quotation with those that stand in it in single marks."""
    inner = [
        Quotation((one,), omitted_in(text, (one,)), inner=True)
        for span in spans
        for one in _singles(text, span)
    ]
    return [Quotation(spans, omitted_in(text, spans)), *inner]


_SINGLE_OPENS = re.compile(r"(?<![\w.,!?])['‘‚‹](?=[\w\[…])")
_SINGLE_CLOSES = re.compile(r"(?<=[\w.,!?…\]])['’›](?!\w)")


def _singles(text: str, span: Span) -> list[Span]:
    """The stretches between single marks, an apostrophe after a plural passed over if it can be."""
    found: list[Span] = []
    at = span.start
    while opening := _SINGLE_OPENS.search(text, at, span.end):
        begun = at = opening.end()
        following = _SINGLE_OPENS.search(text, begun, span.end)
        limit = following.start() if following else span.end
        closings = [c.start() for c in _SINGLE_CLOSES.finditer(text, begun, limit)]
        sure = [c for c in closings if text[c - 1] != "s" or not _PLURAL.match(text, c + 1)]
        end = sure[0] if sure else closings[0] if closings else None
        if end is not None:
            found.append(Span(begun, end))
            at = end + 1
    return found


_PLURAL = re.compile(r"\s[a-z]")
