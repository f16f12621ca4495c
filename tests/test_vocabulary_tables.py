"""The layout of a table's row in a document's text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hearsay.vocabulary.spans import Span
from hearsay.vocabulary.tables import are_cells, cells_of, row_text

CELL = st.text().filter(lambda words: words.strip())
COLUMN = st.text(st.characters(categories=("L", "N", "P", "Zs")), min_size=1).filter(
    lambda name: name == name.strip() and name
)


@given(st.dictionaries(COLUMN, CELL, min_size=1), st.text(max_size=20))
def test_every_cell_is_found_again_where_it_stands(cells: dict[str, str], before: str) -> None:
    row = row_text(cells.items())
    text = before + row
    found = cells_of(text, Span(len(before), len(text)))
    assert list(found) == list(cells)
    for column, words in cells.items():
        breaks = {"\r\n": " ", "\n": " ", "\t": " ", "\r": " "}
        for sign, blank in breaks.items():
            words = words.replace(sign, blank)
        assert found[column].of(text) == words.strip()


def test_empty_cells_are_left_out() -> None:
    row = row_text([("Name", "Tarek Olin"), ("Rank", "  "), ("Role", "Commander")])
    assert row == "Name:\tTarek Olin;\nRole:\tCommander"
    assert list(cells_of(row, Span(0, len(row)))) == ["Name", "Role"]


def test_semicolons_and_colons_within_a_cell_stay_in_it() -> None:
    row = row_text([("Names", "one; two: three;"), ("Note: odd", "x")])
    assert {c: s.of(row) for c, s in cells_of(row, Span(0, len(row))).items()} == {
        "Names": "one; two: three;",
        "Note: odd": "x",
    }


def test_cells_are_told_from_prose() -> None:
    row = row_text([("Name", "Tarek Olin"), ("Role", "Commander")])
    cells = tuple(cells_of(row, Span(0, len(row))).values())
    assert are_cells(cells, row)
    prose = "The colonel said: the brigade\nhad left.\nNote:\tno more was said."
    assert not are_cells((Span(0, 11), Span(50, 60)), prose)
    assert not are_cells((Span(43, 50),), prose)
