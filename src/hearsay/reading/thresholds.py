"""From which probability what the network sees is believed; chosen with the weights.

What is rare is seldom likelier than not to a network that saw few of it, and is right all the
same: `python -m training.thresholds` chooses on passages that nothing is trained on.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from importlib.resources.abc import Traversable
from math import log

FILE = "thresholds.json"


@dataclass(frozen=True, slots=True)
class Thresholds:
    """Probabilities, one for each family of what the network sees."""

    relation: float = 0.5
    role: float = 0.5
    """Of a mention in an event."""
    refers: float = 0.5
    event: float = 0.5
    """Of a word to be an event's trigger."""
    cause: float = 0.5
    """Of a word to mark a cause."""

    def written(self) -> str:
        """As the file beside the weights holds them."""
        return json.dumps(asdict(self), indent=2) + "\n"


def chosen_for(weights: Traversable) -> Thresholds:
    """Those that stand beside the weights in a folder; one half each where none do."""
    file = weights.joinpath(FILE)
    return Thresholds(**json.loads(file.read_text("utf-8"))) if file.is_file() else Thresholds()


def log_odds(probability: float) -> float:
    """The logit at which a yes or no has this probability."""
    return log(probability / (1 - probability))
