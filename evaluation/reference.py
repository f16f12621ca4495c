"""Who is meant by what, on GUM's news with gold mentions.

The mentions that GUM marks are given; which of them mean the same is found as in every reading.
The score is the one of the CoNLL-2012 shared task (Pradhan et al., 2012): the mean of MUC
(Vilain et al., 1995), B-cubed (Bagga and Baldwin, 1998) and entity-based CEAF (Luo, 2005), in
which what is mentioned once counts nowhere. Beside it stands LEA (Moosavi and Strube, 2016).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import networkx

from evaluation.pipeline import document_of
from evaluation.scores import Measured, share
from hearsay.reading.found import Found, FoundMention
from hearsay.reading.interpreting import interpret
from hearsay.reading.looking import links_between
from hearsay.reading.network import Network
from hearsay.reading.readable import prose_of
from hearsay.reading.structuring import structured
from hearsay.vocabulary.readings import Reading
from hearsay.vocabulary.spans import hull
from training.corpora import gum

Cluster = frozenset[int]
"""Mentions of one thing, by their places in the list of all."""


@dataclass(frozen=True, slots=True)
class Shares:
    """Recall and precision as sums, which CoNLL's scores are quotients of."""

    right_of_wanted: float = 0.0
    wanted: float = 0.0
    right_of_found: float = 0.0
    found: float = 0.0

    def __add__(self, other: Shares) -> Shares:
        return Shares(
            self.right_of_wanted + other.right_of_wanted,
            self.wanted + other.wanted,
            self.right_of_found + other.right_of_found,
            self.found + other.found,
        )

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, from 0 to 1."""
        recall = self.right_of_wanted / self.wanted if self.wanted else 0.0
        precision = self.right_of_found / self.found if self.found else 0.0
        return 2 * recall * precision / (recall + precision) if recall + precision else 0.0


def measure(network: Network, shared: Path) -> Iterator[Measured]:
    """Each measure over all news of our dev part, and CoNLL's mean of the first three."""
    totals = {name: Shares() for name in MEASURES}
    for path in sorted((shared / "gum" / "dep").glob("GUM_news*.conllu")):
        if not gum.is_dev(path.stem):
            continue
        wanted, found = _clusters(network, path)
        for name, of in MEASURES.items():
            totals[name] += of(found, wanted)
    conll = sum(totals[name].f1 for name in ("muc", "b3", "ceaf")) / 3
    for name, value in [("conll", conll), *((name, one.f1) for name, one in totals.items())]:
        yield Measured(f"gum.{name}", share(value))


def _clusters(network: Network, path: Path) -> tuple[list[Cluster], list[Cluster]]:
    """What GUM takes for the same and what we do, each without what is mentioned once."""
    text, phrases = gum.phrases(path)
    document = document_of(text.encode("utf-8"), f"{path.stem}.txt")
    if document.text != text:
        raise ValueError(f"{path.stem}: the text came out changed.")
    given = tuple(FoundMention(one.type, one.span, one.form, 1.0) for one in phrases)
    links = links_between(network, text, prose_of(document), given)
    reading = interpret(document, given, (), ())
    reading = structured(reading, Found(mentions=given, links=tuple(links)), text)
    things = _things(reading)
    return (
        _several([one.thing for one in phrases]),
        _several([things.get((one.type, one.span.start, one.span.end)) for one in phrases]),
    )


def _things(reading: Reading) -> dict[tuple[str, int, int], str]:
    spans = ((m, hull(m.spans)) for m in reading.mentions)
    return {(m.type, span.start, span.end): m.refers for m, span in spans}


def _several(things: Sequence[str | None]) -> list[Cluster]:
    """The mentions of each thing that is mentioned more than once."""
    by_thing: dict[str, set[int]] = {}
    for place, thing in enumerate(things):
        if thing is not None:
            by_thing.setdefault(thing, set()).add(place)
    return [frozenset(places) for places in by_thing.values() if len(places) > 1]


# ── the measures ──


def muc(found: Sequence[Cluster], wanted: Sequence[Cluster]) -> Shares:
    """Links that would have to be added or cut."""

    def kept(of: Sequence[Cluster], within: Sequence[Cluster]) -> tuple[float, float]:
        links = sum(len(one) - 1 for one in of)
        return sum(len(one) - _parts(one, within) for one in of), links

    return Shares(*kept(wanted, found), *kept(found, wanted))


def _parts(one: Cluster, others: Sequence[Cluster]) -> int:
    meeting = [one & other for other in others if one & other]
    return len(meeting) + len(one) - sum(len(part) for part in meeting)


def b_cubed(found: Sequence[Cluster], wanted: Sequence[Cluster]) -> Shares:
    """For each mention how much of what is said to be the same is so."""

    def share(of: Sequence[Cluster], within: Sequence[Cluster]) -> tuple[float, float]:
        right = sum(len(a & b) ** 2 / len(a) for a in of for b in within)
        return right, sum(len(one) for one in of)

    return Shares(*share(wanted, found), *share(found, wanted))


def ceaf(found: Sequence[Cluster], wanted: Sequence[Cluster]) -> Shares:
    """Things held against one another, each against one at most, by how much they share."""
    graph = networkx.Graph()
    for n, one in enumerate(found):
        for k, other in enumerate(wanted):
            if one & other:
                alike = 2 * len(one & other) / (len(one) + len(other))
                graph.add_edge(("found", n), ("wanted", k), weight=alike)
    pairs = networkx.max_weight_matching(graph)
    right = sum(graph.edges[pair]["weight"] for pair in pairs)
    return Shares(right, len(wanted), right, len(found))


def lea(found: Sequence[Cluster], wanted: Sequence[Cluster]) -> Shares:
    """The share of each thing's links that stand, the larger things weighing more."""

    def stands(of: Sequence[Cluster], within: Sequence[Cluster]) -> tuple[float, float]:
        right = sum(len(a) * sum(_links(a & b) for b in within) / _links(a) for a in of)
        return right, sum(len(one) for one in of)

    return Shares(*stands(wanted, found), *stands(found, wanted))


def _links(cluster: Cluster) -> float:
    return len(cluster) * (len(cluster) - 1) / 2


MEASURES: dict[str, Callable[[Sequence[Cluster], Sequence[Cluster]], Shares]] = {
    "muc": muc,
    "b3": b_cubed,
    "ceaf": ceaf,
    "lea": lea,
}
