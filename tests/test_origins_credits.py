"""Whose text a document says it is."""

from dataclasses import replace

import pytest
from lineage_cases import account

from hearsay.origins.citing.credits import credited
from hearsay.origins.citing.owners import Owners

OWNERS = Owners.known()
BODY = "Two drones hit the depot near Velan on Monday night."


def names(text, *, publisher="Alder Post", credits=(), byline=None):
    made = account(text, publisher=publisher, credits=credits)
    stated = replace(made.document.stated, byline=byline)
    made = replace(made, document=replace(made.document, stated=stated))
    return [(one.name, one.how) for one in credited(made, OWNERS)]


@pytest.mark.parametrize(
    "text",
    [
        f"VELAN (Reuters) - {BODY}",
        f"VELAN (Reuters) — {BODY}",
        f"Source: Reuters\n\n{BODY}",
        f"By Reuters\n\n{BODY}",
        f"{BODY}\n\nReuters",
        f"{BODY} (Reuters)",
    ],
)
def test_an_agencys_mark_at_the_head_or_foot_says_whose_text_it_is(text):
    assert names(text) == [("Reuters", "wire")]


def test_an_agency_named_in_a_sentence_is_no_mark():
    assert names(f"{BODY} A driver told Reuters that he saw them. Nobody was hurt.") == []


def test_a_line_at_the_foot_says_where_it_first_appeared():
    text = f"{BODY}\n\nThis article was originally published by The Calder Courier."
    assert names(text) == [("The Calder Courier", "first_published")]


def test_a_reprint_names_its_paper():
    text = f"{BODY}\n\nRepublished with permission from Harbour Times."
    assert names(text) == [("Harbour Times", "reprint")]


def test_what_the_document_itself_marks_as_credit_counts():
    text = f"Via Calder Courier\n\n{BODY}"
    assert names(text, credits=(("via", "Calder Courier"),)) == [("Calder Courier", "via")]


def test_an_agency_in_the_byline_has_no_place_in_the_text():
    assert names(BODY, byline="Ilya Verrin and Reuters") == [("Reuters", "wire")]


def test_a_person_in_the_byline_is_no_agency():
    assert names(BODY, byline="Ilya Verrin") == []


def test_who_contributed_is_told_from_whose_text_it_is():
    assert names(f"{BODY}\n\nReuters contributed to this report.") == [("Reuters", "contributed")]


def test_who_contributed_to_a_text_of_another_agency_is_left_out():
    text = f"VELAN (AP) - {BODY}\n\nReuters contributed to this report."
    assert [how for _, how in names(text)] == ["wire"]


def test_of_two_agencies_in_a_byline_the_text_is_the_first_ones():
    assert names(BODY, byline="Reuters, AFP") == [("Reuters", "wire")]


def test_an_outlet_gives_itself_no_credit():
    assert names(f"VELAN (Reuters) - {BODY}", publisher="Reuters") == []


def test_one_agency_under_two_names_is_credited_once():
    assert len(names(f"VELAN (AP) - {BODY}\n\nThe Associated Press")) == 1


def test_the_nearer_paper_stands_before_the_agency():
    text = f"VELAN (Reuters) - {BODY}\n\nThis article was first published by Calder Courier."
    assert [name for name, _ in names(text)] == ["Calder Courier", "Reuters"]
