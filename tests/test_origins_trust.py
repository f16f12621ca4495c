"""How far the kinds of evidence are trusted."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.origins.descent.trust import STEPS, TRUST, group_of
from hearsay.vocabulary.traces import Evidence

STEPPED = replace(TRUST, steps={"rewording": ((0.5, 0.6), (0.8, 0.9))})


def test_what_was_measured_stands_beside_the_code():
    assert STEPS.exists()
    assert TRUST.steps


def test_a_score_is_worth_the_step_that_it_reaches():
    assert [STEPPED.stepped("rewording", score) for score in (0.5, 0.79, 0.8, 0.99)] == [
        0.6, 0.6, 0.9, 0.9,
    ]  # fmt: skip


def test_below_the_lowest_step_a_score_is_left_as_it_is():
    assert STEPPED.stepped("rewording", 0.2) == 0.2


def test_what_was_not_measured_is_left_as_it_is():
    assert STEPPED.stepped("quotation", 0.7) == 0.7


def test_what_a_text_says_of_itself_goes_before_what_is_seen_in_it():
    made = [Evidence(kind, (), (), 1.0) for kind in ("copied_text", "named_source")]
    assert group_of(made) == "stated"


@settings(max_examples=40, deadline=None)
@given(
    st.sampled_from(["stated", "copied_text", "quotation", "rewording"]),
    st.floats(0.5, 1),
    st.floats(0.5, 1),
)
def test_the_higher_score_is_never_trusted_less(group, one, other):
    low, high = sorted((one, other))
    reached = [TRUST.stepped(group, score) for score in (low, high)]
    steps = TRUST.steps.get(group, ())
    if steps and low >= steps[0][0]:
        assert reached[0] <= reached[1]


def test_names_are_sure_enough_to_be_counted():
    for sure in (TRUST.named, TRUST.named_here, TRUST.through, TRUST.credit, TRUST.via,
                 TRUST.endnote, TRUST.link):  # fmt: skip
        assert sure >= TRUST.sure
