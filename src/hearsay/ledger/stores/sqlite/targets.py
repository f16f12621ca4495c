"""Finds what a user names: a claim by its id, a capture by its hash or its address."""

from __future__ import annotations

import re
from dataclasses import dataclass

import apsw

from hearsay.ledger.stores.sqlite.asking import rows, value
from hearsay.ledger.stores.sqlite.derived import address_key
from hearsay.ledger.stores.sqlite.listing import claim_number
from hearsay.vocabulary.errors import NothingByThatName


@dataclass(frozen=True, slots=True)
class Target:
    """What a redaction, label or judgement is about."""

    bytes_number: int
    """The content that holds the capture's bytes."""
    claim: int | None
    """The claim's number; `None` where the whole capture is meant."""


def target(connection: apsw.Connection, what: str) -> Target:
    """The capture or claim that `what` names, by the whole of its id or a telling beginning."""
    captures = _captures(connection, what)
    if len(captures) == 1 and not _is_claim(connection, what):
        return Target(captures[0][1], None)
    try:
        return claim_target(connection, what)
    except NothingByThatName as nothing:
        if captures:
            names = tuple(sha256 for sha256, _ in captures)
            raise NothingByThatName("capture", what, names) from None
        raise NothingByThatName("capture or claim", what, nothing.there_are) from None


def claim_target(connection: apsw.Connection, what: str) -> Target:
    """The claim that `what` names."""
    claim = claim_number(connection, what)
    return Target(value(connection, "SELECT bytes FROM listing WHERE claim = ?", (claim,)), claim)


def _is_claim(connection: apsw.Connection, what: str) -> bool:
    return value(connection, "SELECT 1 FROM listing WHERE id = ?", (what,)) is not None


def _captures(connection: apsw.Connection, what: str) -> list[tuple[str, int]]:
    """Hash and bytes of each capture that `what` names."""
    found = {
        sha256: bytes_number
        for sha256, bytes_number in rows(
            connection,
            "SELECT sha256, bytes FROM received JOIN capture ON capture.number = capture "
            "WHERE address = ?",
            (address_key(what),),
        )
    }
    # Eight digits tell captures apart in any case; fewer may be the beginning of a claim's id.
    if re.fullmatch("[0-9a-f]{8,64}", what):
        found |= dict(
            rows(
                connection,
                "SELECT sha256, bytes FROM capture WHERE sha256 >= ?1 AND sha256 < ?1 || 'g'",
                (what,),
            )
        )
    return list(found.items())
