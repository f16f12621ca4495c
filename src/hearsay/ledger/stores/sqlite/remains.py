"""What is left of people's judgements and labels when the words of a claim go."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from hearsay.ledger.anchoring import Anchor, located, shared
from hearsay.ledger.blackout import Blackout
from hearsay.ledger.stores.sqlite.conflicting import KeptConflict, KeptSide
from hearsay.ledger.stores.sqlite.deciding import Ruled, RuledText, Undone
from hearsay.ledger.stores.sqlite.identifying import Identified, Naming
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


def of_ruling(kept: Ruled, target: Claim, text: str, black: Blackout) -> Ruled | None:
    """A ruling of which a text stands in that capture; `None` where it is on `target`'s words."""
    ends: list[RuledText | None] = []
    for end in (kept.later, kept.earlier):
        left = end
        if end is not None and end.on is not None and end.capture == target.capture:
            left = _at_an_end(end, end.on, target, text, black)
            if left is None:
                return None
        ends.append(left)
    later, earlier = ends
    assert later is not None
    return Ruled(
        kept.verdict,
        black.words(kept.by),
        black.words(kept.why),
        later,
        earlier,
        None if kept.named is None else black.words(kept.named),
    )


def of_conflict(
    kept: KeptConflict, target: Claim, text: str, black: Blackout
) -> KeptConflict | None:
    """A decision on a conflict; `None` where a claim of any side is on `target`'s words, as the
    other sides would say what it was at odds with."""
    sides = []
    for side in kept.sides:
        claims = [
            claim if claim.capture != target.capture else _beside(claim, target, text, black)
            for claim in side.claims
        ]
        left = tuple(claim for claim in claims if claim is not None)
        if len(left) < len(side.claims):
            return None
        sides.append(KeptSide(left))
    return replace(kept, by=black.words(kept.by), why=black.words(kept.why), sides=tuple(sides))


def of_identity(kept: Identified, target: Claim, text: str, black: Blackout) -> Identified | None:
    """A decision on two namings; `None` where one of them is gone, as the other would name it."""
    for naming in (kept.one, kept.other):
        if naming.capture == target.capture and _is_gone(naming, target, text, black):
            return None
        if any(black.words(part) != part for part in naming.on.parts):
            return None
    return replace(kept, by=black.words(kept.by), why=black.words(kept.why))


def _is_gone(naming: Naming, target: Claim, text: str, black: Blackout) -> bool:
    places = located(naming.on, text)
    if places is None or shared(places, target.spans):
        return True
    return black.anchor(naming.on, text) != naming.on


U = TypeVar("U", Unpaired, Undone)


def of_undoing(kept: U, black: Blackout) -> U:
    """The undoing of a judgement that is left."""
    return type(kept)(black.words(kept.by), black.words(kept.why))


def _at_an_end(
    end: RuledText, on: Anchor, target: Claim, text: str, black: Blackout
) -> RuledText | None:
    """A claim at one end of a link; `None` where it shares words with `target`, or might."""
    side = PairedClaim(end.capture, end.claim or "", on, end.words)
    left = _beside(side, target, text, black)
    return None if left is None else RuledText(left.capture, left.claim, left.on, left.words)


def _beside(side: PairedClaim, target: Claim, text: str, black: Blackout) -> PairedClaim | None:
    """One of two paired claims; `None` where it shares words with `target`, or might."""
    places = located(side.on, text)
    if side.claim == target.id or places is None or shared(places, target.spans):
        return None
    on = black.anchor(side.on, text)
    stood = side.words == _JOINED.join(side.on.parts)
    return replace(side, on=on, words=_JOINED.join(on.parts) if stood else black.words(side.words))
