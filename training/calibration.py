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

from evaluation.own import readings_of
from evaluation.sureness import judged
from hearsay.reading.calibration import FILE, Calibration, Line, logit
from hearsay.reading.readers.minilm import MiniLmReader
from training.export import WEIGHTS
from training.own.notation import passages

FEWEST = 40
"""With fewer finds of a family its sureness is left as it is."""


def main() -> None:
    """Fits, writes and prints."""
    print(fit(WEIGHTS))


def fit(weights: Path) -> Calibration:
    """The lines for the weights in a folder, written beside them."""
    gold = list(passages("tuning"))
    reader = MiniLmReader(weights=weights, calibration=Calibration())
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
    w = np.array([1.0, 0.0])
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ w))
        # A little pull towards no change keeps few finds from saying too much.
        gradient = x.T @ (p - y) + (w - [1.0, 0.0])
        curve = (x * (p * (1 - p))[:, None]).T @ x + np.eye(2)
        w = w - np.linalg.solve(curve, gradient)
    return round(max(float(w[0]), 0.1), 4), round(float(w[1]), 4)


if __name__ == "__main__":
    main()
