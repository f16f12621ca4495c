"""The US training report's rows: what is stated, repaired, left out and counted."""

from __future__ import annotations

import pytest
from tables_by_hand import codes, document_of, read_training, reading_of, training

from hearsay.reading.claims import claims_of
from hearsay.reading.tables.countries import country_code
from hearsay.vocabulary.readings import Reading
from hearsay.vocabulary.statements import Assistance, Range

ROW = {
    "course_title": "RANGER COURSE",
    "start_date": "4/13/2009",
    "end_date": "6/12/2009",
    "location": "FT BENNING GA",
    "page_number": "17",
    "quantity": "2",
    "student_unit": "5th Coastal Division",
    "total_cost": "$33,127",
    "us_unit": "Infantry School",
}


def trainings(reading: Reading) -> list[Assistance]:
    return [s for s in reading.statements if isinstance(s, Assistance)]


def without(*columns: str) -> dict[str, str]:
    return {column: words for column, words in ROW.items() if column not in columns}


def test_a_row_is_training_given_to_the_unit_that_it_names() -> None:
    (one,) = trainings(read_training(ROW))
    assert (one.giver.name, one.giver.country, one.kind) == ("United States", "US", "trains")
    assert (one.receiver.name, one.receiver.type) == ("5th Coastal Division", "unit")
    assert one.receiver.country == "IQ"
    assert one.provider is not None
    assert (one.provider.name, one.provider.country) == ("Infantry School", "US")
    assert (one.what, one.people, one.amount) == ("RANGER COURSE", 2, "$33,127")
    assert one.place is not None
    assert one.place.name == "FT BENNING GA"
    assert one.program == "CTFP - FY 2009 DoD Training"


def test_a_course_holds_on_every_day_from_its_first_to_its_last() -> None:
    held = trainings(read_training(ROW))[0].grounds.held
    assert held.ranges == (Range("2009-04-13", "2009-06-12", precise=True),)
    assert (held.begins, held.ends) == (True, True)


def test_the_page_of_the_printed_report_is_on_the_claim() -> None:
    document = document_of(training(ROW))
    (claim,) = claims_of(document, reading_of(document))
    assert claim.page == 17
    assert [s.name for s in claim.speakers] == [
        "US Department of State and US Department of Defense"
    ]


def test_a_row_without_days_is_dated_by_the_fiscal_year_of_its_programme() -> None:
    reading = read_training(without("start_date", "end_date"), program="IMET, FY 01")
    held = trainings(reading)[0].grounds.held
    assert held.ranges == (Range("2000-10-01", "2001-09-30", precise=False),)
    assert (held.begins, held.ends) == (False, False)
    assert codes(reading) == ["undated"]


def test_a_course_that_ends_before_it_begins_gets_no_days() -> None:
    reading = read_training({**ROW, "end_date": "1/12/2009"})
    assert trainings(reading)[0].grounds.held.ranges == (
        Range("2008-10-01", "2009-09-30", precise=False),
    )
    assert "reversed-dates" in codes(reading)


def test_subtotals_are_left_out_and_counted() -> None:
    total = {"quantity": "12", "total_cost": "$95,762", "page_number": "9"}
    reading = read_training(
        ROW, {"course_title": "Fiscal Year 2009 Program Totals", **total}, total, ROW
    )
    assert len(trainings(reading)) == 2
    (told,) = (p for p in reading.problems if p.code == "subtotals")
    assert told.count == 2
    assert "rows 2, 3" in told.message


def test_identical_rows_are_kept_each_and_counted() -> None:
    reading = read_training(ROW, ROW, ROW)
    assert len(trainings(reading)) == 3
    assert [(p.code, p.count) for p in reading.problems] == [("repeats", 2)]


@pytest.mark.parametrize(
    ("merged", "column"),
    [
        (without("end_date") | {"start_date": "4/13/2009 6/12/2009"}, "start_date"),
        (without("start_date") | {"total_cost": "$33,127 4/13/2009"}, "total_cost"),
        (
            without("start_date", "end_date") | {"total_cost": "$33,127  4/13/2009 6/12/2009"},
            "total_cost",
        ),
        (without("quantity") | {"course_title": "RANGER COURSE 2"}, "course_title"),
    ],
)
def test_cells_that_ran_into_one_are_taken_apart_and_told(
    merged: dict[str, str], column: str
) -> None:
    reading = read_training(merged)
    (one,) = trainings(reading)
    (plain,) = trainings(read_training(ROW))
    assert (one.what, one.people, one.amount) == (plain.what, plain.people, plain.amount)
    assert one.grounds.held.ranges == plain.grounds.held.ranges
    assert codes(reading) == ["repaired"]
    assert f'row 1, column "{column}"' in reading.problems[0].message


def test_a_cost_behind_the_unit_is_taken_out_where_the_report_names_no_unit_of_its_own() -> None:
    row = without("total_cost", "us_unit") | {"student_unit": "37 Harbour Hospital 17171"}
    reading = read_training(row)
    (one,) = trainings(reading)
    assert (one.receiver.name, one.amount) == ("37 Harbour Hospital", "17171")
    assert codes(reading) == ["repaired"]
    (kept,) = trainings(read_training(row | {"us_unit": "Infantry School"}))
    assert (kept.receiver.name, kept.amount) == ("37 Harbour Hospital 17171", None)


def test_a_number_at_the_end_of_a_unit_with_a_cost_is_the_units_own() -> None:
    (one,) = trainings(read_training(without("us_unit") | {"student_unit": "Air Wing 25"}))
    assert one.receiver.name == "Air Wing 25"


def test_a_postal_code_in_the_number_of_people_goes_back_to_its_place() -> None:
    (one,) = trainings(read_training(ROW | {"quantity": "1 39529-7099"}))
    assert one.people == 1
    assert one.place is not None
    assert one.place.name == "FT BENNING GA 39529-7099"


def test_a_quantity_that_the_row_itself_corrects_is_corrected() -> None:
    row = ROW | {"quantity": "30", "student_unit": "Harbour School Quantity should be 1 - not 30"}
    reading = read_training(row)
    (one,) = trainings(reading)
    assert (one.receiver.name, one.people) == ("Harbour School", 1)
    assert codes(reading) == ["repaired"]


def test_a_row_that_only_carries_on_the_one_above_is_joined_to_it() -> None:
    rest = {"course_title": "SPANISH", "page_number": "18"}
    reading = read_training(ROW | {"course_title": "NCO DEVELOPMENT -"}, rest, ROW)
    first, second = trainings(reading)
    assert (first.what, second.what) == ("NCO DEVELOPMENT - SPANISH", "RANGER COURSE")
    assert [(p.code, p.count) for p in reading.problems] == [("joined-rows", 1)]


def test_a_row_whose_cells_are_shifted_states_nothing_and_is_told() -> None:
    row = ROW | {"student_unit": "$147,478", "location": "147478", "quantity": "N/A"}
    reading = read_training(row)
    assert trainings(reading) == []
    assert "shifted-row" in codes(reading)


def test_what_only_says_that_nothing_is_given_is_no_name() -> None:
    blank = ROW | {"student_unit": "Not Reported", "us_unit": "N/A - N/A", "total_cost": "$ "}
    reading = read_training(blank)
    (one,) = trainings(reading)
    assert (one.receiver.name, one.receiver.country) == ("Iraq", "IQ")
    assert (one.provider, one.amount) == (None, None)
    assert {(p.code, p.count) for p in reading.problems} == {("blank-cells", 1)}
    assert len(reading.problems) == 3


def test_training_in_the_country_names_a_place_and_nobody_who_trains() -> None:
    row = without("location") | {"us_unit": "Iraq (In Country Training)"}
    (one,) = trainings(read_training(row))
    assert one.provider is None
    assert one.place is not None
    assert one.place.name == "Iraq (In Country Training)"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("ng", "NG"),
        ("Cote D’Ivoire, Republic of", "CI"),
        ("Congo, Democratic Republic of (Kinshasa)", "CD"),
        ("Republic of Congo (Congo - Brazzaville)", "CG"),
        ("Tanzania, United Republic of", "TZ"),
        ("Sudan, Republic of South", "SS"),
        ("St Kitts And Nevis", "KN"),
        ("Guinea - Bissau", "GW"),
        ("ocd-division/country:ml", "ML"),
        ("Tamrin", None),
    ],
)
def test_countries_are_known_as_the_report_writes_them(name: str, code: str | None) -> None:
    assert country_code(name) == code
