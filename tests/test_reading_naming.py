"""Which names of one document mean the same."""

from __future__ import annotations

import pytest

from hearsay.reading.naming import owner_of, same_body
from hearsay.vocabulary.spans import Span


def owner(text: str, words: str) -> frozenset[str]:
    start = text.index(words)
    return owner_of(words, Span(start, start + len(words)), text)


def test_a_numbered_unit_is_known_by_whose_it_is() -> None:
    assert owner("the Federal Police’s 5th Division fell", "5th Division") == {"federal", "police"}
    assert owner("the 5th Division of the Army fell", "5th Division") == {"army"}


def test_the_first_of_a_list_has_the_owner_of_the_list() -> None:
    assert owner("the Army’s 5th and 9th Divisions", "9th") == {"army"}


def test_a_name_without_a_number_needs_no_owner() -> None:
    assert owner("the Army’s Border Guard fell", "Border Guard") == frozenset()


@pytest.mark.parametrize(
    ("short", "long", "same"),
    [
        ("5th Division", "2nd Brigade of the 5th Division", False),
        ("Free Beacon", "Washington Free Beacon", True),
        ("TSF", "Tamrini Security Forces", True),
    ],
)
def test_a_shorter_name_may_be_the_longer_ones(short: str, long: str, same: bool) -> None:
    assert same_body(short, long) is same
