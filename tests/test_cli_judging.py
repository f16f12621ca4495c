"""`hearsay link`, `cut`, `owners`, `judgements` and `undo`, as a user meets them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import Hearsay
from ledger_entries import LATER, THEN, claim_in, entry

from hearsay.ledger.opening import open_case
from hearsay.vocabulary.captures import Particulars

TEXT = "The Third Brigade had left Tarsk, General Ilhan Merrow said.\nSnow fell."
LEFT = claim_in(TEXT, "The Third Brigade had left Tarsk", speaker="General Ilhan Merrow")
OTHER_TEXT = "The brigade has gone from Tarsk, Oster Wire reports."
GONE = claim_in(OTHER_TEXT, "The brigade has gone from Tarsk")


@pytest.fixture
def case(tmp_path: Path, hearsay: Hearsay) -> Hearsay:
    store = open_case(str(tmp_path / "case.hearsay"), create=True)
    store.append(entry(TEXT, LEFT), recorded_at=THEN)
    store.append(entry(OTHER_TEXT, GONE, address="other.txt"), recorded_at=LATER)
    store.close()
    return hearsay


def judgements(case: Hearsay) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(case("judgements", "--json").out)
    return found


class TestLinks:
    def test_a_cut_says_what_it_decided_and_how_to_take_it_back(self, case: Hearsay) -> None:
        ran = case("cut", GONE.id, LEFT.id, "--by", "Ana", "--why", "two brigades")
        assert ran.code == 0, ran.err
        first, head = ran.out.splitlines()
        assert first == (
            f"r1: neither of {GONE.id} and {LEFT.id} has it from the other. "
            "Take it back with: hearsay undo r1"
        )
        assert head.startswith("Head: ")

    def test_documents_are_linked_by_their_addresses(self, case: Hearsay) -> None:
        ran = case("link", "other.txt", "report.txt")
        assert f"document {GONE.capture[:8]} has it from document {LEFT.capture[:8]}" in ran.out
        assert judgements(case)[0]["later"] == {"kind": "document", "document": GONE.capture}

    def test_a_source_by_name_is_linked_with_its_name(self, case: Hearsay) -> None:
        assert (
            f"{GONE.id} has it from “Oster Wire”"
            in case("link", GONE.id, "--named", "Oster Wire").out
        )
        assert judgements(case)[0]["earlier"] == {"kind": "named", "name": "Oster Wire"}

    @pytest.mark.parametrize(
        ("arguments", "hint"),
        [
            ((GONE.id,), "Name EARLIER, or a source with --named"),
            ((GONE.id, LEFT.id, "--named", "X"), "one of the two"),
            ((GONE.id, "report.txt"), "a claim and a document"),
            ((GONE.id, "nothing.txt"), 'No document "nothing.txt". There are: '),
        ],
    )
    def test_what_is_no_link_gets_one_line_that_says_what_to_do(
        self, case: Hearsay, arguments: tuple[str, ...], hint: str
    ) -> None:
        ran = case("cut", *arguments)
        assert (ran.code, ran.out) == (2, "")
        assert hint in ran.err
        assert len(ran.err.splitlines()) == 1

    def test_an_address_of_two_captures_is_listed_once_with_the_digits_of_both(
        self, case: Hearsay, tmp_path: Path
    ) -> None:
        store = open_case(str(tmp_path / "case.hearsay"), create=False)
        newer = TEXT + "\nIt thawed."
        store.append(entry(newer, claim_in(newer, "It thawed")), recorded_at=LATER)
        store.close()
        ran = case("link", "other.txt", "report.txt")
        assert ran.code == 2
        assert ran.err.count("report.txt (") == 1
        assert f"{LEFT.capture[:8]}" in ran.err

    def test_a_link_against_the_dates_is_kept_with_a_word(
        self, case: Hearsay, tmp_path: Path
    ) -> None:
        store = open_case(str(tmp_path / "case.hearsay"), create=False)
        newer = "It thawed in Tarsk."
        found = Particulars(published="2030-12-01", publisher="Oster Wire")
        store.append(
            entry(newer, claim_in(newer, "It thawed"), address="new.txt", found=found),
            recorded_at=LATER,
        )
        store.close()
        ran = case("link", "report.txt", "new.txt")
        assert ran.code == 0, ran.err
        assert "Mind the dates: the later one was published 2030-04-11" in ran.err
        assert "Mind" not in case("link", "new.txt", "report.txt").err

    def test_one_that_a_newer_one_overrides_names_it(self, case: Hearsay) -> None:
        case("cut", GONE.id, LEFT.id)
        case("link", GONE.id, LEFT.id)
        assert "· overridden by r2" in case("judgements").out.splitlines()[0]
        assert [one["overridden_by"] for one in judgements(case)] == ["r2", None]
        case("undo", "r2")
        first, *_, third, _ = case("judgements").out.splitlines()
        assert "overridden" not in first
        assert third.endswith("· taken back")

    def test_pairings_are_listed_among_them(self, case: Hearsay) -> None:
        case("part", GONE.id, LEFT.id)
        case("join", GONE.id, LEFT.id)
        (first, second) = judgements(case)
        assert (first["about"], first["verdict"], first["overridden_by"]) == (
            "claims",
            "different",
            "p2",
        )
        assert second["claims"] == [GONE.id, LEFT.id]


class TestOwners:
    TABLE = (
        "name,owner,kind,domains\nCoast Gazette,Marsa Press,newspaper,https://www.coast.example/\n"
    )

    def test_a_table_is_kept_in_the_case_with_who_stated_it(self, case: Hearsay) -> None:
        Path("owners.csv").write_text(self.TABLE)
        ran = case("owners", "owners.csv", "--by", "Ana", "--why", "trade register")
        assert ran.code == 0, ran.err
        assert ran.out.startswith("1 outlet kept.")
        assert case("owners").out.splitlines()[0] == "o1 Coast Gazette belongs to Marsa Press"
        (one,) = json.loads(case("owners", "--json").out)
        assert (one["domains"], one["by"], one["why"]) == (
            ["coast.example"],
            "Ana",
            "trade register",
        )

    def test_the_same_table_again_changes_nothing(self, case: Hearsay) -> None:
        Path("owners.csv").write_text(self.TABLE)
        head = case("owners", "owners.csv").out.splitlines()[-1]
        again = case("owners", "owners.csv")
        assert again.out.splitlines()[0].startswith("0 outlets kept, 1 held already.")
        assert again.out.splitlines()[-1] == head

    def test_one_outlet_is_stated_without_a_table_and_taken_back(self, case: Hearsay) -> None:
        case("owners", "--outlet", "The Lamp", "--owner", "Marsa Press")
        case("owners", "--outlet", "Lamp", "--owner", "Ministry of Ports")
        assert [one["owner"] for one in json.loads(case("owners", "--json").out)] == [
            "Ministry of Ports"
        ]
        assert judgements(case)[0]["overridden_by"] == "o2"
        case("undo", "o2")
        assert "The Lamp belongs to Marsa Press" in case("owners").out

    def test_a_case_without_any_says_which_table_counts(self, case: Hearsay) -> None:
        ran = case("owners")
        assert ran.out == ""
        assert "hearsay owners FILE" in ran.err

    @pytest.mark.parametrize(
        ("table", "hint"),
        [
            (b"", "has no column name and no column owner"),
            (b"name,publisher\nA,B\n", "has no column owner. Write a first line with the columns"),
            (b"name,owner\n", "lists no outlet"),
            (b"name,owner\n,Marsa Press\n", "line 2: an owner (Marsa Press) and no outlet"),
            (b"name,owner\nThe Lamp,\n", "line 2: The Lamp has no owner. Fill in"),
            (b"name,owner\nLamp,A\nlamp,B\n", "belongs to A in one line and to B in another"),
            (b"name,owner\nLamp,\xff\n", "is no UTF-8 text. Save the table as CSV in UTF-8"),
        ],
    )
    def test_a_bad_table_gets_one_line_that_says_what_to_do(
        self, case: Hearsay, table: bytes, hint: str
    ) -> None:
        Path("owners.csv").write_bytes(table)
        ran = case("owners", "owners.csv")
        assert (ran.code, ran.out) == (2, "")
        assert hint in ran.err
        assert len(ran.err.splitlines()) == 1
        assert judgements(case) == []

    @pytest.mark.parametrize(
        "arguments",
        [
            ("nowhere.csv",),
            ("--outlet", "Lamp"),
            ("x.csv", "--outlet", "A", "--owner", "B"),
            ("--outlet", "A", "--owner", " "),
            ("--outlet", "A", "--owner", "B", "--json"),
        ],
    )
    def test_what_cannot_be_meant_gets_one_line(
        self, case: Hearsay, arguments: tuple[str, ...]
    ) -> None:
        ran = case("owners", *arguments)
        assert (ran.code, len(ran.err.splitlines())) == (2, 1)

    def test_a_table_out_of_a_spreadsheet_may_have_semicolons(self, case: Hearsay) -> None:
        Path("owners.csv").write_bytes("\ufeffName;Owner\nThe Lamp;Marsa Press\n".encode())
        assert case("owners", "owners.csv").code == 0
        assert "The Lamp belongs to Marsa Press" in case("owners").out


def test_an_unknown_judgement_cannot_be_taken_back(case: Hearsay) -> None:
    ran = case("undo", "r9")
    assert ran.code == 2
    assert 'No judgement "r9"' in ran.err


def test_without_judgements_a_person_is_told_and_a_program_gets_an_empty_list(
    case: Hearsay,
) -> None:
    assert "owners, merge, split, aliases and rule keep some" in case("judgements").err
    assert judgements(case) == []
