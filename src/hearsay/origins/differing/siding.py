"""Which claims of a proposition say the contrary of it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hearsay.origins.differing.changes import polarity
from hearsay.origins.differing.pairing import pair_of
from hearsay.origins.differing.told import Telling, Told, telling, weight
from hearsay.origins.language.forms import is_function
from hearsay.vocabulary.readings import Claim
from hearsay.vocabulary.traces import Account

BESIDE = 12
"""A claim is set beside so many of the other side at most: they are worded in few ways."""


def contrary(claims: Sequence[Claim], accounts: Mapping[str, Account]) -> frozenset[str]:
    """Ids of the claims on the smaller side; none where all say alike.

    Two claims are contrary where a negation in the one falls on words that the other affirms, or
    where the one is said by somebody who denies it, calls it wrong or has counted otherwise. "Would
    not open the books" and "refused to let them see" are not. What is contrary to none stays with
    the larger side; of two sides of one size the affirmed one is the proposition.
    """
    sides = _Sides.of(claims, accounts)
    if not (sides.denied or sides.negative):
        return _counted_otherwise(claims, accounts)
    against = sides.against(accounts)
    negated, affirmed = against[True], against[False]
    smaller = affirmed if len(negated) > len(affirmed) else negated
    return frozenset(smaller | _counted_otherwise(claims, accounts))


@dataclass(frozen=True, slots=True)
class _Sides:
    """Claims by how they are worded."""

    denied: tuple[tuple[Claim, bool], ...]
    """Those whose speaker denies them, and whether a negation stands in their words too."""
    negative: tuple[Claim, ...]
    positive: tuple[Claim, ...]

    @classmethod
    def of(cls, claims: Sequence[Claim], accounts: Mapping[str, Account]) -> _Sides:
        denied: list[tuple[Claim, bool]] = []
        negative: list[Claim] = []
        positive: list[Claim] = []
        for claim in claims:
            no = _NO.search(claim.words) is not None
            if _is_denied(claim, accounts[claim.capture]):
                denied.append((claim, no and not _FLAT.match(claim.words)))
            else:
                (negative if no else positive).append(claim)
        return cls(tuple(denied), tuple(negative), tuple(positive))

    def against(self, accounts: Mapping[str, Account]) -> Mapping[bool, set[str]]:
        """What says no of it, by `True`, and what is said no to, by `False`."""
        found: dict[bool, set[str]] = defaultdict(set)
        for one, turned in self.denied:
            # Who denies it says the contrary of all that affirm it, whatever its words are.
            others = [
                claim
                for claim in (self.negative if turned else self.positive)
                if not _speaks_on(one, claim)
            ]
            if others:
                found[not turned].add(one.id)
                found[turned].update(other.id for other in others)
        told: dict[tuple[str, str], Telling] = {}
        known: dict[tuple[str, str], bool] = {}
        for one in self.negative:
            for other in self.positive[:BESIDE]:
                # Reprints have the same words.
                words = one.words, other.words
                if words not in known:
                    tellings = _telling(one, accounts, told), _telling(other, accounts, told)
                    known[words] = _negates(*tellings)
                if known[words]:
                    found[True].add(one.id)
                    found[False].add(other.id)
        self._speaking_on(found)
        return found

    def _speaking_on(self, found: Mapping[bool, set[str]]) -> None:
        """Who calls a thing wrong does not say it in the next sentence."""
        for one, turned in self.denied:
            for claim in (*self.negative, *self.positive):
                if one.id in found[not turned] and _speaks_on(one, claim):
                    found[turned].discard(claim.id)
                    found[not turned].add(claim.id)


def _is_denied(claim: Claim, account: Account) -> bool:
    if claim.cue_class == "denied":
        return not _NOT_DENIED.search(claim.cue or "")
    if len(claim.speakers) == 1:
        return False
    start = claim.spans[0].start
    before = account.document.text[max(0, start - 40) : start].rstrip()
    thought = before.endswith(("think", "thought", "believe", "believed", "that"))
    return bool(_FLAT.match(claim.words) or (thought and _NOT_THOUGHT.search(before)))


def _speaks_on(one: Claim, other: Claim) -> bool:
    """Whether one speaker says both in one breath, the first of them as a flat contradiction."""
    return (
        one.capture == other.capture
        and bool(_FLAT.match(one.words))
        and 0 <= other.spans[0].start - one.spans[0].start < _BREATH
        and [s.name for s in one.speakers] == [s.name for s in other.speakers]
    )


_BREATH = 200
"""Characters within which a speaker is still at the same answer."""


def _negates(one: Telling, other: Telling) -> bool:
    """Whether it is one and the same predicate that the one negates and the other affirms."""
    if _may_be_one(one, other) and any(True for _ in polarity.findings(pair_of(other, one))):
        return True
    rest = _negated(one)
    return len(rest) > 1 and rest <= set(other.keys) and not _TURNS.search(_words(other))


def _may_be_one(one: Telling, other: Telling) -> bool:
    """Whether so many words stand in both that they may say one thing, in whatever order."""
    words = set(one.keys)
    shared = sum(weight(key) for key in other.keys if key in words)
    return shared >= _SHARED * max(one.weight, other.weight)


_SHARED = 0.5
"""Less in common, and no two predicates are one: what is set side by side takes more."""


def _negated(one: Telling) -> set[str]:
    """What a thing is said not to be: "that is not a raid"."""
    match = _IS_NOT.search(one.text, one.starts[0], one.ends[-1]) if len(one) else None
    if match is None:
        return set()
    return {
        key
        for key, word, start in zip(one.keys, one.folded, one.starts, strict=True)
        if start >= match.end() and not is_function(word)
    }


def _words(one: Telling) -> str:
    return one.text[one.starts[0] : one.ends[-1]] if len(one) else ""


def _counted_otherwise(claims: Sequence[Claim], accounts: Mapping[str, Account]) -> frozenset[str]:
    """Claims of those who give another number as their own count: "we counted 29"."""
    own = [one for one in claims if len(one.speakers) > 1 and _has_counted(one.words)]
    if not own:
        return frozenset()
    told: dict[tuple[str, str], Telling] = {}
    numbers = {one.id: _numbers(_telling(one, accounts, told)) for one in claims}
    return frozenset(
        one.id
        for one in own
        if numbers[one.id]
        and (others := [numbers[c.id] for c in claims if c.id != one.id and numbers[c.id]])
        and all(numbers[one.id].isdisjoint(other) for other in others)
    )


def _has_counted(words: str) -> bool:
    # A look for mere letters first: most claims count nothing.
    return any(part in words for part in _COUNTING) and bool(_OWN_COUNT.search(words))


_COUNTING = ("count", "record", "tall", "document", "register", "figure", "number")


def _numbers(one: Telling) -> frozenset[str]:
    return frozenset(form for form in one.forms if form.isdigit())


def _telling(
    claim: Claim, accounts: Mapping[str, Account], told: dict[tuple[str, str], Telling]
) -> Telling:
    key = claim.capture, claim.id
    if key not in told:
        told[key] = telling(Told("", claim, accounts[claim.capture]))
    return told[key]


_NO = re.compile(
    r"(?:(?<!, )\bnot(?! only\b)|\b(?:never|nobody|none|nothing|neither|nor|cannot|\w+n[’']t"
    r"|no(?! (?:more|less|fewer|later|doubt)\b)))\b",
    re.IGNORECASE,
)
_NOT_DENIED = re.compile(r"\b(?:not|never|n[’']t)\b", re.IGNORECASE)
_FLAT = re.compile(
    r"(?:(?:it|that|this|he|she|they|these|those|the (?:report|claim|figure|number|account)s?)"
    r"(?:\s+(?:is|are|was|were|has|have)|[’'](?:s|re))\s+)"
    r"(?:(?:simply|quite|just|all|completely|entirely|totally|got it)\s+)?"
    r"(?:wrong|false|untrue|mistaken|nonsense|(?:a |all )?lies?"
    r"|(?:not|n[’']t) (?:true|so|right|correct))"
    r"\W*$",
    re.IGNORECASE,
)
"""Words that say of another's words that they are not so."""
_IS_NOT = re.compile(
    r"(?:\b(?:is|are|was|were)(?: not|n[’']t)"
    r"|[’'](?:s|re) not"
    r"|(?:\b(?:never|not)|n[’']t) (?:think|thought|believe|believed)(?: that)? \w+"
    r" (?:is|was|are|were))"
    r"\s+(?:an?|the|any)\b",
    re.IGNORECASE,
)
_NOT_THOUGHT = re.compile(
    r"\b(?:(?:do|does|did)(?:n[’']t| not)|never)"
    r"\s+(?:think|thought|believe|believed)(?:\s+that)?$"
)
"""The negation that stands before what its speaker does not think."""
_TURNS = re.compile(
    r"\b(?:without|fail\w*|refus\w+|lack\w*|den(?:y|ied|ies|ying)|reject\w*|doubt\w*|unable|unlikely"
    r"|hardly|barely|stop\w*|ceas\w+|until)\b",
    re.IGNORECASE,
)
"""Words by which a claim without a negation may say no all the same."""
_OWN_COUNT = re.compile(
    r"\b(?:we|I)\s+(?:have\s+|had\s+)?(?:counted|count|recorded|tallied|documented|registered)\b"
    r"|\b(?:our|my) (?:own )?(?:count|figure|number|tally)\b",
    re.IGNORECASE,
)
