"""`hearsay who`: the dossier of one person or body, as a user meets it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import ROOT, Hearsay
from jsonschema import Draft202012Validator

from hearsay.case.replying import speaks_as
from hearsay.cli.dossiers import Telling
from hearsay.outputs.picture.saying import Saying
from hearsay.picture.dossier import dossier_of
from hearsay.picture.voices import Hearing
from hearsay.vocabulary.statements import Affiliation
from tests.forces_by_hand import army
from tests.pictures_by_hand import grounds, index_of, number_of, party

SHAPE = ROOT / "docs" / "reference" / "shapes" / "who.json"


def told(out: str) -> str:
    """The words without the breaks between lines."""
    return " ".join(out.split())


def test_shows_posts_and_ranks_with_first_and_last_sight(hearsay: Hearsay) -> None:
    army(hearsay)
    ran = hearsay("who", "Tarek", "Olin")
    assert ran.code == 0, ran.err
    words = told(ran.out)
    assert "Commander, Colonel, 5 Coastal Brigade · first seen 2019-03-01" in words
    assert "last seen 2020-06-30" in words


def test_gives_the_time_between_two_ranks_as_a_figure_with_its_basis(hearsay: Hearsay) -> None:
    army(hearsay)
    ran = hearsay("who", "Tarek Olin")
    assert "= first seen as Colonel, then as Brigadier General: 681 days" in told(ran.out)
    assert "nobody else in this case is seen in two ranks" in told(ran.out)
    (found,) = json.loads(hearsay("who", "Tarek Olin", "--json").out)
    (rise,) = found["rises"]
    assert [row["claim"] is not None for row in rise["rests_on"]] == [True, True]


def test_has_the_published_shape(hearsay: Hearsay) -> None:
    army(hearsay)
    for name in ("Tarek Olin", "2 Division", "5 Coastal Brigade"):
        (found,) = json.loads(hearsay("who", name, "--json").out)
        Draft202012Validator(json.loads(SHAPE.read_text("utf-8"))).validate(found)


def test_says_that_no_reply_of_theirs_is_there(hearsay: Hearsay) -> None:
    army(hearsay)
    assert "No reply of theirs is in the case." in hearsay("who", "Tarek Olin").out


def test_what_they_say_themselves_is_their_reply(hearsay: Hearsay) -> None:
    army(hearsay)
    Path("a.txt").write_text("Tarek Olin denied that his men had fired.\n", encoding="utf-8")
    ran = hearsay("read", "a.txt", "--publisher", "Calder Courier", "--published", "2022-04-01")
    assert ran.code == 0, ran.err
    ran = hearsay("who", "Tarek Olin")
    assert "No reply" not in ran.out
    assert "Calder Courier › Tarek Olin" in ran.out
    (found,) = json.loads(hearsay("who", "Tarek Olin", "--json").out)
    assert found["replies"]


@pytest.mark.parametrize(
    ("speaker", "is_theirs"),
    [
        ("Tarek Olin", True),
        ("Brigadier General Tarek Olin", True),
        ("spokeswoman for the Tarek Olin", True),
        ("brother of Tarek Olin", False),
        ("Tarek Olin’s lawyer", False),
        ("Masoud Varre", False),
    ],
)
def test_who_speaks_under_a_title_speaks_for_themselves(speaker: str, is_theirs: bool) -> None:
    assert speaks_as(speaker, {"tarek olin"}) is is_theirs


def test_as_it_was_known_before_it_shows_less(hearsay: Hearsay) -> None:
    army(hearsay)
    ran = hearsay("who", "Tarek Olin", "--known-at", "2000-01-01")
    assert ran.code == 2
    assert "Nobody here is called" in ran.err


def test_as_of_a_day_says_how_it_stands_to_each_sight(hearsay: Hearsay) -> None:
    army(hearsay)
    words = told(hearsay("who", "Tarek Olin", "--as-of", "2020-12-01").out)
    assert "last seen before that day" in words
    assert "2 Division" not in words


@pytest.mark.parametrize("every", [True, False])
def test_a_denial_stands_beside_what_it_denies(every: bool) -> None:
    tie = (party("Oshand"), "influences", party("Harbour Police"))
    asking = index_of(
        [
            [Affiliation(grounds("2031-05-06"), *tie)],
            [Affiliation(grounds("2031-05-08", polarity="denied"), *tie)],
        ]
    )
    dossier = dossier_of(asking, number_of(asking, "Harbour Police"))
    saying = Saying(asking, Hearing(lambda claim: ()))
    telling = Telling(dossier, saying, as_of=None, width=100, every=every, replies=[])
    lines = [line for block in telling.blocks() for line in block]
    words = told(" ".join(lines))
    assert "Oshand, said to influence Harbour Police" in words
    assert "denied by 1 telling that shows no origin" in words
    said, denied = words.index("Outlet 1"), words.index("Outlet 2")
    assert said < denied
    assert "denies it" in words
