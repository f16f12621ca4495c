"""Makes up the claims of a large case: forces of many countries over 25 years, and who says so.

All of it is made up: names, dates, words and how often things are said. The mixture is laid on
what our samples and Security Force Monitor's tables of Nigeria hold (nearly half are postings,
ranges of which a third only name a year, two to three claims of each thing, a few at odds with the
rest). Every statement stands in a sentence of a document and is claimed there, so that an index is
filled by the same code as that of a read case. Who is who is known here and not worked out: a
name is one person or body everywhere.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

from benchmarks.forces import Division, Said, divisions, grounds_of
from hearsay.picture.entities import Entity
from hearsay.picture.things import Thing, things_of
from hearsay.vocabulary.captures import Particulars
from hearsay.vocabulary.documents import Document, Passage
from hearsay.vocabulary.readings import Assertion, Claim, Hedge, Reading, Speaker
from hearsay.vocabulary.spans import Span
from hearsay.vocabulary.statements import Statement
from hearsay.vocabulary.traces import Account

CLAIMS_A_DOCUMENT = 50
SEED = 7
OUTLETS = 60
SPEAKERS = 400
HEDGED = 0.1
"""So many sentences of one only allege what they say."""


@dataclass(frozen=True)
class MadeCase:
    """So many divisions with 2,000 claims and some 200 entities each; the same for one seed."""

    divisions: int
    seed: int = SEED

    def stated(self) -> Iterator[tuple[Account, tuple[Statement, ...]]]:
        """Every document with what it states, as a case gives them."""
        for one in divisions(self.divisions, self.seed):
            yield from _documents(one, random.Random(f"{self.seed}/{one.number}"))

    @cached_property
    def things(self) -> list[Thing]:
        """Everyone whom a document names, for every document."""
        return [thing for account, said in self.stated() for thing in things_of(account, said)]

    def entities(self) -> list[Entity]:
        """Everyone and everything, by their names."""
        by_name: dict[str, list[Thing]] = {}
        for thing in self.things:
            by_name.setdefault(thing.names[0], []).append(thing)
        return [
            Entity(f"e{sha256(name.encode()).hexdigest()[:10]}", tuple(things), name, named=True)
            for name, things in by_name.items()
        ]


def _documents(
    division: Division, chance: random.Random
) -> Iterator[tuple[Account, tuple[Statement, ...]]]:
    said = list(division.said(chance))
    chance.shuffle(said)
    for start in range(0, len(said), CLAIMS_A_DOCUMENT):
        number = f"{division.number}-{start // CLAIMS_A_DOCUMENT}"
        yield _document(number, said[start : start + CLAIMS_A_DOCUMENT], chance)


def _document(
    number: str, said: list[Said], chance: random.Random
) -> tuple[Account, tuple[Statement, ...]]:
    capture = sha256(number.encode()).hexdigest()
    outlet = f"The Gazette {chance.randrange(OUTLETS)}"
    passages, assertions, claims, statements, start = [], [], [], [], 0
    for place, (words, held, build) in enumerate(said):
        span = Span(start, start + len(words))
        id = f"s{place}"
        hedges = (Hedge(span, "alleged"),) if chance.random() < HEDGED else ()
        passages.append(Passage(span, "paragraph", place + 1))
        assertions.append(Assertion(id, (span,), None, hedges=hedges))
        speakers = outlet, f"Spokesman {chance.randrange(SPEAKERS)}"
        claims.append(_claim(capture, span, words, speakers, hedges, place))
        statements.append(build(grounds_of(chance, held, id, span), start))
        start = span.end + 1
    day = (
        f"{chance.randrange(2002, 2026)}-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
    )
    told = Particulars(day, outlet, title=f"Report {number}")
    text = "\n".join(words for words, _, _ in said)
    document = Document(capture, "text 1", text, tuple(passages), told)
    reading = Reading("made 1", assertions=tuple(assertions))
    return Account(document, reading, tuple(claims), f"made/{number}.txt"), tuple(statements)


def _claim(
    capture: str,
    span: Span,
    words: str,
    speakers: tuple[str, str],
    hedges: tuple[Hedge, ...],
    place: int,
) -> Claim:
    return Claim(
        id=sha256(f"{capture}{span.start}".encode()).hexdigest()[:20],
        capture=capture,
        spans=(span,),
        words=words,
        speakers=tuple(Speaker(name, None) for name in speakers),
        addressee=None,
        cue="said",
        cue_class="said",
        speech="indirect",
        polarity="affirmed",
        hedges=hedges,
        inserted=(),
        times=(),
        passage=place + 1,
        page=None,
        score=0.9,
    )
