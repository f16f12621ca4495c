"""Rebuilds the reader's weights: trains (or goes on), exports them, and prints their scores.

    python -m training
    python -m training --open --out training/work/open --weights training/work/open/weights

Weights of one run differ from another's in the last digits only where the machine's arithmetic
does; seeds, order and schedule are fixed.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from evaluation import own, reader, reference
from hearsay.reading.network import Network
from hearsay.reading.readers.minilm import MiniLmReader
from training import calibration, thresholds, train
from training.export import export
from training.weights import WEIGHTS


def main() -> None:
    """Parses the command line and goes through the steps."""
    parser = argparse.ArgumentParser(description=__doc__)
    train.add_options(parser)
    parser.add_argument("--weights", type=Path, default=WEIGHTS, help="where they are written")
    options = parser.parse_args()
    export(train.train(options), options.weights)
    thresholds.choose(options.weights)
    calibration.fit(options.weights)
    trained = MiniLmReader(Network(weights=options.weights))
    for scores in (
        own.measure(trained),
        reader.measure(trained, options.shared),
        reference.measure(trained.network, options.shared),
    ):
        for one in scores:
            print(f"{one.name:<28}{one.score.line()}")


if __name__ == "__main__":
    main()
