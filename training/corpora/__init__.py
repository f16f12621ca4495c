"""The corpora that the reader is trained on, each brought to `Labelled` documents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from training.corpora import gum, polnear, re3d, sfm
from training.labelled import Labelled
from training.overlap import hashes_of, sentence_hashes


def held_out(shared: Path) -> dict[str, list[Labelled]]:
    """The dev documents of each corpus: evaluated on, never trained on."""
    return {
        "polnear": list(polnear.read(shared / "polnear", "dev", every_annotator=True)),
        "sfm": list(sfm.read(shared / "sfm-nlp", "dev")),
        "re3d": list(re3d.read(shared / "re3d", "dev")),
    }


def all_training(shared: Path) -> Iterator[tuple[int, Labelled]]:
    """Every training document with how often an epoch shows it.

    The two small sets are shown several times, so that the mention heads see enough of them. A
    passage with a sentence that also stands in a dev document is left out.
    """
    evaluated = hashes_of(d for documents in held_out(shared).values() for d in documents)
    for times, documents in (
        (1, polnear.read(shared / "polnear", "train")),
        (3, sfm.read(shared / "sfm-nlp", "train")),
        (4, re3d.read(shared / "re3d", "train")),
        (1, gum.read(shared / "gum")),
    ):
        for document in documents:
            kept = tuple(
                passage
                for passage in document.passages
                if not sentence_hashes(passage.of(document.text)) & evaluated
            )
            yield times, replace(document, passages=kept)
