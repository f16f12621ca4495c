"""`hearsay trace` and what goes with it, as a user meets them, on three tellings of one report."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import Hearsay

COURIER = """Police units lean to Oshand, auditors find

The Office of Audit said on Monday that the 4th Regiment of the Harbour Police is thought to be
under the influence of Oshand.

According to the office, at least 31 attacks were made on convoys near Marsa between October and
December.
"""
LEDGER = """Regiment answers to Oshand

The 4th Regiment of the Harbour Police is under the influence of Oshand, the Calder Courier
reported, citing the Office of Audit.

According to the Calder Courier, 31 attacks were made on convoys near Marsa between October and
December.
"""
SOURCES = (
    ("courier.txt", COURIER, "Calder Courier", "2031-05-06"),
    ("reprint.txt", COURIER + "\nSource: Calder Courier\n", "Tamrin Watch", "2031-05-07"),
    ("ledger.txt", LEDGER, "Meridian Ledger", "2031-05-08"),
)


@pytest.fixture
def case(tmp_path: Path, hearsay: Hearsay) -> Hearsay:
    for name, text, publisher, published in SOURCES:
        path = tmp_path / name
        path.write_text(text)
        done = hearsay("read", path, "--publisher", publisher, "--published", published)
        assert done.code == 0, done.err
    return hearsay


def test_a_trace_shows_who_had_it_from_whom_and_what_differs(case: Hearsay) -> None:
    ran = case("trace", "4th Regiment influence of Oshand", "--limit", "1")
    assert ran.code == 0, ran.err
    assert "from 1 origin" in ran.out
    for outlet in ("Office of Audit", "Calder Courier", "Tamrin Watch", "Meridian Ledger"):
        assert outlet in ran.out
    assert "certainty: “thought to be” → left out" in ran.out
    courier = ran.out.index("Calder Courier · 2031-05-06")
    assert courier < ran.out.index("Tamrin Watch") < len(ran.out)


def test_a_trace_is_asked_for_by_a_claims_id_too(case: Hearsay) -> None:
    (listed, *_) = json.loads(case("claims", "convoys near Marsa", "--json").out)
    (trace,) = json.loads(case("trace", listed["id"][:8], "--json").out)
    assert listed["id"] in {node.get("claim") for node in trace["nodes"]}
    assert trace["origins"]["least"] == 1


def test_words_that_nobody_says_twice_get_a_hint_and_no_trace(case: Hearsay) -> None:
    ran = case("trace", "submarine")
    assert ran.code == 0
    assert ran.out == ""
    assert "Try fewer words" in ran.err
    assert json.loads(case("trace", "submarine", "--json").out) == []


def test_a_trace_is_drawn_into_a_file(case: Hearsay, tmp_path: Path) -> None:
    ran = case("trace", "31 attacks", "--svg", tmp_path / "chain.svg")
    assert ran.code == 0, ran.err
    assert (tmp_path / "chain.svg").read_text().startswith("<svg")
    refused = case("trace", "31 attacks", "--svg", tmp_path / "nowhere" / "chain.svg")
    assert refused.code == 2
    assert "Name another file with --svg." in refused.err


def test_the_most_echoed_come_first(case: Hearsay) -> None:
    found = json.loads(case("claims", "--by", "origins", "--json").out)
    echoes = [
        len({node["document"] for node in one["nodes"] if node["kind"] == "claim"})
        / max(1, one["origins"]["expected"])
        for one in found
    ]
    assert echoes == sorted(echoes, reverse=True)
    assert echoes[0] >= 2
    assert "told" in case("claims", "--by", "origins").out
    assert case("claims", "--by", "origins", "--outlet", "Courier").code == 2


def test_retellings_say_which_document_has_text_from_which(case: Hearsay) -> None:
    links = json.loads(case("retellings", "--json").out)
    reprint = [
        link
        for link in links
        if (link["from"].get("publisher"), link["to"].get("publisher"))
        == ("Tamrin Watch", "Calder Courier")
    ]
    assert reprint
    assert reprint[0]["share"] > 0.8
    assert "Tamrin Watch" in case("retellings").out


def test_changes_lists_the_hedge_that_was_dropped(case: Hearsay) -> None:
    found = json.loads(case("changes", "--kind", "certainty", "--json").out)
    assert [one["before"]["words"] for one in found] == ["thought to be"]
    assert [one["from"]["publisher"] for one in found] == ["Meridian Ledger"]
    assert "certainty" in case("changes").out


def test_what_a_person_parts_stays_apart_until_it_is_undone(case: Hearsay) -> None:
    def claims() -> set[str]:
        (trace, *_) = json.loads(case("trace", "31 attacks convoys Marsa", "--json").out)
        return {node["claim"] for node in trace["nodes"] if node["kind"] == "claim"}

    before = claims()
    one, *others = sorted(before)
    for other in others:
        assert case("part", one, other, "--by", "Ana", "--why", "another road").code == 0
    assert one not in claims() or not claims() & set(others)
    for number in range(1, len(others) + 1):
        assert case("undo", f"p{number}", "--by", "Ana").code == 0
    assert claims() == before
    assert case("undo", "p99").code == 2


def test_what_a_person_joins_is_one_proposition(case: Hearsay) -> None:
    regiment = json.loads(case("claims", "4th Regiment", "--json").out)[0]["id"]
    attacks = json.loads(case("claims", "31 attacks", "--json").out)[0]["id"]
    assert case("join", regiment, attacks, "--why", "one paragraph").code == 0
    (trace,) = json.loads(case("trace", regiment, "--json").out)
    assert {regiment, attacks} <= {node.get("claim") for node in trace["nodes"]}


def test_a_labelled_claim_is_in_no_trace_until_asked_for(case: Hearsay) -> None:
    (trace, *_) = json.loads(case("trace", "31 attacks convoys Marsa", "--json").out)
    hidden = next(node["claim"] for node in trace["nodes"] if node["kind"] == "claim")
    assert case("label", hidden, "source-at-risk").code == 0
    assert hidden not in case("trace", "31 attacks convoys Marsa", "--json").out
    shown = case("trace", "31 attacks convoys Marsa", "--json", "--label", "source-at-risk")
    assert hidden in shown.out


def test_a_drawing_never_takes_the_place_of_another_file(case: Hearsay, tmp_path: Path) -> None:
    case("trace", "31 attacks")  # what it worked out is kept in the case
    for path in ("case.hearsay", tmp_path / "courier.txt"):
        before = Path(path).read_bytes()
        ran = case("trace", "31 attacks", "--svg", path)
        assert ran.code == 2
        assert "is there already and is no SVG" in ran.err
        assert Path(path).read_bytes() == before
    (tmp_path / "link.svg").symlink_to(tmp_path / "ledger.txt")
    assert case("trace", "31 attacks", "--svg", tmp_path / "link.svg").code == 2
    for _ in range(2):
        assert case("trace", "31 attacks", "--svg", tmp_path / "again.svg").code == 0


def test_words_that_only_one_claim_has_are_traced_by_themselves(case: Hearsay) -> None:
    (trace, *_) = json.loads(case("trace", "answers", "--json").out)
    assert [n["words"] for n in trace["nodes"] if n["kind"] == "claim"] == [
        "Regiment answers to Oshand"
    ]


def test_judgements_are_listed_with_who_made_them_and_what_was_taken_back(case: Hearsay) -> None:
    regiment = json.loads(case("claims", "4th Regiment", "--json").out)[0]["id"]
    attacks = json.loads(case("claims", "31 attacks", "--json").out)[0]["id"]
    case("part", regiment, attacks, "--by", "Ana", "--why", "two matters")
    assert "say the same" in case("judgements").out
    case("undo", "p1", "--by", "Bo")
    (kept,) = json.loads(case("judgements", "--json").out)
    assert (kept["id"], kept["by"], kept["why"], kept["undone"]) == (
        "p1",
        "Ana",
        "two matters",
        True,
    )


def test_an_id_is_the_same_in_every_list_though_a_name_is_hidden(case: Hearsay) -> None:
    listed = json.loads(case("claims", "31 attacks", "--json").out)
    case("label", listed[-1]["id"], "secret")
    ids = {one["id"] for one in json.loads(case("claims", "--json").out)}
    for trace in json.loads(case("claims", "--by", "origins", "--json").out):
        assert {n["claim"] for n in trace["nodes"] if n["kind"] == "claim"} <= ids


def test_bytes_that_are_no_text_are_a_query_like_any_other(case: Hearsay) -> None:
    ran = case("trace", "\udcff")
    assert ran.code == 0
    assert "Traceback" not in ran.err
    assert case("trace", "\udcff", "--json").out.strip() == "[]"


NAMED = """Talks end

General Yusuf Karimov said that the army lost forty tanks near Marsa.

Karimov said that the port is closed. Karimov said that no ship had left the port.
"""


def test_a_name_of_a_labelled_passage_is_in_no_list(hearsay: Hearsay, tmp_path: Path) -> None:
    (tmp_path / "named.txt").write_text(NAMED)
    hearsay("read", tmp_path / "named.txt", "--publisher", "Alpha", "--published", "2031-05-06")
    labelled = json.loads(hearsay("claims", "forty tanks", "--json").out)[0]["id"]
    assert "Yusuf" in hearsay("claims", "port").out
    assert hearsay("label", labelled, "secret").code == 0
    for asked in (("claims",), ("claims", "--json"), ("claims", "port"), ("trace", "port")):
        assert "Yusuf" not in hearsay(*asked).out
    assert hearsay("claims", "--speaker", "Yusuf").out == ""
    assert hearsay("claims", "yusuf", "--json").out.strip() == "[]"
    assert "█████" in hearsay("claims", "port").out
    assert "Yusuf" in hearsay("claims", "port", "--label", "secret").out


def test_between_two_texts_of_one_day_it_is_not_said_which_came_first(
    hearsay: Hearsay, tmp_path: Path
) -> None:
    text = COURIER.replace("The Office of Audit said on Monday that", "It is now clear that")
    for name, publisher in (("a", "Island Post"), ("b", "Harbour Times")):
        path = tmp_path / f"{name}.txt"
        path.write_text(f"{text}\n\nMore from the {publisher} tomorrow.\n")
        hearsay("read", path, "--publisher", publisher, "--published", "2031-05-06")
    ran = hearsay("trace", "4th Regiment influence", "--limit", "1")
    assert "same day, which came first is not shown" in " ".join(ran.out.split())
    assert "probably from" not in ran.out
