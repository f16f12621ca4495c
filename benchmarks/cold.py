"""Cold start: a new process, one long PDF, a new case; seconds and memory until it is kept."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks import child
from benchmarks.figures import FIGURE_HEAD, Figure, Goal, Section, Spread, figure_rows
from benchmarks.setting import Setting

REPORT = Path("us-foreign-training/2019_2020_Near_East_fmtrpt.pdf")
SECONDS = Goal(20, at_least=False)
MEGABYTES = Goal(1000, at_least=False)
CLAIMS = re.compile(r"([\d,]+) claims?\.")
PAGES = re.compile(r"([\d,]+) pages?,")


@dataclass(frozen=True, slots=True)
class Read:
    """What several runs over one file took."""

    what: str
    seconds: Spread
    largest: Spread
    """MB of the largest process."""
    together: Spread
    """MB of all processes, their peaks added up."""
    claims: int


def measure(setting: Setting) -> Iterator[Section]:
    """The real report where it is at hand, and our own long one, made for this."""
    read = []
    real = setting.shared / REPORT
    if real.exists():
        read.append(_read("tables, the real report", real, setting))
    else:
        print(f"LEFT OUT: {real} is not here.", file=sys.stderr)
    read.append(_read("prose, our own report", _long_report(setting.work), setting))
    yield section(read)


def _long_report(work: Path) -> Path:
    """Our own fictional report, 140 pages long, made by the script that makes the samples."""
    path = work / "long-report.pdf"
    making = [sys.executable, "-m", "tools.make_samples", "--long", str(path)]
    subprocess.run(making, check=True, capture_output=True)
    return path


def _read(what: str, path: Path, setting: Setting) -> Read:
    runs = []
    for number in range(setting.runs):
        case = setting.work / f"cold-{path.stem}-{number}.hearsay"
        command = [sys.executable, "-m", "hearsay", "read", str(path), "--case", str(case)]
        ran = child.run(command)
        if ran.code != 0:
            raise RuntimeError(f"hearsay read {path.name} left with {ran.code}: {ran.output}")
        runs.append(ran)
    output = runs[-1].output
    return Read(
        f"{counted(PAGES, output)} pages of {what}",
        Spread(tuple(ran.seconds for ran in runs)),
        Spread(tuple(ran.largest_mb for ran in runs)),
        Spread(tuple(ran.together_mb for ran in runs)),
        counted(CLAIMS, output),
    )


def counted(what: re.Pattern[str], output: str) -> int:
    """How many pages or claims `hearsay read` says that it read."""
    found = what.search(output)
    return int(found[1].replace(",", "")) if found else 0


def section(read: list[Read]) -> Section:
    """The table of time and memory for each file."""
    figures = []
    for one in read:
        figures += [
            Figure(f"{one.what}: until its claims are kept", one.seconds, "s", SECONDS),
            Figure(f"{one.what}: largest process", one.largest, "MB", MEGABYTES),
            Figure(f"{one.what}: all processes added up", one.together, "MB", MEGABYTES),
        ]
    claims = "; ".join(f"{one.what}: {one.claims:,} claims" for one in read)
    about = (
        "A new process each time, from its start to its end: Python, the modules, the weights, "
        "the PDF, its claims in a new case. The file is in the system's cache, as after a "
        f"download. {claims}.",
        "Peak memory as the system counts it (`ru_maxrss`). Where there are several processes, "
        "their peaks are added up, which is more than they held at one time.",
    )
    return Section(
        "Cold start", about, "python -m benchmarks cold", FIGURE_HEAD, figure_rows(figures)
    )
