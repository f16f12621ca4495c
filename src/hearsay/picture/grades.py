"""The order of ranks: which of two is the higher, by NATO's grades where the table has the rank."""

from __future__ import annotations

import csv
import functools
from importlib.resources import files

from hearsay.ledger.folding import fold


def rank_key(rank: str) -> str:
    """By what two wordings of one rank are the same: `Brig. Gen.` and `brigadier general`."""
    folded = _folded(rank)
    known = _table().get(folded)
    return known[0] if known else folded


def grade_of(rank: str) -> int | None:
    """How high a rank is, `OF-10` and `general` above `OF-1`, other ranks below all officers;
    `None` where the table does not have it."""
    known = _table().get(_folded(rank))
    return known[1] if known else None


@functools.cache
def _table() -> dict[str, tuple[str, int]]:
    found: dict[str, tuple[str, int]] = {}
    path = files("hearsay.resolution").joinpath("tables/ranks.csv")
    with path.open(encoding="utf-8") as file:
        for row in csv.DictReader(line for line in file if not line.startswith("#")):
            grade = _number(row["grade"])
            if grade is None:
                continue
            for form in (row["rank"], *row["forms"].split("|")):
                found.setdefault(_folded(form), (row["rank"], grade))
    return found


_OFFICERS = 100
"""Above every other rank."""


def _number(grade: str) -> int | None:
    letters, _, number = grade.partition("-")
    if not number.isdigit():
        return None
    return int(number) + (_OFFICERS if letters == "OF" else 0)


def _folded(rank: str) -> str:
    return " ".join(fold(rank).replace("-", " ").replace(".", " ").split())
