"""What is scored goes the way of every file: bytes to document to reading."""

from __future__ import annotations

from hashlib import sha256

from hearsay.documents.making import make
from hearsay.vocabulary.captures import Capture, Fetched, Particulars
from hearsay.vocabulary.documents import Document


def document_of(content: bytes, address: str, stated: Particulars = Particulars()) -> Document:
    """The document that these bytes make; a text that makes none is a mistake of ours."""
    capture = Capture(
        sha256=sha256(content).hexdigest(),
        address=address,
        captured_at="2022-01-01T00:00:00Z",
        method="file",
        size=len(content),
        stated=stated,
    )
    made = make(Fetched(capture, content))
    if made.document is None:
        raise ValueError(made.problems[0].line())
    return made.document
