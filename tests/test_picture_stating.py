"""What the claims of one document state, and when it is said to hold."""

from __future__ import annotations

from hearsay.picture.stating import statements_of
from hearsay.picture.stating.parties import entity_type
from hearsay.vocabulary.readings import Argument, Event
from hearsay.vocabulary.statements import (
    OPEN,
    Affiliation,
    Assistance,
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
