"""How surely it is said: "thought to have" become a fact, "alleged" dropped, or the reverse."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from hearsay.origins.differing.change import Finding
from hearsay.origins.differing.pairing import Pair
from hearsay.origins.differing.told import Telling, once
from hearsay.origins.language.forms import is_function
from hearsay.origins.language.lists import among
from hearsay.origins.language.strength import strengths
from hearsay.vocabulary.spans import Span
from hearsay.vocabulary.traces import Change

RANK = 5
LEAST_LIKENESS = 0.7
"""Below that, the one may be sure of something else than the other doubts."""


def findings(pair: Pair) -> Iterable[Finding]:
    """A word that hedges on one side, where the other one says the same without any.

    Silent where the other sentence hedges anywhere, or where somebody is said to think or expect
    it: then the doubt has only moved. Silent too between two hedges of about the same strength.
    """
    if pair.identical or pair.mutual < _MUTUAL:
        return
    before, after = _hedges(pair.before), _hedges(pair.after)
    if before and not after and not _doubts(pair.after):
        for hedge in before:
            if _in_place(pair.before, hedge, pair.partner_of):
                yield _finding(pair, hedge, None)
                return
    elif after and not before and not _doubts(pair.before):
        for hedge in after:
            if _in_place(pair.after, hedge, pair.partner_from):
                yield _finding(pair, None, hedge)
                return
    elif len(before) == len(after) == 1:
        left, right = before[0], after[0]
        if abs(left.step - right.step) >= _STEPS and left.words != right.words:
            yield _finding(pair, left, right)
    elif not before and not after:
        yield from _causal(pair)


def _causal(pair: Pair) -> Iterable[Finding]:
    """ "Is linked to" against "causes": one place of few words that lifts or lowers how strongly a
    cause is claimed. Both sides have to claim one, and surely."""
    places = [g for g in pair.gaps if g.closed_left and g.closed_right and g.before and g.after]
    if len(places) != 1 or max(len(places[0].whole_before), len(places[0].whole_after)) > _SMALL:
        return
    one, other = (strengths(t.told.claim.words) for t in (pair.before, pair.after))
    left, right = int(one.argmax()), int(other.argmax())
    if 0 in (left, right) or left == right or min(one[left], other[right]) < _SURE:
        return
    words = tuple(places[0].whole_before), tuple(places[0].whole_after)
    yield Finding(
        Change("certainty", pair.before.side(words[0]), pair.after.side(words[1])), *words
    )


_SMALL = 4
_SURE = 0.7


@dataclass(frozen=True, slots=True)
class _Hedge:
    """A word or words that take back some of what is said, and how much is left of it."""

    span: Span
    step: int
    """3 likely, 2 thought, 1 possible or alleged."""
    words: str


_MUTUAL = 0.45
_BARE = re.compile(
    r"\b(?:thought|believed|understood|presumed|suspected|feared|assumed|seem\w*|appear\w*"
    r"|alleg\w+|purported|supposed)\b",
    re.I,
)
_NOUN = re.compile(r"expect|claim|allegations?|accus|reports?\b", re.I)
"""What looks ahead, or names a claim as a thing, takes nothing back."""
_STEPS = 2
_NEAR = 2
"""How many words of matter away from what both tell a hedge may stand to be about it."""


def _finding(pair: Pair, left: _Hedge | None, right: _Hedge | None) -> Finding:
    return Finding(
        Change(
            "certainty",
            pair.before.side_at((left.span,)) if left else None,
            pair.after.side_at((right.span,)) if right else None,
        ),
        pair.before.words_at(left.span) if left else (),
        pair.after.words_at(right.span) if right else (),
    )


@once
def _hedges(telling: Telling) -> list[_Hedge]:
    """The hedges of a claim: the reader's, and those of our own list that stand in its words.

    The word that cites somebody is none, unless nobody is named who thinks or alleges it.
    """
    claim = telling.told.claim
    cue = claim.cue or "" if not claim.speakers or claim.speakers[-1].name != _NOBODY else ""
    found = []
    for hedge in claim.hedges:
        words = hedge.span.of(telling.text)
        match = _HEDGE.search(words) or _BARE.search(words)
        if match is None or _NOUN.search(words) or (cue and words in cue):
            continue
        span = Span(hedge.span.start + match.start(), hedge.span.start + match.end())
        found.append(_Hedge(span, _STEP_OF[hedge.kind], span.of(telling.text).lower()))
    for part in claim.spans:
        # "Thought to be under": the claim may begin within the words that hedge it.
        ahead = max(telling.sentence.start, part.start - _REACH)
        for match in _HEDGE.finditer(telling.text, ahead, part.end):
            span = Span(match.start(), match.end())
            if span.end < part.start - 1 or telling.text[span.start - 1 : span.start].isalnum():
                continue
            if _MONTH.match(match.group()) or any(span.meets(h.span) for h in found):
                continue
            found.append(_Hedge(span, _step(match.group()), match.group().lower()))
    return sorted(found, key=lambda hedge: hedge.span)


_NOBODY = "nobody named"
_REACH = 24


def _doubts(telling: Telling) -> bool:
    """Whether a hedge, a word in the sentence, or the cue leaves the claim in doubt."""
    claim = telling.told.claim
    if claim.cue_class in _DOUBTING or claim.hedges:
        return True
    found = _ANY.finditer(telling.text, telling.sentence.start, telling.sentence.end)
    return any(not _MONTH.match(match.group()) for match in found)


def _in_place(telling: Telling, hedge: _Hedge, partners: dict[int, int]) -> bool:
    """Whether what the hedge is about, the next word of matter, is told by both."""
    matter = [i for i in range(len(telling)) if not is_function(telling.folded[i])]
    right = [i for i in matter if telling.starts[i] >= hedge.span.end and telling.forms[i]]
    right = [i for i in right if telling.folded[i] not in _LIGHT]
    if not right:
        return False
    left = [i for i in matter if telling.ends[i] <= hedge.span.start][-_NEAR:]
    return right[0] in partners and (
        not left or any(i in partners for i in left) or not right[1:] or right[1] in partners
    )


_LIGHT = among("also well still even now yet already not have has had be been is are was were")


_STEP_OF = {"alleged": 1, "possible": 1, "thought": 2, "reported": 2}
_DOUBTING = frozenset({"thought", "expected", "claimed", "asked", "promised", "demanded"})

_LIKELY = r"(?:very |most |highly )?likely(?: to)?|probably|presumably"
_THOUGHT = (
    r"(?:thought|believed|understood|assumed|presumed|feared|reported|rumou?red|said) to"
    r"(?: have(?: been)?| be)?|reportedly|apparently|seemingly"
    r"|(?:appears?|appeared|seems?|seemed) to"
)
_POSSIBLE = (
    r"(?:may|might)(?= (?:not |also |well |still |now |yet |have |be )*[a-z])|possibly|perhaps|"
    r"maybe|potentially|allegedly|alleged|purportedly|purported|supposedly|suspected|"
    r"could (?:have|be)(?! able)"
)
_HEDGE = re.compile(rf"\b(?:{_LIKELY}|{_THOUGHT}|{_POSSIBLE})\b", re.I)
_ANY = re.compile(
    rf"\b(?:{_LIKELY}|{_THOUGHT}|{_POSSIBLE}|could|would|unlikely|possible|possibility|alleg\w+|"
    r"suspect\w*|suspicions?|believe[ds]?|thinks?|thought|fear(?:s|ed)?|suggest\w*|indicat\w+|"
    r"claim(?:s|ed)?|assum\w+|presum\w+|estimat\w+|assess\w*|expect\w*|rumou?r\w*|unconfirmed|"
    r"appear\w*|seem\w*|accus\w*|charg\w*|indict\w*|deni\w+|likel\w+|if|whether|risk)\b",
    re.I,
)
_MONTH = re.compile(r"May\b")


def _step(words: str) -> int:
    if re.fullmatch(_LIKELY, words, re.I):
        return 3
    return 2 if re.fullmatch(_THOUGHT, words, re.I) else 1
