"""The days as of which something holds, as an index keeps them."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from hearsay.picture.index.dates import day_number, read, stretches_of, written
from hearsay.picture.seen import seen_in
from hearsay.vocabulary.statements import OPEN, Held, Range

BEGIN = date(2021, 1, 1)
days = st.integers(0, 40).map(lambda n: (BEGIN + timedelta(days=n)).isoformat())


@st.composite
def ranges(draw: st.DrawFn) -> Range:
    first, last = sorted((draw(days), draw(days)))
    side = draw(st.sampled_from(("both", "both", "begin", "end")))
    if side == "begin":
        return Range(OPEN, last, False)
    return Range(first, OPEN, False) if side == "end" else Range(first, last, draw(st.booleans()))


held = st.builds(
    Held,
    st.lists(ranges(), max_size=2).map(lambda found: tuple(sorted(found, key=lambda r: r.first))),
    begins=st.booleans(),
    ends=st.booleans(),
    by=st.sampled_from((None, "words", "table")),
    assumed=st.sampled_from((None, True, False)),
)


@given(held)
def test_dates_are_read_as_they_were_written(one: Held) -> None:
    assert read(written(one)) == one


@given(st.lists(held, min_size=1, max_size=4))
def test_it_holds_on_the_days_that_sights_put_neither_before_nor_after_it(
    every: list[Held],
) -> None:
    seen, stretches = seen_in(every), stretches_of(every)
    for n in range(-3, 44):
        day = (BEGIN + timedelta(days=n)).isoformat()
        within = [s for s in stretches if s[0] <= day_number(day) <= s[1]]
        assert len(within) == (seen.on(day) not in ("before", "after"))
        assert [assumed for _, _, assumed in within] == [seen.on(day) == "assumed"] * len(within)


def test_what_nothing_dates_holds_on_every_day() -> None:
    ((first, last, assumed),) = stretches_of([Held()])
    assert first <= day_number("0001-01-01")
    assert last >= day_number("9999-12-31")
    assert not assumed
