"""Trains the head that says whether two claims assert the same, and writes its weights.

    python -m training.alike [--shared ../shared/data] [--weights FILE]

Trained on ECB+ (its training topics), on pairs of ClaimDiff that have nothing to do with each
other, on neighbours within articles of PolNeAR, and on our own pairs. Seeds are fixed.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np

from evaluation.scores import Score
from hearsay.origins.alike.candidates import candidates
from hearsay.origins.alike.comparing import FEATURES, Real, Whole, compare, table_of
from hearsay.origins.alike.features import ClaimFacts, Commonness, facts_of_words
from hearsay.origins.alike.likeness import OUTCOMES, PairHead, head_from
from training.alike_pairs import (
    APART,
    Pair,
    apart_pairs,
    article_sentences,
    commonness,
    copied_pairs,
    ecb_pairs,
    facts_of_pair,
    own_pairs,
)

WEIGHTS = Path(__file__).parent.parent / "src/hearsay/origins/alike/weights/alike.json"
_HIDDEN = 6
_STEPS = 300
_RATE = 0.03
_HEADS = 3  # trained from different seeds; the middle one by loss is kept
_DECAY = 0.5


@dataclass(frozen=True, slots=True, eq=False)
class Examples:
    """Pairs laid out for training: features, the outcomes allowed, how much each counts."""

    features: Real
    allowed: Real
    weights: Real
    held_out: Whole

    def part(self, held_out: bool) -> Examples:
        """Those that are held out, or those that are not."""
        at = np.flatnonzero(self.held_out == held_out)
        return Examples(self.features[at], self.allowed[at], self.weights[at], self.held_out[at])

    def together(self) -> Whole:
        """Which pairs belong into one proposition."""
        return np.flatnonzero(self.allowed[:, :2].sum(1))


def main() -> None:
    """Parses the command line, trains, writes the weights and prints how well they do."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared/data"))
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    options = parser.parse_args()
    common, sentences = _commonness(options.shared)
    parts = examples(options.shared, common, sentences)
    trained = _joined([part.part(False) for part in parts.values()])
    head = fit(trained)
    head |= {"features": FEATURES, "common": common, "sentences": sentences}
    options.weights.parent.mkdir(parents=True, exist_ok=True)
    options.weights.write_text(json.dumps(head, separators=(",", ":")) + "\n", "utf-8")
    shipped = head_from(options.weights.read_text("utf-8"))
    for name, part in parts.items():
        for held_out in (False, True):
            print(
                f"{name:<8} {'held out' if held_out else 'trained'}",
                *lines(shipped, part, held_out),
            )


def examples(shared: Path, common: dict[str, int], sentences: int) -> dict[str, Examples]:
    """All pairs by where they come from."""
    pairs = {
        "own": list(own_pairs()),
        "ecb": list(ecb_pairs(shared)),
        "diff": list(apart_pairs(shared)),
        "copied": list(copied_pairs(list(article_sentences(shared))[::2])),
    }
    laid = {name: laid_out(of, common, sentences) for name, of in pairs.items()}
    return laid | {"article": _neighbours(article_sentences(shared), common, sentences)}


def lines(head: PairHead, part: Examples, held_out: bool) -> Iterable[str]:
    """Precision and recall of "belongs into one proposition" at three probabilities."""
    part = part.part(held_out)
    if not len(part.features):
        return
    wanted = np.zeros(len(part.features), bool)
    wanted[part.together()] = True
    chances = head.probabilities(part.features)
    for least in (0.5, 0.7, 0.9):
        found = chances >= least
        score = Score(int((found & wanted).sum()), int(found.sum()), int(wanted.sum()))
        yield f"\n    at {least}: {score.line()}"


def fit(examples: Examples) -> dict[str, object]:
    """The weights of a network of one hidden layer, from the middle one of several seeds."""
    mean, scale = examples.features.mean(0), examples.features.std(0) + 1e-3
    at = np.clip((examples.features - mean) / scale, -4, 4)
    tried = sorted(
        (_descend(at, examples.allowed, examples.weights, np.random.default_rng(seed)))
        for seed in range(_HEADS)
    )
    loss, layers = tried[_HEADS // 2]
    print(f"loss {loss:.4f}")
    return {"mean": mean.round(6).tolist(), "scale": scale.round(6).tolist(), "layers": layers}


Layers = list[tuple[list[list[float]], list[float]]]


def _descend(
    at: Real, allowed: Real, weights: Real, random: np.random.Generator
) -> tuple[float, Layers]:
    """Adam over all examples at once; the loss is how little lies on the outcomes allowed."""
    sizes = (at.shape[1], _HIDDEN, allowed.shape[1])
    values = [
        part
        for rows, columns in pairwise(sizes)
        for part in (random.normal(0, rows**-0.5, (rows, columns)), np.zeros(columns))
    ]
    first, second = [np.zeros_like(v) for v in values], [np.zeros_like(v) for v in values]
    share = (weights / weights.sum())[:, None]
    loss = 0.0
    for step in range(1, _STEPS + 1):
        hidden = np.tanh(at @ values[0] + values[1])
        risen = np.exp(hidden @ values[2] + values[3])
        chances = risen / risen.sum(1, keepdims=True)
        right = (chances * allowed).sum(1, keepdims=True)
        loss = float(-(share * np.log(right)).sum())
        out = share * (chances - chances * allowed / right)
        back = (out @ values[2].T) * (1 - hidden**2)
        slopes = [at.T @ back, back.sum(0), hidden.T @ out, out.sum(0)]
        rate = _RATE * 0.5 * (1 + np.cos(np.pi * step / _STEPS))
        for n, slope in enumerate(slopes):
            first[n] = 0.9 * first[n] + 0.1 * slope
            second[n] = 0.99 * second[n] + 0.01 * slope**2
            move = (first[n] / (1 - 0.9**step)) / (np.sqrt(second[n] / (1 - 0.99**step)) + 1e-8)
            values[n] = values[n] - rate * (move + _DECAY * values[n])
    layers = [(values[n].round(5).tolist(), values[n + 1].round(5).tolist()) for n in (0, 2)]
    return loss, layers


def _commonness(shared: Path) -> tuple[dict[str, int], int]:
    def sentences() -> Iterable[str]:
        for article in article_sentences(shared):
            yield from article
        yield from sorted({p.left for p in ecb_pairs(shared) if not p.held_out})

    return commonness(sentences())


def laid_out(pairs: Sequence[Pair], common: Commonness, sentences: int) -> Examples:
    """Pairs with their features."""
    known: dict[tuple[str, str | None], int] = {}
    facts: list[ClaimFacts] = []
    sides: list[list[int]] = [[], []]
    for pair in pairs:
        keys = [(w, p) for w, p in zip((pair.left, pair.right), pair.published, strict=True)]
        if any(key not in known for key in keys):
            for key, fact in zip(keys, facts_of_pair(pair, common), strict=True):
                if key not in known:
                    known[key] = len(facts)
                    facts.append(fact)
        for side, key in zip(sides, keys, strict=True):
            side.append(known[key])
    features = compare(table_of(facts, common, sentences), *(np.array(s, np.int64) for s in sides))
    allowed = np.array([[o in p.outcomes for o in range(len(OUTCOMES))] for p in pairs], float)
    return Examples(
        features,
        allowed,
        np.array([pair.weight for pair in pairs]),
        np.array([pair.held_out for pair in pairs], np.int64),
    )


def _neighbours(articles: Iterable[list[str]], common: dict[str, int], sentences: int) -> Examples:
    """Sentences of one article that share words: nearly always different things said."""
    found = []
    for article in list(articles)[::2]:
        facts = [facts_of_words(words, common) for words in article]
        table = table_of(facts, common, sentences)
        left, right = candidates(table, nearest=1)
        found.append(compare(table, left, right)[:8])
    features = np.concatenate(found)
    # A sentence that an article says twice, in headline and text, is no example of two things.
    features = features[features[:, FEATURES.index("dice")] < 0.6]
    allowed = np.tile([float(o in APART) for o in range(len(OUTCOMES))], (len(features), 1))
    count = len(features)
    return Examples(features, allowed, np.ones(count), np.arange(count) % 10 == 0)


def _joined(parts: Sequence[Examples]) -> Examples:
    return Examples(
        np.concatenate([p.features for p in parts]),
        np.concatenate([p.allowed for p in parts]),
        np.concatenate([p.weights for p in parts]),
        np.concatenate([p.held_out for p in parts]),
    )


if __name__ == "__main__":
    main()
