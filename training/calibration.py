"""Fits how sure the reader is to how often it is right, and keeps it by the weights.

    python -m training.calibration

On the tenth of our own passages that nothing is trained on (`tuning`); the two numbers of each
family are those under which what was seen is likeliest (Platt, 1999), found by Newton's method.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from evaluation.own import readings_of
from evaluation.sureness import judged
from hearsay.reading.calibration import FILE, Calibration, Line, logit
from hearsay.reading.network import Network
from hearsay.reading.readers.minilm import MiniLmReader
from training.own.notation import passages
from training.weights import WEIGHTS

FEWEST = 40
"""With fewer finds of a family its sureness is left as it is."""


def main() -> None:
    """Fits, writes and prints."""
    print(fit(WEIGHTS))


def fit(weights: Path) -> Calibration:
    """The lines for the weights in a folder, written beside them."""
    gold = list(passages("tuning"))
    reader = MiniLmReader(Network(weights=weights, calibration=Calibration()))
    every = list(judged(zip(readings_of(reader, gold), gold, strict=True)))
    lines = {}
    for family in (field.name for field in fields(Calibration)):
        finds = [(score, right) for name, score, right in every if name == family]
        if len(finds) >= FEWEST:
            lines[family] = line(finds)
    fitted = Calibration(**lines)
    (weights / FILE).write_text(fitted.written(), "utf-8")
    return fitted


def line(finds: Sequence[tuple[float, bool]]) -> Line:
    """Slope and shift of the log-odds; the slope never turns the order round."""
    x = np.array([[logit(score), 1.0] for score, _ in finds])
    y = np.array([float(right) for _, right in finds])
    start = w = np.array([1.0, 0.0])

    def cost(at: NDArray[np.float64]) -> float:
        # A little pull towards no change keeps few finds from saying too much.
        told = np.logaddexp(0, x @ at) - y * (x @ at)
        return float(told.sum() + ((at - start) ** 2).sum() / 2)

    for _ in range(100):
        p = 1 / (1 + np.exp(-np.clip(x @ w, -30, 30)))
        gradient = x.T @ (p - y) + (w - start)
        curve = (x * (p * (1 - p))[:, None]).T @ x + np.eye(2)
        step = np.linalg.solve(curve, gradient)
        while cost(w - step) > cost(w) and np.abs(step).max() > 1e-9:
            step = step / 2
        w = w - step
    return round(max(float(w[0]), 0.1), 4), round(float(w[1]), 4)


if __name__ == "__main__":
    main()
