"""A description begins in its own sentence and passage."""

from __future__ import annotations

import pytest

from hearsay.reading.describing import BEFORE_HEAD


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("in months of last year.\n\nThe report", "The "),
        ("It ended last year. The report", "The "),
        ("in U.S. Defence Department report", "U.S. Defence Department "),
        ("to Gen. Rusk\u2019s quarterly\nreport", "Gen. Rusk\u2019s quarterly\n"),
    ],
)
def test_what_stands_before_a_head_noun_ends_with_its_sentence(text: str, begins: str) -> None:
    head = text.rindex("report")
    found = BEFORE_HEAD.search(text, 0, head)
    assert (found[0] if found else "") == begins
