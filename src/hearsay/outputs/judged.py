"""What people decided, each in one line."""

from __future__ import annotations

from hearsay.ledger.judgements import (
    Aliasing,
    ConflictRuling,
    Identity,
    LinkEnd,
    Ownership,
    Pairing,
    Ruling,
)
from hearsay.outputs.picture.conflicts import OF_NO_SIDE
from hearsay.outputs.wording import one_line

SAYS = {"same": "say the same", "different": "do not say the same"}
"""What each verdict says of two claims."""
_SHORT = 8


def said(
    judgement: Pairing | Ruling | Ownership | Identity | ConflictRuling | Aliasing,
) -> str:
    """`1f9c… and 77ab… say the same`, in one line."""
    if isinstance(judgement, ConflictRuling):
        return _on_conflict(judgement)
    if isinstance(judgement, Aliasing):
        names = "; ".join(map(one_line, judgement.named.names))
        return f"{one_line(judgement.named.entity)} is also called {names}"
    if isinstance(judgement, Identity):
        named = " and ".join(f"“{one_line(words)}”" for words in judgement.words)
        return f"{named} are {'one' if judgement.verdict == 'same' else 'not the same'}"
    if isinstance(judgement, Ownership):
        outlet = judgement.outlet
        return f"{one_line(outlet.name)} belongs to {one_line(outlet.owner)}"
    if isinstance(judgement, Ruling):
        later, earlier = _end(judgement.later), _end(judgement.earlier)
        if judgement.verdict == "retelling":
            return f"{later} has it from {earlier}"
        return f"neither of {later} and {earlier} has it from the other"
    left, right = (_claim(claim) for claim in judgement.claims)
    return f"{left} and {right} {SAYS[judgement.verdict]}"


def _on_conflict(ruling: ConflictRuling) -> str:
    """`numbers: 62423133 and 2 more against b590d684, of which b590d684 stands`."""
    sides = [_claims(side.claims) for side in ruling.sides]
    whole = f"{ruling.kind}: {' against '.join(sides)}"
    if ruling.side is not None:
        return f"{whole}, of which {sides[ruling.side]} stands"
    return f"{whole}: {OF_NO_SIDE[ruling.verdict]}"


def _claims(claims: tuple[str | None, ...]) -> str:
    held = [claim[:_SHORT] for claim in claims if claim is not None]
    if not held:
        return "(gone)"
    return held[0] if len(held) == 1 else f"{held[0]} and {len(held) - 1} more"


def _end(end: LinkEnd) -> str:
    if end.kind == "named":
        return f"“{one_line(end.words)}”"
    if end.kind == "document":
        return f"document {(end.capture or '')[:_SHORT]}"
    return _claim(end.claim)


def _claim(id: str | None) -> str:
    return one_line(id) if id else "(gone)"
