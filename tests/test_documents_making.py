"""Every capture becomes a document or one clear problem, by what its bytes are."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.documents.making import Made, format_named, format_of, formats_in_force, make
from hearsay.sources.fetcher import captured
from hearsay.vocabulary.captures import Particulars
from hearsay.vocabulary.documents import Document
from hearsay.vocabulary.errors import NothingByThatName

PROSE = "The minister said on Monday that the army would stay in the city until the vote was over."


def made(content: bytes, *, address: str = "a.bin", stated: Particulars = Particulars()) -> Made:
    return make(captured(content, address=address, method="file", stated=stated, captured_at="now"))


def code(content: bytes) -> str:
    result = made(content)
    assert result.document is None
    (problem,) = result.problems
    assert problem.where == "a.bin"
    assert problem.next_step
    return problem.code


def lawful(document: Document) -> None:
    """Passages stand in order, do not overlap, and leave out nothing but blanks."""
    at = 0
    for number, passage in enumerate(document.passages, 1):
        assert passage.paragraph == number
        assert at <= passage.span.start < passage.span.end <= len(document.text)
        assert not document.text[at : passage.span.start].strip()
        at = passage.span.end
    assert not document.text[at:].strip()
    for credit in document.credits:
        assert credit.name in credit.span.of(document.text)


def zipped(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return buffer.getvalue()


@given(st.text(st.sampled_from("aB. \n\t\r\f•-1”»:é,قﷺ𝔘"), max_size=300))
@settings(max_examples=150, deadline=None)
def test_passages_cover_all_words_of_any_text_in_order(text: str) -> None:
    document = made(text.encode()).document
    if document is not None:
        assert document.text == text
        lawful(document)


@given(st.binary(max_size=400))
@settings(max_examples=150, deadline=None)
def test_any_bytes_become_a_document_or_one_problem(content: bytes) -> None:
    result = made(content)
    assert (result.document is None) == (len(result.problems) == 1)
    if result.document is not None:
        lawful(result.document)


@pytest.mark.parametrize("content", [b"", b"  \n\r\n\t ", b"\x00" * 100])
def test_an_empty_file_is_said_to_be_empty(content: bytes) -> None:
    assert code(content) == "empty"


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (zipped("a.txt"), "a ZIP archive"),
        (zipped("word/document.xml"), "a Word document"),
        (zipped("xl/workbook.xml"), "an Excel workbook"),
        (b"\x89PNG\r\n\x1a\n" + b"\x00" * 50, "a PNG image"),
        (b"\xff\xd8\xff\xe0" + b"\x00" * 50, "a JPEG image"),
        (b"ID3\x04" + b"\x00" * 50, "a sound recording"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 50, "an old Office document"),
        (b"{\\rtf1 Hello}", "a rich text (RTF) document"),
        (b'{"claims": [1, 2]}', "a JSON file"),
        (b'<?xml version="1.0"?><feed><entry/></feed>', "an XML file"),
    ],
)
def test_what_no_format_reads_is_called_by_its_name(content: bytes, name: str) -> None:
    (problem,) = made(content).problems
    assert problem.code == "unknown-format"
    assert problem.message.startswith(name)
    assert "PDF" in problem.next_step
    assert "plain text" in problem.next_step


def test_bytes_of_no_kind_are_one_problem() -> None:
    assert code(bytes((i * 7919 + i // 3) % 256 for i in range(4096))) == "unknown-format"


def test_the_ending_of_a_name_means_nothing() -> None:
    page = b"<!DOCTYPE html><html><body><p>Hello</p></body></html>"
    assert format_of(page) == "html"
    assert format_of(b"%PDF-1.7\n...") == "pdf"
    assert format_of(b"Just words, less than < a page.") == "text"


def test_a_text_that_mentions_tags_is_no_page() -> None:
    assert format_of(f"In HTML, <p> begins a paragraph.\n\n{PROSE}".encode()) == "text"


def test_prose_in_brackets_or_braces_is_no_json() -> None:
    assert format_of(f"[Our reporter in Velan] {PROSE}".encode()) == "text"


def test_a_language_that_is_not_read_is_kept_and_said() -> None:
    text = "Le ministre a dit que l'armée est restée dans la ville et qu'elle suit les ordres."
    document = made(text.encode()).document
    assert document is not None
    assert document.text == text
    assert document.found.language == "fr"
    assert [p.code for p in document.problems] == ["language-not-read"]


def test_a_text_without_prose_is_kept_and_said() -> None:
    document = made(b"Unit\tMen\tCost\nFirst\t10\t20\n").document
    assert document is not None
    assert [p.code for p in document.problems] == ["no-prose"]


def test_what_the_user_states_beats_what_is_found_and_both_are_kept() -> None:
    stated = Particulars(title="Stated", published="2022-02-15")
    document = made(f"Found title\n\n16 February 2022\n\n{PROSE}".encode(), stated=stated).document
    assert document is not None
    assert (document.found.title, document.found.published) == ("Found title", "2022-02-16")
    assert (document.particulars.title, document.particulars.published) == ("Stated", "2022-02-15")


def test_how_each_particular_was_found_is_kept() -> None:
    document = made(f"A title\n\nPublished: 16 February 2022\n\n{PROSE}".encode()).document
    assert document is not None
    how = dict(document.found_how)
    assert (how["title"], how["published"]) == ("first line", "date line")


def test_the_same_bytes_make_the_same_document() -> None:
    assert made(PROSE.encode()) == made(PROSE.encode())


def test_every_format_keeps_its_promise() -> None:
    for name, versioned in formats_in_force().items():
        chosen = format_named(name)
        assert versioned == f"{name} {chosen.VERSION}"
        assert chosen.READS
        assert chosen.likeness(b"") <= 1


def test_an_unknown_format_is_refused_by_name() -> None:
    with pytest.raises(NothingByThatName, match="there are: fmtrpt, html, pdf, sfm, text"):
        format_named("rtf")
