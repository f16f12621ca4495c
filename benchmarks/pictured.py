"""Makes up one case and asks it many questions, in processes of their own.

    python -m benchmarks.pictured make FOLDER DIVISIONS    makes the case and what is asked of it
    python -m benchmarks.pictured ask FOLDER               asks it through Hearsay
    python -m benchmarks.pictured who FOLDER DIVISIONS     works out who is who
    python -m benchmarks.pictured networkx|duckdb FOLDER   asks the same graph in another way

Each prints one line of JSON. Times are of a processor, as others may use the machine meanwhile.
"""

from __future__ import annotations

import csv
import json
import random
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import apsw

from benchmarks import others
from benchmarks.forces import Division
from benchmarks.graphs import SEED, MadeCase
from hearsay.case import Case
from hearsay.picture.dossier import dossier_of
from hearsay.picture.entities import entities_of
from hearsay.picture.happening import quarters_told
from hearsay.picture.laying import laid_out
from hearsay.picture.naming import Compared
from hearsay.picture.paths import HUB, ways_between
from hearsay.picture.structure import chart_of

DAY = "2014-06-30"
"""Every other way is asked for as of this day."""
PAIRS, AT_HUBS, CHARTS, DOSSIERS, QUARTERS = 300, 30, 20, 200, 5
CASE, ASKED, GRAPH = "made.hearsay", "asked.json", "graph.csv"


def make(folder: Path, divisions: int) -> dict[str, Any]:
    """The case with its index, what is asked of it, and its bare graph for others."""
    made = MadeCase(divisions)
    begun = time.process_time()
    entities = made.entities()
    taken = {"making things up": time.process_time() - begun}
    begun = time.process_time()
    index = laid_out(made.stated(), entities)
    taken["laying out what is stated, with making it up again"] = time.process_time() - begun
    (folder / ASKED).write_text(json.dumps(_questions(index, divisions)), "utf-8")
    with (folder / GRAPH).open("w", encoding="utf-8", newline="") as file:
        found = index.execute(
            "SELECT DISTINCT here, there FROM step WHERE here < there AND NOT unsure"
        )
        csv.writer(file).writerows(found)
    begun = time.process_time()
    with Case.create(str(folder / CASE)) as case:
        case.picture.keep(index)
    taken["keeping the index"] = time.process_time() - begun
    ((statements,),) = index.execute("SELECT count(*) FROM statement")
    size = index.pragma("page_count") * index.pragma("page_size") / 1e6
    case_mb = sum(path.stat().st_size for path in folder.glob(f"{CASE}*")) / 1e6
    told = {"statements": statements, "entities": len(entities), "index_mb": size}
    return {**told, "case_mb": case_mb, "taken": taken}


def _questions(index: apsw.Connection, divisions: int) -> dict[str, Any]:
    chance = random.Random(SEED)
    ((size,),) = index.execute("SELECT count(*) FROM entity")
    hubs = [n for (n,) in index.execute("SELECT number FROM entity WHERE degree > ?", (HUB,))]
    everyone = range(1, size + 1)
    ends = [(hubs, everyone), (everyone, hubs), (hubs, hubs)] if hubs else []
    named = [Division(n, SEED).name for n in range(0, divisions, max(1, divisions // CHARTS))]
    sql = "SELECT number FROM entity WHERE name = ?"
    return {
        "pairs": [(chance.choice(everyone), chance.choice(everyone)) for _ in range(PAIRS)],
        "hubs": [
            (chance.choice(one), chance.choice(other))
            for one, other in ends * (AT_HUBS // len(ends) if ends else 0)
        ],
        "charts": [n for name in named for (n,) in index.execute(sql, (name,))],
        "dossiers": [chance.choice(everyone) for _ in range(DOSSIERS)],
        "greatest": max(hubs, default=1, key=lambda n: _degree(index, n)),
    }


def _degree(index: apsw.Connection, number: int) -> int:
    ((degree,),) = index.execute("SELECT degree FROM entity WHERE number = ?", (number,))
    return int(degree)


def ask(folder: Path) -> dict[str, Any]:
    """Milliseconds of every question, each asked once; the first ones find nothing unpacked."""
    asked = json.loads((folder / ASKED).read_text("utf-8"))
    begun = time.process_time()
    with Case.open(str(folder / CASE)) as case:
        asking = case.picture.asking()
        opening = 1000 * (time.process_time() - begun)
        lengths: list[int] = []

        def way(pair: Sequence[int]) -> None:
            as_of = DAY if len(lengths) % 2 else None
            lengths.append(_length(ways_between(asking, *pair, as_of=as_of).ways))

        boxes: list[int] = []
        found = {
            "opening": [opening],
            "ways": _each(asked["pairs"], way),
            "ways at hubs": _each(asked["hubs"], way),
            "charts": _each(
                asked["charts"], lambda n: boxes.append(len(chart_of(asking, n).entities))
            ),
            "charts as of a day": _each(asked["charts"], lambda n: chart_of(asking, n, as_of=DAY)),
            "dossiers": _each(asked["dossiers"], lambda n: dossier_of(asking, n)),
            "quarters": _each(range(QUARTERS), lambda n: quarters_told(asking)),
            "dossier of the greatest hub": _each(
                [asked["greatest"]], lambda n: dossier_of(asking, n)
            ),
        }
        ways = (ways_between(asking, *pair) for pair in asked["pairs"])
        same = [0 if one.unsure else _length(one.ways) for one in ways]
        return {"ms": found, "boxes": boxes, "lengths": same}


def _each(asked: Iterable[Any], question: Callable[[Any], object]) -> list[float]:
    taken = []
    for one in asked:
        begun = time.process_time()
        question(one)
        taken.append(1000 * (time.process_time() - begun))
    return taken


def _length(ways: Sequence[Sequence[object]]) -> int:
    return len(ways[0]) if ways else 0


def beside(name: str, folder: Path) -> dict[str, Any]:
    """The same ways in another's hands, on any day."""
    asked = json.loads((folder / ASKED).read_text("utf-8"))
    begun = time.process_time()
    search = others.SEARCHES[name](folder / GRAPH)
    loading = time.process_time() - begun
    lengths: list[int] = []

    def way(pair: Sequence[int]) -> None:
        lengths.append(search(*pair))

    ways = _each(asked["pairs"], way)
    return {
        "loading": loading,
        "ms": {"ways": ways, "ways at hubs": _each(asked["hubs"], way)},
        "lengths": lengths[: len(asked["pairs"])],
    }


def who(divisions: int) -> dict[str, Any]:
    """How long it takes to work out who is who of all that documents name."""
    made = MadeCase(divisions)
    things = made.things
    begun = time.process_time()
    found = entities_of(things, Compared())
    seconds = time.process_time() - begun
    claims = sum(len(said) for _, said in made.stated())
    counted = {"entities": len(found), "true": len(made.entities())}
    return {"claims": claims, "things": len(things), "seconds": seconds, **counted}


def main() -> None:
    """Does one of them and prints what it took."""
    what, folder, *rest = sys.argv[1:]
    if what == "make":
        told = make(Path(folder), int(rest[0]))
    elif what == "who":
        told = who(int(rest[0]))
    elif what == "ask":
        told = ask(Path(folder))
    else:
        told = beside(what, Path(folder))
    sys.stdout.write(json.dumps(told) + "\n")


if __name__ == "__main__":
    main()
