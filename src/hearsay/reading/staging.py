"""How far something went: done, tried, foiled or threatened; and whether it is denied."""

from __future__ import annotations

import re

from hearsay.vocabulary.readings import Assertion, Attribution, Stage
from hearsay.vocabulary.spans import Span, hull

_BEFORE = 60
"""Characters before a trigger in which its stage is told."""

_FOILED = re.compile(
    r"\b(?:foil(?:s|ed|ing)?|thwart(?:s|ed|ing)?|avert(?:s|ed|ing)?|prevent(?:s|ed|ing)?"
    r"|disrupt(?:s|ed|ing)?|intercept(?:s|ed|ing)?|defus(?:e|es|ed|ing)|stopped|repel(?:led|s)?"
    r"|repuls(?:e|ed)|beat(?:en)? back)\b",
    re.I,
)
_ATTEMPTED = re.compile(
    r"\b(?:attempt(?:s|ed|ing)?(?:\s+to)?|tr(?:y|ies|ied|ying)\s+to|failed(?:\s+to)?"
    r"|unsuccessful|botched|abortive|sought\s+to|survived)\b",
    re.I,
)
_THREATENED = re.compile(
    r"\b(?:threat(?:s|ened|ens|ening)?(?:\s+(?:to|of))?|plan(?:s|ned|ning)?(?:\s+(?:to|for))?"
    r"|plot(?:s|ted|ting)?(?:\s+to)?|vow(?:s|ed)?\s+to|pledg(?:e|es|ed)\s+to|promis(?:e|es|ed)\s+to"
    r"|prepar(?:e|es|ed|ing)\s+to|order(?:s|ed)?|demand(?:s|ed|ing)?|call(?:s|ed|ing)?\s+for"
    r"|urg(?:e|es|ed|ing)|will|would|shall|should|could|(?-i:may)|might|must|if|unless|intend(?:s|ed)?|want(?:s|ed)?|expect(?:s|ed)?|fear(?:s|ed)?|ask(?:s|ed)?\s+for|refus(?:e|es|ed)"
    r"|ready\s+to|about\s+to|going\s+to|warn(?:s|ed|ing)?\s+of|possib(?:le|ility\s+of)|any"
    r"|due\s+to|recommend(?:s|ed|ing)?|risk\s+of|fear(?:s|ed)?\s+of|to)\s+(?:\S+\s+){0,3}$",
    re.I,
)
_TO_BE = re.compile(r"\bthat\s+(?:[^.;]+?\s)?(?:not\s+)?be\s+$", re.I)
"""The subjunctive of what is asked for: "that he not be promoted"."""
_DENIED = re.compile(
    r"\b(?:not|never|no|neither|nor|none|without|denied|denies|deny|denying|refus\w+|declin\w+"
    r"|sever(?:ed|s|ing)|cut(?:ting)?\s+(?:off\s+)?(?:its|their|his|her|all|any)"
    r"|ceased|stopped|halted|suspended|ended|withdrew|withdrawn|broke\s+(?:with|off|ties)"
    r"|no\s+longer|reliev\w+\s+of|n['’]t)\b|n['’]t\b",
    re.I,
)
_NOT_ONLY = re.compile(r"\bnot\s+(?:only|just|merely)\b", re.I)
_FORMER = re.compile(r"\bformer(?:ly)?\b", re.I)


_AHEAD = frozenset(("promised", "demanded", "expected"))
"""What is promised, demanded or expected has not been done."""


def stage_of(
    trigger: Span, assertion: Assertion | None, text: str, said: Attribution | None = None
) -> Stage:
    """The stage that the words before a trigger give it; accomplished where they give none.

    `said` is the attribution in whose content it stands.
    """
    start = max(trigger.start - _BEFORE, _sentence_start(text, trigger.start))
    if assertion is not None:
        start = max(start, min(trigger.start, hull(assertion.spans).start - _BEFORE // 2))
    before = text[max(0, start) : trigger.start]
    words = trigger.of(text)
    if _FOILED.search(before):
        return "foiled"
    if _ATTEMPTED.search(before) or _ATTEMPTED.match(words):
        return "attempted"
    ahead = said is not None and said.cue_class in _AHEAD
    if ahead or _THREATENED.search(before) or _TO_BE.search(before):
        return "threatened"
    return "accomplished"


def denied_at(spans: tuple[Span, Span], assertion: Assertion | None, text: str) -> bool:
    """Whether an assertion denies what it says of two mentions: by its verb or the words between.

    "Former" before one of them says that it held once, which is a matter of time.
    """
    reach = hull(spans)
    if assertion is not None:
        if assertion.polarity == "denied":
            return True
        first = hull(assertion.spans).start
        reach = Span(max(first, reach.start - 40), reach.end) if first <= reach.start else reach
    words = _NOT_ONLY.sub(" ", _FORMER.sub(" ", reach.of(text)))
    return _DENIED.search(words) is not None


def _sentence_start(text: str, at: int) -> int:
    found = max(text.rfind(". ", 0, at), text.rfind("\n", 0, at))
    return found + 1
