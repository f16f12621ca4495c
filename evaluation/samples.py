"""The reader against our own gold: the sample reports, whole pipeline, from file to attributions.

The gold gives words and what stands before them, not offsets, so that it does not hang on how a
page or PDF is turned into text; here they are found in the document's text.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from typing import Any

from evaluation.attributions import AttributionScores, Triple, score
from evaluation.pipeline import document_of
from evaluation.scores import Measured, Score
from hearsay import samples
from hearsay.reading.reader import Reader
from hearsay.vocabulary.captures import Particulars
from hearsay.vocabulary.documents import Document
from hearsay.vocabulary.edtf import same_days
from hearsay.vocabulary.spans import Span, Spans

_GAP = r"[\d*†‡§]{0,3}\s+"
"""Between two words of the gold: white space, and a note's mark that the gold leaves out."""


def measure(reader: Reader) -> Iterator[Measured]:
    """Attributions over all samples: exact spans, the triple, and the last speaker named."""
    gold = samples.gold()
    documents = [_document(one) for one in gold["documents"]]
    total, times, lost = AttributionScores(), Score(), 0
    for document, about, reading in zip(
        documents, gold["documents"], reader.read(documents), strict=True
    ):
        mine = [a for a in gold["attributions"] if a["document"] == about["document"]]
        wanted = [(_spans(document, a), a) for a in mine if a["cue"]]
        lost += sum(triple is None for triple, _ in wanted)
        theirs = [triple for triple, _ in wanted if triple is not None]
        ours: list[Triple] = [(a.source, a.cue, a.content) for a in reading.attributions]
        total += score(ours, theirs, document.text)
        times += _times(document, about, gold, {(t.span, t.edtf) for t in reading.times})
    if lost:
        print(f"samples: {lost} gold attributions not found in the text", file=sys.stderr)
    for name in ("source", "cue", "content", "triple"):
        yield Measured(f"samples.{name}", getattr(total, name))
    yield Measured("samples.times", times)


def _document(about: dict[str, Any]) -> Document:
    path = next(p for p in samples.sample_files() if p.name == about["document"])
    stated = Particulars(
        published=about["published"], publisher=about["publisher"], period=about["period"]
    )
    return document_of(path.read_bytes(), path.name, stated)


def _spans(document: Document, attribution: dict[str, Any]) -> Triple | None:
    parts = [_located(document, attribution[part]) for part in ("source", "cue", "content")]
    if any(part is None for part in parts):
        return None
    source, cue, content = (part or () for part in parts)
    return source, cue, content


def _located(document: Document, quoted: list[dict[str, Any]]) -> Spans | None:
    found = [locate(document.text, one["words"], one["before"]) for one in quoted]
    return None if None in found else tuple(sorted(span for span in found if span is not None))


def locate(text: str, words: str, before: str) -> Span | None:
    """Where `words` stand right behind `before`, or the only place where they stand at all."""
    pattern = _GAP.join(re.escape(word) for word in words.split())
    # The beginning of what stands before may be cut within a word: only its whole words count.
    lead = [re.escape(word) for word in before.split()[1:]]
    for shown in (lead, lead[-2:], lead[-1:]):
        behind = r"\s*".join([_GAP.join(shown), ""]) if shown else ""
        found = list(re.finditer(rf"{behind}(?P<words>{pattern})", text))
        if len(found) == 1:
            return Span(found[0].start("words"), found[0].end("words"))
    everywhere = list(re.finditer(pattern, text))
    return Span(*everywhere[0].span()) if len(everywhere) == 1 else None


def _times(
    document: Document,
    about: dict[str, Any],
    gold: dict[str, Any],
    ours: set[tuple[Span, str | None]],
) -> Score:
    wanted = [t for t in gold["times"] if t["document"] == about["document"] and t["edtf"]]
    right = 0
    for one in wanted:
        span = locate(document.text, one["span"]["words"], one["span"]["before"])
        right += any(
            span is not None and span.meets(found) and edtf and same_days(edtf, one["edtf"])
            for found, edtf in ours
        )
    return Score(right, len(wanted), len(wanted))
