"""Reads the US report on foreign military training as Security Force Monitor scraped it into XML.

A file holds countries, a country programmes, a programme rows of training with the page of the
printed report. Each row becomes a passage with its country and programme beside its own cells.
What stands anywhere else is left out and told, as whose it is cannot be known.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers.expat import ExpatError, ParserCreate

from hearsay.documents.encoding import decode
from hearsay.documents.format import Draft
from hearsay.documents.rows import Rows
from hearsay.vocabulary.captures import Fetched, Particulars
from hearsay.vocabulary.problems import Problem

VERSION = "2"
IS_TABLE = True
READS = "the US report on foreign military training (XML)"
PUBLISHER = "US Department of State and US Department of Defense"

_HEAD = 16384
# One with a document type is recognised as well, so that it is told why it is not read.
_ROOT = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!DOCTYPE(?!\s+html\b).*?)?<countries>\s*<country\b"
    r"|\s*(?:<\?xml[^>]*>\s*)?<!DOCTYPE\s+countries\b",
    re.DOTALL,
)
_WITHIN = {"countries": "country", "country": "program", "program": "training"}
"""Where each thing stands."""
_NAMED_BY = {"country": "c_name", "program": "p_name"}
_MOVE = "Open the file in an editor and move it into a programme of a country."
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
_PAGE = re.compile(r"(?<!\d)\d{1,5}(?!\d)")
_FISCAL_YEAR = re.compile(r"\b(?:FY|Fiscal Year) ?(\d{4}|\d\d)\b", re.IGNORECASE)


def likeness(content: bytes) -> float:
    """Sure of XML whose root lists countries by name; no other format is known to."""
    head = content[:_HEAD]
    # Without the zero bytes of UTF-16; of what has not even the word, nothing is decoded.
    if b"countries" not in head.replace(b"\0", b""):
        return 0.0
    decoded = decode(head)
    return 1.0 if decoded is not None and _ROOT.match(decoded.text) else 0.0


def draft(fetched: Fetched) -> Draft | Problem:
    """Every row of every programme of a country, in the order of the file."""
    address = fetched.capture.address
    try:
        root = _parsed(fetched.content)
    except (ExpatError, LookupError, ValueError) as error:  # the latter two: of its encoding
        return _broken(address, str(error))
    except _DocumentType:
        return _broken(address, "it defines a document type of its own, as the report never does")
    rows = Rows()
    years: Counter[int] = Counter()
    outside = Outside()
    outside.look(root)
    for country in root.findall("country"):
        outside.look(country)
        for program in country.findall("program"):
            outside.look(program)
            name = _name(program)
            years.update(_fiscal_years(name))
            for training in program.findall("training"):
                outside.look(training)
                _add(rows, training, _name(country), name)
    if not rows.passages:
        return _without_rows(address, outside)
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
        problems=tuple(outside.problems(address)),
    )


class _DocumentType(Exception):
    """The file has a DOCTYPE: its entities can be made to fill all memory, or to name files."""


def _parsed(content: bytes) -> Element:
    """The root of the file; the parser itself says, in every encoding, whether it has a DOCTYPE."""

    def refuse(*_: object) -> None:
        raise _DocumentType

    tree = TreeBuilder()
    parser = ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = tree.start
    parser.EndElementHandler = tree.end
    parser.CharacterDataHandler = tree.data
    parser.Parse(content, True)
    return tree.close()


class Outside:
    """Gathers what stands where the report has nothing: rows, cells and words."""

    def __init__(self) -> None:
        self._rows: Counter[tuple[str, str]] = Counter()
        self._cells = 0
        self._words: list[str] = []
        self._tags_within = 0

    def look(self, parent: Element) -> None:
        """Whatever of it, or right in it, is neither a row's cell nor leads to a row."""
        self._say(parent.text)
        for child in parent:
            self._say(child.tail)
            if parent.tag == "training":
                self._tags_within += len(child) > 0
            elif child.tag == _NAMED_BY.get(parent.tag):
                if " ".join("".join(child.itertext()).split()) != _name(parent):
                    self._cells += 1
            elif child.tag != _WITHIN.get(parent.tag):
                self._stray(child, parent)

    @property
    def rows(self) -> int:
        """How many rows of training it left out."""
        return self._rows.total()

    def problems(self, address: str) -> Iterator[Problem]:
        """All of it, one problem for each kind."""
        for (what, parent), number in self._rows.items():
            within = "" if what == "training" else f"in a <{what}> "
            yield Problem(
                address,
                "misplaced",
                f"{_rows(number)} of training {within}right within <{parent}>, where the report "
                "has none; whose is not known, and nothing of it is taken.",
                _MOVE,
                count=number,
            )
        yield from self._cells_and_words(address)
        if self._tags_within:
            yield Problem(
                address,
                "tags-within",
                f"{self._tags_within} cells hold tags; all their words are taken, without the "
                "tags.",
                "Compare one or two with the printed page.",
                count=self._tags_within,
            )

    def _cells_and_words(self, address: str) -> Iterator[Problem]:
        if self._cells:
            yield Problem(
                address,
                "left-out",
                f"{self._cells} cells stand outside any row, mostly column headings; they are left "
                "out.",
                "Nothing needs to be done: they stay in the file as it was received.",
                count=self._cells,
            )
        if self._words:
            first = self._words[0]
            shown = first if len(first) <= 60 else f"{first[:59]}…"
            yield Problem(
                address,
                "words-left-out",
                f'words stand outside any cell in {len(self._words)} places, first "{shown}"; they '
                "are left out.",
                "Open the file in an editor and put them into the cell that they belong to.",
                count=len(self._words),
            )

    def _say(self, words: str | None) -> None:
        if words and words.strip():
            self._words.append(" ".join(words.split()))

    def _stray(self, child: Element, parent: Element) -> None:
        rows = sum(1 for _ in child.iter("training"))
        if rows:
            self._rows[child.tag, parent.tag] += rows
        else:
            self._cells += sum(
                len(cell) == 0 or bool((cell.text or "").strip()) for cell in child.iter()
            )


def _add(rows: Rows, training: Element, country: str, program: str) -> None:
    cells = [("country", country), ("program", program)]
    cells += sorted(_numbered(training), key=_as_read)
    page = _PAGE.search(training.findtext("page_number") or "")
    rows.add(
        cells,
        row=len(rows.passages) + 1,
        label=f"{country}: {program}",
        page=int(page[0]) or None if page else None,
    )


def _numbered(training: Element) -> Iterator[tuple[str, str]]:
    """Each cell with all its words; the second one of a name gets a number, as does the third."""
    times = Counter[str]()
    for cell in training:
        times[cell.tag] += 1
        number = f" #{times[cell.tag]}" if times[cell.tag] > 1 else ""
        yield f"{cell.tag}{number}", "".join(cell.itertext())


def _as_read(cell: tuple[str, str]) -> int:
    """The order in which a person tells a row; the file has its cells by the alphabet."""
    return _ORDER.index(cell[0]) if cell[0] in _ORDER else len(_ORDER)


def _name(element: Element) -> str:
    """The name of a country or programme, on one line."""
    within = element.find(_NAMED_BY[element.tag])
    words = element.get("name") or ("".join(within.itertext()) if within is not None else "")
    return " ".join(words.split())


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


def _without_rows(address: str, outside: Outside) -> Problem:
    elsewhere = f", but {_rows(outside.rows)} elsewhere" if outside.rows else ""
    step = _MOVE if outside.rows else "Check that it was saved or downloaded whole."
    message = f"no row of training in any programme of a country{elsewhere}."
    return Problem(address, "no-rows", message, step)


def _rows(number: int) -> str:
    return f"{number:,} row{'' if number == 1 else 's'}"


def _broken(address: str, reason: str) -> Problem:
    return Problem(
        address,
        "damaged",
        f"its XML cannot be read ({reason}).",
        "Download it again, or open it in an editor and repair it there.",
    )
