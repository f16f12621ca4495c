"""Which text in another language is likely a translation of which: by names, numbers and order.

What is not read has no claims, but a translation keeps the names, the numbers and the order in
which they come. Two texts on one event share names too; they do not bring nearly all of them in
one order.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass

from hearsay.origins.descent.anchors import Anchors, anchors_of
from hearsay.vocabulary.spans import Spans
from hearsay.vocabulary.traces import Account

SURPLUS = 4.0
"""Of n names and numbers in any order some 2√n stand in one order by chance. In made-up reports and
their translations into five languages true pairs had 5 and more beyond that, others 1.5 at most; of
40,000 pairs of English articles on one event some ten had 4."""
COVERED = 0.45
"""So many of the names and numbers of the stretch that was translated have to stand in both; other
languages write some of them otherwise."""
IN_ORDER = 0.8
"""So many of those that stand in both have to come in one order."""


@dataclass(frozen=True, slots=True)
class Rendering:
    """Two texts of which one seems to be the other in another language."""

    one: str
    other: str
    here: Spans
    """The names and numbers in the one text that stand in the other in the same order."""
    there: Spans
    covered: float
    """How many of the names and numbers of that stretch these are, from 0 to 1."""


def renderings(accounts: Mapping[str, Account]) -> Iterator[Rendering]:
    """Each text in a language that is not read, beside the one that it renders best, if any.

    Only texts that share several rare names or numbers are set beside each other.
    """
    foreign = [key for key, one in accounts.items() if _is_foreign(one)]
    if not foreign:
        return
    anchors = {key: anchors_of(one) for key, one in accounts.items()}
    postings: dict[str, list[str]] = defaultdict(list)
    for key, found in anchors.items():
        if found.latin:
            for place in found.places:
                postings[place].append(key)
    most = max(_FEW, len(accounts) // 10)
    rare = {key: held for key, held in postings.items() if len(held) <= most}
    for one in foreign:
        best: Rendering | None = None
        for other in _candidates(one, anchors[one], rare):
            if _language(accounts[one]) != _language(accounts[other]):
                found_here = compared(one, anchors[one], other, anchors[other], rare)
                if found_here and (best is None or len(found_here.here) > len(best.here)):
                    best = found_here
        if best is not None:
            yield best


def compared(
    one: str, mine: Anchors, other: str, theirs: Anchors, rare: Container[str]
) -> Rendering | None:
    """Whether two texts bring nearly the same names and numbers in nearly one order.

    What is not rare, all texts on one event have.
    """
    places = {key: there for key, there in theirs.places.items() if key in rare}
    met = [(there, here) for key, there in places.items() if (here := mine.find(key))]
    kept = _in_one_order([here.start for _, here in met])
    if not kept:
        return None
    theirs_kept = tuple(met[at][0] for at in kept)
    mine_kept = tuple(met[at][1] for at in kept)
    # A cut translation has the beginning only: what counts is the stretch that it renders.
    first, last = theirs_kept[0].start, theirs_kept[-1].end
    stretch = sum(first <= span.start < last for span in places.values())
    both = sum(first <= span.start < last for span, _ in met)
    surplus = len(kept) - 2 * both**0.5
    if surplus < SURPLUS or both < COVERED * stretch or len(kept) < IN_ORDER * both:
        return None
    return Rendering(one, other, mine_kept, theirs_kept, len(kept) / stretch)


def _candidates(one: str, mine: Anchors, rare: Mapping[str, Sequence[str]]) -> list[str]:
    counts: Counter[str] = Counter()
    for key in mine.places:
        for form in (key, key[:-1]):
            counts.update(rare.get(form, ()))
    counts.pop(one, None)
    return [other for other, n in counts.most_common(_LOOKED_AT) if n > SURPLUS]


_FEW = 20
"""A name in more texts than these, and than a tenth of all, tells none of them from another."""
_LOOKED_AT = 12
"""So many texts, those that share most, are set beside each."""


def _in_one_order(places: Sequence[int]) -> list[int]:
    """Which of these stand in the longest rising row."""
    ends: list[int] = []
    tops: list[int] = []
    before: list[int] = []
    for at, place in enumerate(places):
        size = bisect_left(ends, place)
        before.append(tops[size - 1] if size else -1)
        ends[size : size + 1] = [place]
        tops[size : size + 1] = [at]
    found, at = [], tops[-1] if tops else -1
    while at >= 0:
        found.append(at)
        at = before[at]
    return found[::-1]


def _language(account: Account) -> str:
    return account.document.particulars.language or "en"


def _is_foreign(account: Account) -> bool:
    return _language(account) != "en" and not account.claims
