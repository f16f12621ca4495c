"""The corpora that the reader is trained on, each brought to `Labelled` documents."""

from __future__ import annotations

from pathlib import Path

from training.corpora import gum, own, polnear, re3d, sfm
from training.labelled import Labelled


def held_out(shared: Path) -> dict[str, list[Labelled]]:
    """The dev documents of each corpus: evaluated on, never trained on."""
    return {
        "polnear": list(polnear.read(shared / "polnear", "dev", every_annotator=True)),
        "sfm": list(sfm.read(shared / "sfm-nlp", "dev")),
        "re3d": list(re3d.read(shared / "re3d", "dev")),
        "gum": list(gum.read(shared / "gum", "dev")),
        "own": [*own.read("held_out"), *own.read("tuning")],
    }
