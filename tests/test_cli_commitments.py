"""`hearsay commitments` on the sample case: promises, and what later claims say came of them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from conftest import Hearsay
from test_shapes import validator


@pytest.fixture
def listed(hearsay: Hearsay, demo: Path) -> list[dict[str, Any]]:
    ran = hearsay("commitments", "--case", demo, "--json")
    assert ran.code == 0, ran.err
    found: list[dict[str, Any]] = json.loads(ran.out)
    return found


def test_each_commitment_has_the_published_shape(listed: list[dict[str, Any]]) -> None:
    assert listed
    for one in listed:
        validator("commitments").validate(one)


def test_the_ministers_promise_of_an_inquiry_is_one_over_all_reports(
    listed: list[dict[str, Any]],
) -> None:
    inquiry = listed[0]
    assert inquiry["party"]["name"] == "Samir Dhafari"
    assert inquiry["due"] == {"day": "2021-12-09", "words": "within 30 days"}
    assert len({row["address"] for row in inquiry["said"]}) >= 7


def test_that_nothing_came_of_it_is_said_only_by_claims_that_say_so(
    listed: list[dict[str, Any]],
) -> None:
    inquiry = listed[0]
    assert inquiry["standing"] == "broken"
    words = {one["claim"]["words"] for one in inquiry["bearing"] if one["how"] == "broken"}
    assert "nothing had been made public by March 31" in words
    assert all(one["by"] for one in inquiry["bearing"] if one["how"] in ("kept", "broken"))


def test_what_no_claim_speaks_of_is_open(listed: list[dict[str, Any]]) -> None:
    for one in listed:
        if not any(b["how"] in ("kept", "broken") for b in one["bearing"]):
            assert one["standing"] == "open"


def test_one_persons_commitments_can_be_asked_for(hearsay: Hearsay, demo: Path) -> None:
    found = json.loads(hearsay("commitments", "Dhafari", "--case", demo, "--json").out)
    assert [one["party"]["name"] for one in found] == ["Samir Dhafari"]


def test_as_of_a_day_what_came_later_is_not_known(hearsay: Hearsay, demo: Path) -> None:
    ran = hearsay("commitments", "--case", demo, "--as-of", "2021-11-30", "--json")
    (inquiry,) = [one for one in json.loads(ran.out) if one["due"]]
    assert inquiry["standing"] == "open"


def test_a_person_reads_the_reason(hearsay: Hearsay, demo: Path) -> None:
    out = " ".join(hearsay("commitments", "--case", demo, "--kind", "promise").out.split())
    assert "a claim says that it was not kept" in out
    assert "stands right after a report of it" in out
    assert "Read by machine" in out
