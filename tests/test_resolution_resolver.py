"""The laws of the resolver, its tables, its keys and its reasons."""

from __future__ import annotations

import csv
import re
from importlib import resources
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.resolution.features.bodies import AROUND_BODIES, EVERY_OF_BODIES
from hearsay.resolution.features.persons import AROUND_PERSONS, PERSONS, other_gender
from hearsay.resolution.features.roles import MIXED, ROLES
from hearsay.resolution.features.shared import AROUND, SHARED, letters_differ, letters_within
from hearsay.resolution.resolver import Resolver, same, supplied
from hearsay.resolution.weighing import saying, supplied_weights
from hearsay.vocabulary.errors import Misuse

supplied()  # read the tables before hypothesis looks at the clock
EVERY = {
    *(*SHARED, *AROUND, letters_differ, letters_within),
    *(*PERSONS, *AROUND_PERSONS, other_gender),
    *(*EVERY_OF_BODIES, *AROUND_BODIES),
    *(*ROLES, *MIXED),
}
TABLES = ("aliases", "burmese", "countries", "echelons", "given", "ranks", "words")
NAMES = st.sampled_from(
    ("5th Division", "الفرقة الخامسة", "PMF", "Badr Corps", "Walid Sabri", "General Sabri",
     "the prime minister of Averne", "Ministry of Ports", "Abu Ali", "Pentagon", "3 Div HQ", "",
     "Sabri, Walid", "commander of 3 Battalion", "حزب الله", "Averne", "—", "Unknown Brigade")
)  # fmt: skip


@given(NAMES, NAMES, st.sampled_from(("", "in Averne in 2019")))
def test_it_does_not_matter_which_name_comes_first(left: str, right: str, told: str) -> None:
    one = same(left, right, left_context=told)
    other = same(right, left, right_context=told)
    assert (one.same, round(one.score, 9)) == (other.same, round(other.score, 9))


@given(st.text(max_size=40), st.text(max_size=40), st.text(max_size=60))
def test_any_text_is_answered(left: str, right: str, told: str) -> None:
    answer = same(left, right, left_context=told)
    assert 0 <= answer.score <= 1
    assert answer.same == (answer.score >= 0.5)
    assert answer.reasons


def test_every_feature_says_its_own_reason_and_has_a_weight() -> None:
    sayings = [saying(feature) for feature in EVERY]
    assert len(set(sayings)) == len(sayings)
    assert all(re.fullmatch(r"[A-Z][^.;]{10,90}", said) for said in sayings)
    assert {feature.__name__ for feature in EVERY} == set(supplied_weights().of)


@pytest.mark.parametrize("name", TABLES)
def test_every_row_of_a_table_says_whence_it_is(name: str) -> None:
    table = resources.files("hearsay.resolution").joinpath("tables", f"{name}.csv")
    rows = list(csv.reader(table.read_text("utf-8").splitlines()))
    assert rows[0][-1] == "source"
    assert all(len(row) == len(rows[0]) and row[-1] for row in rows)


def test_ranks_and_echelons_cover_eight_armies() -> None:
    for name in ("ranks", "echelons"):
        table = resources.files("hearsay.resolution").joinpath("tables", f"{name}.csv")
        assert "Iraq" in {row["army"] for row in csv.DictReader(table.read_text().splitlines())}


def test_a_users_aliases_come_before_our_own(tmp_path: Path) -> None:
    table = tmp_path / "mine.csv"
    table.write_text(
        "entity,kind,country,names,source\n"
        "Harbour Watch,force,,Harbour Watch|Night Lanterns,interview of 3 May\n",
        encoding="utf-8",
    )
    assert not same("Harbour Watch", "Night Lanterns").same
    answer = Resolver.supplied(table).same("Harbour Watch", "Night Lanterns")
    assert answer.same
    assert "interview of 3 May" in answer.reasons[0]


@pytest.mark.parametrize("text", ["name\nx\n", "entity,names,source\nHarbour Watch,a|b,\n"])
def test_a_table_that_lacks_something_is_named_with_its_line(tmp_path: Path, text: str) -> None:
    table = tmp_path / "mine.csv"
    table.write_text(text, encoding="utf-8")
    with pytest.raises(Misuse, match=r"mine\.csv"):
        Resolver.supplied(table)


def test_names_that_are_one_share_a_key() -> None:
    resolver = Resolver.supplied()
    for left, right in (
        ("Mustafa al-Kadhimi", "مصطفى الكاظمي"),
        ("5th Division", "الفرقة الخامسة"),
        ("Hashd al-Shaabi", "PMF"),
        ("Harbour Workers' Front", "HWF"),
        ("Ahmed Ali", "احمد علي"),
    ):
        assert resolver.keys_of(left) & resolver.keys_of(right), (left, right)


def test_candidates_are_far_fewer_than_all_pairs() -> None:
    resolver = Resolver.supplied()
    names = [f"{number} {echelon}" for number in range(1, 60) for echelon in ("Division", "Bde")]
    found = set(resolver.candidates([*names, "Fifth Division"]))
    assert ("5 Division", "Fifth Division") in found
    assert len(found) < len(names) * 3
