"""Ways to run the graph: what threads, batches, windows and waiting cost or give."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from benchmarks import encoder
from benchmarks.encoder import Running
from benchmarks.figures import Section, Spread
from benchmarks.material import documents_of, material
from benchmarks.setting import Setting, cores
from hearsay.reading.pieces import pieces_of
from hearsay.reading.readable import prose_of


def tried() -> list[Running]:
    """Every way that is compared, the reader's own first."""
    all_cores = cores()
    ours = encoder.as_read()
    inside = Running(at_once=1, threads=all_cores, batch=8)
    return [
        ours,
        *(replace(ours, batch=batch) for batch in (2, 4, 8)),
        *(replace(inside, batch=batch) for batch in (1, 4, 8, 16)),
        *(replace(inside, batch=batch, spinning=False) for batch in (1, 8)),
        Running(at_once=1, threads=1, batch=1),
        *(replace(ours, length=length) for length in (64, 128, 192, 384)),
    ]


def measure(setting: Setting) -> Iterator[Section]:
    """Each way in turn, as often as all the others."""
    pieces = [pieces_of(d.text, prose_of(d)) for d in documents_of(material(setting))]
    ways = tried()
    values: dict[Running, list[float]] = {way: [] for way in ways}
    for _ in range(setting.runs):
        for way in ways:
            values[way].append(encoder.pace(way, pieces, windows=96))
    yield section({way: Spread(tuple(found)) for way, found in values.items()})


def section(paces: dict[Running, Spread]) -> Section:
    """The table of paces, the reader's own way first."""
    rows = tuple(_row(way, spread) for way, spread in paces.items())
    about = (
        "Word pieces a second of the bare encoder. The first row is how the reader runs it: one "
        "window at a time on each core. Nothing is filled up to a common length that way, and "
        "what is found in a window does not depend on its neighbours in a batch, whose values "
        "would share one int8 scale with its own.",
    )
    head = ("at once", "threads in each", "batch", "window", "threads wait", "word pieces/s")
    return Section("Ways to run it", about, "python -m benchmarks settings", head, rows)


def _row(way: Running, spread: Spread) -> tuple[str, ...]:
    waiting = "–" if way.threads == 1 else "busily" if way.spinning else "asleep"
    ways = (way.at_once, way.threads, way.batch, way.length)
    return (*map(str, ways), waiting, spread.line())
