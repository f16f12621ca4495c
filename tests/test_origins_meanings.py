from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.origins.alike.meanings import meanings


def likeness(one: str, other: str) -> float:
    vectors, _ = meanings().of_words([one, other])
    return float(vectors[0] @ vectors[1])


@pytest.mark.parametrize(
    ("one", "like", "unlike"),
    [
        ("scattered", "dispersed", "salary"),
        ("militia", "paramilitary", "vineyard"),
        ("arrested", "detained", "concentrated"),
        ("wage", "salary", "division"),
    ],
)
def test_words_used_alike_lie_closer_than_others(one: str, like: str, unlike: str) -> None:
    assert likeness(one, like) > likeness(one, unlike) + 0.2


def test_a_word_that_is_no_piece_is_made_of_the_longest_pieces() -> None:
    table = meanings()
    names = {at: name for name, at in table.places.items()}
    assert next(names[at] for at in table.pieces_of("counterstrikes")) == "counters"
    assert "".join(names[at].removeprefix("##") for at in table.pieces_of("zherini")) == "zherini"


def test_letters_of_no_piece_are_skipped() -> None:
    assert meanings().pieces_of("…") == []
    vectors, rarity = meanings().of_words(["…"])
    assert not vectors.any()
    assert rarity.tolist() == [1.0]


def test_what_everybody_says_counts_less_than_what_is_rare() -> None:
    _, rarity = meanings().of_words(["the", "refinery"])
    assert rarity[0] < 0.1 < 0.9 < rarity[1]


@given(st.lists(st.text(max_size=12), max_size=5))
def test_every_vector_has_length_one_or_none(words: list[str]) -> None:
    vectors, rarity = meanings().of_words(words)
    lengths = np.linalg.norm(vectors, axis=1)
    assert all(length == pytest.approx(1, abs=1e-3) or length == 0 for length in lengths)
    assert ((rarity >= 0) & (rarity <= 1)).all()
