"""The corpora that the reader is trained on, each brought to `Labelled` documents."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from training.corpora import polnear, re3d, sfm
from training.labelled import Labelled


def all_training(shared: Path) -> Iterator[tuple[int, Labelled]]:
    """Every training document with how often an epoch shows it.

    The two small sets are shown twice, so that mention heads see enough of them.
    """
    for document in polnear.read(shared / "polnear", "train"):
        yield 1, document
    for document in sfm.read(shared / "sfm-nlp", "train"):
        yield 2, document
    for document in re3d.read(shared / "re3d", "train"):
        yield 2, document
