"""Where words stand: spans of code points in a document's text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open range [start, end) of code points in a document's text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(
                f"A span runs forward from 0 or later, not [{self.start}, {self.end})."
            )

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words that this span covers in `text`."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Whether every code point of `other` stands inside this span."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end

    def moved(self, by: int) -> Span:
        """The same length of text, `by` code points further on."""
        return Span(self.start + by, self.end + by)


Spans = tuple[Span, ...]
"""A possibly discontinuous stretch of text: its parts in reading order, none overlapping."""


def hull(spans: Iterable[Span]) -> Span:
    """The smallest single span that covers all of `spans`, which may not be empty."""
    parts = list(spans)
    if len(parts) == 1:
        return parts[0]
    return Span(min(part.start for part in parts), max(part.end for part in parts))


def words_of(spans: Iterable[Span], text: str) -> str:
    """The words of a possibly discontinuous span, its parts joined by an ellipsis."""
    return " … ".join(part.of(text) for part in spans)
