"""Places named with the larger place that they lie in ("Woodbridge, Virginia")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from hearsay.reading.found import FoundMention
from hearsay.vocabulary.spans import Span

_COMMA = re.compile(r",\s+")
_LIST_GOES_ON = re.compile(r",?\s+(?:and|or)\s+[A-Z]|,\s+[A-Z]")


def with_localities(mentions: Sequence[FoundMention], text: str) -> list[FoundMention]:
    """The mentions, and one more around each pair of a place and the larger one behind a comma.

    Three places in a row, or two before an "and", are a list and stay apart.
    """
    places = [one for one in mentions if (one.type, one.form) == ("Place", "name")]
    places.sort(key=lambda one: one.span)
    around = []
    for number in range(len(places) - 1):
        small, large = places[number], places[number + 1]
        if not _COMMA.fullmatch(text, small.span.end, large.span.start):
            continue
        before = places[number - 1] if number else None
        listed = before is not None and _COMMA.fullmatch(text, before.span.end, small.span.start)
        if not listed and not _LIST_GOES_ON.match(text, large.span.end):
            around.append(
                replace(
                    small,
                    span=Span(small.span.start, large.span.end),
                    score=min(small.score, large.score),
                )
            )
    return sorted([*mentions, *around], key=lambda one: (one.span.start, -one.span.end, one.type))
