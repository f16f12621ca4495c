"""`hearsay aliases`: names that people of a case state, and what they change there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import Hearsay

TABLE = (
    "entity,kind,country,names,source\n"
    "Federal Police,force,,FedPol|The Blue Shirts,a leaflet of 2021\n"
    "Heydar Salmani,person,,Abu Rasim,interview of 3 May\n"
)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "names.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


@pytest.fixture
def case(hearsay: Hearsay, tmp_path: Path) -> Path:
    """A case of two reports that call one force by two names."""
    for at, words in enumerate(
        ("The Harbour Watch fired on a crowd in Merek.", "The Night Lanterns denied that.")
    ):
        Path(f"{at}.txt").write_text(words + "\n", encoding="utf-8")
        ran = hearsay("read", f"{at}.txt", "--publisher", f"Gazette {at}")
        assert ran.code == 0, ran.err
    return tmp_path / "case.hearsay"


LANTERNS = ("--entity", "Harbour Watch", "--names", "Night Lanterns", "--source", "a leaflet")


def test_a_table_is_kept_row_by_row_and_given_out_again(
    hearsay: Hearsay, case: Path, table: Path
) -> None:
    ran = hearsay("aliases", table, "--by", "R. Vane", "--why", "agreed")
    assert ran.code == 0, ran.err
    assert "The names of 2 kept." in ran.out
    assert hearsay("aliases", "--csv").out == TABLE
    first, second = json.loads(hearsay("aliases", "--json").out)
    assert (first["id"], first["names"]) == ("a1", ["FedPol", "The Blue Shirts"])
    assert (second["by"], second["why"]) == ("R. Vane", "agreed")
    assert "The names of 0 kept, 2 held already." in hearsay("aliases", table).out


def test_two_names_are_one_in_the_case_until_it_is_undone(hearsay: Hearsay, case: Path) -> None:
    def names() -> list[str]:
        (found,) = json.loads(hearsay("who", "Harbour Watch", "--json").out)
        held: list[str] = found["who"]["names"]
        return held

    assert "Night Lanterns" not in names()
    assert hearsay("aliases", *LANTERNS).code == 0
    assert "Night Lanterns" in names()
    assert hearsay("undo", "a1").code == 0
    assert "Night Lanterns" not in names()


def test_same_answers_by_the_names_of_a_case_that_is_named(hearsay: Hearsay, case: Path) -> None:
    hearsay("aliases", *LANTERNS)
    assert "not the same" in hearsay("same", "Night Lanterns", "Harbour Watch").out
    out = hearsay("same", "Night Lanterns", "Harbour Watch", "--case", case).out
    assert out.startswith("same (")
    assert "(a leaflet)" in out


def test_somebody_is_found_by_a_name_that_stands_only_in_the_table(
    hearsay: Hearsay, case: Path
) -> None:
    hearsay("aliases", "--entity", "Harbour Watch", "--names", "Blue Shirts", "--source", "x")
    ran = hearsay("who", "Blue Shirts")
    assert ran.out.startswith("Harbour Watch · ")


def test_as_it_was_known_before_nothing_is_stated(hearsay: Hearsay, case: Path) -> None:
    hearsay("aliases", *LANTERNS)
    assert json.loads(hearsay("aliases", "--json", "--known-at", "2001-01-01").out) == []


def test_bad_lines_are_told_and_nothing_is_taken(hearsay: Hearsay, case: Path, table: Path) -> None:
    table.write_text(TABLE + "Lamp,,,,x\n,,,Y,x\n", encoding="utf-8")
    ran = hearsay("aliases", table)
    assert ran.code == 2
    assert "names.csv, line 4: Lamp has no other name" in ran.err
    assert "names.csv, line 5: no entity" in ran.err
    assert "2 lines cannot be meant; none was taken." in ran.err
    assert json.loads(hearsay("aliases", "--json").out) == []


@pytest.mark.parametrize(
    "arguments",
    [
        ("--entity", "X"),
        ("names.csv", *LANTERNS),
        (*LANTERNS, "--json"),
        ("--csv", "--json"),
        ("--entity", "X", "--names", "|", "--source", "x"),
    ],
)
def test_what_cannot_be_meant_is_refused(
    hearsay: Hearsay, case: Path, table: Path, arguments: tuple[str, ...]
) -> None:
    assert hearsay("aliases", *arguments).code == 2


def test_it_stands_among_the_judgements(hearsay: Hearsay, case: Path) -> None:
    hearsay("aliases", *LANTERNS)
    (one,) = json.loads(hearsay("judgements", "--json").out)
    assert (one["about"], one["entity"], one["aliases"]) == (
        "alias",
        "Harbour Watch",
        ["Night Lanterns"],
    )
    assert "Harbour Watch is also called Night Lanterns" in hearsay("judgements").out
