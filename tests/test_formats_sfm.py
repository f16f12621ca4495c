"""Security Force Monitor's tables as documents: which files are theirs, and each cell its span."""

from __future__ import annotations

from hashlib import sha256
from time import process_time

import pytest
from tables_by_hand import PERSON_COLUMNS, UNIT_COLUMNS, A, document_of, table

from hearsay.documents.making import Made, format_of, make
from hearsay.documents.rows import MOST_SIGNS
from hearsay.vocabulary.captures import Capture, Fetched
from hearsay.vocabulary.problems import Problem
from hearsay.vocabulary.tables import cells_of

PERSON = {"Name": "Tarek Olin", "Source: Name": A, "Organization": "Marsa Air Command"}


def test_knows_each_of_the_tables_by_its_first_line() -> None:
    claims = ("type:claim", "citation:refs:claim", "posting:person:refs:assertion")
    keys = (":claim/type", ":claim/citation:refs", ":assertion/posting:person:refs")
    sources = ("source_id", "title", "published_on", "publication_title")
    publications = ("source:publication_country", "source:publication_name")
    for columns in (PERSON_COLUMNS, UNIT_COLUMNS, claims, keys, sources, publications):
        for separator in ",\t":
            text = table(columns, separator=separator)
            assert format_of(text.encode()) == "sfm", columns


def test_takes_labels_in_the_handbooks_backticks() -> None:
    document = document_of("`type:claim`,`unit:names:assertion`\nunit,5th Division\n")
    cells = cells_of(document.text, document.passages[0].span)
    assert [cells["unit:names:assertion"].of(document.text)] == ["5th Division"]


def test_leaves_other_tables_and_texts_to_others() -> None:
    assert format_of(b"name,town\nPaul,Marsa\n") == "text"
    assert format_of(b"The colonel said, at noon, that it was over.\nMore.\n") == "text"


def test_makes_a_passage_of_each_row_with_its_place_in_the_table() -> None:
    document = document_of(table(PERSON_COLUMNS, PERSON, {}, {**PERSON, "Name": "Ada Bell"}))
    assert [(p.kind, p.row, p.label) for p in document.passages] == [
        ("table_row", 1, "persons"),
        ("table_row", 3, "persons"),
    ]
    assert document.particulars.publisher == "Security Force Monitor"


def test_keeps_every_cell_word_for_word_with_its_column() -> None:
    odd = {"Name": 'Tarek "TO" Olin; the elder: "Colonel"', "Notes": "one;\ntwo:\tthree; "}
    document = document_of(table(PERSON_COLUMNS, odd))
    cells = cells_of(document.text, document.passages[0].span)
    assert cells["Name"].of(document.text) == odd["Name"]
    assert cells["Notes"].of(document.text) == "one; two: three;"


def test_leaves_out_who_worked_on_a_row_and_says_so() -> None:
    row = {**PERSON, "Owner-initial of staff researcher": "QX"}
    document = document_of(table(PERSON_COLUMNS, row))
    assert "QX" not in document.text
    assert [(p.code, p.count) for p in document.problems] == [("columns-left-out", 1)]


def test_tells_of_a_row_that_has_more_cells_than_there_are_columns() -> None:
    text = table(PERSON_COLUMNS, PERSON).rstrip() + ",beyond\r\n"
    document = document_of(text)
    assert "uneven-row" in [problem.code for problem in document.problems]
    assert "beyond" in document.text


def made_of(text: str | bytes) -> Made:
    content = text if isinstance(text, bytes) else text.encode()
    capture = Capture(
        sha256(content).hexdigest(), "table.csv", "2031-05-08T10:00:00Z", "file", len(content)
    )
    return make(Fetched(capture, content))


def refused(text: str) -> Problem:
    (problem,) = made_of(text).problems
    return problem


def test_many_thousand_commas_are_told_from_a_table_at_once() -> None:
    began = process_time()
    assert format_of(b"," * 65_000) != "sfm"
    assert process_time() - began < 2


def test_a_repeated_column_gets_a_number_that_no_other_column_has() -> None:
    columns = "Name,Organization,Role,Rank,First citation,Role #2,Role,Role"
    document = document_of(f"{columns}\nTarek Olin,5 Brigade,a,Colonel,2016,b,c,d\n")
    cells = cells_of(document.text, document.passages[0].span)
    roles = {column: s.of(document.text) for column, s in cells.items() if column[:4] == "Role"}
    assert roles == {"Role": "a", "Role #2": "b", "Role #3": "c", "Role #4": "d"}


def test_refuses_more_columns_than_any_table_has() -> None:
    problem = refused(table([*PERSON_COLUMNS, *(f"c{n}" for n in range(3000))], PERSON))
    assert problem.code == "too-many-columns"
    assert "3,043 columns" in problem.message


@pytest.mark.parametrize("sign", ["\u2028", "\x0b", "\x85"])
def test_a_line_separator_of_unicode_makes_no_row(sign: str) -> None:
    document = document_of(table(PERSON_COLUMNS, {**PERSON, "Role": f"Chief{sign}of Staff"}))
    assert [passage.row for passage in document.passages] == [1]


def test_tells_how_many_lines_a_quotation_mark_left_open_has_swallowed() -> None:
    rows = table(PERSON_COLUMNS, PERSON, {**PERSON, "Name": "Jon Vesh"})
    text = rows.replace("Jon Vesh", '"Jon Vesh') + "Ada Bell,b\n" * 1000
    (problem,) = (p for p in document_of(text).problems if p.code == "many-lines")
    assert problem.message.startswith('row 2, column "Name": the cell holds 1,00')
    assert "its lines 3 to 1,003" in problem.message
    assert "quotation mark" in problem.next_step


def test_tells_of_one_swallowed_row_where_cells_are_missing() -> None:
    text = table(PERSON_COLUMNS, PERSON) + '"Jon Vesh,5 Brigade\nAda Bell,6 Brigade\n'
    codes = [problem.code for problem in document_of(text).problems]
    assert codes == ["uneven-row", "many-lines", "columns-left-out"]


def test_says_nothing_of_a_note_in_several_lines() -> None:
    document = document_of(table(PERSON_COLUMNS, {**PERSON, "Notes": "one\ntwo\nthree"}))
    assert [problem.code for problem in document.problems] == ["columns-left-out"]


def test_a_cell_that_is_too_long_is_told_with_its_row() -> None:
    huge = {**PERSON, "Notes": "x" * (MOST_SIGNS + 1)}
    problem = refused(table(PERSON_COLUMNS, PERSON, huge))
    assert problem.code == "cell-too-long"
    assert problem.message.startswith("row 2, from line 3 of the file on, ")
    assert "Hearsay" not in problem.line()


def test_a_table_of_columns_alone_holds_no_rows() -> None:
    assert refused(table(PERSON_COLUMNS)).code == "no-rows"
    assert refused(table(PERSON_COLUMNS) + ",,\n").code == "no-rows"


def test_a_first_line_with_the_columns_of_two_tables_says_so() -> None:
    columns = dict.fromkeys((*PERSON_COLUMNS, *UNIT_COLUMNS))
    problems = document_of(table([*columns], PERSON)).problems
    (told,) = (problem for problem in problems if problem.code == "two-tables")
    assert "the columns of persons and of units; it is read as a table of persons" in told.message
