"""Security Force Monitor's tables as documents: which files are theirs, and each cell its span."""

from __future__ import annotations

from tables_by_hand import PERSON_COLUMNS, UNIT_COLUMNS, A, document_of, table

from hearsay.documents.making import format_of
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
