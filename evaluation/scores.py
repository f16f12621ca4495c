"""Precision, recall and their harmonic mean over counted matches."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Score:
    """How many were found, how many there were to find, and how many of both agree."""

    right: int = 0
    found: int = 0
    wanted: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(self.right + other.right, self.found + other.found, self.wanted + other.wanted)

    @property
    def precision(self) -> float:
        """From 0 to 1."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """From 0 to 1."""
        return self.right / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, from 0 to 1."""
        return 2 * self.right / (self.found + self.wanted) if self.found + self.wanted else 0.0

    def line(self) -> str:
        """The score as a line prints it, in hundredths."""
        return (
            f"F1 {100 * self.f1:5.1f}  P {100 * self.precision:5.1f}  "
            f"R {100 * self.recall:5.1f}  ({self.right}/{self.found}/{self.wanted})"
        )


def share(value: float) -> Score:
    """A share from 0 to 1 that is not counted in pieces, as a score."""
    return Score(round(10_000 * value), 10_000, 10_000)


@dataclass(frozen=True, slots=True)
class Measured:
    """One line of the evaluation."""

    name: str
    """Corpus and what was measured, as `floors.toml` names it (`polnear.cue`)."""
    score: Score
