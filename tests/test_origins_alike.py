from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.pipeline import document_of
from hearsay import samples
from hearsay.origins.alike.candidates import candidates
from hearsay.origins.alike.comparing import FEATURES, compare, table_of
from hearsay.origins.alike.features import ClaimFacts, facts_of_words
from hearsay.origins.alike.likeness import Likeness, alike, head_from, pair_head
from hearsay.origins.language.stems import concept, stem, words
from hearsay.vocabulary.spans import Span
from training.alike_pairs import ECB_DEV, own_pairs
from training.overlap import sentence_hashes

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"


def said(text: str, times: list[tuple[str, str]] | None = None, **about: object) -> ClaimFacts:
    placed = [
        (Span(text.index(phrase), text.index(phrase) + len(phrase)), edtf)
        for phrase, edtf in times or []
    ]
    return facts_of_words(text, pair_head().common, times=placed, **about)  # type: ignore[arg-type]


def likeness(left: str, right: str) -> Likeness:
    return alike(said(left), said(right))


def test_a_reworded_sentence_asserts_the_same() -> None:
    assert likeness(
        "the 3rd Division is under the strongest Oshandi influence",
        "Oshand's influence is strongest in the third division",
    ).probability > 0.7  # fmt: skip


def test_another_thing_about_the_same_people_does_not() -> None:
    assert likeness(
        "the 3rd Division is under the strongest Oshandi influence",
        "the 3rd Division was moved from Velan to the coast",
    ).probability < 0.4  # fmt: skip


def test_the_same_said_of_another_unit_does_not() -> None:
    same = likeness("the 3rd Brigade guards the port", "the third brigade guards the port")
    other = likeness("the 3rd Brigade guards the port", "the 11th Brigade guards the port")
    assert other.probability < same.probability


def test_a_denial_belongs_to_what_it_denies() -> None:
    assert likeness(
        "the Border Force sold rifles to the smugglers of Merek",
        "the Border Force never sold rifles to the smugglers of Merek",
    ).probability > 0.5  # fmt: skip


def test_the_count_of_another_quarter_is_another_thing() -> None:
    text = "there were 41 attacks on the depot in the {} quarter"
    third = said(text.format("third"), [("the third quarter", "2021-07/2021-09")])
    fourth = said(text.format("fourth"), [("the fourth quarter", "2021-10/2021-12")])
    assert alike(third, fourth).probability < alike(third, third).probability
    assert "their times lie apart" in alike(third, fourth).reasons


def test_reasons_name_what_is_shared_and_what_clashes() -> None:
    found = likeness("rockets hit Camp Iverson 47 times", "rockets hit Camp Iverson 52 times")
    assert "another number: 47 against 52" in found.reasons
    assert any(reason.startswith("both name") and "iverson" in reason for reason in found.reasons)


def test_what_a_pronoun_stands_for_counts() -> None:
    named = said("Salmani met the officers of the Frontier Corps")
    bare = said("he met the officers of the Frontier Corps")
    meant = said("he met the officers of the Frontier Corps", about=("salmani",))
    assert alike(named, meant).probability >= alike(named, bare).probability


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("integrated", "integration"),
        ("promotions", "promoted"),
        ("oshandi", "oshand"),
        ("militias", "militia"),
        ("russians", "russia"),
    ],
)
def test_forms_of_a_word_share_a_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(
    ("one", "other"), [("policy", "police"), ("office", "officers"), ("interior", "internal")]
)
def test_different_words_keep_different_stems(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_near_synonyms_of_the_field_meet_in_one_concept() -> None:
    assert concept(stem("scattered")) == concept(stem("concentrated"))
    assert concept(stem("disbanded")) == concept(stem("dissolved"))


_WORDS = st.lists(
    st.sampled_from(
        words("""
    the 3rd 47 army Velan police Salmani militia attacked left not no Corps fuel in five
    """)
    ),
    max_size=9,
).map(" ".join)


@given(_WORDS, _WORDS)
def test_likeness_is_the_same_both_ways_round(left: str, right: str) -> None:
    forth, back = likeness(left, right), likeness(right, left)
    assert forth.probability == pytest.approx(back.probability)
    assert 0 <= forth.probability <= 1


@given(_WORDS)
def test_features_are_finite_numbers(text: str) -> None:
    head = pair_head()
    table = table_of([said(text), said("the army left Velan")], head.common, head.sentences)
    features = compare(table, np.array([0]), np.array([1]))
    assert features.shape == (1, len(FEATURES))
    assert np.isfinite(features).all()


def test_candidates_of_a_thousand_like_sentences_stay_in_step_with_their_number() -> None:
    facts = [said(f"the army left the port of Sable {at}") for at in range(1000)]
    head = pair_head()
    left, right = candidates(table_of(facts, head.common, head.sentences))
    assert (left < right).all()
    assert len(left) <= 18 * len(facts)


def test_weights_for_other_features_are_refused() -> None:
    with pytest.raises(ValueError, match=r"training\.alike"):
        head_from('{"features": ["length"]}')


def test_own_pairs_are_many_and_of_three_outcomes() -> None:
    pairs = list(own_pairs())
    assert len(pairs) >= 300
    assert {outcome for pair in pairs for outcome in pair.outcomes} == {0, 1, 2}


def test_enough_of_our_own_pairs_are_held_out_to_measure_by() -> None:
    held_out = [pair for pair in own_pairs() if pair.held_out]
    assert len(held_out) >= 150
    assert sum(not pair.outcomes & {2, 3} for pair in held_out) >= 60


def test_no_sentence_of_the_samples_stands_in_our_own_pairs() -> None:
    scored = {
        hashed
        for path in samples.sample_files()
        for hashed in sentence_hashes(document_of(path.read_bytes(), path.name).text)
    }
    trained = {
        hashed
        for pair in own_pairs()
        for side in (pair.left, pair.right)
        for hashed in sentence_hashes(side)
    }
    assert trained
    assert not trained & scored


@pytest.mark.skipif(not (SHARED / "ecbplus").exists(), reason="../shared/data is not here")
def test_topics_held_out_are_there_to_be_measured_on() -> None:
    assert {int(path.name) for path in (SHARED / "ecbplus" / "ECB+").iterdir()} >= ECB_DEV
