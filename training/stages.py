"""The stages of a training run: what is shown how often, for how long, how fast it is learnt."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from training.corpora import gum, held_out, own, polnear, re3d, sfm
from training.labelled import Labelled
from training.overlap import hashes_of, sentence_hashes


@dataclass(frozen=True, slots=True)
class Stage:
    """One pass of training; the next stage begins with its weights and fresh momentum."""

    name: str
    """Names its checkpoint."""
    epochs: int
    rate: float
    """The encoder's highest learning rate; the heads learn eight times as fast."""
    links_only: bool = False
    """Whether the encoder and its other heads stand still, and only what links mentions learns."""
    relations: float = 1.0
    """What a relation or role counts against being the same: there are twenty times as many of
    those, and beside them a kind with two hundred examples is hardly learnt."""
    times: Mapping[str, float] = field(default_factory=dict)
    """How often an epoch shows each document of a corpus; a half takes every second document."""


STAGES = (
    Stage("broad", 3, 1e-4, times={"polnear": 1, "sfm": 3, "re3d": 4, "gum": 1}),
    # GUM parts "Woodbridge, Virginia" and leaves countries that act as places; the conflict
    # sets, which do neither, have the last word, and our own corpus says all that is left. What
    # it alone marks is rare and has to be shown often before the network believes any of it.
    Stage("deep", 4, 6e-5, times={"polnear": 1, "sfm": 2, "re3d": 3, "gum-links": 1, "own": 5}),
    # After *deep* the network did not know the relations of its own training texts: two epochs
    # with relations counted six times teach it more of them than four without.
    Stage(
        "near",
        3,
        5e-5,
        relations=6.0,
        times={"polnear": 1, "sfm": 3, "re3d": 5, "gum-links": 1, "own": 4},
    ),
    Stage(
        "links",
        24,
        5e-4,
        links_only=True,
        relations=6.0,
        times={"sfm": 1, "gum-links": 1, "own": 1},
    ),
)
OPEN_STAGES = (Stage("open", 8, 1e-4, times={"gum": 1, "re3d": 3, "own": 4}),)
"""Only corpora with an open licence, and our own: the two without one stay out."""

_CORPORA: dict[str, Callable[[Path], Iterator[Labelled]]] = {
    "polnear": lambda shared: polnear.read(shared / "polnear", "train"),
    "sfm": lambda shared: sfm.read(shared / "sfm-nlp", "train"),
    "re3d": lambda shared: re3d.read(shared / "re3d", "train"),
    "gum": lambda shared: gum.read(shared / "gum", "train"),
    "gum-links": lambda shared: gum.read(shared / "gum", "train", links_only=True),
    "own": lambda shared: own.read("train"),
}


def documents_of(stage: Stage, shared: Path) -> Iterator[tuple[int, Labelled]]:
    """Every document of a stage with how often an epoch shows it.

    A passage with a sentence that also stands in a dev document is left out.
    """
    evaluated = hashes_of(d for documents in held_out(shared).values() for d in documents)
    for name, times in stage.times.items():
        for number, document in enumerate(_CORPORA[name](shared)):
            if times < 1 and number % round(1 / times):
                continue
            kept = tuple(
                passage
                for passage in document.passages
                if not sentence_hashes(passage.of(document.text)) & evaluated
            )
            yield max(1, round(times)), replace(document, passages=kept)
