"""The measures of reference, on the example that Moosavi and Strube (2016) work through."""

from __future__ import annotations

import pytest

from evaluation.reference import MEASURES, Cluster


def clusters(*words: str) -> list[Cluster]:
    return [frozenset(ord(letter) for letter in word) for word in words]


WANTED = clusters("abc", "defg")
FOUND = clusters("ab", "cd", "fghi")


@pytest.mark.parametrize(
    ("name", "recall", "precision"),
    [
        ("muc", 2 / 5, 2 / 5),
        ("b3", 2.9167 / 7, 4 / 8),
        ("ceaf", 1.3 / 2, 1.3 / 3),
        ("lea", 1.6667 / 7, 2.6667 / 8),
    ],
)
def test_each_measure_gives_what_its_authors_work_out(
    name: str, recall: float, precision: float
) -> None:
    shares = MEASURES[name](FOUND, WANTED)
    assert shares.right_of_wanted / shares.wanted == pytest.approx(recall, abs=1e-3)
    assert shares.right_of_found / shares.found == pytest.approx(precision, abs=1e-3)


@pytest.mark.parametrize("name", MEASURES)
def test_the_same_is_whole_and_nothing_is_nought(name: str) -> None:
    assert MEASURES[name](WANTED, WANTED).f1 == 1.0
    assert MEASURES[name]([], WANTED).f1 == 0.0
