"""Single phrases for a time, and the interval that each stands for by our conventions."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.questions import when_rows
from hearsay.reading.times import answer, normalise, when
from hearsay.reading.times.solar import gregorian, month_length, solar_year_of
from hearsay.vocabulary.edtf import days_of


def edtf(phrase: str, **more: str | None) -> str | None:
    return normalise(phrase, **{"published": "2022-02-15", **more}).edtf  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("phrase", "wanted"),
    [
        ("in November", "2021-11"),
        ("on Tuesday", "2022-02-08"),
        ("on Monday", "2022-02-14"),
        ("last week", "2022-02-07/2022-02-13"),
        ("last month", "2022-01"),
        ("last year", "2021"),
        ("two days ago", "2022-02-13"),
        ("three weeks ago", "2022-01-24/2022-01-30"),
        ("four months ago", "2021-10"),
        ("the past three years", "2019-02-15/2022-02-15"),
        ("fourth quarter of fiscal year 2021", "2021-07/2021-09"),
        ("Q4 2021", "2021-10/2021-12"),
        ("FY21", "2020-10/2021-09"),
        ("early 2021", "2021-01/2021-04"),
        ("mid-2021", "2021-05/2021-08"),
        ("late 2021", "2021-09/2021-12"),
        ("the end of 2021", "2021-12"),
        ("end of June 2021", "2021-06-21/2021-06-30"),
        ("early June 2021", "2021-06-01/2021-06-10"),
        ("the late 1990s", "1997/1999"),
        ("the 1990s", "1990/1999"),
        ("until 2014", "../2014"),
        ("long after the invasion of 2003", "2003/.."),
        ("2014-17", "2014/2017"),
        ("October 1–December 31, 2021", "2021-10/2021-12"),
        ("between March and May 2020", "2020-03/2020-05"),
        ("from 3 to 7 May", "2021-05-03/2021-05-07"),
        ("winter of 2021-22", "2021-24"),
        ("the fall of 2021", "2021-23"),
        ("the night of 3 January", "2022-01-03"),
        ("the first half of 2021", "2021-01/2021-06"),
        ("the last three months of 2021", "2021-10/2021-12"),
        ("around 2014", "2014~"),
        ("possibly in 2014", "2014?"),
        ("possibly around 2014", "2014%"),
        ("the 19th century", "1800/1899"),
        ("2014 to the present", "2014/.."),
    ],
)
def test_a_phrase_stands_for_the_days_of_the_conventions(phrase: str, wanted: str) -> None:
    got = edtf(phrase)
    assert got is not None
    assert days_of(got) == days_of(wanted)
    assert set(got) & set("?~%") == set(wanted) & set("?~%")


@pytest.mark.parametrize(
    "phrase",
    ["for years now", "three years", "every Tuesday", "Tuesdays", "annually", "19 years old",
     "17-year-old", "recently", "a few months ago", "Ramadan", "the invasion", "Feb 30",
     "2/29/2019", "31st of this month", "currently", "24-hour", "", "  ", "12 Rajab 1443"],
)  # fmt: skip
def test_what_is_no_date_has_no_days(phrase: str) -> None:
    assert edtf(phrase) is None


@pytest.mark.parametrize(
    ("phrase", "country", "wanted", "others"),
    [
        ("03/04/2021", "US", "2021-03-04", ()),
        ("03/04/2021", "GB", "2021-04-03", ()),
        ("03/04/2021", None, "2021-04-03", ("2021-03-04",)),
        ("25/04/2021", "US", "2021-04-25", ()),
        ("04/25/2021", "IQ", "2021-04-25", ()),
        ("05/05/2021", None, "2021-05-05", ()),
    ],
)
def test_the_outlets_country_orders_a_date_in_numbers(
    phrase: str, country: str | None, wanted: str, others: tuple[str, ...]
) -> None:
    reading = normalise(phrase, published="2022-02-15", country=country)
    assert (reading.edtf, reading.alternatives) == (wanted, others)


@pytest.mark.parametrize(
    ("phrase", "wanted"),
    [
        ("٥ تشرين الأول ٢٠٢١", "2021-10-05"),
        ("12 كانون الثاني 2022", "2022-01-12"),
        ("3 أيار/مايو 2020", "2020-05-03"),
        ("أغسطس ٢٠١٣", "2013-08"),
        ("5 Tishrin al-Thani 2021", "2021-11-05"),
        ("Kanun al-Awwal 2021", "2021-12"),
        ("9 Nisan 2003", "2003-04-09"),
        ("12 Dey 1400", "2022-01-02"),
        ("۱۴۰۰/۱۰/۱۲", "2022-01-02"),
        ("22 Bahman 1357", "1979-02-11"),
    ],
)
def test_dates_of_the_region_are_converted(phrase: str, wanted: str) -> None:
    assert edtf(phrase) == wanted


def test_a_relative_phrase_without_a_date_of_publication_is_a_problem() -> None:
    reading = normalise("last week", published=None)
    assert reading.edtf is None
    assert reading.problem is not None
    assert reading.problem.code == "no-publication-date"


def test_no_date_at_all_is_no_problem() -> None:
    assert normalise("for three years", published=None).problem is None


def test_since_keeps_the_reading_up_to_publication() -> None:
    reading = normalise("since 2003", published="2022-02-15")
    assert (reading.edtf, reading.alternatives) == ("2003/..", ("2003/2022-02-15",))


@pytest.mark.parametrize(
    ("phrase", "wanted"),
    [
        ("the quarter", "2021-10/2021-12"),
        ("this quarter", "2021-10/2021-12"),
        ("last quarter", "2021-07/2021-09"),
        ("in November", "2021-11"),
        ("July", "2021-07"),
        ("the reporting period", "2021-10/2021-12"),
        ("the same period of 2020", "2020-10/2020-12"),
        ("last month", "2022-01"),
    ],
)
def test_a_report_that_covers_a_period_is_what_its_quarters_hang_on(
    phrase: str, wanted: str
) -> None:
    assert edtf(phrase, period="2021-10-01/2021-12-31") == wanted


@pytest.mark.parametrize(
    ("sentence", "phrase", "wanted"),
    [
        ("He was named in 2014 and left the following year.", "the following year", "2015"),
        ("He was named in March 2014 and left two months later.", "two months later", "2014-05"),
        ("Freed on 3 May 2020, he had been held a week earlier.", "a week earlier",
         "2020-04-20/2020-04-26"),
        ("He was named in March 2014 and left the same month.", "the same month", "2014-03"),
        ("A year earlier, in 2014, he had fled.", "A year earlier", "2013"),
    ],
)  # fmt: skip
def test_an_anaphoric_phrase_counts_at_the_grain_of_its_words(
    sentence: str, phrase: str, wanted: str
) -> None:
    start = sentence.index(phrase)
    assert edtf(phrase, sentence=sentence, start=start) == wanted  # type: ignore[arg-type]


def test_days_cannot_be_counted_from_a_month() -> None:
    sentence = "He was named in March 2014 and left two days later."
    reading = normalise(
        "two days later", published="2022-02-15", sentence=sentence, start=sentence.index("two")
    )
    assert reading.edtf is None


@pytest.mark.parametrize(
    ("sentence", "country", "wanted"),
    [
        ("The Pentagon's budget fell in the first quarter of 2021.", "IQ", "2020-10/2020-12"),
        ("Attacks fell in the first quarter of 2021.", "US", "2021-01/2021-03"),
    ],
)
def test_a_us_offices_budget_makes_a_quarter_fiscal(
    sentence: str, country: str, wanted: str
) -> None:
    phrase = "the first quarter of 2021"
    start = sentence.index(phrase)
    reading = when(sentence, start, start + len(phrase), published="2022-02-15", outlet=country)
    assert reading.edtf == wanted


def test_a_british_financial_year_begins_in_april() -> None:
    assert edtf("financial year 2021-22", country="GB") == "2021-04/2022-03"


def test_the_rows_of_a_table_are_answered_one_by_one(tmp_path: Path) -> None:
    table = tmp_path / "phrases.tsv"
    text = 'He said "it" fell in November.'
    table.write_text(
        "text\tphrase_start\tphrase_end\tpublished\tperiod_covered\toutlet\n"
        f"{text}\t{text.index('November')}\t{text.index('.')}\t2022-02-15\t\t\n"
        "since 2003\t0\t10\t2022-02-15\t\tGB\n"
        "last week\t0\t9\t\t\t\n",
        encoding="utf-8",
    )
    assert [answer(reading) for reading in when_rows(str(table))] == [
        {"edtf": "2021-11", "alternatives": []},
        {"edtf": "2003/..", "alternatives": ["2003/2022-02-15"]},
        {"edtf": None, "alternatives": []},
    ]


days = st.dates(date(1900, 1, 1), date(2090, 12, 31))


@given(days, st.sampled_from(["Monday", "Tuesday", "Friday", "Sunday"]))
def test_a_weekday_lies_in_the_week_before_publication(published: date, name: str) -> None:
    got = normalise(f"on {name}", published=published.isoformat()).edtf
    assert got is not None
    day = date.fromisoformat(got)
    assert day.strftime("%A") == name
    assert timedelta(1) <= published - day <= timedelta(7)


@given(days, st.integers(1, 60), st.sampled_from(["day", "week", "month", "year"]))
def test_so_many_units_ago_is_over_before_publication(
    published: date, count: int, unit: str
) -> None:
    got = normalise(f"{count} {unit}s ago", published=published.isoformat()).edtf
    assert got is not None
    span = days_of(got)
    assert span is not None
    assert span.last is not None
    assert span.last < published


@given(days, st.integers(1, 12), st.integers(1, 28))
def test_a_day_without_a_year_is_the_latest_not_after_publication(
    published: date, month: int, day: int
) -> None:
    name = date(2000, month, 1).strftime("%B")
    got = normalise(f"on {day} {name}", published=published.isoformat()).edtf
    assert got is not None
    found = date.fromisoformat(got)
    assert (found.month, found.day) == (month, day)
    assert found <= published
    assert published - found < timedelta(366)


@given(st.dates(date(1925, 3, 22), date(2060, 3, 19)))
def test_every_day_has_one_solar_date(day: date) -> None:
    year = solar_year_of(day)
    found = [
        (year, month, number)
        for month in range(1, 13)
        for number in range(1, month_length(year, month) + 1)
        if gregorian(year, month, number) == day
    ]
    assert len(found) == 1
