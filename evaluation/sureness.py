"""How far the reader's sureness can be trusted: what it gives 0.8, four in five should be right.

    python -m evaluation.sureness [held_out|tuning]

For each family of finds on our own corpus: how many there are, the expected calibration error
(Naeini et al., 2015: the mean distance between sureness and share of right ones over ten bins), and
what is right of those the reader calls unsure.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator

from evaluation.attributions import linked
from evaluation.own import readings_of
from evaluation.structure import Matching
from hearsay.reading.reader import open_reader
from hearsay.vocabulary.readings import UNSURE, Reading
from hearsay.vocabulary.spans import hull
from training.own.notation import passages
from training.own.passages import OwnPassage

Judged = tuple[str, float, bool]
"""A find's family, how sure the reader is, and whether it is right."""
BINS = 10


def judged(pairs: Iterable[tuple[Reading, OwnPassage]]) -> Iterator[Judged]:
    """Every find of these readings held against the marks."""
    for reading, passage in pairs:
        yield from _judged(reading, passage)


def _judged(reading: Reading, passage: OwnPassage) -> Iterator[Judged]:
    gold = passage.reading
    right = linked(
        [(a.source, a.cue, a.content) for a in reading.attributions],
        [(a.source, a.cue, a.content) for a in gold.attributions],
    )
    for number, attribution in enumerate(reading.attributions):
        yield "attribution", attribution.score, number in right
    marked = {(m.type, hull(m.spans)) for m in gold.mentions}
    for mention in reading.mentions:
        yield "mention", mention.score, (mention.type, hull(mention.spans)) in marked
    same = Matching(reading, gold)
    for relation in reading.relations:
        yield "relation", relation.score, any(same.relation(relation, r) for r in gold.relations)
    for event in reading.events:
        yield "event", event.score, any(same.event(event, e) for e in gold.events)
    for count in reading.counts:
        yield "count", count.score, any(same.count(count, c) for c in gold.counts)
    for cause in reading.causes:
        yield "cause", cause.score, any(same.cause(cause, c) for c in gold.causes)


def error(finds: list[Judged]) -> float:
    """Expected calibration error, from 0 to 1."""
    total = 0.0
    for number in range(BINS):
        inside = [f for f in finds if number == min(BINS - 1, int(f[1] * BINS))]
        if inside:
            sure = sum(score for _, score, _ in inside) / len(inside)
            right = sum(good for *_, good in inside) / len(inside)
            total += len(inside) * abs(sure - right)
    return total / len(finds) if finds else 0.0


def main() -> int:
    """Prints a line for each family."""
    part = sys.argv[1] if len(sys.argv) > 1 else "held_out"
    gold = list(passages(part))
    every = list(judged(zip(readings_of(open_reader(), gold), gold, strict=True)))
    for family in sorted({family for family, *_ in every}):
        finds = [f for f in every if f[0] == family]
        unsure = [f for f in finds if f[1] < UNSURE]
        right = sum(good for *_, good in unsure)
        print(
            f"{family:<12}{len(finds):6} finds  calibration error {100 * error(finds):4.1f}  "
            f"unsure {len(unsure):4}, of these right {right}"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
