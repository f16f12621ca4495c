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
from collections.abc import Iterator, Sequence

from hearsay.documents.encoding import damage, decode
from hearsay.documents.format import Draft
from hearsay.documents.rows import Rows, delimiter_of, named, separated
from hearsay.vocabulary.captures import Fetched, Particulars
from hearsay.vocabulary.documents import Passage
from hearsay.vocabulary.problems import Problem

VERSION = "1"
IS_TABLE = True
READS = "Security Force Monitor's tables (CSV or TSV)"
PUBLISHER = "Security Force Monitor"

_HEAD = 65536
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
    first = decoded.text.split("\n", 1)[0]
    if first.count(delimiter_of(first)) < 1:
        return 0.0
    return 1.0 if _table_of(_columns(next(separated(first), []))) else 0.0


def draft(fetched: Fetched) -> Draft | Problem:
    """Every row with at least one cell, in the order of the file."""
    address = fetched.capture.address
    decoded = decode(fetched.content)
    if decoded is None:
        return Problem(
            address, "unknown-encoding", "in an encoding that is not known.", "Save it as UTF-8."
        )
    lines = separated(decoded.text)
    columns = _columns(next(lines, []))
    table = _table_of(columns)
    if table is None:
        return Problem(
            address,
            "unknown-table",
            "its first line has the columns of none of Security Force Monitor's tables.",
            "Keep the line with the columns' names as the first one of the file.",
        )
    rows = Rows()
    uneven: list[Passage] = []
    for number, line in enumerate(lines, 1):
        if not any(cell.strip() for cell in line):
            continue
        cells = [cell for cell in named(columns, line) if not _is_a_note(cell[0])]
        passage = rows.add(cells, row=number, label=table)
        if len(line) != len(columns):
            uneven.append(passage)
    return Draft(
        text=rows.text,
        passages=tuple(rows.passages),
        found=Particulars(publisher=PUBLISHER, title=_TITLES.get(table), language="en"),
        found_how=tuple(
            (what, "the table's columns") for what in ("language", "publisher", "title")
        ),
        problems=(
            *damage(decoded, address),
            *(_uneven(address, passage, len(columns)) for passage in uneven),
            *_left_out(address, columns, len(rows.passages)),
        ),
    )


_TITLES = {
    "persons": "Persons and postings",
    "units": "Units",
    "sources": "Sources",
    "claims": "Claims",
}


def _columns(first: Sequence[str]) -> list[str]:
    """The columns' names, without the handbook's backticks; a repeated one gets a number."""
    found: list[str] = []
    for name in first:
        plain = name.strip().strip("`").strip()
        again = sum(plain == other.split(" #")[0] for other in found)
        found.append(f"{plain} #{again + 1}" if again else plain)
    return found


def _table_of(columns: Sequence[str]) -> str | None:
    """`persons`, `units`, `sources`, or `claims` for those of 2026."""
    held = set(columns)
    for needed, name in _OLDER:
        if needed <= held:
            return name
    keys = sum(_CLAIM_TABLE.fullmatch(c) is not None or _is_source_column(c) for c in columns)
    return "claims" if len(columns) > 1 and keys >= max(2, len(columns) // 2) else None


def _is_source_column(column: str) -> bool:
    return column.startswith("source:") and " " not in column


def _is_a_note(column: str) -> bool:
    """Whether a column is about the work on the table."""
    return column.startswith(_NOT_OF_THE_TABLE)


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
