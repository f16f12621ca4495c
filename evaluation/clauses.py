"""Measures where sentences are cut against GUM's coordinated predicates.

A cut is right where GUM joins, by `conj` at the top of the sentence, two predicates of which the
first is finite and the second finite or sharing its helping verb. Run with the folder of the
data: `python -m evaluation.clauses ../shared/data [genre]`. Nothing is trained on it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from evaluation.scores import Score
from hearsay.reading.clauses import clauses
from hearsay.reading.words import Words
from hearsay.vocabulary.spans import Span

_COORDINATORS = frozenset(("and", "but", "or", "yet", "nor"))
Row = list[str]
"""One CoNLL-U token: id, form, lemma, upos, xpos, features, head, relation, …"""


def measure(shared: Path, genre: str = "") -> Score:
    """Cuts found, wanted and right over all sentences of a genre (of every one by default).

    A cut between predicates inside a subordinate clause counts as neither right nor wrong.
    """
    right = found = wanted = 0
    for path in sorted((shared / "gum" / "dep").glob(f"GUM_{genre}*.conllu")):
        for text, rows in _sentences(path):
            places = _places(text, rows)
            if places is None:
                continue
            top, every = _wanted(rows, places)
            cuts = _cuts(text)
            right += len(cuts & top)
            found += len(cuts & top) + len(cuts - every)
            wanted += len(top)
    return Score(right, found, wanted)


def _sentences(path: Path) -> Iterator[tuple[str, list[Row]]]:
    text = ""
    rows: list[Row] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# text ="):
            text = line.removeprefix("# text =").strip()
        elif not line:
            if rows:
                yield text, rows
            rows = []
        elif line[0] != "#" and line.split("\t")[0].isdigit():
            rows.append(line.split("\t"))


def _places(text: str, rows: list[Row]) -> list[int] | None:
    """Where each token begins; `None` where the text does not hold them in order."""
    at, places = 0, []
    for row in rows:
        start = text.find(row[1], at)
        if start < 0:
            return None
        places.append(start)
        at = start + len(row[1])
    return places


def _wanted(rows: list[Row], places: list[int]) -> tuple[set[int], set[int]]:
    """Where coordinators join predicates: those at the top of the sentence, and all of them."""
    by_id = {row[0]: n for n, row in enumerate(rows)}
    below: dict[str, list[int]] = {}
    for n, row in enumerate(rows):
        below.setdefault(row[6], []).append(n)
    top: set[int] = set()
    every: set[int] = set()
    for n, row in enumerate(rows):
        if row[7].split(":")[0] != "conj" or row[6] not in by_id:
            continue
        head = by_id[row[6]]
        joints = [j for j in below.get(row[0], ()) if rows[j][7] == "cc" and places[j] > 0]
        if not joints or not (_predicate(n, rows, below) and _predicate(head, rows, below)):
            continue
        every.add(places[joints[0]])
        shares = any(form in row[5] for form in ("VerbForm=Part", "VerbForm=Inf"))
        both = _finite(head, rows, below) and (_finite(n, rows, below) or shares)
        if both and _at_top(head, rows, by_id):
            top.add(places[joints[0]])
    return top, every


def _predicate(n: int, rows: list[Row], below: dict[str, list[int]]) -> bool:
    copula = any(rows[j][7] == "cop" for j in below.get(rows[n][0], ()))
    return rows[n][3] in ("VERB", "AUX") or copula


def _finite(n: int, rows: list[Row], below: dict[str, list[int]]) -> bool:
    helped = any(
        "VerbForm=Fin" in rows[j][5] and rows[j][7].split(":")[0] in ("aux", "cop")
        for j in below.get(rows[n][0], ())
    )
    return "VerbForm=Fin" in rows[n][5] or helped


def _at_top(n: int, rows: list[Row], by_id: dict[str, int]) -> bool:
    while rows[n][6] != "0":
        if rows[n][7].split(":")[0] not in ("conj", "parataxis"):
            return False
        n = by_id[rows[n][6]]
    return True


def _cuts(text: str) -> set[int]:
    """The coordinators that stand in no clause, as they stood between two."""
    whole = (Span(0, len(text)),)
    kept = [part for clause in clauses(text, whole) for part in clause.spans]
    words = Words(text, whole)
    return {
        start
        for start, low in zip(words.starts, words.low, strict=True)
        if low in _COORDINATORS
        and start > 0
        and not any(part.start <= start < part.end for part in kept)
    }


def main() -> None:
    """Prints the score of the data folder and genre named on the command line."""
    score = measure(Path(sys.argv[1]), *sys.argv[2:3])
    print(f"clause cuts: {score.line()}")


if __name__ == "__main__":
    main()
