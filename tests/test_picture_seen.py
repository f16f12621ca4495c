"""First and last sights: terms, ends and what a source only assumes of the time after them."""

from __future__ import annotations

from hearsay.picture.seen import seen_in, terms_of
from hearsay.vocabulary.statements import Held, Range


def day(when: str) -> Range:
    return Range(when, when, precise=True)


def held(*days: str, begins: bool = False, ends: bool = False, assumed: bool | None = None) -> Held:
    ranges = tuple(map(day, days))
    return Held(ranges, begins=begins, ends=ends, by="table", assumed=assumed)


FIRST_TERM = held("2011-10-19", "2012-03-01", begins=True, ends=True)
SECOND_TERM = held("2013-08-20", "2014-09-07", begins=True, ends=True)


def test_who_left_and_came_back_was_there_in_two_terms() -> None:
    assert terms_of([SECOND_TERM, FIRST_TERM]) == [[1], [0]]
    seen = seen_in([FIRST_TERM, SECOND_TERM])
    assert seen.stretches == (("2011-10-19", "2012-03-01"), ("2013-08-20", "2014-09-07"))
    assert seen.on("2012-12-01") == "after"


def test_nothing_turns_between_the_first_and_last_sight_of_one_statement() -> None:
    whole = held("1995-04-03", "1999-06-01")
    promoted = held("1996-12-11", begins=True)
    assert terms_of([whole, promoted]) == [[0, 1]]


def test_what_follows_without_a_day_between_is_one_term() -> None:
    before = held("1995-04-03", "1996-12-11", ends=True)
    after = held("1996-12-11", "1999-06-01", begins=True)
    assert terms_of([before, after]) == [[0, 1]]


def test_what_nothing_dates_is_in_no_term() -> None:
    assert terms_of([Held(), FIRST_TERM]) == [[1]]


def test_what_a_source_takes_as_going_on_is_assumed_after_the_last_sight_only() -> None:
    seen = seen_in([held("2010-01-01", "2012-01-01", assumed=True)])
    days = ("2009-01-01", "2011-01-01", "2020-01-01")
    assert [seen.on(day) for day in days] == ["before", "between", "assumed"]


def test_what_ended_is_not_assumed_to_go_on() -> None:
    seen = seen_in([held("2010-01-01", "2012-01-01", ends=True, assumed=True)])
    assert seen.on("2020-01-01") == "after"


def test_what_was_assumed_at_an_earlier_time_counts_no_more_after_a_later_sight() -> None:
    earlier = held("2010-01-01", assumed=True)
    assert seen_in([earlier, held("2014-01-01", assumed=False)]).on("2020-01-01") == "after"
    assert seen_in([held("2014-01-01", assumed=False), earlier]).on("2020-01-01") == "after"
