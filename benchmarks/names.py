"""Names: Hearsay's resolver beside nomenklatura's logic-v2, on the same pairs in the same run.

python -m benchmarks.names    prints the tables
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from importlib import import_module
from importlib.util import find_spec
from itertools import count
from pathlib import Path

from benchmarks.figures import Section, number
from benchmarks.page import table
from evaluation.names import SECOND, THIRD, GoldPair, ecb_pairs, gold_pairs, meantime_pairs
from evaluation.scores import Score
from hearsay.resolution.resolver import Resolver

SHARED = Path("../shared/data")
LIKE = 0.85
"""A usual threshold for the share of characters in common; of few it is the best on our pairs."""
LOGIC = 0.7
"""The threshold that logic-v2's makers advise."""
SCHEMAS = {"person": "Person", "PER": "Person", "ministry": "PublicBody", "role": "Position"}

Judge = Callable[[GoldPair], bool]


def measure(shared: Path = SHARED) -> Iterator[Section]:
    """The table of scores and times."""
    sets = {
        "our pairs, held half": [p for p in gold_pairs() if p.half == "held"],
        "our pairs, tuning half": [p for p in gold_pairs() if p.half == "tuning"],
        "second pairs, half A": [p for p in gold_pairs(SECOND) if p.half == "a"],
        "second pairs, half B": [p for p in gold_pairs(SECOND) if p.half == "b"],
        "third pairs, half A": [p for p in gold_pairs(THIRD) if p.half == "a"],
        "third pairs, half B": [p for p in gold_pairs(THIRD) if p.half == "b"],
        "MEANTIME": list(meantime_pairs(shared)),
        "ECB+": list(ecb_pairs(shared)),
    }
    rows = []
    for name, judge in judges():
        for told, pairs in sets.items():
            if not pairs:
                continue
            judge(pairs[0])  # what is read once is not counted
            begun = time.process_time()
            answers = [judge(pair) for pair in pairs]
            taken = time.process_time() - begun
            rows.append(_row(name, told, pairs, answers, taken))
            for kind in (
                dict.fromkeys(p.kind for p in pairs)
                if "MEANTIME" not in told and "ECB" not in told
                else ()
            ):
                of = [(p, a) for p, a in zip(pairs, answers, strict=True) if p.kind == kind]
                rows.append(_row(name, f"– {kind}", [p for p, _ in of], [a for _, a in of], None))
    about = (
        'Pairs of names, half of them of one. F1, precision and recall of "the same"; processor '
        "time a pair, names read anew for each, tables loaded before. logic-v2 sees the names and "
        "whether they are of persons; only Hearsay reads the words around them.",
    )
    head = ("how", "pairs", "count", "F1", "precision", "recall", "µs a pair")
    yield Section("Names", about, "python -m benchmarks.names", head, tuple(rows))


def judges() -> Iterator[tuple[str, Judge]]:
    """Each way to decide, ready to be asked."""
    yield "Hearsay", _hearsay()
    yield f"characters in common ≥ {LIKE:g}", _characters
    if find_spec("nomenklatura") is None:
        print("nomenklatura is not installed: logic-v2 is left out.", file=sys.stderr)
        return
    yield f"nomenklatura logic-v2 ≥ {LOGIC:g}", _logic()


def _hearsay() -> Judge:
    resolver = Resolver.supplied()

    def judge(pair: GoldPair) -> bool:
        resolver.names.clear()
        resolver.around.clear()
        return resolver.same(
            pair.left,
            pair.right,
            left_context=pair.left_context,
            right_context=pair.right_context,
        ).same

    return judge


def _characters(pair: GoldPair) -> bool:
    return SequenceMatcher(None, pair.left.casefold(), pair.right.casefold()).ratio() >= LIKE


def _logic() -> Judge:
    algorithm = import_module("nomenklatura.matching").get_algorithm("logic-v2")
    proxy = import_module("followthemoney").EntityProxy
    settings = algorithm.default_config()

    ids = count()

    def entity(name: str, kind: str) -> object:
        schema = SCHEMAS.get(kind, "Organization")
        # It remembers what it answered by the ids.
        return proxy.from_dict(
            {"id": str(next(ids)), "schema": schema, "properties": {"name": [name]}}
        )

    def judge(pair: GoldPair) -> bool:
        left, right = entity(pair.left, pair.kind), entity(pair.right, pair.kind)
        return bool(algorithm.compare(left, right, settings).score >= LOGIC)

    return judge


def _row(
    name: str, told: str, pairs: list[GoldPair], answers: list[bool], taken: float | None
) -> tuple[str, ...]:
    every = list(zip(pairs, answers, strict=True))
    score = Score(
        sum(pair.same and said for pair, said in every),
        sum(answers),
        sum(pair.same for pair in pairs),
    )
    shares = (score.f1, score.precision, score.recall)
    pace = "" if taken is None else number(1e6 * taken / len(pairs))
    return (name, told, number(len(pairs)), *(f"{100 * share:.1f}" for share in shares), pace)


if __name__ == "__main__":
    for section in measure():
        print(table(section))
