"""The promise that every reader keeps: documents in, readings out, in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from hearsay import plugins
from hearsay.vocabulary.documents import Document
from hearsay.vocabulary.readings import Reading


class Reader(Protocol):
    """Reads documents and says what it found, each span verbatim in the document's text."""

    @property
    def name(self) -> str:
        """Name and version; a reading made under another one is superseded, not repeated."""
        ...

    def read(self, documents: Iterable[Document]) -> Iterator[Reading]:
        """One reading for each document, in the order given."""
        ...


def open_reader(name: str = "minilm", *, threads: int = 0) -> Reader:
    """The reader of that name, ready to read; `threads` 0 means every core."""
    module = plugins.find("hearsay.reading.readers", name, kind="reader", promises=["open_reader"])
    reader: Reader = module.open_reader(threads=threads)
    return reader


def reader_name(name: str = "minilm") -> str:
    """The name and version that the reader would sign with, without loading its weights."""
    module = plugins.find("hearsay.reading.readers", name, kind="reader", promises=["reader_name"])
    signed: str = module.reader_name()
    return signed
