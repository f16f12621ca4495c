"""Mentions of times, their spans taken from the grammar of dates where it reads the same words."""

from __future__ import annotations

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
    found = [one for one in mentions if one.type == "Time"]
    kept = [one for one in mentions if one.type != "Time"]
    for time in times:
        span = trimmed(time.span, text)
        parts = [one for one in found if one.span.meets(span)]
        if parts:
            found = [one for one in found if one not in parts]
            whole = replace(parts[0], span=span, score=max(one.score for one in parts))
            # A longer phrase of the tagger's ("the early hours of Sunday") holds the date in it.
            longer = next((one for one in parts if one.span.covers(span)), None)
            kept.append(longer or whole)
    return sorted([*kept, *found], key=lambda one: (one.span, one.type))
