"""What people decide of a link comes before what the machine found."""

from __future__ import annotations

from graphlib import TopologicalSorter

from hypothesis import given
from hypothesis import strategies as st
from traces_by_hand import Case, capture

from hearsay.origins.descent.lineage import Lineage
from hearsay.origins.descent.ruling import Ruled, ruled, ruled_links
from hearsay.vocabulary.traces import ClaimNode, DocumentLink, NamedNode, Retelling


def lineage(*links: tuple[str, str, float], denials: tuple[str, ...] = ()) -> Lineage:
    """The Courier (k1), the Ledger (k2), the Post (k3) and an agency by name (k4)."""
    case = Case()
    for outlet, day in (
        ("Courier", "2031-05-06"),
        ("Ledger", "2031-05-07"),
        ("Post", "2031-05-08"),
    ):
        case.claim(
            outlet, f"2031-05-0{day}", f"the units were spread across the services, says {outlet}"
        )
    nodes = (*case.nodes, NamedNode("k4", "Oster Wire", ()))
    return Lineage(
        nodes,
        tuple(Retelling(later, earlier, p, ()) for later, earlier, p in links),
        {node.id: True for node in nodes},
        denials,
        {},
    )


def claim(found: Lineage, node: str) -> str:
    (one,) = (n for n in found.nodes if n.id == node)
    assert isinstance(one, ClaimNode)
    return one.claim.id


def links(found: Lineage) -> dict[tuple[str, str], float]:
    return {(one.later, one.earlier): one.probability for one in found.retellings}


CHAIN = (("k2", "k1", 0.9), ("k3", "k2", 0.7), ("k1", "k4", 0.97))


def test_without_rulings_a_lineage_stays_as_it_is() -> None:
    found = lineage(*CHAIN)
    assert ruled(found, ()) is found


def test_a_link_that_is_none_is_gone_in_whichever_order_it_was_judged() -> None:
    found = lineage(*CHAIN)
    one, other = claim(found, "k1"), claim(found, "k2")
    for ends in ((one, other), (other, one)):
        assert links(ruled(found, [Ruled(*ends, holds=False)])) == {
            ("k1", "k4"): 0.97,
            ("k3", "k2"): 0.7,
        }


def test_a_link_that_somebody_stated_is_certain() -> None:
    found = lineage(*CHAIN)
    stated = Ruled(claim(found, "k3"), claim(found, "k2"), holds=True)
    assert links(ruled(found, [stated]))["k3", "k2"] == 1.0


def test_a_stated_link_that_the_machine_missed_is_added() -> None:
    found = lineage()
    stated = Ruled(claim(found, "k3"), claim(found, "k1"), holds=True)
    assert links(ruled(found, [stated])) == {("k3", "k1"): 1.0}


def test_a_link_stated_the_other_way_round_turns_it() -> None:
    found = lineage(*CHAIN)
    stated = Ruled(claim(found, "k1"), claim(found, "k2"), holds=True)
    assert links(ruled(found, [stated])) == {
        ("k1", "k2"): 1.0,
        ("k1", "k4"): 0.97,
        ("k3", "k2"): 0.7,
    }


def test_what_would_lead_back_to_a_stated_link_is_left_out() -> None:
    found = lineage(("k2", "k1", 0.9), ("k3", "k2", 0.9))
    stated = Ruled(claim(found, "k1"), claim(found, "k3"), holds=True)
    assert links(ruled(found, [stated])) == {("k1", "k3"): 1.0, ("k2", "k1"): 0.9}


def test_the_newest_ruling_on_two_texts_counts() -> None:
    found = lineage(*CHAIN)
    ends = claim(found, "k2"), claim(found, "k1")
    assert ("k2", "k1") not in links(ruled(found, [Ruled(*ends, True), Ruled(*ends, False)]))
    assert links(ruled(found, [Ruled(*ends, False), Ruled(*ends, True)]))["k2", "k1"] == 1.0


def test_two_documents_are_judged_with_all_of_their_claims() -> None:
    found = lineage(*CHAIN)
    assert ("k2", "k1") not in links(
        ruled(found, [Ruled(capture("Ledger"), capture("Courier"), holds=False)])
    )
    stated = ruled(found, [Ruled(capture("Post"), capture("Courier"), holds=True)])
    assert links(stated)["k3", "k1"] == 1.0


def test_what_was_judged_of_two_claims_beats_what_was_judged_of_their_documents() -> None:
    found = lineage(*CHAIN)
    rulings = [
        Ruled(claim(found, "k2"), claim(found, "k1"), holds=True),
        Ruled(capture("Ledger"), capture("Courier"), holds=False),
    ]
    assert links(ruled(found, rulings))["k2", "k1"] == 1.0


def test_a_source_by_name_that_nothing_leads_to_any_more_is_gone() -> None:
    found = lineage(*CHAIN)
    left = ruled(found, [Ruled(claim(found, "k1"), "named:oster WIRE", holds=False)])
    assert [node.id for node in left.nodes] == ["k1", "k2", "k3"]
    assert set(left.proven) == {"k1", "k2", "k3"}


def test_a_source_that_only_a_person_names_stands_there_by_that_name() -> None:
    found = lineage(denials=("k3",))
    left = ruled(found, [Ruled(claim(found, "k3"), "named:Marsa Radio", holds=True)])
    (named,) = (node for node in left.nodes if isinstance(node, NamedNode))
    assert named.name == "Marsa Radio"
    assert links(left) == {("k3", named.id): 1.0}
    assert named.id in left.denials
    assert left.proven[named.id]


def test_links_between_documents_are_judged_too() -> None:
    one, other, third = capture("Courier"), capture("Ledger"), capture("Post")
    every = (DocumentLink(other, one, 0.8, (), 0.4), DocumentLink(third, "named:APA", 0.9, (), 0.0))
    left = ruled_links(
        every,
        [Ruled(other, one, holds=False), Ruled(third, "named:Apa", holds=False)],
        accounts=(one, other, third),
    )
    assert left == ()
    turned = ruled_links(
        every,
        [Ruled(one, other, holds=True)],
        accounts=(one, other, third),
        share=lambda later, earlier: 0.5,
    )
    assert [(link.later, link.earlier, link.probability, link.share) for link in turned] == [
        (one, other, 1.0, 0.5),
        (third, "named:APA", 0.9, 0.0),
    ]


CLAIMS = ("k1", "k2", "k3")
pairs = st.tuples(st.sampled_from(CLAIMS), st.sampled_from((*CLAIMS, "k4"))).filter(
    lambda pair: pair[0] != pair[1]
)


@given(st.lists(pairs, max_size=5), st.lists(st.tuples(pairs, st.booleans()), max_size=6))
def test_whatever_is_judged_no_chain_comes_back_and_nothing_that_was_cut_is_left(
    found: list[tuple[str, str]], judged: list[tuple[tuple[str, str], bool]]
) -> None:
    forward = [(later, earlier) for later, earlier in found if later > earlier or earlier == "k4"]
    before = lineage(*((later, earlier, 0.9) for later, earlier in dict.fromkeys(forward)))

    def end(node: str) -> str:
        return "named:Oster Wire" if node == "k4" else claim(before, node)

    rulings = [Ruled(end(later), end(earlier), holds) for (later, earlier), holds in judged]
    after = ruled(before, rulings)
    left = links(after)
    newest = {frozenset(pair): (pair, holds) for pair, holds in judged}
    for pair in left:
        assert newest.get(frozenset(pair), (pair, True)) == (pair, True)
    order = TopologicalSorter({later: {e for o, e in left if o == later} for later, _ in left})
    order.prepare()
    assert ruled(after, rulings) == after
