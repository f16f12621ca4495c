"""Times that hang on what the text around them tells: tense, narrative, the date told last."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.reading.times import find_times, when
from hearsay.reading.times.tokens import tokens_near_times, tokens_of


def read(marked: str, published: str = "2022-02-15", **more: str) -> str | None:
    """What the phrase in brackets stands for."""
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    return when(text, start, end, published=published, **more).edtf


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("The two blocs agreed to vote on [7 April].", "2022-04-07"),
        ("General Salmani retires in [March].", "2022-03"),
        ("The reshuffle takes effect on [1 April].", "2022-04-01"),
        ("We call for a general strike on the [20th].", "2022-02-20"),
        ("The governor was to appear in court [Wednesday].", "2022-02-16"),
        ("The brigade must leave Hadra by [June].", "2022-06"),
        ("On [Saturday], Mohamed and his father are to travel to Velan.", "2022-02-19"),
    ],
)
def test_what_is_agreed_scheduled_or_demanded_lies_ahead(marked: str, wanted: str) -> None:
    assert read(marked) == wanted


@pytest.mark.parametrize(
    "marked",
    [
        "Averne Fuel, a supplier, announced [Monday] that it would close its depot.",
        "He said [Monday] the army will leave.",
        "She saw the two ends of the street as late as [Monday].",
    ],
)
def test_what_was_said_on_a_day_is_past_whatever_is_said_of_it(marked: str) -> None:
    assert read(marked) == "2022-02-14"


def test_a_deadline_just_missed_is_likelier_than_one_a_year_off() -> None:
    marked = (
        "The force had agreed that it would go. It undertook to hand its rolls over by [January]."
    )
    assert read(marked) == "2022-01"
    assert read("The force will hand its rolls over in [January].") == "2023-01"


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("On 4 May 2019 the column left Harun. In [June] it crossed the Sar.", "2019-06"),
        ("On 4 May 2019 the column left Harun. On the [9th] it reached the Sar.", "2019-05-09"),
        ("He was elected in 2019. In [June] he broke with the Front.", "2021-06"),
        ("On 4 May 2019 they left.\n\nIn [June] the Front split.", "2021-06"),
    ],
)
def test_a_narrative_in_another_year_goes_on_in_it(marked: str, wanted: str) -> None:
    assert read(marked) == wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("Shells fell on Friday. By [nightfall] the bridge was gone.", "2022-02-11"),
        ("They signed a truce in 2020. [Since then] they have shared camps.", "2020/.."),
        ("He led it until 2006. In [that year] he fell ill.", "2006"),
        ("They met on 3 May 2019. [The evening before] a lorry had burned.", "2019-05-02"),
        ("Attacks rose in October 2021, from 26 in [the three months before].", "2021-07/2021-09"),
        ("It fell in the second quarter of 2021 from a rise in [the year-ago quarter].",
         "2020-04/2020-06"),
        ("They took the pass on 3 May 2015. A year later, [ten days later], they lost it.",
         "2015-05-13"),
        ("They met [that day].", None),
    ],
)  # fmt: skip
def test_what_hangs_on_another_date_counts_from_one_as_fine(
    marked: str, wanted: str | None
) -> None:
    assert read(marked) == wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("He had been promoted a [week ago].", "2022-02-07/2022-02-13"),
        ("Attacks fell in the [quarter].", "2022-01/2022-03"),
        ("A woman of [23] commands the column.", None),
        ("Captain Riyash, [31], is a nurse.", None),
        ("No aircraft can fly at [night].", None),
        ("They meet on a [Friday].", None),
        ("She [now] commands the brigade.", None),
        ("He is deputy commander [until now].", "../2022-02-15"),
        ("The [March election] was void.", "2021-03"),
    ],
)
def test_the_word_before_a_span_that_leaves_it_out_decides(marked: str, wanted: str | None) -> None:
    assert read(marked) == wanted


@pytest.mark.parametrize(
    ("phrase", "wanted"),
    [
        ("0800 UTC", "2022-02-15"),
        ("4 a.m. on Sunday", "2022-02-13"),
        ("6:30 a.m. Saturday", "2022-02-12"),
        ("early Monday morning", "2022-02-14"),
        ("around 4 a.m. on Sunday", "2022-02-13"),
    ],
)
def test_a_time_of_day_is_its_day(phrase: str, wanted: str) -> None:
    assert read(f"Shells fell at [{phrase}].") == wanted


@pytest.mark.parametrize(
    ("phrase", "wanted"),
    [
        ("in March or April 2021", "2021-03/2021-04"),
        ("2018 or 2019", "2018/2019"),
        ("Saturday or Sunday", "2022-02-12/2022-02-13"),
        ("12 and 13 December", "2021-12-12/2021-12-13"),
        ("mid-to-late 2018", "2018-05/2018-12"),
        ("from 2012", "2012/.."),
        ("through 2024", "../2024"),
        ("the first nine months", "2022-01/2022-09"),
    ],
)
def test_either_of_two_times_is_the_range_of_both(phrase: str, wanted: str) -> None:
    assert read(f"It happened [{phrase}].") == wanted


def test_a_month_outside_the_period_covered_is_the_latest_before_publication() -> None:
    about = {"published": "2022-05-04", "period_covered": "2022-01/2022-03"}
    assert read("They were still at their posts in [April].", **about) == "2022-04"
    assert read("They were still at their posts in [February].", **about) == "2022-02"


@pytest.mark.parametrize("outlet", ["US", "usa", "United States"])
def test_an_outlets_country_may_be_named(outlet: str) -> None:
    assert read("The base closed on [8/12/2021].", outlet=outlet) == "2021-08-12"


def test_an_outlet_in_the_place_of_its_country_decides_nothing() -> None:
    text = "The base closed on 8/12/2021."
    got = when(text, 19, 28, published="2022-02-15", outlet="Velan Tribune")
    assert (got.edtf, got.alternatives) == ("2021-12-08", ("2021-08-12",))


@pytest.mark.parametrize(
    "text",
    [
        "Brig. Gen. Monday Ikwue died in the ambush.",
        "He hanged himself every Easter, his men joked.",
        "The Kokbel Morning Post and the Night Watch are at odds.",
        "They came at night, as they always did.",
    ],
)
def test_names_and_habits_are_no_times(text: str) -> None:
    assert find_times(text, published="2022-02-15") == ()


TIMELESS = "The men of the Rasim Corps were paid by the mayor, and none had a card."


@given(
    st.lists(
        st.sampled_from(
            [TIMELESS, "He left on 3 May 2021.", "Two days later she came.", "It was a fort."]
        ),
        max_size=6,
    )
)
def test_paragraphs_without_a_time_change_no_other(paragraphs: list[str]) -> None:
    told = [one for one in paragraphs if one not in (TIMELESS, "It was a fort.")]
    values = [
        [time.edtf for time in find_times("\n\n".join(of), published="2022-02-15")]
        for of in (paragraphs, told)
    ]
    assert values[0] == values[1]


def test_paragraphs_without_a_time_are_not_cut_up() -> None:
    text = f"{TIMELESS}\n\nHe left in May.\n\n{TIMELESS}"
    assert [token.word for token in tokens_near_times(text)] == [
        "¶", "he", "left", "in", "may", ".", "¶",
    ]  # fmt: skip
    every = {(token.start, token.word) for token in tokens_of(text)}
    assert {(token.start, token.word) for token in tokens_near_times(text)} <= every


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("The two armies agreed on [Monday] to exchange prisoners.", "2022-02-14"),
        ("Men arrested on [Monday] will be tried.", "2022-02-14"),
        ("Two companies mutinied on [20 January] due to unpaid wages.", "2022-01-20"),
        ("The guards ceased to be its armed wing on [1 January].", "2022-01-01"),
        ("The guards are due to leave on [1 April].", "2022-04-01"),
    ],
)
def test_a_verb_behind_a_date_does_not_make_the_past_a_future(marked: str, wanted: str) -> None:
    assert read(marked) == wanted


@pytest.mark.parametrize(
    ("marked", "wanted"),
    [
        ("The party suspended its campaign for the [March] elections.", "2022-03"),
        ("Levent Kor lost the [January] election by four points.", "2022-01"),
        ("Its allies disappeared after the [May] election.", "2021-05"),
        ("Lists were filed for Averne’s [April] election.", "2022-04"),
    ],
)
def test_an_election_near_at_hand_may_lie_ahead(marked: str, wanted: str) -> None:
    assert read(marked) == wanted


def test_a_deadline_without_a_verb_that_says_so_lies_ahead() -> None:
    assert found("A commission of six counts them by 30 June.") == [("30 June", "2022-06-30")]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("From today you are the army.", [("From today", "2022-02-15/..")]),
        ("It works with effect from 1 May 2021.", [("from 1 May 2021", "2021-05-01/..")]),
        ("From 3 May 2021 to 5 May 2021 it rained.", [("From 3 May 2021 to 5 May 2021", "")]),
        ("He showed a letter from 2014.", [("2014", "2014")]),
    ],
)
def test_from_a_day_on_is_open(text: str, wanted: list[tuple[str, str]]) -> None:
    told = found(text)
    assert told[0][0] == wanted[0][0]
    assert not wanted[0][1] or told == wanted


def test_today_in_the_name_of_a_paper_is_no_day() -> None:
    assert found("The consul told Averne Today.") == []
    assert found("Today the consul left.") == [("Today", "2022-02-15")]


def found(text: str) -> list[tuple[str, str | None]]:
    times = find_times(text, published="2022-02-15")
    return [(time.span.of(text), time.edtf) for time in times]
