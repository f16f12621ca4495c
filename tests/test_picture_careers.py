"""Careers: ranks in their order, and how long one took as far as sights say."""

from __future__ import annotations

from hearsay.picture.careers import Career, career_of
from hearsay.picture.grades import grade_of, rank_key
from hearsay.picture.index import Asking
from hearsay.vocabulary.statements import Posting
from tests.pictures_by_hand import grounds, index_of, number_of, party


def ranked(person: str, rank: str, first: str, last: str | None = None) -> list[Posting]:
    held = grounds(first, last, precise=last is None)
    return [Posting(held, party(person, "person"), rank=rank)]


def career(asking: Asking, name: str = "Haydar Salmani", as_of: str | None = None) -> Career:
    return career_of(asking, number_of(asking, name), as_of=as_of)


def test_ranks_stand_from_the_lowest_up_however_they_are_dated() -> None:
    asking = index_of(
        [
            ranked("Haydar Salmani", "major general", "2021-01-01"),
            ranked("Haydar Salmani", "colonel", "2021-06-01"),
        ]
    )
    assert [one.rank for one in career(asking).ranks] == ["colonel", "major general"]


def test_two_wordings_of_one_rank_are_one() -> None:
    assert rank_key("Brig. Gen.") == rank_key("brigadier-general")
    assert grade_of("Colonel") is not None
    assert grade_of("keeper of the lamps") is None


def test_the_time_from_rank_to_rank_is_what_the_sights_leave_possible() -> None:
    asking = index_of(
        [
            ranked("Haydar Salmani", "colonel", "2021-01-01", "2021-01-31"),
            ranked("Haydar Salmani", "brigadier general", "2021-03-02"),
        ]
    )
    ((beside,),) = (career(asking).rises,)
    assert (beside.rise.least, beside.rise.most) == (30, 60)


def test_a_rise_rests_on_the_statements_of_both_sights() -> None:
    asking = index_of(
        [
            ranked("Haydar Salmani", "colonel", "2021-01-01"),
            ranked("Haydar Salmani", "brigadier general", "2021-03-02"),
        ]
    )
    (beside,) = career(asking).rises
    assert [row.source.publisher for row in beside.rise.rows] == ["Outlet 1", "Outlet 2"]


def test_a_rise_stands_beside_those_of_others_out_of_the_same_rank() -> None:
    others = [
        one
        for number, day in enumerate(("2022-01-01", "2023-01-01", "2025-01-01"))
        for one in (
            ranked(f"Officer Nr{number}", "Colonel", "2021-01-01"),
            ranked(f"Officer Nr{number}", "Brigadier General", day),
        )
    ]
    asking = index_of(
        [
            ranked("Haydar Salmani", "colonel", "2021-01-01"),
            ranked("Haydar Salmani", "brigadier general", "2021-03-02"),
            *others,
        ]
    )
    (beside,) = career(asking).rises
    assert len(beside.others) == 3
    assert beside.middle == (730, 730)


def test_without_others_there_is_no_figure_to_compare_with() -> None:
    asking = index_of(
        [
            ranked("Haydar Salmani", "colonel", "2021-01-01"),
            ranked("Haydar Salmani", "brigadier general", "2021-03-02"),
        ]
    )
    (beside,) = career(asking).rises
    assert beside.middle is None


def test_time_that_runs_backwards_makes_no_figure() -> None:
    asking = index_of(
        [
            ranked("Haydar Salmani", "colonel", "2021-06-01"),
            ranked("Haydar Salmani", "brigadier general", "2021-03-02"),
        ]
    )
    assert career(asking).rises == ()


def test_a_rank_first_seen_at_an_open_time_makes_no_figure() -> None:
    asking = index_of(
        [
            ranked("Haydar Salmani", "colonel", "..", "2021-01-01"),
            ranked("Haydar Salmani", "brigadier general", "2021-03-02"),
        ]
    )
    assert career(asking).rises == ()


def test_as_of_a_day_later_ranks_are_not_there_yet() -> None:
    asking = index_of(
        [
            ranked("Haydar Salmani", "colonel", "2021-01-01"),
            ranked("Haydar Salmani", "brigadier general", "2021-03-02"),
        ]
    )
    assert [one.rank for one in career(asking, as_of="2021-02-01").ranks] == ["colonel"]


def test_a_rank_alone_is_no_post() -> None:
    asking = index_of([ranked("Haydar Salmani", "colonel", "2021-01-01")])
    assert career(asking).posts == ()
