"""How a table's text comes apart into rows, whatever its cells hold."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.documents.rows import MOST_SIGNS, Line, TooLong, separated


def cells(text: str) -> list[list[str]]:
    return [line.cells for line in separated(text) if isinstance(line, Line)]


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\x0b", "\x0c", "\x1c", "\x85"])
def test_a_sign_at_which_unicode_ends_a_line_stays_in_its_cell(sign: str) -> None:
    assert cells(f"name,role\nTarek{sign}Olin,Commander\n")[1] == [f"Tarek{sign}Olin", "Commander"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_row_ends_as_any_spreadsheet_ends_it(end: str) -> None:
    assert cells(f"a;b{end}1;2{end}3;4{end}") == [["a", "b"], ["1", "2"], ["3", "4"]]


def test_says_on_which_lines_of_the_file_a_row_stands() -> None:
    lines = list(separated('a,b\n"x\ny\nz",1\nlast,2\n'))
    assert [(line.begins, line.ends) for line in lines if isinstance(line, Line)] == [
        (1, 1),
        (2, 4),
        (5, 5),
    ]


def test_ends_with_the_row_whose_cell_is_too_long() -> None:
    lines = list(separated(f"a,b\n1,2\n3,{'x' * (MOST_SIGNS + 1)}\n5,6\n"))
    assert lines[1:] == [Line(["1", "2"], 2, 2), TooLong(3)]


@given(st.lists(st.lists(st.text(max_size=8), min_size=2, max_size=3), min_size=1, max_size=5))
def test_what_is_written_as_csv_comes_back(rows: list[list[str]]) -> None:
    text = io.StringIO(newline="")
    csv.writer(text, quoting=csv.QUOTE_ALL).writerows([["name", "role", "rank"], *rows])
    assert cells(text.getvalue())[1:] == rows
