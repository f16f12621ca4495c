"""The promise that every format keeps: a capture's bytes in, its text in passages out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

from hearsay.vocabulary.captures import Fetched, Particulars
from hearsay.vocabulary.documents import NoteMark, Passage
from hearsay.vocabulary.problems import Problem


@dataclass(frozen=True, slots=True)
class Draft:
    """What a format makes of a capture, before credits, language and period are looked for."""

    text: str
    passages: tuple[Passage, ...]
    found: Particulars = field(default_factory=Particulars)
    found_how: tuple[tuple[str, str], ...] = ()
    note_marks: tuple[NoteMark, ...] = ()
    problems: tuple[Problem, ...] = ()


class Format(Protocol):
    """Reads one kind of file. `draft` returns one `Problem` where nothing can be read.

    A format of tables says `IS_TABLE = True` besides: its rows are read as rows, by the reader that
    bears the format's name, and nothing else is looked for in their words, neither language nor
    furniture nor credits.
    """

    VERSION: str
    """Goes up whenever the same bytes would make another document."""
    READS: str
    """What a person calls such files: `web pages (HTML)`."""

    def likeness(self, content: bytes) -> float:
        """How much the bytes look like this format: 0 not at all, 1 beyond doubt."""
        ...

    def draft(self, fetched: Fetched) -> Draft | Problem:
        """The text of the capture in passages, or the one problem that prevents it."""
        ...
