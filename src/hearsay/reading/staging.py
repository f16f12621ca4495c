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
    r"|due\s+to|recommend(?:s|ed|ing)?|risk\s+of|fear(?:s|ed)?\s+of|to(?!\s+have\b))\s+(?:\S+\s+){0,3}$",
    re.I,
)
_TO_BE = re.compile(r"\bthat\s+(?:[^.;]+?\s)?(?:not\s+)?be\s+$", re.I)
"""The subjunctive of what is asked for: "that he not be promoted"."""
_DENIED = re.compile(
    r"\b(?:not|never|no|neither|nor|none|without|denied|denies|deny|denying|refus\w+|declin\w+"
    r"|sever(?:ed|s|ing)|cut(?:ting)?\s+(?:off\s+)?(?:its|their|his|her|all|any)"
    r"|ceased|stopped|halted|suspended|ended|withdrew|withdrawn|broke\s+(?:with|off|ties)"
    r"|cut(?:ting|s)?\s+(?:off\s+)?(?:ties|links|contacts?|connections|relations|funds|funding"
    r"|money|aid|support|supplies)"
    r"|no\s+longer|reliev\w+\s+of|n['’]t)\b|n['’]t\b",
    re.I,
)
_HARDLY = re.compile(
    r"\b(?:hardly|scarcely|fail(?:s|ed|ing)?\s+(?:\w+ly\s+)?to)\s+"
    r"(?!hid|conceal|stop|prevent|keep|halt|deter|end|surpris|notice|mention|be\b)[a-z]",
    re.I,
)
"""What is hardly done, or failed in, is not done; what one failed to stop is."""
_UNTRUE = (
    r"(?:false|untrue|not\s+true|wrong|a\s+(?:lie|myth|fiction|fabrication)|lies|baseless"
    r"|unfounded|fabricated|invented|nonsense|groundless|without\s+foundation)"
)
_FEW_WORDS = r"\s+(?:[^\s,;:]+\s+){0,6}?$"
_DISOWNED = re.compile(
    rf"(?:\b(?:it\s+(?:is|was)|it['’]s)\s+(?:\w+ly\s+)?{_UNTRUE}\s+that"
    r"|\b(?:few|nobody|no\s+one|none)\s+(?:\w+\s+){0,3}?"
    r"(?:believes?|believed|thinks?|thought|accepts?|accepted|claims?|claimed|say|said)(?:\s+that)?"
    rf"|\b(?:no|little|without)\s+(?:\w+\s+)?(?:evidence|proof|sign|indication)\s+that){_FEW_WORDS}",
    re.I,
)
"""Words before a clause that say it is not so."""
_CLAIM = re.compile(
    r"\b(?:claims?|reports?|rumou?rs?|allegations?|accusations?|charges?|ideas?|notions?|story"
    rf"|stories|suggestions?|assertions?)\s+that{_FEW_WORDS}",
    re.I,
)
_PROVES = re.compile(
    r"^[^.;!?\n]{0,60}?\b(?:is|are|was|were|proved|proves|turned\s+out(?:\s+to\s+be)?)\s+"
    rf"(?:\w+ly\s+)?{_UNTRUE}\b",
    re.I,
)
_UNREAL = re.compile(
    r"\b(?P<words>plan(?:s|ned|ning)?\s+(?:to|for|on)|sought\s+to|(?:intend|hope|want|wish|aim|seek"
    r"|aspire|offer|agree|threaten|decide|prepare|refuse|propose|vow|pledg|promis)"
    r"(?:s|d|ed|es|ing)?\s+to|dream(?:s|t|ed|ing)?\s+of|consider(?:s|ed|ing)?|talk(?:s|ed)?\s+of"
    r"|(?:due|set|about|ready|supposed|meant|expected|scheduled|willing|going)\s+to"
    r"|will|shall|should|would(?!\s+(?:later|often|go\s+on|become|eventually)))\s+"
    r"(?:[^\s,;:—.!?]+\s+){0,8}?$",
)
"""What is planned, hoped or dreamt of is not yet so."""
_NAMED = re.compile(
    r"\b(?:appointed|named|chosen|nominated|ordered|asked|told|picked|selected|agreed|promised"
    r"|pledged|planned|vowed|assigned|due|set|supposed)\b",
    re.I,
)
_UNDONE = re.compile(
    r"^[^.;!?\n]{0,60}?\bbut\s+(?:(?:he|she|it|they)\s+)?(?:has\s+|had\s+|have\s+)?"
    r"(?:never|not|did\s+not|didn['’]t|declined|refused|failed|died\s+before)\b",
    re.I,
)
"""What somebody was appointed to and never took up."""
_CLAUSE = re.compile(
    r"\b(?:who|which|whose|that|where|when|because|although|while|and\s+(?:is|was|has|had))\b", re.I
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
    """Whether what is said of two mentions is denied: by its verb, the words between, or around.

    "Former" before one of them says that it held once, which is a matter of time. Words around
    deny what stands in them: "It is false that …", "the claim that … is untrue".
    """
    reach = hull(spans)
    if assertion is not None:
        if assertion.polarity == "denied":
            return True
        first = hull(assertion.spans).start
        reach = Span(max(first, reach.start - 40), reach.end) if first <= reach.start else reach
    words = _NOT_ONLY.sub(" ", _FORMER.sub(" ", reach.of(text)))
    return _DENIED.search(words) is not None or _denied_around(spans, text)


_OUTSIDE = 120
"""Code points before and after two mentions in which all of it may be denied."""


_BREAK = re.compile(r"[:;]\s")
"""What stands beyond it is said anew."""


def _denied_around(spans: tuple[Span, Span], text: str) -> bool:
    first, second = sorted(spans)
    between = text[first.end : second.start + 1]
    if _HARDLY.search(between):
        return True
    if _BREAK.search(between):
        return False
    around = text[max(0, first.start - _OUTSIDE) : first.start]
    before = around[_sentence_start(around, len(around)) :]
    after = text[second.end : second.end + _OUTSIDE]
    if _DISOWNED.search(before) or (_CLAIM.search(before) and _PROVES.match(after)):
        return True
    return bool(_NAMED.search(between) and _UNDONE.match(after))


def unreal_at(spans: tuple[Span, Span], text: str) -> Span | None:
    """The words between two mentions that say that it is still to be: "plans to", "will"."""
    first, second = sorted(spans)
    found = _UNREAL.search(text[first.start : second.start])
    if found is None or _CLAUSE.search(found[0]):
        return None
    return Span(first.start + found.start("words"), first.start + found.end("words"))


def _sentence_start(text: str, at: int) -> int:
    found = max(text.rfind(". ", 0, at), text.rfind("\n", 0, at))
    return found + 1
