"""Security Force Monitor's older tables: postings, names, parents, sites, and when they held."""

from __future__ import annotations

import pytest
from tables_by_hand import (
    PERSON_COLUMNS,
    A,
    B,
    C,
    codes,
    document_of,
    read_persons,
    read_units,
    reading_of,
    table,
)

from hearsay.reading.claims import claims_of
from hearsay.vocabulary.readings import Reading, Source
from hearsay.vocabulary.statements import (
    Cited,
    Describing,
    Held,
    Naming,
    Positioning,
    Posting,
    Range,
    Relation,
)

PERSON = {
    "Name": "Tarek Olin",
    "Source: Name": f"{A};{B}",
    "Confidence: Name": "Medium",
    "division_id": "tm",
    "Organization": "5 Coastal Brigade",
    "Source: Organization": A,
    "Confidence: Organization": "Low",
}
UNIT = {
    "Organization:Name": "5 Coastal Brigade",
    "Source: Name": A,
    "Organization division_id": "tm",
    "o_id": C,
}


def posting_of(reading: Reading) -> Posting:
    (found,) = (s for s in reading.statements if isinstance(s, Posting))
    return found


def held_of(**cells: str) -> Held:
    named = {name.replace("_", " "): value for name, value in cells.items()}
    row = {"Start date": "Start date? (Y/N)", "End date": "End date? (Y/N)"}
    return posting_of(
        read_persons({**PERSON, **{row.get(name, name): v for name, v in named.items()}})
    ).grounds.held


def test_a_row_is_a_posting_with_each_value_its_sources_and_confidence() -> None:
    posting = posting_of(
        read_persons(
            {
                **PERSON,
                "Role": "Chief of Staff",
                "Source: Role": B,
                "Confidence: Role": "High",
                "Rank": "Colonel",
                "Source: Rank": A,
            }
        )
    )
    assert (posting.person.name, posting.person.type) == ("Tarek Olin", "person")
    assert posting.unit is not None
    assert (posting.unit.name, posting.unit.country) == ("5 Coastal Brigade", "TM")
    assert (posting.role, posting.title, posting.rank) == ("Chief of Staff", None, "Colonel")
    assert posting.grounds.cited == (
        Cited("Name", (A, B), "Medium"),
        Cited("Organization", (A,), "Low"),
        Cited("Role", (B,), "High"),
        Cited("Rank", (A,)),
    )


def test_every_value_of_a_statement_stands_in_its_cells() -> None:
    document = document_of(table(PERSON_COLUMNS, {**PERSON, "First citation": "5/8/2031"}))
    posting = posting_of(reading_of(document))
    words = [span.of(document.text) for span in posting.grounds.spans]
    assert words == ["Tarek Olin", "tm", "5 Coastal Brigade", "5/8/2031"]
    assert posting.person.spans[0].of(document.text) == "Tarek Olin"


# The next six keep what our own issue cites Security Force Monitor's issues 352, 353 and 359 for:
# no end date and no commander is ever invented.


def test_first_cited_is_not_begun_and_last_cited_is_not_ended() -> None:
    held = held_of(First_citation="9/8/2014", Start_date="N", Last_citation="3/2/2016")
    assert held.ranges == (
        Range("2014-09-08", "2014-09-08", precise=True),
        Range("2016-03-02", "2016-03-02", precise=True),
    )
    assert not held.begins
    assert not held.ends


def test_between_two_citations_nothing_is_filled_in() -> None:
    held = held_of(First_citation="2014", Last_citation="May 2016")
    assert [(r.first, r.last, r.precise) for r in held.ranges] == [
        ("2014-01-01", "2014-12-31", False),
        ("2016-05-01", "2016-05-31", False),
    ]


def test_a_start_is_a_start_only_where_the_table_says_so() -> None:
    assert held_of(First_citation="9/8/2014", Start_date="Y").begins
    assert not held_of(First_citation="9/8/2014").begins


def test_no_end_is_invented_where_none_is_given() -> None:
    held = held_of(First_citation="9/8/2014", Start_date="Y")
    assert held.ranges == (Range("2014-09-08", "2014-09-08", precise=True),)
    assert not held.ends


def test_an_end_without_a_date_is_reported_and_not_placed() -> None:
    reading = read_persons({**PERSON, "First citation": "9/8/2014", "End date? (Y/N)": "Y"})
    assert not posting_of(reading).grounds.held.ends
    assert codes(reading) == ["no-date"]


@pytest.mark.parametrize("role", ["", "Spokesman", "Chief of Staff", "Deputy Commander"])
def test_nobody_is_made_a_commander(role: str) -> None:
    posting = posting_of(read_persons({**PERSON, "Role": role, "Source: Role": A if role else ""}))
    assert posting.role == (role or None)
    assert posting.title is None


def test_a_date_that_only_its_parts_give_is_repaired_and_told() -> None:
    split = {"first_month": "10", "first_day": "16", "first_year": "2016"}
    reading = read_persons({**PERSON, "First citation": "10/16/20106", **split})
    assert posting_of(reading).grounds.held.ranges[0].first == "2016-10-16"
    assert codes(reading) == ["repaired-date"]


def test_of_a_date_that_contradicts_itself_only_what_is_common_is_taken() -> None:
    split = {"first_month": "3", "first_day": "30", "first_year": "2011"}
    reading = read_persons({**PERSON, "First citation": "3/20/2011", **split})
    held = posting_of(reading).grounds.held
    assert held.ranges == (Range("2011-03-01", "2011-03-31", precise=False),)
    problem = next(p for p in reading.problems if p.code == "contradictory-date")
    assert 'row 1, column "First citation"' in problem.message


def test_of_two_years_for_one_date_neither_is_taken() -> None:
    split = {"first_month": "6", "first_day": "8", "first_year": "2016"}
    reading = read_persons({**PERSON, "First citation": "6/8/2015", **split})
    assert posting_of(reading).grounds.held.ranges == ()
    assert codes(reading) == ["contradictory-date"]


def test_a_last_date_before_the_first_begins_and_ends_nothing() -> None:
    row = {"First citation": "8/4/2008", "Last citation": "6/30/2008"}
    flags = {"Start date? (Y/N)": "Y", "End date? (Y/N)": "Y"}
    reading = read_persons({**PERSON, **row, **flags})
    held = posting_of(reading).grounds.held
    assert (held.begins, held.ends) == (False, False)
    assert [r.first for r in held.ranges] == ["2008-06-30", "2008-08-04"]
    assert codes(reading) == ["reversed-dates"]


def test_how_a_posting_began_and_ended_is_kept_in_the_tables_words() -> None:
    held = held_of(
        First_citation="9/8/2014",
        Start_date="Y",
        Context_for_start_date="Appointed",
        Last_citation="3/2/2016",
        End_date="Y",
        Context_for_end_date="retired",
    )
    assert (held.begins, held.begins_how) == (True, "Appointed")
    assert (held.ends, held.ends_how) == (True, "retired")


def test_each_alias_is_a_name_of_its_own() -> None:
    aliases = "Aliases or alternative spellings (semi-colon separated)"
    source = "Source: Aliases or alternative spellings"
    reading = read_persons({**PERSON, aliases: "T. Olin ;  Tariq Olin;", source: C})
    names = [s for s in reading.statements if isinstance(s, Naming)]
    assert [(s.name, s.grounds.cited) for s in names] == [
        ("T. Olin", (Cited(aliases, (C,)),)),
        ("Tariq Olin", (Cited(aliases, (C,)),)),
    ]


def test_what_rows_say_again_of_a_person_is_stated_once_and_counted() -> None:
    aliases = "Aliases or alternative spellings (semi-colon separated)"
    row = {**PERSON, aliases: "T. Olin", "Source: Aliases or alternative spellings": C}
    reading = read_persons(row, {**row, "Organization": "6 Coastal Brigade"})
    kinds = [type(s).__name__ for s in reading.statements]
    assert kinds == ["Posting", "Naming", "Posting"]
    assert [(p.code, p.count) for p in reading.problems] == [("repeats", 1)]


def test_what_is_no_id_of_a_source_is_told_with_its_row_and_column() -> None:
    reading = read_persons({**PERSON, "Source: Name": f"nan;{A}"})
    assert posting_of(reading).grounds.cited[0] == Cited("Name", (A,), "Medium")
    (problem,) = reading.problems
    assert problem.message == 'row 1, column "Source: Name": "nan" is no id of a source.'


def test_a_cell_that_no_statement_holds_is_told() -> None:
    row = {**PERSON, "Gender": "F"}
    told = reading_of(
        document_of(table((*PERSON_COLUMNS, "Blood group"), row | {"Blood group": "A"}))
    )
    assert [s.value for s in told.statements if isinstance(s, Describing)] == ["F"]
    assert [p.message for p in told.problems if p.code == "not-read"] == [
        'row 1, column "Blood group": nothing is stated by what stands here.'
    ]


def test_a_row_without_a_name_states_nothing_and_is_told() -> None:
    reading = read_persons({"Organization": "5 Coastal Brigade"})
    assert reading.statements == ()
    assert "no-name" in codes(reading)


def test_a_unit_is_part_of_its_parent_with_the_class_of_the_relation() -> None:
    reading = read_units(
        {
            **UNIT,
            "OrganizationOrganization:parent_id": "2 Division",
            "Source: OrganizationOrganization:parent_id": B,
            "OrganizationOrganization:classification": "Command",
            "UUID: Administrative, Command, or Informal parent relationship": A,
            "OrganizationOrganization:date_first_cited": "2010",
            "OrganizationOrganization:date_last_cited": "4/4/2012",
            "OrganizationOrganization:open_ended": "E",
        }
    )
    (relation,) = (s for s in reading.statements if isinstance(s, Relation))
    assert (relation.unit.name, relation.unit.record) == ("5 Coastal Brigade", C)
    assert (relation.kind, relation.related.name) == ("part_of", "2 Division")
    assert relation.classes == ("Command",)
    assert relation.grounds.held.ends  # E: the last date is the end
    assert relation.grounds.held.assumed is False


def test_open_ended_is_kept_as_an_assumption_and_stretches_nothing() -> None:
    reading = read_units(
        {**UNIT, "Organization:date_first_cited": "2010", "Organization:open_ended? Y/N/E": "Y"}
    )
    (name,) = (s for s in reading.statements if isinstance(s, Describing))
    assert (name.field, name.value) == ("name", "5 Coastal Brigade")
    held = name.grounds.held
    assert held.ranges == (Range("2010-01-01", "2010-12-31", precise=False),)
    assert (held.ends, held.assumed) == (False, True)


def test_a_site_is_a_place_with_its_base_and_the_state_around_it() -> None:
    reading = read_units(
        {
            **UNIT,
            "Headquarters (Barracks, Base, Physical Asset)": "Harbour Barracks",
            "Source: Headquarters": A,
            "Site:geonames_name": "Marsa",
            "Site:geonames_id": "4711",
            "Source: Site:geonames_name": A,
            "Site:admin_level_1_geonames_name": "Coast",
            "Site:admin_level_1_geonames_id": "12",
            "Source: Site:admin_level_1_geonames_name": B,
            "Site:division_id": "tm",
        }
    )
    (site,) = (s for s in reading.statements if isinstance(s, Positioning))
    assert (site.kind, site.place.name, site.place.record) == ("site", "Marsa", "4711")
    assert site.place.country == "TM"
    assert site.base == "Harbour Barracks"
    assert site.within is not None
    assert (site.within.name, site.within.record) == ("Coast", "12")


def test_an_area_of_operations_and_a_membership_are_statements_of_their_own() -> None:
    reading = read_units(
        {
            **UNIT,
            "Area of Operations Geoname": "Northern Coast",
            "Source: Area of Operations": A,
            "OrganizationMembership:member_id": "Operation Sea Wall",
            "Source: OrganizationMembership:member_id": A,
        }
    )
    area = next(s for s in reading.statements if isinstance(s, Positioning))
    member = next(s for s in reading.statements if isinstance(s, Relation))
    assert (area.kind, area.place.name) == ("area", "Northern Coast")
    assert (member.kind, member.related.name) == ("member_of", "Operation Sea Wall")


def test_dates_of_a_parent_that_is_not_named_state_nothing_and_are_told() -> None:
    reading = read_units({**UNIT, "OrganizationOrganization:date_first_cited": "2010"})
    assert not any(isinstance(s, Relation) for s in reading.statements)
    assert codes(reading) == ["nothing-named"]


def test_a_claim_goes_from_the_table_to_the_publications_that_its_row_cites() -> None:
    row = {**PERSON, "Source: Organization": C}
    document = document_of(table(PERSON_COLUMNS, row))
    listed = (
        Source(A, title="Sea wall", publication="Coast Gazette"),
        Source(B, title="Harbour", publication="Daily Lantern"),
    )
    (claim,) = claims_of(document, reading_of(document, *listed))
    assert [s.name for s in claim.speakers] == [
        "Security Force Monitor",
        "Coast Gazette and Daily Lantern",
    ]
    assert "Name:\tTarek Olin" in claim.words
    (alone,) = claims_of(document, reading_of(document))
    assert [s.name for s in alone.speakers] == ["Security Force Monitor"]


def test_ids_that_the_list_of_sources_has_not_are_told_once() -> None:
    document = document_of(table(PERSON_COLUMNS, PERSON))
    reading = reading_of(document, Source(A, publication="Coast Gazette"))
    assert [(p.code, p.count) for p in reading.problems] == [("unknown-sources", 1)]
    assert [source.id for source in reading.sources] == [A]


def test_a_list_of_sources_keeps_what_its_ids_stand_for_and_claims_nothing() -> None:
    columns = ("source_id", "title", "published_on", "publication_title", "source_url", "country")
    row = (A, "Sea wall", "2031-05-08", "Coast Gazette", "https://gazette.example/1", "Tamrin")
    document = document_of(table(columns, dict(zip(columns, row, strict=True))))
    reading = reading_of(document)
    (source,) = reading.sources
    assert (source.id, source.publication, source.published) == (A, "Coast Gazette", "2031-05-08")
    assert claims_of(document, reading) == ()


def test_a_reading_with_other_sources_is_another_reading() -> None:
    document = document_of(table(PERSON_COLUMNS, PERSON))
    readers = {
        reading_of(document).reader,
        reading_of(document, Source(A, publication="Coast Gazette")).reader,
        reading_of(document, Source(A, publication="Daily Lantern")).reader,
    }
    assert len(readers) == 3


POSTED = {"Name": "Petra Anselm", "Organization": "5 Coastal Brigade", "Role": "Commander"}


def test_of_a_year_and_a_day_in_it_the_first_is_no_later_than_the_last() -> None:
    (posting,) = read_persons(
        {**POSTED, "First citation": "2004", "Last citation": "9/3/2004", "End date? (Y/N)": "Y"}
    ).statements
    held = posting.grounds.held
    assert held.ranges == (
        Range("2004-01-01", "2004-09-03", precise=False),
        Range("2004-09-03", "2004-09-03", precise=True),
    )
    assert held.ends


def test_a_year_after_a_day_in_it_is_the_last_and_not_the_first() -> None:
    (posting,) = read_persons(
        {**POSTED, "First citation": "1/19/2004", "Last citation": "2004", "End date? (Y/N)": "Y"}
    ).statements
    first, last = posting.grounds.held.ranges
    assert (first.first, first.precise) == ("2004-01-19", True)
    assert (last.first, last.last, last.precise) == ("2004-01-19", "2004-12-31", False)


def test_a_table_without_ids_keeps_persons_by_their_names() -> None:
    rows = [{**POSTED, "Name": name, "division_id": "ng"} for name in ("Musa Ali", "Musa  Ali")]
    records = {s.person.record for s in read_persons(*rows).statements if isinstance(s, Posting)}
    assert records == {"ng:Musa Ali"}
