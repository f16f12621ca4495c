"""Units, ministries and forces in many styles and languages, made by rule: one or two?"""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.resolution.resolver import same, supplied

supplied()  # read the tables before hypothesis looks at the clock
ENGLISH = {1: "First", 2: "Second", 3: "Third", 5: "Fifth", 8: "Eighth", 11: "Eleventh",
           12: "Twelfth", 15: "Fifteenth", 17: "Seventeenth", 22: "Twenty-Second"}  # fmt: skip
SPANISH = {1: "Primera", 2: "Segunda", 3: "Tercera", 5: "Quinta", 8: "Octava",
           11: "Décima Primera", 12: "Décimo Segunda", 15: "Decimoquinta", 17: "Decimoséptima",
           22: "Vigésima Segunda"}  # fmt: skip
FRENCH = {1: "Première", 2: "Deuxième", 3: "Troisième", 5: "Cinquième", 8: "Huitième",
          11: "Onzième", 12: "Douzième", 15: "Quinzième", 17: "Dix-septième",
          22: "Vingt-deuxième"}  # fmt: skip
ARABIC = {1: "الأولى", 2: "الثانية", 3: "الثالثة", 5: "الخامسة", 8: "الثامنة",
          11: "الحادية عشرة", 12: "الثانية عشرة", 15: "الخامسة عشرة", 17: "السابعة عشرة",
          22: "الثانية والعشرون"}  # fmt: skip
UKRAINIAN = {1: "перша", 2: "друга", 3: "третя", 5: "п'ята", 8: "восьма", 11: "одинадцята",
             12: "дванадцята", 15: "п'ятнадцята", 17: "сімнадцята",
             22: "двадцять друга"}  # fmt: skip
ROMAN = {1: "I", 2: "II", 3: "III", 5: "V", 8: "VIII", 11: "XI", 12: "XII", 15: "XV", 17: "XVII",
         22: "XXII"}  # fmt: skip
ECHELONS = {
    "division": ("Division", "División", "division", "الفرقة", "дивізія", "Div"),
    "brigade": ("Brigade", "Brigada", "brigade", "اللواء", "бригада", "Bde"),
    "battalion": ("Battalion", "Batallón", "bataillon", "الكتيبة", "батальйон", "Bn"),
}
ARMS = {
    "": ("", "", "", "", ""),
    "armoured": ("Armoured", "Blindada", "blindée", "مدرعة", "танкова"),
    "artillery": ("Artillery", "de Artillería", "d'artillerie", "مدفعية", "артилерійська"),
}
NUMBERS = st.sampled_from(sorted(ENGLISH))
UNITS = st.tuples(NUMBERS, st.sampled_from(sorted(ECHELONS)), st.sampled_from(sorted(ARMS)))
STYLES = st.integers(0, 10)


def styled(unit: tuple[int, str, str], style: int) -> str:
    """The unit's name in one of eleven styles."""
    number, echelon, arm = unit
    english, spanish, french, arabic, ukrainian, short = ECHELONS[echelon]
    arms = ARMS[arm]
    figure = ordinal(number)
    words = (
        (figure, arms[0], english),
        (ENGLISH[number], arms[0], english),
        (str(number), arms[0], short),
        (arms[0], english, str(number)),
        (spanish, arms[1], f"N° {number}"),
        (SPANISH[number], spanish, arms[1]),
        (ROMAN[number], spanish, arms[1]),
        (f"{number}e", french, arms[2]),
        (FRENCH[number], french, arms[2]),
        (arabic, ARABIC[number], arms[3]),
        (UKRAINIAN[number], "окрема", arms[4], ukrainian),
    )
    return " ".join(word for word in words[style] if word)


def ordinal(number: int) -> str:
    """1st, 2nd, 11th."""
    ending = "th" if 10 <= number % 100 <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10)
    return f"{number}{ending or 'th'}"


@given(UNITS, STYLES, STYLES)
def test_a_unit_is_one_in_every_style(unit: tuple[int, str, str], one: int, other: int) -> None:
    assert same(styled(unit, one), styled(unit, other)).same


@given(UNITS, UNITS, STYLES, STYLES)
def test_units_with_other_numbers_or_echelons_are_two_in_every_style(
    unit: tuple[int, str, str], another: tuple[int, str, str], one: int, other: int
) -> None:
    if unit[:2] != another[:2]:
        assert not same(styled(unit, one), styled(another, other)).same


def nested(small: int, large: int, style: int) -> str:
    """A brigade of a division in one of eight styles."""
    styles = (
        f"{ordinal(small)} Brigade, {ordinal(large)} Division",
        f"{ordinal(large)} Division's {ordinal(small)} Brigade",
        f"{small} Bde/{large} Div",
        f"Brigade {small}, Division {large}",
        f"{SPANISH[small]} Brigada de la {SPANISH[large]} División",
        f"{small}e brigade de la {large}e division",
        f"اللواء {small} في الفرقة {ARABIC[large]}",
        f"{small} Brigade ({large} Division)",
    )
    return styles[style]


@given(NUMBERS, NUMBERS, st.integers(0, 7), st.integers(0, 7))
def test_a_brigade_of_a_division_is_one_in_every_style_and_two_turned_round(
    small: int, large: int, one: int, other: int
) -> None:
    assert same(nested(small, large, one), nested(small, large, other)).same
    if small != large:
        assert not same(nested(small, large, one), nested(large, small, other)).same


@pytest.mark.parametrize(
    "names",
    [
        ("IX Región Militar", "9/a Región Militar", "9th Military Region", "9e région militaire"),
        ("48IB", "48th Infantry Battalion", "48 Batallón de Infantería", "48 Inf Bn"),
        ("Brigada Móvil No. 7", "BRIM 7", "BRIM7", "7th Mobile Brigade"),
        ("MOC-15", "Military Operations Command (15)", "Military Operations Command No. 15"),
        ("Branch 215", "الفرع 215", "فرع 215"),
        ("64-я отдельная мотострелковая бригада", "64th Motor Rifle Brigade"),
    ],
)
def test_short_forms_and_figures_of_many_armies_are_read(names: tuple[str, ...]) -> None:
    assert [pair for pair in combinations(names, 2) if not same(*pair).same] == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Brigada Móvil No. 15", "Décima Quinta Brigada"),
        ("3rd Military Police Brigade", "3rd Brigade"),
        ("Branch 215", "215th Brigade"),
        ("48th Front", "48th Battalion"),
        ("MOC-15", "MOC-5"),
        ("22e Brigade", "12e Brigade"),
    ],
)
def test_what_is_numbered_apart_is_not_one(one: str, other: str) -> None:
    assert not same(one, other).same


@pytest.mark.parametrize(
    "land",
    [
        ("Libyan", "Libya", "الليبية", "de Libye", "de Libia"),
        ("Egyptian", "Egypt", "المصرية", "d'Égypte", "de Egipto"),
        ("Lebanese", "Lebanon", "اللبنانية", "du Liban", "del Líbano"),
    ],
)
def test_a_countrys_ministry_is_one_in_every_language(land: tuple[str, ...]) -> None:
    names = (
        f"{land[0]} Ministry of Foreign Affairs",
        f"Foreign Ministry of {land[1]}",
        f"Ministry of Foreign Affairs ({land[1]})",
        f"وزارة الخارجية {land[2]}",
        f"Ministère des Affaires étrangères {land[3]}",
        f"Ministerio de Relaciones Exteriores {land[4]}",
    )
    assert [pair for pair in combinations(names, 2) if not same(*pair).same] == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Libyan Ministry of Foreign Affairs", "Ministère des Affaires étrangères du Mali"),
        ("Egyptian Armed Forces", "Forces armées du Liban"),
        ("Policía Nacional de Colombia", "Haitian National Police"),
    ],
)
def test_bodies_of_two_countries_are_two_in_every_language(one: str, other: str) -> None:
    assert not same(one, other).same


@pytest.mark.parametrize(
    ("acronym", "name"),
    [
        ("TAMPET", "Tamrini Petroleum"),
        ("Géfonmines", "La Générale des Fonderies et des Mines S.A."),
        ("LENI", "Légion nationale d'intervention"),
        ("ZherMinCom", "Zherin Mining Command"),
        ("TSF", "Tamrin Strike Force"),
    ],
)
def test_an_acronym_may_be_made_of_syllables(acronym: str, name: str) -> None:
    assert same(acronym, name).same


def test_an_acronym_leaves_no_word_out() -> None:
    assert not same("TAMPET", "Tamrini Coal Petroleum").same


def test_letters_that_are_another_countrys_are_read_by_the_context() -> None:
    assert same("SAF", "PNP Special Action Force", left_context="Mamasapano, Philippines").same
