"""What the words of a later telling say of its coming from an earlier one, kind by kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from hearsay.origins.citing.beside import Beside
from hearsay.origins.citing.resolving import Sources
from hearsay.origins.citing.speakers import same_source
from hearsay.origins.descent.rewording import likeness, rare_in_both
from hearsay.origins.descent.telling import Line
from hearsay.origins.descent.trust import Trust
from hearsay.origins.direction import SHOWN
from hearsay.origins.sharing.shared_text import common_share
from hearsay.vocabulary.traces import Evidence

ALIKE = 0.08
"""From this share on one document runs alike with the other beyond what chance or a common source
gives it; below it what names its own source is not taken for a rewording."""
BY_ITSELF = 0.8
"""Less alike, a sentence alone in two texts with nothing else in common is chance."""


@dataclass(frozen=True, slots=True)
class Found:
    """An earlier telling that this one seems taken from, by its words."""

    earlier: Line
    probability: float
    evidence: Evidence
    whole: bool
    """Nearly all of it, so that its sources are that one's too."""
    near: bool = False
    """The two documents run alike in more than this."""


def word_for_word(line: Line, earlier: Line) -> bool:
    """Whether two documents with nothing else in common say this nearly alike."""
    return line.bare and likeness(line.words, earlier.words) > BY_ITSELF


def reasons_for(
    line: Line, earlier: Line, beside: Beside, first: float, sources: Sources, trust: Trust
) -> Iterator[Found]:
    """What shows that a telling comes from an earlier one: its text, its quotations, its wording.

    `first` is how likely the earlier one is the earlier.
    """
    one, other = line.claim, earlier.claim
    if not line.bare and beside.one_publisher:
        return
    if beside.one_credit and first < SHOWN:
        # Two reprints of one agency stand side by side under it: that they are alike shows no more.
        return
    common, alike, lean = beside.common, beside.share, beside.lean
    share, here, there = sources.running.copied(one, other, common, alike)
    likely = 0.0
    posted = line.posted or earlier.posted
    if posted:
        share = min(share, alike)  # Whoever shows a post or quotes it has it from there.
    if share >= 0.25:
        likely = trust.copied(share)
        whole = share >= 0.7 and alike >= 0.15
        yield Found(earlier, likely, Evidence("copied_text", here, there, round(share, 3)), whole)
    shared_speaker = bool(line.chain and earlier.chain) and same_source(
        line.chain[-1].source, earlier.chain[-1].source
    )
    reworded = 0.0
    leaning = lean if line.bare or shared_speaker else 0.0
    at_hand = alike >= ALIKE
    # Sources are lost on the way and not won; what one outlet says twice is no rewording.
    own_word = sources.publishes_itself(other.capture)
    gained = bool(line.chain) and not earlier.chain and not own_word and alike < _MUCH
    may_be = not (gained or beside.one_publisher) and (line.bare or at_hand)
    if share < _WHOLE and (may_be or leaning) and not (line.own or posted):
        reworded = _reworded(line, earlier, leaning, alike, sources, trust)
    heard, here, there = common_share(one.spans, other.spans, beside.quoted)
    near = alike >= _AT_HAND or (alike >= _BESIDE and (lean or beside.one_credit)) or lean >= _RESTS
    if heard > 0 and share < _WHOLE and near and not posted:
        # What is said in public many hear: the quotation alone says nothing of who read whom.
        least = trust.quotation_heard if shared_speaker else trust.quotation
        likely = max(likely, reworded, least + (trust.quotation_leaning - least) * lean)
        yield Found(earlier, likely, Evidence("quotation", here, there, round(heard, 3)), False)
    if reworded > max(likely, _LEAST):
        yield Found(earlier, reworded, Evidence("rewording", one.spans, other.spans, 1.0), False)


_LEAST = 0.2
"""Below that two alike sentences on one event are chance."""
_WHOLE = 0.7
"""From this share on a claim's words are the other's."""
_AT_HAND = 0.15
"""So much of a document's running text in another one, and the one was at hand in writing."""
_BESIDE = 0.03
"""So much is enough where it cites the other, or both give credit to one agency."""
_RESTS = 0.6
"""A document that cites the other so much rests on it, though it copies nothing."""


_ALIKE_AT_ALL = 0.3
"""Tellings that share fewer of their words say the same by chance, whatever stands around them."""
_MUCH = 0.3
"""So much of a document's running text in another one, and it was written from that one."""
_RARE = 2
"""So many rare words in common are no chance."""


def _reworded(
    line: Line, earlier: Line, lean: float, common: float, sources: Sources, trust: Trust
) -> float:
    """What speaks for a rewording: alike claims in documents that have more in common.

    Where the documents have little in common it takes details that few others tell: "the two
    presidents will meet today" stands everywhere.
    """
    alike = likeness(line.words, earlier.words)
    leaning = trust.leaning * lean * min(1.0, 0.9 + alike)
    by_chance = common < _MUCH and (
        alike < _ALIKE_AT_ALL
        or rare_in_both(line.words, earlier.words, sources.rarity.rare) < _RARE
    )
    if by_chance:
        return leaning
    # Two reports of one agency's day share text everywhere: the claims have to be alike as well.
    beside = trust.reworded * min(1.0, common / 0.12) * min(1.0, 0.6 + 0.8 * alike)
    alone = 0.0 if not line.bare or alike < 0.5 or len(line.words) < 6 else 0.5 * (alike - 0.4)
    return max(leaning, beside, alone)
