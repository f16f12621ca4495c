"""Lists of sources: what the ids stand for that other tables cite.

A list states nothing of persons and units, so that it makes no statements and no claims; what it
says is kept whole in its reading, and what another table cites of it in that table's.
"""

from __future__ import annotations

from dataclasses import replace

from hearsay.reading.tables.row import Row
from hearsay.reading.tables.sheet import Sheet, shown
from hearsay.vocabulary.problems import Problem
from hearsay.vocabulary.readings import Reading, Source

# For what a source keeps, the columns that hold it: older, of 2026 by label, of 2026 by key.
_TITLE = ("title", "source:title", ":source/title")
_PUBLICATION = ("publication_title", "source:publication_name", ":publication/name")
_PUBLISHED = ("published_on", "source:published_timestamp", ":source/published-at")
_URL = ("source_url", "source:url", ":source/url")
_PAGE = ("page",)
_COUNTRY = ("country", "source:publication_country", ":publication/country")
_IDS = (
    "source_id",
    "source_id_lookup",
    "source:access_point_id:admin",
    "source:source_id:admin",
)
# Kept in the text alone: where a copy is kept, and how the list itself orders its rows.
_BESIDE = (
    "alias_source_id",
    "access_date",
    "archive_url",
    "archive_timestamp",
    "key",
    "new_pub_id",
    "source:type",
    "source:author",
    "source:created_timestamp",
    "source:uploaded_timestamp",
    "source:publication_id:admin",
    "source:access_point_type",
    "source:access_point_trigger",
    "source:accessed_timestamp",
    "source:archive_url",
    "source:archive_timestamp",
    ":source/type",
    ":source/author",
    ":source/created-at",
    ":source/uploaded-at",
    ":source/publication:ref",
    ":citation/type",
    ":citation/trigger",
    ":citation/accessed-at",
    ":citation/archive-url",
    ":citation/archived-at",
)


def read_source(sheet: Sheet, row: Row) -> None:
    """What the row says of one source, under each id that it gives."""
    for column in _BESIDE:
        row.value(column)
    source = Source(
        id="",
        title=_first(row, _TITLE),
        publication=_first(row, _PUBLICATION),
        published=_first(row, _PUBLISHED),
        url=_first(row, _URL),
        page=_first(row, _PAGE),
        country=_first(row, _COUNTRY),
        spans=(row.passage.span,),
    )
    ids = dict.fromkeys(
        id.lower() for column in (*_IDS, ":entity/id") for id, _ in row.parts(column)
    )
    if not ids:
        _report_nameless(sheet, row, source)
    for id in ids:
        before = sheet.sources.get(id)
        if before is None:
            sheet.sources[id] = replace(source, id=id)
        elif _said(before) != _said(source):
            sheet.report(
                row,
                None,
                "contradictory-source",
                f"{shown(id)} is the id of another source above as well; the first one is taken.",
            )


def is_of_sources(row: Row) -> bool:
    """Whether the row stands in one of the lists of sources of 2026."""
    columns = (*_TITLE[1:], *_PUBLICATION[1:], "source:access_point_id:admin", ":citation/type")
    return any(column in row for column in columns)


def cited_only(reading: Reading, known: dict[str, Source], where: str) -> Reading:
    """The reading with what is known of the sources that its statements cite.

    Ids of which nothing is known are told once, where anything is known of any.
    """
    if not known or not reading.statements:
        return reading
    ids = dict.fromkeys(
        id for s in reading.statements for cited in s.grounds.cited for id in cited.sources
    )
    found = [replace(known[id], spans=()) for id in ids if id in known]
    lost = [id for id in ids if id not in known]
    told = Problem(
        where,
        "unknown-sources",
        f"{len(lost)} ids are cited that the list of sources has not: {', '.join(lost[:5])}.",
        "Import with the list that they stand in: --sources FILE.",
        count=len(lost),
    )
    problems = (*reading.problems, told) if lost else reading.problems
    return replace(reading, sources=(*reading.sources, *found), problems=problems)


def _report_nameless(sheet: Sheet, row: Row, source: Source) -> None:
    # The handbook's list of publications has no column for their ids.
    about = source.publication or source.title or "a row"
    sheet.report(row, None, "no-id", f'"{shown(about)}" has no id, so that nothing can cite it.')


def _said(source: Source) -> tuple[str | None, ...]:
    return (source.title, source.publication, source.published, source.url)


def _first(row: Row, columns: tuple[str, ...]) -> str | None:
    values = [row.value(column) for column in columns]
    return next((value for value in values if value is not None), None)
