"""Reads Security Force Monitor's tables, as tabs or commas separate their cells.

Of its older tables, persons, units and sources are known by their columns; of the claim tables of
its 2026 model every cluster is, by the attribute labels and key names of its handbook, with or
without backticks, misspelt ones (`training:recepient_unit:refs:assertion`) as they are spelt there.
What is a claim and what is only a researcher's note is not decided here: the reader of the same
name knows the columns. Columns that say who worked on a row and in which state it is are no part
of what the table says; they are left out of the text and stay in the capture.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from hearsay.documents.encoding import damage, decode
from hearsay.documents.format import Draft
from hearsay.documents.rows import (
    MOST_SIGNS,
    Line,
    Rows,
    TooLong,
    delimiter_of,
    first_line,
    named,
    separated,
)
from hearsay.vocabulary.captures import Fetched, Particulars
from hearsay.vocabulary.documents import Passage
from hearsay.vocabulary.problems import Problem

VERSION = "2"
IS_TABLE = True
READS = "Security Force Monitor's tables (CSV or TSV)"
PUBLISHER = "Security Force Monitor"

_HEAD = 65536
# The widest of its tables has 116.
_MOST_COLUMNS = 2000
# In its tables for Nigeria, of 8,400 rows, no cell holds a line break.
_MANY_LINES = 20
_BREAK = re.compile(r"\r\n|\r|\n")
# What tells a table apart, and what its rows are labelled with.
_OLDER = (
    ({"Name", "Organization", "Role", "Rank", "First citation"}, "persons"),
    ({"Organization:Name", "OrganizationOrganization:parent_id"}, "units"),
    ({"source_id", "title", "published_on", "publication_title"}, "sources"),
)
_CLAIM_TABLE = re.compile(
    r":{0,2}[a-z_?-]+(?::[a-z0-9_?/-]+)*:(?:assertion|claim|range|annotation|entity|meta|qa|admin)"
    r"|:{1,2}(?:claim|assertion|range(?:-precise|-imprecise)?|annotation|meta|location|source|"
    r"citation|publication|entity|posting|relation|positioning)[:/][a-z0-9?:/-]+"
)
_NOT_OF_THE_TABLE = (
    "Owner-initial",
    "Status (",
    "Comments-specifics",
    "researcher:meta",
    "internal_comments:meta",
    "source:comments:admin",
    "source:status:admin",
    ":meta/researchers",
    ":meta/internal-comments",
    ":posting:claim:researcher",
)


def likeness(content: bytes) -> float:
    """Sure of a first line with the columns of one of its tables."""
    decoded = decode(content[:_HEAD])
    if decoded is None:
        return 0.0
    first = first_line(decoded.text)
    if first.count(delimiter_of(first)) < 1:
        return 0.0
    return 1.0 if _tables_of(_columns(next(separated(first), None))) else 0.0


def draft(fetched: Fetched) -> Draft | Problem:
    """Every row with at least one cell, in the order of the file."""
    address = fetched.capture.address
    decoded = decode(fetched.content)
    if decoded is None:
        return Problem(
            address, "unknown-encoding", "in an encoding that is not known.", "Save it as UTF-8."
        )
    lines = separated(decoded.text)
    columns = _columns(next(lines, None))
    tables = _tables_of(columns)
    if not tables or len(columns) > _MOST_COLUMNS:
        return _unknown(address, columns)
    rows = Rows()
    amiss: list[Problem] = []
    for number, line in enumerate(lines, 1):
        if isinstance(line, TooLong):
            return _too_long(address, number, line)
        if not any(cell.strip() for cell in line.cells):
            continue
        cells = [cell for cell in named(columns, line.cells) if not _is_a_note(cell[0])]
        passage = rows.add(cells, row=number, label=tables[0])
        if len(line.cells) != len(columns):
            amiss.append(_uneven(address, passage, len(columns)))
        if line.ends > line.begins:
            amiss += _over_many_lines(address, passage, line, columns)
    if not rows.passages:
        return _without_rows(address)
    return Draft(
        text=rows.text,
        passages=tuple(rows.passages),
        found=Particulars(publisher=PUBLISHER, title=_TITLES.get(tables[0]), language="en"),
        found_how=tuple(
            (what, "the table's columns") for what in ("language", "publisher", "title")
        ),
        problems=(
            *damage(decoded, address),
            *_of_two_tables(address, tables),
            *amiss,
            *_left_out(address, columns, len(rows.passages)),
        ),
    )


_TITLES = {
    "persons": "Persons and postings",
    "units": "Units",
    "sources": "Sources",
    "claims": "Claims",
}


def _columns(first: Line | TooLong | None) -> list[str]:
    """The columns' names, without the handbook's backticks; a repeated one gets a number."""
    found: dict[str, None] = {}
    times = Counter[str]()
    for name in first.cells if isinstance(first, Line) else ():
        plain = name.strip().strip("`").strip()
        own = plain
        while own in found:
            times[plain] += 1
            own = f"{plain} #{times[plain] + 1}"
        found[own] = None
    return list(found)


def _tables_of(columns: Sequence[str]) -> list[str]:
    """`persons`, `units`, `sources`, or `claims` for those of 2026; mostly one, or none."""
    held = set(columns)
    found = [name for needed, name in _OLDER if needed <= held]
    keys = sum(_CLAIM_TABLE.fullmatch(c) is not None or _is_source_column(c) for c in columns)
    if len(columns) > 1 and keys >= max(2, len(columns) // 2):
        found.append("claims")
    return found


def _is_source_column(column: str) -> bool:
    return column.startswith("source:") and " " not in column


def _is_a_note(column: str) -> bool:
    """Whether a column is about the work on the table."""
    return column.startswith(_NOT_OF_THE_TABLE)


def _unknown(address: str, columns: Sequence[str]) -> Problem:
    if len(columns) > _MOST_COLUMNS:
        return Problem(
            address,
            "too-many-columns",
            f"its first line names {len(columns):,} columns, and no table has more than "
            f"{_MOST_COLUMNS:,}.",
            "Delete the columns that the table does not need, and save it again.",
        )
    return Problem(
        address,
        "unknown-table",
        "its first line has the columns of none of Security Force Monitor's tables.",
        "Keep the line with the columns' names as the first one of the file.",
    )


def _without_rows(address: str) -> Problem:
    return Problem(
        address,
        "no-rows",
        "it names the columns of a table and holds no row.",
        "Check that it was saved or downloaded whole.",
    )


def _too_long(address: str, row: int, line: TooLong) -> Problem:
    return Problem(
        address,
        "cell-too-long",
        f"row {row}, from line {line.begins:,} of the file on, has a cell of more than "
        f"{MOST_SIGNS:,} signs; nothing of the file is taken.",
        "Look there for a quotation mark that is never closed, or cut the cell.",
    )


def _of_two_tables(address: str, tables: Sequence[str]) -> Iterator[Problem]:
    if len(tables) > 1:
        yield Problem(
            address,
            "two-tables",
            f"its first line has the columns of {' and of '.join(tables)}; it is read as a table "
            f"of {tables[0]}, and what stands in the columns of the others is not.",
            "Put each table into a file of its own.",
        )


def _left_out(address: str, columns: Sequence[str], rows: int) -> Iterator[Problem]:
    notes = [c for c in columns if _is_a_note(c)]
    if notes and rows:
        short = ", ".join(f'"{c[:40]}…"' if len(c) > 41 else f'"{c}"' for c in notes)
        yield Problem(
            address,
            "columns-left-out",
            f"{len(notes)} columns are about the work on the table and not taken: {short}.",
            "Nothing needs to be done: they stay in the file as it was received.",
            count=len(notes),
        )


def _uneven(address: str, passage: Passage, expected: int) -> Problem:
    return Problem(
        address,
        "uneven-row",
        f"row {passage.row} has not the {expected} cells that the first line names, so its "
        "columns may be shifted.",
        "Compare the row with its neighbours in a spreadsheet.",
        span=passage.span,
    )


def _over_many_lines(
    address: str, passage: Passage, line: Line, columns: Sequence[str]
) -> Iterator[Problem]:
    """The cells that hold so many line breaks that they may have eaten the rows below."""
    # Where cells are missing besides, one break is enough.
    enough = _MANY_LINES if len(line.cells) == len(columns) else 1
    for column, cell in named(columns, line.cells):
        breaks = len(_BREAK.findall(cell.strip()))
        if breaks >= enough:
            yield Problem(
                address,
                "many-lines",
                f'row {passage.row}, column "{column}": the cell holds {breaks + 1:,} lines of the '
                f"file, of its lines {line.begins:,} to {line.ends:,}, as it would where a "
                "quotation mark is not closed; rows may be lost in it.",
                "Close or delete the quotation mark at its beginning, and import the table again.",
                span=passage.span,
            )
