"""Prints every score and holds it to its floor.

    python -m evaluation
    python -m evaluation --write    puts them into docs/accuracy.md too

Exits 1 when a score is below its floor in `floors.toml`, or when a floor names a score that was
not measured although its data are there.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

from evaluation import (
    entities,
    iraq,
    names,
    nigeria,
    origins,
    own,
    page,
    reader,
    reference,
    samples,
    times,
)
from evaluation.scores import Measured
from hearsay.reading.readers.minilm import open_reader

FLOORS = Path(__file__).with_name("floors.toml")


def measure(shared: Path) -> Iterator[Measured]:
    """Every score that can be measured here; what cannot is said on stderr."""
    opened = open_reader()
    yield from samples.measure(opened)
    yield from own.measure(opened)
    yield from times.measure(shared)
    yield from origins.measure(opened, shared)
    yield from names.measure(shared)
    yield from entities.measure(opened, shared)
    yield from nigeria.measure(shared)
    yield from iraq.measure(shared)
    if (shared / "polnear").exists():
        yield from reader.measure(opened, shared)
        yield from reference.measure(opened.network, shared)
    else:
        print(f"LEFT OUT: {shared} is not here; only our own gold is scored.", file=sys.stderr)


def below(measured: list[Measured], floors: dict[str, float]) -> list[str]:
    """A line for each score under its floor."""
    values = {one.name: 100 * one.score.f1 for one in measured}
    return [
        f"{name}: {values[name]:.1f} is below its floor {floor}"
        for name, floor in floors.items()
        if name in values and values[name] < floor
    ]


def main() -> int:
    """Measures, prints and compares; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared/data"))
    parser.add_argument("--write", action="store_true", help="write them to docs/accuracy.md too")
    options = parser.parse_args()
    floors: dict[str, float] = tomllib.loads(FLOORS.read_text("utf-8"))["floors"]
    measured = []
    for one in measure(options.shared):
        measured.append(one)
        floor = floors.get(one.name)
        print(f"{one.name:<24}{one.score.line()}" + (f"  floor {floor}" if floor else ""))
    if options.write:
        page.write(measured, floors)
    wanting = below(measured, floors)
    if options.shared.exists():
        every = {one.name for one in measured}
        wanting += [
            f"{name}: has a floor and was not measured" for name in floors if name not in every
        ]
    for line in wanting:
        print(line, file=sys.stderr)
    return 1 if wanting else 0


if __name__ == "__main__":
    sys.exit(main())
