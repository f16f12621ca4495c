"""Units, forces, parties and ministries: what makes two names one, and what keeps them apart."""

from __future__ import annotations

import pytest

from hearsay.resolution.lookup import tables
from hearsay.resolution.names import read_name
from hearsay.resolution.resolver import same


def test_takes_a_units_name_apart() -> None:
    body = read_name("2nd Brigade of the Iraqi Army's 5th Armoured Division", tables()).body
    assert body is not None
    assert [(f.echelon, f.number) for f in body.formations] == [("brigade", 2), ("division", 5)]
    assert body.arms == {"armoured"}
    assert body.services == {"army"}
    assert body.countries == {"IQ"}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("3rd Bn/22nd Bde/6th Div", "3rd Battalion of the 22nd Brigade, 6th Division"),
        ("الفرقة المدرعة الرابعة", "4th Armored Division"),
        ("2/5 Infantry Battalion", "2nd Battalion, 5th Infantry"),
        ("14. Mekanize Tugay", "14th Mechanized Brigade"),
        ("Primera Brigada de Infantería", "1st Infantry Brigade"),
        ("58-я армия", "58th Army"),
        ("PMF 30th Brigade", "30th Brigade of the Popular Mobilization Forces"),
        ("19BN", "19 Battalion"),
    ],
)
def test_one_unit_named_in_two_manners_is_one(left: str, right: str) -> None:
    assert same(left, right).same


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("5th Division of the Army", "5th Division of the Federal Police"),
        ("1st Armoured Brigade", "1st Mountain Brigade"),
        ("5th Division of the Averne Army", "5th Division of the Oshand Army"),
        ("6th Division", "14th Brigade, 6th Division"),
        ("A Company, 3 Battalion", "C Company, 3 Battalion"),
        ("Quds Force", "Islamic Revolutionary Guard Corps"),
        ("Green Delta Party", "military wing of the Green Delta Party"),
        ("Averne Unity Movement", "Averne Unity Movement (Renewal)"),
        ("Averne Workers' Front", "Averne Workers' Union"),
        ("Pentagon", "Pentagon Inspector General"),
        ("Averne Ministry of Justice", "Tamrin Ministry of Justice"),
        ("Ministry of Interior", "Minister of Interior"),
    ],
)
def test_part_and_whole_and_namesakes_are_kept_apart(left: str, right: str) -> None:
    assert not same(left, right).same


def test_an_unknown_unit_is_no_unit_in_particular() -> None:
    answer = same("Unknown Army Division", "7 Division")
    assert not answer.same
    assert any("not known or not named" in reason for reason in answer.reasons)


def test_brigade_corps_and_organization_are_said_of_one_force() -> None:
    assert same("Badr Brigade", "Badr Organization").same
    assert same("Falcon Brigade", "Falcon Corps").same


def test_a_force_and_the_commission_that_governs_it_are_one() -> None:
    answer = same("PMF", "Popular Mobilisation Committee")
    assert answer.same
    assert answer.reasons[0].startswith("A table holds both as names of one")


def test_a_seat_stands_for_who_sits_there() -> None:
    assert same("the Pentagon", "US Department of Defense").same
    assert same("Tehran", "the Iranian government").same
    assert not same("Tehran", "the Iraqi government").same


def test_a_context_spells_an_acronym_out() -> None:
    pentagon = "Iraq's Popular Mobilization Forces (PMF)"
    company = "a private military company (PMC) from Averne"
    assert same("PMF", "PMC").same
    assert not same("PMF", "PMC", left_context=pentagon, right_context=company).same


def test_a_context_says_that_a_body_was_renamed() -> None:
    told = "the Averne Renewal Party, formerly the Averne Liberation Movement"
    left, right = "Averne Liberation Movement", "Averne Renewal Party"
    assert not same(left, right).same
    assert same(left, right, right_context=told).same


def test_contexts_place_one_name_in_two_countries() -> None:
    here, there = "of the Averne army", "of the Oshand army"
    assert same("5th Brigade", "5th Brigade").same
    assert not same("5th Brigade", "5th Brigade", left_context=here, right_context=there).same


def test_letters_that_two_bodies_share_fit_either() -> None:
    assert same("29 PMF", "Police Mobile Force Squadron 29").same
    assert same("PMF", "Hashd al-Shaabi").same


def test_a_country_before_backed_is_not_the_bodys_own() -> None:
    assert same("Iran-backed Popular Mobilization Forces", "Iraqi PMF").same


def test_a_unit_that_was_renamed_is_one_though_its_number_changed() -> None:
    told = "the 3rd Coastal Regiment, since renamed the 7th Guards Regiment"
    left, right = "3rd Coastal Regiment", "7th Guards Regiment"
    assert not same(left, right).same
    assert same(left, right, left_context=told).same


def test_brackets_may_hold_the_unit_above() -> None:
    told = "the 5th Brigade (2nd Division) left Marsa"
    assert not same("5th Brigade", "2nd Division", left_context=told).same
    told = "the Harbour Police (Ministry of Ports) left Marsa"
    assert not same("Harbour Police", "Ministry of Ports", left_context=told).same


def test_two_units_named_together_are_those_two() -> None:
    assert same("the 5th and 8th Divisions", "5th and 8th Divisions").same
    assert not same("5th and 8th Divisions", "8th Division").same


def test_what_is_said_around_two_names_of_one_known_body_does_not_part_them() -> None:
    here, there = "an Iranian-funded group in Lebanon", "which holds seats in Iraq's parliament"
    answer = same("Badr Corps", "Badr Organization", left_context=here, right_context=there)
    assert answer.same


def test_an_army_is_a_formation_where_a_number_stands_before_its_arm() -> None:
    assert not same("1st Guards Tank Army", "1st Guards Tank Regiment").same
    assert same("58th Combined Arms Army", "58 ОА").same


def test_short_forms_say_echelon_and_arm_in_one() -> None:
    assert same("LIB 345", "Light Infantry Battalion 345").same
    assert not same("LIB 345", "Infantry Battalion 345").same
    assert same("72 ОМБр", "72nd Mechanised Brigade").same


def test_the_number_may_stand_after_the_arm() -> None:
    assert same("Brigada Móvil No. 11", "11th Mobile Brigade").same
    assert same("Batallón de Infantería No. 15", "15th Infantry Battalion").same
    assert same("42/o Batallón de Infantería", "42nd Infantry Battalion").same


def test_an_acronym_may_leave_out_words_or_be_of_one_word() -> None:
    assert same("TVZ", "Terravonzavod").same
    assert same("RFO/RT", "Radio Free Oshand/Radio Tamrin").same
    assert not same("TVZ", "Terramotors").same


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Averne Steel S.A.", "Averne Steel"),
        ("Grupo Almar, S.A. de C.V.", "Grupo Almar"),
        ("Halvar Logistics GmbH & Co. KG", "Halvar Logistics"),
        ("Kalim Trading FZCO", "Kalim Trading L.L.C."),
    ],
)
def test_the_form_of_a_company_is_no_part_of_its_name(one: str, other: str) -> None:
    assert same(one, other).same


def test_companies_of_one_form_are_two() -> None:
    assert not same("Averne Steel S.A.", "Averne Bank S.A.").same


def test_a_known_body_of_a_known_body_is_not_the_one_above_it() -> None:
    assert not same("Emergency Response Division, Federal Police", "Federal Police of Iraq").same
    assert not same("Basij of the IRGC", "IRGC").same


def test_a_word_of_several_is_no_acronym_of_them() -> None:
    assert not same("TROVAL", "Troval and Petrel").same
