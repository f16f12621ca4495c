"""Which claims say the contrary."""

import pytest
from lineage_cases import account

from hearsay.origins.differing.siding import contrary


def against(*told, denied=()):
    """The words of those on the smaller side; each telling is its words, all of one speaker."""
    made = [
        account(f"{place}. The police said {words}.", (words, "police"), denied=denied)
        for place, words in enumerate(told)
    ]
    found = contrary([a.claims[0] for a in made], {a.id: a for a in made})
    return [a.claims[0].words for a in made if a.claims[0].id in found]


def test_a_negation_of_what_others_affirm_is_contrary():
    held = "two drivers have been arrested in Velan"
    assert against(held, held, "two drivers have not been arrested in Velan") == [
        "two drivers have not been arrested in Velan"
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the clerk would not open the books", "the clerk refused to let them see the books"),
        ("no one has been arrested over the fire", "the men are still at large"),
        ("no one has been arrested over the fire", "arrests have not been made over the fire"),
        ("Averne has not cut its 380 advisers", "Averne keeps its 380 advisers"),
        ("the guard was not only late but drunk", "the guard was late and drunk"),
    ],
)
def test_two_ways_to_say_one_thing_are_not_contrary(one, other):
    assert against(one, other) == against(other, one) == []


def test_who_denies_it_is_on_the_other_side():
    words = "the Cedar Banner holds the depot"
    made = [
        account(f"{n}. A mayor said {words}.", (words, "mayor"), publisher=f"{n} Post")
        for n in ("Alder", "Brack")
    ]
    made.append(
        account(f"The ministry denied {words}.", (words, "ministry"), publisher="Echo",
                denied=(words,))
    )  # fmt: skip
    found = contrary([a.claims[0] for a in made], {a.id: a for a in made})
    assert found == {made[2].claims[0].id}


def test_of_two_sides_of_one_size_the_affirmed_one_is_the_proposition():
    assert against("the bridge at Sarn was blown up", "the bridge at Sarn was not blown up") == [
        "the bridge at Sarn was not blown up"
    ]


def by(words, speaker, text=None):
    return account(
        text or f"{speaker} said {words}.", (words, speaker), publisher=f"{speaker} Post"
    )


def sides(*accounts):
    claims = [claim for one in accounts for claim in one.claims]
    found = contrary(claims, {one.id: one for one in accounts})
    return [claim.words for claim in claims if claim.id in found]


def test_what_a_thing_is_said_not_to_be_is_contrary_to_what_calls_it_that():
    one = by("that is not a price war", "Rusk")
    two = by("the inquiry at Merek is not a price war", "Bolt")
    other = by("a rigged price war over the Merek inquiry", "Marsk")
    assert sides(one, two, other) == [other.claims[0].words]


def test_what_its_speaker_does_not_think_is_no_affirmation():
    thought = by("the depot was robbed", "Rusk", "“I don’t think the depot was robbed,” Rusk said.")
    held = by("the depot was robbed", "Bolt")
    assert sides(thought, held) == [thought.claims[0].words]


def test_whoever_calls_it_wrong_and_goes_on_stands_on_the_other_side():
    held = [by("the government has a slight hold over the groups", n) for n in ("Alder", "Brack")]
    answer = account("Jabbar Oudeh: She is wrong, and each group of ours obeys its orders.",
                     ("She is wrong", "Jabbar Oudeh"),
                     ("each group of ours obeys its orders", "Jabbar Oudeh"))  # fmt: skip
    assert sides(*held, answer) == [claim.words for claim in answer.claims]


def test_another_number_of_ones_own_count_is_contrary():
    held = [by("there were 41 attacks in three months", name) for name in ("Alder", "Brack")]
    assert sides(*held, by("we counted 29", "Oudeh")) == ["we counted 29"]
    assert sides(*held, by("we counted 41", "Oudeh")) == []


def test_no_judge_in_a_clause_denies_nothing():
    one = by("the ministry forbids any raid for which no judge has signed", "Rusk")
    other = by("a judge must now sign for each raid, under a rule of the ministry", "Bolt")
    assert sides(one, other) == []
