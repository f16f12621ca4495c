"""Reads the rows of the US report on foreign military training."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hearsay.reading.tables.sheet import Sheet
from hearsay.reading.tables.training import Training
from hearsay.vocabulary.documents import Document
from hearsay.vocabulary.readings import Reading, Source

VERSION = 2


class TrainingReader:
    """Reads each document's rows; needs no network and no weights."""

    name = f"fmtrpt {VERSION}"

    def read(self, documents: Iterable[Document]) -> Iterator[Reading]:
        """One reading for each document, in the order given."""
        for document in documents:
            sheet = Sheet(document, reader=self.name)
            Training(sheet).read()
            yield sheet.reading()


def reader_name() -> str:
    """Name and version."""
    return TrainingReader.name


def open_reader(*, threads: int = 0) -> TrainingReader:
    """The reader; `threads` makes no difference to it."""
    return TrainingReader()


def open_table(sources: tuple[Source, ...]) -> TrainingReader:
    """The reader; the report is its own source and cites no ids."""
    return TrainingReader()
