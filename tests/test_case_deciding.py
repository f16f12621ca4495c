"""What people decide changes what is traced, and taking it back changes it back."""

from __future__ import annotations

import json
from itertools import combinations
from pathlib import Path

import pytest
from conftest import Hearsay

COURIER = """Police units lean to Oshand, auditors find

The Office of Audit said on Monday that the 4th Regiment of the Harbour Police is thought to be
under the influence of Oshand.
"""
LEDGER = """Regiment answers to Oshand

The 4th Regiment of the Harbour Police is under the influence of Oshand, the Calder Courier
reported, citing the Office of Audit.
"""
BARE = """Regiment under influence

The 4th Regiment of the Harbour Police is under the influence of Oshand.
"""
SOURCES = (
    ("courier.txt", COURIER, "Calder Courier", "2031-05-06"),
    ("ledger.txt", LEDGER, "Meridian Ledger", "2031-05-08"),
    ("lamp.txt", BARE, "The Lamp", "2031-05-09"),
    ("gazette.txt", BARE + "\nIt rained in Marsa.\n", "Coast Gazette", "2031-05-09"),
)


@pytest.fixture
def case(tmp_path: Path, hearsay: Hearsay) -> Hearsay:
    for name, text, publisher, published in SOURCES:
        path = tmp_path / name
        path.write_text(text)
        done = hearsay("read", path, "--publisher", publisher, "--published", published)
        assert done.code == 0, done.err
    return hearsay


def trace(case: Hearsay) -> dict[str, object]:
    found: list[dict[str, object]] = json.loads(case("trace", "4th Regiment", "--json").out)
    return found[0]


def links(case: Hearsay) -> dict[tuple[str, str], float]:
    """Between which outlets, or sources by name, the retellings are, and how sure they are."""
    found = trace(case)
    names = {n["id"]: n.get("publisher") or n.get("name") for n in found["nodes"]}  # type: ignore[attr-defined]
    return {
        (names[link["from"]], names[link["to"]]): link["probability"]
        for link in found["retellings"]  # type: ignore[attr-defined]
    }


def claim(case: Hearsay, outlet: str) -> str:
    nodes = trace(case)["nodes"]
    return next(n["claim"] for n in nodes if n.get("publisher") == outlet)  # type: ignore[attr-defined]


def test_a_link_that_is_cut_is_in_no_trace_until_that_is_taken_back(case: Hearsay) -> None:
    before = links(case)
    pair = ("Meridian Ledger", "Calder Courier")
    assert pair in before
    case("cut", claim(case, pair[0]), claim(case, pair[1]))
    # Its text names the Courier all the same: something else of theirs, known by name only.
    earlier = {one["to"] for one in trace(case)["retellings"]}  # type: ignore[attr-defined]
    nodes = {node["id"]: node for node in trace(case)["nodes"]}  # type: ignore[attr-defined]
    couriers = [
        n for n in nodes.values() if "Calder Courier" in (n.get("publisher"), n.get("name"))
    ]
    assert {node["kind"] for node in couriers if node["id"] in earlier} == {"named"}
    case("undo", "r1")
    assert links(case) == before


def test_a_link_between_documents_that_is_stated_is_certain(case: Hearsay) -> None:
    case("link", "lamp.txt", "ledger.txt", "--why", "the editor said so")
    assert links(case)["The Lamp", "Meridian Ledger"] == 1.0
    shown = case("trace", "4th Regiment").out.replace("│", " ")
    assert "so judged by a person" in " ".join(shown.split())
    retold = json.loads(case("retellings", "--json").out)
    stated = [one for one in retold if one["probability"] == 1]
    assert [(one["from"]["publisher"], one["to"]["publisher"]) for one in stated] == [
        ("The Lamp", "Meridian Ledger")
    ]


def test_a_source_that_only_a_person_knows_is_an_origin(case: Hearsay) -> None:
    case("link", claim(case, "Coast Gazette"), "--named", "Oster Wire")
    assert links(case)["Coast Gazette", "Oster Wire"] == 1.0


def test_outlets_of_one_owner_are_counted_once(case: Hearsay) -> None:
    outlets = ("Calder Courier", "Meridian Ledger", "The Lamp", "Coast Gazette")
    claims = [claim(case, outlet) for outlet in outlets]
    for one, other in combinations(claims, 2):
        case("cut", one, other)
    before = trace(case)["origins"]["most"]  # type: ignore[index]
    assert before >= 3
    Path("owners.csv").write_text("name,owner\nThe Lamp,Marsa Press\nCoast Gazette,Marsa Press\n")
    assert case("owners", "owners.csv").code == 0
    assert trace(case)["origins"]["most"] == before - 1  # type: ignore[index]
