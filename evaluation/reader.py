"""The reader against the dev parts of PolNeAR, SFM and re3d, whole pipeline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from evaluation.attributions import AttributionScores, Triple, score
from evaluation.pipeline import document_of
from evaluation.scores import Measured, Score
from evaluation.structure import matched, same_things
from hearsay.reading.labels import CHANNELS, LINKS
from hearsay.reading.reader import Reader
from hearsay.vocabulary.readings import Reading
from hearsay.vocabulary.spans import Span, Spans, hull
from training.corpora import held_out, re3d, sfm
from training.labelled import Labelled

SFM_TYPES = ("Person", "Rank", "Organization", "Role")


def readings_of(reader: Reader, documents: list[Labelled]) -> list[Reading]:
    """What is read in each document, offsets into its text as given."""
    made = [document_of(d.text.encode("utf-8"), d.name) for d in documents]
    for document, labelled in zip(made, documents, strict=True):
        if document.text != labelled.text:
            raise ValueError(f"{labelled.name}: the text came out changed.")
    return list(reader.read(made))


def attributions(reader: Reader, documents: list[Labelled]) -> AttributionScores:
    """Whole documents, exact spans, as in PolNeAR's annotation."""
    total = AttributionScores()
    for document, reading in zip(documents, readings_of(reader, documents), strict=True):
        ours: list[Triple] = [(a.source, a.cue, a.content) for a in reading.attributions]
        theirs = [(a.source, a.cue, a.content) for a in document.attributions or ()]
        total += score(ours, theirs, document.text)
    return total


def sfm_strings(reader: Reader, documents: list[Labelled]) -> dict[str, Score]:
    """By type, on the lines that hold annotations: the strings found against those marked.

    Marks at the edges do not count, as in all our spans: the set writes "Maj. Gen." seven times out
    of eight and else "Maj. Gen", both of the very same words.
    """
    by_type = {name: Score() for name in SFM_TYPES}
    for document, reading in zip(documents, readings_of(reader, documents), strict=True):
        for line in document.mentions_within or ():
            for name in by_type:
                channel = sfm.CHANNEL[name]
                theirs = Counter(
                    span.of(document.text).strip(_EDGES)
                    for span in (document.mentions or {}).get(channel, ())
                    if line.covers(span)
                )
                ours = Counter(
                    hull(m.spans).of(document.text).strip(_EDGES)
                    for m in reading.mentions
                    if (m.type, m.form) == CHANNELS[channel] and line.covers(hull(m.spans))
                )
                by_type[name] += Score((ours & theirs).total(), ours.total(), theirs.total())
    return by_type


_EDGES = " .,;:"


def sfm_relations(reader: Reader, documents: list[Labelled]) -> dict[str, Score]:
    """By kind, on the lines that hold annotations: end to end, both ends overlapping the gold.

    A mention that the reader carries to the same person or unit counts as it, as in `structure`.
    Security Force Monitor marks named persons and units only, so that of others ("troops of the
    26 Battalion", "he") nothing is known.
    """
    by_kind = {name: Score() for name in sorted(set(sfm.LINK.values()))}
    for document, reading in zip(documents, readings_of(reader, documents), strict=True):
        lines = document.mentions_within or ()
        meant = same_things(reading.mentions)
        unknown = {m.id for m in reading.mentions if m.type in _NAMED and m.form != "name"}
        if document.links is None:
            continue
        for kind in by_kind:
            theirs = [
                (document.links.ends[left][0], document.links.ends[right][0])
                for left, right, link in document.links.held
                if LINKS[link] == kind
            ]
            ours = [
                (meant[one.source], meant[one.target])
                for one in reading.relations
                if one.type == kind
                and not {one.source, one.target} & unknown
                and _on_a_line(meant[one.source], meant[one.target], lines)
            ]
            by_kind[kind] += matched(ours, theirs, _overlap)
    return by_kind


_NAMED = ("Person", "Organization")


def _on_a_line(left: Spans, right: Spans, lines: Sequence[Span]) -> bool:
    return any(
        any(line.covers(span) for span in left) and any(line.covers(span) for span in right)
        for line in lines
    )


def _overlap(found: tuple[Spans, Spans], wanted: tuple[Span, Span]) -> bool:
    return all(
        any(span.meets(end) for span in spans) for spans, end in zip(found, wanted, strict=True)
    )


def re3d_spans(reader: Reader, documents: list[Labelled]) -> dict[str, Score]:
    """By type: strict spans without leading articles, outermost ones, no pronouns."""
    by_type: dict[str, Score] = {}
    for document, reading in zip(documents, readings_of(reader, documents), strict=True):
        for name in sorted(set(re3d.TYPES.values())):
            theirs = {
                span
                for number, spans in (document.mentions or {}).items()
                if CHANNELS[number][0] == name
                for span in spans
            }
            ours = _outermost(
                hull(m.spans)
                for m in reading.mentions
                if m.type == name and m.form != "pronoun" and m.outermost
            )
            matched = len(ours & theirs)
            by_type[name] = by_type.get(name, Score()) + Score(matched, len(ours), len(theirs))
    return by_type


def _outermost(spans: Iterable[Span]) -> set[Span]:
    every = set(spans)
    return {s for s in every if not any(o != s and o.covers(s) for o in every)}


def measure(reader: Reader, shared: Path) -> Iterator[Measured]:
    """The reader's scores on the dev part of every corpus in `shared`."""
    dev = held_out(shared)
    scores = attributions(reader, dev["polnear"])
    for name in ("source", "cue", "content", "triple"):
        yield Measured(f"polnear.{name}", getattr(scores, name))
    for kind, one in sfm_relations(reader, dev["sfm"]).items():
        yield Measured(f"sfm.{kind}", one)
    for corpus, by_type in (
        ("sfm", sfm_strings(reader, dev["sfm"])),
        ("re3d", re3d_spans(reader, dev["re3d"])),
    ):
        for name, one in by_type.items():
            yield Measured(f"{corpus}.{name}", one)
        yield Measured(f"{corpus}.all", sum(by_type.values(), Score()))
