"""The shape in which conflicts leave as JSON."""

from __future__ import annotations

from hearsay.outputs.picture.saying import Json
from hearsay.picture.conflict import Conflict, Said
from hearsay.vocabulary.readings import UNSURE


def conflict_shape(conflict: Conflict) -> Json:
    """A conflict with both sides and the claims of each."""
    return {
        "id": conflict.id,
        "kind": conflict.kind,
        "about": conflict.about,
        "reason": conflict.reason,
        "weight": conflict.weight,
        "unsure": conflict.unsure,
        "sides": [
            {"words": side.words, "said": [said_shape(one) for one in side.said]}
            for side in conflict.sides
        ],
    }


def said_shape(one: Said) -> Json:
    """One claim of a side, with the way home from it."""
    return {
        "claim": one.claim,
        "words": one.words,
        "speakers": list(one.speakers),
        "published": one.published,
        "place": one.place,
        "address": one.address,
        "score": round(one.score, 4),
        "unsure": one.score < UNSURE,
    }
