"""`hearsay force`: the chart of a force, as a user meets it."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

from conftest import ROOT, Hearsay
from jsonschema import Draft202012Validator
from tables_by_hand import B

from tests.forces_by_hand import army, unit

SHAPE = ROOT / "docs" / "reference" / "shapes" / "force.json"


def test_shows_what_is_above_and_below_with_the_claim_behind_each(hearsay: Hearsay) -> None:
    army(hearsay)
    ran = hearsay("force", "2", "Division")
    assert ran.code == 0, ran.err
    above, below = ran.out.index("Army of Tamrin"), ran.out.index("5 Coastal Brigade")
    assert above < below
    (chart,) = json.loads(hearsay("force", "2 Division", "--json").out)
    (superior,) = chart["above"]
    claim = superior["said"][0]["claim"]
    assert claim[:8] in ran.out
    assert claim in {one["id"] for one in json.loads(hearsay("claims", "--json").out)}


def test_has_the_published_shape(hearsay: Hearsay) -> None:
    army(hearsay)
    for options in ((), ("--as-of", "2022-01-15")):
        (chart,) = json.loads(hearsay("force", "2 Division", "--json", *options).out)
        Draft202012Validator(json.loads(SHAPE.read_text("utf-8"))).validate(chart)


def test_two_commanders_of_one_day_stand_side_by_side(hearsay: Hearsay) -> None:
    army(hearsay)
    ran = hearsay("force", "5 Coastal Brigade", "--as-of", "2022-01-15")
    assert "≠ Masoud Varre" in ran.out
    assert "≠ Petra Anselm" in ran.out
    assert "nobody is said to be right or wrong" in " ".join(ran.out.split())
    assert "≠ Tarek Olin" not in ran.out


def test_days_on_which_nobody_is_seen_in_command_are_told(hearsay: Hearsay) -> None:
    army(hearsay)
    ran = hearsay("force", "5 Coastal Brigade")
    assert "nobody is seen in command from 2020-07-01 to 2021-01-31" in ran.out


def test_as_of_a_day_leaves_out_what_is_not_seen_there_and_says_so(hearsay: Hearsay) -> None:
    army(hearsay)
    ran = hearsay("force", "2 Division", "--as-of", "2021")
    assert "7 Coastal Brigade" not in ran.out
    assert "1 link is said of other days only" in ran.out
    assert "as of 2021-12-31" in ran.out


def test_two_superiors_stand_side_by_side(hearsay: Hearsay) -> None:
    army(hearsay, units=(unit("2 Division", "Border Guard", "2020-01-01", "2021-01-01"),))
    ran = hearsay("force", "2 Division")
    assert "≠ not at one: Army of Tamrin | Border Guard" in ran.out


def test_is_drawn_into_a_file(hearsay: Hearsay) -> None:
    army(hearsay)
    ran = hearsay("force", "Army of Tamrin", "--svg", "chart.svg")
    assert "Drawn: chart.svg" in ran.err
    drawn = Path("chart.svg").read_text(encoding="utf-8")
    words = " ".join(ElementTree.fromstring(drawn).itertext())
    assert "5 Coastal Brigade" in words
    assert "Masoud Varre" in words
    hearsay("force", "Army of Tamrin", "--svg", "again.svg")
    assert Path("again.svg").read_text(encoding="utf-8") == drawn


def test_a_drawing_takes_no_other_files_place(hearsay: Hearsay) -> None:
    army(hearsay)
    ran = hearsay("force", "2 Division", "--svg", "persons.csv")
    assert ran.code == 2
    assert "Name another file with --svg" in ran.err


def test_a_name_that_several_bear_lists_them_with_their_ids(hearsay: Hearsay) -> None:
    army(hearsay)
    ran = hearsay("force", "Coastal Brigade")
    assert ran.code == 2
    assert 'called "Coastal Brigade". Give the id' in ran.err
    (line,) = [one for one in ran.err.splitlines() if "5 Coastal Brigade" in one]
    assert "of 2 Division" in line
    assert hearsay("force", line.split()[0]).out.startswith("5 Coastal Brigade")


def test_an_unknown_name_shows_the_nearest(hearsay: Hearsay) -> None:
    army(hearsay)
    ran = hearsay("force", "6 Coastel Brigade")
    assert ran.code == 2
    assert "5 Coastal Brigade" in ran.err
    assert "Nobody here is called" in ran.err


def test_a_day_that_is_none_says_how_to_write_one(hearsay: Hearsay) -> None:
    army(hearsay)
    ran = hearsay("force", "2 Division", "--as-of", "last spring")
    assert ran.code == 2
    assert "2022-02-15" in ran.err


def test_what_it_takes_on_from_those_under_it_is_shown_as_worked_out(hearsay: Hearsay) -> None:
    zone = unit("5 Coastal Brigade", "2 Division", "2019-01-01", "2022-06-01") | {
        "Area of Operations Geoname": "Hadra",
        "Source: Area of Operations": B,
    }
    army(hearsay, units=(zone,))
    out = " ".join(hearsay("force", "2 Division").out.split())
    assert "Taken on from those under it · worked out from what is said of others" in out
    assert "= area Hadra, by 5 Coastal Brigade, no day known on which both hold" in out
    (chart,) = json.loads(hearsay("force", "2 Division", "--json").out)
    Draft202012Validator(json.loads(SHAPE.read_text("utf-8"))).validate(chart)
    (one,) = chart["taken_on"]["things"]
    assert (one["what"], one["value"], one["first"]) == ("area", "Hadra", None)
    assert len(one["rests_on"]) >= 2
    (page,) = json.loads(hearsay("who", "2 Division", "--json").out)
    assert page["taken_on"] == chart["taken_on"]
    assert "Taken on from those under it" in hearsay("who", "2 Division").out


def test_what_a_person_ruled_stands_at_the_commanders_it_is_about(hearsay: Hearsay) -> None:
    army(hearsay)
    (one,) = json.loads(hearsay("conflicts", "--kind", "commanders", "--json").out)
    place = [side["words"] for side in one["sides"]].index("Petra Anselm")
    ran = hearsay("rule", one["id"], place + 1, "--why", "by decree", "--by", "R. Vane")
    assert ran.code == 0, ran.err
    ruling = f"≠ commanders {one['id']}, ruled by R. Vane on "
    for page in (("force", "5 Coastal Brigade"), ("who", "Petra Anselm"), ("who", "Masoud Varre")):
        out = " ".join(hearsay(*page).out.replace("│", " ").split())
        assert ruling in out, page
        assert f"side {place + 1} stands, “Petra Anselm”: by decree" in out
        (found,) = json.loads(hearsay(*page, "--json").out)
        shape = SHAPE.with_name(f"{page[0]}.json")
        Draft202012Validator(json.loads(shape.read_text("utf-8"))).validate(found)
        assert [held["conflict"] for held in found["rulings"]] == [one["id"]]
    assert ruling not in " ".join(hearsay("who", "Tarek Olin").out.split())
