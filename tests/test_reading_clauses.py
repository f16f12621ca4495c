"""Clauses are cut at predicates, and nowhere else."""

from __future__ import annotations

import pytest

from hearsay.reading.clauses import clauses
from hearsay.reading.speech import quotations
from hearsay.vocabulary.spans import Span, words_of


def cut(text: str) -> list[str]:
    whole = (Span(0, len(text)),)
    return [words_of(c.spans, text) for c in clauses(text, whole, quotations(text, whole))]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Most units remained loyal to the cabinet and continued to follow orders.",
            ["Most units remained loyal to the cabinet", "Most units … continued to follow orders"],
        ),
        (
            "During the war, the council took steps to cut funds but is understood to have failed.",
            [
                "During the war, the council took steps to cut funds",
                "the council … is understood to have failed",
            ],
        ),
        (
            "The corps is the largest militia and its head has ties to the palace.",
            ["The corps is the largest militia", "its head has ties to the palace"],
        ),
        (
            "The guard has attacked the town and burned two houses.",
            ["The guard has attacked the town", "The guard has … burned two houses"],
        ),
        (
            "He was arrested in May and taken to the capital.",
            ["He was arrested in May", "He was … taken to the capital"],
        ),
        (
            "The army left the town; the police stayed.",
            ["The army left the town", "the police stayed"],
        ),
        (
            "Both forces fall under the Ministry of Interior, which has received aid since 2003.",
            [
                "Both forces fall under the Ministry of Interior",
                "the Ministry of Interior … has received aid since 2003",
            ],
        ),
        (
            "Troops searched houses, seized rifles and left the town.",
            ["Troops searched houses", "Troops … seized rifles", "Troops … left the town"],
        ),
    ],
)
def test_predicates_are_taken_apart(text: str, wanted: list[str]) -> None:
    assert cut(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "The police and the Emergency Response Division fall under the ministry",
        "Gunmen killed and wounded 20 people",
        "Talks between the army and the rebels have failed",
        "He promised to hold elections and form a cabinet",
        "A man accused of murder and sentenced to death was freed",
        "She took a confusing and conflicted stance",
        "The bill funds a base in Mira, which borders Orlan",
        "Every guard and every officer we met was afraid",
    ],
)
def test_what_belongs_together_stays_together(text: str) -> None:
    assert cut(text) == [text]


def test_a_quotation_that_begins_behind_the_verb_is_not_cut() -> None:
    text = "They are “often promoted and paid in cash”"
    assert cut(text) == [text]


def test_a_whole_sentence_in_quotation_marks_is_cut() -> None:
    assert cut("“The army held the town and burned the bridge”") == [
        "The army held the town",
        "The army … burned the bridge",
    ]


def test_words_without_a_verb_are_one_piece_without_a_verb() -> None:
    (only,) = clauses("an increasing number of attacks", (Span(0, 31),))
    assert only.verb is None
