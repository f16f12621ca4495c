"""Names in scripts of syllables, Burmese names, and spellings that writers exchange."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.resolution.likeness import alike
from hearsay.resolution.resolver import same, supplied
from hearsay.resolution.syllables import has_syllables, in_latin


@pytest.mark.parametrize(
    ("written", "latin"),
    [("စိုးဝင်း", "So Win"), ("မြင့်ဆွေ", "Myint Swe"), ("ဦးသန့်", "U Thant"), ("ጌታቸው", "Getachew")],
)
def test_syllables_are_spelt_as_reports_spell_them(written: str, latin: str) -> None:
    assert in_latin(written).strip() == latin


@given(st.text(alphabet=st.characters(min_codepoint=0x1000, max_codepoint=0x137F), max_size=12))
def test_no_burmese_or_ethiopic_letter_breaks_the_reading(text: str) -> None:
    assert isinstance(in_latin(text), str)


def test_latin_text_has_no_syllables() -> None:
    assert not has_syllables("Walid Terrani وليد")


def test_burmese_names_are_borne_whole() -> None:
    assert same("U Myint Naing", "Myint Naing").same
    assert not same("Tin Aung", "Tin Aung Myint").same
    assert not same("Thein Sein", "Sein Thein").same
    assert not same("Kyaw Zaw Htun", "Kyaw Htun").same


def test_a_turkish_c_sounds_as_j_and_an_unmarked_one_as_ch() -> None:
    assert alike("cengiz", "jengiz") > 0.9
    assert alike("catli", "chatli") > 0.9


def test_letters_in_the_wrong_order_within_a_name_are_a_slip() -> None:
    assert same("Walid Terrnai", "Walid Terrani").same
    assert alike("aslam", "salam") < 0.6


def test_spaniards_are_called_by_the_first_of_two_family_names() -> None:
    assert same("General Terranova", "Salvador Terranova Quispe").same
    assert not same("General Hernández", "Salvador Hernández Quispe").same


def test_a_given_name_before_a_kunya_may_be_left_out() -> None:
    assert same("Adnan Abu Walid al-Marsawi", "Abou Walid al-Marsaoui").same


def test_a_turkish_name_is_filed_with_its_english_spelling() -> None:
    resolver = supplied()
    assert resolver.keys_of("Sabri Cengiz") & resolver.keys_of("Sabri Jengiz")
    assert resolver.keys_of("Mawlawi Kabir") & resolver.keys_of("Abdul Kabir")
