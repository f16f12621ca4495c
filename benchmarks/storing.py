"""The ledger on made-up claims: appending, opening, listing, searching, verifying, redacting."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks import ledger
from benchmarks.figures import FIGURE_HEAD, Figure, Section, Spread, figure_rows
from benchmarks.setting import Setting

CLAIMS = 200_000


def measure(setting: Setting) -> Iterator[Section]:
    """A new case each time, filled and asked."""
    runs = []
    for number in range(setting.runs):
        path = setting.work / f"ledger-{number}.hearsay"
        runs.append(ledger.measure(path, CLAIMS))
        path.unlink()
    yield section(runs, CLAIMS)


def section(runs: list[dict[str, float]], claims: int) -> Section:
    """One row for each measurement, named `what, unit`."""
    figures = []
    for name in runs[0]:
        what, _, unit = name.rpartition(", ")
        figures.append(Figure(what, Spread(tuple(run[name] for run in runs)), unit))
    about = (
        f"A case of {claims:,} made-up claims, {ledger.CLAIMS_A_DOCUMENT} in a document, each "
        "document kept in a transaction of its own.",
    )
    return Section(
        "The ledger", about, "python -m benchmarks ledger", FIGURE_HEAD, figure_rows(figures)
    )
