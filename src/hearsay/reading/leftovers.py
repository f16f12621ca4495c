"""What a sentence says beside what it reports: the words left between parts of attributions.

"Lund, who left the army in May, said the raids are over, but gave no date": that he left and that
he gave no date is said by whoever writes the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hearsay.reading.atom import Atom, atom_of_clause
from hearsay.reading.clauses import Clause, clauses
from hearsay.reading.found import FoundAttribution
from hearsay.reading.words import FINITE, THIRD, kinds
from hearsay.vocabulary.spans import Span

_WORD = re.compile(r"[^\W_]+")
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


@dataclass(frozen=True, slots=True)
class Hole:
    """A part of a text that belongs to somebody else's attribution."""

    span: Span
    role: str
    attribution: int


def holes_in(found: Sequence[FoundAttribution], which: Sequence[int] | range) -> list[Hole]:
    """The parts of these attributions, in the order of the text."""
    holes = [
        Hole(span, role, n)
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


def between(
    text: str, sentence: Span, holes: list[Hole], attribution: int | None, quoted: Sequence[Span]
) -> Iterator[Atom]:
    """What is left of a sentence between the parts of attributions, where it stands by itself."""
    at = sentence.start
    before: Hole | None = None
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
    before: Hole | None,
    behind: Hole | None,
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
            yield atom_of_clause(text, clause, attribution)
    if not cut_short:
        yield from _relative_left(text, Span(start, end), attribution, quoted)


def _begins_with_verb(words: str) -> bool:
    match = _WORD.match(words.lstrip())
    return match is not None and bool(kinds(match[0]) & (FINITE | THIRD)) and match[0].islower()


def _goes_on_saying(text: str, chunk: Span, before: Hole, quoted: Sequence[Span]) -> Iterator[Atom]:
    """ "… and that the army had left": still said by the one before, not by the outlet."""
    for clause in clauses(text, (chunk,), quoted):
        if clause.verb is not None and clause.has_subject:
            yield atom_of_clause(text, clause, before.attribution)


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
        yield atom_of_clause(text, Clause((subject, *behind[0].spans), behind[0].verb), attribution)
