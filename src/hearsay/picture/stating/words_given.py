"""What people bind themselves or others to, and what they judge: taken from who said it how."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Literal

from hearsay.picture.stating.grounds import Grounding
from hearsay.picture.stating.holding import Dating
from hearsay.picture.stating.parties import Parties
from hearsay.vocabulary.readings import Attribution, CueClass, Reading
from hearsay.vocabulary.spans import Span, Spans, hull, words_of
from hearsay.vocabulary.statements import Assessment, Commitment, Party


def words_given_of(
    reading: Reading, parties: Parties, dating: Dating, grounding: Grounding, text: str
) -> Iterator[Commitment | Assessment]:
    """Promises, demands, warnings, recommendations and assessments, in the order of the text."""
    inside = _assertions_in(reading)
    for one in reading.attributions:
        by = parties.party(one.speaker) if one.speaker else None
        if by is None or not one.content:
            continue
        grounds = grounding.grounds(
            inside.get(one.id), one.content, dating.said(one), polarity=one.polarity,
            score=one.score,
        )  # fmt: skip
        cue = words_of(one.cue, text)
        kind = _kind(one.cue_class, cue)
        if kind is not None:
            to = parties.party(one.addressee) if one.addressee else None
            condition = _condition(one.content, text)
            yield Commitment(grounds, by, kind, one.content, to, condition)
        elif _ASSESSES.search(cue):
            yield Assessment(grounds, by, one.content, _named_in(one, reading, parties))


_Kind = Literal["promise", "demand", "warning", "recommendation"]
_KINDS: Mapping[CueClass, _Kind] = {
    "promised": "promise",
    "demanded": "demand",
    "warned": "warning",
}
_RECOMMENDS = re.compile(r"\brecommend|\burg(?:e[sd]?|ing)\b|\badvis(?:e[sd]?|ing)\b", re.I)
_ASSESSES = re.compile(r"\bassess|\bjudg(?:e[sd]?|ing)\b|\bconclud|\bestimat|\bevaluat", re.I)
_IF = re.compile(
    r"\b(?:if|unless|until|(?:as|so) long as|provided that|on condition that|only when)\b[^.;:]*",
    re.IGNORECASE,
)


def _kind(cue_class: CueClass, cue: str) -> _Kind | None:
    if _RECOMMENDS.search(cue):
        return "recommendation"
    return _KINDS.get(cue_class)


def _condition(content: Spans, text: str) -> Spans:
    """The clause on which it hangs, without the blanks after it."""
    for part in content:
        if found := _IF.search(part.of(text)):
            stop = found.start() + len(found.group().rstrip(" ,\"'”’"))
            return (Span(part.start + found.start(), part.start + stop),)
    return ()


def _assertions_in(reading: Reading) -> dict[str, str]:
    """For each attribution, the first assertion that it holds."""
    found: dict[str, str] = {}
    for one in reading.assertions:
        if one.attribution is not None:
            found.setdefault(one.attribution, one.id)
    return found


def _named_in(one: Attribution, reading: Reading, parties: Parties) -> tuple[Party, ...]:
    """Whoever the content names, the outermost mentions only."""
    within = hull(one.content)
    named = [
        parties.party(m.id)
        for m in reading.mentions
        if m.outermost and m.type in ("Person", "Organization") and within.covers(hull(m.spans))
    ]
    by_whom = {party.mention or party.name: party for party in reversed(named) if party}
    return tuple(reversed(by_whom.values()))
