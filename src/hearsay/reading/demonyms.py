"""Finds the words for a place's people and ways, by the places that a document names.

"Iranian influence" says whose influence it is and "Iran-backed militias" who backs them, and the
network passes over many such words. One is taken where the document names the place ("Iran") that
it begins like; so no list is needed, and invented countries are read as real ones are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from hearsay.reading.found import FoundMention
from hearsay.vocabulary.spans import Span

_WORD = re.compile(r"\b[A-Z]\w{2,}(?:i|ian|ean|an|ese|ish|ite)\b")
_COMMON = 4
"""Letters that a place and the word for its people share at least; all of a shorter place."""
_ENDING = 4
"""Letters by which the word goes beyond them at most."""
_SCORE = 0.6


def with_demonyms(found: Sequence[FoundMention], text: str) -> list[FoundMention]:
    """The mentions and those words for people that no mention or name covers, in reading order."""
    places = {
        words[0]
        for one in found
        if one.form == "name" and one.type in ("Place", "Organization")
        # A mention of blanks alone names nothing.
        if (words := one.span.of(text).split())
    }
    taken = [one.span for one in found if one.form == "name"]
    added = [
        FoundMention("Nationality", span, "name", _SCORE)
        for span in _free(_demonyms(text, places), taken)
    ]
    added += [
        FoundMention("Nationality", span, "name", _SCORE)
        for span in _free(_before_sway(text), (*taken, *(one.span for one in added)))
    ]
    added += [
        FoundMention("Place", span, "name", _SCORE)
        for span in _free(sorted((*_before_hyphens(text, places), *_after_sway(text))), taken)
    ]
    return sorted((*found, *added), key=lambda one: (one.span.start, -one.span.end))


def _before_sway(text: str) -> Iterator[Span]:
    """Words for people before what only somebody can have, even if no place is named for them."""
    for word in _BEFORE_SWAY.finditer(text):
        yield Span(*word.span("who"))


_BEFORE_SWAY = re.compile(
    r"\b(?P<who>[A-Z]\w{2,}(?:i|ian|ean|an|ese|ish|ite))"
    r"(?=\s+(?:influence|sway|interests|funding|money|backing|weapons|training)\b)"
)


def _after_sway(text: str) -> Iterator[Span]:
    """The same behind it: "under the influence of Oshand"."""
    for word in _AFTER_SWAY.finditer(text):
        yield Span(*word.span("who"))


_AFTER_SWAY = re.compile(r"\b(?:influence|sway)\s+of\s+(?P<who>[A-Z]\w{2,})(?=\s+[a-z]|[,.;])")


def _before_hyphens(text: str, places: set[str]) -> Iterator[Span]:
    for word in _BEFORE_HYPHEN.finditer(text):
        if word[0] in places:
            yield Span(*word.span())


_BEFORE_HYPHEN = re.compile(
    r"\b[A-Z]\w+(?=[-‑–](?:backed|aligned|allied|led|linked|funded|financed|trained|armed|equipped"
    r"|controlled|dominated|run|sponsored|supported|affiliated|connected)\b)"
)


def _demonyms(text: str, places: Iterable[str]) -> Iterator[Span]:
    by_beginning = {place[:_COMMON]: place for place in sorted(places) if len(place) >= _COMMON}
    by_beginning |= {place: place for place in places if 3 <= len(place) < _COMMON}
    for word in _WORD.finditer(text):
        place = by_beginning.get(word[0][:_COMMON]) or by_beginning.get(word[0][:3])
        if place is not None and place != word[0] and _is_of(word[0], place):
            yield Span(*word.span())


def _is_of(word: str, place: str) -> bool:
    """Whether a word is made of a place's name, which may lose its last two letters."""
    shared = next(
        (n for n, (a, b) in enumerate(zip(word, place, strict=False)) if a != b),
        min(len(word), len(place)),
    )
    return shared >= max(3, len(place) - 2) and len(word) - shared <= _ENDING


def _free(spans: Iterable[Span], taken: Sequence[Span]) -> Iterator[Span]:
    ordered = sorted(taken)
    at = 0
    reach = -1
    for span in spans:
        while at < len(ordered) and ordered[at].start < span.end:
            reach = max(reach, ordered[at].end)
            at += 1
        if reach <= span.start:
            yield span
