"""Charts and posts: nobody and no day is put there that nothing puts there."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hearsay.picture.posts import is_leading, posts_of
from hearsay.picture.seen import Seen, seen_in
from hearsay.picture.structure import chart_of
from hearsay.vocabulary.statements import OPEN, Held, Posting, Range, Relation
from tests.pictures_by_hand import grounds, index_of, number_of, party


def posting(
    day: str, *, unit: str = "5th Division", person: str = "Haydar Salmani",
    role: str | None = "commander", denied: bool = False, ends: bool = False,
) -> Posting:  # fmt: skip
    held = grounds(day, polarity="denied" if denied else "affirmed", ends=ends)
    return Posting(held, party(person, "person"), party(unit), role=role)


def test_a_chart_shows_what_is_above_and_below() -> None:
    asking = index_of(
        [
            [
                Relation(grounds("2021-01-01"), party("2nd Brigade"), "part_of", party("5th Div")),
                Relation(grounds("2021-01-01"), party("5th Div"), "part_of", party("Army")),
            ]
        ]
    )
    chart = chart_of(asking, number_of(asking, "5th Div"))
    assert [asking.entity(one.entity).name for one in chart.above] == ["Army"]
    assert [asking.entity(one.entity).name for one in chart.box.under] == ["2nd Brigade"]


def test_a_circle_in_what_is_said_is_shown_and_ends() -> None:
    asking = index_of(
        [
            [Relation(grounds("2021-01-01"), party("A Corps"), "part_of", party("B Corps"))],
            [Relation(grounds("2021-01-01"), party("B Corps"), "part_of", party("A Corps"))],
        ]
    )
    chart = chart_of(asking, number_of(asking, "A Corps"))
    assert len(chart.box.under) == 1
    assert chart.box.under[0].under == ()


def test_a_commander_seen_before_and_after_a_day_is_there_between() -> None:
    asking = index_of([[posting("2020-01-01")], [posting("2021-01-01")]])
    (command,) = chart_of(
        asking, number_of(asking, "5th Division"), as_of="2020-06-01"
    ).box.commands
    assert command.standing == "between"


def test_no_commander_is_invented_after_the_last_sight() -> None:
    # Security Force Monitor's issue 352: a commander stood on for years after the last citation.
    asking = index_of([[posting("2020-01-01")]])
    (command,) = chart_of(
        asking, number_of(asking, "5th Division"), as_of="2021-06-01"
    ).box.commands
    assert command.standing == "after"


def test_a_deputy_and_a_member_command_nothing() -> None:
    asking = index_of([[posting("2020-01-01", role="deputy commander")]])
    assert not chart_of(asking, number_of(asking, "5th Division")).box.commands


def test_no_end_is_invented_where_only_a_last_sight_is_known() -> None:
    # Security Force Monitor's issue 353: the last citation was shown as an end date.
    asking = index_of([[posting("2020-01-01")], [posting("2021-01-01")]])
    (post,) = posts_of(asking, number_of(asking, "Haydar Salmani"))
    assert (post.seen.first, post.seen.last) == ("2020-01-01", "2021-01-01")
    assert (post.seen.began, post.seen.ended) == (None, None)


def test_an_end_that_is_said_is_kept() -> None:
    asking = index_of([[posting("2020-01-01")], [posting("2021-01-01", ends=True)]])
    (post,) = posts_of(asking, number_of(asking, "Haydar Salmani"))
    assert post.seen.ended == "2021-01-01"


def test_a_denial_stands_beside_and_moves_no_day() -> None:
    asking = index_of([[posting("2020-01-01")], [posting("2022-01-01", denied=True)]])
    (post,) = posts_of(asking, number_of(asking, "Haydar Salmani"))
    assert post.seen.last == "2020-01-01"
    assert len(post.denials) == 1


def test_who_is_said_to_be_in_a_unit_joins_the_one_role_said_there() -> None:
    asking = index_of([[posting("2020-01-01")], [posting("2021-01-01", role=None)]])
    (post,) = posts_of(asking, number_of(asking, "Haydar Salmani"))
    assert (post.role, post.seen.last) == ("commander", "2021-01-01")


def test_a_month_may_be_the_day_asked_for() -> None:
    seen = seen_in((Held((Range("2021-05-01", "2021-05-31", False),)),))
    assert [seen.on(day) for day in ("2021-04-30", "2021-05-20", "2021-06-01")] == [
        "before",
        "maybe",
        "after",
    ]


def test_what_began_goes_on_no_longer_than_it_was_seen() -> None:
    seen = seen_in((Held((Range("2021-11-21", "2021-11-21", True),), begins=True),))
    assert seen.on("2022-06-01") == "after"


def test_nothing_dated_says_nothing_of_any_day() -> None:
    assert Seen().on("2021-01-01") == "undated"
    open_ = seen_in((Held((Range(OPEN, "2021-01-01", False),)),))
    assert open_.on("2020-01-01") == "maybe"


@pytest.mark.parametrize(
    ("role", "leads"),
    [
        ("Commander", True),
        ("General Officer Commanding", True),
        ("Chief of Army Staff", True),
        ("Director of Defence Information", False),
        ("Operations Commander", False),
        ("head of public relations", False),
        ("deputy commander", False),
        ("Chief of Staff", False),
        ("Minister of Interior", True),
        ("spokeswoman", False),
    ],
)
def test_a_role_says_by_its_words_whether_it_leads(role: str, leads: bool) -> None:
    assert is_leading(role) is leads


def test_nobody_is_between_two_terms_of_which_the_first_is_said_to_have_ended() -> None:
    first = Held((Range("2015-01-01", "2016-01-01", True),), ends=True)
    second = Held((Range("2018-01-01", "2019-01-01", True),), begins=True)
    seen = seen_in((first, second))
    assert seen.stretches == (("2015-01-01", "2016-01-01"), ("2018-01-01", "2019-01-01"))
    assert [seen.on(day) for day in ("2015-06-01", "2017-01-01", "2018-06-01", "2020-01-01")] == [
        "seen",
        "after",
        "seen",
        "after",
    ]


def test_two_sights_of_one_term_have_what_is_between() -> None:
    seen = seen_in(Held((Range(day, day, True),)) for day in ("2015-01-01", "2018-01-01"))
    assert seen.stretches == (("2015-01-01", "2018-01-01"),)
    assert seen.on("2017-01-01") == "between"


def test_two_commanders_of_one_time_are_rivals_and_one_after_the_other_are_not() -> None:
    asking = index_of(
        [
            [posting("2020-01-01"), posting("2021-01-01")],
            [posting("2020-06-01", person="Masoud Varre")],
            [posting("2022-06-01", person="Petra Anselm")],
        ]
    )
    box = chart_of(asking, number_of(asking, "5th Division")).box
    names = [asking.entity(one.post.person).name for one in box.commands]
    (pair,) = box.rivals
    assert {names[at] for at in pair} == {"Haydar Salmani", "Masoud Varre"}
    (gap,) = box.gaps
    assert (gap.first, gap.last) == ("2021-01-02", "2022-05-31")


def test_two_superiors_that_are_above_each_other_do_not_disagree() -> None:
    day = grounds("2021-01-01")
    brigade, division, army, guard = map(party, ("2nd Brigade", "5th Div", "Army", "Guard"))
    nested = [
        Relation(day, brigade, "part_of", division),
        Relation(day, brigade, "part_of", army),
        Relation(day, division, "part_of", army),
    ]
    asking = index_of([nested])
    assert chart_of(asking, number_of(asking, "2nd Brigade")).disagreeing == ()
    asking = index_of([nested, [Relation(day, brigade, "part_of", guard)]])
    chart = chart_of(asking, number_of(asking, "2nd Brigade"))
    assert {asking.entity(one).name for one in chart.disagreeing} == {"5th Div", "Guard"}


def test_a_unit_that_stands_at_two_places_is_drawn_out_at_the_lower() -> None:
    day = grounds("2021-01-01")
    brigade, division, army = map(party, ("2nd Brigade", "5th Div", "Army"))
    asking = index_of(
        [
            [
                Relation(day, brigade, "part_of", army),
                Relation(day, brigade, "part_of", division),
                Relation(day, division, "part_of", army),
            ]
        ]
    )
    below = chart_of(asking, number_of(asking, "Army")).box.under
    assert [(asking.entity(one.entity).name, one.elsewhere) for one in below] == [
        ("5th Div", False),
        ("2nd Brigade", True),
    ]


def test_what_is_only_denied_stands_there_as_that_and_leads_no_further() -> None:
    denied = grounds("2021-01-01", polarity="denied")
    asking = index_of(
        [
            [Relation(denied, party("5th Div"), "part_of", party("Guard"))],
            [Relation(grounds("2021-01-01"), party("Guard"), "part_of", party("Army"))],
        ]
    )
    (above,) = chart_of(asking, number_of(asking, "5th Div")).above
    assert (above.denied, above.above) == (True, ())


def test_a_chart_knows_all_units_that_it_shows() -> None:
    day = grounds("2021-01-01")
    asking = index_of(
        [
            [Relation(day, party("2nd Brigade"), "part_of", party("5th Div"))],
            [Relation(day, party("5th Div"), "part_of", party("Army"))],
        ]
    )
    chart = chart_of(asking, number_of(asking, "5th Div"))
    names = {asking.entity(number).name for number in chart.entities}
    assert names == {"2nd Brigade", "5th Div", "Army"}


def test_a_unit_that_its_source_takes_to_be_there_still_stands_in_the_chart_as_assumed() -> None:
    seen = grounds("2011-01-01")
    told = replace(seen, held=replace(seen.held, assumed=True))
    asking = index_of([[Relation(told, party("2nd Brigade"), "part_of", party("5th Div"))]])
    number = number_of(asking, "5th Div")
    (box,) = chart_of(asking, number, as_of="2014-01-01").box.under
    assert box.assumed
    (seen_box,) = chart_of(asking, number, as_of="2011-01-01").box.under
    assert not seen_box.assumed
    assert chart_of(asking, number, as_of="2010-01-01").box.under == ()


def test_a_post_that_ended_and_began_anew_is_held_twice_each_with_its_titles_and_ranks() -> None:
    first = Posting(
        grounds("2011-10-19", ends=True), party("Haydar Salmani", "person"), party("5th Div"),
        role="Commander", title="Acting Commander", rank="Colonel",
    )  # fmt: skip
    second = replace(
        first, grounds=grounds("2013-08-20", begins=True), title="Commandant", rank="General"
    )
    asking = index_of([[first, second]])
    posts = posts_of(asking, number_of(asking, "Haydar Salmani"))
    assert [(post.titles, post.ranks, post.seen.first) for post in posts] == [
        (("Acting Commander",), ("Colonel",), "2011-10-19"),
        (("Commandant",), ("General",), "2013-08-20"),
    ]


def test_nobody_commands_by_a_title_alone() -> None:
    told = Posting(
        grounds("2012-10-04"), party("Ola Marrin", "person"), party("Defence Council"),
        title="Chief of Defence Staff",
    )  # fmt: skip
    asking = index_of([[told]])
    (post,) = posts_of(asking, number_of(asking, "Ola Marrin"))
    assert (post.role, post.leads) == ("Chief of Defence Staff", False)
