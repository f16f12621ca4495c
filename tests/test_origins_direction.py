"""Which of two tellings came first."""

from hypothesis import given
from hypothesis import strategies as st

from hearsay.origins.direction import SHOWN, Edition, came_first, days_of


def telling(when="", *, length=100, sourced=False, document="a"):
    return Edition(document, days_of(when), when, length, sourced)


def test_the_earlier_date_settles_it():
    assert came_first(telling("2022-02-10"), telling("2022-02-11", length=900)) == 1.0


def test_a_month_that_holds_the_day_settles_nothing():
    likely = came_first(telling("2022-02"), telling("2022-02-11", length=500))
    assert 0 < likely < 0.5


def test_within_one_day_the_hour_is_better_than_length():
    early, late = telling("2022-02-10T08:00"), telling("2022-02-10T17:00", length=900)
    assert came_first(early, late) > 0.9


def test_of_one_day_who_cites_the_other_is_the_later():
    long, short = telling("2022-02-10", length=900), telling("2022-02-10")
    assert came_first(short, long, citing=1) > 0.9
    assert came_first(short, long, citing=-1) < 0.1


def test_two_days_settle_it_whoever_cites_whom():
    assert came_first(telling("2022-02-10"), telling("2022-02-11"), citing=-1) == 1.0


def test_without_dates_the_fuller_text_is_the_earlier():
    assert came_first(telling(length=900), telling(length=300)) > 0.5


def test_without_dates_the_one_that_says_whom_it_is_from_is_the_earlier():
    assert came_first(telling(sourced=True), telling()) > 0.5


def test_of_one_day_and_one_length_nothing_shows_which_was_first():
    one, other = (telling("2022-02-10", document=name) for name in "ab")
    assert 1 - SHOWN < came_first(one, other) < SHOWN


def test_that_one_text_is_the_longer_does_not_show_by_itself_that_it_was_first():
    long, short = telling("2022-02-10", length=900), telling("2022-02-10")
    assert 0.5 < came_first(long, short) < SHOWN


def test_two_signs_of_completeness_together_do_show_it():
    whole = telling("2022-02-10", length=900, sourced=True)
    assert came_first(whole, telling("2022-02-10")) >= SHOWN


def test_an_interval_runs_from_its_first_to_its_last_day():
    first, last = days_of("2021-10/2021-12")
    assert (first.isoformat(), last.isoformat()) == ("2021-10-01", "2021-12-31")


def test_what_is_no_date_gives_no_days():
    assert [days_of(one) for one in (None, "", "..", "2021-13", "soon")] == [None] * 5


WHEN = st.sampled_from(["", "2022", "2022-02", "2022-02-10", "2022-02-10T08:00", "2022-02-11"])
TELLINGS = st.builds(
    telling,
    WHEN,
    length=st.integers(0, 2000),
    sourced=st.booleans(),
    document=st.sampled_from("abc"),
)


@given(TELLINGS, TELLINGS)
def test_two_tellings_are_never_both_the_earlier_one(one, other):
    there, back = came_first(one, other), came_first(other, one)
    assert 0 <= there <= 1
    if one.document != other.document:
        assert (there > 0.5) != (back > 0.5)
