"""Who is said to have said it: what an editor wants to be told of, and what not."""

from __future__ import annotations

from two_tellings import found, told

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
