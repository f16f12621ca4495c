"""What differs between two tellings of one thing, and what is only another way to say it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from two_tellings import found, plain, told

from hearsay.origins.differing.changing import Told, changes_between, kinds
from hearsay.plugins import names
from hearsay.vocabulary.spans import Span


def test_every_kind_of_change_has_its_file() -> None:
    assert len(kinds()) == 10
    assert set(names("hearsay.origins.differing.changes")) == {
        "quotation", "attribution", "certainty", "quantity", "scope", "predicate", "cause",
        "time", "entity", "polarity",
    }  # fmt: skip


def test_a_word_swapped_within_quotation_marks_is_shown_on_both_sides() -> None:
    before = "The mayor said: “We will bring those who paid the gunmen to court.”"
    after = "“We will bring those who hired the gunmen to court,” the mayor said."
    assert plain(before, after) == [("quotation", "paid", "hired")]


def test_a_word_dropped_from_a_quotation_is_shown_with_its_neighbours() -> None:
    before = "“We warned the council three times about the fuel,” he said."
    after = "“We warned the council about the fuel,” he said."
    assert plain(before, after) == [("quotation", "council three times about", "council about")]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("“It was dark, there was fog and we saw nobody there,” he said.",
         "“It was dark … and we saw nobody there,” he said."),
        ("“They [the guards] did their duty on that night,” he said.",
         "“They did their duty on that night,” he said."),
        ("“We don't know who gave the order to them,” he said.",
         "“We do not know who gave the order to them,” he said."),
        ("“The defence of the harbour is our duty,” he said.",
         "“The defense of the harbor is our duty,” he said."),
        ("“We will not leave until the last man is home,” he said.",
         "He said they would “not leave until the last man is home”."),
    ],
)  # fmt: skip
def test_ellipses_brackets_contractions_spelling_and_shorter_quotations_change_nothing(
    before: str, after: str
) -> None:
    assert plain(before, after) == []


def test_a_hedge_that_is_dropped_is_a_change_of_certainty() -> None:
    changes = plain(
        "The unit allegedly sold fuel to smugglers at Orsa.",
        "The unit sold fuel to smugglers at Orsa.",
    )
    assert changes == [("certainty", "allegedly", None)]


def test_what_goes_together_and_what_brings_about_differ_in_certainty() -> None:
    changes = plain(
        "Smoke from the depot is associated with illness among the guards.",
        "Smoke from the depot increases the risk of illness among the guards.",
    )
    assert changes == [("certainty", "is associated with", "increases the risk of")]


def test_a_hedge_that_moved_to_another_place_of_the_sentence_is_no_change() -> None:
    before = told("k1", "The unit allegedly sold fuel to smugglers at Orsa.")
    words = "the unit sold fuel to smugglers at Orsa"
    after = told("k2", f"It is alleged that {words}.", words=words)
    assert found(before, after) == []


def test_the_month_of_may_hedges_nothing() -> None:
    assert plain("The unit left Orsa in May.", "The unit left Orsa in spring.") == []


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("At least 14 guards were wounded at Sorn.", "14 guards were wounded at Sorn.",
         ("At least 14 guards", "14 guards")),
        ("They counted 31 attacks on patrols.", "They counted 45 attacks on patrols.",
         ("31 attacks", "45 attacks")),
        ("The boats cost 3 million crowns a year.", "The boats cost 3 billion crowns a year.",
         ("3 million crowns", "3 billion crowns")),
    ],
)  # fmt: skip
def test_another_number_or_bound_is_a_change_of_quantity(
    before: str, after: str, shown: tuple[str, str]
) -> None:
    assert plain(before, after) == [("quantity", *shown)]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Twelve men were killed at the gate.", "12 men were killed at the gate."),
        ("About 300 people waited there.", "Around 300 people waited there."),
        ("40 per cent of the men left the camp.", "Forty percent of the men left the camp."),
        ("The 5th and 8th Divisions stayed.", "The fifth and eighth divisions stayed."),
        ("Zherin, Oshand and Averne sent ships.", "Averne, Zherin and Oshand sent ships."),
        ("Border guards attacked the convoy.", "The convoy was attacked by border guards."),
    ],
)  # fmt: skip
def test_grammar_and_house_style_are_no_change(before: str, after: str) -> None:
    assert plain(before, after) == []


def test_a_part_that_becomes_the_whole_is_a_change_of_scope() -> None:
    changes = plain("Some elements of the coast guard took bribes.", "The coast guard took bribes.")
    assert [kind for kind, _, _ in changes] == ["scope"]


def test_most_against_all_is_a_change_of_scope() -> None:
    changes = plain(
        "Most villages on the river were shelled.", "All villages on the river were shelled."
    )
    assert [kind for kind, _, _ in changes] == ["scope"]


def test_what_is_spread_over_the_whole_or_massed_in_a_part_differs_twice() -> None:
    changes = plain(
        "Informers of the league are scattered throughout the customs service.",
        "Informers of the league are concentrated in the harbour police.",
    )
    assert ("predicate", "scattered throughout", "concentrated in") in changes
    assert "scope" in [kind for kind, _, _ in changes]


def test_words_that_no_table_knows_are_passed_over() -> None:
    assert plain("The troops mended the road to Pell.", "The troops relaid the road to Pell.") == []


def test_a_denied_claim_differs_in_polarity() -> None:
    changes = plain("The guards fired on the crowd.", "The guards never fired on the crowd.")
    assert [kind for kind, _, _ in changes] == ["polarity"]


def test_a_cause_that_the_other_document_gives_nowhere_is_shown() -> None:
    effect, cause = "Patrols along the river were stopped", "a shortage of fuel"
    before = told("k1", f"{effect}.")
    after = told("k2", f"{effect} due to {cause}.", cause=("due to", cause, effect))
    assert found(before, after) == [("cause", None, cause)]


def test_a_cause_told_elsewhere_in_the_earlier_document_is_no_change() -> None:
    effect, cause = "Patrols along the river were stopped", "a shortage of fuel"
    before = told("k1", f"{effect}. There was a shortage of fuel.", words=effect)
    after = told("k2", f"{effect} due to {cause}.", cause=("due to", cause, effect))
    assert found(before, after) == []


def test_another_date_is_a_change_of_time_and_a_less_exact_one_is_not() -> None:
    def on(node: str, phrase: str, edtf: str) -> Told:
        return told(node, f"The barracks at Sorn were shelled {phrase}.", times=((phrase, edtf),))

    fourth = on("k1", "on 4 March 2021", "2021-03-04")
    assert found(fourth, on("k2", "on 9 March 2021", "2021-03-09")) == [
        ("time", "on 4 March 2021", "on 9 March 2021")
    ]
    assert found(fourth, on("k2", "in March 2021", "2021-03")) == []


def test_the_arm_of_two_parties_is_a_change_of_entity() -> None:
    def arm(node: str, party: str) -> Told:
        text = f"The Marrin Corps is the military arm of the {party}."
        return told(node, text, named=((party, "Organization"),))

    changes = found(arm("k1", "Free Coast Party"), arm("k2", "National Reform Council"))
    assert changes == [("entity", "Free Coast Party", "National Reform Council")]


def test_an_acronym_is_the_same_entity() -> None:
    name = "Border Protection Force"
    before = told("k1", f"The {name} closed the road.", named=((name, "Organization"),))
    after = told("k2", "The BPF closed the road.", named=(("BPF", "Organization"),))
    assert found(before, after) == []


@pytest.mark.parametrize(
    "frame",
    [
        "{} wins the race for the harbour council | Velan Tribune",
        "A guard stands at the harbour gate in Orsa. (Photo by {} / APA)",
    ],
)
def test_credits_and_titles_of_a_page_change_nothing(frame: str) -> None:
    one, other = (
        told(node, frame.format(name), named=((name, "Person"),))
        for node, name in (("k1", "Edo Marsk"), ("k2", "Ivar Tolm"))
    )
    assert found(one, other) == []


def test_two_figures_in_one_document_are_figures_of_two_things() -> None:
    one = told("k1", "The mayor of Orsa has 12 guards. The mayor of Pell has 40 guards.",
               words="The mayor of Orsa has 12 guards")  # fmt: skip
    start = len("The mayor of Orsa has 12 guards. ")
    span = Span(start, len(one.account.document.text) - 1)
    claim = replace(one.claim, id="k2", spans=(span,), words=span.of(one.account.document.text))
    assert found(one, Told("k2", claim, one.account)) == []


def test_a_changed_word_is_told_by_the_claim_in_which_it_stands() -> None:
    before = told("k1", "“We shut the gate at nine and the guards were paid that night,” he said.")
    text = "“We shut the gate at nine and the guards were beaten that night,” he said."
    parts = ("We shut the gate at nine", "the guards were beaten that night")
    first, second = (told("k2", text, words=words) for words in parts)
    second = replace(second, claim=replace(second.claim, id="k3"))
    account = replace(first.account, claims=(first.claim, second.claim))
    told_by = [found(before, replace(one, account=account)) for one in (first, second)]
    assert told_by == [[], [("quotation", "paid", "beaten")]]


def test_the_name_of_a_day_is_another_date_where_the_documents_say_so() -> None:
    def on(node: str, phrase: str, edtf: str) -> Told:
        text = f"The barracks at Sorn were shelled {phrase}."
        return told(node, text, times=((phrase, edtf),))

    monday = on("k1", "on Monday", "2021-11-29")
    assert found(monday, on("k2", "on 27 November 2021", "2021-11-27")) == [
        ("time", "on Monday", "on 27 November 2021")
    ]
    assert found(monday, on("k2", "on 29 November 2021", "2021-11-29")) == []
    # A site's stamp may be a day late.
    assert found(on("k1", "today", "2021-12-01"), on("k2", "on 30 November", "2021-11-30")) == []


def test_a_hedge_is_missed_under_a_cue_that_only_reports() -> None:
    words = "The 4th Regiment is under the influence of the league"
    hedged = "the 4th Regiment is thought to be under the influence of the league"
    before = told("k1", f"The Audit Office said {hedged}.", by="Audit Office", cue="said",
                  words=hedged)  # fmt: skip
    after = told("k2", f"{words}, the Courier reported, citing the Audit Office.",
                 by="Audit Office", cue="reported … citing", words=words)  # fmt: skip
    assert found(before, after) == [("certainty", "thought to be", None)]


def test_two_times_that_run_on_are_compared_by_their_beginnings() -> None:
    def since(node: str, phrase: str, edtf: str) -> Told:
        text = f"General Oda has led the coast guard {phrase}."
        return told(node, text, times=((phrase, edtf),))

    early = since("k1", "since 2016", "2016/..")
    assert found(early, since("k2", "since 2018", "2018/..")) == [
        ("time", "since 2016", "since 2018")
    ]
    assert found(early, since("k2", "since May 2016", "2016-05/..")) == []
    assert found(early, since("k2", "in 2018", "2018")) == []


def test_the_same_day_of_the_week_seven_days_apart_is_no_change() -> None:
    one = told("k1", "The fort at Gaal was shelled on Monday.", times=(("Monday", "2021-11-22"),))
    date = "Monday, 29 November 2021"
    other = told("k2", f"The fort at Gaal was shelled on {date}.", times=((date, "2021-11-29"),))
    assert found(one, other) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Fuel and spare parts for the force as a whole were sold.",
         "Fuel and spare parts for the force were sold."),
        ("As part of the pact the militia left Orsa.", "The militia left Orsa under the pact."),
        ("A few years later the mill at Pell closed.", "Years later the mill at Pell closed."),
    ],
)  # fmt: skip
def test_words_for_a_part_that_limit_nothing_are_no_change(before: str, after: str) -> None:
    assert plain(before, after) == []


def test_a_claim_that_begins_within_its_phrase_says_nothing_of_the_whole() -> None:
    text = "Most summits held at Halm are staged affairs."
    after = told("k2", text, words="summits held at Halm are staged affairs")
    assert found(told("k1", text), after) == []


def test_what_comes_on_top_is_another_count() -> None:
    before = "The army killed 64 fighters of the Ash Column."
    assert plain(before, "The army killed a further 31 fighters of the Ash Column.") == []


def test_how_long_something_took_is_held_no_less_exactly_for_over() -> None:
    assert plain("Three posts fell over four days.", "Three posts fell in four days.") == []


def test_what_is_quoted_twice_in_one_text_may_have_been_said_twice() -> None:
    one = told("k1", "“We will hold the upper pass this winter,” he said. "
                     "“We will hold the lower pass this winter,” he said.",
               words="We will hold the upper pass this winter")  # fmt: skip
    text = one.account.document.text
    words = "We will hold the lower pass this winter"
    span = Span(text.index(words), text.index(words) + len(words))
    claim = replace(one.claim, id="k2", spans=(span,), words=words)
    assert found(one, Told("k2", claim, one.account)) == []


def test_bodies_swayed_by_some_and_bodies_where_they_sit_differ_in_predicate() -> None:
    changes = plain(
        "The units under the strongest Oshandi influence are the River Police and the 5th Division "
        "of the Army.",
        "Friends of Oshand are concentrated in the River Police and the 5th Division of the Army.",
    )
    assert ("predicate", "under the strongest Oshandi influence", "concentrated in") in changes


def test_what_was_done_counts_among_the_words_where_it_is_taken_for_a_cue() -> None:
    words = "the brigade to leave the city"
    before, after = (
        told(node, f"The general {verb} {words}.", by="general", cue=verb, words=words)
        for node, verb in (("k1", "urged"), ("k2", "ordered"))
    )
    assert found(_cued(before), _cued(after)) == [("predicate", "urged", "ordered")]


def _cued(one: Told) -> Told:
    """With the place of the cue, as the reader gives it."""
    assert one.claim.cue is not None
    start = one.account.document.text.index(one.claim.cue)
    heard = replace(
        one.account.reading.attributions[0], cue=(Span(start, start + len(one.claim.cue)),)
    )
    reading = replace(one.account.reading, attributions=(heard,))
    return replace(one, account=replace(one.account, reading=reading))


def test_a_name_that_no_reader_saw_is_known_by_its_capitals() -> None:
    changes = plain(
        "The rifles were found in a shed near Halm after the long battle.",
        "The rifles were found in a shed near Velan after the long battle.",
    )
    assert changes == [("entity", "Halm", "Velan")]


def test_a_cause_told_right_behind_the_claim_belongs_to_it() -> None:
    effect, cause = "Patrols along the river were stopped", "the brigade had no fuel"
    text = f"{effect} because {cause}."
    after = told("k2", text, words=effect, cause=("because", cause, effect))
    assert found(told("k1", f"{effect}."), after) == [("cause", None, cause)]


def test_a_paragraph_printed_again_differs_in_nothing() -> None:
    text = "“We will hold the pass,” the general said. Police said the road was mined in 2016."
    one = told("k1", text, by="Police", cue="said", words="the road was mined in 2016",
               times=(("2016", "2016"),))  # fmt: skip
    other = told("k2", text, words="the road was mined in 2016", times=(("2016", "2018"),))
    assert found(one, other) == []


def test_how_many_were_disputed_is_no_other_count_of_them() -> None:
    before = "The Sarn Record said nine of the dead were shepherds."
    assert plain(before, "The Sarn Record disputed six of the deaths.") == []


VOCABULARY = """the some most guards police killed wounded 12 40 at least may not “ ” said because
of in scattered concentrated Velan Orsa , . they were throughout"""
WORDS = st.sampled_from(VOCABULARY.split())


@settings(deadline=None, max_examples=60)  # a busy machine is no failure
@given(st.lists(WORDS, min_size=1, max_size=25).map(" ".join))
def test_nothing_differs_from_itself(text: str) -> None:
    assert plain(text, text) == []


@settings(deadline=None, max_examples=60)  # a busy machine is no failure
@given(st.lists(WORDS, min_size=1, max_size=25), st.lists(WORDS, min_size=1, max_size=25))
def test_the_words_of_each_side_stand_in_its_text(left: list[str], right: list[str]) -> None:
    before, after = told("k1", " ".join(left)), told("k2", " ".join(right))
    for change in changes_between(before, after):
        for side, one in ((change.before, before), (change.after, after)):
            if side is not None:
                text = one.account.document.text
                assert side.node == one.node
                assert side.words == " … ".join(span.of(text) for span in side.spans)
                assert side.words


@pytest.mark.parametrize(
    ("before", "after", "kept"),
    [
        ("Some 40 soldiers were killed or wounded at Sorn", "Some 40 soldiers were killed at Sorn",
         ("killed or wounded", "killed")),
        ("It counted attacks on Avernese or partner positions in Tamrin",
         "It counted attacks on Avernese troops in Tamrin",
         ("Avernese or partner", "Avernese")),
    ],
)  # fmt: skip
def test_one_of_two_that_were_left_open_is_a_change_of_scope(
    before: str, after: str, kept: tuple[str, str]
) -> None:
    assert ("scope", *kept) in plain(f"{before}.", f"{after}.")


@pytest.mark.parametrize(
    "after",
    [
        "Some 40 soldiers were killed or hurt at Sorn.",
        "Some 40 soldiers were killed at Sorn, and others wounded.",
        "At Sorn some 40 soldiers were wounded or killed.",
    ],
)
def test_a_choice_told_in_other_words_is_no_change_of_scope(after: str) -> None:
    changes = plain("Some 40 soldiers were killed or wounded at Sorn.", after)
    assert "scope" not in [kind for kind, _, _ in changes]


def test_how_long_in_place_of_when_is_a_change_of_time() -> None:
    before = told(
        "k1",
        "Averne spent 64 million crowns on the guards of Sorn in the last fiscal year.",
        times=(("the last fiscal year", "2020-10/2021-09"),),
    )
    after = told("k2", "Averne spent 64 million crowns on the guards of Sorn in one year.")
    assert found(before, after) == [("time", "the last fiscal year", "one year")]


def test_how_long_something_took_says_nothing_of_when_it_was() -> None:
    before = told(
        "k1", "The bridge at Gaal was mended in March 2021.", times=(("March 2021", "2021-03"),)
    )
    after = told("k2", "The bridge at Gaal was mended in three weeks.")
    assert found(before, after) == []
