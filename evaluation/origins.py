"""Measures who had what from whom against the samples' gold and against made-up chains.

python -m evaluation.origins                    the samples, as the reader reads them
python -m evaluation.origins --simulated 1000   made-up chains, with a reading without mistakes
python -m evaluation.origins --simulated 1000 --withheld 0.3
python -m evaluation.origins --read 26          made-up chains, as the reader reads them
python -m evaluation.origins --helsinki         the articles that we marked
python -m evaluation.origins --unseen           those that nothing was tuned on
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from time import perf_counter

from evaluation.accounts import sample_accounts
from evaluation.origin_scores import OriginScores, score
from evaluation.origins_gold import helsinki_gold, sample_gold
from evaluation.pipeline import document_of
from evaluation.scores import Measured, Score, share
from evaluation.simulated_accounts import accounts, read, truth
from evaluation.simulating import Chain, chain
from hearsay import samples
from hearsay.reading.claims import claims_of
from hearsay.reading.reader import Reader
from hearsay.vocabulary.captures import Particulars
from hearsay.vocabulary.traces import Account, Trace

TOGETHER = 13
"""So many chains make one case: as many as there are reports, so that none is told twice in it."""

MARKED = Path(__file__).with_name("gold") / "helsinki-origins.json"
UNSEEN = MARKED.with_stem("helsinki-origins-unseen")
"""Marked from the articles alone, and never tuned on."""

Tracing = Callable[[Sequence[Account]], Sequence[Trace]]


def on_samples(trace: Tracing, reader: Reader) -> OriginScores:
    """The sample reports, from file to trace."""
    read_in = list(sample_accounts(reader).values())
    return score(trace(read_in), read_in, sample_gold(samples.gold(), read_in))


def on_helsinki(
    trace: Tracing, reader: Reader, shared: Path, marked: Path = MARKED
) -> OriginScores:
    """The Helsinki articles that we marked, as the reader reads them; even ids only."""
    gold = json.loads(marked.read_text("utf-8"))
    read_in = helsinki_accounts(gold["articles"], reader, shared)
    return score(trace(read_in), read_in, helsinki_gold(gold, read_in))


def helsinki_accounts(ids: Sequence[int], reader: Reader, shared: Path) -> list[Account]:
    """These articles with their outlet and day, their paragraphs as passages."""
    csv.field_size_limit(1 << 30)
    with (shared / "helsinki" / "helsinki_articles.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if int(row["id"]) in ids]
    documents = [
        document_of(
            row["text"].replace(" ### ", "\n\n").encode(),
            f"{row['id']}.txt",
            Particulars(row["scrape_time"][:10], row["publisher"]),
        )
        for row in rows
    ]
    return [
        Account(document, reading, claims_of(document, reading), f"{row['id']}.txt")
        for row, document, reading in zip(rows, documents, reader.read(documents), strict=True)
    ]


def on_chains(
    trace: Tracing, number: int, *, withheld: float = 0.0, reader: Reader | None = None
) -> OriginScores:
    """So many made-up chains, several in one case; by the true reader where one is given."""
    scores = OriginScores()
    for whole in cases(number):
        kept = [one.without(withheld, seed=7) for one in whole] if withheld else whole
        read_in = read(kept, reader) if reader else accounts(kept)
        began = perf_counter()
        traces = trace(read_in)
        scores.spend(perf_counter() - began, len(read_in))
        scores.add(score(traces, read_in, truth(kept, whole)))
    return scores


def cases(number: int) -> Iterator[list[Chain]]:
    """The chains in handfuls that make a case each."""
    for start in range(0, number, TOGETHER):
        yield [chain(n) for n in range(start, min(number, start + TOGETHER))]


SIMULATED = 52
"""Made-up chains that the floors are held on: four for each report."""

_SHARES = {
    "parent": "parent or one in its words",
    "changes": "changes",
    "copied_text": "retellings that are copied_text",
    "credit": "retellings that are credit",
    "named_source": "retellings that are named_source",
    "links": "links within one origin",
}
"""What is measured by right, found and wanted, by our names for it."""
_GROUPS = {"propositions": "propositions B³", "roots": "origins B³, likely"}
_MEANS = {"interval": "interval holds the truth", "kept": "origins kept"}


def measure(reader: Reader, shared: Path) -> Iterator[Measured]:
    """The scores that floors are held on: the samples, made-up chains, marked articles."""
    from hearsay.origins.tracing import traces_of

    yield from _measured("origins", on_samples(traces_of, reader))
    yield from _measured("simulated", on_chains(traces_of, SIMULATED))
    if (shared / "helsinki").exists():
        yield from _measured("helsinki", on_helsinki(traces_of, reader, shared))
        yield from _measured("unseen", on_helsinki(traces_of, reader, shared, UNSEEN))


def _measured(name: str, scores: OriginScores) -> Iterator[Measured]:
    for ours, theirs in _SHARES.items():
        if theirs in scores.shares and scores.shares[theirs].wanted:
            yield Measured(f"{name}.{ours}", scores.shares[theirs])
    for ours, theirs in _GROUPS.items():
        group = scores.groups[theirs]
        yield Measured(f"{name}.{ours}", share(group.f1))
    for ours, theirs in _MEANS.items():
        mean = scores.means[theirs]
        yield Measured(f"{name}.{ours}", Score(round(mean.total), mean.number, mean.number))


def main() -> int:
    """Prints the scores."""
    from hearsay.origins.tracing import traces_of
    from hearsay.reading.readers.minilm import open_reader

    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--simulated", type=int, metavar="N", help="so many made-up chains")
    parser.add_argument("--read", type=int, metavar="N", help="so many, by the true reader")
    parser.add_argument("--helsinki", action="store_true", help="the articles that we marked")
    parser.add_argument("--unseen", action="store_true", help="those that nothing was tuned on")
    parser.add_argument("--shared", type=Path, default=Path("../shared/data"))
    parser.add_argument("--withheld", type=float, default=0.0, help="share of documents left out")
    options = parser.parse_args()
    if options.simulated:
        scores = on_chains(traces_of, options.simulated, withheld=options.withheld)
    elif options.read:
        reader = open_reader()
        scores = on_chains(traces_of, options.read, withheld=options.withheld, reader=reader)
    elif options.helsinki or options.unseen:
        marked = UNSEEN if options.unseen else MARKED
        scores = on_helsinki(traces_of, open_reader(), options.shared, marked)
    else:
        scores = on_samples(traces_of, open_reader())
    for line in scores.lines():
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main())
