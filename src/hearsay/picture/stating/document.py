"""Puts together what one document states: from a table's columns, or worked out of its prose."""

from __future__ import annotations

from hearsay.picture.stating.deeds import deeds_of
from hearsay.picture.stating.grounds import Grounding
from hearsay.picture.stating.holding import Dating
from hearsay.picture.stating.parties import Parties
from hearsay.picture.stating.postings import postings_of
from hearsay.picture.stating.ties import ties_of
from hearsay.picture.stating.words_given import words_given_of
from hearsay.vocabulary.documents import Document
from hearsay.vocabulary.readings import Reading
from hearsay.vocabulary.statements import Statement


def statements_of(document: Document, reading: Reading) -> tuple[Statement, ...]:
    """Every statement of a document, in the order of its text; of a table, what its columns say.

    Nothing is asserted that no claim asserts: each statement keeps its assertion, its hedges, its
    polarity and when it is said to hold.
    """
    text = document.text
    parties = Parties(text, reading.mentions)
    dating = Dating(document, reading.times)
    grounding = Grounding(reading)
    found: list[Statement] = [
        *reading.statements,
        *postings_of(reading, parties, dating, grounding),
        *ties_of(reading, parties, dating, grounding, text),
        *deeds_of(reading, parties, dating, grounding),
        *words_given_of(reading, parties, dating, grounding, text),
    ]
    return tuple(sorted(found, key=_place))


def _place(statement: Statement) -> int:
    spans = statement.grounds.spans
    return spans[0].start if spans else 0
