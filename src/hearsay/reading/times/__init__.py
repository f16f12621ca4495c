"""Dates and periods in text, and the EDTF intervals that they stand for."""

from __future__ import annotations

from hearsay.reading.times.answering import answer, when
from hearsay.reading.times.finding import find_times, unplaced
from hearsay.reading.times.normalising import TimeReading, normalise

__all__ = ["TimeReading", "answer", "find_times", "normalise", "unplaced", "when"]
