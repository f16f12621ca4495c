"""Which claims of a proposition say the contrary of it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from hearsay.origins.differing.changes import polarity
from hearsay.origins.differing.pairing import pair_of
from hearsay.origins.differing.told import Telling, Told, telling
from hearsay.vocabulary.readings import Claim
from hearsay.vocabulary.traces import Account

BESIDE = 12
"""A claim is set beside so many of the other side at most: they are worded in few ways."""


def contrary(claims: Sequence[Claim], accounts: Mapping[str, Account]) -> frozenset[str]:
    """Ids of the claims on the smaller side; none where all say alike.

    Two claims are contrary where a negation in the one falls on words that the other affirms, or
    where the one is said by somebody who denies it. "Would not open the books" and "refused to
    let them see" are not. What is contrary to none stays with the larger side; of two sides of one
    size the affirmed one is the proposition.
    """
    denied = [claim for claim in claims if _is_denied(claim)]
    plain = [claim for claim in claims if not _is_denied(claim)]
    negative = [claim for claim in plain if _NO.search(claim.words)]
    positive = [claim for claim in plain if not _NO.search(claim.words)]
    against: dict[bool, set[str]] = defaultdict(set)
    for one in denied:
        # Who denies it says the contrary of all that affirm it, whatever its words are.
        turned = bool(_NO.search(one.words))
        others = negative if turned else positive
        if others:
            against[not turned].add(one.id)
            against[turned].update(other.id for other in others)
    told: dict[tuple[str, str], Telling] = {}
    for one in negative:
        for other in positive[:BESIDE]:
            if _negates(_telling(one, accounts, told), _telling(other, accounts, told)):
                against[True].add(one.id)
                against[False].add(other.id)
    negated, affirmed = against[True], against[False]
    return frozenset(affirmed if len(negated) > len(affirmed) else negated)


def _is_denied(claim: Claim) -> bool:
    return claim.cue_class == "denied" and not _NOT_DENIED.search(claim.cue or "")


def _negates(one: Telling, other: Telling) -> bool:
    """Whether it is one and the same predicate that the one negates and the other affirms."""
    return any(True for _ in polarity.findings(pair_of(other, one)))


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
