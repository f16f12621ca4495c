"""Finds bodies that say by their own name what they are, where the network passes over them.

"The Badr Corps" can be nothing else: capitals before a word for a body. One is taken only where no
mention stands on any of its words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from hearsay.reading.found import FoundMention
from hearsay.reading.lexicon import listed
from hearsay.vocabulary.spans import Span

_BODY = (
    r"(?:Army|Navy|Air Force|Polic[ei]|Division|Brigades?|Battalion|Regiment|Corps|Command|Guards?"
    r"|Forces?|Militia|Gendarmerie|Directorate|Ministry|Commission|Committee|Council|Party|Movement"
    r"|Front|Organi[sz]ation|Agency|Bureau|Service|Column|Assembly|Union)"
)
_NAMED = re.compile(rf"\b(?P<first>[A-Z][\w’'-]*)(?:[ \t]+[A-Z][\w’'-]*){{0,3}}[ \t]+{_BODY}\b")
_NO_FIRST = listed(
    "The A An This That These Those In On At For From But And Or As If When While After Before"
    " Since Their His Her Its Our My Your Some Many Most Every Each No Both Other Former"
)
_SCORE = 0.5


def with_bodies(found: Sequence[FoundMention], text: str) -> list[FoundMention]:
    """The mentions and the bodies that none of them touches, in reading order."""
    taken = sorted(one.span for one in found)
    added, at, reach = [], 0, -1
    for name in _NAMED.finditer(text):
        span = _without_article(name)
        if span is None or _is_shouted(span, text):
            continue
        while at < len(taken) and taken[at].start < span.end:
            reach = max(reach, taken[at].end)
            at += 1
        if reach <= span.start:
            added.append(FoundMention("Organization", span, "name", _SCORE))
    return sorted((*found, *added), key=lambda one: (one.span.start, -one.span.end))


def _without_article(name: re.Match[str]) -> Span | None:
    """The name without a word that only begins its sentence; `None` where a word for a body is
    all that is left."""
    start, end = name.span()
    if name["first"] in _NO_FIRST:
        start += len(name["first"]) + 1
    return Span(start, end) if " " in name.string[start:end].strip() else None


def _is_shouted(span: Span, text: str) -> bool:
    """A headline in capitals, where every word looks like a name."""
    end = text.find("\n", span.end)
    line = text[text.rfind("\n", 0, span.start) + 1 : end if end >= 0 else len(text)]
    words = re.findall(r"[^\W\d_]{4,}", line)
    capital = sum(word[0].isupper() for word in words)
    return len(words) > 0 and capital > 0.6 * len(words) and len(line) < 120
