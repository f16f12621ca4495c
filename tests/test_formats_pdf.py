"""PDF: pages, columns, tables in rows, notes with their marks; each test sets its own pages."""

from __future__ import annotations

import io
import re
from functools import cache

import pypdfium2 as pdfium
import pytest
import typst
from hypothesis import given
from hypothesis import strategies as st

from hearsay.documents.formats.pdf.hyphens import joined
from hearsay.documents.making import Made, make
from hearsay.sources.fetcher import captured
from hearsay.vocabulary.captures import Particulars
from hearsay.vocabulary.documents import Document, Passage

SENTENCES = [
    "The mission said that most units remained loyal and went on obeying the orders of Velan.",
    "A spokesman for the ministry denied that any of the officers had been asked to leave.",
    "The inspector judged that the figures for the eastern border could not be confirmed.",
    "Forty-one attacks were counted in the quarter, nine of them made with drones.",
    "The prime minister promised that an inquiry would name those who were responsible.",
    "Letters from the governor show that the payments were made before the end of June.",
]
PARAGRAPHS = [" ".join(SENTENCES[i:] + SENTENCES[:i]) for i in range(6)]


@cache
def typeset(source: str) -> bytes:
    preamble = (
        '#set text(font: "Libertinus Serif", size: 10pt, lang: "en", hyphenate: true)\n'
        "#set par(justify: true, leading: 0.6em, spacing: 1em)\n"
        "#set page(width: 150mm, height: 200mm, margin: 15mm)\n"
    )
    content = typst.compile((preamble + source).encode(), ignore_system_fonts=True)
    assert isinstance(content, bytes)
    return content


def made(content: bytes) -> Made:
    return make(
        captured(
            content, address="report.pdf", method="file", stated=Particulars(), captured_at="now"
        )
    )


def document(source: str) -> Document:
    found = made(typeset(source)).document
    assert found is not None
    return found


def words(found: Document, *kinds: str) -> list[str]:
    return [p.span.of(found.text) for p in found.passages if not kinds or p.kind in kinds]


def notes(found: Document) -> list[Passage]:
    return [p for p in found.passages if p.kind == "note"]


def test_paragraphs_and_headings_come_in_order_with_their_page() -> None:
    found = document(
        f"= Security\n{PARAGRAPHS[0]}\n\n{PARAGRAPHS[1]}\n#pagebreak()\n= Money\n{PARAGRAPHS[2]}"
    )
    assert [(p.kind, p.page) for p in found.passages] == [
        ("heading", 1), ("paragraph", 1), ("paragraph", 1), ("heading", 2), ("paragraph", 2),
    ]  # fmt: skip
    assert words(found) == ["Security", PARAGRAPHS[0], PARAGRAPHS[1], "Money", PARAGRAPHS[2]]


def test_two_columns_are_read_one_after_the_other() -> None:
    found = document(
        f"= Security\n#columns(2)[{PARAGRAPHS[0]}\n\n{PARAGRAPHS[1]}\n#colbreak()\n"
        f"{PARAGRAPHS[2]}\n\n{PARAGRAPHS[3]}]"
    )
    assert words(found, "paragraph") == PARAGRAPHS[:4]


def test_full_width_text_above_and_below_columns_keeps_its_place() -> None:
    found = document(
        f"{PARAGRAPHS[0]}\n#columns(2)[{PARAGRAPHS[1]}\n#colbreak()\n{PARAGRAPHS[2]}]\n"
        f"{PARAGRAPHS[3]}"
    )
    assert words(found, "paragraph") == PARAGRAPHS[:4]


def test_a_paragraph_goes_on_over_a_column_and_a_page() -> None:
    long = " ".join(PARAGRAPHS * 4).replace(". ", ", ")
    found = document(f"#set page(height: 90mm)\n#columns(2)[{long}]")
    assert words(found) == [long]
    assert found.passages[0].page == 1


def test_running_heads_feet_and_page_numbers_are_furniture() -> None:
    source = (
        "#set page(header: [Office of the Inspector], footer: context [#counter(page).display()])\n"
        + "#pagebreak()\n".join(f"{paragraph}\n" for paragraph in PARAGRAPHS)
    )
    found = document(source)
    assert words(found, "paragraph") == PARAGRAPHS
    assert words(found, "furniture").count("Office of the Inspector") == 6
    assert {"1", "2", "6"} <= set(words(found, "furniture"))


def test_a_heading_that_recurs_within_pages_is_no_running_head() -> None:
    source = "#pagebreak()\n".join(
        f"#v({10 + 15 * i}mm)\n= Tamrin\n{paragraph}\n" for i, paragraph in enumerate(PARAGRAPHS)
    )
    assert words(document(source), "heading") == ["Tamrin"] * 6


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        ("the prime minis-", "ter said", "the prime minister said"),
        ("Hashd al-", "Shaabi", "Hashd al-Shaabi"),
        ("Mustafa Al-", "Kadhimi", "Mustafa Al-Kadhimi"),
        ("the inspector-", "general said", "the inspector-general said"),
        ("the commander-in-", "chief", "the commander-in-chief"),
        ("the Iran-", "backed group", "the Iran-backed group"),
        ("in self-", "defence", "in self-defence"),
        ("the years 2014-", "2017", "the years 2014-2017"),
        ("a non-", "state actor", "a non-state actor"),
        ("the inter\u00ad", "nationalization", "the internationalization"),
        ("said on Monday", "that", "said on Monday that"),
        ("the army –", "loyal", "the army – loyal"),
        ("the academy -", "90 men", "the academy - 90 men"),
    ],
)
def test_words_broken_at_line_ends_are_rejoined_and_names_keep_hyphens(
    before: str, after: str, whole: str
) -> None:
    known = {"inspector", "general", "minister"}
    assert joined(before, after, known) + after == whole


def test_the_rest_of_the_document_decides_about_a_hyphen() -> None:
    assert joined("the re-", "election of", {"re-election"}) + "election" == "the re-election"
    assert joined("the re-", "election of", {"reelection"}) + "election" == "the reelection"


@given(st.text(st.characters(categories=["Ll", "Lu", "Nd", "Pd", "Zs"]), min_size=1, max_size=30))
def test_joining_lines_loses_at_most_one_hyphen(before: str) -> None:
    result = joined(before, "after", frozenset())
    assert result in (before, before[:-1], before + " ")
    assert result != before[:-1] or before[-1] == "-"


def test_hyphenated_words_come_out_whole_on_the_page() -> None:
    text = "The internationalization of Mustafa Al-Kadhimi and the Hashd al-Shaabi went on. " * 12
    found = document(f"#set page(width: 62mm)\n{text}")
    assert set(re.findall(r"[\w-]+", found.text)) == set(re.findall(r"[\w-]+", text))


def test_footnotes_are_set_apart_and_linked_to_their_marks() -> None:
    found = document(
        f"{PARAGRAPHS[0]}#footnote[Letter of the mission, 3 January 2022.]\n\n"
        f"{PARAGRAPHS[1]}#footnote[Interview in Velan, 4 January 2022.] {SENTENCES[0]}"
    )
    assert [(n.label, n.span.of(found.text)) for n in notes(found)] == [
        ("1", "1 Letter of the mission, 3 January 2022."),
        ("2", "2 Interview in Velan, 4 January 2022."),
    ]
    first, second = found.note_marks
    assert found.text[: first.mark.end].endswith(f"{PARAGRAPHS[0]}1")
    assert [first.note, second.note] == [n.span for n in notes(found)]
    assert SENTENCES[0] in words(found, "paragraph")[1]


def test_footnotes_that_count_anew_on_each_page_are_linked_on_their_page() -> None:
    page = "#counter(footnote).update(0)\n{}#footnote[Source {}.]\n"
    found = document(
        page.format(PARAGRAPHS[0], "A") + "#pagebreak()\n" + page.format(PARAGRAPHS[1], "B")
    )
    assert [m.note.of(found.text) for m in found.note_marks] == ["1 Source A.", "1 Source B."]


def endnotes(count: int) -> str:
    body = "\n\n".join(f"{PARAGRAPHS[i % 6]}#super[{i + 1}]" for i in range(count))
    listed = "\n\n".join(
        f"{i + 1}\\. Ministry of Defence, letter number {300 + i}, answered on 3 January 2022 by "
        "the office of the inspector in Velan."
        for i in range(count)
    )
    return f"{body}\n#pagebreak()\n= Endnotes\n{listed}"


def test_endnotes_are_notes_and_linked_to_their_marks() -> None:
    found = document(endnotes(12))
    assert [n.label for n in notes(found)] == [str(i + 1) for i in range(12)]
    assert [m.mark.of(found.text) for m in found.note_marks] == [str(i + 1) for i in range(12)]
    for mark in found.note_marks:
        assert mark.note.of(found.text).startswith(f"{mark.mark.of(found.text)}. Ministry")
        assert mark.note.of(found.text).endswith("in Velan.")


def test_a_number_in_the_text_is_no_note_mark() -> None:
    found = document(f"In 2021 there were 12 attacks. {PARAGRAPHS[0]}\n\n12 of them failed.")
    assert found.note_marks == ()
    assert notes(found) == []


TABLE = (
    "#table(columns: (2fr, 1fr, 1fr, 3fr), {}[Unit], [Men], [Cost], [Purpose],\n"
    "[5th Brigade], [120], [\\$1,200], [Training of officers in logistics and in the maintenance "
    "of vehicles at the depot],\n[2nd Battalion], [90], [\\$900], [Radios],\n"
    "[Federal Police], [], [\\$12,000], [Vehicles for the emergency division and spare parts for "
    "the next two years])\n"
)
ROWS = [
    "Unit\tMen\tCost\tPurpose",
    "5th Brigade\t120\t$1,200\tTraining of officers in logistics and in the maintenance of "
    "vehicles at the depot",
    "2nd Battalion\t90\t$900\tRadios",
    "Federal Police\t\t$12,000\tVehicles for the emergency division and spare parts for the next "
    "two years",
]


@pytest.mark.parametrize(
    "style",
    ["stroke: 0.5pt, ", "stroke: none, ", "stroke: none, align: horizon, ",
     "stroke: (x, y) => if y <= 1 { (top: 0.5pt) }, ", "stroke: (bottom: 0.5pt), align: horizon, "],
)  # fmt: skip
def test_table_rows_are_whole_however_the_table_is_ruled(style: str) -> None:
    found = document(f"{PARAGRAPHS[0]}\n\n{TABLE.format(style)}\n{PARAGRAPHS[1]}")
    assert words(found, "table_row") == ROWS
    assert [p.row for p in found.passages if p.kind == "table_row"] == [1, 2, 3, 4]
    assert words(found, "paragraph") == PARAGRAPHS[:2]


def test_a_row_carries_the_heading_of_its_table() -> None:
    found = document(f"{PARAGRAPHS[0]}\n\n*Table 1. Money by unit*\n{TABLE.format('')}")
    assert {p.label for p in found.passages if p.kind == "table_row"} == {"Table 1. Money by unit"}
    assert words(found, "caption") == ["Table 1. Money by unit"]


def test_a_table_goes_on_over_pages_with_its_rows_counted_on() -> None:
    rows = ", ".join(f"[Unit {i}], [{i * 7}], [Place {i}]" for i in range(1, 61))
    found = document(f"= Money\n#table(columns: 3, table.header([Unit], [Men], [Place]), {rows})\n")
    table = [p for p in found.passages if p.kind == "table_row"]
    assert [p.row for p in table] == list(range(1, 62))
    assert {p.page for p in table} >= {1, 2}
    assert {p.label for p in table} == {"Money"}
    assert table[60].span.of(found.text) == "Unit 60\t420\tPlace 60"


def test_two_columns_of_prose_are_no_table() -> None:
    found = document(f"#columns(2)[{PARAGRAPHS[0]}\n#colbreak()\n{PARAGRAPHS[1]}]")
    assert words(found, "table_row") == []


def test_three_columns_of_prose_are_no_table() -> None:
    source = f"#set page(width: 250mm)\n#columns(3)[{' '.join(PARAGRAPHS)}]"
    assert words(document(source)) == [" ".join(PARAGRAPHS)]


def test_title_and_period_are_found_on_the_first_page() -> None:
    found = document(
        "#text(22pt)[*Operation Steady Lantern*]\n\nOctober 1, 2021–December 31, 2021\n\n"
        f"Submitted to the Assembly on February 8, 2022\n\n{PARAGRAPHS[0]}"
    ).found
    assert found.title == "Operation Steady Lantern"
    assert (found.period, found.published) == ("2021-10-01/2021-12-31", "2022-02-08")


def test_a_page_marked_as_turned_is_read_by_its_text() -> None:
    turned = pdfium.PdfDocument(typeset(f"= Security\n{PARAGRAPHS[0]}\n\n{PARAGRAPHS[1]}"))
    turned[0].set_rotation(90)
    buffer = io.BytesIO()
    turned.save(buffer)
    found = made(buffer.getvalue()).document
    assert found is not None
    assert words(found) == ["Security", *PARAGRAPHS[:2]]


@pytest.mark.parametrize("angle", ["90deg", "-90deg", "180deg"])
def test_a_page_set_sideways_is_read_as_if_upright(angle: str) -> None:
    body = f"#block(width: 120mm)[= Security\n{PARAGRAPHS[0]}\n\n{PARAGRAPHS[1]}]"
    found = document(f"#rotate({angle}, reflow: true)[{body}]")
    assert words(found) == ["Security", *PARAGRAPHS[:2]]


def code(content: bytes) -> str:
    result = made(content)
    assert result.document is None
    (problem,) = result.problems
    assert problem.where == "report.pdf"
    return problem.code


def test_a_pdf_cut_in_half_is_one_problem() -> None:
    content = typeset("\n\n".join(PARAGRAPHS))
    assert code(content[: len(content) // 2]) == "cut-off"


def test_a_pdf_without_text_is_one_problem_that_speaks_of_scans() -> None:
    content = typeset("#rect(width: 50mm, height: 50mm)")
    assert code(content) == "no-text"
    assert "OCR" in made(content).problems[0].next_step


def test_a_locked_pdf_is_one_problem() -> None:
    # The smallest file that PDFium asks a password for: standard handler, keys that fit nothing.
    key = "<" + "41" * 32 + ">"
    body = (
        "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n"
        f"4 0 obj<</Filter/Standard/V 1/R 2/P -4/O {key}/U {key}>>endobj\n"
    )
    places = [m.start() for m in re.finditer(r"\d 0 obj", body)]
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    body += (
        f"xref\n0 5\n0000000000 65535 f \n{table}trailer<</Size 5/Root 1 0 R/Encrypt 4 0 R"
        f"/ID[{key}{key}]>>\nstartxref\n{len(body)}\n%%EOF"
    )
    assert code(body.encode()) == "encrypted"


def test_bytes_that_only_claim_to_be_a_pdf_are_one_problem() -> None:
    assert code(b"%PDF-1.7\nnothing of the kind\n%%EOF") == "damaged"


@pytest.mark.parametrize("source", ["\n\n".join(PARAGRAPHS), TABLE.format(""), endnotes(5)])
def test_passages_stand_in_order_and_cover_all_words(source: str) -> None:
    found = document(source)
    at = 0
    for number, passage in enumerate(found.passages, 1):
        assert passage.paragraph == number
        assert passage.page is not None
        assert at <= passage.span.start < passage.span.end
        assert not found.text[at : passage.span.start].strip()
        at = passage.span.end
    assert at == len(found.text)
