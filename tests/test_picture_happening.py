"""Incidents that an index keeps are those that would be put together anew."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.picture.happening import HARMING, quarters_told, told_in
from hearsay.picture.incidents import incidents_in
from hearsay.picture.index import Asking
from hearsay.picture.reckoning import incidents_by
from hearsay.vocabulary.spans import Span
from hearsay.vocabulary.statements import Incident
from tests.pictures_by_hand import grounds, index_of, party

days = st.sampled_from([None, "2021-11-07", "2021-12-30", "2022-01-02", "2022-02-01"])
attacks = st.builds(
    lambda day, on, kind, polarity: Incident(
        grounds(day, polarity=polarity),
        kind,
        Span(0, 1),
        "accomplished",
        targets=(party(on),) if on else (),
    ),
    days,
    st.sampled_from([None, "Port of Oster", "5th Brigade"]),
    st.sampled_from(["attack", "raid", "arrest", "agreement"]),
    st.sampled_from(["affirmed", "affirmed", "denied"]),
)
reports = st.lists(st.lists(attacks, max_size=4), max_size=5)


@settings(max_examples=40)
@given(reports)
def test_nothing_changes_by_being_kept(given_: list[list[Incident]]) -> None:
    asking = index_of(given_)
    assert told_in(asking) == incidents_in(asking.statements(HARMING))


@settings(max_examples=40)
@given(reports)
def test_the_numbers_alone_are_those_of_the_groups(given_: list[list[Incident]]) -> None:
    asking = index_of(given_)
    groups, _ = incidents_by(asking, "quarter")
    listed = {
        (g.kind, g.period): (sum(one.counts for one in g.occurrences), len(g.certain))
        for g in groups
        if g.occurrences
    }
    assert {(q.kind, q.period): (q.told, q.certain) for q in quarters_told(asking)} == listed


def test_a_quarter_stands_beside_the_one_before() -> None:
    asking: Asking = index_of(
        [
            [Incident(grounds(day), "attack", Span(0, 1), "accomplished", targets=(party(on),))]
            for day, on in (
                ("2021-11-07", "depot"),
                ("2021-12-01", "depot"),
                ("2022-01-02", "bridge"),
            )
        ]
    )
    found = {q.period.name: (q.certain, q.before) for q in quarters_told(asking) if q.period}
    assert found == {"2021 Q4": (2, None), "2022 Q1": (1, 2)}
    assert Counter(q.kind for q in quarters_told(asking)) == {"attack": 2}
