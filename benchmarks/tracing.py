"""Who had what from whom: what linking a whole case takes, by part, and how its cost grows."""

from __future__ import annotations

import json
import pickle
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.child import run
from benchmarks.copying import exponent
from benchmarks.drawing import CHANGED
from benchmarks.figures import FIGURE_HEAD, Figure, Goal, Section, Spread, figure_rows, number
from benchmarks.material import material
from benchmarks.setting import Setting
from hearsay.case import Case, open_manifest
from hearsay.vocabulary.traces import Account

SIZES = (1_000, 4_000, 8_000)
"""Accounts drawn in rounds, each round in other words."""
CROWDS = (1_000, 4_000)
"""Accounts drawn so that the crowds of copies grow with their number."""
ALL = 100_000
"""Hours, and more memory than most machines have: measured only where more than `LONG` runs are
asked for. What it would take is told from what the smaller sizes took."""
LONG = 9
WHOLE = Goal(10, at_least=False)
"""Seconds in which all Helsinki articles are to be linked after reading."""


def measure(setting: Setting) -> Iterator[Section]:
    """The articles linked, then growth; the articles are read once, outside the time."""
    accounts = setting.work / "accounts.pickle"
    accounts.write_bytes(pickle.dumps(read_accounts(setting)))
    yield by_part([_linked(0, accounts) for _ in range(setting.runs)])
    if not setting.articles:
        sizes = [*SIZES, ALL] if setting.runs > LONG else SIZES
        yield growth([(size, _linked(size, accounts)) for size in sizes], RENAMED)
        yield growth([(size, _linked(size, accounts, "crowded")) for size in CROWDS], CROWDED)


def read_accounts(setting: Setting) -> list[Account]:
    """What the benchmarks read, as a case gives it to tracing."""
    texts = material(setting)
    manifest = open_manifest(str(texts.manifest)) if texts.manifest else None
    with Case.create(str(setting.work / "tracing.hearsay")) as case:
        for _ in case.read(texts.addresses, manifest=manifest):
            pass
        return list(case.tracing.accounts())


def by_part(runs: Sequence[dict[str, Any]]) -> Section:
    """Seconds of each part and of all together."""
    first = runs[0]
    figures = [
        Figure(part, Spread(tuple(one["parts"][part] for one in runs)), "s of a core")
        for part in first["parts"]
    ]
    whole = Spread(tuple(sum(one["parts"].values()) for one in runs))
    figures.append(Figure("all together", whole, "s of a core", WHOLE))
    clock = Spread(tuple(one["clock"] for one in runs))
    figures.append(Figure("by the clock", clock, "s", WHOLE))
    figures.append(Figure("memory of the largest process", _spread(runs, "peak"), "MB"))
    figures.append(Figure("memory of all processes", _spread(runs, "together"), "MB"))
    about = (
        f"{first['documents']:,} documents, read beforehand, in {first['processes']} processes "
        f"side by side: {first['propositions']:,} propositions that {first['claims']:,} claims, "
        f"two or more each, make, {first['retellings']:,} retellings, {first['changes']:,} "
        f"changes, {first['links']:,} links between documents.",
    )
    return Section(
        "Tracing", about, "python -m benchmarks tracing", FIGURE_HEAD, figure_rows(figures)
    )


def _spread(runs: Sequence[dict[str, Any]], what: str) -> Spread:
    return Spread(tuple(one[what] for one in runs))


RENAMED = (
    "the same life at every size",
    "All Helsinki articles again and again, in each round with other words for all that less than "
    "a third of them have, so that copies and claims alike stay so within a round.",
)
CROWDED = (
    "crowds of copies that grow",
    f"Helsinki articles drawn one by one, {100 * CHANGED:g} % of their words changed. Every "
    "article comes back the oftener the more are drawn, which no real case does: so do claims.",
)


def growth(measured: Sequence[tuple[int, dict[str, Any]]], drawn: tuple[str, str]) -> Section:
    """Seconds and memory at each size; `drawn` says what was drawn, and how."""
    points = [(size, sum(told["parts"].values())) for size, told in measured]
    rows = [
        (
            number(size),
            number(told["claims"]),
            number(seconds),
            number(told["clock"]),
            number(1000 * seconds / size),
            ", ".join(f"{part} {number(taken)}" for part, taken in told["parts"].items()),
            number(told["propositions"]),
            number(told["largest"]),
            number(told["together"]),
        )
        for (size, told), (_, seconds) in zip(measured, points, strict=True)
    ]
    powers = [
        f"{part} {exponent([(size, told['parts'][part]) for size, told in measured]):.2f}"
        for part in measured[0][1]["parts"]
    ]
    kind, how = drawn
    power, (size, told) = exponent(points), measured[-1]
    about = (
        f"{how} Seconds of a core grow with the number of documents to the power of {power:.2f} "
        f"({', '.join(powers)}).",
        f"At that pace {number(ALL)} documents would take "
        f"{number(told['clock'] * (ALL / size) ** power / 60)} minutes by the clock and "
        f"{number(told['together'] * ALL / size / 1000)} GB; they are measured with "
        f"--runs {LONG + 1}.",
    )
    head = (
        *("documents", "claims", "s of a core", "s by the clock", "ms of a core each", "by part"),
        *("propositions", "claims of the largest", "peak MB, all processes"),
    )
    command = "python -m benchmarks tracing"
    return Section(f"Tracing: growth with {kind}", about, command, head, tuple(rows))


def _linked(size: int, accounts: Path, drawing: str = "renamed") -> dict[str, Any]:
    """What linking takes in a process of its own."""
    ran = run([sys.executable, "-m", "benchmarks.linking", str(size), str(accounts), drawing])
    if ran.code:
        raise RuntimeError(f"{size} accounts could not be linked: {ran.output}")
    told: dict[str, Any] = json.loads(ran.output.splitlines()[-1])
    return {**told, "peak": ran.largest_mb, "together": ran.together_mb}
