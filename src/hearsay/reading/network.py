"""The trained network as ONNX, run in batches of windows on the processor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files

import numpy as np
import onnxruntime

from hearsay.reading.decoding import Floats
from hearsay.reading.distances import distance_buckets
from hearsay.reading.pieces import CLS, SEP, Ints, Pieces
from hearsay.reading.windows import Window

BATCH = 8
"""Windows run at once: more gain nothing on two cores and cost memory."""


@dataclass(frozen=True, slots=True)
class Scored:
    """What the tagger says of one window's pieces, its end marks left out."""

    hidden: Floats
    """[pieces, 384]"""
    cue: Floats
    """[pieces, 3] logits"""
    mention: Floats
    """[pieces, channels, 3] logits"""


class Network:
    """Two small graphs: the tagger over windows, and the pairing of cues with their pieces."""

    def __init__(self, *, threads: int = 0) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.log_severity_level = 3
        weights = files("hearsay.reading").joinpath("weights")
        self._tagger, self._pairing = (
            onnxruntime.InferenceSession(
                weights.joinpath(name).read_bytes(), options, providers=["CPUExecutionProvider"]
            )
            for name in ("tagger.onnx", "pairing.onnx")
        )

    def tag(self, windows: Sequence[tuple[Pieces, Window]]) -> list[Scored]:
        """Scores for each window, in the order given; windows of like length run together."""
        order = sorted(range(len(windows)), key=lambda i: windows[i][1].end - windows[i][1].start)
        scored: list[Scored | None] = [None] * len(windows)
        for at in range(0, len(order), BATCH):
            batch = order[at : at + BATCH]
            hidden, cue, mention = self._tagger.run(None, _inputs([windows[i] for i in batch]))
            for row, number in enumerate(batch):
                size = windows[number][1].end - windows[number][1].start
                scored[number] = Scored(
                    hidden[row, 1 : size + 1], cue[row, 1 : size + 1], mention[row, 1 : size + 1]
                )
        return [one for one in scored if one is not None]

    def pair(self, hidden: Floats, first: Ints, last: Ints) -> Floats:
        """[cues, pieces, 5] logits for the cues of one window, `last` included."""
        scores: Floats = self._pairing.run(
            None,
            {
                "hidden": hidden[None],
                "window": np.zeros(len(first), np.int64),
                "first": first,
                "last": last,
                "distance": distance_buckets(len(hidden), first, last),
            },
        )[0]
        return scores


def _inputs(windows: Sequence[tuple[Pieces, Window]]) -> dict[str, Ints]:
    length = 2 + max(window.end - window.start for _, window in windows)
    ids, shapes, layouts, mask = (np.zeros((len(windows), length), np.int64) for _ in range(4))
    for row, (pieces, window) in enumerate(windows):
        size = window.end - window.start
        part = slice(window.start, window.end)
        ids[row, 0], ids[row, size + 1] = CLS, SEP
        shapes[row, 0] = shapes[row, size + 1] = 6
        ids[row, 1 : size + 1] = pieces.ids[part]
        shapes[row, 1 : size + 1] = pieces.shapes[part]
        layouts[row, 1 : size + 1] = pieces.layouts[part]
        mask[row, : size + 2] = 1
    return {"ids": ids, "shapes": shapes, "layouts": layouts, "mask": mask}
