"""What is left out at a mention's edges."""

from __future__ import annotations

import pytest

from hearsay.reading.trimming import trimmed
from hearsay.vocabulary.spans import Span


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("the 5th Division,", "5th Division"),
        ("Maj. Gen.", "Maj. Gen."),
        ("General Officer Commanding (GOC)", "General Officer Commanding (GOC)"),
        ("Battalion)", "Battalion"),
        ("“An elite force”", "elite force"),
        ("Thearmy", "Thearmy"),
        ("the", "the"),
    ],
)
def test_articles_and_edge_punctuation_go_and_all_else_stays(words: str, left: str) -> None:
    assert trimmed(Span(0, len(words)), words).of(words) == left
