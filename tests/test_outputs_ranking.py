"""Which propositions come first in the list of the most echoed."""

from __future__ import annotations

import pytest
from traces_by_hand import Case

from hearsay.outputs.ranking import most_echoed, saying, substance
from hearsay.vocabulary.traces import Trace


def told(gist: str, times: int, origins: int = 1) -> Trace:
    case = Case(gist)
    for number in range(times):
        node = case.claim(f"{gist} {number}", "2031-05-06", gist)
        if number < origins:
            case.root(node, proven=True)
    return case.trace()


@pytest.mark.parametrize("scrap", ["I did it", "I think", "You got me.'", "We will see"])
def test_a_scrap_of_talk_says_little_by_itself(scrap: str) -> None:
    assert substance(scrap) <= 0.25


@pytest.mark.parametrize(
    "claim",
    [
        "at least 41 attacks were made on convoys near Marsa between October and December",
        "the 4th Regiment of the Harbour Police answers to Oshand",
    ],
)
def test_what_can_be_checked_says_what_it_is_about(claim: str) -> None:
    assert substance(claim) >= 0.9


def test_scraps_stand_behind_what_fewer_tell_that_says_something() -> None:
    scrap = told("I did it", 20)
    claim = told("41 attacks were made on convoys near Marsa between October and December", 3)
    assert most_echoed([scrap, claim]) == [claim, scrap]


def test_of_two_alike_the_one_comes_first_that_more_tell_for_each_origin() -> None:
    words = "attacks were made on convoys near Marsa between October and December"
    many, few = told(f"41 {words}", 6), told(f"29 {words}", 4)
    apart = told(f"12 {words}", 6, origins=3)
    assert most_echoed([few, apart, many]) == [many, few, apart]


def test_denials_are_not_counted_as_telling_it() -> None:
    words = "attacks were made on convoys near Marsa between October and December"
    case = Case(f"41 {words}")
    for number in range(6):
        case.claim(f"Denier {number}", "2031-05-06", f"no {words}", denies=True)
    case.root(case.claim("Teller", "2031-05-06", words), proven=True)
    told_by_three = told(f"29 {words}", 3)
    assert most_echoed([case.trace(), told_by_three])[0] is told_by_three


def test_all_words_asked_for_have_to_stand_in_one_claim() -> None:
    war, heads = told("the trade wars went on", 2), told("1,550 warheads are traded", 2)
    assert saying([war, heads], "trade war") == [war]
    assert saying([war, heads], "submarine") == []
