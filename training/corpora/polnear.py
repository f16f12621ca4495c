"""PolNeAR: political news with the source, cue and content of every attribution."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from hearsay.vocabulary.spans import Spans
from training.corpora import brat
from training.labelled import Labelled, MarkedAttribution


def read(folder: Path, part: str, *, every_annotator: bool = False) -> Iterator[Labelled]:
    """The documents of `train` or `dev`, one for each text, or one for each annotator of it."""
    seen: set[str] = set()
    for path in sorted((folder / part / "attributions").glob("*.ann")):
        stem, annotator = path.stem.rsplit("_", 1)
        if stem in seen and not every_annotator:
            continue
        seen.add(stem)
        text = (folder / part / "text" / f"{stem}.txt").read_bytes().decode("utf-8")
        marked = brat.read(path)
        yield Labelled(
            f"polnear/{part}/{stem}/{annotator}",
            text,
            brat.passages_of(text),
            attributions=tuple(_attributions(marked)),
        )


def _attributions(marked: brat.Standoff) -> Iterator[MarkedAttribution]:
    for event in marked.events:
        parts: dict[str, Spans] = {"Source": (), "Cue": (), "Content": ()}
        for role, id in event:
            kind = role.rstrip("0123456789")
            if kind in parts and id in marked.spans:
                parts[kind] = tuple(sorted(parts[kind] + marked.spans[id][1]))
        if parts["Cue"] and parts["Content"]:
            yield MarkedAttribution(parts["Source"], parts["Cue"], parts["Content"])
