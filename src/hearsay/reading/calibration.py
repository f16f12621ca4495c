"""Makes the network's sureness mean what it says: of what it gives 0.8, four in five are right.

A network is too sure of some things and not sure enough of others. Its log-odds are stretched and
shifted (Platt, 1999) by two numbers for each family, which `python -m training.calibration` fits
on passages that nothing is trained on.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from importlib.resources.abc import Traversable
from math import exp, log

FILE = "calibration.json"
Line = tuple[float, float]
"""What log-odds are multiplied with, and what is added to them."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """One line for each family of what is found."""

    attribution: Line = (1.0, 0.0)
    mention: Line = (1.0, 0.0)
    relation: Line = (1.0, 0.0)
    event: Line = (1.0, 0.0)
    count: Line = (1.0, 0.0)
    cause: Line = (1.0, 0.0)

    def of(self, family: str, score: float) -> float:
        """The share of finds so sure that are right, from 0 to 1."""
        slope, shift = getattr(self, family)
        return 1 / (1 + exp(-(slope * logit(score) + shift)))

    def written(self) -> str:
        """As the file beside the weights holds them."""
        return json.dumps(asdict(self), indent=2) + "\n"


def logit(score: float) -> float:
    """Log-odds, those of certainty cut off."""
    sure = min(max(score, 1e-4), 1 - 1e-4)
    return log(sure / (1 - sure))


def fitted_for(weights: Traversable) -> Calibration:
    """What was fitted for the weights in a folder; nothing changed where nothing was."""
    file = weights.joinpath(FILE)
    if not file.is_file():
        return Calibration()
    return Calibration(**{k: tuple(v) for k, v in json.loads(file.read_text("utf-8")).items()})
