"""The reader's network against the dev parts of PolNeAR, SFM and re3d."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from evaluation.attributions import AttributionScores, Triple, score
from evaluation.scores import Measured, Score
from hearsay.reading.labels import CHANNELS
from hearsay.reading.network import Network
from hearsay.reading.tagging import Found, find
from hearsay.vocabulary.spans import Span
from training.corpora import held_out, re3d, sfm
from training.labelled import Labelled


def found_in(network: Network, documents: list[Labelled]) -> list[Found]:
    """What the network finds in each document."""
    return find(network, [(d.text, d.passages) for d in documents])


def attributions(network: Network, documents: list[Labelled]) -> AttributionScores:
    """Whole documents, exact spans, as in PolNeAR's annotation."""
    total = AttributionScores()
    for document, found in zip(documents, found_in(network, documents), strict=True):
        ours: list[Triple] = [(a.source, a.cue, a.content) for a in found.attributions]
        theirs = [(a.source, a.cue, a.content) for a in document.attributions or ()]
        total += score(ours, theirs, document.text)
    return total


def sfm_strings(network: Network, documents: list[Labelled]) -> dict[str, Score]:
    """By type, on the lines that hold annotations: the strings found against those marked."""
    by_type = {name: Score() for name in ("Person", "Rank", "Organization", "Role")}
    for document, found in zip(documents, found_in(network, documents), strict=True):
        for line in document.mentions_within or ():
            for name in by_type:
                channels = {
                    c
                    for label, c in sfm.CHANNEL.items()
                    if label in (name, "Title") and (name == "Role" or label == name)
                }
                theirs = Counter(
                    span.of(document.text)
                    for channel, spans in (document.mentions or {}).items()
                    if channel in channels
                    for span in spans
                    if line.covers(span)
                )
                ours = Counter(
                    m.span.of(document.text)
                    for m in found.mentions
                    if CHANNELS.index((m.type, m.form)) in channels and line.covers(m.span)
                )
                by_type[name] += Score(sum((ours & theirs).values()), ours.total(), theirs.total())
    return by_type


def re3d_spans(network: Network, documents: list[Labelled]) -> dict[str, Score]:
    """By type: strict spans without leading articles, outermost of their type, no pronouns."""
    by_type: dict[str, Score] = {}
    for document, found in zip(documents, found_in(network, documents), strict=True):
        for name in sorted(set(re3d.TYPES.values())):
            theirs = {
                span
                for number, spans in (document.mentions or {}).items()
                if CHANNELS[number][0] == name
                for span in spans
            }
            ours = _outermost(m.span for m in found.mentions if m.type == name)
            matched = len(ours & theirs)
            by_type[name] = by_type.get(name, Score()) + Score(matched, len(ours), len(theirs))
    return by_type


def _outermost(spans: Iterable[Span]) -> set[Span]:
    every = set(spans)
    return {s for s in every if not any(o != s and o.covers(s) for o in every)}


def measure(shared: Path) -> Iterator[Measured]:
    """The reader's scores on the dev part of every corpus in `shared`."""
    network = Network()
    dev = held_out(shared)
    scores = attributions(network, dev["polnear"])
    for name in ("source", "cue", "content", "triple"):
        yield Measured(f"polnear.{name}", getattr(scores, name))
    for corpus, by_type in (
        ("sfm", sfm_strings(network, dev["sfm"])),
        ("re3d", re3d_spans(network, dev["re3d"])),
    ):
        for name, one in by_type.items():
            yield Measured(f"{corpus}.{name}", one)
        yield Measured(f"{corpus}.all", sum(by_type.values(), Score()))
