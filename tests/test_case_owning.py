"""A team's own table of owners: what it may hold, and what is refused in one clear line."""

from __future__ import annotations

from pathlib import Path

import pytest

from hearsay.case.owning import read_owners
from hearsay.ledger.judgements import OwnedOutlet
from hearsay.vocabulary.errors import Misuse


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "owners.csv"


def refused(file: Path, text: str) -> str:
    file.write_bytes(text.encode())
    with pytest.raises(Misuse) as refusal:
        read_owners(str(file))
    message = str(refusal.value)
    assert len(message) < 400
    assert "\n" not in message
    return message.removeprefix(str(file))


@pytest.mark.parametrize("other", ["Calder Courier", "CALDER-COURIER", "the calder courier"])
@pytest.mark.parametrize("owner", ["Marsa Press", "Port Group"])
def test_two_lines_for_one_outlet_are_refused_with_both_lines(
    file: Path, other: str, owner: str
) -> None:
    said = refused(file, f"name,owner\nThe Calder Courier,Marsa Press\nLamp,X\n{other},{owner}\n")
    assert said.startswith(", lines 2 and 4: ")
    assert "The Calder Courier" in said


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("name,name,owner\nX,Q,Y\n", "has the column name more than once"),
        ("name,owner\nX,Y,,Z\n", ', line 2: "Z" stands beyond the last column'),
        ("name,owner\n...,Y\n", ', line 2: "..." has neither letter nor digit'),
        ("name,owner\nX,---\n", ', line 2: "---" has neither letter nor digit'),
        ("name,owner\nX,Y\nA\0B,Y\n", ", line 3: holds a zero byte"),
        ('name,owner\nX,"Y\n' + "A,B\n" * 600, ", line 2: a cell of more than 2,000 signs"),
        (f"name,owner\n{'x' * 200_000},Y\n", ", line 2: a cell of more than 2,000 signs"),
    ],
)
def test_what_cannot_be_meant_is_refused_with_its_line(file: Path, text: str, hint: str) -> None:
    assert hint in refused(file, text)


@pytest.mark.parametrize(
    ("table", "what"),
    [
        ("name,owner,aliases\nAlpha,G1,Same Name\nBeta,G2,the same-name\n", "name"),
        ("name,owner,aliases\nAlpha,G1,\nBeta,G2,alpha\n", "name"),
        ("name,owner,domains\nAlpha,G1,a.example\nBeta,G2,https://www.A.example/x\n", "domain"),
    ],
)
def test_what_leads_to_outlets_of_two_owners_is_refused(file: Path, table: str, what: str) -> None:
    said = refused(file, table)
    assert said.startswith(f", lines 2 and 3: the {what} ")
    assert "Alpha of G1 and to Beta of G2" in said


def test_outlets_of_one_owner_may_share_an_address(file: Path) -> None:
    file.write_text("name,owner,domains\nAlpha,G1,a.example\nAlpha TV,G1,a.example\n")
    assert [outlet.name for outlet in read_owners(str(file))] == ["Alpha", "Alpha TV"]


def test_a_line_separator_of_unicode_ends_no_row(file: Path) -> None:
    file.write_text("name,owner\nCalder\u2028Courier,Marsa\x85Press\n", encoding="utf-8")
    assert read_owners(str(file)) == (OwnedOutlet("Calder Courier", "Marsa Press", "", ""),)


def test_a_cell_in_quotation_marks_may_run_over_a_line(file: Path) -> None:
    file.write_text('name,owner\n"Calder\nCourier",Marsa Press\n')
    assert [outlet.name for outlet in read_owners(str(file))] == ["Calder Courier"]
