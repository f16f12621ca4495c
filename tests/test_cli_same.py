"""`hearsay same` on the command line."""

from __future__ import annotations

import json
from pathlib import Path

from conftest import ROOT, Hearsay
from jsonschema import Draft202012Validator

SHAPE = ROOT / "docs" / "reference" / "shapes" / "same.json"


def test_prints_one_object_in_the_published_shape(hearsay: Hearsay) -> None:
    ran = hearsay("same", "Walid Sabri", "وليد صبري", "--json")
    assert ran.code == 0, ran.err
    answer = json.loads(ran.out)
    Draft202012Validator(json.loads(SHAPE.read_text("utf-8"))).validate(answer)
    assert answer["same"] is True


def test_prints_its_answer_and_reasons_for_a_person(hearsay: Hearsay) -> None:
    ran = hearsay("same", "5th Division", "15th Division")
    assert ran.out.splitlines()[0].startswith("not the same (0.")
    assert "- The units bear different numbers: division 5 and division 15." in ran.out


def test_answers_each_row_of_a_table(hearsay: Hearsay) -> None:
    Path("pairs.tsv").write_text(
        "left\tright\tleft_context\tright_context\n"
        "Harbour Front\tHF\tthe Harbour Front (HF)\t\n"
        "5th Brigade\t5th Brigade\tof Averne\tof Oshand\n",
        encoding="utf-8",
    )
    ran = hearsay("same", "--tsv", "pairs.tsv")
    assert ran.code == 0, ran.err
    assert [json.loads(line)["same"] for line in ran.out.splitlines()] == [True, False]


def test_takes_the_words_around_each_name(hearsay: Hearsay) -> None:
    told = ("--left-context", "a taxi driver", "--right-context", "an army colonel")
    assert json.loads(hearsay("same", "Ali Hassan", "Ali Hassan", "--json").out)["same"] is True
    ran = hearsay("same", "Ali Hassan", "Ali Hassan", *told, "--json")
    assert json.loads(ran.out)["same"] is False


def test_reads_a_users_table_of_aliases(hearsay: Hearsay) -> None:
    Path("mine.csv").write_text(
        "entity,names,source\nHarbour Watch,Night Lanterns,notes\n", encoding="utf-8"
    )
    ran = hearsay("same", "Harbour Watch", "Night Lanterns", "--aliases", "mine.csv", "--json")
    assert json.loads(ran.out)["same"] is True


def test_one_name_alone_is_a_misuse(hearsay: Hearsay) -> None:
    ran = hearsay("same", "Walid Sabri")
    assert ran.code == 2
    assert "two names" in ran.err


def test_a_missing_table_of_aliases_is_named(hearsay: Hearsay) -> None:
    ran = hearsay("same", "a", "b", "--aliases", "nowhere.csv")
    assert ran.code == 2
    assert "nowhere.csv" in ran.err
