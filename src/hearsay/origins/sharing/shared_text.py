"""Which stretches of text two documents of a case have in common, looked up by the pair."""

from __future__ import annotations

from collections import defaultdict
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


CopiesBetween = TextBetween
"""By runs of the same words."""
QuotesBetween = TextBetween
"""By quotations of the same words."""


class Copied(Protocol):
    """Two documents with what they share, as the index of copied text gives it."""

    @property
    def left(self) -> str:
        """The one document."""
        ...

    @property
    def right(self) -> str:
        """The other."""
        ...

    @property
    def parts(self) -> tuple[tuple[Span, Span], ...]:
        """Stretches of the left one, each with its like in the right one."""
        ...

    @property
    def share_of_left(self) -> float:
        """From 0 to 1."""
        ...

    @property
    def share_of_right(self) -> float:
        """From 0 to 1, of the right one."""
        ...


@dataclass(frozen=True, slots=True)
class SharedText:
    """Common text by pair of documents."""

    pairs: Mapping[tuple[str, str], Common]
    partners: Mapping[str, tuple[str, ...]]
    """With whom each document has text in common."""

    @classmethod
    def of(cls, copies: Iterable[Copied]) -> SharedText:
        """The same from both sides of each copy."""
        pairs: dict[tuple[str, str], Common] = {}
        partners: dict[str, list[str]] = defaultdict(list)
        for copy in copies:
            turned = tuple((right, left) for left, right in copy.parts)
            pairs[copy.left, copy.right] = Common(copy.parts, copy.share_of_left)
            pairs[copy.right, copy.left] = Common(turned, copy.share_of_right)
            partners[copy.left].append(copy.right)
            partners[copy.right].append(copy.left)
        return cls(pairs, {one: tuple(others) for one, others in partners.items()})

    def between(self, one: str, other: str) -> Common:
        """What `one` has in common with `other`."""
        return self.pairs.get((one, other), NOTHING)


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
    for one, other in common.parts:
        if one.start >= last or one.end <= first:
            continue
        mine = [_cut(one, span) for span in spans if one.meets(span)]
        theirs = [_cut(other, span) for span in others if other.meets(span)] if mine else []
        if theirs:
            here += mine
            there += theirs
    if not here:
        return 0.0, (), ()
    size = sum(len(span) for span in spans)
    covered = sum(len(span) for span in merged(here))
    return (covered / size if size else 0.0), merged(here), merged(there)


def _cut(span: Span, within: Span) -> Span:
    return Span(max(span.start, within.start), min(span.end, within.end))


def merged(spans: Iterable[Span]) -> Spans:
    """The stretches in order, those that meet made one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return tuple(found)
