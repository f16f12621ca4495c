"""What a feature returns."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from hearsay.resolution.pairs import Pair


@dataclass(frozen=True, slots=True)
class Finding:
    """That a feature applies: what it saw, and how strongly."""

    about: str = ""
    strength: float = 1.0


Feature = Callable[[Pair], Finding | None]
FOUND = Finding()
