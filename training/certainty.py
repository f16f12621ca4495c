"""Fits how strongly a sentence claims that one thing brings about another, from marked sentences.

    python -m training.certainty [--write]

The sentences are those of the exaggeration set (Yu et al., 2019 and 2020; Wright and Augenstein,
2021): 0 says nothing of the kind, 1 that two things go together, 2 that one may bring about the
other, 3 that it does. A fifth of them, by hash, is kept for measuring; the hundred pairs of press
release and abstract are only measured on, save that one half of them, by hash, has chosen how much
our own list of words weighs. `--write` puts the weights where `hearsay.origins` reads
them. Softmax regression over runs of one to three words, in numpy, without chance.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from hearsay.origins.language.strength import WEIGHTS, runs_of, strengths

Floats = NDArray[np.float32]
SHARED = Path("../shared/data/claim-change")
LEAST_SEEN = 3
STEPS = 300
RATE = 0.05
DECAY = 2e-4
KEPT = 2500
"""Runs that are shipped: the weightiest. With all of them the scores are no better."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence with how strongly it claims a cause, 0 to 3."""

    text: str
    level: int

    @property
    def is_dev(self) -> bool:
        """Whether it is kept for measuring."""
        return hashlib.sha256(self.text.encode()).digest()[0] % 5 == 0


def sentences(folder: Path) -> list[Marked]:
    """All marked sentences, each once, without those of the pairs, which are only measured on."""
    paired = {_plain(row[key]) for row in _pairs(folder) for key in _CONCLUSIONS}
    found: dict[str, Marked] = {}
    for name in ("annotated_pubmed.csv", "annotated_eureka.csv"):
        with (folder / name).open(encoding="utf-8", errors="replace", newline="") as file:
            for row in csv.DictReader(file):
                text = " ".join(row["sentence"].split())
                if _plain(text) not in paired:
                    found[text] = Marked(text, int(row["label"]))
    return list(found.values())


def fit(marked: Sequence[Marked]) -> tuple[list[str], Floats]:
    """The runs and their weights: a row for each run, the last for the bias; a column a level."""
    bags = [runs_of(one.text) for one in marked]
    seen = Counter(run for bag in bags for run in bag)
    runs = sorted(run for run, times in seen.items() if times >= LEAST_SEEN)
    place = {run: i for i, run in enumerate(runs)}
    x = np.zeros((len(bags), len(runs) + 1), np.float32)
    x[:, -1] = 1
    for row, bag in enumerate(bags):
        known = [place[run] for run in bag if run in place]
        x[row, known] = 1 / max(1, len(known)) ** 0.5
    levels = np.array([one.level for one in marked])
    wanted = np.eye(4, dtype=np.float32)[levels]
    share = (len(levels) / (4 * np.bincount(levels, minlength=4)))[levels].astype(np.float32)
    return runs, _descend(x, wanted, share[:, None] ** 0.5)


def _descend(x: Floats, wanted: Floats, share: Floats) -> Floats:
    """Adam (Kingma and Ba, 2015) over all sentences at once."""
    weights = np.zeros((x.shape[1], 4), np.float32)
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        scores = x @ weights
        odds = np.exp(scores - scores.max(axis=1, keepdims=True))
        odds /= odds.sum(axis=1, keepdims=True)
        slope = x.T @ ((odds - wanted) * share) / len(x) + DECAY * weights
        mean = 0.9 * mean + 0.1 * slope
        square = 0.999 * square + 0.001 * slope**2
        weights -= RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
    return weights


def macro_f1(pairs: Iterable[tuple[object, object]]) -> float:
    """The mean over classes of F1, of pairs (found, wanted)."""
    both = list(pairs)
    scores = []
    for kind in sorted({wanted for _, wanted in both}, key=str):
        right = sum(f == w == kind for f, w in both)
        scores.append(2 * right / sum((f == kind) + (w == kind) for f, w in both))
    return sum(scores) / len(scores)


def exaggerations(
    folder: Path, weights: tuple[dict[str, int], Floats], *, dev: bool | None = None
) -> list[tuple[str, str]]:
    """For each press release against its abstract: found and wanted; of one half, by hash."""
    found = []
    for row in _pairs(folder):
        if dev is not None and dev == bool(_digest(row["original_file_id"]) % 2):
            continue
        levels = [int(strengths(row[key], weights).argmax()) for key in _CONCLUSIONS]
        said = ("downplays", "same", "exaggerates")[int(np.sign(levels[0] - levels[1])) + 1]
        found.append((said, row["exaggeration_label"]))
    return found


_CONCLUSIONS = ("press_release_conclusion", "abstract_conclusion")


def _pairs(folder: Path) -> list[dict[str, str]]:
    lines = (folder / "insciout_train.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def _plain(text: str) -> str:
    return " ".join(text.split()).lower()


def _digest(text: str) -> int:
    return hashlib.sha256(text.encode()).digest()[0]


def main() -> None:
    """Fits, measures, and writes the weights where asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=SHARED)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    marked = sentences(options.shared)
    runs, fitted = fit([one for one in marked if not one.is_dev])
    heavy = np.argsort(-np.abs(fitted[:-1]).max(axis=1), kind="stable")[:KEPT]
    names = [runs[i] for i in sorted(heavy.tolist())]
    kept = np.concatenate([fitted[sorted(heavy.tolist())], fitted[-1:]]).astype(np.float16)
    weights = ({run: i for i, run in enumerate(names)}, kept.astype(np.float32))
    dev = [one for one in marked if one.is_dev]
    found = [(int(strengths(one.text, weights).argmax()), one.level) for one in dev]
    print(f"levels 0-3, {len(dev)} dev sentences: macro-F1 {macro_f1(found):.3f}")
    for name, half in (("all", None), ("dev", True)):
        told = exaggerations(options.shared, weights, dev=half)
        score = macro_f1(told)
        print(f"exaggerates, same, downplays, {len(told)} pairs ({name}): macro-F1 {score:.3f}")
    if options.write:
        np.savez_compressed(WEIGHTS, runs=np.array(names), weights=kept)
        print(f"{WEIGHTS}: {WEIGHTS.stat().st_size} bytes")


if __name__ == "__main__":
    main()
