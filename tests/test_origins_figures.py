from __future__ import annotations

import numpy as np
import pytest

from hearsay.origins.alike.features import facts_of_words
from hearsay.origins.alike.figures import FIGURES, figures, values_of


def compared(left: str, right: str) -> dict[str, float]:
    """What is known of the numbers in two claims, the same both ways round."""
    values = values_of([facts_of_words(words, {}) for words in (left, right)])
    forth, back = figures(values[:1], values[1:])[0], figures(values[1:], values[:1])[0]
    assert forth.tolist() == back.tolist()
    return dict(zip(FIGURES, forth.tolist(), strict=True))


def test_one_number_in_words_and_figures_does_not_lie_apart() -> None:
    found = compared("nine patrols cross the Ostel", "9 patrols a week cross the Ostel")
    assert found == {"numbers_apart": 0, "numbers_near": 0}


def test_a_rounded_number_is_near() -> None:
    found = compared("the port took in 64.3 million crowns", "nearly 70 million crowns in tolls")
    assert found["numbers_near"] == 1
    assert found["numbers_apart"] == pytest.approx(5.7 / 70)


def test_a_number_many_times_as_large_is_not_near() -> None:
    found = compared("rockets hit Camp Iverson 41 times", "rockets hit Camp Iverson 900 times")
    assert found["numbers_near"] == 0
    assert found["numbers_apart"] > 0.9


def test_where_one_side_has_no_number_nothing_lies_apart() -> None:
    found = compared("rockets hit Camp Iverson", "rockets hit Camp Iverson 41 times")
    assert found == {"numbers_apart": 0, "numbers_near": 0}


def test_no_claims_have_no_figures() -> None:
    empty = values_of([])
    assert figures(empty, empty).shape == (0, len(FIGURES))
    assert np.isfinite(figures(empty, empty)).all()
