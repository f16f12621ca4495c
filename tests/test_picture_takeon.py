"""Areas and classes that a superior takes on from those under it: worked out, never stretched."""

from __future__ import annotations

from dataclasses import replace

from hearsay.picture.takeon import MOST, take_on
from hearsay.vocabulary.statements import Describing, Positioning, Relation, Statement
from tests.pictures_by_hand import grounds, index_of, number_of, party


def under(unit: str, over: str, first: str | None, last: str | None = None) -> Relation:
    return Relation(grounds(first, last), party(unit), "part_of", party(over))


def area(unit: str, place: str, first: str | None, last: str | None = None) -> Positioning:
    return Positioning(grounds(first, last), party(unit), party(place, "place"), "area")


def values(*statements: Statement, as_of: str | None = None) -> list[tuple[str, object]]:
    asking = index_of([statements])
    found = take_on(asking, number_of(asking, "1 Division"), as_of=as_of)
    return [(one.value, one.days) for one in found.things]


def test_a_division_has_the_area_of_its_brigade_while_it_is_its_brigade() -> None:
    assert values(
        under("2 Brigade", "1 Division", "2014-01-01", "2016-12-31"),
        area("2 Brigade", "Hadra", "2015-06-01", "2018-12-31"),
    ) == [("Hadra", ("2015-06-01", "2016-12-31"))]


def test_an_area_that_it_came_to_after_it_had_left_is_not_taken_on() -> None:
    assert not values(
        under("2 Brigade", "1 Division", "2014-01-01", "2016-12-31"),
        area("2 Brigade", "Hadra", "2017-01-01", "2018-12-31"),
    )


def test_areas_go_up_by_more_than_one_step_on_days_on_which_every_step_holds() -> None:
    assert values(
        under("3 Battalion", "2 Brigade", "2014-01-01", "2015-12-31"),
        under("2 Brigade", "1 Division", "2015-01-01", "2016-12-31"),
        area("3 Battalion", "Merek", "2013-01-01", "2018-12-31"),
    ) == [("Merek", ("2015-01-01", "2015-12-31"))]


def test_without_a_day_of_one_of_them_no_day_is_given() -> None:
    assert values(
        under("2 Brigade", "1 Division", None), area("2 Brigade", "Hadra", "2015-01-01")
    ) == [("Hadra", None)]


def test_a_day_asks_for_what_is_taken_on_for_it() -> None:
    told = (
        under("2 Brigade", "1 Division", "2014-01-01", "2016-12-31"),
        area("2 Brigade", "Hadra", "2015-01-01", "2015-12-31"),
    )
    assert values(*told, as_of="2015-06-01")
    assert not values(*told, as_of="2016-06-01")


def test_what_a_table_takes_as_going_on_is_taken_on_for_a_later_day_and_so_said() -> None:
    def going_on(one: Relation | Positioning) -> Relation | Positioning:
        held = replace(one.grounds.held, assumed=True)
        return replace(one, grounds=replace(one.grounds, held=held))

    told = (
        going_on(under("2 Brigade", "1 Division", "2014-01-01", "2014-12-31")),
        going_on(area("2 Brigade", "Hadra", "2015-06-01", "2015-06-30")),
    )
    asking = index_of([told])
    (one,) = take_on(asking, number_of(asking, "1 Division"), as_of="2018-01-01").things
    assert (one.value, one.days, one.assumed) == ("Hadra", None, True)
    assert not take_on(asking, number_of(asking, "1 Division"), as_of="2013-01-01").things
    assert not take_on(asking, number_of(asking, "1 Division")).things


def test_classes_are_taken_on_too() -> None:
    found = values(
        under("2 Brigade", "1 Division", "2014-01-01"),
        Describing(grounds("2014-01-01"), party("2 Brigade"), "unit:classification", "Army"),
    )
    assert found == [("Army", ("2014-01-01", "2014-01-01"))]


def test_its_own_areas_are_stated_and_not_taken_on() -> None:
    assert not values(
        area("1 Division", "Velan", "2014-01-01"), under("2 Brigade", "1 Division", "2014-01-01")
    )


def test_a_circle_in_what_is_said_ends() -> None:
    assert values(
        under("2 Brigade", "1 Division", "2014-01-01"),
        under("1 Division", "2 Brigade", "2014-01-01"),
        area("2 Brigade", "Hadra", "2014-01-01"),
    ) == [("Hadra", ("2014-01-01", "2014-01-01"))]


def test_each_can_be_followed_home_by_every_statement_on_the_way() -> None:
    asking = index_of(
        [
            [under("3 Battalion", "2 Brigade", "2014-01-01")],
            [under("2 Brigade", "1 Division", "2014-01-01")],
            [area("3 Battalion", "Merek", "2014-01-01")],
        ]
    )
    (one,) = take_on(asking, number_of(asking, "1 Division")).things
    assert len(one.rows) == 3
    assert [asking.entity(n).name for n in one.path] == ["3 Battalion", "2 Brigade", "1 Division"]


def test_of_very_many_units_those_nearest_are_looked_at_and_the_rest_is_announced() -> None:
    told: list[Statement] = [area("Company 0", "Hadra", "2014-01-01")]
    told += [under(f"Company {n}", "1 Division", "2014-01-01") for n in range(MOST + 5)]
    asking = index_of([told])
    assert take_on(asking, number_of(asking, "1 Division")).more
    few = index_of([told[:5]])
    assert not take_on(few, number_of(few, "1 Division")).more
