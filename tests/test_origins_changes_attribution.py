"""Who is said to have said it: what an editor wants to be told of, and what not."""

from __future__ import annotations

import pytest
from two_tellings import found, told

from hearsay.origins.differing.told import Told

FLED = "the gunmen fled over the river towards Pell"


def test_a_source_that_is_no_longer_named_is_a_change_of_attribution() -> None:
    before = told("k1", f"Police said {FLED}.", by="Police", cue="said", words=FLED)
    after = told("k2", f"T{FLED[1:]}.", words=f"T{FLED[1:]}")
    assert found(before, after) == [("attribution", "Police", None)]


def test_officials_who_become_a_ministry_are_a_change_of_attribution() -> None:
    before = told(
        "k1", f"Officials said {FLED}.", by="Officials", form="nominal", cue="said", words=FLED
    )
    after = told(
        "k2", f"The Pallas Bureau said {FLED}.", by="Pallas Bureau", cue="said", words=FLED
    )
    assert found(before, after) == [("attribution", "Officials", "Pallas Bureau")]


def test_a_title_shortened_is_the_same_source() -> None:
    before = told(
        "k1", f"General Ivar Tolm said {FLED}.", by="General Ivar Tolm", cue="said", words=FLED
    )
    after = told("k2", f"Tolm said {FLED}.", by="Tolm", cue="said", words=FLED)
    assert found(before, after) == []


def test_citing_the_outlet_that_says_it_itself_is_no_change() -> None:
    before = told("k1", f"T{FLED[1:]}.", outlet="Velan Tribune")
    after = told(
        "k2", f"The Velan Tribune said {FLED}.", by="Velan Tribune", cue="said", words=FLED
    )
    assert found(before, after) == []


def test_a_paper_credited_with_what_it_printed_is_no_other_source() -> None:
    before = told(
        "k1", f"The Pallas Bureau said {FLED}.", by="Pallas Bureau", cue="said", words=FLED,
        outlet="Velan Tribune",
    )  # fmt: skip
    after = told(
        "k2", f"The Velan Tribune said {FLED}.", by="Velan Tribune", cue="said", words=FLED
    )
    assert found(before, after) == []


def test_two_spellings_of_one_printed_source_are_the_same() -> None:
    before = told("k1", f"The Pallas Bureau said {FLED}.", by="Pallas Bureau", cue="said")
    after = told("k2", f"Pallas Bureau said {FLED}.", by="Pallas Bureau", cue="said")
    assert found(before, after) == []


def people(node: str, who: str) -> Told:
    text = f"{who} said {FLED}."
    return told(node, text, by=who, form="nominal", cue="said", words=FLED)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Hospital officials", "The rebels"),
        ("A doctor in Halm", "Witnesses"),
        ("Diplomats", "Soldiers"),
    ],
)
def test_another_kind_of_people_is_another_source(before: str, after: str) -> None:
    assert found(people("k1", before), people("k2", after)) == [("attribution", before, after)]


@pytest.mark.parametrize(
    ("before", "after"),
    [("Residents", "Witnesses"), ("A security source", "Officials"), ("Police", "Policemen")],
)
def test_two_words_that_may_be_said_of_the_same_people_are_no_change(
    before: str, after: str
) -> None:
    assert found(people("k1", before), people("k2", after)) == []


def test_why_somebody_is_not_named_is_worth_telling_where_it_is_dropped() -> None:
    bare = "two colonels"
    full = f"{bare} who were not allowed to speak"
    changes = found(people("k1", full), people("k2", bare))
    assert changes == [("attribution", full, bare)]


def test_a_spokesman_speaks_for_his_body() -> None:
    before = told("k1", f"The Pallas Bureau said {FLED}.", by="Pallas Bureau", cue="said",
                  words=FLED)  # fmt: skip
    assert found(before, people("k2", "A bureau spokesman")) == []


def test_the_same_sentence_cites_the_same_one() -> None:
    text = f"The general said {FLED}."
    before = told("k1", text, by="general", cue="said", words=FLED)
    after = told("k2", f"It was dark. {text}", by="general", cue="said", words=FLED)
    assert found(before, after) == []


def test_whom_two_newspapers_stand_for_is_another_than_who_was_named() -> None:
    before = told(
        "k1", f"The Pallas Bureau said {FLED}.", by="The Pallas Bureau", cue="said", words=FLED
    )
    after = told(
        "k2", f"Two newspapers reported {FLED}.", by="Two newspapers", form="nominal",
        cue="reported", words=FLED,
    )  # fmt: skip
    assert found(before, after) == [("attribution", "The Pallas Bureau", "Two newspapers")]


def test_a_newspaper_of_a_name_may_be_credited_with_what_it_printed() -> None:
    before = told(
        "k1", f"The Pallas Bureau said {FLED}.", by="The Pallas Bureau", cue="said", words=FLED,
        outlet="Velan Press",
    )  # fmt: skip
    after = told(
        "k2", f"The Velan Press reported {FLED}.", by="The Velan Press", cue="reported", words=FLED
    )
    assert found(before, after) == []


def test_a_report_that_is_given_for_what_it_heard_from_others_is_another_source() -> None:
    before = told(
        "k1", "The Velan Bureau judged that most units obeyed the orders of the cabinet.",
        by="The Velan Bureau", cue="judged", words="most units obeyed the orders of the cabinet",
        outlet="Office of the Inspector for Overseas Missions",
    )  # fmt: skip
    after = told(
        "k2",
        "The Inspector for Overseas Missions says that most units obeyed its orders.",
        by="The Inspector for Overseas Missions",
        cue="says",
        words="most units obeyed its orders",
    )
    assert found(before, after) == [
        ("attribution", "The Velan Bureau", "The Inspector for Overseas Missions")
    ]
