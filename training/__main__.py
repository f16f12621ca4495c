"""Rebuilds the reader's weights: trains (or goes on), exports them, and prints their scores.

    python -m training

Weights of one run differ from another's in the last digits only where the machine's arithmetic
does; seeds, order and schedule are fixed.
"""

from __future__ import annotations

import argparse

from evaluation import reader
from hearsay.reading.reader import open_reader
from training import train
from training.export import WEIGHTS, export


def main() -> None:
    """Parses the command line and goes through the three steps."""
    parser = argparse.ArgumentParser(description=__doc__)
    train.add_options(parser)
    options = parser.parse_args()
    export(train.train(options), WEIGHTS)
    for one in reader.measure(open_reader(), options.shared):
        print(f"{one.name:<24}{one.score.line()}")


if __name__ == "__main__":
    main()
