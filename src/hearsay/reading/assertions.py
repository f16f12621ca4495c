"""Cuts what a document says into assertions: one predicate with its arguments each.

What stands in an attribution's content is asserted by its speaker, the rest by the outlet. The
words that only say who said it (source and cue) are asserted by nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hearsay.reading.atom import Atom, atom_of_clause
from hearsay.reading.clauses import Clause, clauses
from hearsay.reading.found import FoundAttribution
from hearsay.reading.leftovers import Hole, between, holes_in
from hearsay.reading.lexicon import closed, listed
from hearsay.reading.sentences import sentences
from hearsay.reading.speech import stands_in
from hearsay.reading.words import FINITE, ING, kinds
from hearsay.vocabulary.documents import PROSE, Document, Passage
from hearsay.vocabulary.spans import Span, Spans

_WORD = re.compile(r"[^\W_]+")
# Of PolNeAR's contents of at most so many words and no verb, hardly one says something by itself.
_WEAK = 4
_NO_CONTENT = listed(
    "it that this so these those them him her he she they what which who as to not no yes the a"
)
_DATELINE = re.compile(
    r"(?:[A-Z][A-Z.'’]+(?:[ -][A-Z.'’]+)*(?:,\s+[A-Z][\w.]+(?:\s[A-Z][\w.]+)?)?"
    r"(?:,?\s+\w{3,9}\.?\s+\d{1,2})?"
    r"\s*(?:\([^)]{2,40}\)\s*)?(?:[–—]|--|-)\s+|\([^)]{2,30}\)\s*(?:[–—]|--|-)\s+)"
)
_BULLET = re.compile(r"\s*(?:[•‣▪◦●*–-]|\(?\d{1,2}[.)]|\(?[a-z]\))\s+")
_SENTENCE_ENDS = re.compile(r"[.!?…][\"'”’)\]]*\s")
_ENDS_HERE = re.compile(r"[.!?…][\"'”’)\]]*$")


def atoms(
    document: Document,
    found: Sequence[FoundAttribution],
    around: Sequence[int | None],
    quoted: Sequence[Span],
) -> list[Atom]:
    """Every assertion of the document as rules cut it, in reading order."""
    text = document.text
    made: list[Atom] = []
    inner: dict[int | None, list[int]] = {}
    for n, outer in enumerate(around):
        inner.setdefault(outer, []).append(n)
    weak = {
        n
        for n, a in enumerate(found)
        if _is_weak(text, a.content, quoted) or _is_raised(text, a, quoted)
    }
    for outer in inner:
        inner[outer] = [n for n in inner[outer] if n not in weak]
    top = holes_in(found, [n for n in range(len(found)) if n not in weak])
    at = 0
    for passage in document.passages:
        if passage.kind not in PROSE:
            continue
        for sentence in sentences(text, _read_from(passage, text)):
            while at < len(top) and top[at].span.end <= sentence.start:
                at += 1
            meets = at
            holes: list[Hole] = []
            while meets < len(top) and top[meets].span.start < sentence.end:
                if top[meets].span.end > sentence.start:
                    holes.append(top[meets])
                meets += 1
            made += _outlet(text, sentence, holes, passage, quoted)
    for n, attribution in enumerate(found):
        if n in weak:
            continue
        made += _content(text, n, attribution, holes_in(found, inner.get(n, ())), quoted)
        made += _in_source(text, n, attribution, around[n], quoted)
    made.sort(key=lambda atom: (atom.spans[-1].start, atom.spans[0].start))
    return _without_doubles(made)


def _is_raised(text: str, one: FoundAttribution, quoted: Sequence[Span]) -> bool:
    """Whether a cue without a source is the sentence's own verb: "is understood | to have met"."""
    if one.source or len(one.content) > 1:
        return False
    return text.startswith("to ", one.content[0].start) and all(
        clause.verb is None for clause in clauses(text, one.content, quoted)
    )


def _is_weak(text: str, content: Spans, quoted: Sequence[Span]) -> bool:
    """Whether a content is a bare word or three ("named six"), which nobody can be said to claim.

    The sentence around it is then read as if nobody were cited.
    """
    words = [m for part in content for m in _WORD.finditer(text, part.start, part.end)]
    if len(words) > _WEAK or any(stands_in(m.start(), quoted) for m in words):
        return False
    return not any(kinds(m[0]) & (FINITE | ING) or m[0].lower() == "to" for m in words[:2]) and (
        all(clause.verb is None for clause in clauses(text, content))
    )


def _read_from(passage: Passage, text: str) -> Span:
    """The passage without its bullet, list number or dateline."""
    start = passage.span.start
    pattern = _BULLET if passage.kind == "list_item" else _DATELINE
    match = pattern.match(text, start, passage.span.end)
    return Span(match.end(), passage.span.end) if match else passage.span


# ── the outlet's own words ──


def _outlet(
    text: str, sentence: Span, holes: list[Hole], passage: Passage, quoted: Sequence[Span]
) -> Iterator[Atom]:
    if not holes:
        yield from _own(text, (sentence,), None, passage.kind == "heading", quoted)
        return
    yield from between(text, sentence, holes, None, quoted)


def _own(
    text: str, parts: Spans, attribution: int | None, heading: bool, quoted: Sequence[Span]
) -> Iterator[Atom]:
    """A whole sentence: its clauses, where it has a verb at all."""
    if heading:
        part = parts[0]
        if _is_titled(part.of(text)):
            # Title case says nothing about names; read in small letters, it is left in one piece.
            words = part.of(text)
            lowered = words.lower()
            if len(lowered) == len(words):
                made = clauses(lowered, (Span(0, len(lowered)),))
                if any(clause.verb is not None for clause in made):
                    yield atom_of_clause(
                        text, Clause((part,), made[0].verb and part.start + made[0].verb), None
                    )
            return
    for clause in clauses(text, parts, quoted):
        if clause.verb is not None:
            yield atom_of_clause(text, clause, attribution)


def _is_titled(words: str) -> bool:
    every = [w for w in words.split() if w[0].isalpha()]
    return len(every) > 2 and sum(w[0].isupper() for w in every) > 0.6 * len(every)


# ── what is said by others ──


def _content(
    text: str, n: int, attribution: FoundAttribution, holes: list[Hole], quoted: Sequence[Span]
) -> Iterator[Atom]:
    for parts in _sentences_of(text, attribution.content):
        meets = [h for h in holes if any(h.span.meets(part) for part in parts)]
        if meets:
            for part in parts:
                own = [h for h in meets if h.span.meets(part)]
                yield from between(text, part, own, n, quoted)
            continue
        parts = tuple(p for p in parts if _meaningful(text, p)) or parts
        made = clauses(text, parts, quoted)
        if len(parts) > 1 and all(clause.verb is None for clause in made):
            # "He | was recommended | for the job": the cue is the verb of what is said
            gap = Span(parts[0].start, parts[-1].end)
            if any(gap.covers(cue) for cue in attribution.cue):
                made = clauses(text, (gap,), quoted)
        if not any(_says_something(text, clause) for clause in made):
            continue
        for clause in made:
            yield atom_of_clause(text, clause, n)


def _says_something(text: str, clause: Clause) -> bool:
    words = [
        m[0].lower() for part in clause.spans for m in _WORD.finditer(text, part.start, part.end)
    ]
    return any(word not in _NO_CONTENT for word in words)


def _meaningful(text: str, part: Span) -> bool:
    words = (m[0].lower() for m in _WORD.finditer(text, part.start, part.end))
    return any(word not in _NO_CONTENT or word in closed.PERSONAL for word in words)


def _sentences_of(text: str, content: Spans) -> list[Spans]:
    """The sentences of a content, one that its own cue interrupts made whole again."""
    made: list[list[Span]] = []
    for part in content:
        cut = list(sentences(text, part))
        if not cut:
            continue
        if made and _interrupted(text, made[-1][-1], cut[0]):
            made[-1].append(cut.pop(0))
        made += [[sentence] for sentence in cut]
    return [tuple(parts) for parts in made]


def _interrupted(text: str, before: Span, behind: Span) -> bool:
    if _ENDS_HERE.search(text, before.start, before.end):
        return False
    gap = text[before.end : behind.start]
    return len(gap) < 200 and "\n\n" not in gap and not _SENTENCE_ENDS.search(gap)


def _in_source(
    text: str, n: int, attribution: FoundAttribution, outer: int | None, quoted: Sequence[Span]
) -> Iterator[Atom]:
    """What a source's own relative clause says: "X – whose bloc won the vote – said"."""
    for part in attribution.source:
        if not re.search(r"[,–—]\s+(?:who|which|whose)\b", part.of(text)):
            continue
        for clause in clauses(text, (part,), quoted):
            if clause.verb is not None and len(clause.spans) > 1:
                yield atom_of_clause(text, clause, outer)


def _without_doubles(made: list[Atom]) -> list[Atom]:
    """One of those with the same spans: the more deeply attributed one, as it is listed last."""
    kept: dict[Spans, Atom] = {}
    for atom in made:
        known = kept.get(atom.spans)
        if known is None or known.attribution is None:
            kept[atom.spans] = atom
    return list(kept.values())
