"""`hearsay incidents` on the sample case: what is told one by one, beside what others count."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from conftest import Hearsay
from test_shapes import validator


@pytest.fixture
def groups(hearsay: Hearsay, demo: Path) -> list[dict[str, Any]]:
    ran = hearsay("incidents", "--case", demo, "--json")
    assert ran.code == 0, ran.err
    found: list[dict[str, Any]] = json.loads(ran.out)
    return found


def quarter(groups: list[dict[str, Any]], name: str) -> dict[str, Any]:
    (one,) = [
        g for g in groups if g["kind"] == "attack" and g["period"] and g["period"]["name"] == name
    ]
    return one


def counted(group: dict[str, Any]) -> set[tuple[str, float]]:
    return {(c["comparator"], c["low"]) for c in group["counts"] if not c["withdrawn"]}


def test_each_group_has_the_published_shape(groups: list[dict[str, Any]]) -> None:
    for group in groups:
        validator("incidents").validate(group)


def test_the_last_quarter_has_every_count_beside_the_others(groups: list[dict[str, Any]]) -> None:
    found = quarter(groups, "2021 Q4")
    assert found["period"]["us_fiscal"] == "FY2022 Q1"
    wanted = {("at_least", 41.0), ("exactly", 41.0), ("more_than", 40.0), ("exactly", 43.0)}
    assert wanted <= counted(found)


def test_the_number_taken_back_is_marked(groups: list[dict[str, Any]]) -> None:
    counts = quarter(groups, "2021 Q4")["counts"]
    assert [c["low"] for c in counts if c["withdrawn"]] == [41.0]


def test_the_quarter_before_has_26(groups: list[dict[str, Any]]) -> None:
    before = quarter(groups, "2021 Q4")["before"]
    assert before["period"]["name"] == "2021 Q3"
    assert [c["low"] for c in before["counts"]] == [26.0]


def test_the_attack_on_the_ministers_house_is_told_by_seven_documents_and_is_one(
    groups: list[dict[str, Any]],
) -> None:
    incidents = quarter(groups, "2021 Q4")["incidents"]
    (house,) = [one for one in incidents if one["first"] == "2021-11-07"]
    assert len({row["address"] for row in house["said"]}) >= 7
    assert house["last"] == "2021-11-07"


def test_no_two_counts_are_added_up(groups: list[dict[str, Any]]) -> None:
    for group in groups:
        for count in group["counts"]:
            words = " ".join(row["words"] for row in count["said"])
            assert count["said"], words
    assert quarter(groups, "2021 Q4")["at_least"] < 41


@pytest.mark.parametrize("by", ["quarter", "fiscal-quarter", "month", "actor", "target", "country"])
def test_every_way_of_grouping_shows_every_incident(hearsay: Hearsay, demo: Path, by: str) -> None:
    found = json.loads(hearsay("incidents", "--case", demo, "--by", by, "--json").out)
    plain = json.loads(hearsay("incidents", "--case", demo, "--json").out)
    ids = {one["id"] for group in found for one in group["incidents"]}
    assert ids == {one["id"] for group in plain for one in group["incidents"]}


def test_what_has_no_day_stands_apart_and_is_not_thrown_away(
    groups: list[dict[str, Any]],
) -> None:
    (undated,) = [g for g in groups if g["kind"] == "attack" and g["period"] is None]
    assert undated["incidents"]
    assert any(c["low"] == 29 for c in undated["counts"])


def test_a_person_is_shown_both_names_of_the_quarter(hearsay: Hearsay, demo: Path) -> None:
    out = hearsay("incidents", "--case", demo).out
    assert "2021 Q4 (Oct–Dec 2021; US FY2022 Q1)" in out
    fiscal = hearsay("incidents", "--case", demo, "--by", "fiscal-quarter").out
    assert "US FY2022 Q1 (Oct–Dec 2021; calendar 2021 Q4)" in fiscal


def test_as_of_a_day_nothing_later_is_shown(hearsay: Hearsay, demo: Path) -> None:
    ran = hearsay("incidents", "--case", demo, "--as-of", "2021-11-30", "--json")
    days = [one["first"] for group in json.loads(ran.out) for one in group["incidents"]]
    assert all(day is None or day <= "2021-11-30" for day in days)


def test_it_can_be_drawn(hearsay: Hearsay, demo: Path, tmp_path: Path) -> None:
    from xml.etree import ElementTree

    ran = hearsay("incidents", "--case", demo, "--svg", "bars.svg")
    assert ran.code == 0
    drawn = (tmp_path / "bars.svg").read_text("utf-8")
    assert ElementTree.fromstring(drawn).tag.endswith("svg")
    assert "more than 40" in drawn


def test_a_kind_that_nobody_tells_of_is_said_to_be_missing(hearsay: Hearsay, demo: Path) -> None:
    ran = hearsay("incidents", "--case", demo, "--type", "promotion")
    assert ran.code == 0
    assert "No incident of this kind" in ran.err
