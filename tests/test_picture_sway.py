"""Sway: who is said to influence whom, with who says otherwise."""

from __future__ import annotations

from dataclasses import replace

from hearsay.picture.sway import assistance_of, relations_of, sway_of
from hearsay.vocabulary.readings import Polarity
from hearsay.vocabulary.statements import Affiliation, Assistance, Relation
from tests.pictures_by_hand import grounds, index_of, number_of, party


def sways(
    left: str, right: str, *, day: str = "2021-06-01", polarity: Polarity = "affirmed"
) -> Affiliation:
    return Affiliation(grounds(day, polarity=polarity), party(left), "influences", party(right))


def test_who_sways_and_who_is_swayed_see_the_same_tie() -> None:
    asking = index_of([[sways("Oshand", "Federal Police")]])
    (one,) = sway_of(asking, number_of(asking, "Oshand"))
    (other,) = sway_of(asking, number_of(asking, "Federal Police"))
    assert one == other


def test_a_denial_stands_beside_what_it_denies() -> None:
    asking = index_of(
        [
            [sways("Oshand", "Federal Police")],
            [sways("Oshand", "Federal Police", day="2022-01-01", polarity="denied")],
        ]
    )
    (tie,) = sway_of(asking, number_of(asking, "Federal Police"))
    assert (len(tie.said), len(tie.denials)) == (1, 1)
    assert tie.seen.last == "2021-06-01"


def test_what_is_only_denied_is_shown_as_that() -> None:
    asking = index_of([[sways("Oshand", "Federal Police", polarity="denied")]])
    (tie,) = sway_of(asking, number_of(asking, "Federal Police"))
    assert tie.said == ()
    assert len(tie.denials) == 1


def test_what_the_reader_is_unsure_of_never_leads() -> None:
    unsure = sways("Oshand", "Border Force")
    unsure = replace(unsure, grounds=replace(unsure.grounds, score=0.3))
    asking = index_of([[unsure], [unsure], [sways("Oshand", "Federal Police")]])
    first, last = sway_of(asking, number_of(asking, "Oshand"))
    assert not first.unsure
    assert last.unsure


def test_a_tie_first_seen_later_is_not_there_yet() -> None:
    asking = index_of([[sways("Oshand", "Federal Police")]])
    assert not sway_of(asking, number_of(asking, "Oshand"), as_of="2021-05-31")
    assert sway_of(asking, number_of(asking, "Oshand"), as_of="2021-06-02")


def test_structure_and_help_are_kept_apart_from_sway() -> None:
    ministry = party("Interior Ministry", "organization")
    asking = index_of(
        [
            [Relation(grounds("2021-07-01"), party("Federal Police"), "part_of", ministry)],
            [Assistance(grounds("2021-06-01"), party("Averne", "place"), ministry, "funds")],
        ]
    )
    number = number_of(asking, "Interior Ministry")
    assert [tie.kind for tie in relations_of(asking, number)] == ["part_of"]
    assert [tie.kind for tie in assistance_of(asking, number)] == ["funds"]
    assert sway_of(asking, number) == ()
