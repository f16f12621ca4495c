"""The shapes of traces, of links between documents and of differences."""

from __future__ import annotations

import json
from typing import Any, get_args

from conftest import ROOT
from jsonschema import Draft202012Validator
from traces_by_hand import CHANGED, LEFT_OUT, Case, capture

from hearsay.outputs.tracing import (
    GRAVEST_FIRST,
    change_shape,
    differences,
    document_link_shape,
    trace_shape,
)
from hearsay.outputs.wording import how
from hearsay.vocabulary.spans import Span
from hearsay.vocabulary.traces import (
    AGAIN,
    ChangeKind,
    Comparison,
    DocumentLink,
    Evidence,
    EvidenceKind,
    Retelling,
)

SHAPES = ROOT / "docs" / "reference" / "shapes"


def validator(name: str) -> Draft202012Validator:
    schema = json.loads((SHAPES / f"{name}.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def shaped() -> dict[str, Any]:
    case = Case()
    bureau = case.named("Lead Inspector", by=("Courier",))
    courier = case.claim("Courier", "2022-02-10", "the units were spread across the services")
    post = case.claim("Post", "2022-02-13", "the units were concentrated in the police")
    denial = case.claim("Police Command", "2022-02-16", "that is untrue", denies=True)
    case.link(courier, bureau, "named_source")
    case.link(post, courier, "quotation", probability=0.81234, changes=(CHANGED, LEFT_OUT))
    case.comparisons.append(Comparison((courier, post), bureau, (CHANGED,)))
    case.root(bureau, proven=True, claims=(courier, post))
    trace = case.trace()
    assert trace.denials == (denial,)
    return trace_shape(trace, imprint_of=case.imprint_of)


def test_a_trace_has_the_published_shape() -> None:
    validator("trace").validate(shaped())


def test_a_trace_without_anything_known_has_the_published_shape() -> None:
    case = Case()
    case.claim(None, None, "it rained")
    validator("trace").validate(trace_shape(case.trace(), imprint_of=case.imprint_of))


def test_a_retelling_runs_from_the_later_node_to_the_earlier() -> None:
    found = shaped()
    assert [(r["from"], r["to"]) for r in found["retellings"]] == [("k2", "k1"), ("k3", "k2")]
    names = {node["id"]: node.get("name") or node["publisher"] for node in found["nodes"]}
    assert names == {"k1": "Lead Inspector", "k2": "Courier", "k3": "Post", "k4": "Police Command"}


def test_a_change_keeps_the_words_of_both_sides() -> None:
    changed, left_out = shaped()["retellings"][1]["changes"]
    assert changed["kind"] == "predicate"
    assert changed["before"]["words"] == "spread across"
    assert changed["after"]["words"] == "concentrated in"
    assert left_out["after"] is None


def test_a_source_known_by_name_only_stands_with_the_places_that_name_it() -> None:
    node = shaped()["nodes"][0]
    assert node["kind"] == "named"
    assert node["spans"] == [{"document": capture("Courier"), "start": 3, "end": 9}]


def test_every_node_that_a_trace_refers_to_is_there() -> None:
    found = shaped()
    ids = {node["id"] for node in found["nodes"]}
    for link in found["retellings"]:
        assert {link["from"], link["to"]} <= ids
    assert {i for one in found["comparisons"] for i in (*one["between"], one["common"])} <= ids
    assert set(found["denials"]) <= ids
    for root in found["origins"]["roots"]:
        assert {root["node"], *root["claims"]} <= ids


def test_one_text_that_two_outlets_printed_is_the_same_document_and_two_nodes() -> None:
    case = Case()
    case.claim("Courier", "2022-02-10", "it rained")
    case.claim("Post", "2022-02-11", "it rained", document=f"{capture('Courier')}{AGAIN}2")
    found = trace_shape(case.trace(), imprint_of=case.imprint_of)
    validator("trace").validate(found)
    assert [n["document"] for n in found["nodes"]] == [capture("Courier")] * 2
    assert [n["publisher"] for n in found["nodes"]] == ["Courier", "Post"]


def test_the_schema_knows_every_kind_of_evidence_and_of_change() -> None:
    defs = json.loads((SHAPES / "trace.json").read_text(encoding="utf-8"))["$defs"]
    assert defs["evidence"]["properties"]["kind"]["enum"] == list(get_args(EvidenceKind))
    assert defs["change"]["properties"]["kind"]["enum"] == list(get_args(ChangeKind))


def test_every_kind_of_change_has_its_gravity() -> None:
    assert sorted(GRAVEST_FIRST) == sorted(get_args(ChangeKind))


def test_every_kind_of_evidence_has_its_words() -> None:
    later = Case()
    later.claim("Post", "2022-02-13", "it rained")
    node = later.trace().nodes[0]
    said = {
        kind: how(Retelling("k1", "k2", 1.0, (Evidence(kind, (), (), 0.5),)), node, "Courier")
        for kind in get_args(EvidenceKind)
    }
    assert all(said.values())
    assert len(set(said.values())) == len(said)


def test_a_link_between_documents_has_the_published_shape() -> None:
    case = Case()
    case.claim("Courier", "2022-02-10", "it rained")
    case.claim("Post", "2022-02-13", "it rained")
    evidence = (Evidence("copied_text", (Span(0, 9),), (Span(3, 12),), 0.84),)
    between = DocumentLink(capture("Post"), capture("Courier"), 0.99, evidence, 0.84)
    named = DocumentLink(capture("Post"), "named:APA", 0.99, (), 0.0)
    for link in (between, named):
        shape = document_link_shape(link, imprint_of=case.imprint_of)
        validator("retellings").validate(shape)
        assert shape["from"]["publisher"] == "Post"
    assert document_link_shape(named, imprint_of=case.imprint_of)["to"]["name"] == "APA"


def test_differences_come_the_gravest_first_and_have_the_published_shape() -> None:
    case = Case()
    courier = case.claim("Courier", "2022-02-10", "it is thought to have rained at dawn")
    post = case.claim("Post", "2022-02-13", "it rained in the morning")
    later = case.change("time", "at dawn", "in the morning")
    case.link(post, courier, "quotation", changes=(later, LEFT_OUT))
    found = differences([case.trace()])
    assert [one.change.kind for one in found] == ["certainty", "time"]
    for one in found:
        validator("changes").validate(change_shape(one, imprint_of=case.imprint_of))


def test_one_difference_that_stands_in_two_propositions_is_listed_once() -> None:
    case = Case()
    courier = case.claim("Courier", "2022-02-10", "it is thought to have rained")
    post = case.claim("Post", "2022-02-13", "it rained")
    case.link(post, courier, "quotation", changes=(LEFT_OUT,))
    assert len(differences([case.trace(), case.trace()])) == 1


def test_in_what_likely_unrelated_tellings_differ_is_not_listed() -> None:
    case = Case()
    courier = case.claim("Courier", "2022-02-10", "it is thought to have rained")
    post = case.claim("Post", "2022-02-13", "it rained")
    case.link(post, courier, "rewording", probability=0.4, changes=(LEFT_OUT,))
    assert differences([case.trace()]) == []
