"""The made-up case and the tables about it; nothing is timed here."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from benchmarks import others, pictured, picturing
from benchmarks.child import Ran
from benchmarks.forces import Division
from benchmarks.graphs import MadeCase
from hearsay.picture.index import Asking
from hearsay.picture.laying import laid_out
from hearsay.picture.structure import chart_of
from hearsay.vocabulary.statements import parties_of


@pytest.fixture(scope="module")
def made() -> MadeCase:
    return MadeCase(1)


@pytest.fixture(scope="module")
def asking(made: MadeCase) -> Asking:
    return Asking(laid_out(made.stated(), made.entities()))


def test_the_same_seed_makes_the_same_case(made: MadeCase) -> None:
    assert next(iter(made.stated())) == next(iter(MadeCase(1).stated()))


def test_every_statement_names_its_parties_in_the_words_of_a_claim(made: MadeCase) -> None:
    seen: Counter[str] = Counter()
    for account, statements in made.stated():
        claims = {claim.spans for claim in account.claims}
        for one in statements:
            assert one.grounds.spans in claims
            seen[type(one).__name__] += 1
            for _, party in parties_of(one):
                assert party.spans[0].of(account.document.text) == party.name
    assert sum(seen.values()) == 2_000
    assert seen["Posting"] == 900


def test_a_division_has_its_brigades_and_battalions_in_one_chart(asking: Asking) -> None:
    (division,) = asking.entities(Division(0, 7).name)
    chart = chart_of(asking, division.number)
    assert len(chart.entities) >= 1 + 6 + 6 * 7
    assert any(box.commands for box in chart.box.under)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("made")
    pictured.make(made, 1)
    return made


@pytest.mark.parametrize("name", others.SEARCHES)
def test_others_find_ways_as_long_as_ours(name: str, folder: Path) -> None:
    pytest.importorskip(name)
    asked, beside = pictured.ask(folder), pictured.beside(name, folder)
    assert asked["lengths"] == beside["lengths"]
    assert any(asked["lengths"])


def test_a_goal_at_hubs_is_held_against_the_slowest() -> None:
    asked = {
        "ms": {"ways": [0.2, 3.0], "ways at hubs": [1.0, 120.0], "opening": [9.0]},
        "boxes": [50, 56],
        "lengths": [3, 4],
    }
    ran = Ran(0, 1.0, 200.0, 200.0, "")
    rows = picturing.asked_of({"statements": 2_000, "entities": 200}, asked, ran).rows
    goals = {row[0]: row[3:] for row in rows if row[3]}
    assert goals["ways at hubs: the slowest of 2"] == ("≤ 100", "no")
    assert goals["ways: the middle one"] == ("≤ 1", "no")
    assert goals["memory of the process"] == ("≤ 500", "yes")
    assert "ways at hubs: the middle one" not in goals


def test_others_stand_in_one_table_with_how_many_ways_are_as_long() -> None:
    ran = Ran(0, 1.0, 200.0, 200.0, "")
    asked = {"ms": {"ways": [1.0], "ways at hubs": [], "opening": [9.0]}, "lengths": [3, 4]}
    other = {"ms": {"ways": [0.1], "ways at hubs": []}, "loading": 2.0, "lengths": [3, 2]}
    rows = picturing.beside_others(asked, ran, {"networkx": (other, ran)}).rows
    assert [(row[0], row[-1]) for row in rows] == [("Hearsay", "2 of 2"), ("networkx", "1 of 2")]
