"""The shortest way between two in the hands of others: networkx in memory, DuckDB in a table.

Neither knows days, denials, hubs or what the reader is unsure of, and neither shows a claim: they
search the bare graph of who stands beside whom, over at most as many steps.
"""

from __future__ import annotations

import csv
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from hearsay.picture.paths import HOPS

Search = Callable[[int, int], int]
"""From two numbers to how many steps they lie apart; 0 where they are one or too far."""


def _networkx(path: Path) -> Search:
    networkx = import_module("networkx")
    graph = networkx.Graph()
    with path.open(encoding="utf-8", newline="") as file:
        graph.add_edges_from((int(here), int(there)) for here, there in csv.reader(file))

    def search(start: int, end: int) -> int:
        try:
            steps = len(networkx.bidirectional_shortest_path(graph, start, end)) - 1
        except (networkx.NetworkXNoPath, networkx.NodeNotFound):
            return 0
        return steps if steps <= HOPS else 0

    return search


def _duckdb(path: Path) -> Search:
    """Two-sided as ours, the smaller side first; each step one query."""
    connection = import_module("duckdb").connect()
    connection.execute("SET threads = 1")
    columns = "columns = {'here': 'INTEGER', 'there': 'INTEGER'}"
    connection.execute(
        f"CREATE TABLE step AS SELECT * FROM read_csv('{path}', header = false, {columns}) "
        f"UNION ALL SELECT there, here FROM read_csv('{path}', header = false, {columns})"
    )
    connection.execute("CREATE INDEX step_from ON step (here)")
    step = "SELECT DISTINCT there FROM step WHERE here IN (SELECT unnest(?))"

    def search(start: int, end: int) -> int:
        seen, last = ({start}, {end}), [{start}, {end}]
        for steps in range(1, HOPS + 1 if start != end else 1):
            side = 0 if len(last[0]) <= len(last[1]) else 1
            rows = connection.execute(step, [list(last[side])]).fetchall()
            last[side] = {there for (there,) in rows} - seen[side]
            seen[side].update(last[side])
            if not last[side]:
                return 0
            if last[side] & seen[1 - side]:
                return steps
        return 0

    return search


SEARCHES: dict[str, Callable[[Path], Search]] = {"networkx": _networkx, "duckdb": _duckdb}
