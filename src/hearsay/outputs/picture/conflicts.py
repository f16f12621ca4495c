"""How what was decided of a conflict is worded, and the shape in which conflicts leave as JSON."""

from __future__ import annotations

from collections.abc import Iterable

from hearsay.outputs.picture.saying import Json
from hearsay.outputs.wording import one_line
from hearsay.picture.conflict import Conflict, Decided, RulingVerdict, Said
from hearsay.vocabulary.readings import UNSURE

OF_NO_SIDE: dict[RulingVerdict, str] = {
    "both": "both stand, at different times or of different things",
    "neither": "neither stands",
    "unknown": "nothing tells which stands",
}
"""What is decided where no one side stands."""


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
        "ruling": None if conflict.decided is None else _ruling_shape(conflict.decided),
    }


def ruling_words(decided: Decided, conflict: Conflict) -> str:
    """`ruled by R. Vane on 2031-05-06 (v3): side 2 stands, “43”: the command corrected it`."""
    words = verdict_words(decided.verdict, decided.side, conflict)
    why = f": {one_line(decided.why)}" if decided.why else ""
    since = ""
    if decided.since:
        came = "1 claim has" if decided.since == 1 else f"{decided.since} claims have"
        since = f" ({came} come to it since)"
    by = f"ruled by {one_line(decided.by)} on {decided.day} ({decided.id})"
    return f"{by}: {words}{why}{since}"


def verdict_words(verdict: RulingVerdict, side: int | None, conflict: Conflict) -> str:
    """`side 2 stands, “43”`."""
    if side is not None:
        return f"side {side + 1} stands, “{one_line(conflict.sides[side].words)}”"
    return OF_NO_SIDE[verdict]


def rulings_on(conflicts: Iterable[Conflict], claims: Iterable[str | None]) -> list[str]:
    """What people ruled of conflicts in which two sides or one have some of these claims, in
    words, each once: `numbers c66606ff532, ruled by R. Vane …`."""
    named = {claim for claim in claims if claim is not None}
    return [
        f"{one.kind} {one.id}, {ruling_words(one.decided, one)}"
        for one in conflicts
        if one.decided is not None and not one.claims.isdisjoint(named)
    ]


def rulings_shape(conflicts: Iterable[Conflict], claims: Iterable[str | None]) -> list[Json]:
    """The same for programs, with the claims of each side."""
    named = {claim for claim in claims if claim is not None}
    return [
        {
            "conflict": one.id,
            "kind": one.kind,
            "about": one.about,
            "sides": [
                {"words": side.words, "claims": [said.claim for said in side.said]}
                for side in one.sides
            ],
            "ruling": _ruling_shape(one.decided),
        }
        for one in conflicts
        if one.decided is not None and not one.claims.isdisjoint(named)
    ]


def _ruling_shape(decided: Decided) -> Json:
    return {
        "id": decided.id,
        "verdict": decided.verdict,
        "side": decided.side,
        "by": decided.by,
        "why": decided.why,
        "day": decided.day,
        "claims_since": decided.since,
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
