"""Two quotations set side by side: which words they share, and which were altered."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.origins.language.wording import Wording, wording_of
from hearsay.origins.sharing.likening import fit
from hearsay.vocabulary.spans import Span


def wording(text: str) -> Wording:
    return wording_of(text, (Span(0, len(text)),))


def altered(left: str, right: str) -> list[tuple[str, str]] | None:
    one, other = wording(left), wording(right)
    found = fit(one, other)
    if found is None:
        return None
    return [(" ".join(one.tokens[a:b]), " ".join(other.tokens[c:d])) for a, b, c, d in found.gaps]


def test_an_edit_behind_the_one_word_that_both_begin_with_is_seen() -> None:
    assert altered(
        "they are promoted early because of the party’s weight",
        "they tend to be promoted early because of the party’s weight",
    ) == [("are", "tend to be")]


def test_an_edit_before_the_one_word_that_both_end_with_is_seen() -> None:
    assert altered(
        "nobody in this valley has the power to stop them",
        "nobody in this valley has the power to do away with them",
    ) == [("stop", "do away with")]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The defence of the harbour is Mr Brand’s own duty",
         "The defense of the harbor is Mister Brand's own duty"),
        ("We don’t know who paid General Oda in Lorn", "We do not know who paid Gen. Oda in Lorn"),
        ("twenty-one of the guards were organised by us", "21 of the guards were organized by us"),
    ],
)  # fmt: skip
def test_house_style_alters_nothing(left: str, right: str) -> None:
    assert altered(left, right) == []


def test_other_words_are_no_quotation_of_these() -> None:
    assert altered("we will hold the upper pass", "nobody paid the guards of the mill") is None


TOLD = ("the", "pass", "fell", "again", "nobody", "paid", "them")


@given(st.lists(st.sampled_from(TOLD), min_size=1))
def test_words_run_like_themselves(words: list[str]) -> None:
    assert altered(" ".join(words), " ".join(words)) == []
