"""One JSON object a document, in the published shape (docs/reference/shapes/annotate.json)."""

from __future__ import annotations

from hearsay.outputs.json_text import json_line
from hearsay.outputs.shapes import annotated, unreadable
from hearsay.vocabulary.documents import Document
from hearsay.vocabulary.problems import Problem
from hearsay.vocabulary.readings import Reading

ENDING = "jsonl"


def write(
    path: str, document: Document | None, reading: Reading, problems: tuple[Problem, ...]
) -> str:
    """One line of JSON with all that was found in the document."""
    if document is None:
        return json_line(unreadable(path, reading.reader, problems)) + "\n"
    return json_line(annotated(path, document, reading, problems)) + "\n"
