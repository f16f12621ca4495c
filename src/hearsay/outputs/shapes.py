"""The values that leave Hearsay as JSON, in the shapes that other programs rely on.

The shapes are published as JSON Schema in docs/reference/shapes and change only by adding.
Spans are `[start, end]` in code points, half-open, into the document's `text`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from hearsay.ledger.store import ClaimRow, FoundPassage
from hearsay.vocabulary.documents import Document
from hearsay.vocabulary.problems import Problem
from hearsay.vocabulary.readings import (
    Assertion,
    Attribution,
    Cause,
    Count,
    Event,
    Hedge,
    Mention,
    Reading,
    Relation,
    TimeExpression,
)
from hearsay.vocabulary.spans import Span

SHAPE = 1
Json = dict[str, Any]


def annotated(
    path: str, document: Document, reading: Reading, problems: tuple[Problem, ...] = ()
) -> Json:
    """The object that `hearsay annotate` prints for one document."""
    said = document.particulars
    every = (*problems, *document.problems, *reading.problems)
    return {
        "shape": SHAPE,
        "path": path,
        "text": document.text,
        "language": said.language,
        "reader": reading.reader,
        "published": said.published,
        "publisher": said.publisher,
        "title": said.title,
        "period": said.period,
        "credits": [_part(c.span) | {"kind": c.kind, "name": c.name} for c in document.credits],
        "furniture": [_part(span) for span in document.furniture],
        "mentions": [_mention(m) for m in reading.mentions],
        "attributions": [_attribution(a) for a in reading.attributions],
        "assertions": [_assertion(a) for a in reading.assertions],
        "relations": [_relation(r) for r in reading.relations],
        "events": [_event(e) for e in reading.events],
        "counts": [_count(n) for n in reading.counts],
        "causes": [_cause(c) for c in reading.causes],
        "times": [_time(t) for t in reading.times],
        "problems": [problem_shape(p) for p in every],
    }


def unreadable(path: str, reader: str, problems: tuple[Problem, ...]) -> Json:
    """The same object for a file of which no document could be made: no text, only problems."""
    nothing = Document(capture="", format="", text="", passages=())
    return annotated(path, nothing, Reading(reader), problems)


def claim_shape(row: ClaimRow, place: str) -> Json:
    """The object that `hearsay claims --json` lists for one claim.

    `place` is where it is looked up (`p. 12 ¶ 3`); `paragraph` counts through the document.
    """
    claim = row.claim
    return {
        "id": claim.id,
        "words": claim.words,
        "spans": _pairs(claim.spans),
        "speakers": [
            {"name": s.name, "span": None if s.span is None else _pair(s.span)}
            for s in claim.speakers
        ],
        "addressee": claim.addressee,
        "cue": claim.cue,
        "cue_class": claim.cue_class,
        "speech": claim.speech,
        "polarity": claim.polarity,
        "hedges": [_hedge(h) for h in claim.hedges],
        "inserted": _pairs(claim.inserted),
        "times": [_time(t) for t in claim.times],
        "place": place,
        "page": claim.page,
        "paragraph": claim.passage,
        "score": round(claim.score, 3),
        "capture": claim.capture,
        "address": row.address,
        "publisher": row.publisher,
        "published": row.published,
        "title": row.title,
        "recorded_at": row.recorded_at,
    }


def passage_shape(found: FoundPassage, place: str) -> Json:
    """The object that `hearsay search --json` lists for one passage."""
    return {
        "words": found.words,
        "span": _pair(found.passage.span),
        "kind": found.passage.kind,
        "place": place,
        "page": found.passage.page,
        "paragraph": found.passage.paragraph,
        "capture": found.capture,
        "address": found.address,
        "publisher": found.publisher,
        "published": found.published,
        "title": found.title,
    }


def problem_shape(problem: Problem) -> Json:
    """A problem as every list of problems shows it."""
    return {
        "where": problem.where,
        "code": problem.code,
        "message": problem.message,
        "next_step": problem.next_step,
        "span": None if problem.span is None else _pair(problem.span),
    }


def _mention(mention: Mention) -> Json:
    return {
        "id": mention.id,
        "type": mention.type,
        "spans": _pairs(mention.spans),
        "form": mention.form,
        "outermost": mention.outermost,
        "refers": mention.refers,
        "score": round(mention.score, 3),
    }


def _attribution(attribution: Attribution) -> Json:
    return {
        "id": attribution.id,
        "source": _pairs(attribution.source),
        "cue": _pairs(attribution.cue),
        "content": _pairs(attribution.content),
        "within": attribution.within,
        "speaker": attribution.speaker,
        "addressee": attribution.addressee,
        "chain": list(attribution.chain),
        "cue_class": attribution.cue_class,
        "speech": attribution.speech,
        "polarity": attribution.polarity,
        "hedges": [_hedge(h) for h in attribution.hedges],
        "inserted": _pairs(attribution.inserted),
        "score": round(attribution.score, 3),
    }


def _assertion(assertion: Assertion) -> Json:
    return {
        "id": assertion.id,
        "spans": _pairs(assertion.spans),
        "attribution": assertion.attribution,
        "polarity": assertion.polarity,
        "hedges": [_hedge(h) for h in assertion.hedges],
    }


def _relation(relation: Relation) -> Json:
    return {
        "id": relation.id,
        "type": relation.type,
        "from": relation.source,
        "to": relation.target,
        "assertion": relation.assertion,
        "polarity": relation.polarity,
        "hedge": None if relation.hedge is None else _hedge(relation.hedge),
        "time": relation.time,
        "score": round(relation.score, 3),
    }


def _event(event: Event) -> Json:
    return {
        "id": event.id,
        "type": event.type,
        "trigger": _pair(event.trigger),
        "stage": event.stage,
        "polarity": event.polarity,
        "arguments": [{"role": a.role, "mention": a.mention} for a in event.arguments],
        "assertion": event.assertion,
        "time": event.time,
        "score": round(event.score, 3),
    }


def _count(count: Count) -> Json:
    return {
        "id": count.id,
        "span": _pair(count.span),
        "low": count.low,
        "high": count.high,
        "comparator": count.comparator,
        "unit": count.unit,
        "scope": count.scope,
        "counter": count.counter,
        "basis": count.basis,
        "time": count.time,
        "assertion": count.assertion,
    }


def _cause(cause: Cause) -> Json:
    return {
        "id": cause.id,
        "cause": _pairs(cause.cause),
        "effect": _pairs(cause.effect),
        "marker": None if cause.marker is None else _pair(cause.marker),
        "attribution": cause.attribution,
    }


def _time(time: TimeExpression) -> Json:
    return {
        "id": time.id,
        "start": time.span.start,
        "end": time.span.end,
        "edtf": time.edtf,
        "alternatives": list(time.alternatives),
    }


def _hedge(hedge: Hedge) -> Json:
    return _part(hedge.span) | {"class": hedge.kind}


def _part(span: Span) -> Json:
    return {"start": span.start, "end": span.end}


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]


def _pairs(spans: Iterable[Span]) -> list[list[int]]:
    return [_pair(span) for span in spans]
