"""Phrases for times in running text: which are found, which are not, and what they stand for."""

from __future__ import annotations

import pytest
from effort import calls
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.reading.times import find_times, unplaced
from hearsay.reading.times.words import WORDS
from hearsay.vocabulary.edtf import days_of


def found(
    text: str, *, published: str | None = "2022-02-15", **more: str
) -> list[tuple[str, str | None]]:
    times = find_times(text, published=published, **more)
    return [(time.span.of(text), time.edtf) for time in times]


def test_finds_each_time_in_order_with_its_days() -> None:
    text = (
        "In the quarterly report, declassified last week, inspectors counted more attacks during "
        "the last three months of 2021. Gunmen struck in November."
    )
    assert found(text) == [
        ("last week", "2022-02-07/2022-02-13"),
        ("last three months of 2021", "2021-10/2021-12"),
        ("November", "2021-11"),
    ]


def test_ids_count_up_in_reading_order() -> None:
    times = find_times("In 2014, in 2015 and in 2016.", published=None)
    assert [time.id for time in times] == ["t1", "t2", "t3"]


def test_offsets_are_code_points() -> None:
    text = "😀 «الفرقة» fell in May 2014."
    (one,) = find_times(text, published=None)
    assert text[one.span.start : one.span.end] == "May 2014"


def test_after_an_event_of_a_year_is_open_and_durations_are_left_out() -> None:
    text = (
        "The ministry has received funding long after the invasion of 2003. "
        "Lawmakers have said so for years now. At the end of June 2021, jets struck the base."
    )
    assert found(text, published="2022-02-17") == [
        ("long after the invasion of 2003", "2003/.."),
        ("end of June 2021", "2021-06-21/2021-06-30"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "He may resign, and the troops march on.",
        "The second brigade of the 5th Division moved.",
        "Some 2000 troops and 1,000 policemen arrived.",
        "The base holds 2014 soldiers.",
        "Section 2014 of the law and Resolution 1973 apply.",
        "It cost $2000 or 2.5 percent.",
        "The sun rose over the second camp.",
        "May I speak? Theresa May said so, and May agreed.",
        "They met every Tuesday, and each November.",
        "He reads the Sunday Times and watched “Saturday Night Live”.",
        "The fall of the capital came after a long march.",
        "Tens of thousands fled; a man in his thirties was held.",
        "A crowd of 10,000 people and the 10,000 others stayed.",
        "The 17-year-old was held for three years, two months and six days.",
        "Recently, and in recent years, prices rose; now they fall.",
        "The 142-page report took 24 hours.",
        "On page 2010 and in room 1980, see No. 2011.",
        "Call +964 770 123 2014 or 10.1.2.2014.55.",
    ],
)
def test_words_and_numbers_that_are_no_dates_are_left_alone(text: str) -> None:
    assert found(text) == []


def test_may_is_a_month_where_it_stands_as_one() -> None:
    assert found("He was held in May and freed on 3 May.") == [
        ("May", "2021-05"),
        ("3 May", "2021-05-03"),
    ]


def test_a_caption_keeps_weekday_and_date_together() -> None:
    text = "FILE - In this Tuesday, June 12, 2018 file photo, the two men meet."
    assert found(text) == [("Tuesday, June 12, 2018", "2018-06-12")] or found(text) == [
        ("this Tuesday, June 12, 2018", "2018-06-12")
    ]


def test_a_weekday_at_the_end_of_a_sentence_does_not_run_into_the_next() -> None:
    assert found("They meet in Vess on Monday. The two sides will talk.")[0][0] == "Monday"


def test_a_full_stop_after_a_date_stays_outside() -> None:
    assert found("It was announced in late June. Instead he left.")[0][0] == "late June"


def test_the_mark_of_a_note_is_no_part_of_a_date() -> None:
    assert found("He left the staff in August.35 It was shut in 2021.12 The rest stayed.") == [
        ("August", "2021-08"),
        ("2021", "2021"),
    ]


def test_the_end_of_the_year_told_afterwards_is_the_last_one() -> None:
    assert found("Nobody was charged by the end of the year.") == [("end of the year", "2021-12")]


def test_a_month_keeps_its_year_before_a_hash() -> None:
    assert found("By Wire ### July 15, 2018 ### He played golf.") == [
        ("July 15, 2018", "2018-07-15")
    ]


def test_the_tense_of_the_sentence_decides_between_past_and_future() -> None:
    assert found("The council will vote on Thursday.") == [("Thursday", "2022-02-17")]
    assert found("The council voted on Thursday.") == [("Thursday", "2022-02-10")]
    assert found("The general said the men will leave in November.") == [("November", "2022-11")]
    assert found("The general said in November that the men will leave.") == [
        ("November", "2021-11")
    ]
    assert found("The vote won't be held until March 15.") == [("until March 15", "../2022-03-15")]


def test_an_anaphoric_phrase_counts_from_the_date_in_its_sentence() -> None:
    text = "He was seized on 3 May 2020; a day earlier his deputy had fled. He left in 2021."
    assert found(text)[1] == ("a day earlier", "2020-05-02")


def test_an_anaphoric_phrase_may_look_back_one_sentence() -> None:
    text = "He was named chief in March 2014. Two months later he resigned."
    assert found(text)[1] == ("Two months later", "2014-05")


def test_without_a_date_of_publication_a_relative_phrase_is_kept_without_days() -> None:
    text = "The report was released last week; it covers 2021."
    assert found(text, published=None) == [("last week", None), ("2021", "2021")]


def test_a_missing_date_of_publication_is_a_problem() -> None:
    times = find_times("It was released last week.", published=None)
    (problem,) = unplaced(times, published=None, where="report.txt")
    assert problem.code == "no-publication-date"
    assert "--published" in problem.line()
    assert unplaced(times, published="2022-02-15", where="report.txt") == ()


def test_months_hang_on_the_period_that_a_report_covers() -> None:
    text = "Three attacks were counted in November, fewer than last quarter."
    assert found(text, period="2021-10/2021-12") == [
        ("November", "2021-11"),
        ("last quarter", "2021-07/2021-09"),
    ]


JOINING = "the a of from to between and since until - – / . , ' s 's in 2014 1400 31 5 12 q3 FY21"
VOCABULARY = [word for word in sorted(WORDS) if word.isascii()] + JOINING.split()


@pytest.mark.parametrize(
    ("words", "published", "period", "phrase", "edtf"),
    [
        ("It will free pensions frozen since October.", "2025-03-06", None,
         "since October", "2024-10/.."),
        ("He asked them to leave by 1 July.", "2021-06-17", None, "1 July", "2021-07-01"),
        ("They had promised to leave by 30 June.", "2022-07-13", None, "30 June", "2022-06-30"),
        ("We demand that all be freed before 1 May.", "2018-04-23", None,
         "before 1 May", "../2018-04-30"),
        ("The envoy met them on 25 and 26 June.", "2024-06-28", None,
         "25 and 26 June", "2024-06-25/2024-06-26"),
        ("In a response dated 28 October the deputy agreed.", "2022-11-17", "2022-07/2022-09",
         "28 October", "2022-10-28"),
        ("Its strength was 2,310 for the fiscal year.", "2017-10-05", "2015-07/2016-06",
         "fiscal year", "2015-07/2016-06"),
        ("Of 2,400 people asked in April, 53 per cent agreed.", "2024-05-14", None,
         "April", "2024-04"),
    ],
)  # fmt: skip
def test_a_phrase_is_placed_by_what_the_sentence_does_with_it(
    words: str, published: str, period: str | None, phrase: str, edtf: str
) -> None:
    found = [one for one in find_times(words, published=published, period=period) if one.edtf]
    assert [(one.span.of(words).removeprefix("the "), one.edtf) for one in found] == [
        (phrase, edtf)
    ]


def test_a_number_before_a_month_that_counts_something_else_is_no_day() -> None:
    words = "The judge annulled two June contests."
    assert [one.span.of(words) for one in find_times(words, published="2023-08-11")] in (
        [],
        ["June"],
    )


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(VOCABULARY), max_size=60),
    st.sampled_from(["2022-02-15", "", "2020-02-29"]),
)
def test_whatever_is_found_is_valid_inside_the_text_and_in_order(
    words: list[str], published: str
) -> None:
    text = " ".join(words)
    end = 0
    for one in find_times(text, published=published or None):
        assert end <= one.span.start < one.span.end <= len(text)
        end = one.span.end
        assert one.edtf is None or days_of(one.edtf) is not None, one
        assert all(days_of(other) is not None for other in one.alternatives), one
        assert one.edtf not in one.alternatives


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_no_text_makes_it_fail(text: str) -> None:
    assert find_times(text, published="2022-02-15") == find_times(text, published="2022-02-15")


@pytest.mark.parametrize(
    "piece",
    ["1", "12 ", " ", "\n", " \n", "last ", "the ", "first week of the ", "end of the ", "1/1/",
     "2014-", "two days after ", "second half of the "],
)  # fmt: skip
def test_work_grows_with_length_and_no_faster(piece: str) -> None:
    def work(length: int) -> int:
        text = (piece * (length // len(piece) + 1))[:length]
        return calls(lambda: find_times(text, published="2022-02-15"))

    # Eight times the text; a square would cost 64 times the work.
    assert work(8_000) < 12 * work(1_000)


def test_reads_running_text_with_little_work_a_word() -> None:
    sentence = (
        "The ministry said on Tuesday that the brigade, raised in 2014, left Sarmada late last "
        "year; its commander had told reporters that the men would stay, and several officers of "
        "the second division confirmed it to inspectors who visited the depot near the river. "
    )
    text = sentence * 400
    found = 0

    def read() -> None:
        nonlocal found
        found = len(find_times(text, published="2022-02-15"))

    work = calls(read)
    assert found == 3 * 400
    assert work < 40 * len(text.split())  # 15 were measured


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("On Monday the 7th Engineer Regiment replied.", [("Monday", "2022-02-14")]),
        ("In January the first two came to blows.", [("January", "2022-01")]),
        ("In January the 4th was disbanded.", [("January", "2022-01")]),
        ("In January the two sides clashed.", [("January", "2022-01")]),
        ("They clashed on Monday, the second time in a week.", [("Monday", "2022-02-14")]),
        ("Of 52 interviewed in November, 41 said so.", [("November", "2021-11")]),
        ("He left on Friday the 11th.", [("Friday the 11th", "2022-02-11")]),
        ("It fell on January the 4th, 2019.", [("January the 4th, 2019", "2019-01-04")]),
    ],
)
def test_a_number_behind_a_month_or_weekday_is_its_day_only_where_nothing_is_counted(
    text: str, times: list[tuple[str, str]]
) -> None:
    assert found(text) == times


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("She took it on Tuesday. The next morning he left.", [("next morning", "2022-02-09")]),
        ("They came on 14 January. That night nine fled.", [("That night", "2022-01-14")]),
        ("On 14 January ten were held. Nine fled that night.", [("that night", "2022-01-14")]),
        ("He said on 14 January that night raids went on.", []),
        ("It fell on 5 May 2021 and rose that same evening.", [("same evening", "2021-05-05")]),
    ],
)
def test_a_part_of_the_day_told_of_last_is_that_day(
    text: str, times: list[tuple[str, str]]
) -> None:
    assert found(text)[1:] == times
