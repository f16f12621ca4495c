"""Runs of pieces brought back to the text: mentions, attributions and what belongs to them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import numpy as np

from hearsay.reading.found import (
    Found,
    FoundAttribution,
    FoundCause,
    FoundLink,
    FoundMention,
    FoundNumber,
    FoundTrigger,
)
from hearsay.reading.labels import (
    ATOM_TRACK,
    CHANNELS,
    COUNT_TRACK,
    EVENTS,
    FIRST_EVENT,
    LINKS,
    PRONOUNS,
)
from hearsay.reading.linking import Marked
from hearsay.reading.pieces import Pieces
from hearsay.reading.tagging import Anchored, Looked
from hearsay.reading.trimming import trimmed
from hearsay.vocabulary.readings import Form, MentionType
from hearsay.vocabulary.spans import Span, Spans

_WORD = re.compile(r"\w+")
_KINDS = frozenset(("Person", "Organization", "Place"))
_ARTICLES = frozenset(("the", "a", "an", "and", "of"))


def gathered(looked: Looked, pieces: Pieces, text: str) -> Found:
    """All that was found in one text, in reading order."""
    marks = _each_once(looked.marks)
    things = {mark: _mention(mark, pieces, text) for mark in marks if mark.track < FIRST_EVENT}
    mentions = _mentions(list(things.values()), text)
    triggers = {
        mark: FoundTrigger(EVENTS[mark.track - FIRST_EVENT], _span(mark, pieces), mark.score)
        for mark in _one_event_each(marks)
    }
    kept = {id(one) for one in mentions}
    anchors = sorted(looked.anchors, key=lambda one: one.first)
    return Found(
        mentions,
        tuple(_attributions(anchors, pieces, text)),
        tuple(_causes(anchors, pieces, text)),
        tuple(triggers.values()),
        tuple(FoundNumber(_span(m, pieces), m.score) for m in marks if m.track == COUNT_TRACK),
        tuple(_whole(_span(m, pieces), text) for m in marks if m.track == ATOM_TRACK),
        tuple(
            FoundLink(LINKS[one.link], left, right, one.score)
            for one in looked.links
            if (left := triggers.get(one.left) or things.get(one.left)) is not None
            and (right := things.get(one.right)) is not None
            and id(right) in kept
            and (id(left) in kept or isinstance(left, FoundTrigger))
        ),
    )


def _one_event_each(marks: Sequence[Marked]) -> list[Marked]:
    """The triggers; of two kinds of event seen in one word ("assassination") the surer."""
    kept: list[Marked] = []
    for mark in marks:
        if not FIRST_EVENT <= mark.track < FIRST_EVENT + len(EVENTS):
            continue
        if kept and mark.first <= kept[-1].last:
            if mark.score > kept[-1].score:
                kept[-1] = mark
        else:
            kept.append(mark)
    return kept


def _whole(span: Span, text: str) -> Span:
    """A stretch of a sentence that ends within "pro-Iran" taken to the word's end."""
    last = text[span.end - 1]
    behind = (_REST if last == "-" else _HYPHENATED).match(text, span.end)
    before = _BEGUN.search(text, max(0, span.start - _LONGEST_WORD), span.start)
    return Span(
        before.start() if before is not None and text[span.start].isalnum() else span.start,
        behind.end() if behind is not None and (last == "-" or last.isalnum()) else span.end,
    )


_LONGEST_WORD = 30
_HYPHENATED = re.compile(r"(?:-\w+)+")
_REST = re.compile(r"\w+(?:-\w+)*")
_BEGUN = re.compile(r"(?:\w+-)+$")


def _each_once(marks: Iterable[Marked]) -> list[Marked]:
    """In reading order; of two that windows saw with different beginnings, the first."""
    ends: dict[int, int] = {}
    kept = []
    for mark in sorted(marks, key=lambda m: (m.first, m.track)):
        if mark.first > ends.get(mark.track, -1):
            ends[mark.track] = mark.last
            kept.append(mark)
    return kept


def _span(mark: Marked, pieces: Pieces) -> Span:
    return Span(int(pieces.starts[mark.first]), int(pieces.ends[mark.last]))


def _mention(mark: Marked, pieces: Pieces, text: str) -> FoundMention:
    type: MentionType
    form: Form
    if mark.track < len(CHANNELS):
        type, form = CHANNELS[mark.track]
    else:
        type, form = PRONOUNS[mark.track - len(CHANNELS)], "pronoun"
    return FoundMention(type, trimmed(_span(mark, pieces), text), form, mark.score)


def marked(one: FoundMention, pieces: Pieces) -> Marked:
    """A mention as the network would mark it."""
    track = (
        len(CHANNELS) + PRONOUNS.index(one.type)
        if one.form == "pronoun"
        else CHANNELS.index((one.type, one.form))
    )
    first = int(np.searchsorted(pieces.ends, one.span.start, side="right"))
    end = int(np.searchsorted(pieces.starts, one.span.end, side="left"))
    return Marked(track, first, max(first, end - 1), one.score)


def _mentions(made: Sequence[FoundMention], text: str) -> tuple[FoundMention, ...]:
    ranks = [one for one in made if one.type == "Rank"]
    return tuple(
        one
        for one in _one_kind_each(made)
        if _names_something(one.span.of(text)) and not _rank_alone(one, ranks)
    )


def _one_kind_each(made: Sequence[FoundMention]) -> list[FoundMention]:
    """Where one span is taken for two of person, organization and place, the surer one."""
    best: dict[Span, FoundMention] = {}
    for one in made:
        if one.type in _KINDS and (one.span not in best or best[one.span].score < one.score):
            best[one.span] = one
    return [one for one in made if one.type not in _KINDS or best[one.span] is one]


def _names_something(words: str) -> bool:
    """Whether a span holds a word or number beside articles; a stray mark or "the" does not."""
    return any(word.lower() not in _ARTICLES for word in _WORD.findall(words))


def _rank_alone(one: FoundMention, ranks: Sequence[FoundMention]) -> bool:
    """Whether a name is only a rank that stands before one ("Sen." of "Sen. Ben Sasse")."""
    return (one.type, one.form) == ("Person", "name") and any(
        rank.span.covers(one.span) and rank.score >= one.score for rank in ranks
    )


def _attributions(
    anchors: Sequence[Anchored], pieces: Pieces, text: str
) -> Iterable[FoundAttribution]:
    for one in anchors:
        if one.kind == 0 and one.after:
            yield FoundAttribution(
                _spans(one.before, pieces, text),
                _spans([(one.first, one.last + 1)], pieces, text),
                _spans(one.after, pieces, text),
                one.score,
            )


def _causes(anchors: Sequence[Anchored], pieces: Pieces, text: str) -> Iterable[FoundCause]:
    for one in anchors:
        if one.kind == 1 and one.before and one.after:
            yield FoundCause(
                _spans(one.before, pieces, text),
                _spans([(one.first, one.last + 1)], pieces, text),
                _spans(one.after, pieces, text),
                one.score,
            )


def _spans(parts: Sequence[tuple[int, int]], pieces: Pieces, text: str) -> Spans:
    """Pieces to code points; parts with nothing but white space between them become one."""
    joined: list[Span] = []
    for first, end in parts:
        span = _whole(Span(int(pieces.starts[first]), int(pieces.ends[end - 1])), text)
        if joined and not text[joined[-1].end : span.start].strip():
            span = Span(joined.pop().start, span.end)
        joined.append(span)
    return tuple(joined)
