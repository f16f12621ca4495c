"""Copied text: Hearsay's index beside MinHash and TF-IDF, and how its cost grows.

python -m benchmarks.copying SIZE TABLE    links SIZE resampled articles; prints one JSON line
"""

from __future__ import annotations

import csv
import json
import math
import random
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.util import find_spec
from itertools import combinations
from pathlib import Path

import numpy as np

from benchmarks.child import run
from benchmarks.figures import Section, number
from benchmarks.material import ARTICLES
from benchmarks.setting import Setting
from hearsay.origins.language.words import words_in
from hearsay.origins.sharing.copying import CopyIndex
from hearsay.vocabulary.spans import Span

SIZES = (1_000, 10_000, 100_000)
CHANGED = 0.03
"""Of a resampled article's words so many are others."""
ENOUGH = 0.5
"""A pair is a republication where so much of the shorter text's 6-grams stands in the other."""

Pairs = set[tuple[int, int]]


def measure(setting: Setting) -> Iterator[Section]:
    """Both tables, where the articles are here."""
    table = setting.shared / ARTICLES
    if not table.exists():
        print(f"{table} is not here: copying is not measured.", file=sys.stderr)
        return
    yield beside_others(articles(table)[: setting.articles])
    yield growth(table, [size for size in SIZES if not setting.articles or size <= 1_000])


def beside_others(texts: list[str]) -> Section:
    """Each way to find copies with its seconds, recall and precision."""
    truth = republications(texts)
    rows = []
    for name, find in WAYS.items():
        if find is _minhash and find_spec("datasketch") is None:
            print("datasketch is not installed: MinHash is left out.", file=sys.stderr)
            continue
        begun = time.process_time()
        found = find(texts)
        taken = time.process_time() - begun
        right = len(found & truth)
        rows.append(
            (
                name,
                number(taken),
                number(len(found)),
                f"{100 * right / len(truth):.1f}",
                f"{100 * right / max(1, len(found)):.1f}",
            )
        )
    about = (
        f"{len(texts)} Helsinki articles, {len(truth)} pairs of which share at least half of the "
        "shorter one's word 6-grams, counted exactly and by other code. Hearsay also says which "
        "words are copied; the others only name the pair.",
    )
    head = ("how", "seconds of a core", "pairs", "recall, %", "precision, %")
    return Section("Copied text", about, "python -m benchmarks copying", head, tuple(rows))


def growth(table: Path, sizes: list[int]) -> Section:
    """What so many documents take, each added and then asked for its copies."""
    rows, points = [], []
    for size in sizes:
        ran = run([sys.executable, "-m", "benchmarks.copying", str(size), str(table)])
        if ran.code:
            raise RuntimeError(f"{size} documents could not be linked: {ran.output}")
        told = json.loads(ran.output.splitlines()[-1])
        points.append((size, told["seconds"]))
        rows.append(
            (
                number(size),
                number(told["seconds"]),
                number(1000 * told["seconds"] / size),
                number(1000 * told["slowest"]),
                number(told["copies"]),
                number(ran.largest_mb),
            )
        )
    about = (
        f"Helsinki articles drawn again and again, {100 * CHANGED:g} % of their words changed; "
        "words made, document added, copies with all older ones found. "
        f"Seconds grow with the number of documents to the power of {exponent(points):.2f}.",
    )
    head = ("documents", "seconds", "ms each", "slowest, ms", "copies", "peak MB")
    command = "python -m benchmarks copying"
    return Section("Copied text: growth", about, command, head, tuple(rows))


def exponent(points: list[tuple[int, float]]) -> float:
    """The slope of log seconds over log size, by least squares."""
    if len(points) < 2:
        return float("nan")
    sizes, seconds = np.log(np.array(points)).T
    return float(np.polyfit(sizes, seconds, 1)[0])


def articles(table: Path) -> list[str]:
    """The texts of the articles."""
    csv.field_size_limit(1 << 30)
    with table.open(encoding="utf-8", newline="") as file:
        return [row["text"].replace(" ### ", "\n\n") for row in csv.DictReader(file)]


def republications(texts: list[str]) -> Pairs:
    """The pairs that are to be found, by plain sets."""
    grams = [_shingles(text) for text in texts]
    holders = defaultdict(list)
    for at, held in enumerate(grams):
        for gram in held:
            holders[gram].append(at)
    shared = Counter(pair for at in holders.values() for pair in combinations(at, 2))
    return {
        (a, b) for (a, b), n in shared.items() if n >= ENOUGH * min(len(grams[a]), len(grams[b]))
    }


def _shingles(text: str) -> set[str]:
    words = re.findall(r"\w+", text.lower())
    return {" ".join(words[at : at + 6]) for at in range(len(words) - 5)}


def _hearsay(texts: list[str]) -> Pairs:
    index = CopyIndex()
    for at, text in enumerate(texts):
        index.add(str(at), words_in(text, [Span(0, len(text))]))
    return {(int(c.right), int(c.left)) for c in index.pairs() if c.containment >= ENOUGH}


def _minhash(texts: list[str]) -> Pairs:
    datasketch = import_module("datasketch")  # only here, as only this needs it
    index, found = datasketch.MinHashLSH(threshold=ENOUGH, num_perm=128), set()
    for at, text in enumerate(texts):
        sketch = datasketch.MinHash(num_perm=128)
        sketch.update_batch([gram.encode() for gram in _shingles(text)])
        found |= {(int(other), at) for other in index.query(sketch)}
        index.insert(str(at), sketch)
    return found


def _tfidf(texts: list[str]) -> Pairs:
    counts = [Counter(re.findall(r"\w+", text.lower())) for text in texts]
    documents = Counter(word for one in counts for word in one)
    place = {word: at for at, word in enumerate(documents)}
    weights = np.zeros((len(texts), len(place)), np.float32)
    for at, one in enumerate(counts):
        for word, times in one.items():
            weights[at, place[word]] = times * (math.log(len(texts) / documents[word]) + 1)
    weights /= np.maximum(np.linalg.norm(weights, axis=1, keepdims=True), 1e-9)
    cosine = np.triu(weights @ weights.T, 1)
    found = np.argwhere(cosine >= TFIDF).tolist()
    return {(a, b) for a, b in found}


TFIDF = 0.7
"""A usual threshold; a higher one is more precise and finds less."""

WAYS: dict[str, Callable[[list[str]], Pairs]] = {
    "Hearsay, containment ≥ .5": _hearsay,
    "datasketch MinHash LSH, Jaccard ≥ .5, 128 permutations": _minhash,
    f"TF-IDF cosine ≥ {TFIDF:g}, all pairs": _tfidf,
}


def _resampled(texts: list[str], size: int, chance: random.Random) -> Iterator[str]:
    pool = sorted({word for text in texts for word in text.split()})
    split = [re.split(r"(\s+)", text) for text in texts]
    for _ in range(size):
        words = list(chance.choice(split))
        for _ in range(int(CHANGED * len(words) / 2)):
            words[2 * chance.randrange(len(words) // 2)] = chance.choice(pool)
        yield "".join(words)


def _link(size: int, table: Path) -> dict[str, float]:
    """Adds and asks so many resampled articles; the making of the texts is not counted."""
    index, seconds, slowest, copies = CopyIndex(), 0.0, 0.0, 0
    for at, text in enumerate(_resampled(articles(table), size, random.Random(4))):
        begun = time.process_time()
        index.add(str(at), words_in(text, [Span(0, len(text))]))
        copies += len(index.copies(str(at), before=True))
        taken = time.process_time() - begun
        seconds, slowest = seconds + taken, max(slowest, taken)
    return {"seconds": seconds, "slowest": slowest, "copies": copies}


if __name__ == "__main__":
    print(json.dumps(_link(int(sys.argv[1]), Path(sys.argv[2]))))
