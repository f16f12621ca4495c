"""The shortest ways between two entities."""

from __future__ import annotations

from dataclasses import replace

import networkx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.picture import paths
from hearsay.picture.index.asking import StatementFilter
from hearsay.picture.paths import ways_between
from hearsay.vocabulary.statements import Affiliation, Assistance, Relation
from tests.pictures_by_hand import grounds, index_of, number_of, party


def funding_and_sway() -> list[list[Assistance | Relation | Affiliation]]:
    ministry, police = party("Interior Ministry", "organization"), party("Federal Police")
    return [
        [Assistance(grounds("2021-06-01"), party("Averne", "place"), ministry, "funds")],
        [Relation(grounds("2021-07-01"), police, "part_of", ministry)],
        [Affiliation(grounds("2021-08-01"), party("Rasim Corps"), "influences", police)],
    ]


def test_leads_from_funder_over_ministry_and_force_to_militia() -> None:
    asking = index_of(funding_and_sway())
    found = ways_between(asking, number_of(asking, "Averne"), number_of(asking, "Rasim Corps"))
    (way,) = found.ways
    assert [asking.entity(step.end).name for step in way] == [
        "Interior Ministry",
        "Federal Police",
        "Rasim Corps",
    ]
    assert [step.edges[0].kind for step in way] == ["funds", "part_of", "influences"]


def test_every_step_has_the_statements_that_show_it() -> None:
    asking = index_of(funding_and_sway())
    found = ways_between(asking, number_of(asking, "Averne"), number_of(asking, "Rasim Corps"))
    for step in found.ways[0]:
        assert asking.numbered(step.edges[0].statements)


def test_as_of_a_date_only_what_is_seen_then_leads_on() -> None:
    asking = index_of(funding_and_sway())
    ends = number_of(asking, "Averne"), number_of(asking, "Federal Police")
    assert not ways_between(asking, *ends, as_of="2021-06-01").ways


def test_what_is_seen_before_and_after_a_day_leads_on_as_of_it() -> None:
    ministry = party("Interior Ministry", "organization")
    given = [
        [Assistance(grounds(day), party("Averne", "place"), ministry, "funds")]
        for day in ("2020-01-01", "2022-01-01")
    ]
    asking = index_of(given)
    ends = number_of(asking, "Averne"), number_of(asking, "Interior Ministry")
    assert ways_between(asking, *ends, as_of="2021-01-01").ways


def test_what_is_denied_leads_nowhere() -> None:
    denied = Affiliation(
        grounds("2021-08-01", polarity="denied"),
        party("Rasim Corps"),
        "influences",
        party("Federal Police"),
    )
    asking = index_of([[denied]])
    ends = number_of(asking, "Rasim Corps"), number_of(asking, "Federal Police")
    assert not ways_between(asking, *ends).ways


def test_all_shortest_ways_are_given() -> None:
    over = [
        [
            Relation(grounds("2021-01-01"), party("5th Brigade"), "part_of", party(name)),
            Relation(grounds("2021-01-01"), party(name), "part_of", party("Army")),
        ]
        for name in ("2nd Division", "3rd Division")
    ]
    asking = index_of(over)
    found = ways_between(asking, number_of(asking, "5th Brigade"), number_of(asking, "Army"))
    assert len(found.ways) == 2


def test_a_hub_is_not_passed_through_and_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "HUB", 2)
    army = party("Army")
    units = [party(f"{n}th Regiment") for n in range(4, 8)]
    asking = index_of([[Relation(grounds("2021-01-01"), one, "part_of", army) for one in units]])
    ends = number_of(asking, "4th Regiment"), number_of(asking, "5th Regiment")
    found = ways_between(asking, *ends)
    assert found.hubs == (number_of(asking, "Army"),)


def test_the_way_from_one_to_itself_has_no_steps() -> None:
    asking = index_of(funding_and_sway())
    one = number_of(asking, "Averne")
    assert ways_between(asking, one, one).ways == ((),)


def test_what_the_reader_is_unsure_of_leads_on_only_where_nothing_else_does() -> None:
    sure = grounds("2021-06-01")
    unsure = replace(sure, score=0.3)
    one, other, between = party("Rasim Corps"), party("Federal Police"), party("Covenant Party")
    shortcut = [Affiliation(unsure, one, "tied_to", other)]
    long_way = [Relation(sure, one, "arm_of", between), Relation(sure, other, "part_of", between)]
    asking = index_of([shortcut, long_way])
    ends = number_of(asking, "Rasim Corps"), number_of(asking, "Federal Police")
    found = ways_between(asking, *ends)
    assert (len(found.ways[0]), found.unsure) == (2, False)
    asking = index_of([shortcut])
    ends = number_of(asking, "Rasim Corps"), number_of(asking, "Federal Police")
    found = ways_between(asking, *ends)
    assert (len(found.ways[0]), found.unsure) == (1, True)


names = st.integers(0, 9).map(lambda n: f"{n + 3}th Brigade")
ties = st.lists(
    st.builds(
        lambda one, other, day, polarity: Relation(
            grounds(day, polarity=polarity), party(one), "part_of", party(other)
        ),
        names,
        names,
        st.sampled_from([None, "2021-01-01", "2021-06-01"]),
        st.sampled_from(["affirmed", "affirmed", "denied"]),
    ),
    min_size=1,
    max_size=25,
)


@settings(max_examples=60)
@given(ties, st.sampled_from([None, "2021-01-01"]))
def test_all_shortest_ways_are_those_that_a_plain_search_finds(
    said: list[Relation], day: str | None
) -> None:
    asking = index_of([said])
    graph = networkx.Graph()
    graph.add_nodes_from(n for row in asking.statements(StatementFilter()) for _, n in row.entities)
    for number in list(graph):
        for edge in asking.edges([number], as_of=day):
            if not edge.denied:
                graph.add_edge(edge.source, edge.target)
    start, end = min(graph), max(graph)
    if start == end:
        return
    found = ways_between(asking, start, end, as_of=day)
    plain = (
        [tuple(way) for way in networkx.all_shortest_paths(graph, start, end)]
        if networkx.has_path(graph, start, end)
        else []
    )
    plain = [way for way in plain if len(way) <= paths.HOPS + 1]
    ours = [(way[0].start, *(step.end for step in way)) for way in found.ways]
    assert ours == sorted(plain)[: paths.WAYS]
    assert found.more == (len(plain) > paths.WAYS)
