"""EDTF values: the days they run over, and how two of them compare."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.vocabulary.edtf import Days, Point, days_of, point_of, same_days


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2021-06-30", "2021-06-30", "2021-06-30"),
        ("2020-02", "2020-02-01", "2020-02-29"),
        ("2021", "2021-01-01", "2021-12-31"),
        ("2021-10/2021-12", "2021-10-01", "2021-12-31"),
        ("2021-21", "2021-03-01", "2021-05-31"),
        ("2021-24", "2021-12-01", "2022-02-28"),
        ("2021-36", "2021-10-01", "2021-12-31"),
        ("2021-41", "2021-07-01", "2021-12-31"),
        ("199X", "1990-01-01", "1999-12-31"),
        ("19XX", "1900-01-01", "1999-12-31"),
        ("2021-XX-XX", "2021-01-01", "2021-12-31"),
        ("2021-06-XX", "2021-06-01", "2021-06-30"),
        ("2014~", "2014-01-01", "2014-12-31"),
        ("2014-03?/2014-05%", "2014-03-01", "2014-05-31"),
        ("2022-02-15T10:30:00Z", "2022-02-15", "2022-02-15"),
    ],
)
def test_a_value_runs_from_its_first_day_to_its_last(edtf: str, first: str, last: str) -> None:
    assert days_of(edtf) == Days(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize("edtf", ["2003/..", "2003/"])
def test_an_open_end_has_no_last_day(edtf: str) -> None:
    assert days_of(edtf) == Days(date(2003, 1, 1), None)


@pytest.mark.parametrize("edtf", ["../2014", "/2014"])
def test_an_open_beginning_has_no_first_day(edtf: str) -> None:
    assert days_of(edtf) == Days(None, date(2014, 12, 31))


@pytest.mark.parametrize(
    "text",
    ["", "/", "2021-13", "2021-02-30", "2021-00", "0000", "last week", "2021-06-01/2021-05-01",
     "2021/2022/2023", "20X1", "2021-24-01", "199X-05"],
)  # fmt: skip
def test_what_is_no_edtf_value_has_no_days(text: str) -> None:
    assert days_of(text) is None


def test_values_are_compared_by_days_and_not_by_letters() -> None:
    assert same_days("2021-10", "2021-10-01/2021-10-31")
    assert same_days("2021-10/2021-12", "2021-36")
    assert not same_days("2021-10", "2021")


def test_two_values_that_cannot_be_read_are_not_the_same() -> None:
    assert not same_days("last week", "last week")


def test_days_before_others_are_over_before_they_begin() -> None:
    early, late = Days(None, date(2014, 1, 1)), Days(date(2014, 1, 2), None)
    assert early.before(late)
    assert not late.before(early)
    assert not early.meets(late)


def test_a_point_drops_its_qualifier() -> None:
    assert point_of("2014-03?") == Point(2014, 3)


def test_a_period_is_no_point() -> None:
    assert point_of("2014/2015") is None
    assert point_of("201X") is None


points = st.dates(date(1, 1, 1), date(9998, 12, 31)).flatmap(
    lambda d: st.sampled_from(
        [Point(d.year), Point(d.year, d.month), Point(d.year, d.month, d.day), Point(d.year, 23)]
    )
)


@given(points)
def test_a_point_is_read_back_as_it_was_written(point: Point) -> None:
    assert point_of(str(point)) == point
    assert days_of(str(point)) == Days(point.first, point.last)


@given(points, points)
def test_two_stretches_of_days_meet_or_one_is_before_the_other(one: Point, other: Point) -> None:
    left, right = Days(one.first, one.last), Days(other.first, other.last)
    assert [left.before(right), right.before(left), left.meets(right)].count(True) == 1


@given(points, points)
def test_what_covers_others_meets_them(one: Point, other: Point) -> None:
    left, right = Days(one.first, one.last), Days(other.first, other.last)
    assert left.covers(left)
    if left.covers(right):
        assert left.meets(right)
