"""Tables into a new case: all of the US training report, and Security Force Monitor's Nigeria."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks import child
from benchmarks.figures import FIGURE_HEAD, Figure, Goal, Section, Spread, figure_rows
from benchmarks.setting import Setting

SECONDS = Goal(60, at_least=False)
"""For all rows of the training report that are given, the ledger with them."""

_CAME_TO = re.compile(r"([\d,]+) rows?, ([\d,]+) claims?\.")
_NIGERIA = ("ng_persons_20190501.csv", "ng_orgs_20191024.tsv")
_NIGERIAS_SOURCES = "sources_20190501.csv"


@dataclass(frozen=True, slots=True)
class Imported:
    """What several runs of one import took."""

    what: str
    seconds: Spread
    megabytes: Spread
    """Memory of the largest process."""
    case: float
    """MB of the case that they make."""
    rows: int
    claims: int
    goal: Goal | None = None


def measure(setting: Setting) -> Iterator[Section]:
    """Each set that is at hand, several times into a new case."""
    done = []
    reports = sorted((setting.shared / "us-foreign-training").glob("*.xml"))
    if reports:
        named = [str(path) for path in reports]
        done.append(_import("the training report", "fmtrpt", named, setting, SECONDS))
    else:
        print(f"LEFT OUT: {setting.shared / 'us-foreign-training'} is not here.", file=sys.stderr)
    nigeria = setting.shared / "sfm-nigeria"
    if nigeria.exists():
        files = [str(nigeria / name) for name in _NIGERIA]
        files += ["--sources", str(nigeria / _NIGERIAS_SOURCES)]
        done.append(_import("Nigeria's persons, units and sources", "sfm", files, setting))
    else:
        print(f"LEFT OUT: {nigeria} is not here.", file=sys.stderr)
    yield section(done)


def section(done: list[Imported]) -> Section:
    """Three rows for each import: time, memory, size of the case."""
    figures = []
    for one in done:
        rows = f"{one.what}, {one.rows:,} rows, {one.claims:,} claims"
        figures += [
            Figure(rows, one.seconds, "s", one.goal),
            Figure(f"{one.what}: memory of the largest process", one.megabytes, "MB"),
            Figure(f"{one.what}: the case", Spread((one.case,)), "MB"),
        ]
    about = (
        "`hearsay import` in a process of its own, from the files to the last row kept: every row "
        "with its page, its statements, and whatever is amiss in it.",
    )
    command = "python -m benchmarks importing"
    return Section("Importing tables", about, command, FIGURE_HEAD, figure_rows(figures))


def _import(
    what: str, format: str, files: list[str], setting: Setting, goal: Goal | None = None
) -> Imported:
    runs, sizes, output = [], [], ""
    for number in range(setting.runs):
        case = setting.work / f"{format}-{number}.hearsay"
        command = [sys.executable, "-m", "hearsay", "import", format, *files, "--case", str(case)]
        ran = child.run(command)
        if ran.code != 0:
            raise SystemExit(f"hearsay import {format} ended with {ran.code}: {ran.output}")
        runs.append(ran)
        sizes.append(_size(case))
        output = ran.output
        for path in case.parent.glob(f"{case.name}*"):
            path.unlink()
    came_to = _CAME_TO.search(output)
    rows, claims = (int(n.replace(",", "")) for n in came_to.groups()) if came_to else (0, 0)
    return Imported(
        what,
        Spread(tuple(ran.seconds for ran in runs)),
        Spread(tuple(ran.largest_mb for ran in runs)),
        max(sizes),
        rows,
        claims,
        goal,
    )


def _size(case: Path) -> float:
    return sum(path.stat().st_size for path in case.parent.glob(f"{case.name}*")) / 1e6
