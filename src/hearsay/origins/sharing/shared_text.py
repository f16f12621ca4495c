"""Which stretches of text two documents of a case have in common, looked up by the pair."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from hearsay.vocabulary.spans import Span, Spans


@dataclass(frozen=True, slots=True)
class Common:
    """What one document has in common with another."""

    parts: tuple[tuple[Span, Span], ...]
    """Each the stretch in the one and the stretch in the other."""
    share: float
    """How much of the one's words stand in these parts, from 0 to 1."""


NOTHING = Common((), 0.0)


class TextBetween(Protocol):
    """Anything that knows what text two documents have in common."""

    def between(self, one: str, other: str) -> Common:
        """What `one` has in common with `other`, from the side of `one`."""
        ...

    def with_whom(self, one: str) -> Iterable[str]:
        """The documents with which `one` has text in common."""
        ...


CopiesBetween = TextBetween
"""By runs of the same words."""
QuotesBetween = TextBetween
"""By quotations of the same words."""


@dataclass(frozen=True, slots=True)
class SharedText:
    """Common text by pair of documents."""

    pairs: Mapping[tuple[str, str], Common]
    partners: Mapping[str, tuple[str, ...]]
    """With whom each document has text in common."""

    def between(self, one: str, other: str) -> Common:
        """What `one` has in common with `other`."""
        return self.pairs.get((one, other), NOTHING)

    def with_whom(self, one: str) -> Iterable[str]:
        """The documents with which `one` has text in common."""
        return self.partners.get(one, ())


NO_TEXT = SharedText({}, {})


def common_share(spans: Spans, others: Spans, common: Common) -> tuple[float, Spans, Spans]:
    """How much of `spans` runs alike with `others`, and the stretches on both sides.

    A part counts as far as it stands in both claims: the same words elsewhere in the other document
    say nothing about where this claim comes from. The stretches of each are in reading order.
    """
    here: list[Span] = []
    there: list[Span] = []
    if not (spans and others and common.parts):
        return 0.0, (), ()
    first, last = spans[0].start, spans[-1].end
    begun, ended = others[0].start, others[-1].end
    for one, other in common.parts:
        # Most parts lie elsewhere, in the one document or in the other.
        if one.start >= last or one.end <= first or other.start >= ended or other.end <= begun:
            continue
        mine = [_cut(one, span) for span in spans if one.meets(span)]
        theirs = [_cut(other, span) for span in others if other.meets(span)] if mine else []
        if theirs:
            here += mine
            there += theirs
    if not here:
        return 0.0, (), ()
    here_, there_ = merged(here), merged(there)
    size = sum(map(len, spans))
    return (sum(map(len, here_)) / size if size else 0.0), here_, there_


def _cut(span: Span, within: Span) -> Span:
    if within.start <= span.start and span.end <= within.end:
        return span
    return Span(max(span.start, within.start), min(span.end, within.end))


def merged(spans: Iterable[Span]) -> Spans:
    """The stretches in order, those that meet made one."""
    ordered = sorted(spans, key=_start)
    found = ordered[:1]
    for span in ordered[1:]:
        last = found[-1]
        if span.start > last.end:
            found.append(span)
        elif span.end > last.end:
            found[-1] = Span(last.start, span.end)
    return tuple(found)


def _start(span: Span) -> int:
    return span.start
