"""Finds the words that say how far somebody stands behind what is said, and what denies it."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from hearsay.vocabulary.readings import Hedge, HedgeClass, Polarity
from hearsay.vocabulary.spans import Span, Spans

_BE = r"(?:is|are|was|were|be|been|being)"
_ADV = r"(?:\s+(?:also|now|still|widely|generally|long|then|largely|commonly|not))?"
_TO = r"\s+(?:to(?:\s+have(?:\s+been)?|\s+be)?|that)\b"
# Without a form of "be" before it, "believed that" is what somebody did, and a cue.
_TO_DO = r"\s+to(?:\s+have(?:\s+been)?|\s+be)?\b"

_CLASSES: dict[HedgeClass, str] = {
    "alleged": rf"""
        allegedly | purportedly | supposedly | ostensibly | so-called
        | {_BE}{_ADV}\s+(?:alleged|purported|accused|claimed){_TO}
        | (?:alleged|purported){_TO_DO}
        | (?:the|an|their|his|her|its|these|those|any|several|two|three)\s+alleged | alleged
        | purported | suspected\s+of | suspected | (?:is|are|was|were)\s+accused\s+of
    """,
    "reported": rf"""
        reportedly | rumou?red(?:{_TO})? | apparently
        | (?:according\s+to\s+)?unconfirmed\s+(?:reports?|accounts?|information)(?:\s+(?:that|of))?
        | unverified\s+(?:reports?|accounts?|claims?|information)
        | {_BE}{_ADV}\s+(?:said|reported|rumou?red){_TO}
        | (?<=,\s)(?:said|reported){_TO_DO} | it\s+is\s+(?:said|reported|rumou?red)(?:\s+that)?
        | by\s+some\s+accounts | (?:some|media|press|news)\s+reports\s+(?:say|suggest|indicate)
    """,
    "thought": rf"""
        (?:it\s+)?{_BE}{_ADV}\s+(?:thought|believed|understood|considered|assumed|presumed|feared
            |assessed|estimated|expected|suspected|known\s+or\s+believed){_TO}
        | (?:thought|believed|understood|presumed|assumed|suspected|feared){_TO_DO}
        | (?:appear|appears|appeared|seem|seems|seemed)(?:\s+not)?
            (?:\s+to(?:\s+have(?:\s+been)?|\s+be)?|\s+that)\b
        | seemingly | presumably | presumed
    """,
    "possible": r"""
        possibly | perhaps | potentially | probably | maybe | conceivably | arguably
        | (?:may|might)(?:\s+(?:also|not|well|still|now|yet|never|even))?(?=\s+[a-z])
            (?:\s+have(?:\s+been)?|\s+be)?
        | could(?:\s+(?:also|well|still))?\s+(?:have(?:\s+been)?|be)\b(?!\s+able)
        | (?:is|are|was|were|be)\s+(?:\w+\s+)?(?:likely|unlikely)
            (?:\s+to(?:\s+have(?:\s+been)?|\s+be)?)?
        | (?:most|more|very|highly)\s+likely | likely\s+to(?:\s+have(?:\s+been)?|\s+be)?
        | (?:it\s+is\s+)?possible\s+that
    """,
}
_HEDGES: dict[HedgeClass, re.Pattern[str]] = {
    kind: re.compile(rf"\b(?:{pattern})", re.VERBOSE | re.IGNORECASE)
    for kind, pattern in _CLASSES.items()
}
# One quick look whether any of it can be there at all; most sentences hedge nothing. Only where
# words begin, and by their first letter: to try all of it everywhere would cost what it saves.
_TRIGGER = re.compile(
    r"\b(?=(a(?:lleg|ccused|ccounts|pparent|ppear|rguab|ssess|ssum)|believed"
    r"|c(?:laimed to|onceiv|onsidered|ould)|e(?:stimat|xpected)|feared|it is said|likely"
    r"|m(?:ay\b|aybe|ight)|ostens|p(?:erhaps|ossib|otential|resum|robab|urport)"
    r"|r(?:eport|umou?r)|s(?:aid that|aid to|eem|o-called|uppos|uspect)|t(?:hought|old to)"
    r"|un(?:con|derstood|likely|ver)))",
    re.I,
)
_MONTH = re.compile(r"May\b")

# Whatever denies has one of these in it; most assertions have none.
_NO = re.compile(r"[nN](?:[oO]|[eE][iIvV]|['’][tT])")
_NEGATED_VERB = re.compile(
    r"\b(?:(?:is|are|was|were|am|has|have|had|do|does|did|will|would|can|could|may|might|must|shall"
    r"|should|ought)(?:\s+(?:also|still|yet|now|ever|[a-z]+ly|he|she|it|they|we|there))?"
    r"\s+(?:not(?!\s+(?:only|just|un\w+|without)\b)|never|no\s+longer)\b"
    r"|(?:is|are|was|were|has|have|had|do|does|did|wo|would|ca|could|must|should|ai)n['’]t\b"
    r"|cannot\b|never\s+[a-z]+|no\s+longer\s+[a-z]+|nor\b)",
    re.I,
)
_NO_SUBJECT = re.compile(
    r"\s*(?:that\s+)?(?:no\s+(?!doubt|matter|wonder|one\s+but|longer)\w+|none\s+of|nobody|no\s+one|neither|nothing)\b",
    re.I,
)
_THERE_IS_NO = re.compile(
    r"\bthere(?:\s+\w+)?\s+(?:is|are|was|were|be|been)\s+[“\"‘']?(?:no(?!\s+doubt)|not|never|nothing|nobody)\b",
    re.I,
)


def hedges_in(spans: Spans, text: str) -> tuple[Hedge, ...]:
    """The hedging words that stand in the spans, in order, each with its class."""
    found: list[Hedge] = []
    starts, ends = _triggers(text)
    for part in spans:
        first = bisect_left(starts, part.start)
        if any(end <= part.end for end in ends[first : bisect_left(starts, part.end, first)]):
            found += _hedges(part, text)
    return tuple(found)


@lru_cache(maxsize=4)
def _triggers(text: str) -> tuple[list[int], list[int]]:
    """Where words begin and end that may hedge, in a whole text: its parts are asked for often."""
    found = [match.span(1) for match in _TRIGGER.finditer(text)]
    return [start for start, _ in found], [end for _, end in found]


def _hedges(part: Span, text: str) -> list[Hedge]:
    every: list[tuple[int, int, HedgeClass]] = []
    for kind, pattern in _HEDGES.items():
        for match in pattern.finditer(text, part.start, part.end):
            if _MONTH.match(match[0]) and not _begins(match.start(), text):
                continue
            every.append((match.start(), match.end(), kind))
    every.sort(key=lambda one: (one[0], -one[1]))
    found: list[Hedge] = []
    reached = -1
    for start, end, kind in every:
        if start >= reached:
            found.append(Hedge(Span(start, end), kind))
            reached = end
    return found


def _begins(at: int, text: str) -> bool:
    """Whether a sentence begins at `at`, so that a capital there says nothing: "May have …"."""
    before = text[max(0, at - 3) : at].rstrip(" \n\"“‘'")
    return not before or before[-1] in ".!?"


def polarity_of(spans: Spans, text: str, verb: int) -> Polarity:
    """Denied where the main verb is negated, its subject is nobody, or there is said to be none.

    `verb` is where the main verb begins; a negation of a later verb leaves the whole affirmed.
    """
    if not any(_NO.search(text, part.start, part.end) for part in spans):
        return "affirmed"
    first = spans[0]
    if _NO_SUBJECT.match(text, first.start, first.end):
        return "denied"
    for part in spans:
        none = _THERE_IS_NO.search(text, max(part.start, verb - 20), min(part.end, verb + 60))
        if none and none.start() <= verb < none.end():
            return "denied"
        match = _NEGATED_VERB.search(text, max(part.start, verb - 14), min(part.end, verb + 60))
        if match and match.start() <= verb + 1 and match.end() > verb - 1:
            return "denied"
    return "affirmed"
