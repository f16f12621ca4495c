"""Accounts, documents with what is read in them, for whatever is scored across documents."""

from __future__ import annotations

from collections.abc import Iterable

from evaluation.pipeline import document_of
from hearsay import samples
from hearsay.reading.claims import claims_of
from hearsay.reading.reader import Reader
from hearsay.reading.readers.minilm import open_reader
from hearsay.vocabulary.captures import Particulars
from hearsay.vocabulary.documents import Document
from hearsay.vocabulary.traces import Account


def reading_accounts(texts: Iterable[str]) -> dict[str, Account]:
    """Each text read as a document of its own, all of one day."""
    stated = Particulars(published="2021-12-01")
    wanted = list(dict.fromkeys(texts))
    documents = [
        document_of(text.encode(), f"{number}.txt", stated) for number, text in enumerate(wanted)
    ]
    return dict(zip(wanted, _read(documents, [""] * len(wanted)), strict=True))


def sample_accounts(reader: Reader | None = None) -> dict[str, Account]:
    """The sample reports by their file names, as the user states them and the reader reads them."""
    about = samples.gold()["documents"]
    paths = {path.name: path for path in samples.sample_files()}
    documents = [
        document_of(
            paths[one["document"]].read_bytes(),
            one["document"],
            Particulars(
                published=one["published"], publisher=one["publisher"], period=one["period"]
            ),
        )
        for one in about
    ]
    names = [one["document"] for one in about]
    return dict(zip(names, _read(documents, names, reader), strict=True))


def _read(
    documents: list[Document], names: list[str], reader: Reader | None = None
) -> list[Account]:
    readings = (reader or open_reader()).read(documents)
    return [
        Account(document, reading, claims_of(document, reading), name)
        for document, reading, name in zip(documents, readings, names, strict=True)
    ]
