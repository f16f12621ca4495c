"""Fits what stands around two claims against their likeness, and writes the weights.

    python -m training.judging [--shared ../shared/data] [--accounts FILE] [--weights FILE]

Fitted on made-up chains of seed 11, on the training folds of our own pairs, and on pairs of
Helsinki articles with an even id: those of one half of the marked propositions (by hash), and a
hundred that we judged one by one (`own_pairs/helsinki.csv`, places only). `--accounts` is a pickled
list of the articles as read, where they have been read before. The samples take no part in it.
"""

from __future__ import annotations

import argparse
import csv
import json
import pickle
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

import numpy as np

from evaluation.origin_matching import claims_matched
from evaluation.origins import MARKED, TOGETHER, helsinki_accounts
from evaluation.origins_gold import Gold, helsinki_gold
from evaluation.scores import Score
from evaluation.simulated_accounts import accounts, truth
from evaluation.simulating import chain
from hearsay.origins.alike.comparing import Real
from hearsay.origins.alike.judging import REASONS, reasons
from hearsay.origins.alike.likeness import pair_head
from hearsay.origins.alike.pairs import Pairs
from hearsay.origins.alike.propositions import sample_of
from hearsay.origins.citing.resolving import Sources
from hearsay.vocabulary.readings import Claim
from hearsay.vocabulary.spans import hull
from hearsay.vocabulary.traces import Account
from training.alike import laid_out
from training.alike_pairs import OWN, own_pairs

WEIGHTS = Path(__file__).parent.parent / "src/hearsay/origins/alike/weights/judging.json"
LABELLED = OWN / "helsinki.csv"
COUNTS = {"chains": 1.0, "own": 2.0, "judged": 2.0, "marked": 1.0}
"""How much each kind counts in all, in thousands of pairs."""
RIDGE = 1.0
STEPS = 40
_FAR = -3.9
"""Log odds of a likeness below which no pair is judged."""


@dataclass(frozen=True, slots=True, eq=False)
class Laid:
    """Pairs as they are weighed, each with whether it is one thing said."""

    at: Real
    together: Real

    def of(self, rows: Sequence[int]) -> Laid:
        """Some of these."""
        return Laid(self.at[rows], self.together[rows])


def main() -> None:
    """Parses the command line, fits, writes the weights and prints how well they do."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared/data"))
    parser.add_argument("--accounts", type=Path)
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    parser.add_argument("--chains", type=int, default=104)
    options = parser.parse_args()
    read_in = helsinki(options.shared, options.accounts)
    held_out = {"own": on_own(held_out=True), "marked": on_marked(read_in, fitting=False)}
    parts = {
        "chains": on_chains(options.chains, seed=11),
        "own": on_own(held_out=False),
        "judged": on_judged(read_in),
        "marked": on_marked(read_in, fitting=True),
    }
    weights = fitted(parts)
    kept = {"reasons": REASONS, "weights": weights.round(4).tolist()}
    options.weights.write_text(json.dumps(kept) + "\n", "utf-8")
    for name, weight in zip(("", *REASONS), weights, strict=True):
        print(f"{name:<14}{weight:6.2f}")
    for name, part in (*parts.items(), *((f"{n}, held out", p) for n, p in held_out.items())):
        print(f"{name:<18} likeness alone {line(part.at[:, 0], part)}")
        print(f"{'':<18} all            {line(weights[0] + part.at @ weights[1:], part)}")


def fitted(parts: dict[str, Laid]) -> Real:
    """The offset and the weights: logistic regression with a ridge, by Newton's steps."""
    near = {n: part.of(np.flatnonzero(part.at[:, 0] > _FAR).tolist()) for n, part in parts.items()}
    at = np.concatenate([part.at for part in near.values()])
    at = np.column_stack((np.ones(len(at)), at))
    wanted = np.concatenate([part.together for part in near.values()])
    counts = np.concatenate(
        [np.full(len(part.at), 1000 * COUNTS[n] / len(part.at)) for n, part in near.items()]
    )
    ridge = np.full(at.shape[1], RIDGE)
    ridge[0] = 0
    weights: Real = np.zeros(at.shape[1])
    for _ in range(STEPS):
        chances = 1 / (1 + np.exp(-at @ weights))
        slope = at.T @ (counts * (chances - wanted)) + ridge * weights
        bend = (at * (counts * chances * (1 - chances))[:, None]).T @ at + np.diag(ridge)
        weights = weights - np.linalg.solve(bend, slope)
    return weights


def line(odds: Real, part: Laid) -> str:
    """Precision and recall at the likelihood from which claims come together."""
    found, wanted = odds >= np.log(0.45 / 0.55), part.together > 0
    return Score(int((found & wanted).sum()), int(found.sum()), int(wanted.sum())).line()


def on_chains(number: int, seed: int) -> Laid:
    """Pairs of made-up chains, several in one case."""
    made = []
    for start in range(0, number, TOGETHER):
        chains = [chain(n, seed) for n in range(start, min(number, start + TOGETHER))]
        read_in = accounts(chains)
        pairs = Paired.of(read_in)
        of = _propositions(pairs, read_in, truth(chains, chains))
        made.append(Laid(pairs.weighed, _together(pairs, of)))
    return _joined(made)


def on_own(*, held_out: bool) -> Laid:
    """Our own pairs, as if their documents had nothing else in common."""
    head = pair_head()
    part = laid_out(list(own_pairs()), head.common, head.sentences).part(held_out)
    together = np.zeros(len(part.features))
    together[part.together()] = 1
    nothing = np.zeros((len(part.features), 3))
    chances = head.probabilities(part.features)
    return Laid(reasons(chances, part.features, nothing, nothing[:, 0]), together)


def helsinki(shared: Path, kept: Path | None) -> list[Account]:
    """The Helsinki articles with an even id, as read."""
    if kept:
        read_in: list[Account] = pickle.loads(kept.read_bytes())
        return [one for one in read_in if int(one.address.removesuffix(".txt")) % 2 == 0]
    from hearsay.reading.readers.minilm import open_reader

    csv.field_size_limit(1 << 30)
    with (shared / "helsinki/helsinki_articles.csv").open(encoding="utf-8", newline="") as file:
        ids = [int(row["id"]) for row in csv.DictReader(file)]
    return helsinki_accounts([id for id in ids if id % 2 == 0], open_reader(), shared)


def on_judged(read_in: Sequence[Account]) -> Laid:
    """The pairs that we judged one by one, among all articles."""
    pairs = Paired.of(read_in)
    by_document = [one.address.removesuffix(".txt") for one in read_in]
    node_of = {}
    for node, claims in enumerate(pairs.members):
        for document, claim in claims:
            where = hull(claim.spans)
            node_of[by_document[document], str(where.start), str(where.end)] = node
    row_of = {pair: row for row, pair in enumerate(pairs.ends)}
    rows, together = [], []
    with LABELLED.open(encoding="utf-8", newline="") as file:
        judged = list(csv.DictReader(file))
    for one in judged:
        left, right = (
            node_of.get((one[side], one[f"{side}_start"], one[f"{side}_end"]), -1)
            for side in ("left", "right")
        )
        row = row_of.get((min(left, right), max(left, right)))
        if row is not None:
            rows.append(row)
            together.append(float(one["together"]))
    print(f"{len(rows)} of {len(judged)} pairs that were judged are among the pairs read")
    return Laid(pairs.weighed[rows], np.array(together))


def on_marked(read_in: Sequence[Account], *, fitting: bool) -> Laid:
    """Pairs of marked claims of one half of the propositions."""
    marked = json.loads(MARKED.read_text("utf-8"))
    few = [one for one in read_in if int(one.address.removesuffix(".txt")) in marked["articles"]]
    gold = helsinki_gold(marked, few)
    half = [p for p in gold.propositions if (sha256(p.id.encode()).digest()[0] % 2 == 0) is fitting]
    pairs = Paired.of(few)
    of = _propositions(pairs, few, replace(gold, propositions=tuple(half)))
    both = [row for row, (a, b) in enumerate(pairs.ends) if of[a] and of[b]]
    return Laid(pairs.weighed, _together(pairs, of)).of(both)


@dataclass(frozen=True, slots=True, eq=False)
class Paired:
    """The pairs of a case that are judged, and what is weighed of each."""

    members: list[list[tuple[int, Claim]]]
    """For each node its claims, with the number of the document that each stands in."""
    ends: list[tuple[int, int]]
    weighed: Real

    @classmethod
    def of(cls, read_in: Sequence[Account]) -> Paired:
        """All that are alike enough to be judged at all."""
        sample = read_in[: sample_of(len(read_in))]
        pairs = Pairs(Sources.of(read_in, None), least=0.0, sample=sample)
        pairs.add(read_in)
        left, right, _ = pairs.edges(0.0)
        features = pairs.features(left, right)
        weighed = reasons(
            pairs.head.probabilities(features),
            features,
            pairs.surroundings.around(left, right),
            pairs.sources.one(left, right),
        )
        members = [
            [(document, read_in[document].claims[at]) for document, at in places]
            for places in pairs.nodes.laid_out().members
        ]
        return cls(members, list(zip(left.tolist(), right.tolist(), strict=True)), weighed)


def _propositions(pairs: Paired, read_in: Sequence[Account], gold: Gold) -> list[set[str]]:
    """For each node the propositions of gold that its claims belong to."""
    belongs: dict[str, set[str]] = defaultdict(set)
    for one in gold.propositions:
        for claim in (*one.claims, *one.denials):
            belongs[claim].add(one.id)
    matched = claims_matched(read_in, gold)
    return [
        {p for _, claim in members for p in belongs[matched.get(claim.id, "")]}
        for members in pairs.members
    ]


def _together(pairs: Paired, of: Sequence[set[str]]) -> Real:
    return np.array([float(bool(of[a] & of[b])) for a, b in pairs.ends])


def _joined(parts: Iterable[Laid]) -> Laid:
    held = list(parts)
    return Laid(*(np.concatenate([getattr(p, n) for p in held]) for n in ("at", "together")))


if __name__ == "__main__":
    main()
