"""When something is said to hold: by its own words, and otherwise by when it was written.

The two kinds of range are Security Force Monitor's: on every day, or on one day at least. Nothing
is stretched: what is said in the present holds on the day that it was printed, what is said in the
past on some day before that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from hearsay.vocabulary.documents import Document
from hearsay.vocabulary.edtf import Days, days_of
from hearsay.vocabulary.readings import Attribution, TimeExpression
from hearsay.vocabulary.spans import Span, hull
from hearsay.vocabulary.statements import OPEN, DatedBy, Held, Range

NEAR = 60
"""Code points within which a word still belongs to what stands beside it."""


class Dating:
    """Dates what one document states."""

    def __init__(self, document: Document, times: Iterable[TimeExpression]) -> None:
        self._text = document.text
        self._times = {one.id: one for one in times}
        self._published = _days(document.particulars.published)
        self._period = _days(document.particulars.period)

    def state(self, time: str | None, ends: Iterable[Span]) -> Held:
        """When something that lasts is said to hold between those who stand at its two ends.

        A phrase counts only where it stands beside them: in "the army's 5th Division, which was
        attacked in May" nothing says when the division was the army's.
        """
        spans = sorted(ends, key=lambda span: span.start)
        held = self._by_words(time)
        if held is not None and self._is_beside(held.words[0], spans):
            return held
        return self._before() if self._is_past(spans) else self.as_written()

    def deed(self, time: str | None) -> Held:
        """When something is said to have happened. Nothing where no words say so, but that a
        report on a period tells it of that period."""
        return self._by_words(time) or self._in(self._period, "period") or Held()

    def said(self, one: Attribution) -> Held:
        """When something is said to have been said: by words that open its sentence ("Last month,
        the cleric …") or stand right behind the verb ("said on Monday"); else as it is written."""
        cue = hull(one.cue) if one.cue else hull(one.content)
        before = self._text[max(0, cue.start - _SENTENCE) : cue.start]
        stops = [found.end() for found in _FULL_STOP.finditer(before)]
        begins = cue.start - len(before) + max(stops, default=0)
        for time in self._times.values():
            opens = time.span.start - begins in range(3) and _COMMA.match(self._text, time.span.end)
            behind = cue.end < time.span.start and _IN.fullmatch(
                self._text[cue.end : time.span.start]
            )
            outside = not any(part.covers(time.span) for part in one.content)
            held = self._by_words(time.id) if outside and (opens or behind) else None
            if held is not None:
                return held
        return self.as_written()

    def just_after(self, span: Span) -> str | None:
        """The phrase that stands right behind some words: "a general in November"."""
        for time in self._times.values():
            if span.end <= time.span.start and _IN.fullmatch(
                self._text[span.end : time.span.start]
            ):
                return time.id
        return None

    def as_written(self) -> Held:
        """On some day of the period that a report covers, or on the day that it was printed."""
        return (
            self._in(self._period, "period") or self._in(self._published, "publication") or Held()
        )

    def _by_words(self, time: str | None) -> Held | None:
        """When the phrase says; `None` where there is none, or it is no date."""
        phrase = self._times.get(time) if time is not None else None
        days = _days(phrase.edtf) if phrase is not None else None
        if phrase is None or phrase.edtf is None or days is None:
            return None
        around = self._text[max(0, phrase.span.start - NEAR) : phrase.span.start + _INTO]
        around = _CLAUSE.split(around)[-1]
        begins, ends = bool(_BEGINS.search(around)), bool(_ENDS.search(around))
        if days.last is None and _AFTER.search(phrase.span.of(self._text)):
            # "Long after the invasion of 2003": on some day since, and not in that year.
            ranges = _ranges(Days(days.first, self._until))
            return Held(ranges, by="words", words=(phrase.span,))
        if days.last is None:
            # "Since 2014" says that it began in that year, not on which day, and that it goes on.
            opened = _days(phrase.edtf.partition("/")[0]) or days
            now = self.as_written().ranges if self._until is not None else ()
            return Held((*_ranges(opened), *now), begins=True, by="words", words=(phrase.span,))
        return Held(_ranges(days), begins=begins, ends=ends, by="words", words=(phrase.span,))

    @property
    def _until(self) -> date | None:
        """The last day of which a document can tell."""
        return self._published.last if self._published is not None else None

    def _in(self, days: Days | None, by: DatedBy) -> Held | None:
        return Held(_ranges(days), by=by) if days is not None else None

    def _before(self) -> Held:
        """On some day before it was printed."""
        if self._published is None:
            return Held()
        return Held(_ranges(Days(None, self._published.last)), by="publication")

    def _is_beside(self, phrase: Span, ends: list[Span]) -> bool:
        first, last = ends[0].start, max(one.end for one in ends)
        before, after = self._text[phrase.end : first], self._text[last : phrase.start]
        if phrase.start >= first and phrase.end <= last:
            return True
        between = after or before
        return len(between) <= NEAR and not _CLAUSE.search(between)

    def _is_past(self, ends: list[Span]) -> bool:
        """Whether it is said to be over, by "former" before one of them or the verb in between."""
        if any(_FORMER.search(self._text[max(0, one.start - _INTO) : one.start]) for one in ends):
            return True
        between = self._text[ends[0].end : ends[-1].start]
        if not 0 < len(between) <= NEAR or _PRESENT.search(between):
            return False
        return bool(_PAST.search(between))


_SENTENCE = 400
"""Code points before a verb in which the beginning of its sentence is looked for."""
_FULL_STOP = re.compile(r"[.!?]['\"”’]?\s+|\n+")
_COMMA = re.compile(r"\s*,")
_IN = re.compile(r"\s*(?:(?:in|on|since|from|by|until)\s+)?")
_INTO = 12
"""Code points of a phrase, or before a name, in which "since" or "former" may stand."""
_AFTER = re.compile(r"\bafter\b", re.I)
_CLAUSE = re.compile(r"[,.;:—–]\s|\n|\b(?:which|who|whose|that|and|but)\b")
"""What ends the reach of a phrase over what stands before it."""
_BEGINS = re.compile(r"\b(?:since|from|took|taken|takes|became|becomes|appointed|named)\b", re.I)
_ENDS = re.compile(r"\b(?:until|till|up to|resigned|dismissed|sacked|left|ended)\b", re.I)
_FORMER = re.compile(r"\b(?:former(?:ly)?|ex|late|one-time|erstwhile)\W+$", re.I)
_PAST = re.compile(r"\b(?:was|were|had|served|led|held|commanded|headed|ran|used to)\b", re.I)
_PRESENT = re.compile(r"\b(?:is|are|has|have|remains?|continues?|leads|heads|commands)\b", re.I)


def _days(edtf: str | None) -> Days | None:
    days = days_of(edtf) if edtf else None
    return None if days is None or days == Days(None, None) else days


def _ranges(days: Days) -> tuple[Range, ...]:
    """One range; only a single day is precise, as "in May" leaves open on which day."""
    first = days.first.isoformat() if days.first else OPEN
    last = days.last.isoformat() if days.last else OPEN
    return (Range(first, last, precise=first == last != OPEN),)
