"""Cuts what a document says into assertions: one predicate with its arguments each.

What stands in an attribution's content is asserted by its speaker, the rest by the outlet. The
words that only say who said it (source and cue) are asserted by nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hearsay.reading.clauses import Clause, clauses
from hearsay.reading.found import FoundAttribution
from hearsay.reading.hedging import hedges_in, polarity_of
from hearsay.reading.lexicon import closed, listed
from hearsay.reading.sentences import sentences
from hearsay.reading.speech import stands_in
from hearsay.reading.words import FINITE, ING, THIRD, kinds
from hearsay.vocabulary.documents import PROSE, Document, Passage
from hearsay.vocabulary.readings import Hedge, Polarity
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
_STRIPPED = re.compile(
    r"(?:as|while|although|though|whereas|because|since|after|when|and|but|so|however,?|meanwhile,?)\s+",
    re.I,
)
_CONDITION = re.compile(
    r"\W*(?:(?:and|but|or|even|only|as)\s+)?(?:if|unless|whether|lest|until|who|whom|whose|which|that|than|how|why|what)\b",
    re.I,
)
_THAT = re.compile(r"\W*(?:and|but|or)?\W*that\b", re.I)
_LEFT_HANGING = re.compile(
    r"(?:[\s,;:–—“\"-]+|\b(?:in|on|at|by|for|from|with|to|of|about|despite|after|before|amid|during|because"
    r"|that|as|and|but|or|than|a|an|the|while|when|which|who|following|over|against|under|into|through"
    r"|its|his|her|their|some|other|many)\b)+$",
    re.I,
)
_HANGS = 60
"""Characters at the end of a chunk in which words can be left hanging."""
# Behind these a new clause begins, so that what stands before is whole without it.
_NEW_CLAUSE = re.compile(r"\b(?:and|but|or|as|while|when|because|although|though|since)\W*$", re.I)
_RELATIVE_IN = re.compile(r"\b(?:which|who)\s+(?=(?:(?:also|now|still|then|later|recently)\s+)?\w)")
_SENTENCE_ENDS = re.compile(r"[.!?…][\"'”’)\]]*\s")
_ENDS_HERE = re.compile(r"[.!?…][\"'”’)\]]*$")


@dataclass(frozen=True, slots=True)
class Atom:
    """An assertion before it has an id: its spans, whose it is, and how it is put."""

    spans: Spans
    attribution: int | None
    polarity: Polarity
    hedges: tuple[Hedge, ...]
    says_something: bool = True
    """Whether it has a verb."""


@dataclass(frozen=True, slots=True)
class _Hole:
    """A part of a text that belongs to somebody else's attribution."""

    span: Span
    role: str
    attribution: int


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
    top = _holes(found, [n for n in range(len(found)) if n not in weak])
    at = 0
    for passage in document.passages:
        if passage.kind not in PROSE:
            continue
        for sentence in sentences(text, _read_from(passage, text)):
            while at < len(top) and top[at].span.end <= sentence.start:
                at += 1
            meets = at
            holes: list[_Hole] = []
            while meets < len(top) and top[meets].span.start < sentence.end:
                if top[meets].span.end > sentence.start:
                    holes.append(top[meets])
                meets += 1
            made += _outlet(text, sentence, holes, passage, quoted)
    for n, attribution in enumerate(found):
        if n in weak:
            continue
        made += _content(text, n, attribution, _holes(found, inner.get(n, ())), quoted)
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


def _holes(found: Sequence[FoundAttribution], which: Sequence[int] | range) -> list[_Hole]:
    holes = [
        _Hole(span, role, n)
        for n in which
        for role, spans in (
            ("source", found[n].source),
            ("cue", found[n].cue),
            ("content", found[n].content),
        )
        for span in spans
    ]
    holes.sort(key=lambda hole: (hole.span.start, -hole.span.end))
    return holes


# ── the outlet's own words ──


def _outlet(
    text: str, sentence: Span, holes: list[_Hole], passage: Passage, quoted: Sequence[Span]
) -> Iterator[Atom]:
    if not holes:
        yield from _own(text, (sentence,), None, passage.kind == "heading", quoted)
        return
    yield from _between(text, sentence, holes, None, quoted)


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
                    yield _atom(
                        text, Clause((part,), made[0].verb and part.start + made[0].verb), None
                    )
            return
    for clause in clauses(text, parts, quoted):
        if clause.verb is not None:
            yield _atom(text, clause, attribution)


def _is_titled(words: str) -> bool:
    every = [w for w in words.split() if w[0].isalpha()]
    return len(every) > 2 and sum(w[0].isupper() for w in every) > 0.6 * len(every)


def _between(
    text: str, sentence: Span, holes: list[_Hole], attribution: int | None, quoted: Sequence[Span]
) -> Iterator[Atom]:
    """What is left of a sentence between the parts of attributions, where it stands by itself."""
    at = sentence.start
    before: _Hole | None = None
    for hole in [*holes, None]:
        ends = sentence.end if hole is None else max(at, min(hole.span.start, sentence.end))
        chunk = Span(at, max(at, ends))
        if _WORD.search(text, chunk.start, chunk.end):
            yield from _left_over(text, chunk, sentence, before, hole, attribution, quoted)
        if hole is None:
            return
        if hole.span.end > at:
            before = hole
            at = min(hole.span.end, sentence.end)


def _left_over(
    text: str,
    chunk: Span,
    sentence: Span,
    before: _Hole | None,
    behind: _Hole | None,
    attribution: int | None,
    quoted: Sequence[Span],
) -> Iterator[Atom]:
    words = chunk.of(text)
    if before is not None and _THAT.match(words):
        yield from _goes_on_saying(text, chunk, before, quoted)
        return
    if _CONDITION.match(words):
        return
    if before is not None and before.role == "source" and _begins_with_verb(words):
        return  # the subject is somebody's source: "Lund | praised the army, …"
    # Only from near its end: from each place of a long chunk the same end would be looked for.
    hanging = _LEFT_HANGING.search(words, max(0, len(words) - _HANGS))
    end = chunk.start + hanging.start() if hanging else chunk.end
    cut_short = (
        behind is not None
        and not words.rstrip().endswith((",", ";", ":", "–", "—", ".", "”", '"'))
        and not _NEW_CLAUSE.search(words, max(0, len(words) - _HANGS))
    )
    if cut_short:
        end = sentence.end  # "did not respond to | requests for comment": the whole is the outlet's
    lead = len(words) - len(words.lstrip(" \n\t,;:–—-.”\"’'“"))
    start = chunk.start + lead
    stripped = _STRIPPED.match(text, start, end)
    while stripped:
        start = stripped.end()
        stripped = _STRIPPED.match(text, start, end)
    if start >= end:
        return
    for clause in clauses(text, (Span(start, end),), quoted):
        if clause.verb is None:
            continue
        if clause.has_subject and clause.verb < chunk.end:
            last = clause.spans[-1]
            if last.end >= end and _ends_in_verb(text, clause) and not cut_short and behind:
                continue
            yield _atom(text, clause, attribution)
    if not cut_short:
        yield from _relative_left(text, Span(start, end), attribution, quoted)


def _begins_with_verb(words: str) -> bool:
    match = _WORD.match(words.lstrip())
    return match is not None and bool(kinds(match[0]) & (FINITE | THIRD)) and match[0].islower()


def _goes_on_saying(
    text: str, chunk: Span, before: _Hole, quoted: Sequence[Span]
) -> Iterator[Atom]:
    """ "… and that the army had left": still said by the one before, not by the outlet."""
    for clause in clauses(text, (chunk,), quoted):
        if clause.verb is not None and clause.has_subject:
            yield _atom(text, clause, before.attribution)


def _ends_in_verb(text: str, clause: Clause) -> bool:
    """Whether a clause stops at its verb, so that what it is about is missing."""
    behind = text[clause.verb : clause.spans[-1].end] if clause.verb is not None else ""
    return len(behind.split()) <= 2


def _relative_left(
    text: str, chunk: Span, attribution: int | None, quoted: Sequence[Span]
) -> Iterator[Atom]:
    """ "In its latest report which was declassified last week": what the relative clause says."""
    match = _RELATIVE_IN.search(text, chunk.start, chunk.end)
    if match is None:
        return
    about = re.search(
        r"(?:\b(?:the|a|an|its|his|her|their|this|that)\s+)?(?:[\w’'-]+\s+){1,6},?\s*$",
        text[chunk.start : match.start()],
    )
    behind = clauses(text, (Span(match.end(), chunk.end),), quoted)
    if about is None or not behind or behind[0].verb is None or behind[0].has_subject:
        return
    begins = chunk.start + about.start()
    phrase = text[begins : match.start()]
    noun = re.sub(
        r"^(?:in|on|at|by|for|from|with|to|of|after|during|and|but)\s+", "", phrase, flags=re.I
    )
    subject_end = begins + len(phrase.rstrip(" ,"))
    subject = Span(min(begins + len(phrase) - len(noun), subject_end), subject_end)
    if len(subject):
        yield _atom(text, Clause((subject, *behind[0].spans), behind[0].verb), attribution)


# ── what is said by others ──


def _content(
    text: str, n: int, attribution: FoundAttribution, holes: list[_Hole], quoted: Sequence[Span]
) -> Iterator[Atom]:
    for parts in _sentences_of(text, attribution.content):
        meets = [h for h in holes if any(h.span.meets(part) for part in parts)]
        if meets:
            for part in parts:
                own = [h for h in meets if h.span.meets(part)]
                yield from _between(text, part, own, n, quoted)
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
            yield _atom(text, clause, n)


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
                yield _atom(text, clause, outer)


def atom_of(part: Span, attribution: int | None, quoted: Sequence[Span], text: str) -> Atom:
    """The assertion that a stretch of text is, whatever clauses it has."""
    verb = next((c.verb for c in clauses(text, (part,), quoted) if c.verb is not None), None)
    return _atom(text, Clause((part,), verb), attribution)


def _atom(text: str, clause: Clause, attribution: int | None) -> Atom:
    polarity: Polarity = "affirmed"
    if clause.verb is not None:
        polarity = polarity_of(clause.spans, text, clause.verb)
    hedges = hedges_in(clause.spans, text)
    return Atom(clause.spans, attribution, polarity, hedges, clause.verb is not None)


def _without_doubles(made: list[Atom]) -> list[Atom]:
    """One of those with the same spans: the more deeply attributed one, as it is listed last."""
    kept: dict[Spans, Atom] = {}
    for atom in made:
        known = kept.get(atom.spans)
        if known is None or known.attribution is None:
            kept[atom.spans] = atom
    return list(kept.values())
