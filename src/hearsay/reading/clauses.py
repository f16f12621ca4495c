"""Cuts a sentence into clauses of one predicate each, by rules over words and their forms.

Nothing is cut where the rules are not sure: a piece with two predicates is a coarse claim, a
piece without a verb is none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hearsay.reading.coordination import Piece, coordinated
from hearsay.reading.predicates import main_verb, subject_before
from hearsay.reading.relatives import without_relatives
from hearsay.reading.words import Words
from hearsay.vocabulary.spans import Span, Spans


@dataclass(frozen=True, slots=True)
class Clause:
    """One predicate with its arguments: its spans, and where its main verb begins."""

    spans: Spans
    verb: int | None
    """`None` where no finite verb is seen."""
    opener: str = ""
    """The small word that it began with and that was left out ("that", "and", "as")."""
    has_subject: bool = True
    """Whether a subject is seen before its verb, and the verb is no relative clause's."""


def clauses(text: str, parts: Spans, quoted: Sequence[Span] = ()) -> list[Clause]:
    """The clauses of one sentence or of a part of one, in order; never none for some words.

    Where something inside the sentence is left out, `parts` are what remains of it.
    """
    words = Words(text, parts)
    if not len(words):
        return []
    pieces: list[Piece] = []
    for stretch in _between_semicolons(words):
        rest, relatives = without_relatives(words, stretch)
        pieces += coordinated(words, rest, quoted)
        for relative in relatives:
            pieces += coordinated(words, relative.own, quoted, relative.subject)
    made = [_clause(words, piece, text) for piece in pieces]
    return sorted((c for c in made if c is not None), key=lambda clause: clause.spans[-1].start)


def _between_semicolons(words: Words) -> list[list[int]]:
    """Stretches between semicolons, where each of them has a verb of its own."""
    every = list(range(len(words)))
    if ";" not in words.words:
        return [every]
    stretches: list[list[int]] = [[]]
    for i in every:
        if words.words[i] == ";":
            stretches.append([])
        else:
            stretches[-1].append(i)
    stretches = [s for s in stretches if s]
    if all(any(words.finite(i) for i in s) for s in stretches):
        return stretches
    return [every]


_EDGE = frozenset(",;:–—-.!?…•‣▪●*")
_SMALL = frozenset(["and", "but", "or", "yet", "nor", "that", "so"])


def _clause(words: Words, piece: Piece, text: str) -> Clause | None:
    own = _trim(words, piece.own, text)
    opener = ""
    while (place := _opener_at(words, own)) is not None:
        opener = words.low[own[place]]
        own = _trim(words, own[place + 1 :], text)
    if not own:
        return None
    main, _ = main_verb(words, own)
    whole = main is not None
    if main is None:
        main = next((p for p, i in enumerate(own) if words.finite(i)), None)
    subject = _trim(words, piece.subject, text)
    if main is None and subject:
        main = 0
    spans = [*_spans(words, subject, text), *_spans(words, own, text)]
    spans.sort()
    if not spans:
        return None
    verb = None if main is None else words.starts[own[main]]
    seen = bool(subject) or bool(whole and main and subject_before(words, own[:main]))
    return Clause(_joined(spans, text), verb, opener, seen)


def _opener_at(words: Words, own: list[int]) -> int | None:
    """The place of a small word that only leads in ("and", "that"), if one does."""
    place = 1 if len(own) > 2 and words.words[own[0]] in '“"‘' else 0
    if (
        len(own) < place + 2
        or words.low[own[place]] not in _SMALL
        or words.words[own[place]] == "So"
    ):
        return None
    if words.low[own[place]] == "that" and words.finite(own[place + 1]):
        return None  # "That is why …"
    return place


def _trim(words: Words, own: list[int], text: str) -> list[int]:
    """The words without the commas, dashes and stops at their edges."""
    first, end = 0, len(own)
    while first < end and words.words[own[first]] in _EDGE:
        first += 1
    while end > first and words.words[own[end - 1]] in _EDGE:
        if words.words[own[end - 1]] == "." and _abbreviates(words, own, end - 1):
            break
        end -= 1
    return own[first:end]


def _abbreviates(words: Words, own: list[int], at: int) -> bool:
    """Whether a stop belongs to an abbreviation ("the U.S.") rather than to the sentence."""
    if at == 0 or own[at - 1] != own[at] - 1:
        return False
    word = words.words[own[at - 1]]
    return ("." in word and len(word) <= 6) or word in (
        "Inc",
        "Corp",
        "Jr",
        "Sr",
        "Co",
        "Ltd",
        "etc",
    )


def _spans(words: Words, own: list[int], text: str) -> list[Span]:
    """The words as spans: one for each unbroken run, trimmed at its edges."""
    runs: list[list[int]] = []
    for i in own:
        if runs and i == runs[-1][-1] + 1 and i not in words.breaks:
            runs[-1].append(i)
        else:
            runs.append([i])
    made = []
    for run in runs:
        kept = _trim(words, run, text)
        if kept:
            bare = _unquoted(Span(words.starts[kept[0]], words.ends[kept[-1]]), text)
            made += [bare] if len(bare) else []
    return made


_OPENING, _CLOSING = '“"‘«', '”"’»'


def _unquoted(span: Span, text: str) -> Span:
    """The span without quotation marks at its edges that lack their partner or hold all of it."""
    start, end = span.start, span.end
    while end - start > 1:
        words = text[start:end]
        inner = words[1:-1]
        opens, closes = words[0] in _OPENING, words[-1] in _CLOSING
        if words.startswith("''") and words.count("''") == 1:
            start += 2
        elif words.endswith("''") and words.count("''") == 1:
            end -= 2
        elif opens and closes and not any(mark in inner for mark in '“”"«»'):
            start, end = start + 1, end - 1
        elif opens and not any(mark in words[1:] for mark in _partners(words[0])):
            start += 1
        elif closes and not any(mark in words[:-1] for mark in _partners(words[-1])):
            end -= 1
        else:
            break
        while end > start and text[end - 1] in " ,;:–—":
            end -= 1
        while end > start and text[start] in " ,;:–—":
            start += 1
        if end > start and text[end - 1] in ".!?" and words[-1] in _CLOSING:
            end -= 1
    return Span(start, end)


def _partners(mark: str) -> str:
    return {"“": "”", "”": "“„", "«": "»", "»": "«", "‘": "’", "’": "‘"}.get(mark, mark)


def _joined(spans: list[Span], text: str) -> Spans:
    """Spans with nothing but white space between them made one."""
    out: list[Span] = []
    for span in spans:
        if out and not text[out[-1].end : span.start].strip():
            out[-1] = Span(out[-1].start, span.end)
        else:
            out.append(span)
    return tuple(out)
