"""The scorer of retellings and origins, on cases whose score is known."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

import pytest
from conftest import SHARED

from evaluation.clusters import b_cubed, ends, pairs
from evaluation.origin_matching import claims_matched, same_change, same_name
from evaluation.origin_scores import OriginScores, score
from evaluation.origins import MARKED, UNSEEN
from evaluation.origins_gold import (
    Gold,
    GoldChange,
    GoldClaim,
    GoldProposition,
    GoldRetelling,
)
from evaluation.scores import Score
from evaluation.simulated_accounts import accounts, truth
from evaluation.simulating import chain
from hearsay.origins.counting import count
from hearsay.vocabulary.spans import Span
from hearsay.vocabulary.traces import (
    Account,
    Change,
    ClaimNode,
    Evidence,
    NamedNode,
    Node,
    Retelling,
    Side,
    Trace,
)


def ideal(gold: Gold, documents: Sequence[Account], *, sureness: float = 1.0) -> list[Trace]:
    """What a tracer that knows the truth would give."""
    by_gold = {theirs: ours for ours, theirs in claims_matched(documents, gold).items()}
    claims = {c.id: c for account in documents for c in account.claims}
    traces = []
    for one in gold.propositions:
        ids = {claim: f"k{n}" for n, claim in enumerate(one.claims, start=1)}
        nodes: list[Node] = [
            ClaimNode(ids[c], claims[by_gold[c]], "2022-02-15") for c in one.claims
        ]
        kept = [r for r in gold.retellings if r.later in ids and r.earlier in ids]
        links = [
            Retelling(
                ids[r.later],
                ids[r.earlier],
                sureness,
                tuple(Evidence(kind, (), (), 1.0) for kind in r.evidence),
            )
            for r in kept
        ]
        proven = {}
        for claim in one.claims:
            (origin,) = one.roots[claim]
            if origin.endswith(":nobody"):
                continue
            nodes += [] if origin in proven else [NamedNode(origin, origin.split(":")[1], ())]
            proven[origin] = True
            if claim not in {r.later for r in kept}:
                links.append(Retelling(ids[claim], origin, 1.0, ()))
        counted = count(nodes, links, proven)
        traces.append(Trace(one.id, one.id, tuple(nodes), tuple(links), (), (), counted))
    return traces


@pytest.fixture(scope="module")
def case() -> tuple[list[Account], Gold]:
    chains = [chain(n) for n in range(2)]
    return accounts(chains), truth(chains)


def test_the_truth_scores_full_marks(case: tuple[list[Account], Gold]) -> None:
    documents, gold = case
    scores = score(ideal(gold, documents), documents, gold)
    for name in ("claims found", "proposition pairs", "retellings", "parent", "documents"):
        assert scores.shares[name].f1 == 1.0, name
    assert {name: group.f1 for name, group in scores.groups.items()} == {
        "propositions B³": 1.0,
        "origins B³, sure links": 1.0,
        "origins B³, likely": 1.0,
    }
    for name in ("least", "expected", "most"):
        assert scores.means[f"error of {name}"].value == 0.0
    assert scores.means["interval holds the truth"].value == 1.0
    assert scores.means["origins kept"].value == 1.0
    assert scores.shares["links within one origin"].precision == 1.0
    assert scores.calibration_error() == 0.0


def test_what_is_not_linked_costs_recall_and_counts_too_many(
    case: tuple[list[Account], Gold],
) -> None:
    documents, gold = case
    alone = [replace(t, retellings=(), origins=count(t.nodes, (), {})) for t in ideal(*case[::-1])]
    scores = score(alone, documents, gold)
    assert scores.shares["parent"].recall == 0.0
    assert scores.means["error of most"].value > 0.5
    assert scores.groups["origins B³, likely"].precision.value == 1.0
    assert scores.groups["origins B³, likely"].recall.value < 0.7
    assert scores.shares["proposition pairs"].f1 == 1.0


def test_what_is_taken_for_one_origin_loses_the_others(case: tuple[list[Account], Gold]) -> None:
    documents, gold = case
    merged = []
    for trace in ideal(gold, documents):
        claims = [n.id for n in trace.nodes if isinstance(n, ClaimNode)]
        links = tuple(Retelling(k, claims[0], 1.0, ()) for k in claims[1:])
        nodes = tuple(n for n in trace.nodes if isinstance(n, ClaimNode))
        origins = count(nodes, links, {})
        merged.append(replace(trace, nodes=nodes, retellings=links, origins=origins))
    scores = score(merged, documents, gold)
    assert scores.means["most is too few"].value > 0
    assert scores.means["origins kept"].value < 1
    assert scores.groups["origins B³, likely"].recall.value == 1.0


def test_a_link_to_the_grandparent_is_in_the_line_and_not_the_parent() -> None:
    documents, gold = three_in_a_row()
    nodes = tuple(ClaimNode(f"k{n}", a.claims[0], None) for n, a in enumerate(documents))
    links = (Retelling("k2", "k0", 0.9, ()), Retelling("k1", "k0", 0.9, ()))
    trace = Trace("p", "p", nodes, links, (), (), count(nodes, links, {}))
    scores = score([trace], documents, gold)
    assert scores.shares["parent"] == Score(1, 2, 2)
    assert scores.shares["parent or one before it"] == Score(2, 2, 2)
    assert scores.shares["retellings"] == Score(1, 2, 2)
    assert scores.bins[9] == Score(1, 2, 0)
    assert scores.calibration_error() == pytest.approx(0.4)


def test_an_unlikely_link_is_not_held_against_us() -> None:
    documents, gold = three_in_a_row()
    nodes = tuple(ClaimNode(f"k{n}", a.claims[0], None) for n, a in enumerate(documents))
    links = (Retelling("k2", "k0", 0.2, ()),)
    trace = Trace("p", "p", nodes, links, (), (), count(nodes, links, {}))
    assert score([trace], documents, gold).shares["retellings"] == Score(0, 0, 2)


def test_a_claim_that_no_trace_holds_is_a_proposition_and_an_origin_of_its_own() -> None:
    documents, gold = three_in_a_row()
    scores = score([], documents, gold)
    assert scores.shares["proposition pairs"] == Score(0, 0, 3)
    assert scores.groups["origins B³, likely"].recall.value == pytest.approx(1 / 3)
    assert "error of least" not in scores.means


def test_scores_of_two_cases_add_up(case: tuple[list[Account], Gold]) -> None:
    documents, gold = case
    one, both = score(ideal(gold, documents), documents, gold), OriginScores()
    both.add(one)
    both.add(one)
    assert both.shares["retellings"].right == 2 * one.shares["retellings"].right
    assert both.groups["propositions B³"].precision.number == 2 * len(gold.claims)
    assert len(list(both.lines())) == len(list(one.lines()))


def test_a_claim_stands_for_a_gold_one_if_they_share_half_of_their_characters() -> None:
    documents, gold = three_in_a_row()
    claim = documents[0].claims[0]
    (span,) = claim.spans
    for cut, same in ((len(span) // 2 - 1, True), (len(span) // 2 + 1, False)):
        shorter = replace(claim, spans=(Span(span.start + cut, span.end),))
        shown = [replace(documents[0], claims=(shorter,))]
        assert (claim.id in claims_matched(shown, gold)) is same


def test_a_change_is_right_by_kind_and_by_words_on_each_side() -> None:
    def side(start: int, end: int) -> Side:
        return Side("k1", (Span(start, end),), "some words")

    dropped = Change("certainty", side(5, 9), None)
    assert same_change(dropped, GoldChange("certainty", (Span(8, 12),), None))
    assert not same_change(dropped, GoldChange("certainty", (Span(9, 12),), None))
    assert not same_change(dropped, GoldChange("quantity", (Span(8, 12),), None))
    assert not same_change(dropped, GoldChange("certainty", (Span(8, 12),), (Span(0, 4),)))
    assert not same_change(dropped, GoldChange("certainty", None, None))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("the Lead Inspector", "named:Lead Inspector", True),
        ("named:APA", "Averne Press Agency", True),
        ("officials", "two ministry officials", True),
        ("Ministry of Defence", "Ministry of the Interior", False),
        ("", "officials", False),
    ],
)
def test_names_of_one_source_are_met_by_their_words(one: str, other: str, same: bool) -> None:
    assert same_name(one, other) is same
    assert same_name(other, one) is same


def test_b_cubed_is_the_textbooks() -> None:
    """Bagga and Baldwin's example: one group of five, one of two, one of five."""
    wanted = {n: {0 if n <= 5 else 1 if n <= 7 else 2} for n in range(1, 13)}
    found = {n: {0 if n <= 5 else 1} for n in range(1, 13)}
    both = b_cubed(found, wanted)
    assert both.precision.value == pytest.approx(0.76, abs=0.005)
    assert both.recall.value == 1.0
    assert pairs(found, wanted) == Score(21, 31, 21)


def test_a_thing_in_two_groups_counts_for_both() -> None:
    wanted = {"a": {1, 2}, "b": {1, 2}}
    assert b_cubed({"a": {1}, "b": {1}}, wanted).precision.value == 1.0
    assert b_cubed({"a": {1}, "b": {1}}, wanted).recall.value == 0.5


def test_steps_end_where_none_leads_further() -> None:
    assert ends([("c", "b"), ("b", "a"), ("c", "x")], "c") == {"a", "x"}
    assert ends([], "c") == {"c"}


def test_the_marked_helsinki_articles_are_offsets_and_names_and_hold_no_text() -> None:
    gold = json.loads(MARKED.read_text("utf-8"))
    assert len(gold["propositions"]) >= 60
    assert all(article % 2 == 0 for article in gold["articles"])
    for one in gold["propositions"]:
        assert set(one) == {"id", "claims", "origins"}
        told = [claim["id"] for claim in one["claims"]]
        assert 3 <= len(told) <= 25
        assert sorted(told) == sorted(c for origin in one["origins"] for c in origin["claims"])
        for claim in one["claims"]:
            assert set(claim) == {"id", "article", "spans", "via"}
            assert claim["article"] in gold["articles"]
            assert all(start < end for start, end in claim["spans"])
        for origin in one["origins"]:
            assert set(origin) == {"name", "kind", "claims"}
            assert origin["kind"] in ("utterance", "own reporting", "unattributed")
            assert len(origin["name"]) < 40


@pytest.mark.skipif(not SHARED.exists(), reason="../shared is not here")
def test_the_marked_claims_are_whole_words_of_their_articles() -> None:
    gold = json.loads(MARKED.read_text("utf-8"))
    csv.field_size_limit(1 << 30)
    path = SHARED / "data" / "helsinki" / "helsinki_articles.csv"
    with path.open(encoding="utf-8", newline="") as file:
        texts = {int(r["id"]): r["text"].replace(" ### ", "\n\n") for r in csv.DictReader(file)}
    for one in gold["propositions"]:
        for claim in one["claims"]:
            text = f" {texts[claim['article']]} "
            for start, end in claim["spans"]:
                # One further on, for the blank in front.
                assert not text[start : start + 2].isalnum()
                assert not text[end : end + 2].isalnum()


@cache
def three_in_a_row() -> tuple[list[Account], Gold]:
    """The first had it from nobody, the second from the first, the third from the second."""
    documents = [a for a in accounts([chain(0)]) if a.claims][:3]
    claims = [GoldClaim(f"g{n}", a.id, a.claims[0].spans) for n, a in enumerate(documents)]
    links = tuple(GoldRetelling(f"g{n + 1}", f"g{n}", frozenset({"rewording"})) for n in range(2))
    roots = {c.id: frozenset({"g0"}) for c in claims}
    one = GoldProposition("p", tuple(roots), (), 1, 1.0, 1, 1, roots)
    return documents, Gold(tuple(claims), (one,), links, frozenset())


def test_a_link_between_two_origins_costs_links_within_one(
    case: tuple[list[Account], Gold],
) -> None:
    documents, gold = case
    (one, *others) = [t for t in ideal(gold, documents) if t.origins.most > 1]
    claims = [node.id for node in one.nodes if isinstance(node, ClaimNode)]
    origin = {c: root.node for root in one.origins.roots for c in root.claims}
    first = next(c for c in claims if c in origin)
    other = next(c for c in claims if c in origin and origin[c] != origin[first])
    later, earlier = sorted((first, other), key=lambda c: -claims.index(c))
    wrong = replace(one, retellings=(*one.retellings, Retelling(later, earlier, 0.9, ())))
    scores = score([wrong, *others], documents, gold)
    assert 0.0 < scores.shares["links within one origin"].precision < 1.0


def test_the_marks_that_nothing_is_tuned_on_share_no_article_with_those_that_something_is() -> None:
    tuned, unseen = (json.loads(path.read_text("utf-8")) for path in (MARKED, UNSEEN))
    assert len(unseen["propositions"]) >= 30
    assert not set(tuned["articles"]) & set(unseen["articles"])
    assert all(article % 2 == 0 for article in unseen["articles"])
    for one in unseen["propositions"]:
        marked = {claim["id"] for claim in one["claims"]}
        assert marked == {claim for origin in one["origins"] for claim in origin["claims"]}
