"""Times Hearsay and prints what it measured.

    python -m benchmarks [NAME…] [--runs 3] [--articles N] [--write]

With --write, docs/benchmarks.md is written anew, which takes every benchmark.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks import (
    cold,
    copying,
    importing,
    names,
    pace,
    peers,
    picturing,
    settings,
    stages,
    startup,
    storing,
    tracing,
)
from benchmarks.figures import Section
from benchmarks.page import page, table
from benchmarks.setting import Setting, machine

PAGE = Path(__file__).parent.parent / "docs" / "benchmarks.md"

BENCHMARKS: dict[str, Callable[[Setting], Iterator[Section]]] = {
    "pace": pace.measure,
    "stages": stages.measure,
    "cold": cold.measure,
    "startup": startup.measure,
    "ledger": storing.measure,
    "importing": importing.measure,
    "names": lambda setting: names.measure(setting.shared),
    "copying": copying.measure,
    "tracing": tracing.measure,
    "picturing": picturing.measure,
    "settings": settings.measure,
    "peers": peers.measure,
}
"""Every benchmark by its name, in the order of the page."""


def main() -> None:
    """Measures what was asked for, each in an empty folder of its own."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(BENCHMARKS))
    parser.add_argument("--runs", type=int, default=3, help="how often each is measured")
    parser.add_argument("--articles", type=int, help="read only so many Helsinki articles")
    parser.add_argument("--shared", type=Path, default=Path("../shared/data"))
    parser.add_argument("--write", action="store_true", help="write docs/benchmarks.md")
    asked = parser.parse_args()
    unknown = [name for name in asked.names if name not in BENCHMARKS]
    if unknown:
        parser.error(f"no benchmark {unknown[0]!r}; there are: {', '.join(BENCHMARKS)}")
    if asked.write and asked.names:
        parser.error("--write takes every benchmark, so that the page is of one piece")
    sections = []
    for name in asked.names or BENCHMARKS:
        print(f"Measuring: {name} …", file=sys.stderr)
        with tempfile.TemporaryDirectory() as folder:
            setting = Setting(asked.runs, asked.shared, Path(folder), asked.articles)
            for section in BENCHMARKS[name](setting):
                sections.append(section)
                print(table(section), flush=True)
    if asked.write:
        PAGE.write_text(page(machine(), sections), encoding="utf-8")


if __name__ == "__main__":
    main()
