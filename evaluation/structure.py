"""Scores what is read between mentions: relations, events, counts, causes, reference, times.

Ends of relations and arguments count where they overlap the gold ones or another mention of the
same thing; types and direction have to be right. A relation that reads the same both ways may be
found either way round.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from evaluation.scores import Score
from hearsay.reading.relating import EVEN
from hearsay.vocabulary.edtf import same_days
from hearsay.vocabulary.readings import Cause, Count, Event, Mention, Reading, Relation
from hearsay.vocabulary.spans import Span, Spans, hull

Thing = TypeVar("Thing")
Gold = TypeVar("Gold")


class Matching:
    """Whether something in one reading is the same as something in another one of the text."""

    def __init__(self, ours: Reading, theirs: Reading) -> None:
        self._at = _spans(ours.mentions)
        self._wanted_at = same_things(theirs.mentions)

    def relation(self, a: Relation, b: Relation) -> bool:
        """One type, ends that mean the same; either way round where both ways say one thing."""
        if a.type != b.type:
            return False
        found = self._at[a.source], self._at[a.target]
        wanted = self._wanted_at[b.source], self._wanted_at[b.target]
        if each_meets(found, wanted):
            return True
        return a.type in EVEN and each_meets(found, wanted[::-1])

    def event(self, a: Event, b: Event) -> bool:
        """One type, triggers that meet."""
        return a.type == b.type and a.trigger.meets(b.trigger)

    def count(self, a: Count, b: Count) -> bool:
        """One number, bounded alike."""
        alike = (a.low, a.high, a.comparator) == (b.low, b.high, b.comparator)
        return a.span.meets(b.span) and alike

    def cause(self, a: Cause, b: Cause) -> bool:
        """Both sides share half of their characters."""
        return _jaccard(a.cause, b.cause) >= 0.5 and _jaccard(a.effect, b.effect) >= 0.5


def structure(ours: Reading, theirs: Reading, text: str) -> Iterator[tuple[str, Score]]:
    """Every score of one text, by name."""
    at, wanted_at = _spans(ours.mentions), same_things(theirs.mentions)
    same = Matching(ours, theirs)
    yield "relation", matched(ours.relations, theirs.relations, same.relation)
    for type in sorted({r.type for r in theirs.relations} | {r.type for r in ours.relations}):
        found = [r for r in ours.relations if r.type == type]
        wanted = [r for r in theirs.relations if r.type == type]
        yield f"relation.{type}", matched(found, wanted, same.relation)
    yield "event", matched(ours.events, theirs.events, same.event)
    yield "argument", _arguments(ours, theirs, at, wanted_at)
    yield "count", matched(ours.counts, theirs.counts, same.count)
    yield "cause", matched(ours.causes, theirs.causes, same.cause)
    yield "refers", _reference(ours, theirs, text)
    yield "time", _times(ours, theirs)


def matched(
    found: Sequence[Thing], wanted: Sequence[Gold], same: Callable[[Thing, Gold], bool]
) -> Score:
    """How many of each have a partner, nobody twice."""
    left = list(found)
    right = 0
    for one in wanted:
        partner = next((other for other in left if same(other, one)), None)
        if partner is not None:
            left.remove(partner)
            right += 1
    return Score(right, len(found), len(wanted))


def _spans(mentions: Sequence[Mention]) -> dict[str, Span]:
    return {m.id: hull(m.spans) for m in mentions}


def same_things(mentions: Sequence[Mention]) -> dict[str, Spans]:
    """For each mention the spans of all mentions of the same thing."""
    together: dict[str, list[Span]] = {}
    for one in mentions:
        together.setdefault(one.refers, []).append(hull(one.spans))
    return {one.id: tuple(together[one.refers]) for one in mentions}


def each_meets(found: tuple[Span, ...], wanted: tuple[Spans, ...]) -> bool:
    """Whether each span overlaps one of those wanted in its place."""
    return all(_meets(a, b) for a, b in zip(found, wanted, strict=True))


def _meets(span: Span, others: Spans) -> bool:
    return any(span.meets(other) for other in others)


def _arguments(
    ours: Reading, theirs: Reading, at: dict[str, Span], wanted_at: dict[str, Spans]
) -> Score:
    """Roles with the mentions that fill them, of whatever event overlaps."""
    found = [(e.trigger, a.role, at[a.mention]) for e in ours.events for a in e.arguments]
    wanted = [(e.trigger, a.role, wanted_at[a.mention]) for e in theirs.events for a in e.arguments]

    def same(a: tuple[Span, str, Span], b: tuple[Span, str, Spans]) -> bool:
        return a[1] == b[1] and a[0].meets(b[0]) and _meets(a[2], b[2])

    return matched(found, wanted, same)


def _reference(ours: Reading, theirs: Reading, text: str) -> Score:
    """Descriptions and pronouns with the words of what they refer to, the longest word of it."""

    def carried(of: Reading) -> list[tuple[Span, str]]:
        every = {m.id: m for m in of.mentions}
        return [
            (hull(m.spans), max(hull(every[m.refers].spans).of(text).lower().split(), key=len))
            for m in of.mentions
            if m.refers != m.id and m.form != "name"
        ]

    return matched(carried(ours), carried(theirs), lambda a, b: a[0].meets(b[0]) and a[1] == b[1])


def _times(ours: Reading, theirs: Reading) -> Score:
    """Dates and periods with their value; what is no date is not asked for."""
    found = [(t.span, t.edtf) for t in ours.times if t.edtf]
    wanted = [(t.span, t.edtf) for t in theirs.times if t.edtf]
    return matched(
        found,
        wanted,
        lambda a, b: a[0].meets(b[0]) and same_days(a[1] or "", b[1] or ""),
    )


def _jaccard(a: Spans, b: Spans) -> float:
    ours = {place for span in a for place in range(span.start, span.end)}
    theirs = {place for span in b for place in range(span.start, span.end)}
    return len(ours & theirs) / len(ours | theirs) if ours | theirs else 1.0
