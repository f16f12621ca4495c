"""Spelling variants meet in the search column, and nothing a user types is query syntax."""

from __future__ import annotations

import apsw
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.ledger.folding import fold, query


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أحمد", "احمد"),
        ("إدارة", "اداره"),
        ("آمر", "امر"),
        ("ٱلله", "الله"),
        ("مصطفى", "مصطفي"),
        ("کریم", "كريم"),
        ("مـحـمـد", "محمد"),
        ("مُحَمَّد", "محمد"),
        ("مدرسة", "مدرسه"),
        ("٢٠٢١", "2021"),
        ("۲۰۲۱", "2021"),
        ("Müller", "MULLER"),
        ("Łódź", "lodz"),
        ("ﬁre", "fire"),
        ("Straße", "STRASSE"),
        ("İzmir", "izmir"),
        ("qa’im", "qa'im"),
    ],
)
def test_variants_of_one_spelling_fold_to_the_same(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_different_letters_stay_apart() -> None:
    assert fold("حسن") != fold("حسين")
    assert fold("سالم") != fold("سليم")


@given(st.text(max_size=30))
@settings(max_examples=400)
def test_folding_what_is_folded_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text(max_size=30))
@settings(max_examples=400)
def test_folding_ignores_case_and_composition(text: str) -> None:
    assert fold(text) == fold(text.casefold())
    fold(text).encode("utf-8")  # no lone surrogate is left over


INDEX = apsw.Connection(":memory:")
INDEX.execute("CREATE VIRTUAL TABLE held USING fts5(words, tokenize = 'unicode61')")


@given(st.text(max_size=30) | st.sampled_from(["a OR b", 'x" OR "y', "words:a", "a*", "NEAR(a b)"]))
@settings(max_examples=400)
def test_no_text_is_query_syntax(text: str) -> None:
    asked = query(text)
    if asked is not None:
        INDEX.execute("SELECT rowid FROM held WHERE held MATCH ?", (asked,)).fetchall()


def test_words_in_quotes_are_one_phrase() -> None:
    assert query('said "the 5th Brigade" today') == '"said" "the 5th brigade" "today"'


def test_an_operator_is_a_word_like_any_other() -> None:
    assert query("port OR border") == '"port" "or" "border"'


def test_signs_alone_are_no_query() -> None:
    assert query(' — "..." ') is None
