"""The laws of the resolver, its tables, its keys and its reasons."""

from __future__ import annotations

import csv
import re
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.resolution.aliases import Entity
from hearsay.resolution.features.bodies import AROUND_BODIES, EVERY_OF_BODIES
from hearsay.resolution.features.persons import AROUND_PERSONS, PERSONS, other_gender
from hearsay.resolution.features.roles import MIXED, ROLES
from hearsay.resolution.features.shared import AROUND, OF_LETTERS, SHARED
from hearsay.resolution.resolver import Resolver, same, supplied
from hearsay.resolution.weighing import saying, supplied_weights

supplied()  # read the tables before hypothesis looks at the clock
EVERY = {
    *(*SHARED, *AROUND, *OF_LETTERS),
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


def own(entity: str, *names: str, kind: str = "", country: str = "") -> Entity:
    """A row of a user's own table."""
    return Entity(entity, kind, country, "interview of 3 May", (entity, *names))


def test_a_users_own_names_are_one() -> None:
    assert not same("Harbour Watch", "Night Lanterns").same
    answer = Resolver.supplied((own("Harbour Watch", "Night Lanterns", kind="force"),)).same(
        "Harbour Watch", "Night Lanterns"
    )
    assert answer.same
    assert "interview of 3 May" in answer.reasons[0]


def test_a_users_own_name_joins_those_that_the_table_has_of_that_one() -> None:
    resolver = Resolver.supplied((own("Popular Mobilization Forces", "the Lantern Brigades"),))
    assert resolver.same("Lantern Brigades", "Hashd al-Shaabi").same
    assert resolver.same("PMU", "Hashd al-Shaabi").same


def test_a_name_means_whom_the_user_says_and_no_longer_another() -> None:
    resolver = Resolver.supplied((own("Harbour Watch", "Badr Corps", kind="force"),))
    assert resolver.same("Badr Corps", "Harbour Watch").same
    assert not resolver.same("Badr Corps", "Badr Organization").same
    assert resolver.same("Badr Brigade", "Badr Organization").same


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
