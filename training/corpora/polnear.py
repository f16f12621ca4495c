"""PolNeAR: political news with the source, cue and content of every attribution."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from hearsay.vocabulary.spans import Span, Spans
from training.corpora import brat
from training.corpora.reporting import REPORTING
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
        attributions = tuple(_attributions(brat.read(path)))
        yield Labelled(
            f"polnear/{part}/{stem}/{annotator}",
            text,
            brat.passages_of(text),
            attributions=attributions,
            unknown_cues=tuple(_may_be_inner(attributions, text)),
        )


def _may_be_inner(attributions: tuple[MarkedAttribution, ...], text: str) -> Iterator[Span]:
    """Words of saying within contents: the set marks whom the outlet cites, and only now and then
    whom these cite in turn."""
    for content in {part for one in attributions for part in one.content}:
        for found in REPORTING.finditer(text, content.start, content.end):
            yield Span(*found.span())


def _attributions(marked: brat.Standoff) -> Iterator[MarkedAttribution]:
    for event in marked.events:
        parts: dict[str, Spans] = {"Source": (), "Cue": (), "Content": ()}
        for role, id in event:
            kind = role.rstrip("0123456789")
            if kind in parts and id in marked.spans:
                parts[kind] = tuple(sorted(parts[kind] + marked.spans[id][1]))
        if parts["Cue"] and parts["Content"]:
            yield MarkedAttribution(parts["Source"], parts["Cue"], parts["Content"])
