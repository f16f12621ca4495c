"""An assertion on its way: spans that say one thing, and how they put it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hearsay.reading.clauses import Clause, clauses
from hearsay.reading.hedging import hedges_in, polarity_of
from hearsay.vocabulary.readings import Hedge, Polarity
from hearsay.vocabulary.spans import Span, Spans


@dataclass(frozen=True, slots=True)
class Atom:
    """An assertion before it has an id: its spans, whose it is, and how it is put."""

    spans: Spans
    attribution: int | None
    polarity: Polarity
    hedges: tuple[Hedge, ...]
    says_something: bool = True
    """Whether it has a verb."""


def atom_of(part: Span, attribution: int | None, quoted: Sequence[Span], text: str) -> Atom:
    """The assertion that a stretch of text is, whatever clauses it has."""
    verb = next((c.verb for c in clauses(text, (part,), quoted) if c.verb is not None), None)
    return atom_of_clause(text, Clause((part,), verb), attribution)


def atom_of_clause(text: str, clause: Clause, attribution: int | None) -> Atom:
    """The assertion that a clause is, denied and hedged as its words say."""
    polarity: Polarity = "affirmed"
    if clause.verb is not None:
        polarity = polarity_of(clause.spans, text, clause.verb)
    hedges = hedges_in(clause.spans, text)
    return Atom(clause.spans, attribution, polarity, hedges, clause.verb is not None)
