"""The trained network as ONNX, run on the processor one window at a time on each core.

A window by itself needs no filling up to the length of others, and what is read in it does not
depend on what else is read: in a batch, int8 values of all windows would share one scale.
"""

from __future__ import annotations

import os
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable

import numpy as np

from hearsay.reading import calibration as calibrating
from hearsay.reading import thresholds as choosing
from hearsay.reading.calibration import Calibration, fitted_for
from hearsay.reading.decoding import Floats
from hearsay.reading.distances import distance_buckets
from hearsay.reading.pieces import CLS, SEP, Ints, Pieces
from hearsay.reading.runtime import onnxruntime
from hearsay.reading.thresholds import Thresholds, chosen_for
from hearsay.reading.windows import Window

WEIGHTS: Traversable = files("hearsay.reading").joinpath("weights")
"""The weights that Hearsay comes with."""
GRAPHS = ("tagger.onnx", "pairing.onnx", "linking.onnx")
"""The graphs of the weights, in the order in which they are used."""
FILES = (*GRAPHS, choosing.FILE, calibrating.FILE)
"""All that decides what is found."""


@dataclass(frozen=True, slots=True)
class Scored:
    """What the tagger says of one window's pieces, its end marks left out."""

    hidden: Floats
    """[pieces, 384]"""
    cue: Floats
    """[pieces, 3] logits"""
    tracks: Floats
    """[pieces, tracks, 3] logits"""


class Network:
    """Three small graphs: the tagger over windows, what belongs to a cue, what links mentions."""

    def __init__(
        self,
        *,
        threads: int = 0,
        weights: Traversable = WEIGHTS,
        thresholds: Thresholds | None = None,
        calibration: Calibration | None = None,
    ) -> None:
        self.weights = weights
        self.thresholds = thresholds or chosen_for(weights)
        self.calibration = calibration or fitted_for(weights)
        options = onnxruntime.SessionOptions()
        # Many windows on a thread each are faster than one window on many threads.
        options.intra_op_num_threads = 1
        options.log_severity_level = 3
        self._tagger, self._pairing, self._linking = (
            onnxruntime.InferenceSession(
                weights.joinpath(name).read_bytes(), options, providers=["CPUExecutionProvider"]
            )
            for name in GRAPHS
        )
        self._threads = ThreadPoolExecutor(threads or _cores(), "network")

    def tag(self, pieces: Pieces, window: Window) -> Future[Scored]:
        """Scores for a window, to come as soon as a core is free for it, first asked first."""
        return self._threads.submit(self._tag, pieces, window)

    def pair(self, hidden: Floats, kind: Ints, first: Ints, last: Ints) -> Floats:
        """[anchors, pieces, 5] logits for the anchors of one window, `last` included."""
        scores: Floats = self._pairing.run(
            None,
            {
                "hidden": hidden[None],
                "window": np.zeros(len(first), np.int64),
                "kind": kind,
                "first": first,
                "last": last,
                "distance": distance_buckets(len(hidden), first, last),
            },
        )[0]
        return scores

    def link(
        self, hidden: Floats, ends: Ints, left: Ints, right: Ints, distance: Ints, alike: Ints
    ) -> Floats:
        """[links, kinds] logits between mentions [ends, 3] of one window: first, last, track."""
        scores: Floats = self._linking.run(
            None,
            {
                "hidden": hidden[None],
                "window": np.zeros(len(ends), np.int64),
                "first": ends[:, 0].copy(),
                "last": ends[:, 1].copy(),
                "track": ends[:, 2].copy(),
                "left": left,
                "right": right,
                "distance": distance,
                "alike": alike,
            },
        )[0]
        return scores

    def _tag(self, pieces: Pieces, window: Window) -> Scored:
        hidden, cue, tracks = self._tagger.run(None, _inputs(pieces, window))
        return Scored(hidden[0, 1:-1], cue[0, 1:-1], tracks[0, 1:-1])


def _inputs(pieces: Pieces, window: Window) -> dict[str, Ints]:
    part = slice(window.start, window.end)
    size = window.end - window.start
    return {
        "ids": np.concatenate(([CLS], pieces.ids[part], [SEP]))[None],
        "shapes": np.concatenate(([6], pieces.shapes[part], [6]))[None],
        "layouts": np.concatenate(([0], pieces.layouts[part], [0]))[None],
        "mask": np.ones((1, size + 2), np.int64),
    }


def _cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
