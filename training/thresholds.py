"""Chooses from which probability what the network sees is believed, and keeps it by the weights.

    python -m training.thresholds

Each family's threshold is the one with the best F1 on the tenth of our own passages that nothing
is trained on (`tuning`), the whole pipeline run for each; events and causes come first, since roles
hang on the triggers.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from evaluation import own
from hearsay.reading.network import Network
from hearsay.reading.readers.minilm import MiniLmReader
from hearsay.reading.thresholds import FILE, Thresholds
from training.weights import WEIGHTS

TRIED = (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7)
SCORES = {
    "event": "own.event",
    "cause": "own.cause",
    "role": "own.argument",
    "relation": "own.relation",
    "refers": "own.refers",
}
"""The threshold of each family, and the score that it is chosen by."""


def main() -> None:
    """Chooses and writes; prints what each choice scores."""
    choose(WEIGHTS)


def choose(weights: Path) -> Thresholds:
    """The best thresholds for the weights in a folder, written beside them."""
    chosen = Thresholds()
    scores = {tried: dict(_scores(weights, _alike(tried))) for tried in TRIED}
    for family in ("event", "cause", "relation", "refers"):
        best = max(TRIED, key=lambda tried: scores[tried][SCORES[family]])
        chosen = replace(chosen, **{family: best})
    # Which triggers there are decides which roles there can be.
    roles = {tried: dict(_scores(weights, replace(chosen, role=tried))) for tried in TRIED}
    chosen = replace(chosen, role=max(TRIED, key=lambda tried: roles[tried][SCORES["role"]]))
    for tried in TRIED:
        row = [f"{family} {100 * scores[tried][name]:5.1f}" for family, name in SCORES.items()]
        print(
            f"{tried:4.2f}  {'  '.join(row)}  role then {100 * roles[tried]['own.argument']:5.1f}"
        )
    print(chosen)
    (weights / FILE).write_text(chosen.written(), "utf-8")
    return chosen


def _alike(probability: float) -> Thresholds:
    return Thresholds(*[probability] * 5)


def _scores(weights: Path, thresholds: Thresholds) -> Iterator[tuple[str, float]]:
    reader = MiniLmReader(Network(weights=weights, thresholds=thresholds))
    for one in own.measure(reader, "tuning"):
        yield one.name, one.score.f1


if __name__ == "__main__":
    main()
