"""The promise that every exporter of readings keeps: a document and its reading in, text out."""

from __future__ import annotations

from typing import Protocol

from hearsay.vocabulary.documents import Document
from hearsay.vocabulary.problems import Problem
from hearsay.vocabulary.readings import Reading


class Exporter(Protocol):
    """Writes what was found in one document in a form that other programs read."""

    ENDING: str
    """How a file in this form is named: `ann`."""

    def write(
        self, path: str, document: Document | None, reading: Reading, problems: tuple[Problem, ...]
    ) -> str:
        """The text for one document, ending in a line end; without one, what went wrong."""
        ...
