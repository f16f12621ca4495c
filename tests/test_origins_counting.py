"""How many independent origins: the worked examples of the published shape, and laws."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import product
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.origins.counting import LIKELY_ENOUGH, SURE, count
from hearsay.vocabulary.readings import Claim, Speaker
from hearsay.vocabulary.spans import Span
from hearsay.vocabulary.traces import ClaimNode, NamedNode, Node, Origins, Retelling


def claim(id: str, words: str = "The 3rd Brigade left Velan.") -> ClaimNode:
    made = Claim(
        id=id,
        capture=id.rjust(64, "0"),
        spans=(Span(0, len(words)),),
        words=words,
        speakers=(Speaker(f"outlet of {id}", None),),
        addressee=None,
        cue=None,
        cue_class=None,
        speech=None,
        polarity="affirmed",
        hedges=(),
        inserted=(),
        times=(),
        passage=1,
        page=None,
        score=1.0,
    )
    return ClaimNode(id, made, "2022-02-15")


def named(id: str, name: str = "a witness") -> NamedNode:
    return NamedNode(id, name, ())


def back(later: str, earlier: str, probability: float = 1.0) -> Retelling:
    return Retelling(later, earlier, probability, ())


def numbers(origins: Origins) -> tuple[int, float, int, int]:
    return origins.least, origins.expected, origins.most, origins.unproven


def roots(origins: Origins) -> dict[str, tuple[bool, tuple[str, ...]]]:
    return {root.node: (root.proven, root.claims) for root in origins.roots}


def test_example_1_two_outlets_both_name_the_same_report() -> None:
    """“two outlets both name the same report: 1 / 1 / 1, unproven 0”"""
    origins = count(
        [claim("k1"), claim("k2"), named("k3", "the report")],
        [back("k1", "k3"), back("k2", "k3")],
        {"k3": True},
    )
    assert numbers(origins) == (1, 1.0, 1, 0)
    assert roots(origins) == {"k3": (True, ("k1", "k2"))}


def test_example_2_three_outlets_assert_it_name_nobody_and_share_no_text() -> None:
    """“three outlets assert it, name nobody, share no text: 1 / 1 / 3, unproven 3”"""
    origins = count([claim("k1"), claim("k2"), claim("k3")], [], {})
    assert numbers(origins) == (1, 1.0, 3, 3)
    assert roots(origins) == {k: (False, (k,)) for k in ("k1", "k2", "k3")}


def test_example_3_two_interviewed_a_witness_each_and_a_third_may_repeat_the_first() -> None:
    """“two outlets each interviewed a witness of their own, a third repeats the first with
    probability .6 and names nobody: 2 / 2 / 3, unproven 1”"""
    origins = count(
        [claim("k1"), claim("k2"), claim("k3"), named("k4"), named("k5")],
        [back("k1", "k4"), back("k2", "k5"), back("k3", "k1", 0.6)],
        {"k4": True, "k5": True},
    )
    assert numbers(origins) == (2, 2.0, 3, 1)
    assert roots(origins) == {
        "k4": (True, ("k1",)),
        "k5": (True, ("k2",)),
        "k3": (False, ("k3",)),
    }


def test_an_outlets_own_reporting_is_a_proven_root_that_is_a_claim() -> None:
    origins = count([claim("k1"), claim("k2")], [back("k2", "k1")], {"k1": True})
    assert numbers(origins) == (1, 1.0, 1, 0)
    assert roots(origins) == {"k1": (True, ("k1", "k2"))}


def test_a_claim_with_two_sources_leads_back_to_both() -> None:
    origins = count(
        [claim("k1"), named("k2", "a police colonel"), named("k3", "a nurse")],
        [back("k1", "k2"), back("k1", "k3")],
        {"k2": True, "k3": True},
    )
    assert numbers(origins) == (2, 2.0, 2, 0)


def test_a_chain_of_many_hops_has_one_root() -> None:
    chain = [back(f"k{n + 1}", f"k{n}") for n in range(1, 40)]
    origins = count([claim(f"k{n}") for n in range(1, 41)], [*chain, back("k3", "k1")], {})
    assert numbers(origins) == (1, 1.0, 1, 1)
    assert origins.roots[0].claims == tuple(f"k{n}" for n in range(1, 41))


def test_a_name_that_leads_on_to_another_is_no_root() -> None:
    origins = count(
        [claim("k1"), named("k2", "the agency"), named("k3", "officials")],
        [back("k1", "k2"), back("k2", "k3")],
        {"k2": True, "k3": True},
    )
    assert roots(origins) == {"k3": (True, ("k1",))}


def test_a_name_that_nobody_surely_leads_back_to_is_not_among_most() -> None:
    nodes = [claim("k1"), claim("k2"), named("k3")]
    origins = count(nodes, [back("k2", "k3", 0.5)], {"k3": True})
    assert numbers(origins) == (1, 1.0, 2, 2)


def test_links_at_the_bounds_hold() -> None:
    nodes = [claim("k1"), claim("k2")]
    assert count(nodes, [back("k2", "k1", SURE)], {}).most == 1
    assert count(nodes, [back("k2", "k1", SURE - 0.01)], {}).most == 2
    proven = {"k1": True, "k2": True}
    assert count(nodes, [back("k2", "k1", LIKELY_ENOUGH)], proven).least == 1
    assert count(nodes, [back("k2", "k1", LIKELY_ENOUGH - 0.01)], proven).least == 2


def test_expected_weighs_each_link_by_its_probability() -> None:
    nodes = [claim("k1"), claim("k2"), claim("k3")]
    links = [back("k2", "k1", 0.25), back("k3", "k1", 0.5)]
    proven = {"k1": True, "k2": True, "k3": True}
    origins = count(nodes, links, proven)
    assert numbers(origins) == (1, 1 + 0.75 + 0.5, 3, 0)


def test_who_denies_it_is_no_origin_of_it() -> None:
    nodes = [claim("k1"), claim("k2"), named("k3", "the ministry"), named("k4", "the commander")]
    links = [back("k1", "k3"), back("k2", "k4")]
    proven = {"k3": True, "k4": True}
    assert roots(count(nodes, links, proven, denials=["k2"])) == {"k3": (True, ("k1",))}
    assert roots(count(nodes, links, proven, denials=["k1"])) == {"k4": (True, ("k2",))}


def test_who_turns_a_denial_around_does_not_have_it_from_there() -> None:
    origins = count([claim("k1"), claim("k2")], [back("k2", "k1")], {"k1": True}, denials=["k1"])
    assert roots(origins) == {"k2": (False, ("k2",))}


def test_where_nothing_affirms_there_is_nothing_to_count() -> None:
    assert numbers(count([claim("k1")], [], {"k1": True}, denials=["k1"])) == (0, 0.0, 0, 0)


def test_two_papers_of_one_publisher_are_counted_once_and_listed_each() -> None:
    nodes = [claim("k1"), claim("k2"), claim("k3")]
    owners = {"k1": "Calder House", "k2": "Calder House"}
    origins = count(nodes, [], {"k1": True, "k3": True}, together=owners)
    assert numbers(origins) == (2, 2.0, 2, 0)
    assert set(roots(origins)) == {"k1", "k2", "k3"}


def test_an_owner_who_is_named_like_a_node_is_not_that_node() -> None:
    origins = count([claim("k1"), claim("k2")], [], {}, together={"k1": "k2"})
    assert origins.most == 2


def test_owners_and_unsure_links_are_gone_through_together() -> None:
    nodes = [claim("k1"), claim("k2"), claim("k3")]
    links = [back("k2", "k1", 0.5), back("k3", "k1", 0.5)]
    proven = {"k2": True, "k3": True}
    assert count(nodes, links, proven).expected == 1.0
    proven = {"k1": True, "k2": True, "k3": True}
    owners = {"k2": "Calder House", "k3": "Calder House"}
    # k1 surely, and one more unless both of the house repeat k1.
    assert count(nodes, links, proven, together=owners).expected == 1.75


def test_one_source_named_by_way_of_another_is_counted_once() -> None:
    nodes = [claim("k1"), claim("k2"), named("k3"), named("k4"), claim("k5")]
    links = [back("k1", "k3", 0.5), back("k3", "k4", 0.5), back("k2", "k4", 0.5)]
    proven = {"k3": True, "k4": True, "k5": True}
    # k3: ½ · ½; k4: 1 - (1 - ½)(1 - ½ · ½); k5 surely.
    assert count(nodes, links, proven).expected == 0.25 + 0.625 + 1


def test_a_retelling_must_join_nodes_of_its_trace() -> None:
    with pytest.raises(ValueError, match="k9"):
        count([claim("k1")], [back("k1", "k9")], {})


def test_a_claim_that_leads_back_to_itself_is_refused() -> None:
    with pytest.raises(ValueError, match="itself"):
        count([claim("k1"), claim("k2")], [back("k1", "k2"), back("k2", "k1", 0.1)], {})


def test_three_hundred_articles_of_one_indictment_are_one_origin_at_once() -> None:
    nodes: list[Node] = [claim(f"k{n}") for n in range(300)]
    links = [back(f"k{n}", f"k{m}", 0.9) for n in range(300) for m in range(max(0, n - 5), n)]
    began = perf_counter()
    origins = count([*nodes, named("k900")], [*links, back("k0", "k900")], {"k900": True})
    assert perf_counter() - began < 0.5
    assert numbers(origins)[:2] == (1, 1.0)


# Laws, over made graphs: claims c0 … and names n0 …, each leading back only to what comes before.

probabilities = st.sampled_from([0.02, 0.05, 0.3, 0.5, 0.6, 0.9, 0.95, 0.97, 1.0])
Case = tuple[list[Node], list[Retelling], dict[str, bool]]


@st.composite
def cases(draw: st.DrawFn, *, links: int = 8, sure_names: bool = False) -> Case:
    names = [named(f"n{n}") for n in range(draw(st.integers(0, 3)))]
    claims = [claim(f"c{n}") for n in range(draw(st.integers(1, 5)))]
    nodes: list[Node] = [*names, *claims]
    pairs = [
        (later.id, earlier.id)
        for place, later in enumerate(nodes)
        for earlier in nodes[:place]
        if not (sure_names and isinstance(later, NamedNode))
    ]
    chosen = draw(st.lists(st.sampled_from(pairs), max_size=links, unique=True)) if pairs else []
    held = [
        back(a, b, 1.0 if sure_names and b.startswith("n") else draw(probabilities))
        for a, b in chosen
    ]
    proven = {n.id: draw(st.booleans()) for n in nodes}
    return nodes, held, proven


def by_hand(case: Case, owner: dict[str, str]) -> float:
    """Every case of the links, one after the other, straight from the rule."""
    nodes, links, proven = case
    total = 0.0
    for held in product([True, False], repeat=len(links)):
        weight, ends, reached = 1.0, {n.id for n in nodes}, set()
        for link, holds in zip(links, held, strict=True):
            weight *= link.probability if holds else 1 - link.probability
            if holds:
                ends.discard(link.later)
        waiting = [n.id for n in nodes if isinstance(n, ClaimNode)]
        while waiting:
            node = waiting.pop()
            reached.add(node)
            waiting += [
                a.earlier for a, holds in zip(links, held, strict=True) if holds and a.later == node
            ]
        found = {owner.get(n, n) for n in ends & reached if proven[n]}
        total += weight * len(found)
    return max(1.0, total)


@settings(deadline=None, max_examples=60)
@given(cases(links=7), st.booleans())
def test_expected_is_what_going_through_every_case_by_hand_gives(case: Case, owned: bool) -> None:
    owner = {node.id: "a house" for node in case[0][::2]} if owned else {}
    assert count(*case, together=owner).expected == pytest.approx(by_hand(case, owner))


@settings(deadline=None, max_examples=100)
@given(cases(sure_names=True))
def test_least_expected_and_most_stand_in_order_where_names_are_sure(case: Case) -> None:
    nodes, links, _ = case
    origins = count(*case)
    loose = sum(link.probability < LIKELY_ENOUGH for link in links)
    tight = sum(SURE <= link.probability < 1 for link in links)
    assert origins.least <= origins.most
    # What `least` and `most` round off is a twentieth of a link at the most.
    assert origins.least <= origins.expected + 0.05 * loose + 1e-9
    assert origins.expected <= origins.most + 0.05 * tight + 1e-9
    assert 0 <= origins.unproven <= origins.most <= len(nodes)


@settings(deadline=None, max_examples=100)
@given(cases(), st.data())
def test_a_sure_link_between_two_claims_never_raises_a_count(case: Case, data: st.DataObject):
    nodes, links, proven = case
    claims = [n.id for n in nodes if isinstance(n, ClaimNode)]
    if len(claims) < 2:
        return
    earlier, later = sorted(data.draw(st.sets(st.sampled_from(claims), min_size=2, max_size=2)))
    before = count(*case)
    after = count(nodes, [*links, back(later, earlier)], proven)
    assert after.least <= before.least
    assert after.expected <= before.expected + 1e-9
    assert after.most <= before.most
    assert after.unproven <= before.unproven


@settings(deadline=None, max_examples=60)
@given(cases(), st.randoms(use_true_random=False))
def test_the_order_of_what_is_given_does_not_matter(case: Case, chance) -> None:
    nodes, links, proven = case
    assert count(shuffled(nodes, chance), shuffled(links, chance), proven) == count(*case)


@settings(deadline=None, max_examples=60)
@given(cases(), st.randoms(use_true_random=False))
def test_what_the_nodes_are_called_does_not_matter(case: Case, chance) -> None:
    nodes, links, proven = case
    new = dict(
        zip(
            (n.id for n in nodes),
            shuffled([f"k{n}" for n in range(len(nodes))], chance),
            strict=True,
        )
    )
    renamed = count(
        [replace(node, id=new[node.id]) for node in nodes],
        [back(new[a.later], new[a.earlier], a.probability) for a in links],
        {new[node]: known for node, known in proven.items()},
    )
    plain = count(*case)
    assert numbers(renamed) == pytest.approx(numbers(plain))
    assert {(r.node, frozenset(r.claims)) for r in renamed.roots} == {
        (new[r.node], frozenset(new[c] for c in r.claims)) for r in plain.roots
    }


@settings(deadline=None, max_examples=40)
@given(cases(), st.randoms(use_true_random=False))
def test_every_claim_leads_back_to_a_root_and_a_root_is_led_to(case: Case, chance) -> None:
    origins = count(*case)
    led = {claim for root in origins.roots for claim in root.claims}
    assert led == {n.id for n in case[0] if isinstance(n, ClaimNode)}
    assert all(root.claims for root in origins.roots)


def test_where_there_are_too_many_cases_what_is_drawn_comes_close_and_stays() -> None:
    claims = [claim(f"k{n}") for n in range(1, 25)]
    links = [back(f"k{n}", "k99", 0.1) for n in range(1, 25)]
    nodes: list[Node] = [*claims, named("k99"), named("k100"), claim("k25")]
    proven = {"k99": True, "k100": True, "k25": True}
    links = [*links, back("k99", "k100", 0.5)]
    reached = 1 - 0.9**24
    first = count(nodes, links, proven)
    assert first.expected == pytest.approx(1 + reached, abs=0.06)
    assert first == count(nodes[::-1], links[::-1], proven)


def shuffled(things: Sequence[object] | Iterable[object], chance) -> list:
    found = list(things)
    chance.shuffle(found)
    return found
