"""The text that stands outside quotation marks: only that can be copied from one outlet by another.

What stands inside them proves who spoke. Twenty papers that print one public sentence need not
have read each other.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from hearsay.origins.language.words import prose_of
from hearsay.origins.sharing.quotations import quotations_of
from hearsay.origins.sharing.shared_text import Common, TextBetween, common_share, merged
from hearsay.vocabulary.readings import Claim
from hearsay.vocabulary.spans import Span, Spans
from hearsay.vocabulary.traces import Account

ENOUGH = 0.3
"""So much of a claim has to stand outside quotation marks to be judged by that alone."""
LEAST = 24
"""Fewer characters around a quotation ("he told reporters") are anybody's."""


_REMEMBERED = 1 << 14
"""Claims whose ground is kept: those of one proposition are asked for again and again."""


@dataclass(frozen=True, slots=True)
class Running:
    """The running text of a case's documents, looked through when it is first asked for."""

    accounts: Mapping[str, Account]
    _prose: dict[str, Spans] = field(default_factory=dict)
    _quoted: dict[str, Spans] = field(default_factory=dict)
    _sizes: dict[str, int] = field(default_factory=dict)
    _grounds: dict[tuple[str, Spans], Spans] = field(default_factory=dict)

    def outside(self, capture: str, spans: Iterable[Span]) -> Spans:
        """What of these stretches stands outside quotation marks."""
        quoted = self._quotations(capture)
        if not quoted:
            return tuple(spans)
        found: list[Span] = []
        for span in spans:
            at = span.start
            first = max(0, bisect_right(quoted, span.start, key=_start) - 1)
            for mark in quoted[first:]:
                if mark.start >= span.end:
                    break
                if mark.end > at:
                    if mark.start > at:
                        found.append(Span(at, mark.start))
                    at = mark.end
            if at < span.end:
                found.append(Span(at, span.end))
        return tuple(found)

    def ground(self, claim: Claim) -> Spans:
        """By which words it is judged whether a claim was copied: its own outside quotation marks.

        Where there are few of them, those of the paragraph around it; none where that is all
        quotation too.
        """
        key = claim.capture, claim.spans
        if key not in self._grounds:
            if len(self._grounds) >= _REMEMBERED:
                self._grounds.clear()
            self._grounds[key] = self._ground(claim)
        return self._grounds[key]

    def _ground(self, claim: Claim) -> Spans:
        own = self.outside(claim.capture, claim.spans)
        size = sum(map(len, claim.spans))
        if sum(map(len, own)) >= ENOUGH * size:
            return own
        ground = self.outside(claim.capture, self.paragraph(claim))
        return ground if sum(map(len, ground)) >= LEAST else ()

    def paragraph(self, claim: Claim) -> Spans:
        """The paragraph that a claim begins in."""
        start = claim.spans[0].start
        prose = self._running_text(claim.capture)
        # Paragraphs follow each other, and none lies in another one.
        at = bisect_right(prose, start, key=_start) - 1
        return (prose[at],) if at >= 0 and start < prose[at].end else ()

    def around(self, later: Claim, earlier: Claim, common: Common) -> float:
        """How much of the whole paragraph of one claim stands in that of another."""
        return common_share(self.paragraph(later), self.paragraph(earlier), common)[0]

    def copied(
        self, later: Claim, earlier: Claim, common: Common, share_of_all: float
    ) -> tuple[float, Spans, Spans]:
        """How much of a claim is copied from another, and the words of both that show it.

        A claim with nothing but quotation around it is copied as far as the whole document is.
        """
        share, here, there = common_share(later.spans, earlier.spans, common)
        if not share:
            return 0.0, (), ()
        ground = self.ground(later)
        if ground == later.spans:
            return share, here, there
        if not ground:
            return min(share, share_of_all), here, there
        return min(share, common_share(ground, self.ground(earlier), common)[0]), here, there

    def share(self, one: str, other: str, copies: TextBetween) -> float:
        """How much of a document's running text another one has too, from 0 to 1."""
        common = copies.between(one, other)
        if not common.parts:
            return 0.0
        parts = self.outside(one, merged(mine for mine, _ in common.parts))
        shared = sum(len(part) for part in parts if len(part) >= LEAST)
        return min(1.0, shared / self._size(one))

    def _size(self, capture: str) -> int:
        """How long its running text is outside quotation marks."""
        if capture not in self._sizes:
            prose = sum(map(len, self._running_text(capture)))
            quoted = sum(map(len, self._quotations(capture)))
            self._sizes[capture] = max(prose - quoted, 1)
        return self._sizes[capture]

    def _running_text(self, capture: str) -> Spans:
        if capture not in self._prose:
            self._prose[capture] = prose_of(self.accounts[capture])
        return self._prose[capture]

    def _quotations(self, capture: str) -> Spans:
        if capture not in self._quoted:
            spans = (
                s for q in quotations_of(self.accounts[capture]) if not q.inner for s in q.spans
            )
            self._quoted[capture] = merged(spans)
        return self._quoted[capture]


def _start(span: Span) -> int:
    return span.start
