"""`hearsay conflicts`: both sides with their claims, and never who is right."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from conftest import Hearsay
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


def of_numbers(hearsay: Hearsay, demo: Path, *options: object) -> dict[str, Any]:
    ran = hearsay("conflicts", "--case", demo, "--kind", "numbers", "--json", *options)
    (one,) = json.loads(ran.out)
    found: dict[str, Any] = one
    return found


def test_what_a_person_rules_stands_beside_the_conflict_until_it_is_undone(
    hearsay: Hearsay, demo: Path
) -> None:
    one = of_numbers(hearsay, demo)
    assert one["ruling"] is None
    place = [side["words"] for side in one["sides"]].index("43")
    reason = ("--why", "It was corrected.", "--by", "R. Vane")
    ran = hearsay("rule", one["id"], place + 1, *reason, "--case", demo)
    assert ran.code == 0, ran.err
    assert f"v1: of {one['id']} side {place + 1} stands, “43”." in ran.out
    decided = of_numbers(hearsay, demo)
    validator("conflicts").validate(decided)
    assert (decided["ruling"]["verdict"], decided["ruling"]["side"]) == ("stands", place)
    out = " ".join(hearsay("conflicts", "--case", demo).out.split())
    assert "ruled by R. Vane on " in out
    assert f"(v1): side {place + 1} stands, “43”: It was corrected." in out
    assert hearsay("undo", "v1", "--case", demo).code == 0
    assert of_numbers(hearsay, demo)["ruling"] is None


def test_a_conflict_that_is_decided_comes_last_and_can_be_left_out(
    hearsay: Hearsay, demo: Path, listed: list[dict[str, Any]]
) -> None:
    first = listed[0]["id"]
    assert hearsay("rule", first, "unknown", "--case", demo).code == 0
    found = json.loads(hearsay("conflicts", "--case", demo, "--json").out)
    assert [one["id"] for one in found] == [one["id"] for one in (*listed[1:], listed[0])]
    left = json.loads(hearsay("conflicts", "--case", demo, "--undecided", "--json").out)
    assert [one["id"] for one in left] == [one["id"] for one in listed[1:]]


def test_a_ruling_is_listed_among_the_judgements(hearsay: Hearsay, demo: Path) -> None:
    one = of_numbers(hearsay, demo)
    hearsay("rule", one["id"][:5], "both", "--case", demo)
    (kept,) = json.loads(hearsay("judgements", "--case", demo, "--json").out)
    assert (kept["id"], kept["about"], kept["verdict"]) == ("v1", "conflict", "both")
    assert kept["sides"] == [[said["claim"] for said in side["said"]] for side in one["sides"]]
    assert "both stand, at different times" in hearsay("judgements", "--case", demo).out


@pytest.mark.parametrize(
    ("id", "verdict", "said"),
    [
        ("c0", "1", 'No conflict "c0"'),
        ("c", "1", "there are: c"),
        (None, "3", "is no side of"),
        (None, "0", "is no side of"),
        (None, "right", "or both, neither or unknown"),
    ],
)
def test_what_decides_nothing_is_refused_in_one_line(
    hearsay: Hearsay, demo: Path, id: str | None, verdict: str, said: str
) -> None:
    ran = hearsay("rule", id or of_numbers(hearsay, demo)["id"], verdict, "--case", demo)
    assert ran.code == 2
    assert said in ran.err
    assert ran.err.count("\n") == 1
