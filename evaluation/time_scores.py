"""How many phrases for a time are read rightly, and which are not."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TimeScore:
    """How many of the counted cases are right, and which are not."""

    right: int
    counted: int
    misses: tuple[str, ...]
    left_out: tuple[tuple[str, int], ...] = ()

    @property
    def share(self) -> float:
        """Right over counted, from 0 to 1."""
        return self.right / self.counted if self.counted else 0.0
