"""The answer whether two names are one, as JSON that other programs rely on."""

from __future__ import annotations

from typing import Any

from hearsay.resolution.weighing import Sameness


def sameness_shape(answer: Sameness) -> dict[str, Any]:
    """The object that `hearsay same --json` prints, and each line of `hearsay same --tsv`."""
    return {
        "same": answer.same,
        "score": round(answer.score, 3),
        "reasons": list(answer.reasons),
    }
