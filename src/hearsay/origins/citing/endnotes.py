"""What a report's notes name as the source of a sentence, and which document that is."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hearsay.vocabulary.documents import Document, NoteMark
from hearsay.vocabulary.readings import Claim
from hearsay.vocabulary.spans import Span, hull


@dataclass(frozen=True, slots=True)
class Citation:
    """One source that a note names."""

    name: str
    """Whom it names, up to the first comma."""
    words: str
    """All that the note says of it: title, number, date."""
    span: Span
    """Where, in the document that cites."""


@dataclass(frozen=True, slots=True)
class Notes:
    """A document's notes by the place of their marks."""

    starts: tuple[int, ...]
    marks: tuple[NoteMark, ...]
    passages: Mapping[int, Span]

    @classmethod
    def of(cls, document: Document) -> Notes:
        """The notes that a document calls by a mark in its running text."""
        marks = tuple(sorted(document.note_marks, key=lambda m: m.mark.start))
        passages = {p.paragraph: p.span for p in document.passages} if marks else {}
        return cls(tuple(m.mark.start for m in marks), marks, passages)

    def of_claim(self, claim: Claim, text: str) -> tuple[Citation, ...]:
        """What is cited for a claim: the first note called after it, within its sentence."""
        passage = self.passages.get(claim.passage)
        if passage is None:
            return ()
        at = bisect_left(self.starts, hull(claim.spans).end)
        if at == len(self.marks) or not passage.covers(self.marks[at].mark):
            return ()
        if re.search(r"[.!?]”?\s+[A-Z]", text[hull(claim.spans).end : self.marks[at].mark.start]):
            return ()
        return citations(text, self.marks[at].note)


def citations(text: str, note: Span) -> tuple[Citation, ...]:
    """The sources that a note names, parted by semicolons."""
    found = []
    for match in re.finditer(r"[^;]+", text[note.start : note.end]):
        words = match.group()
        lead = re.match(r"\s*(?:\[?\w{1,4}[.\])]\s|[*†‡§¶]+\s)?\s*", words)
        skip = lead.end() if lead else 0
        words = words[skip:].rstrip(" .\n")
        name = re.split(r",|\(|“|:|\d", words, maxsplit=1)[0].strip()
        if name:
            start = note.start + match.start() + skip
            found.append(Citation(name, words, Span(start, start + len(words))))
    return tuple(found)


def cited_document(citation: Citation, candidates: Sequence[Document]) -> Document | None:
    """The one of a publisher's documents that a citation means, by number, title, date or period.

    The only one there is fits as long as the citation gives no date; otherwise its words must.
    """
    fitting = [one for one in candidates if _fits(citation.words, one)]
    if len(fitting) == 1:
        return fitting[0]
    return None


def _fits(words: str, document: Document) -> bool:
    particulars = document.particulars
    number = re.search(r"\b(?:No\.?|Nr\.?|number)\s*(\d+)", words)
    head = document.text[:600]
    if number and re.search(rf"\b(?:No\.?|Nr\.?|number)\s*{number[1]}\b", head):
        return True
    title = (particulars.title or "").casefold()
    if len(title) > 12 and title in words.casefold():
        return True
    if (
        particulars.period
        and _months(words)
        and _months(words) == _period_months(particulars.period)
    ):
        return True
    return bool(particulars.published and _says_day(words, particulars.published))


_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]


def _months(words: str) -> tuple[int, int, int] | None:
    """First month, last month and year of "October to December 2021"."""
    month = "|".join(_MONTHS)
    match = re.search(rf"({month})\s*(?:to|–|-|through)\s*({month})\s+(\d{{4}})", words.lower())
    if not match:
        return None
    return _MONTHS.index(match[1]) + 1, _MONTHS.index(match[2]) + 1, int(match[3])


def _period_months(period: str) -> tuple[int, int, int] | None:
    match = re.match(r"(\d{4})-(\d\d)(?:-\d\d)?/(\d{4})-(\d\d)", period)
    return (int(match[2]), int(match[4]), int(match[3])) if match else None


def _says_day(words: str, published: str) -> bool:
    match = re.match(r"(\d{4})-(\d\d)-(\d\d)", published)
    if not match:
        return False
    name, day = _MONTHS[int(match[2]) - 1], int(match[3])
    low = words.lower()
    said = re.search(rf"\b{name} {day}\b|\b{day} {name}\b", low)
    return bool(said and match[1] in low)
