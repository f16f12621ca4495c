"""Scores attributions: exact spans of source, cue and content, and the linked triple.

Spans are compared after quotation marks, punctuation and white space are trimmed from both ends
of every part. A triple counts where source, cue and content each overlap the gold ones of *one*
attribution with a Jaccard index of their characters of at least one half; each gold triple is
matched once, best first.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from evaluation.scores import Score
from hearsay.vocabulary.spans import Span, Spans

Triple = tuple[Spans, Spans, Spans]
"""Source, cue and content of one attribution."""

PARTS = ("source", "cue", "content")


@dataclass(frozen=True, slots=True)
class AttributionScores:
    """One score for each part, exact, and one for the triple."""

    source: Score = Score()
    cue: Score = Score()
    content: Score = Score()
    triple: Score = Score()

    def __add__(self, other: AttributionScores) -> AttributionScores:
        return AttributionScores(
            self.source + other.source,
            self.cue + other.cue,
            self.content + other.content,
            self.triple + other.triple,
        )


def score(found: Sequence[Triple], wanted: Sequence[Triple], text: str) -> AttributionScores:
    """Scores of one document."""
    exact: list[Score] = []
    for part in range(3):
        ours = Counter(_bare(triple[part], text) for triple in found if triple[part])
        theirs = Counter(_bare(triple[part], text) for triple in wanted if triple[part])
        exact.append(Score(sum((ours & theirs).values()), ours.total(), theirs.total()))
    source, cue, content = exact
    return AttributionScores(
        source, cue, content, Score(len(linked(found, wanted)), len(found), len(wanted))
    )


def _bare(spans: Spans, text: str) -> Spans:
    bare = []
    for span in spans:
        words = span.of(text)
        start = len(words) - len(re.sub(r"^[\W_]+", "", words))
        end = len(re.sub(r"[\W_]+$", "", words))
        if start < end:
            bare.append(Span(span.start + start, span.start + end))
    return tuple(_joined(bare, text))


def _joined(spans: list[Span], text: str) -> list[Span]:
    """Neighbours with nothing but punctuation between them are one span however they were cut."""
    joined: list[Span] = []
    for span in spans:
        if joined and not re.search(r"\w", text[joined[-1].end : span.start]):
            span = Span(joined.pop().start, span.end)
        joined.append(span)
    return joined


def linked(found: Sequence[Triple], wanted: Sequence[Triple]) -> set[int]:
    """The places of those found that are linked as one of the wanted, each of these once."""
    candidates = []
    for f, ours in enumerate(found):
        for w, theirs in enumerate(wanted):
            overlaps = [_jaccard(a, b) for a, b in zip(ours, theirs, strict=True)]
            if min(overlaps) >= 0.5:
                candidates.append((sum(overlaps), f, w))
    used_found: set[int] = set()
    used_wanted: set[int] = set()
    for _, f, w in sorted(candidates, reverse=True):
        if f not in used_found and w not in used_wanted:
            used_found.add(f)
            used_wanted.add(w)
    return used_found


def _jaccard(a: Spans, b: Spans) -> float:
    if not a and not b:
        return 1.0
    ours = {place for span in a for place in range(span.start, span.end)}
    theirs = {place for span in b for place in range(span.start, span.end)}
    union = len(ours | theirs)
    return len(ours & theirs) / union if union else 0.0
