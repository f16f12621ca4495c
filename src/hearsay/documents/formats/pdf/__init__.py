"""Reads PDF: pages in reading order, tables in rows, notes linked to the marks that call them."""

from __future__ import annotations

import pypdfium2 as pdfium

from hearsay.documents.drawing import DRAWING
from hearsay.documents.format import Draft
from hearsay.documents.formats.pdf.assembling import assembled
from hearsay.documents.formats.pdf.words import PageWords, words_of
from hearsay.vocabulary.captures import Fetched
from hearsay.vocabulary.problems import Problem

VERSION = "1"
READS = "PDF"

_HEAD = 1024


def likeness(content: bytes) -> float:
    """Sure of whatever carries the PDF mark in its first kilobyte, where readers look for it."""
    return 1.0 if b"%PDF-" in content[:_HEAD] else 0.0


def draft(fetched: Fetched) -> Draft | Problem:
    """The text of all pages: running heads set aside, paragraphs, tables and notes told apart."""
    with DRAWING:
        read = _read(fetched)
    if isinstance(read, Problem):
        return read
    address = fetched.capture.address
    pages, damaged = read
    if not any(page.words for page in pages):
        return _without_text(address, len(pages) + len(damaged), damaged)
    text, passages, marks, found, how = assembled(pages)
    return Draft(
        text=text,
        passages=passages,
        found=found,
        found_how=how,
        note_marks=marks,
        problems=_shortcomings(address, pages, damaged, fetched.content),
    )


def _read(fetched: Fetched) -> tuple[list[PageWords], list[int]] | Problem:
    """The words of each page, and the numbers of those that cannot be opened."""
    opened = _opened(fetched)
    if isinstance(opened, Problem):
        return opened
    pages: list[PageWords] = []
    damaged: list[int] = []
    try:
        for index in range(len(opened)):
            page = _page(opened, index)
            if page is None:
                damaged.append(index + 1)
            else:
                pages.append(page)
    finally:
        opened.close()
    return pages, damaged


def _opened(fetched: Fetched) -> pdfium.PdfDocument | Problem:
    address, content = fetched.capture.address, fetched.content
    try:
        document = pdfium.PdfDocument(content)
        if len(document) > 0:
            return document
        document.close()
    except pdfium.PdfiumError:
        pass
    if b"/Encrypt" in content:
        return Problem(
            address,
            "encrypted",
            "a PDF locked with a password.",
            "Open it with the password, print it to a new PDF and read that.",
        )
    if not _is_whole(content):
        return Problem(
            address,
            "cut-off",
            "a PDF that breaks off before its end.",
            "Download or copy it again; the start alone cannot be read.",
        )
    return Problem(
        address,
        "damaged",
        "a PDF that cannot be opened.",
        "Get another copy, or print it anew.",
    )


def _is_whole(content: bytes) -> bool:
    return b"%%EOF" in content[-2048:]


def _page(document: pdfium.PdfDocument, index: int) -> PageWords | None:
    try:
        page = document[index]
    except pdfium.PdfiumError:
        return None
    try:
        return words_of(page, index + 1)
    finally:
        page.close()


def _without_text(address: str, count: int, damaged: list[int]) -> Problem:
    if len(damaged) == count:
        return Problem(
            address,
            "damaged",
            f"a PDF whose {count} pages cannot be opened.",
            "Download or copy it again.",
        )
    return Problem(
        address,
        "no-text",
        f"a PDF of {count} scanned or empty pages without text.",
        "Run text recognition (OCR) over it and read the result.",
    )


def _shortcomings(
    address: str, pages: list[PageWords], damaged: list[int], content: bytes
) -> tuple[Problem, ...]:
    problems: list[Problem] = []
    scanned = [page.number for page in pages if not page.words and page.has_pictures]
    if scanned:
        problems.append(
            Problem(
                address,
                "pages-without-text",
                f"no text on {_pages(scanned)}, which are pictures.",
                "Run text recognition (OCR) over the file and read the result.",
            )
        )
    if damaged:
        problems.append(
            Problem(
                address,
                "damaged-pages",
                f"{_pages(damaged)} cannot be opened.",
                "Get another copy of the file.",
            )
        )
    elif not _is_whole(content):
        problems.append(
            Problem(
                address,
                "cut-off",
                "the PDF breaks off before its end; what is there was read.",
                "Download or copy it again.",
            )
        )
    return tuple(problems)


def _pages(numbers: list[int]) -> str:
    """ "page 3" or "pages 3, 4, 5 and 12 more"."""
    if len(numbers) == 1:
        return f"page {numbers[0]}"
    shown = ", ".join(map(str, numbers[:5]))
    return f"pages {shown}" + (f" and {len(numbers) - 5} more" if len(numbers) > 5 else "")
