"""The promise that every reader keeps: documents in, readings out, in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol, cast

from hearsay import plugins
from hearsay.vocabulary.documents import Document
from hearsay.vocabulary.readings import Reading, Source

FOLDER = "hearsay.reading.readers"
PROSE_READER = "minilm"


class Reader(Protocol):
    """Reads documents and says what it found, each span verbatim in the document's text."""

    @property
    def name(self) -> str:
        """Name and version; a reading made under another one is superseded, not repeated."""
        ...

    def read(self, documents: Iterable[Document]) -> Iterator[Reading]:
        """One reading for each document, in the order given."""
        ...


def open_reader(name: str = PROSE_READER, *, threads: int = 0) -> Reader:
    """The reader of that name, ready to read; `threads` 0 means every core."""
    module = plugins.find(FOLDER, name, kind="reader", promises=["open_reader"])
    reader: Reader = module.open_reader(threads=threads)
    return reader


def reader_name(name: str = PROSE_READER) -> str:
    """The name and version that the reader would sign with, without loading its weights."""
    module = plugins.find(FOLDER, name, kind="reader", promises=["reader_name"])
    signed: str = module.reader_name()
    return signed


def table_reader(format: str, *, sources: tuple[Source, ...] = ()) -> Reader | None:
    """The reader of tables that bears the format's name; `None` for what is read as prose.

    `sources` are what the ids stand for that the tables cite, as far as that is known.
    """
    if format == PROSE_READER or format not in plugins.names(FOLDER):
        return None
    module = plugins.find(FOLDER, format, kind="reader of tables", promises=["open_table"])
    return cast(Reader, module.open_table(sources))
