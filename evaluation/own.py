"""The reader against the held-out part of our own corpus, whole pipeline.

Chains are scored on attributions that pass something on: a gold attribution whose chain has two
speakers or more is found where one of ours has a cue that overlaps it and the same speakers in the
same order: each a mention that overlaps one of the same thing in the gold. One of ours whose chain
has two speakers or more and is not so in the gold is wrong: a chain of one must not become two.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from evaluation.attributions import AttributionScores, Triple, score
from evaluation.pipeline import document_of
from evaluation.scores import Measured, Score
from evaluation.structure import each_meets, matched, same_things, structure
from hearsay.reading.reader import Reader
from hearsay.vocabulary.captures import Particulars
from hearsay.vocabulary.readings import Attribution, Reading
from hearsay.vocabulary.spans import Span, Spans, hull
from training.own.notation import passages
from training.own.passages import OwnPassage

_FORMS = ("name", "nominal")
_KINDS = ("Person", "Organization", "Place")


def measure(reader: Reader, part: str = "held_out") -> Iterator[Measured]:
    """Attributions, chains, how things are said, mentions, assertions and what is between them."""
    gold = list(passages(part))
    yield from compared(zip(readings_of(reader, gold), gold, strict=True))


def compared(pairs: Iterable[tuple[Reading, OwnPassage]]) -> Iterator[Measured]:
    """The scores of readings against passages as they are marked."""
    total = AttributionScores()
    single: dict[str, Score] = {}
    for reading, passage in pairs:
        ours: list[Triple] = [(a.source, a.cue, a.content) for a in reading.attributions]
        theirs: list[Triple] = [(a.source, a.cue, a.content) for a in passage.reading.attributions]
        total += score(ours, theirs, passage.text)
        for name, one in (
            ("chain", _chains(reading, passage)),
            *_manner(reading, passage),
            *_mentions(reading, passage),
            ("assertion", _assertions(reading, passage)),
            *structure(reading, passage.reading, passage.text),
        ):
            single[name] = single.get(name, Score()) + one
    for name in ("source", "cue", "content", "triple"):
        yield Measured(f"own.{name}", getattr(total, name))
    for name, one in single.items():
        yield Measured(f"own.{name}", one)


def readings_of(reader: Reader, gold: list[OwnPassage]) -> list[Reading]:
    """What is read in each passage, its head stated."""
    documents = []
    for passage in gold:
        stated = Particulars(
            published=passage.about.get("published"),
            publisher=passage.about.get("outlet"),
            period=passage.about.get("period"),
        )
        document = document_of(passage.text.encode("utf-8"), f"{passage.id}.txt", stated)
        if document.text != passage.text:
            raise ValueError(f"{passage.id}: the text came out changed.")
        documents.append(document)
    return list(reader.read(documents))


def _chains(reading: Reading, passage: OwnPassage) -> Score:
    at = {m.id: hull(m.spans) for m in reading.mentions}
    wanted_at = same_things(passage.reading.mentions)
    found = [a for a in reading.attributions if len(a.chain) > 1]
    wanted = [a for a in passage.reading.attributions if len(a.chain) > 1]

    def same(ours: Attribution, gold: Attribution) -> bool:
        return (
            hull(ours.cue).meets(hull(gold.cue))
            and len(ours.chain) == len(gold.chain)
            and each_meets(
                tuple(at[id] for id in ours.chain), tuple(wanted_at[id] for id in gold.chain)
            )
        )

    return matched(found, wanted, same)


def _manner(reading: Reading, passage: OwnPassage) -> Iterator[tuple[str, Score]]:
    """Class of cue, speech and polarity, on attributions whose cue is found."""
    for gold in passage.reading.attributions:
        ours = next((a for a in reading.attributions if hull(a.cue).meets(hull(gold.cue))), None)
        if ours is None:
            continue
        for name in ("cue_class", "speech", "polarity"):
            same = getattr(ours, name) == getattr(gold, name)
            yield name, Score(int(same), 1, 1)


def _mentions(reading: Reading, passage: OwnPassage) -> Iterator[tuple[str, Score]]:
    """Strict spans with their type: names and descriptions of somebody or something, and others."""

    def spans(of: Reading, form: str) -> set[tuple[str, Span]]:
        return {(m.type, hull(m.spans)) for m in of.mentions if m.type in _KINDS and m.form == form}

    def others(of: Reading) -> set[tuple[str, Span]]:
        return {(m.type, hull(m.spans)) for m in of.mentions if m.type not in _KINDS}

    for form in _FORMS:
        ours, theirs = spans(reading, form), spans(passage.reading, form)
        yield f"{form}s", Score(len(ours & theirs), len(ours), len(theirs))
    ours, theirs = others(reading), others(passage.reading)
    yield "others", Score(len(ours & theirs), len(ours), len(theirs))


def _assertions(reading: Reading, passage: OwnPassage) -> Score:
    """Each of ours that has half its characters in common with one of the gold's, and no other."""
    ours = [_places(a.spans) for a in reading.assertions]
    theirs = [_places(a.spans) for a in passage.reading.assertions]
    right = 0
    for gold in theirs:
        best = max(ours, key=lambda one: len(one & gold) / len(one | gold), default=None)
        if best is not None and len(best & gold) >= 0.5 * len(best | gold):
            right += 1
            ours.remove(best)
    found = len(reading.assertions)
    return Score(right, found, len(theirs))


def _places(spans: Spans) -> frozenset[int]:
    return frozenset(place for span in spans for place in range(span.start, span.end))
