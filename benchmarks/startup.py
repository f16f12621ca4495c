"""Start-up: how long `hearsay --help` takes, as a person waits for it."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from benchmarks import child
from benchmarks.figures import FIGURE_HEAD, Figure, Goal, Section, Spread, figure_rows
from benchmarks.setting import Setting

TIMES = 15
MILLISECONDS = Goal(200, at_least=False)


def measure(setting: Setting) -> Iterator[Section]:
    """A new process each time, the first one not counted."""
    spread = Spread.over(TIMES + 1, _milliseconds)
    yield section(Spread(spread.values[1:]))


def _milliseconds() -> float:
    ran = child.run([sys.executable, "-m", "hearsay", "--help"])
    if ran.code != 0:
        raise RuntimeError(f"hearsay --help left with {ran.code}: {ran.output}")
    return 1000 * ran.seconds


def section(spread: Spread) -> Section:
    """The one row."""
    figures = [Figure("`hearsay --help`", spread, "ms", MILLISECONDS)]
    about = ("A new process each time, Python's own start included.",)
    return Section(
        "Start-up", about, "python -m benchmarks startup", FIGURE_HEAD, figure_rows(figures)
    )
