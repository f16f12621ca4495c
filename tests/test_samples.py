"""The sample case: its gold stands in its words, and its files come out the same again."""

from __future__ import annotations

import csv
import html
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

import pypdfium2
import pytest

from hearsay.samples import gold, manifest, sample_files
from hearsay.vocabulary.edtf import days_of
from hearsay.vocabulary.readings import CueClass
from hearsay.vocabulary.traces import ChangeKind, EvidenceKind
from tools import make_samples
from tools.make_samples import TARGET, made
from tools.samples.long_report import long_report
from tools.samples.rendered import Rendered

GOLD = gold()
CUE_CLASSES = frozenset(get_args(CueClass))
EVIDENCE = frozenset(get_args(EvidenceKind))
CHANGES = frozenset(get_args(ChangeKind))


def words_of_page(content: str) -> str:
    """A page's words after plain tag stripping: block tags part words, inline ones do not."""
    body = content[content.index("<body") :]
    body = re.sub(r"<(script|style)\b.*?</\1>", " ", body, flags=re.DOTALL)
    body = re.sub(r"</?(?:a|em|strong|span)\b[^>]*>", "", body)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", body)).split())


@cache
def rendered() -> tuple[Rendered, ...]:
    """Every sample made again, once for all tests."""
    return make_samples.rendered()


@pytest.fixture(scope="module")
def visible() -> dict[str, str]:
    """The visible words of every sample: pages and texts from their files, PDFs as written."""
    words = {s.file: s.visible for s in rendered() if s.file.endswith(".pdf")}
    for path in sample_files():
        text = path.read_text(encoding="utf-8") if path.suffix != ".pdf" else ""
        if path.suffix == ".html":
            words[path.name] = words_of_page(text)
        elif path.suffix == ".txt":
            words[path.name] = " ".join(text.split())
    return words


def spans_of(entry: Any) -> Iterator[dict[str, Any]]:
    """Every span in an entry of the gold, however deep."""
    if isinstance(entry, dict):
        if set(entry) == {"words", "occurrence", "before"}:
            yield entry
        for value in entry.values():
            yield from spans_of(value)
    elif isinstance(entry, list):
        for value in entry:
            yield from spans_of(value)


def placed(visible: str, span: dict[str, Any]) -> int:
    """Where a span begins in the visible words; AssertionError where it does not stand."""
    at = -1
    for _ in range(span["occurrence"]):
        at = visible.find(span["words"], at + 1)
        assert at >= 0, span
    return at


@pytest.mark.parametrize("part", ["attributions", "claims", "times", "credits", "furniture"])
def test_every_quoted_string_stands_in_its_document_where_the_gold_says(
    part: str, visible: dict[str, str]
) -> None:
    for entry in GOLD[part]:
        for span in spans_of(entry):
            text = visible[entry["document"]]
            at = placed(text, span)
            assert text[:at].endswith(span["before"]), span


def test_every_changed_word_stands_in_the_document_of_its_claim(visible: dict[str, str]) -> None:
    for link in GOLD["retellings"]:
        for change in link["changes"]:
            for side, node in (("before", link["to"]), ("after", link["from"])):
                if change[side] is not None:
                    placed(visible[node.split("#")[0]], change[side])


def test_every_id_that_is_referred_to_exists() -> None:
    files = {path.name for path in sample_files()}
    attributions = {a["id"] for a in GOLD["attributions"]}
    claims = {c["id"] for c in GOLD["claims"]}
    propositions = {p["id"] for p in GOLD["propositions"]}
    assert {d["document"] for d in GOLD["documents"]} == files
    assert len(attributions) == len(GOLD["attributions"])
    assert len(claims) == len(GOLD["claims"])
    for attribution in GOLD["attributions"]:
        assert attribution["within"] is None or attribution["within"] in attributions
    for claim in GOLD["claims"]:
        assert claim["proposition"] in propositions
        assert claim["attribution"] is None or claim["attribution"] in attributions
    for link in GOLD["retellings"]:
        assert link["from"] in claims
        assert link["to"] in claims or link["to"].startswith("named:")
        assert set(link["evidence"]) <= EVIDENCE
        assert {change["kind"] for change in link["changes"]} <= CHANGES
    for link in GOLD["document_retellings"]:
        assert link["from"] in files
        assert link["to"] in files or link["to"].startswith("named:")


def test_every_claim_belongs_to_exactly_one_proposition() -> None:
    listed = Counter(c for p in GOLD["propositions"] for c in (*p["claims"], *p["denials"]))
    assert listed == Counter(c["id"] for c in GOLD["claims"])


def test_a_nested_attribution_stands_in_the_content_of_the_outer_one(
    visible: dict[str, str],
) -> None:
    by_id = {a["id"]: a for a in GOLD["attributions"]}
    for inner in GOLD["attributions"]:
        if inner["within"] is None:
            continue
        text, outer = visible[inner["document"]], by_id[inner["within"]]
        content = placed(text, inner["content"][0])
        contents = [(placed(text, s), len(s["words"])) for s in outer["content"]]
        assert any(start <= content < start + length for start, length in contents), inner["id"]
        speakers = inner["speakers"]
        assert speakers[-1] == inner["speaker"] or inner["speaker"] == speakers[0]


def test_a_retelling_leads_to_what_was_published_no_later() -> None:
    published = {d["document"]: d["published"] for d in GOLD["documents"]}
    for link in (*GOLD["retellings"], *GOLD["document_retellings"]):
        later, earlier = link["from"].split("#")[0], link["to"].split("#")[0]
        if not earlier.startswith("named:"):
            assert published[earlier] <= published[later]


def test_origins_follow_the_counting_rule_where_every_link_is_certain() -> None:
    """Certain links: as many distinct proven roots at least as expected, all roots at most."""
    for proposition in GOLD["propositions"]:
        origins = proposition["origins"]
        if not proposition["claims"]:
            assert origins is None
            continue
        proven = sum(root["proven"] for root in origins["roots"])
        assert origins["least"] == max(1, proven)
        assert origins["expected"] == max(1, proven)
        assert origins["unproven"] == len(origins["roots"]) - proven
        assert origins["most"] == max(1, len(origins["roots"]))


def test_no_claim_that_retells_another_is_a_root_of_its_own() -> None:
    claims = {c["id"] for c in GOLD["claims"]}
    retelling = {link["from"] for link in GOLD["retellings"] if link["to"] in claims}
    for proposition in GOLD["propositions"]:
        for root in (proposition["origins"] or {"roots": []})["roots"]:
            assert not retelling & set(root["claims"])


def test_time_values_are_edtf_that_can_be_compared() -> None:
    for entry in GOLD["times"]:
        for value in (entry["edtf"], *entry["alternatives"]):
            assert value is None or days_of(value) is not None, entry


def test_the_gold_is_as_large_as_the_issue_asks() -> None:
    nested = [a for a in GOLD["attributions"] if a["within"]]
    assert len(GOLD["attributions"]) >= 120
    assert len(nested) >= 25
    assert len(GOLD["times"]) >= 60
    assert len(GOLD["propositions"]) >= 20
    assert {a["cue_class"] for a in GOLD["attributions"]} == CUE_CLASSES
    assert {p["origins"]["unproven"] > 0 for p in GOLD["propositions"] if p["origins"]} == {
        True,
        False,
    }


def test_the_committed_files_are_what_the_script_makes() -> None:
    """Byte for byte, with the Typst version that requirements pin."""
    committed = {p.name: p.read_bytes() for p in TARGET.iterdir() if p.suffix not in (".py", "")}
    assert made(rendered()) == committed


def test_the_quarterly_report_is_long_enough_and_full_of_notes() -> None:
    path = next(p for p in sample_files() if p.name == "steady-lantern-2021q4.pdf")
    report = pypdfium2.PdfDocument(path)
    text = "\n".join(page.get_textpage().get_text_range() for page in report)
    assert len(report) >= 10
    assert text.count("Operation Steady Lantern") >= 10, "running heads"
    assert re.search(r"^40\. ", text, re.MULTILINE), "fortieth endnote"
    assert path.stat().st_size < 400_000


def test_the_manifest_names_files_that_are_there_and_dates_each() -> None:
    names = {path.name for path in sample_files()}
    rows = list(csv.DictReader(manifest().read_text(encoding="utf-8").splitlines()))
    assert {row["path"] for row in rows} == {n for n in names if not n.endswith(".html")}
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\d", row["published"]) for row in rows)


def test_the_reprint_repeats_the_article_word_for_word(visible: dict[str, str]) -> None:
    by_name = {s.file: s for s in rendered()}
    body = by_name["port-sable-observer.html"].source.blocks
    assert all(block.text in visible["tamrin-watch.txt"] for block in body)


def test_the_long_report_has_the_pages_asked_for_and_comes_out_the_same_again() -> None:
    first = long_report(pages=12, seed=7)
    assert 12 <= len(pypdfium2.PdfDocument(first)) <= 15
    assert long_report(pages=12, seed=7) == first
    assert long_report(pages=12, seed=8) != first
