"""What is left of people's judgements, labels and pairings when the words of a claim go."""

from __future__ import annotations

from dataclasses import replace

from hearsay.ledger.anchoring import located, shared
from hearsay.ledger.blackout import Blackout
from hearsay.ledger.stores.sqlite.judging import Verdict
from hearsay.ledger.stores.sqlite.labelling import Label
from hearsay.ledger.stores.sqlite.pairing import Paired, PairedClaim, Unpaired
from hearsay.vocabulary.readings import Claim

_JOINED = " \u2026 "
"""What stands between the parts of a claim's words."""


def of_judgement(kept: Verdict, target: Claim, text: str, black: Blackout) -> Verdict:
    """A judgement on words of the capture in whose `text` the `target` stands."""
    on = black.anchor(kept.on, text)
    stood = kept.words == _JOINED.join(kept.on.parts)
    return Verdict(
        verdict=black.words(kept.verdict),
        by=black.words(kept.by),
        # The id is made from the speakers' names, which could be guessed.
        claim="" if kept.claim == target.id else kept.claim,
        on=on,
        words=_JOINED.join(on.parts) if stood else black.words(kept.words),
    )


def of_label(kept: Label, text: str, black: Blackout) -> Label:
    """A label on words of that capture, or on all of it."""
    on = None if kept.on is None else black.anchor(kept.on, text)
    return Label(black.words(kept.name), black.words(kept.by), on)


def of_pairing(kept: Paired, target: Claim, text: str, black: Blackout) -> Paired | None:
    """A pairing of which a claim stands in that capture; `None` where it is on `target`'s words.

    What else were left would say that the other claim, which stands there to be read, asserts
    the same.
    """
    one, other = (
        side if side.capture != target.capture else _beside(side, target, text, black)
        for side in (kept.one, kept.other)
    )
    if one is None or other is None:
        return None
    return replace(kept, by=black.words(kept.by), why=black.words(kept.why), one=one, other=other)


def of_undoing(kept: Unpaired, black: Blackout) -> Unpaired:
    """The undoing of a pairing that is left."""
    return Unpaired(black.words(kept.by), black.words(kept.why))


def _beside(side: PairedClaim, target: Claim, text: str, black: Blackout) -> PairedClaim | None:
    """One of two paired claims; `None` where it shares words with `target`, or might."""
    places = located(side.on, text)
    if side.claim == target.id or places is None or shared(places, target.spans):
        return None
    on = black.anchor(side.on, text)
    stood = side.words == _JOINED.join(side.on.parts)
    return replace(side, on=on, words=_JOINED.join(on.parts) if stood else black.words(side.words))
