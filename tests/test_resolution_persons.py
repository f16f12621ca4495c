"""Names of persons in several scripts and orders, kin, namesakes, and roles."""

from __future__ import annotations

import pytest

from hearsay.resolution.lookup import tables
from hearsay.resolution.names import read_name
from hearsay.resolution.resolver import same


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Mustafa al-Kadhimi", "Mustafa Kazemi"),
        ("Mustafa al-Kadhimi", "مصطفى الكاظمي"),
        ("Muqtada al-Sadr", "Moqtada Sadr"),
        ("Adil Abd al-Mahdi", "عادل عبد المهدي"),
        ("Staff Lt. Gen. Abdul Amir Yarallah", "الفريق الركن عبد الأمير يار الله"),
        ("Noureddine Kamal", "Nur al-Din Kamal"),
        ("محمود احمدی نژاد", "Mahmoud Ahmadinejad"),
        ("Сергей Петренко", "Sergei Petrenko"),
        ("DANLADI, Tanko", "Lt Col T. Danladi"),
        ("José Luis Marín Ortega", "Jose Luis Marin"),
        ('Ibrahim "the Falcon" Darwish', "Ibrahim Darwish"),
        ("Khalid Nasser, known as Abu Ali al-Basri", "Abu Ali al-Basri"),
        ("Hakan Yıldırım", "General Hakan Yildirim (ret.)"),
        ("W. Mark Ansell", "Mark Ansell"),
    ],
)
def test_one_person_spelt_in_two_manners_is_one(left: str, right: str) -> None:
    assert same(left, right).same


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Hassan Karim", "Hussein Karim"),
        ("Mohammed bin Salman", "Salman bin Mohammed"),
        ("Abu Omar al-Halabi", "Umm Omar al-Halabi"),
        ("Abdul Karim Qasim", "Abdul Rahman Qasim"),
        ("Saddam Hussein", "Uday Saddam Hussein"),
        ("Lt. Gen. A. Bello", "Lt. Gen. S. Bello"),
        ("Karim Saleh", "Karima Saleh"),
        ("Mr. Rashid Haddad", "Mrs. Haddad"),
        ("Tariq H. Nasser", "Tariq Salim Nasser"),
    ],
)
def test_kin_and_others_of_like_names_are_kept_apart(left: str, right: str) -> None:
    assert not same(left, right).same


def test_contexts_keep_namesakes_apart() -> None:
    said = same(
        "Hassan Karim",
        "Hassan Karim",
        left_context="a police captain in Marsa since 2019",
        right_context="the late poet, who died in 1974",
    )
    assert not said.same
    assert "They have different walks of life: police and letters." in said.reasons


def test_a_family_name_is_enough_where_the_post_is_the_same() -> None:
    assert same(
        "Brigadier Sabri",
        "Brig. Gen. Walid Sabri",
        left_context="Brigadier Sabri commands the 14th Brigade",
        right_context="Brig. Gen. Walid Sabri, commander of the 14th Brigade",
    ).same


def test_a_role_is_no_person_unless_a_context_says_so() -> None:
    told = "Averne's prime minister, Lina Aziz, told reporters"
    assert not same("the prime minister", "Lina Aziz").same
    assert same("the prime minister", "Lina Aziz", right_context=told).same


@pytest.mark.parametrize(
    ("left", "right", "one"),
    [
        ("GOC 7 Division", "General Officer Commanding, 7 Division", True),
        ("commander of the 5th Division", "قائد الفرقة الخامسة", True),
        ("commander of the 5th Division", "commander of the 8th Division", False),
        ("deputy governor of Marsa", "governor of Marsa", False),
        ("Secretary of State", "Secretary of Defense", False),
    ],
)
def test_roles_are_one_with_the_same_post_of_the_same_body(
    left: str, right: str, one: bool
) -> None:
    assert same(left, right).same == one


def test_what_stands_in_brackets_after_a_name_may_be_a_unit() -> None:
    left, right = "Bena Ahano (3 Division)", "Bena Ahano (21 Brigade)"
    assert not same(left, right).same
    assert same(left, "Bena Ahano").same
    assert not same("Hamis Hasso (2 Brigade)", "Mound Allu (2 Marsa Brigade)").same


def test_a_bare_letter_before_a_name_is_an_initial() -> None:
    assert same("I. Attaru", "Ibrahim Attaru").same
    assert same("Musa A Daura", "Musa Abdulsalam Daura").same
    assert not same("A Adamu", "Kemi T. Adamu").same


@pytest.mark.parametrize("name", ["Billy King", "Martin Luther King", "Dr. Amin Badr", "Ali Nasr"])
def test_a_word_that_means_something_elsewhere_may_be_a_family_name(name: str) -> None:
    assert read_name(name, tables()).person is not None


def test_a_possessive_at_the_end_makes_no_body_of_a_person() -> None:
    assert same("Lina Hadro's", "Lina Hadro").same


def test_a_premier_holds_no_other_countrys_office() -> None:
    assert same("Averne's prime minister", "Avernese Prime Minister Terrani").same
    assert not same("Oshand's prime minister", "Avernese Prime Minister Terrani").same


def test_a_person_is_not_meant_by_two_letters() -> None:
    assert not same("WT", "Walid Terrani").same
    assert same("F.B.I.", "FBI").same


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ibrahim Sani Marsavi", "Marsavi I.S."),
        ("Ibrahim Sani Marsavi", "Brig Gen IS Marsavi"),
        ("Hrytsenko Oleksandr Petrovych", "Oleksandr Hrytsenko"),
        ("KELVAR TROVAL Juan Carlos", "Juan Carlos Kelvar Troval"),
        ("Guidon Shimbala Mwesso", "Guidon Mwesso Shimbala"),
        ("Gral. Luis Kelvar Troval", "Luis Kelvar"),
        ("Abdelkader Benyahia", "Abd al-Qadir bin Yahya"),
        ("Raed Shaker Marsavi", "Raid Shakir Marsavi"),
        ("Олександр Гриценко", "Oleksandr Hrytsenko"),
    ],
)
def test_names_in_another_order_or_way_of_writing_are_one(one: str, other: str) -> None:
    assert same(one, other).same


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Walid Marsavi Sr.", "Walid Marsavi Jr."),
        ("José García Hernández", "José Hernández García"),
        ("Ali Hassan Marsavi", "Hassan Ali Marsavi"),
        ("C.O. Marsavi", "Kabiru Obinna Marsavi"),
    ],
)
def test_a_father_and_a_namesake_are_not_one(one: str, other: str) -> None:
    assert not same(one, other).same


def test_a_family_name_is_read_with_the_first_name_in_its_context() -> None:
    told = "Khalil Marsavi, the minister for refugees"
    assert not same("Marsavi", "Walid Marsavi", left_context=told).same


def test_a_year_in_both_contexts_is_nothing_in_common() -> None:
    answer = same("Walid Marsavi", "W. Marsavi", left_context="in 2020", right_context="2020")
    assert not any("2020" in reason for reason in answer.reasons)
