"""Reads the rows of Security Force Monitor's tables, the older ones and those of 2026."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256

from hearsay.reading.tables.clusters import Clusters
from hearsay.reading.tables.describing import Repeats
from hearsay.reading.tables.listing import cited_only, read_source
from hearsay.reading.tables.persons import read_persons
from hearsay.reading.tables.row import Row, rows_of
from hearsay.reading.tables.sheet import Sheet
from hearsay.reading.tables.units import read_units
from hearsay.vocabulary.documents import Document
from hearsay.vocabulary.readings import Reading, Source

VERSION = 2


class SfmReader:
    """Reads each document's rows; `sources` say what the ids stand for that the rows cite."""

    def __init__(self, sources: tuple[Source, ...] = ()) -> None:
        self._sources = {source.id: source for source in sources}
        self.name = reader_name() + _signature(sources)

    def read(self, documents: Iterable[Document]) -> Iterator[Reading]:
        """One reading for each document, in the order given."""
        for document in documents:
            sheet = Sheet(document, reader=self.name)
            repeats = Repeats()
            clusters = Clusters(sheet)
            for row in rows_of(document):
                _row(sheet, row, repeats, clusters)
            sheet.tell(
                "repeats",
                f"{repeats.count} values stand word for word, with the same sources, in an earlier "
                "row too; they are stated once.",
                "Nothing needs to be done.",
                count=repeats.count,
            )
            yield cited_only(sheet.reading(), self._sources, document.capture)


def _row(sheet: Sheet, row: Row, repeats: Repeats, clusters: Clusters) -> None:
    """One row by the table that it stands in; a cell that nobody asked for is reported."""
    if row.passage.label == "persons":
        read_persons(sheet, row, repeats)
    elif row.passage.label == "units":
        read_units(sheet, row, repeats)
    elif row.passage.label == "sources":
        read_source(sheet, row)
    else:
        clusters.read(row)
    for column in row.unused():
        sheet.report(row, column, "not-read", "nothing is stated by what stands here.")


def _signature(sources: tuple[Source, ...]) -> str:
    """So that a reading with other sources is another one: ` (sources 3f2a9c01)`."""
    if not sources:
        return ""
    digest = sha256()
    for source in sorted(sources, key=lambda one: one.id):
        digest.update(repr((source.id, source.title, source.publication)).encode())
    return f" (sources {digest.hexdigest()[:8]})"


def reader_name() -> str:
    """Name and version."""
    return f"sfm {VERSION}"


def open_reader(*, threads: int = 0) -> SfmReader:
    """The reader, knowing no sources; `threads` makes no difference to it."""
    return SfmReader()


def open_table(sources: tuple[Source, ...]) -> SfmReader:
    """The reader with what the ids stand for that its tables cite."""
    return SfmReader(sources)
