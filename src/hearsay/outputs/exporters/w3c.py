"""W3C Web Annotations (Recommendation of 2017): one annotation page a document, as JSON-LD.

Every span is a target with its place in the text and its words, so that it is found again where
the text has moved. Places count code points, as the recommendation asks.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hearsay.outputs.json_text import json_line
from hearsay.vocabulary.documents import Document
from hearsay.vocabulary.problems import Problem
from hearsay.vocabulary.readings import Reading
from hearsay.vocabulary.spans import Span, Spans

ENDING = "jsonld"
CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_AROUND = 24
"""Characters before and after the words that are quoted with them."""

Json = dict[str, Any]


def write(
    path: str, document: Document | None, reading: Reading, problems: tuple[Problem, ...]
) -> str:
    """One line with the page of all annotations; an empty page where there is no document."""
    items = [] if document is None else list(_items(path, document.text, reading))
    page = {"@context": CONTEXT, "type": "AnnotationPage", "id": f"{path}#read", "items": items}
    return json_line(page) + "\n"


def _items(path: str, text: str, reading: Reading) -> Iterator[Json]:
    def one(id: str, spans: Spans, kind: str, *links: str, **tags: object) -> Json:
        bodies: list[Json] = [_body("classifying", kind)]
        bodies += [_body("tagging", f"{name}: {said}") for name, said in tags.items() if said]
        bodies += [
            {"type": "SpecificResource", "purpose": "linking", "source": f"{path}#{link}"}
            for link in links
        ]
        return {
            "type": "Annotation",
            "id": f"{path}#{id}",
            "body": bodies,
            "target": [_target(path, text, span) for span in spans],
        }

    for m in reading.mentions:
        links: tuple[str, ...] = () if m.refers == m.id else (m.refers,)
        yield one(m.id, m.spans, m.type, *links, form=m.form)
    for a in reading.attributions:
        links = tuple(id for id in (a.within, a.speaker, a.addressee) if id)
        yield one(a.id, a.cue, "cue", *links, **{"class": a.cue_class, "speech": a.speech})
        if a.source:
            yield one(f"{a.id}-source", a.source, "source", a.id)
        yield one(f"{a.id}-content", a.content, "content", a.id)
    for s in reading.assertions:
        links = (s.attribution,) if s.attribution else ()
        yield one(s.id, s.spans, "assertion", *links, polarity=s.polarity)
    for r in reading.relations:
        ends = tuple(s for m in reading.mentions if m.id in (r.source, r.target) for s in m.spans)
        yield one(r.id, ends, r.type, r.source, r.target, polarity=r.polarity)
    for e in reading.events:
        mentions = tuple(argument.mention for argument in e.arguments)
        roles = ", ".join(f"{argument.role} {argument.mention}" for argument in e.arguments)
        yield one(e.id, (e.trigger,), e.type, *mentions, stage=e.stage, roles=roles)
    for n in reading.counts:
        high = "" if n.high is None else f"..{n.high:g}"
        yield one(n.id, (n.span,), "count", value=f"{n.comparator} {n.low:g}{high} {n.unit}")
    for c in reading.causes:
        yield one(f"{c.id}-cause", c.cause, "cause", f"{c.id}-effect")
        yield one(f"{c.id}-effect", c.effect, "effect", f"{c.id}-cause")
    for t in reading.times:
        yield one(t.id, (t.span,), "time", edtf=t.edtf)


def _body(purpose: str, value: str) -> Json:
    return {"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain"}


def _target(path: str, text: str, span: Span) -> Json:
    return {
        "source": path,
        "selector": [
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
            {
                "type": "TextQuoteSelector",
                "exact": span.of(text),
                "prefix": text[max(0, span.start - _AROUND) : span.start],
                "suffix": text[span.end : span.end + _AROUND],
            },
        ],
    }
