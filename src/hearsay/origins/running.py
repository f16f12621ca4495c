"""The text that stands outside quotation marks: only that can be copied from one outlet by another.

What stands inside them proves who spoke. Twenty papers that print one public sentence need not
have read each other.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from hearsay.origins.quotations import quotations_of
from hearsay.origins.shared_text import Common, TextBetween, common_share, merged
from hearsay.origins.words import prose_of
from hearsay.vocabulary.readings import Claim
from hearsay.vocabulary.spans import Span, Spans
from hearsay.vocabulary.traces import Account

ENOUGH = 0.3
"""So much of a claim has to stand outside quotation marks to be judged by that alone."""
LEAST = 24
"""Fewer characters around a quotation ("he told reporters") are anybody's."""


@dataclass(frozen=True, slots=True)
class Running:
    """The running text of a case's documents, looked through when it is first asked for."""

    accounts: Mapping[str, Account]
    _quoted: dict[str, Spans] = field(default_factory=dict)
    _shares: dict[tuple[str, str], float] = field(default_factory=dict)

    def outside(self, capture: str, spans: Iterable[Span]) -> Spans:
        """What of these stretches stands outside quotation marks."""
        quoted = self._quotations(capture)
        if not quoted:
            return tuple(spans)
        found: list[Span] = []
        for span in spans:
            at = span.start
            first = max(0, bisect_right(quoted, span.start, key=lambda q: q.start) - 1)
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
        own = self.outside(claim.capture, claim.spans)
        size = sum(map(len, claim.spans))
        if sum(map(len, own)) >= ENOUGH * size:
            return own
        ground = self.outside(claim.capture, self.paragraph(claim))
        return ground if sum(map(len, ground)) >= LEAST else ()

    def paragraph(self, claim: Claim) -> Spans:
        """The paragraph that a claim begins in."""
        start = claim.spans[0].start
        prose = prose_of(self.accounts[claim.capture])
        return tuple(p for p in prose if p.start <= start < p.end)

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
        if (one, other) not in self._shares:
            common = copies.between(one, other)
            parts = self.outside(one, merged(mine for mine, _ in common.parts))
            shared = sum(len(part) for part in parts if len(part) >= LEAST)
            quoted = sum(map(len, self._quotations(one)))
            prose = sum(map(len, prose_of(self.accounts[one])))
            running = max(prose - quoted, 1)
            self._shares[one, other] = min(1.0, shared / running) if common.parts else 0.0
        return self._shares[one, other]

    def _quotations(self, capture: str) -> Spans:
        if capture not in self._quoted:
            spans = (
                s for q in quotations_of(self.accounts[capture]) if not q.inner for s in q.spans
            )
            self._quoted[capture] = merged(spans)
        return self._quoted[capture]
