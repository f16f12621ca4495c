"""`hearsay when --tsv`: tables from files and pipes, and what it says of those that are none."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from conftest import Hearsay

HEADING = "text\tphrase_start\tphrase_end\tpublished\n"
ROW = "Last month he left.\t0\t10\t2022-02-17\n"
COLUMNS = "text, phrase_start, phrase_end, published, period_covered, outlet"


def test_a_table_is_taken_from_standard_input(hearsay: Hearsay) -> None:
    ran = hearsay("when", "--tsv", "-", stdin=(HEADING + ROW).encode())
    assert json.loads(ran.out) == {"edtf": "2022-01", "alternatives": []}
    assert (ran.code, ran.err) == (0, "")


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_table_may_be_saved_as_spreadsheets_save_it(hearsay: Hearsay, mark: str) -> None:
    Path("t.tsv").write_bytes((mark + HEADING + ROW + "\n").replace("\n", "\r\n").encode())
    ran = hearsay("when", "--tsv", "t.tsv")
    assert json.loads(ran.out)["edtf"] == "2022-01"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", f"t.tsv: empty. Its first line has to name these columns, parted by tabs: {COLUMNS}"),
        (b"\n \n", "t.tsv: empty."),
        (b"text\tphrase_start\nsoon\t0\n", "t.tsv: no column phrase_end. Its first line has to"),
        (b"when,start\nsoon,0\n", "t.tsv: no columns text and phrase_start and phrase_end."),
        (HEADING.encode() + b"soon\t0\n", "t.tsv, line 2: phrase_end is empty. Write a whole"),
        (HEADING.encode() + b"\nsoon\t0\t-4\t\n", 't.tsv, line 3: phrase_end is "-4". Write a'),
        (HEADING.encode() + b"soon\t0\t" + b"9" * 5000, "t.tsv, line 2: phrase_end is"),
        (HEADING.encode() + b"caf\xe9\t0\t4\t\n", "t.tsv: not UTF-8 text. Save the table as"),
    ],
)
def test_what_is_no_such_table_is_one_line_that_names_the_file(
    hearsay: Hearsay, content: bytes, says: str
) -> None:
    Path("t.tsv").write_bytes(content)
    ran = hearsay("when", "--tsv", "t.tsv")
    assert (ran.code, ran.out) == (2, "")
    (line,) = ran.err.splitlines()
    assert line.startswith(f"hearsay: {says}")


def test_a_heading_without_rows_is_said_and_no_failure(hearsay: Hearsay) -> None:
    Path("t.tsv").write_text(HEADING)
    ran = hearsay("when", "--tsv", "t.tsv")
    assert (ran.code, ran.out, ran.err) == (0, "", "t.tsv: only a heading, no rows below it.\n")


def test_nothing_is_waited_for_that_may_never_come(
    hearsay_process: Hearsay, tmp_path: Path
) -> None:
    os.mkfifo(tmp_path / "pipe")
    ran = hearsay_process("when", "--tsv", "pipe")
    assert ran.code == 2
    assert ran.err == (
        "hearsay: pipe: not an ordinary file (a device, pipe or socket). "
        "Pipe what it gives into the command, and name - for the file.\n"
    )


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("none.tsv", "none.tsv: no such file. Check its name."),
        (".", ".: a folder. Name the file with the table."),
        ("-", "standard input: empty."),
    ],
)
def test_a_table_that_is_not_there_is_one_line(hearsay: Hearsay, name: str, says: str) -> None:
    ran = hearsay("when", "--tsv", name)
    assert ran.code == 2
    assert ran.err.startswith(f"hearsay: {says}")
