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
