"""What a large case knows: ways, charts, dossiers and counts, with DuckDB and networkx beside."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from benchmarks.child import Ran, run
from benchmarks.copying import exponent
from benchmarks.figures import FIGURE_HEAD, Figure, Goal, Section, Spread, figure_rows, number
from benchmarks.forces import Division
from benchmarks.graphs import SEED
from benchmarks.others import SEARCHES
from benchmarks.pictured import CASE
from benchmarks.setting import Setting

DIVISIONS = 1_000
"""Of 2,000 claims each: two million, of some 200,000 entities."""
FEW = 20
"""As many where only some articles are to be read: a look at whether it runs."""
GROWTH = (5, 10, 20)
"""Divisions of which it is worked out who is who."""
WAY, AT_HUBS = Goal(1, at_least=False), Goal(100, at_least=False)
CHART, DOSSIER = Goal(20, at_least=False), Goal(100, at_least=False)
QUARTERS, MEMORY = Goal(150, at_least=False), Goal(500, at_least=False)


def measure(setting: Setting) -> Iterator[Section]:
    """The case is made once; whoever is asked is asked once, in a process of its own."""
    divisions = FEW if setting.articles else DIVISIONS
    made, making = _told("make", setting.work, str(divisions))
    asked, asking = _told("ask", setting.work)
    yield asked_of(made, asked, asking)
    beside = {}
    for name in SEARCHES:
        if find_spec(name) is None:
            print(f"{name} is not installed: it is left out.", file=sys.stderr)
        else:
            beside[name] = _told(name, setting.work)
    yield beside_others(asked, asking, beside)
    yield made_of(made, making, _from_cold(setting.work))
    if not setting.articles:
        yield growth([(size, _told("who", setting.work, str(size))[0]) for size in GROWTH])


def asked_of(made: Mapping[str, Any], asked: Mapping[str, Any], ran: Ran) -> Section:
    """Each question with its median, the slowest of 20, and its goal."""
    ms = asked["ms"]
    boxes = sorted(asked["boxes"])
    goals = {
        "ways": WAY,
        "ways at hubs": AT_HUBS,
        "charts": CHART,
        "charts as of a day": CHART,
        "dossiers": DOSSIER,
        "quarters": QUARTERS,
    }
    figures = []
    for what, taken in ms.items():
        if not taken:
            continue
        goal = goals.get(what)
        # At hubs it is the slowest that has to keep the goal, elsewhere the one in the middle.
        slow = Figure(f"{what}: the slowest of {len(taken)}", _one(max(taken)), "ms of a core")
        if what == "ways at hubs":
            slow = Figure(slow.what, slow.spread, slow.unit, goal)
            goal = None
        figures.append(
            Figure(f"{what}: the middle one", _one(_middle(taken)), "ms of a core", goal)
        )
        if len(taken) > 1:
            figures.append(Figure(f"{what}: 19 of 20 within", _one(_most(taken)), "ms of a core"))
            figures.append(slow)
    figures.append(Figure("memory of the process", _one(ran.largest_mb), "MB", MEMORY))
    about = (
        f"{made['statements']:,} claims of {made['entities']:,} entities, made up "
        "(`benchmarks/graphs.py` says how). Each question is asked once, of entities drawn by "
        "chance, so that little is at hand; every other way as of a day. The charts are of "
        f"divisions, of {_range(boxes)} units. Of the greatest hub a dossier is asked too: it has "
        "every claim that names it.",
    )
    return Section("Asked of a large case", about, COMMAND, FIGURE_HEAD, figure_rows(figures))


COMMAND = "python -m benchmarks picturing"


def beside_others(
    asked: Mapping[str, Any], ran: Ran, beside: Mapping[str, tuple[Mapping[str, Any], Ran]]
) -> Section:
    """The same ways of the same graph, and how many of them are as long as ours."""
    every = {"Hearsay": ({**asked, "loading": asked["ms"]["opening"][0] / 1000}, ran), **beside}
    rows = []
    for name, (told, process) in every.items():
        same = sum(a == b for a, b in zip(asked["lengths"], told["lengths"], strict=True))
        hubs = told["ms"]["ways at hubs"]
        rows.append(
            (
                name,
                number(_middle(told["ms"]["ways"])),
                number(_most(told["ms"]["ways"])),
                number(max(hubs)) if hubs else "–",
                number(told["loading"]),
                number(process.largest_mb),
                f"{same} of {len(asked['lengths'])}",
            )
        )
    about = (
        "Shortest ways between the same pairs on any day, over what the reader is sure of. The "
        "others search the bare graph: no days, no denials, no hubs at which a search ends, no "
        "claims to show for a step. Hearsay gives all shortest ways with what shows each step, and "
        "reads what it needs from the case; the others have the whole graph in memory. Where "
        "lengths differ, the shorter way leads through a hub, beyond which ours does not search.",
    )
    head = (
        *("who", "a way, ms", "19 of 20 within, ms", "slowest at hubs, ms"),
        *("s until it can be asked", "MB", "as long as ours"),
    )
    return Section("Ways beside others", about, COMMAND, head, tuple(rows))


def made_of(made: Mapping[str, Any], ran: Ran, cold: Mapping[str, Ran]) -> Section:
    """What making the index takes, and what a command takes that begins with nothing."""
    figures = [
        Figure(f"{what}", _one(taken), "s of a core") for what, taken in made["taken"].items()
    ]
    figures += [
        Figure("memory of the making", _one(ran.largest_mb), "MB"),
        Figure("the index, unpacked", _one(made["index_mb"]), "MB"),
        Figure("the case with it", _one(made["case_mb"]), "MB"),
    ]
    for what, process in cold.items():
        figures.append(Figure(f"`hearsay {what}` from cold", _one(process.seconds), "s"))
        figures.append(Figure(f"`hearsay {what}`: memory", _one(process.largest_mb), "MB"))
    about = (
        "The index is made anew when the case has changed. Reading the documents again comes on "
        "top, and who is who is known here (the next table measures that).",
    )
    return Section("The index of a large case", about, COMMAND, FIGURE_HEAD, figure_rows(figures))


def growth(measured: Sequence[tuple[int, Mapping[str, Any]]]) -> Section:
    """Seconds in which it is worked out who is who, and how they grow."""
    rows = tuple(
        (
            f"{told['claims']:,}",
            f"{told['things']:,}",
            f"{told['entities']:,}",
            f"{told['true']:,}",
            number(told["seconds"]),
            number(1000 * told["seconds"] / told["things"]),
        )
        for _, told in measured
    )
    power = exponent([(told["things"], told["seconds"]) for _, told in measured])
    about = (
        f"The same made-up names through the real resolver: seconds of a core grow with the things "
        f"named to the power of {power:.2f}.",
    )
    head = (
        "claims",
        "things named",
        "entities found",
        "entities made up",
        "s of a core",
        "ms each",
    )
    return Section("Who is who in a large case", about, COMMAND, head, rows)


def _told(what: str, folder: Path, *more: str) -> tuple[dict[str, Any], Ran]:
    ran = run([sys.executable, "-m", "benchmarks.pictured", what, str(folder), *more])
    if ran.code:
        raise SystemExit(f"benchmarks.pictured {what} ended with {ran.code}: {ran.output}")
    told: dict[str, Any] = json.loads(ran.output.splitlines()[-1])
    return told, ran


def _from_cold(folder: Path) -> dict[str, Ran]:
    """Commands in processes of their own; the second run of each, so that none works out anew what
    the first has kept."""
    division = Division(2, SEED).name
    found = {}
    for what, words in (("paths", ["Averne", division]), ("force", [division])):
        command = [sys.executable, "-m", "hearsay", what, *words, "--case", str(folder / CASE)]
        ran = [run(command) for _ in range(2)][-1]
        if ran.code:
            raise SystemExit(f"hearsay {what} ended with {ran.code}: {ran.output}")
        found[what] = ran
    return found


def _one(value: float) -> Spread:
    return Spread((value,))


def _middle(taken: Sequence[float]) -> float:
    return Spread(tuple(taken)).median


def _most(taken: Sequence[float]) -> float:
    return sorted(taken)[int(0.95 * (len(taken) - 1))]


def _range(boxes: Sequence[int]) -> str:
    return f"{boxes[0]} to {boxes[-1]}" if boxes else "no"
