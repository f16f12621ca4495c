"""Claims in columns: what was laid out once does not change when more come."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.origins.alike.columns import Columns, Spoken
from hearsay.origins.alike.comparing import compare
from hearsay.origins.alike.features import facts_of_words
from hearsay.origins.alike.likeness import pair_head
from hearsay.origins.alike.propositions import sample_of

SAID = (
    "The Border Force closed the crossing at Merek for nine days.",
    "For nine days nobody crossed at Merek, the 3rd Brigade said.",
    "Sixty rifles are missing from the depot at Tolmek.",
    "The harbour master of Lusk has resigned.",
)


def columns(*spoken: str) -> Columns:
    head = pair_head()
    of = Spoken.of([[facts_of_words(words, head.common) for words in spoken]])
    return Columns(head.common, head.sentences, of)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(SAID), min_size=2, max_size=8), st.integers(0, 8))
def test_pairs_have_the_same_features_whatever_was_laid_out_since(said: list[str], at: int) -> None:
    head = pair_head()
    facts = [facts_of_words(words, head.common) for words in said]
    at_once, step_by_step = columns(), columns()
    at_once.add(facts)
    step_by_step.add(facts[:at])
    step_by_step.add(facts[at:])
    pair = np.array([0]), np.array([1])
    every = compare(at_once.table(np.arange(len(said))), *pair)
    alone = compare(step_by_step.table(np.array([0, 1])), *pair)
    assert np.allclose(every, alone, atol=1e-6)


def test_a_word_that_a_case_is_full_of_says_little_in_it() -> None:
    many = [f"Merek saw its raid number {at} that week." for at in range(80)]
    told, elsewhere = columns(*many), columns()
    for one in (told, elsewhere):
        one.add([facts_of_words(SAID[0], pair_head().common)])
    claim = np.array([0])
    assert told.table(claim).totals.sum() < elsewhere.table(claim).totals.sum()


def test_what_a_case_speaks_of_is_looked_at_anew_only_when_it_has_doubled() -> None:
    assert [sample_of(number) for number in (0, 1, 2, 3, 4, 7, 8)] == [0, 1, 2, 2, 4, 4, 8]
    assert {sample_of(number) for number in range(256, 1000)} == {256}
