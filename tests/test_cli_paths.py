"""`hearsay paths`: how two hang together, as a user meets it."""

from __future__ import annotations

import json

from conftest import ROOT, Hearsay
from jsonschema import Draft202012Validator

from hearsay.outputs.picture.saying import Saying
from hearsay.outputs.picture.ways import arrows, shown, weakest
from hearsay.picture.paths import ways_between
from hearsay.picture.voices import Hearing
from hearsay.vocabulary.statements import Affiliation, Assistance, Relation
from tests.forces_by_hand import army
from tests.pictures_by_hand import grounds, index_of, number_of, party

SHAPE = ROOT / "docs" / "reference" / "shapes" / "paths.json"


def test_leads_from_an_officer_over_his_unit_to_the_army(hearsay: Hearsay) -> None:
    army(hearsay)
    ran = hearsay("paths", "Masoud Varre", "Army of Tamrin")
    assert ran.code == 0, ran.err
    way = "Masoud Varre → 5 Coastal Brigade → 2 Division → Army of Tamrin"
    assert way in " ".join(ran.out.split())
    assert "Masoud Varre, said to be commander, 5 Coastal Brigade" in " ".join(ran.out.split())


def test_has_the_published_shape(hearsay: Hearsay) -> None:
    army(hearsay)
    (found,) = json.loads(hearsay("paths", "Masoud Varre", "2 Division", "--json").out)
    Draft202012Validator(json.loads(SHAPE.read_text("utf-8"))).validate(found)
    assert all(step["said"] for way in found["ways"] for step in way["steps"])


def test_where_no_way_is_it_says_how_far_was_searched(hearsay: Hearsay) -> None:
    army(hearsay)
    ran = hearsay("paths", "Masoud Varre", "Army of Tamrin", "--hops", "1")
    assert ran.out == ""
    assert "No way of 1 step" in ran.err
    (found,) = json.loads(
        hearsay("paths", "Masoud Varre", "Army of Tamrin", "--hops", "1", "--json").out
    )
    assert found["ways"] == []


def test_a_kind_of_step_can_be_left_out(hearsay: Hearsay) -> None:
    army(hearsay)
    ran = hearsay("paths", "Masoud Varre", "2 Division", "--without", "part_of")
    assert "5 Coastal Brigade → 2 Division" not in ran.out


def test_the_weakest_step_is_the_hedged_one_from_as_few_origins() -> None:
    ministry, police = party("Interior Ministry", "organization"), party("Harbour Police")
    hedged = grounds("2021-08-01")
    asking = index_of(
        [
            [Assistance(grounds("2021-06-01"), party("Averne", "place"), ministry, "funds")],
            [Relation(grounds("2021-07-01"), police, "part_of", ministry)],
            [
                Affiliation(
                    type(hedged)(None, hedged.spans, hedges=("thought",), held=hedged.held),
                    party("Rasim Corps"),
                    "influences",
                    police,
                )
            ],
        ]
    )
    found = ways_between(asking, number_of(asking, "Averne"), number_of(asking, "Rasim Corps"))
    saying = Saying(asking, Hearing(lambda claim: ()))
    steps = shown(found.ways[0], saying)
    assert weakest(steps) == (2,)
    assert arrows(steps, saying) == "Averne → Interior Ministry ← Harbour Police ← Rasim Corps"


def test_steps_that_are_shown_alike_have_no_weakest() -> None:
    ministry = party("Interior Ministry", "organization")
    asking = index_of(
        [
            [Assistance(grounds("2021-06-01"), party("Averne", "place"), ministry, "funds")],
            [Relation(grounds("2021-07-01"), party("Harbour Police"), "part_of", ministry)],
        ]
    )
    found = ways_between(asking, number_of(asking, "Averne"), number_of(asking, "Harbour Police"))
    saying = Saying(asking, Hearing(lambda claim: ()))
    assert weakest(shown(found.ways[0], saying)) == ()
