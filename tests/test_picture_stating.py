"""What the claims of one document state, and when it is said to hold."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hearsay.picture.stating import statements_of
from hearsay.picture.stating.parties import entity_type
from hearsay.vocabulary.readings import Argument, Attribution, Event
from hearsay.vocabulary.spans import Span
from hearsay.vocabulary.statements import (
    OPEN,
    Affiliation,
    Assistance,
    Commitment,
    Incident,
    Posting,
    Range,
    Relation,
    Statement,
    parties_of,
)
from tests.statements_by_hand import PUBLISHED, Marked, document_of


def stated(marked: Marked, *, period: str | None = None) -> tuple[Statement, ...]:
    return statements_of(document_of(marked.text, period=period), marked.reading())


def only(marked: Marked, *, period: str | None = None) -> Statement:
    (one,) = stated(marked, period=period)
    return one


def test_puts_rank_role_and_unit_of_one_person_into_one_posting() -> None:
    text = Marked("Colonel Petra Anselm, spokeswoman of the General Staff, would not say.")
    person = text.mention("Petra Anselm", "Person")
    text.says(person, "has_rank", text.mention("Colonel", "Rank"))
    text.says(person, "has_role", text.mention("spokeswoman", "Role", "nominal"))
    text.says(person, "is_posted", text.mention("General Staff", "Organization"))
    one = only(text)
    assert isinstance(one, Posting)
    assert (one.rank, one.role, one.unit and one.unit.name) == (
        "Colonel",
        "spokeswoman",
        "General Staff",
    )


def test_who_commands_a_unit_is_posted_to_it_once() -> None:
    text = Marked("Haydar Salmani took command of the 5th Division on 21 November 2021.")
    person = text.mention("Haydar Salmani", "Person")
    unit = text.mention("5th Division", "Organization")
    day = text.time("on 21 November 2021", "2021-11-21")
    text.says(person, "is_posted", unit, time=day).says(person, "commands", unit, time=day)
    one = only(text)
    assert isinstance(one, Posting)
    assert one.role == "commander"
    assert one.grounds.held.ranges == (Range("2021-11-21", "2021-11-21", True),)
    assert one.grounds.held.begins


def test_what_is_said_in_the_present_holds_on_the_day_it_was_printed() -> None:
    text = Marked("The 9th Division is part of the Army.")
    text.says(
        text.mention("9th Division", "Organization"),
        "part_of",
        text.mention("Army", "Organization"),
    )
    one = only(text)
    assert isinstance(one, Relation)
    assert one.grounds.held.ranges == (Range(PUBLISHED, PUBLISHED, True),)
    assert one.grounds.held.by == "publication"


def test_what_is_said_in_the_past_is_not_stretched_to_the_present() -> None:
    text = Marked("Salmani commanded the Hadra brigade.")
    text.says(
        text.mention("Salmani", "Person"), "commands", text.mention("Hadra brigade", "Organization")
    )
    assert only(text).grounds.held.ranges == (Range(OPEN, PUBLISHED, False),)


def test_a_former_officer_is_no_officer_now() -> None:
    text = Marked("The former commander Anton Rusk of the Border Guard spoke.")
    text.says(
        text.mention("commander Anton Rusk", "Person"),
        "is_posted",
        text.mention("Border Guard", "Organization"),
    )
    assert only(text).grounds.held.ranges[0].first == OPEN


def test_a_month_says_on_one_day_at_least() -> None:
    text = Marked("In September the Corps backed the Covenant Party.")
    month = text.time("September", "2021-09")
    text.says(
        text.mention("Corps", "Organization"),
        "backs",
        text.mention("Covenant Party", "Organization"),
        time=month,
    )
    one = only(text)
    assert isinstance(one, Affiliation)
    assert one.grounds.held.ranges == (Range("2021-09-01", "2021-09-30", False),)


def test_since_a_year_began_in_it_and_goes_on() -> None:
    text = Marked("The Corps has backed the Covenant Party since 2014.")
    year = text.time("since 2014", "2014/..")
    text.says(
        text.mention("Corps", "Organization"),
        "backs",
        text.mention("Covenant Party", "Organization"),
        time=year,
    )
    held = only(text).grounds.held
    assert held.begins
    assert held.ranges == (
        Range("2014-01-01", "2014-12-31", False),
        Range(PUBLISHED, PUBLISHED, True),
    )


def test_long_after_an_event_says_some_day_since() -> None:
    text = Marked("Averne funded the Ministry long after the war of 2003.")
    after = text.time("long after the war of 2003", "2003/..")
    text.says(
        text.mention("Averne", "Place"),
        "funds",
        text.mention("Ministry", "Organization"),
        time=after,
    )
    held = only(text).grounds.held
    assert not held.begins
    assert held.ranges == (Range("2003-01-01", PUBLISHED, False),)


def test_a_date_in_another_clause_dates_nothing() -> None:
    text = Marked("The armed wing of the Covenant Party, which lost the election of 10 October.")
    day = text.time("10 October", "2021-10-10")
    text.says(
        text.mention("armed wing", "Organization", "nominal"),
        "arm_of",
        text.mention("Covenant Party", "Organization"),
        time=day,
    )
    assert only(text).grounds.held.by == "publication"


def test_a_report_on_a_quarter_tells_of_that_quarter() -> None:
    text = Marked("Oshand influences the Rapid Directorate.")
    text.says(
        text.mention("Oshand", "Place"),
        "influences",
        text.mention("Rapid Directorate", "Organization"),
    )
    one = only(text, period="2021-10-01/2021-12-31")
    assert one.grounds.held.ranges == (Range("2021-10-01", "2021-12-31", False),)
    assert one.grounds.held.by == "period"


def test_an_incident_without_a_date_gets_none() -> None:
    text = Marked("Fighters struck the depot.")
    actor = text.mention("Fighters", "Organization", "nominal")
    target = text.mention("depot", "Place", "nominal")
    text.happened(
        Event(
            "e1", "attack", text.span("struck"), "accomplished",
            (Argument("actor", actor), Argument("target", target)), "s1",
        )
    )  # fmt: skip
    one = only(text)
    assert isinstance(one, Incident)
    assert one.grounds.held.ranges == ()
    assert [party.name for part, party in parties_of(one)] == ["Fighters", "depot"]


def test_help_that_is_threatened_is_not_given() -> None:
    text = Marked("Averne threatened to stop funding the Interior Ministry.")
    text.says(
        text.mention("Averne", "Place"), "funds", text.mention("Interior Ministry", "Organization")
    )
    one = only(text)
    assert isinstance(one, Assistance)
    assert one.status == "threatened"


def test_the_head_of_a_name_says_what_it_is() -> None:
    kinds = {
        "Ministry of Defence": "organization",
        "5th Brigade of the Army": "unit",
        "Ministry of Interior forces": "unit",
        "Armed Forces Committee": "organization",
        "Federal Police": "unit",
        "Covenant Party": "organization",
    }
    assert {name: entity_type(name, "organization") for name in kinds} == kinds


def test_each_rank_of_a_sentence_is_dated_by_the_words_behind_it() -> None:
    text = Marked("Petra Anselm was a colonel in May and a major general in November.")
    person = text.mention("Petra Anselm", "Person")
    may = text.time("May", "2021-05")
    text.time("November", "2021-11")
    text.says(person, "has_rank", text.mention("colonel", "Rank"), time=may)
    # The reader takes a rank apart now and then.
    text.says(person, "has_rank", text.mention("major", "Rank"), time=may)
    text.says(person, "has_rank", text.mention("general", "Rank"), time=may)
    found = [one for one in stated(text) if isinstance(one, Posting)]
    assert [(one.rank, one.grounds.held.ranges[0].first) for one in found] == [
        ("colonel", "2021-05-01"),
        ("major general", "2021-11-01"),
    ]


def test_a_description_that_sums_up_others_states_nothing_of_its_own() -> None:
    text = Marked("The 5th Division and the 8th Division are the units that Oshand sways.")
    oshand = text.mention("Oshand", "Place")
    for unit in ("5th Division", "8th Division"):
        text.says(oshand, "influences", text.mention(unit, "Organization"))
    text.says(oshand, "influences", text.mention("units", "Organization", "nominal"))
    names = {one.other.name for one in stated(text) if isinstance(one, Affiliation)}
    assert names == {"5th Division", "8th Division"}


def test_a_description_of_what_something_is_relates_it_to_nothing_new() -> None:
    text = Marked("Gunmen fear the military arm of the Harbour Council of Marsa.")
    arm = text.mention("military arm of the Harbour Council of Marsa", "Organization", "nominal")
    text.says(arm, "arm_of", text.mention("Harbour Council", "Organization"))
    assert stated(text) == ()


def test_a_name_beside_an_office_does_not_succeed_in_it() -> None:
    text = Marked("Minister of Harbours, Ilhan Merrow, left.")
    merrow, office = (
        text.mention("Ilhan Merrow", "Person"),
        text.mention("Minister of Harbours", "Person"),
    )
    text.says(merrow, "succeeds", office)
    assert stated(text) == ()


def test_a_government_is_not_the_force_that_it_is_carried_to() -> None:
    text = Marked("Units of the Tamrini Security Forces obey the Tamrini government.")
    forces = text.mention("Tamrini Security Forces", "Organization")
    government = text.mention("Tamrini government", "Organization", refers=forces)
    text.says(text.mention("Units", "Organization", "nominal"), "loyal_to", government)
    one = only(text)
    assert isinstance(one, Affiliation)
    assert one.other.name == "Tamrini government"


def test_militias_in_general_are_not_the_one_body_that_is_named() -> None:
    text = Marked("The Coast Committee met. Oshand backs the militias.")
    committee = text.mention("Coast Committee", "Organization")
    militias = text.mention("militias", "Organization", "nominal", refers=committee)
    text.says(text.mention("Oshand", "Place"), "backs", militias)
    one = only(text)
    assert isinstance(one, Affiliation)
    assert (one.other.name, one.other.named) == ("militias", False)


def test_what_a_body_is_said_to_have_is_not_another_body() -> None:
    text = Marked("The Harbour House met. Its guest leads the Study Committee's security force.")
    house = text.mention("Harbour House", "Organization")
    committee = text.mention("Study Committee", "Organization")
    force = text.mention("security force", "Organization", "nominal", refers=house)
    text.says(force, "part_of", committee)
    one = only(text)
    assert isinstance(one, Relation)
    assert (one.unit.name, one.related.name) == ("security force", "Study Committee")


@pytest.mark.parametrize(
    ("words", "phrase", "edtf", "day"),
    [
        ("Last month, Merrow promised that he would go.", "Last month", "2022-01", "2022-01-01"),
        (
            "Merrow promised on 3 February that he would leave.",
            "3 February",
            "2022-02-03",
            "2022-02-03",
        ),
        ("Merrow promised that he would leave in March.", "March", "2022-03", PUBLISHED),
    ],
)
def test_a_promise_is_dated_by_when_it_was_given(
    words: str, phrase: str, edtf: str, day: str
) -> None:
    text = Marked(words)
    merrow = text.mention("Merrow", "Person")
    text.time(phrase, edtf)
    start = words.index("that")
    said = Attribution(
        "a1", (text.span("Merrow"),), (text.span("promised"),), (Span(start, len(words) - 1),),
        None, merrow, None, (merrow,), "promised", "indirect", "affirmed", (), (), 0.9,
    )  # fmt: skip
    reading = replace(text.reading(), attributions=(said,))
    (one,) = statements_of(document_of(text.text), reading)
    assert isinstance(one, Commitment)
    assert one.grounds.held.ranges[0].first == day
