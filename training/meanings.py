"""Distils the encoder into one vector for each word piece, as model2vec does, and writes them.

    python -m training.meanings [--shared ../shared/data] [--weights FILE]

Each piece is read by the encoder by itself, its states averaged, and brought to fewer dimensions
by their principal components. How much a piece says follows from how rare it is in reports
(smooth inverse frequency: Arora, Liang and Ma, ICLR 2017). Nothing is drawn by chance.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from hearsay.origins.alike.meanings import WIDTH, Meanings
from hearsay.origins.language.words import words_in
from hearsay.vocabulary.spans import Span
from training.alike_pairs import ecb_pairs, own_pairs
from training.network import Tagger
from training.train import encoder_weights

WEIGHTS = Path(__file__).parent.parent / "src/hearsay/origins/alike/weights/meanings.npz"
_START, _END = 101, 102  # [CLS] and [SEP] in the encoder's list of pieces
_BATCH = 1024
_RARE = 1e-3  # the constant of smooth inverse frequency, as its authors chose it


def main() -> None:
    """Parses the command line, distils, and writes the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=Path("../shared/data"))
    parser.add_argument("--weights", type=Path, default=WEIGHTS)
    options = parser.parse_args()
    pieces = files("hearsay.reading").joinpath("weights/vocab.txt").read_text("utf-8").splitlines()
    kept = [at for at, piece in enumerate(pieces) if _of_words(piece)]
    vectors = _reduced(states(kept))
    names = [pieces[at] for at in kept]
    counted = _counts(reports(options.shared), names)
    share = counted / counted.sum()
    rarity = (_RARE / (_RARE + share)).astype(np.float32)
    scale = np.abs(vectors).max(1) / 127
    np.savez_compressed(
        options.weights,
        pieces=np.frombuffer("\n".join(names).encode(), np.uint8),
        vectors=np.rint(vectors / scale[:, None]).astype(np.int8),
        rarity=rarity.astype(np.float16),
    )
    print(f"{len(names)} pieces, {WIDTH} dimensions, {options.weights.stat().st_size} bytes")


def _of_words(piece: str) -> bool:
    """Whether a piece can stand in a folded English word; marks and other scripts are left out."""
    bare = piece.removeprefix("##")
    return bare.isascii() and bare.isalnum()


def states(ids: list[int]) -> NDArray[np.float32]:
    """What the encoder makes of each piece by itself: the mean of its last states."""
    torch.set_num_threads(2)
    tagger = Tagger().eval()
    tagger.start_from(encoder_weights())
    found = []
    with torch.inference_mode():
        for at in range(0, len(ids), _BATCH):
            part = torch.tensor(ids[at : at + _BATCH])
            rows = torch.full((len(part), 3), _START)
            rows[:, 1], rows[:, 2] = part, _END
            x = tagger.words(rows) + tagger.places.weight[:3] + tagger.kind
            x = tagger.norm(x)
            bias = torch.zeros(len(part), 1, 1, 3)
            for layer in tagger.layers:
                x = layer(x, bias)
            found.append(x.mean(1).numpy())
    return np.concatenate(found)


def _reduced(states: NDArray[np.float32]) -> NDArray[np.float32]:
    """The first principal components of unit vectors, each row of length 1 again."""
    unit = states / np.linalg.norm(states, axis=1, keepdims=True)
    centred = unit - unit.mean(0)
    _, axes = np.linalg.eigh(centred.T @ centred)
    reduced = centred @ axes[:, ::-1][:, :WIDTH]
    # The sign of an axis is a matter of the library: the largest entry is made positive.
    reduced *= np.sign(reduced[np.abs(reduced).argmax(0), np.arange(WIDTH)])
    found: NDArray[np.float32] = reduced / np.linalg.norm(reduced, axis=1, keepdims=True)
    return found


def reports(shared: Path) -> Iterator[str]:
    """The texts in which words are counted; of the Helsinki articles those with an even id."""
    csv.field_size_limit(1 << 30)
    table = shared / "helsinki" / "helsinki_articles.csv"
    with table.open(encoding="utf-8", newline="") as file:
        yield from (row["text"] for row in csv.DictReader(file) if int(row["id"]) % 2 == 0)
    yield from sorted({pair.left for pair in ecb_pairs(shared) if not pair.held_out})
    yield from sorted({pair.left for pair in own_pairs() if not pair.held_out})


def _counts(texts: Iterable[str], names: list[str]) -> NDArray[np.float64]:
    """How often each piece stands in these texts, one for good measure."""
    bare = Meanings.of(names, np.zeros((len(names), WIDTH), np.int8), np.zeros(len(names)))
    words: Counter[str] = Counter()
    for text in texts:
        words.update(words_in(text, (Span(0, len(text)),)).folded)
    counted = np.ones(len(names))
    for word, number in words.items():
        for at in bare.pieces_of(word):
            counted[at] += number
    return counted


if __name__ == "__main__":
    main()
