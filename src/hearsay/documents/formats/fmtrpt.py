"""Reads the US report on foreign military training as Security Force Monitor scraped it into XML.

A file holds countries, a country programmes, a programme rows of training with the page of the
printed report. Each row becomes a passage with its country and programme beside its own cells.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError, fromstring

from hearsay.documents.format import Draft
from hearsay.documents.rows import Rows
from hearsay.vocabulary.captures import Fetched, Particulars
from hearsay.vocabulary.problems import Problem

VERSION = "1"
IS_TABLE = True
READS = "the US report on foreign military training (XML)"
PUBLISHER = "US Department of State and US Department of Defense"

_HEAD = 2048
_ROOT = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?<countries>\s*<country\b")
_ORDER = (
    "student_unit",
    "course_title",
    "us_unit",
    "location",
    "start_date",
    "end_date",
    "quantity",
    "total_cost",
    "page_number",
)
_PAGE = re.compile(r"\d{1,5}")
_FISCAL_YEAR = re.compile(r"\b(?:FY|Fiscal Year) ?(\d{4}|\d\d)\b", re.IGNORECASE)


def likeness(content: bytes) -> float:
    """Sure of XML whose root lists countries by name; no other format is known to."""
    return 1.0 if _ROOT.match(content[:_HEAD].removeprefix(b"\xef\xbb\xbf")) else 0.0


def draft(fetched: Fetched) -> Draft | Problem:
    """Every row of every programme, in the order of the file."""
    address = fetched.capture.address
    if b"<!DOCTYPE" in fetched.content or b"<!ENTITY" in fetched.content:
        # The report has neither, and entities can be made to fill all memory.
        return _broken(address, "it defines entities of its own, which the report never does")
    try:
        root = fromstring(fetched.content)
    except ParseError as error:
        return _broken(address, str(error))
    rows = Rows()
    years: Counter[int] = Counter()
    left_out = 0
    for country in root.iter("country"):
        for program in country.iter("program"):
            name = _name(program, "p_name")
            years.update(_fiscal_years(name))
            left_out += sum(len(stray) == 0 and stray.tag != "p_name" for stray in program)
            for training in program.iter("training"):
                _add(rows, training, _name(country, "c_name"), name)
    title, period = _covered(years)
    return Draft(
        text=rows.text,
        passages=tuple(rows.passages),
        found=Particulars(publisher=PUBLISHER, title=title, period=period, language="en"),
        found_how=tuple(
            (what, "what such a report is")
            if what in ("publisher", "language")
            else (what, "fiscal years of its programmes")
            for what in ("language", "period", "publisher", "title")
        ),
        problems=tuple(_stray(address, left_out)),
    )


def _add(rows: Rows, training: Element, country: str, program: str) -> None:
    cells = [("country", country), ("program", program)]
    cells += sorted(((cell.tag, cell.text or "") for cell in training), key=_as_read)
    page = _PAGE.search(training.findtext("page_number") or "")
    rows.add(
        cells,
        row=len(rows.passages) + 1,
        label=f"{country}: {program}",
        page=int(page[0]) or None if page else None,
    )


def _as_read(cell: tuple[str, str]) -> int:
    """The order in which a person tells a row; the file has its cells by the alphabet."""
    return _ORDER.index(cell[0]) if cell[0] in _ORDER else len(_ORDER)


def _name(element: Element, tag: str) -> str:
    """The name of a country or programme, on one line."""
    return " ".join((element.get("name") or element.findtext(tag) or "").split())


def _fiscal_years(program: str) -> Iterator[int]:
    for found in _FISCAL_YEAR.finditer(program):
        year = int(found[1])
        # The report begins with fiscal year 1999.
        yield year if year > 99 else year + (1900 if year > 90 else 2000)


def _covered(years: Counter[int]) -> tuple[str | None, str | None]:
    """Title and period by the fiscal years of its programmes: October to September."""
    if not years:
        return "Foreign Military Training Report", None
    first, last = min(years), max(years)
    named = f"fiscal year {first}" if first == last else f"fiscal years {first} to {last}"
    return f"Foreign Military Training Report, {named}", f"{first - 1}-10-01/{last}-09-30"


def _stray(address: str, number: int) -> Iterator[Problem]:
    if number:
        yield Problem(
            address,
            "left-out",
            f"{number} cells stand outside any row, mostly column headings; they are left out.",
            "Nothing needs to be done: they stay in the file as it was received.",
            count=number,
        )


def _broken(address: str, reason: str) -> Problem:
    return Problem(
        address,
        "damaged",
        f"its XML cannot be read ({reason}).",
        "Download it again, or open it in an editor and repair it there.",
    )
