"""What is said of a person: denials that may answer it, one incident told by several, a reply."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from conftest import Hearsay
from test_shapes import validator


@pytest.fixture
def salmani(hearsay: Hearsay, demo: Path) -> dict[str, Any]:
    ran = hearsay("who", "Salmani", "--case", demo, "--json")
    assert ran.code == 0, ran.err
    (found,) = json.loads(ran.out)
    page: dict[str, Any] = found
    return page


def test_the_page_has_the_published_shape(salmani: dict[str, Any]) -> None:
    validator("who").validate(salmani)


def test_a_denial_that_may_answer_an_allegation_stands_beside_it(
    hearsay: Hearsay, demo: Path, salmani: dict[str, Any]
) -> None:
    (answer,) = salmani["answers"]
    met = {row["claim"] for tie in salmani["sway"] for row in tie["said"]}
    assert answer["claim"] in met
    assert [one["words"] for one in answer["denials"]] == ["any meeting of the kind"]
    out = " ".join(hearsay("who", "Salmani", "--case", demo).out.split())
    at = out.index("the general met officers of the Frontier Corps")
    assert out.index("a denial that may answer it: ") > at


def test_where_nobody_of_theirs_is_heard_there_is_room_for_a_reply(
    hearsay: Hearsay, demo: Path
) -> None:
    out = " ".join(hearsay("who", "Salmani", "--case", demo).out.split())
    assert "No reply of theirs is in the case. Ask for one;" in out


REPORTS = (
    ("Harbour Post", "Gunmen attacked the depot at Oster on 4 May 2031 and killed three guards."),
    ("Coast Gazette", "On 4 May 2031 gunmen attacked the depot at Oster; four guards were killed."),
)


def test_one_incident_of_two_reports_is_one_line_with_what_they_differ_in(
    hearsay: Hearsay, tmp_path: Path
) -> None:
    for at, (outlet, words) in enumerate(REPORTS):
        (tmp_path / f"{at}.txt").write_text(words + "\n", encoding="utf-8")
        ran = hearsay("read", f"{at}.txt", "--publisher", outlet, "--published", "2031-05-06")
        assert ran.code == 0, ran.err
    (found,) = json.loads(hearsay("who", "Oster", "--json").out)
    attacks = [one for one in found["occurrences"] if one["kind"] == "attack"]
    assert [len({row["publisher"] for row in one["said"]}) for one in attacks] == [2]
    out = " ".join(hearsay("who", "Oster").out.split())
    assert out.count("2031-05-04: attack on depot") == 1
