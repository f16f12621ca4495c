"""Who is who over a case: what is put together, what is kept apart, and what a person decides."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from things_by_hand import body, groups, place, resolution, thing, together, unit

from hearsay.picture.deciding import Decision
from hearsay.picture.things import Thing

COMMITTEE = "Public Accounts Committee"
COMMISSION = "People’s Auxiliary Commission"


def names(things: list[Thing]) -> set[str]:
    return {one.name for one in resolution(things).entities}


class TestShortNames:
    def test_an_acronym_never_joins_two_bodies(self) -> None:
        found = groups([body(1, COMMITTEE), body(2, COMMISSION), body(3, "PAC")])
        assert len(found) == 3

    def test_what_an_acronym_may_mean_is_asked_of_a_person(self) -> None:
        doubts = resolution([body(1, COMMITTEE), body(2, COMMISSION), body(3, "PAC")]).doubts
        asked = {name.text for doubt in doubts for name in doubt.names}
        assert asked == {"PAC", COMMITTEE, COMMISSION}

    def test_an_acronym_is_the_one_whom_its_document_spells_out(self) -> None:
        things = [body(1, COMMITTEE), body(2, COMMISSION), body(2, "PAC")]
        assert ["002 PAC", f"002 {COMMISSION}"] in groups(things)

    def test_an_acronym_is_the_body_that_its_members_belong_to_elsewhere(self) -> None:
        rusk = [
            thing(1, "Anton Rusk", within=(COMMITTEE,)),
            thing(3, "Anton Rusk", within=("PAC",)),
        ]
        things = [body(1, COMMITTEE), body(2, COMMISSION), body(3, "PAC"), *rusk]
        assert [f"001 {COMMITTEE}", "003 PAC"] in groups(things)

    def test_an_acronym_is_what_documents_say_it_stands_for(self) -> None:
        things = [body(1, "Oster Press", "OPA"), body(2, "OPA")]
        assert together(things)

    def test_another_full_name_that_a_document_gives_is_asked_of_a_person(self) -> None:
        things = [body(1, "Ash Column", "Sons of Tarsk"), body(2, "Sons of Tarsk")]
        assert not together(things)
        (doubt,) = resolution(things).doubts
        assert {name.text for name in doubt.names} == {"Ash Column", "Sons of Tarsk"}

    def test_a_family_name_joins_no_two_kin(self) -> None:
        kin = [thing(1, "Idris Vellar"), thing(2, "Melania Vellar"), thing(3, "Vellar")]
        assert len(groups(kin)) == 3

    def test_a_family_name_is_the_one_who_stands_out(self) -> None:
        known = [thing(n, "Idris Vellar") for n in range(1, 8)]
        found = groups([*known, thing(8, "Melania Vellar"), thing(9, "Vellar")])
        assert [*(f"{n:03} Idris Vellar" for n in range(1, 8)), "009 Vellar"] in found

    def test_a_family_name_alone_is_the_only_one_who_bears_it(self) -> None:
        assert together([thing(1, "Samir Dhafari"), thing(2, "Mr Dhafari")])

    def test_one_word_of_a_name_means_it_in_its_own_document_only(self) -> None:
        ministry = "Ministry of the Interior"
        things = [body(1, ministry), body(1, "Ministry"), body(2, "Ministry")]
        assert groups(things) == [["001 Ministry", f"001 {ministry}"], ["002 Ministry"]]

    def test_the_last_words_of_a_name_mean_it_elsewhere_too(self) -> None:
        assert together([body(1, "Zherini General Staff"), body(2, "General Staff")])


class TestTitles:
    @pytest.mark.parametrize(
        "title", ["President", "Prime Minister", "Sen.", "Republican", "General", "R-Ky."]
    )
    def test_a_title_alone_is_nobody(self, title: str) -> None:
        (one,) = resolution([thing(1, title)]).entities
        assert not one.named
        assert len(groups([thing(1, title), thing(2, title)])) == 2

    def test_a_title_is_no_part_of_the_name_that_is_shown(self) -> None:
        assert names([thing(1, "Prime Minister Idris al-Mahrouq")]) == {"Idris al-Mahrouq"}
        assert names([thing(1, "first lady Melia Vellar")]) == {"Melia Vellar"}

    def test_a_mother_keeps_what_she_is_called_by(self) -> None:
        assert names([thing(1, "Umm Rashid")]) == {"Umm Rashid"}

    def test_two_persons_in_one_name_are_no_name(self) -> None:
        things = [thing(1, "Idris Vellar"), thing(2, "Oriel Merrow"), thing(3, "Vellar and Merrow")]
        assert len(groups(things)) == 3


class TestStates:
    def test_a_state_its_people_its_government_and_its_seat_are_one(self) -> None:
        things = [
            place(1, "Iran"),
            body(2, "Iranian"),
            body(3, "Tehran"),
            body(4, "Iranian government"),
            thing(5, "Iranians"),
        ]
        assert together(things)
        assert names(things) == {"Iran"}

    def test_a_capital_where_something_happens_is_a_city(self) -> None:
        assert len(groups([place(1, "Iran"), place(2, "Tehran")])) == 2

    def test_states_are_two(self) -> None:
        assert len(groups([place(1, "Averne"), body(2, "Oshandi"), place(3, "Tamrin")])) == 3

    def test_regions_of_two_states_are_two(self) -> None:
        things = [place(1, "eastern Tamrin"), place(2, "eastern Oshand"), place(3, "eastern")]
        assert len(groups(things)) == 3


class TestUnits:
    def test_units_of_one_number_are_told_apart_by_whose_they_are(self) -> None:
        army, police = ("Army",), ("Federal Police",)
        things = [
            unit(1, "5th Division", within=army),
            unit(2, "5th Division", within=police),
            unit(3, "5th Division of the Army"),
            unit(4, "5th Division of the Federal Police"),
        ]
        assert groups(things) == [
            ["001 5th Division", "003 5th Division of the Army"],
            ["002 5th Division", "004 5th Division of the Federal Police"],
        ]

    def test_a_unit_of_which_two_could_be_meant_is_neither(self) -> None:
        things = [
            unit(1, "5th Brigade of the 2nd Division"),
            unit(2, "5th Brigade of the 3rd Division"),
            unit(3, "5th Brigade"),
        ]
        assert len(groups(things)) == 3

    def test_a_brigade_is_not_the_division_that_it_is_of(self) -> None:
        things = [unit(1, "5th Brigade of the 2nd Division"), unit(2, "2nd Division")]
        assert len(groups(things)) == 2


class TestNamesakes:
    def test_namesakes_of_two_walks_of_life_are_two(self) -> None:
        officer = thing(1, "Ali Hassan", roles=("colonel", "commander"), within=("Federal Police",))
        player = thing(2, "Ali Hassan", roles=("footballer",))
        assert len(groups([officer, player])) == 2

    def test_one_who_rises_is_one(self) -> None:
        assert together(
            [thing(1, "Ali Hassan", roles=("colonel",)), thing(2, "Ali Hassan", roles=("general",))]
        )


class TestRecords:
    def test_two_records_of_one_name_are_two(self) -> None:
        things = [
            thing(1, "1 Battalion", type="unit", record="u1"),
            thing(1, "1 Battalion ", type="unit", record="u2"),
        ]
        assert len(groups(things)) == 2

    def test_no_third_name_joins_two_records(self) -> None:
        things = [
            thing(1, "Marsa State Police Command", type="unit", record="u1"),
            thing(1, "Marsa Police Command", type="unit", record="u2"),
            unit(2, "Marsa State Police Command"),
            unit(3, "Marsa Police Command"),
        ]
        records = [
            {t.record for t in one.things if t.record} for one in resolution(things).entities
        ]
        assert all(len(held) <= 1 for held in records)

    def test_what_a_table_names_without_its_id_is_its_record(self) -> None:
        named = Thing(
            ("002", "n"), "unit", ("82 Division",), True, unit(2, "x").anchor,
            publisher="Coast Register",
        )  # fmt: skip
        assert together([thing(1, "82 Division", type="unit", record="u1"), named])

    def test_a_record_is_no_short_name_for_another_body(self) -> None:
        squad = thing(1, "Federal Harbour Squad", type="unit", record="u1")
        police = thing(1, "Harbour Squad of the Coast Police", type="unit", record="u2")
        found = groups([squad, replace(police, names=(*police.names, "Harbour Squad"))])
        assert len(found) == 2


class TestCountries:
    """A table's rows say of which country a body is; its name need not."""

    def row(self, document: int, name: str, country: str) -> Thing:
        return replace(unit(document, name), place=(f"{document:03}", country), country=country)

    def test_the_armies_of_two_countries_are_two(self) -> None:
        rows = [self.row(1, "Army", "IQ"), self.row(1, "Army", "JO"), self.row(2, "Army", "JO")]
        assert groups(rows) == [["001 IQ"], ["001 JO", "002 JO"]]

    def test_an_army_of_a_row_bears_its_country_in_its_name(self) -> None:
        (army,) = resolution([self.row(1, "Army", "IQ")]).entities
        assert (army.name, army.things[0].names) == ("Army, Iraq", ("Army",))

    def test_letters_of_two_countries_are_two(self) -> None:
        assert not together([self.row(1, "MOD", "IQ"), self.row(1, "MOD", "JO")])

    def test_the_navy_of_a_row_is_the_navy_of_that_country(self) -> None:
        rows = [self.row(1, "Navy", "IQ"), unit(2, "Iraqi Navy"), unit(3, "Navy of Iraq")]
        assert together(rows)

    def test_a_council_without_a_country_is_not_the_one_of_a_row(self) -> None:
        assert not together([self.row(1, "Coast Security Council", "IQ"), unit(2, "Army")])
        row, other = (
            self.row(1, "National Defence Council", "IQ"),
            body(2, "National Defence Council"),
        )
        assert not together([row, other])

    def test_a_unit_of_a_row_is_the_one_that_an_article_says_is_of_that_force(self) -> None:
        assert together(
            [self.row(1, "5th Division", "IQ"), unit(2, "5th Division", within=("Iraqi Army",))]
        )


def decision(one: Thing, other: Thing, *, same: bool) -> Decision:
    return Decision(one.place, other.place, same)


CAST = (
    thing(1, "Idris Vellar"), thing(2, "Idris Vellar"), thing(3, "Vellar"),
    thing(4, "Melia Vellar"), body(1, COMMITTEE), body(2, COMMISSION), body(3, "PAC"),
    body(4, "Ash Column"), unit(5, "Column"), unit(5, "Ash Column"),
)  # fmt: skip
PAIRS = st.builds(
    lambda pair, same: Decision(CAST[pair[0]].place, CAST[pair[1]].place, same),
    st.tuples(st.integers(0, len(CAST) - 1), st.integers(0, len(CAST) - 1)).filter(
        lambda pair: pair[0] != pair[1]
    ),
    st.booleans(),
)


class TestDecisions:
    def test_what_a_person_merges_is_one_with_all_of_its_names(self) -> None:
        merged = decision(CAST[0], CAST[4], same=True)
        found = next(one for one in groups(CAST, merged) if "001 Idris Vellar" in one)
        assert {"002 Idris Vellar", f"001 {COMMITTEE}"} <= set(found)

    def test_what_is_merged_by_a_short_name_goes_with_the_whole_of_it(self) -> None:
        things = [body(1, COMMITTEE), body(2, "PAC"), body(3, "Ash Column")]
        assert together(things, decision(things[1], things[2], same=True))

    def test_one_document_may_mean_another_by_the_same_name(self) -> None:
        apart = decision(CAST[0], CAST[1], same=False)
        assert ["001 Idris Vellar", "002 Idris Vellar"] not in [
            [n for n in one if "Idris" in n] for one in groups(CAST, apart)
        ]

    def test_the_newest_decision_counts(self) -> None:
        yes, no = (decision(CAST[0], CAST[7], same=same) for same in (True, False))
        both = [one for one in groups(CAST, no, yes) if "001 Idris Vellar" in one]
        assert "004 Ash Column" in both[0]
        neither = [one for one in groups(CAST, yes, no) if "001 Idris Vellar" in one]
        assert "004 Ash Column" not in neither[0]

    def test_what_is_decided_is_not_asked_again(self) -> None:
        things = [body(1, COMMITTEE), body(2, COMMISSION), body(3, "PAC")]
        no = [decision(things[2], one, same=False) for one in things[:2]]
        assert resolution(things, *no).doubts == ()

    @settings(max_examples=60, deadline=None)
    @given(st.lists(PAIRS, max_size=6))
    def test_the_last_decision_always_holds(self, decided: list[Decision]) -> None:
        found = resolution(CAST, *decided).entities
        of = {t.place: one.id for one in found for t in one.things}
        assert len(of) == len(CAST)
        for last in decided[-1:]:
            assert (of[last.one] == of[last.other]) is last.same

    @settings(max_examples=40, deadline=None)
    @given(st.lists(PAIRS, max_size=4), PAIRS)
    def test_a_decision_that_is_taken_back_leaves_nothing(
        self, others: list[Decision], taken_back: Decision
    ) -> None:
        before = resolution(CAST, *others)
        resolution(CAST, *others, taken_back)
        assert resolution(CAST, *others) == before

    @settings(max_examples=40, deadline=None)
    @given(st.permutations([Decision(CAST[0].place, CAST[4].place, same=True),
                            Decision(CAST[7].place, CAST[8].place, same=False),
                            Decision(CAST[1].place, CAST[2].place, same=True),
                            Decision(CAST[5].place, CAST[6].place, same=True)]))  # fmt: skip
    def test_unrelated_decisions_may_come_in_any_order(self, decided: list[Decision]) -> None:
        assert groups(CAST, *decided) == groups(CAST, *sorted(decided, key=repr))

    @settings(max_examples=30, deadline=None)
    @given(st.permutations(CAST))
    def test_the_order_of_documents_is_of_no_account(self, cast: list[Thing]) -> None:
        assert groups(cast) == groups(CAST)
