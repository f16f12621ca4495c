"""Which of two ranks is the higher."""

from __future__ import annotations

import pytest

from hearsay.picture.grades import grade_of, rank_key


@pytest.mark.parametrize(
    ("lower", "higher"),
    [
        ("Air Vice Marshal", "Air Marshal"),
        ("Rear Admiral", "Vice Admiral"),
        ("Brig. Gen.", "Maj. Gen."),
        ("Wing Commander", "Group Captain"),
        ("master sergeant", "second lieutenant"),
    ],
)
def test_each_rank_has_its_grade(lower: str, higher: str) -> None:
    below, above = grade_of(lower), grade_of(higher)
    assert below is not None
    assert above is not None
    assert below < above


def test_wordings_of_one_rank_are_one() -> None:
    assert rank_key("Brig. Gen.") == rank_key("brigadier-general")


def test_what_the_table_does_not_have_has_no_grade() -> None:
    assert grade_of("Keeper of the Gate") is None
