"""Reads the name of a role: what it is, of what, and whether it is deputy, former or acting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hearsay.resolution.bodies import Body, read_body
from hearsay.resolution.lookup import Piece


@dataclass(frozen=True, slots=True)
class Office:
    """What the name of a role says."""

    role: str
    """`commander`, `minister`, `prime minister`."""
    modifiers: frozenset[str]
    of: Body
    """The unit, ministry or country that it is a role of; an empty body where none is said."""


def read_office(pieces: Sequence[Piece]) -> Office:
    """What the pieces of a name say, where it is the name of a role."""
    roles = [p for p in pieces if "role" in p.terms]
    # "head of" and "chief" are said of anything; a narrower word says what the role is.
    head = next((p for p in roles if p.terms["role"].meaning not in _WIDE), roles[0])
    modifiers = frozenset(
        p.terms["modifier"].meaning for p in pieces if "modifier" in p.terms and p is not head
    )
    rest = [
        p for p in pieces if p is not head and "modifier" not in p.terms and "role" not in p.terms
    ]
    role = head.terms["role"].meaning
    of = read_body(rest, ministry=role in ("minister", "secretary")) if rest else Body()
    return Office(role, modifiers - {"senior"}, of)


_WIDE = frozenset(("head", "representative", "secretary"))
