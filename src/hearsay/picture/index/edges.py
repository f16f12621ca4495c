"""Which statements lead from one party to another, and what that is called."""

from __future__ import annotations

from collections.abc import Iterator

from hearsay.vocabulary.statements import (
    Affiliation,
    Assistance,
    Incident,
    Positioning,
    Posting,
    Relation,
    Statement,
    parties_of,
)

_ENDS: dict[type, tuple[str, str]] = {
    Posting: ("person", "unit"),
    Relation: ("unit", "related"),
    Affiliation: ("party", "other"),
    Assistance: ("giver", "receiver"),
    Positioning: ("unit", "place"),
}


def type_of(statement: Statement) -> str:
    """What kind of its class it is: `part_of`, `funds`, `attack`, or a posting's role."""
    if isinstance(statement, Posting):
        return (statement.role or statement.title or "posted").casefold()
    return str(getattr(statement, "kind", type(statement).__name__.lower()))


def edges_of(statement: Statement) -> Iterator[tuple[int, int, str]]:
    """Pairs of parties, by their places among `parties_of`, and what leads from one to the other.

    An incident leads from each who did it to each to whom it was done.
    """
    places: dict[str, list[int]] = {}
    for place, (part, _) in enumerate(parties_of(statement)):
        places.setdefault(part, []).append(place)
    if isinstance(statement, Incident):
        for actor in places.get("actors", ()):
            for other in (*places.get("targets", ()), *places.get("victims", ())):
                yield actor, other, statement.kind
        return
    ends = _ENDS.get(type(statement))
    if ends is None:
        return
    for left in places.get(ends[0], ()):
        for right in places.get(ends[1], ()):
            yield left, right, type_of(statement)
