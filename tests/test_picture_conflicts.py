"""What cannot all be so is found by rule; what only looks so is left alone."""

from __future__ import annotations

from dataclasses import replace

from hearsay.picture.conflict import published_by
from hearsay.picture.conflicts import conflicts_in
from hearsay.picture.denying import denials_in
from hearsay.picture.listening import Heard
from hearsay.picture.tallies import Count
from hearsay.vocabulary.kinds import Comparator
from hearsay.vocabulary.spans import Span
from hearsay.vocabulary.statements import Number, Party, Posting, Relation
from tests.pictures_by_hand import grounds, index_of, party
from tests.test_picture_tallies import counted


def commander(person: str, day: str, *, role: str = "commander") -> Posting:
    return Posting(grounds(day), party(person, "person"), party("5th Division"), role=role)


def arm(unit: str, body: str) -> Relation:
    return Relation(grounds("2022-02-15"), party(unit), "arm_of", party(body, "organization"))


def test_two_commanders_of_one_division_on_one_day_are_in_conflict() -> None:
    asking = index_of([[commander("Haydar Salmani", "2021-11-21")],
                       [commander("Idris Mahrouq", "2021-11-21")]])  # fmt: skip
    (one,) = conflicts_in(asking, (), ())
    assert one.kind == "commanders"
    assert {side.words for side in one.sides} == {"Haydar Salmani", "Idris Mahrouq"}


def test_one_commander_after_the_other_is_none() -> None:
    asking = index_of([[commander("Haydar Salmani", "2020-01-01")],
                       [commander("Idris Mahrouq", "2021-11-21")]])  # fmt: skip
    assert not conflicts_in(asking, (), ())


def test_the_day_on_which_a_post_is_handed_over_is_no_conflict() -> None:
    # Security Force Monitor's tables end one posting and begin the next on the same day.
    asking = index_of(
        [
            [commander("Haydar Salmani", "2004-01-01"), commander("Haydar Salmani", "2004-09-03")],
            [commander("Idris Mahrouq", "2004-09-03"), commander("Idris Mahrouq", "2005-09-03")],
        ]
    )
    assert not conflicts_in(asking, (), ())


def test_a_deputy_beside_a_commander_is_none() -> None:
    asking = index_of(
        [[commander("Haydar Salmani", "2021-11-21")],
         [commander("Idris Mahrouq", "2021-11-21", role="deputy commander")]]
    )  # fmt: skip
    assert not conflicts_in(asking, (), ())


def test_a_force_that_is_the_arm_of_two_bodies_is_in_conflict() -> None:
    asking = index_of([[arm("Rasim Corps", "Covenant Party")],
                       [arm("Rasim Brigade", "Council of the River")]])  # fmt: skip
    (one,) = conflicts_in(asking, (), ())
    assert one.kind == "arms"
    assert one.about == "Rasim Corps / Rasim Brigade"


def test_an_arm_that_is_only_described_is_known_by_the_name_before_it() -> None:
    described = Party("military arm of the Council of the River", "unit", (Span(0, 1),),
                      named=False)  # fmt: skip
    asking = index_of(
        [[arm("Rasim Brigade", "Covenant Party")],
         [replace(arm("x", "Council of the River"), unit=described), arm("Rasim Corps", "State")]]
    )  # fmt: skip
    # Without the words of its claim nothing leads from the description to the name.
    (one,) = conflicts_in(asking, (), ())
    assert "Rasim Corps" in one.about


def test_one_says_it_and_one_denies_it() -> None:
    tie = Relation(grounds("2022-01-01"), party("1st Brigade"), "under", party("Joint Command"))
    denied = Relation(
        grounds("2022-01-01", polarity="denied"),
        replace(party("1st Brigade"), spans=(Span(0, 11),)),
        "under",
        replace(party("Joint Command"), spans=(Span(60, 73),)),
    )
    (one,) = conflicts_in(index_of([[tie], [denied]]), (), ())
    assert one.kind == "denial"
    assert [side.words for side in one.sides] == ["stated", "denied"]


def test_what_a_denial_takes_for_granted_is_not_denied() -> None:
    # "denied that the 5th Division of the Federal Police takes advice": it is still theirs.
    of = Relation(grounds("2022-01-01"), party("5th Division"), "part_of", party("Police"))
    denied = Relation(
        grounds("2022-01-01", polarity="denied"),
        replace(party("5th Division"), spans=(Span(0, 12),)),
        "part_of",
        replace(party("Police"), spans=(Span(20, 26),)),
    )
    assert not conflicts_in(index_of([[of], [denied]]), (), ())


def count(low: float, comparator: Comparator = "exactly", scope: str = "Tamrin") -> Count:
    row = counted(f"{low:.0f} attacks in {scope}", f"{low:.0f}", low, outlet=f"Outlet {low}")
    number = Number(low, None, comparator, "attack")
    days = "2021-10-01", "2021-12-31"
    return Count(number, "attack", "", scope, *days, "words", False, False, (row,))


def test_two_exact_numbers_of_one_quarter_are_in_conflict() -> None:
    (one,) = conflicts_in(index_of([]), (), [count(41), count(43)])
    assert one.kind == "numbers"
    assert {side.words for side in one.sides} == {"41", "43"}


def test_at_least_41_and_more_than_40_and_43_agree() -> None:
    counts = [count(41, "at_least"), count(40, "more_than"), count(43)]
    assert not conflicts_in(index_of([]), (), counts)


def test_a_number_beside_a_part_of_another_is_a_part_too() -> None:
    words = "nine of the 41 attacks were made with drones, five with rifles"
    rows = {own: counted(words, own, n) for own, n in (("nine", 9), ("41", 41), ("five", 5))}
    whole, part, other = (
        replace(count(n), rows=(rows[own],), part=own == "nine")
        for own, n in (("41", 41), ("nine", 9), ("five", 5))
    )
    assert not conflicts_in(index_of([]), (), [whole, part, other])
    (one,) = conflicts_in(index_of([]), (), [whole, part, other, count(43)])
    assert {side.words for side in one.sides} == {"41", "43"}


def test_a_number_of_what_only_the_passage_tells_is_at_odds_with_none() -> None:
    assert not conflicts_in(index_of([]), (), [count(26), replace(count(4), unit_by="passage")])


def test_numbers_of_two_countries_agree() -> None:
    assert not conflicts_in(index_of([]), (), [count(41), count(17, scope="Zherin")])


def claim(
    words: str, *, denies: bool = False, document: str = "a", start: int = 0, speaker: str = "x"
) -> Heard:
    return Heard(f"k{document}{start}", words, document, "2022-02-08", document, document, "¶ 1",
                 start, (document, speaker), denies, 0.9)  # fmt: skip


def test_a_denial_stands_beside_what_is_said_before_it() -> None:
    pays = claim("the Frontier Corps pays about 1,200 fighters", speaker="bureau")
    denial = claim("any fighter was paid from abroad", denies=True, start=60, speaker="party")
    (one,) = denials_in([pays, denial])
    assert [side.said[0].claim for side in one.sides] == [pays.id, denial.id]


def test_what_only_takes_up_a_claim_again_is_not_what_a_denial_answers() -> None:
    met = claim("the general met officers of the Corps in Merek", speaker="two officials")
    again = claim("the meeting", start=60, speaker="department")
    denial = claim("any meeting of the kind", denies=True, start=80, speaker="ministry")
    (one,) = denials_in([met, again, denial])
    assert [said.claim for said in one.sides[0].said] == [met.id]


def test_a_denial_finds_what_it_answers_in_other_documents_by_its_rare_words() -> None:
    others = [claim(f"number {n} of something else", document=f"o{n}") for n in range(20)]
    met = claim("Salmani met Frontier officers in Merek", document="b")
    denial = claim(
        "that Salmani ever met Frontier officers", denies=True, document="c", speaker="y"
    )
    (one,) = denials_in([*others, met, denial])
    assert one.sides[0].said[0].claim == met.id
    assert "Frontier" in one.reason


def test_who_denies_answers_what_is_said_of_them() -> None:
    others = [claim(f"number {n} of something else", document=f"o{n}") for n in range(20)]
    said = claim("the strongest influence is in the Federal Police of Tamrin", document="b")
    other = claim("the influence of the harbour guild", document="d")
    words = "any of its formations is under the influence of a foreign state"
    denial = claim(words, denies=True, document="c", speaker="Federal Police Command")
    (one,) = denials_in([*others, said, other, denial])
    assert [s.claim for s in one.sides[0].said] == [said.id]
    assert "influence" in one.reason


def test_a_denial_told_by_two_is_one_conflict() -> None:
    pays = claim("the Frontier Corps pays 1,200 fighters", speaker="bureau")
    denials = [
        claim("any fighter was paid", denies=True, start=60, speaker="party"),
        claim("any fighter was paid", denies=True, document="b", speaker="party"),
    ]
    (one,) = denials_in([pays, *denials])
    assert len(one.sides[1].said) == 2


def test_a_denial_of_nothing_held_here_has_no_other_side() -> None:
    assert not list(denials_in([claim("any meeting of the kind", denies=True)]))


def test_as_of_a_day_both_sides_must_have_been_published() -> None:
    found = conflicts_in(index_of([]), (), [count(41), count(43)])
    assert published_by(found, "2022-12-31") == found
    assert not published_by(found, "2022-01-01")


def test_the_same_claims_give_the_same_id_in_any_order() -> None:
    (one,) = conflicts_in(index_of([]), (), [count(41), count(43)])
    (other,) = conflicts_in(index_of([]), (), [count(43), count(41)])
    assert one.id == other.id
