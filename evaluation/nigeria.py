"""Holds what is known of Nigeria's forces against Security Force Monitor's tables, value by value.

    python -m evaluation.nigeria
    python -m evaluation.nigeria --misses

The tables are imported into a case, and what the case then answers (who is who, posts, places,
charts and commanders as of a day, careers) is compared with what the same tables say when they are
read without Hearsay. A value whose columns contradict each other is right in no reading: such
rows are left out on both sides, and counted.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from evaluation import nigeria_tables as gold
from evaluation.nigeria_values import Compared, Comparing
from evaluation.scores import Measured
from hearsay.case import Case

SHARED = Path(__file__).parent.parent.parent / "shared" / "data"


def measure(shared: Path) -> Iterator[Measured]:
    """One score for each kind of value."""
    folder = shared / "sfm-nigeria"
    if not folder.is_dir():
        print(f"LEFT OUT: {folder} is not here; Nigeria is not scored.", file=sys.stderr)
        return
    for one in compared(folder):
        yield Measured(f"nigeria.{one.name}", one.score)


def compared(folder: Path) -> Iterator[Compared]:
    """Every kind of value, from who is who to the charts."""
    tables = gold.read_tables(folder)
    with (
        TemporaryDirectory() as temporary,
        Case.create(str(Path(temporary) / "ng.hearsay")) as case,
    ):
        for file in (gold.PERSONS, gold.UNITS):
            list(case.read([str(folder / file)], format="sfm"))
        yield from Comparing(tables, case.picture.asking()).every()


def main(arguments: list[str]) -> int:
    """Print each score, and with `--misses` every value that differs."""
    folder = SHARED / "sfm-nigeria"
    if not folder.is_dir():
        print(f"LEFT OUT: {folder} is not here; Nigeria is not scored.", file=sys.stderr)
        return 0
    for one in compared(folder):
        print(f"nigeria.{one.name:<16}{one.score.line()}")
        if "--misses" in arguments:
            for line in one.misses():
                print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
