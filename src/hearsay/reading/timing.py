"""Mentions of times, their spans taken from the grammar of dates where it reads the same words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from hearsay.reading.found import FoundMention
from hearsay.reading.trimming import trimmed
from hearsay.vocabulary.readings import TimeExpression


def with_times(
    mentions: Sequence[FoundMention], times: Sequence[TimeExpression], text: str
) -> list[FoundMention]:
    """The mentions, those of times drawn together where a date's grammar reads them as one.

    The tagger knows that "the last three months of 2021" speaks of time but may part it; the
    grammar knows how far a date goes. What the tagger alone takes for a time stays as it is.
    """
    found = sorted((one for one in mentions if one.type == "Time"), key=_place)
    kept = [one for one in mentions if one.type != "Time"]
    starts = [one.span.start for one in found]
    longest = max((len(one.span) for one in found), default=0)
    drawn_in: set[int] = set()
    for time in times:
        span = trimmed(time.span, text)
        near = range(bisect_left(starts, span.start - longest), bisect_left(starts, span.end))
        meeting = [n for n in near if n not in drawn_in and found[n].span.meets(span)]
        if meeting:
            drawn_in.update(meeting)
            parts = [found[n] for n in meeting]
            whole = replace(parts[0], span=span, score=max(one.score for one in parts))
            # A longer phrase of the tagger's ("the early hours of Sunday") holds the date in it.
            longer = next((one for one in parts if one.span.covers(span)), None)
            kept.append(longer or whole)
    left = [one for n, one in enumerate(found) if n not in drawn_in]
    return sorted([*kept, *left], key=_place)


def _place(one: FoundMention) -> tuple[int, int, str]:
    return one.span.start, one.span.end, one.type
