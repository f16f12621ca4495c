"""What the words around a name change: whose body it is, which namesake, how sure it is."""

from __future__ import annotations

from hearsay.resolution.contexts import country_beside, in_full
from hearsay.resolution.lookup import tables
from hearsay.resolution.resolver import MOST_REMEMBERED, Resolver, same


def test_a_general_name_is_of_the_country_that_its_context_says() -> None:
    left, right = "Averne's National Security Council", "Oshand's National Security Council"
    name = "National Security Council"
    assert not same(name, name, left_context=left, right_context=right).same
    assert same(name, name, left_context=left, right_context=f"{left} met").same


def test_each_country_has_a_minister_of_its_own() -> None:
    role = "Minister of Defence"
    told = ("Averne's Minister of Defence", "Oshand's Minister of Defence")
    assert not same(role, role, left_context=told[0], right_context=told[1]).same


def test_the_country_of_a_body_stands_directly_beside_its_name() -> None:
    known = tables()
    assert country_beside("Border Guard", "the Border Guard of Averne", known) == "XA"
    assert country_beside("Border Guard", "Oshand's Border Guard", known) == "XO"
    assert country_beside("Border Guard", "In Oshand he saw the Border Guard", known) == ""


def test_a_context_gives_the_quoted_words_of_a_unit() -> None:
    assert in_full("1st Brigade", 'the 1st "Falcon" Brigade said') == '1st "Falcon" Brigade'
    assert in_full("1st Brigade", 'the 1st Brigade said "no"') is None


def test_a_family_name_alone_is_not_that_of_one_who_is_told_of_differently() -> None:
    dead = "Terrani, the poet who was executed in 1980"
    assert not same("Terrani", "Walid Terrani", left_context=dead).same
    driver = "Terrani, a lorry driver shot near the harbour of Marsa"
    leader = "Walid Terrani chairs the parliamentary bloc of reformers"
    assert not same("Terrani", "Walid Terrani", left_context=driver, right_context=leader).same
    assert same("Terrani", "Walid Terrani").same


def test_two_who_bear_a_common_name_have_to_share_something() -> None:
    here = "Mohammed Hussein, provincial council member of Marsa"
    there = "Mohammed Hussein, spokesman for the fishermen's union at Zuhra"
    name = "Mohammed Hussein"
    assert not same(name, name, left_context=here, right_context=there).same
    assert same(name, name, left_context=here, right_context=here).same


def test_a_resolver_forgets_what_it_read_first() -> None:
    resolver = Resolver.supplied()
    for number in range(MOST_REMEMBERED + 10):
        resolver.names[str(number)] = resolver.name("Averne")
    assert resolver.name("Oshand").text == "Oshand"
    assert len(resolver.names) <= MOST_REMEMBERED
    assert "0" not in resolver.names


def test_names_without_anything_in_common_are_not_surely_two() -> None:
    assert 0.05 < same("Walid Terrani", "Commander Eagle").score < 0.3
    assert same("5th Brigade", "6th Brigade").score < 0.08
