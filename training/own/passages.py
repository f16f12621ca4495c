"""The passages of our corpus as values: a text, what is known of it, and what is read in it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from hearsay.vocabulary.readings import Reading

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class OwnPassage:
    """One passage with its marks. Paragraphs of its text are parted by an empty line."""

    id: str
    text: str
    about: dict[str, str]
    """`kind`, `outlet`, `published`, and `period` where a report covers one."""
    reading: Reading
    """The marks, as a perfect reader would return them; scores are 1."""
