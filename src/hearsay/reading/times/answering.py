"""Answers to `hearsay when`: a phrase in, the interval that it stands for out."""

from __future__ import annotations

from hearsay.reading.times.normalising import TimeReading, normalise

COLUMNS = ("text", "phrase_start", "phrase_end", "published", "period_covered", "outlet")

# A sentence and what stands just before it; more text than this adds nothing to a phrase.
_BEFORE, _AFTER = 2000, 500


def when(
    text: str,
    phrase_start: int,
    phrase_end: int,
    *,
    published: str | None,
    period_covered: str | None = None,
    outlet: str | None = None,
) -> TimeReading:
    """What the phrase at [phrase_start, phrase_end) of a text stands for.

    `outlet` is the outlet's country, ISO 3166.
    """
    low = max(0, phrase_start - _BEFORE)
    around = text[low : phrase_end + _AFTER]
    return normalise(
        text[phrase_start:phrase_end],
        published=published or None,
        period=period_covered or None,
        country=outlet or None,
        sentence=around,
        start=phrase_start - low,
    )


def answer(reading: TimeReading) -> dict[str, object]:
    """The answer in the shape that `hearsay when --json` prints."""
    return {"edtf": reading.edtf, "alternatives": list(reading.alternatives)}
