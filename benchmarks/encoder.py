"""The bare encoder: the tagger's graph alone, run over windows that are full to the brim.

This is the pace that reading is held against, so it is run as reading runs it, and counts every
place of its windows, the two marks at their ends included.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib.resources import files

import numpy as np

from benchmarks.setting import cores
from hearsay.reading.pieces import CLS, SEP, Ints, Pieces
from hearsay.reading.runtime import onnxruntime

Inputs = dict[str, Ints]


@dataclass(frozen=True, slots=True)
class Running:
    """One way to run the graph."""

    at_once: int
    """Batches run at once, each by its own thread of ours."""
    threads: int
    """Threads that onnxruntime uses within one batch."""
    batch: int
    """Windows in a batch."""
    length: int = 256
    """Pieces in a window, its end marks included."""
    spinning: bool = True
    """Whether onnxruntime's threads wait busily for work."""


def as_read() -> Running:
    """The way in which the reader runs the graph."""
    return Running(at_once=cores(), threads=1, batch=1)


def pace(running: Running, pieces: Sequence[Pieces], *, windows: int = 192) -> float:
    """Word pieces a second over so many full windows, after some to warm up."""
    session = _session(running)
    batches = list(_batches(pieces, running, windows))
    with ThreadPoolExecutor(running.at_once) as pool:

        def run(inputs: Inputs) -> None:
            session.run(None, inputs)

        list(pool.map(run, batches[: 2 * running.at_once]))
        begun = time.perf_counter()
        list(pool.map(run, batches))
        taken = time.perf_counter() - begun
    return sum(batch["ids"].size for batch in batches) / taken


def _session(running: Running) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = running.threads
    options.log_severity_level = 3
    if not running.spinning:
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    graph = files("hearsay.reading").joinpath("weights/tagger.onnx").read_bytes()
    return onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])


def _batches(pieces: Sequence[Pieces], running: Running, windows: int) -> list[Inputs]:
    """Real text one after the other, cut into windows without regard to where sentences end."""
    ids, shapes, layouts = (
        np.concatenate([getattr(one, name) for one in pieces])
        for name in ("ids", "shapes", "layouts")
    )
    inner = running.length - 2
    # A short text is gone through again until there are windows enough.
    places = np.arange(windows * inner).reshape(windows, inner) % len(ids)
    whole: Inputs = {
        "ids": np.pad(ids[places], ((0, 0), (1, 1)), constant_values=((0, 0), (CLS, SEP))),
        "shapes": np.pad(shapes[places], ((0, 0), (1, 1)), constant_values=6),
        "layouts": np.pad(layouts[places], ((0, 0), (1, 1))),
        "mask": np.ones((windows, running.length), np.int64),
    }
    return [
        {name: column[at : at + running.batch] for name, column in whole.items()}
        for at in range(0, windows, running.batch)
    ]
