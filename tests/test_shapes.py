"""Real output against the published shapes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, Hearsay
from jsonschema import Draft202012Validator

SHAPES = ROOT / "docs" / "reference" / "shapes"
ARTICLE = """Harbour police said to have left their posts

The governor of Marsa told the Daily Lantern on Tuesday that two police units [the 5th and 8th]
had been withdrawn last month. "We were not asked," she said.

The mayor denied that any officer had left, and is understood to have faced resistance.

Source » coastgazette
"""


def validator(name: str) -> Draft202012Validator:
    schema = json.loads((SHAPES / f"{name}.json").read_text(encoding="utf-8"))
    return Draft202012Validator(schema)


@pytest.fixture
def annotated(hearsay: Hearsay) -> dict[str, Any]:
    Path("a.txt").write_text(ARTICLE, encoding="utf-8")
    ran = hearsay("annotate", "a.txt", "--published", "2031-05-08", "--publisher", "Gazette")
    assert ran.code == 0, ran.err
    (line,) = ran.out.splitlines()
    found: dict[str, Any] = json.loads(line)
    return found


def spans_in(value: Any) -> list[tuple[int, int]]:
    if isinstance(value, dict):
        own = [(value["start"], value["end"])] if "start" in value else []
        return own + [s for v in value.values() for s in spans_in(v)]
    if isinstance(value, list):
        if len(value) == 2 and all(isinstance(v, int) for v in value):
            return [(value[0], value[1])]
        return [s for v in value for s in spans_in(v)]
    return []


def test_what_annotate_prints_has_the_published_shape(annotated: dict[str, Any]) -> None:
    validator("annotate").validate(annotated)
    assert annotated["mentions"]
    assert annotated["attributions"]
    assert annotated["assertions"]
    assert annotated["times"]
    assert annotated["credits"]


def test_what_is_stated_stands_in_the_annotation(annotated: dict[str, Any]) -> None:
    assert annotated["published"] == "2031-05-08"
    assert annotated["publisher"] == "Gazette"
    assert annotated["path"] == "a.txt"


def test_a_plain_text_file_is_its_own_text(annotated: dict[str, Any]) -> None:
    assert annotated["text"] == ARTICLE


def test_every_span_of_an_annotation_lies_in_its_text(annotated: dict[str, Any]) -> None:
    spans = spans_in(annotated)
    assert spans
    for start, end in spans:
        assert 0 <= start < end <= len(annotated["text"])


def test_every_id_that_an_annotation_refers_to_is_there(annotated: dict[str, Any]) -> None:
    mentions = {m["id"] for m in annotated["mentions"]}
    attributions = {a["id"] for a in annotated["attributions"]}
    for attribution in annotated["attributions"]:
        assert attribution["within"] in attributions | {None}
        assert attribution["speaker"] in mentions | {None}
        assert attribution["addressee"] in mentions | {None}
        assert set(attribution["chain"]) <= mentions
    for assertion in annotated["assertions"]:
        assert assertion["attribution"] in attributions | {None}
    for mention in annotated["mentions"]:
        assert mention["refers"] in mentions


def test_a_file_that_cannot_be_read_has_the_shape_too(hearsay: Hearsay) -> None:
    Path("empty.txt").write_bytes(b"")
    ran = hearsay("annotate", "empty.txt")
    assert ran.code == 2
    found = json.loads(ran.out)
    validator("annotate").validate(found)
    assert found["text"] == ""
    assert found["problems"][0]["code"] == "empty"


def test_each_claim_has_the_published_shape(hearsay: Hearsay) -> None:
    Path("a.txt").write_text(ARTICLE, encoding="utf-8")
    hearsay("read", "a.txt", "--published", "2031-05-08")
    lines = hearsay("claims", "--jsonl").out.splitlines()
    assert lines
    for line in lines:
        validator("claims").validate(json.loads(line))
    assert json.loads(hearsay("claims", "--json").out) == [json.loads(line) for line in lines]


@pytest.mark.parametrize(
    "phrase", ["the last three months of 2021", "last month", "for years now", "3/4/2021"]
)
def test_what_when_answers_has_the_published_shape(hearsay: Hearsay, phrase: str) -> None:
    ran = hearsay("when", phrase, "--published", "2022-02-17", "--json")
    validator("when").validate(json.loads(ran.out))


def test_an_unknown_format_of_annotations_says_which_there_are(hearsay: Hearsay) -> None:
    Path("a.txt").write_text(ARTICLE, encoding="utf-8")
    ran = hearsay("annotate", "a.txt", "--format", "docx")
    assert ran.code == 2
    assert "there are: brat, jsonl, w3c" in ran.err


def test_what_is_traced_has_the_published_shapes(hearsay: Hearsay) -> None:
    for name, publisher, day in (("a.txt", "Gazette", "08"), ("b.txt", "Courier", "09")):
        Path(name).write_text(ARTICLE + f"\n\nMore in the {publisher}.", encoding="utf-8")
        hearsay("read", name, "--published", f"2031-05-{day}", "--publisher", publisher)
    traces = json.loads(hearsay("claims", "--by", "origins", "--json").out)
    assert traces
    for trace in traces:
        validator("trace").validate(trace)
    for link in json.loads(hearsay("retellings", "--json").out):
        validator("retellings").validate(link)
    for change in json.loads(hearsay("changes", "--json").out):
        validator("changes").validate(change)
