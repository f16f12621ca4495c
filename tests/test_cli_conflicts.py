"""`hearsay conflicts`: both sides with their claims, and never who is right."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from conftest import Hearsay
from test_cli_incidents import demo as demo
from test_shapes import validator


@pytest.fixture
def listed(hearsay: Hearsay, demo: Path) -> list[dict[str, Any]]:
    ran = hearsay("conflicts", "--case", demo, "--json")
    assert ran.code == 0, ran.err
    found: list[dict[str, Any]] = json.loads(ran.out)
    return found


def test_each_conflict_has_the_published_shape(listed: list[dict[str, Any]]) -> None:
    assert listed
    for one in listed:
        validator("conflicts").validate(one)


def test_the_corrected_number_of_attacks_is_at_odds_with_the_first(
    listed: list[dict[str, Any]],
) -> None:
    numbers = [one for one in listed if one["kind"] == "numbers"]
    assert any({s["words"] for s in one["sides"]} == {"41", "43"} for one in numbers)


def test_the_party_denies_that_a_fighter_was_paid_from_abroad(
    listed: list[dict[str, Any]],
) -> None:
    denials = {one["about"]: one for one in listed if one["kind"] == "denial"}
    one = denials["any fighter was paid from abroad"]
    assert "pays about 1,200 fighters" in one["sides"][0]["said"][0]["words"]


def test_the_federal_police_deny_the_influence_that_the_report_finds(
    listed: list[dict[str, Any]],
) -> None:
    (one,) = [c for c in listed if "influence of a foreign state" in c["about"]]
    assert len({claim["address"] for claim in one["sides"][0]["said"]}) >= 3


def test_nobody_denies_whose_the_fifth_division_is(listed: list[dict[str, Any]]) -> None:
    assert not any(one["about"].startswith("5th Division") for one in listed)


def test_every_line_can_be_followed_home(
    hearsay: Hearsay, demo: Path, listed: list[dict[str, Any]]
) -> None:
    claim = listed[0]["sides"][0]["said"][0]["claim"]
    assert hearsay("trace", claim, "--case", demo).code == 0


def test_one_kind_can_be_asked_for(hearsay: Hearsay, demo: Path) -> None:
    ran = hearsay("conflicts", "--case", demo, "--kind", "numbers", "--json")
    assert {one["kind"] for one in json.loads(ran.out)} == {"numbers"}


def test_as_of_the_first_report_its_correction_is_not_known(hearsay: Hearsay, demo: Path) -> None:
    ran = hearsay("conflicts", "--case", demo, "--as-of", "2022-03-01", "--json")
    sides = [{s["words"] for s in one["sides"]} for one in json.loads(ran.out)]
    assert {"41", "43"} not in sides


def test_a_person_reads_both_sides(hearsay: Hearsay, demo: Path) -> None:
    out = hearsay("conflicts", "--case", demo).out
    assert "≠ Numbers at odds: attacks" in out
    assert "Read by machine" in out
