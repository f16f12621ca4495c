"""Finds phrases between the mentions of a text, and what they say holds between these."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from hearsay.reading.relating.phrases import COMPOUNDS, Phrase
from hearsay.reading.relating.subjects import Subjects
from hearsay.reading.relating.telling import Telling
from hearsay.vocabulary.readings import Mention, MentionType, RelationType
from hearsay.vocabulary.spans import Span, hull

_FAR = 90
"""Code points between two mentions at most: beyond, something else is said in between."""
_AROUND = 24
"""Code points before and after a pair that a phrase may ask about."""
_ACTS: frozenset[MentionType] = frozenset(
    ("Person", "Organization", "Place", "Nationality", "Role")
)
_SENTENCE_ENDS = re.compile(r"[.!?;][”’\"']?\s+[A-Z“‘\"]|\n\s*\n")


@dataclass(frozen=True, slots=True)
class Ruled:
    """What a phrase says of two mentions, by their ids."""

    kind: RelationType
    source: str
    target: str
    score: float
    instead: str | None = None
    """Who stands nearer to the verb than its subject, and is not meant; the subject itself where
    the phrase says something else of it."""
    of_source: bool = True
    """Whether the subject is the source, and not the target of "was trained by"."""


def ruled_in(
    mentions: Sequence[Mention], text: str, lists: Mapping[str, tuple[str, ...]]
) -> Iterator[Ruled]:
    """Every relation that a phrase between two mentions states, and for all in their lists."""
    held = sorted(
        (m for m in mentions if _may_stand(m)),
        key=lambda m: (hull(m.spans).start, -hull(m.spans).end),
    )
    places = [hull(m.spans) for m in held]
    yield from _compounds(held, places, text)
    told = _Told(text, Telling(text), Subjects(mentions, text))
    outer = _begins_around(held, places)
    for at, (one, left) in enumerate(zip(held, places, strict=True)):
        for next in range(at + 1, len(held)):
            other, right = held[next], places[next]
            if right.start - left.end > _FAR:
                break
            within = not other.outermost and not left.end <= outer[other.id] < right.start
            if right.start < left.end or within:
                continue
            for phrase, subject in _said(told, (one, left), (other, right)):
                for ruled in _each(phrase, (subject or one).id, other.id, lists):
                    yield (
                        ruled
                        if subject is one
                        else replace(ruled, instead=one.id, of_source=phrase.forward)
                    )


def _begins_around(held: Sequence[Mention], places: Sequence[Span]) -> dict[str, int]:
    """For each mention where the outermost one begins in which it stands.

    In "the Rasim Corps, the armed wing of the Covenant Party" the party stands within the wing,
    which begins behind the corps.
    """
    found: dict[str, int] = {}
    reach, begins = -1, -1
    for one, at in zip(held, places, strict=True):
        if at.start >= reach:
            begins = at.start
        reach = max(reach, at.end)
        found[one.id] = at.start if one.outermost else begins
    return found


def _compounds(held: Sequence[Mention], places: Sequence[Span], text: str) -> Iterator[Ruled]:
    """What "Oshand-backed militias" says of Oshand and the militias, the one inside the other."""
    for at, (outer, whole) in enumerate(zip(held, places, strict=True)):
        for next in range(at + 1, len(held)):
            inner, part = held[next], places[next]
            if part.start > whole.start:
                break
            if part == whole or part.end >= whole.end:
                continue
            rest = Span(part.end, whole.end).of(text).replace("\n", " ") + " "
            for phrase in COMPOUNDS:
                if phrase.between.match(rest):
                    ends = (inner.id, outer.id) if phrase.forward else (outer.id, inner.id)
                    yield Ruled(phrase.kind, *ends, phrase.score)


def _may_stand(one: Mention) -> bool:
    """Whether a mention can be an end: somebody or something, and no pronoun for nobody known."""
    return one.type in _ACTS and not (one.form == "pronoun" and one.refers == one.id)


def _owns(right: Span, text: str) -> bool:
    """Whether what is meant is what follows and belongs to it: "its customers"."""
    return bool(_OWNED.match(text[right.end : right.end + 2])) or (
        right.of(text).lower() in _POSSESSIVE
    )


_OWNED = re.compile(r"[’']s")
_POSSESSIVE = frozenset(("its", "his", "their", "our", "my", "your", "whose"))


@dataclass(frozen=True, slots=True)
class _Told:
    """A text with what is looked up in it."""

    text: str
    telling: Telling
    subjects: Subjects


_Placed = tuple[Mention, Span]
"""A mention and where it stands."""


def _said(told: _Told, first: _Placed, second: _Placed) -> Iterator[tuple[Phrase, Mention | None]]:
    """Each phrase that fits two mentions, with the one that it is said of beside the second.

    With `None` where it only looks like one: "paid Averne a visit".
    """
    text, subjects = told.text, told.subjects
    (one, left), (other, right) = first, second
    start = max(left.end, subjects.start(other)) if other.type == "Person" else right.start
    phrases = told.telling.between(left.end, start)
    if not phrases or subjects.is_title(other) or _owns(right, text):
        return
    if _SENTENCE_ENDS.search(text, left.end, right.start):
        return
    between = text[left.end : start].replace("\n", " ")
    before = text[max(0, left.start - _AROUND) : left.start]
    after = text[right.end : right.end + _AROUND]
    for phrase in phrases:
        if phrase.second and other.type not in phrase.second:
            continue
        # What stands beside a name belongs to it and not to the longer phrase that it ends.
        if not one.outermost and not phrase.beside:
            continue
        if not phrase.between.match(between):
            continue
        if phrase.before and not phrase.before.search(before):
            continue
        if phrase.after and not phrase.after.match(after):
            continue
        if phrase.unless and phrase.unless.match(after):
            yield phrase, None
            continue
        if phrase.kind == "same_as" and one.type != other.type:
            continue
        subject = one if phrase.before else subjects.of(one, between)
        if subject is None or subject is other or not _may_stand(subject):
            continue
        if not phrase.first or subject.type in phrase.first:
            yield phrase, subject


def _each(
    phrase: Phrase, first: str, second: str, lists: Mapping[str, tuple[str, ...]]
) -> Iterator[Ruled]:
    for one in lists.get(first, (first,)):
        for other in lists.get(second, (second,)):
            if one != other:
                ends = (one, other) if phrase.forward else (other, one)
                yield Ruled(phrase.kind, *ends, phrase.score)
