"""Which words say how far somebody stands behind what is said, and which only cite."""

from __future__ import annotations

import pytest

from hearsay.reading.hedging import hedges_in
from hearsay.vocabulary.spans import Span


def hedges(text: str) -> list[tuple[str, str]]:
    return [(h.span.of(text), h.kind) for h in hedges_in((Span(0, len(text)),), text)]


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("The unit is said to have left.", "is said to have", "reported"),
        ("Three men, believed to be deserters, fled.", "believed to be", "thought"),
        ("It is alleged that he paid them.", "is alleged that", "alleged"),
        ("The corps reportedly crossed the river.", "reportedly", "reported"),
    ],
)
def test_a_hedge_is_found_with_its_class(text: str, words: str, kind: str) -> None:
    assert hedges(text) == [(words, kind)]


@pytest.mark.parametrize(
    "text",
    [
        "The commander, who left in May, said that the unit had gone.",
        "She claimed that nobody had paid.",
        "He believed that the road was open.",
        "The guards were told to wait.",
    ],
)
def test_what_somebody_said_or_believed_is_a_cue_and_no_hedge(text: str) -> None:
    assert hedges(text) == []
