"""Things said that cannot all be so: both sides of each, and how much hangs on it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Literal

from hearsay.picture.index import Asking, StatementRow
from hearsay.vocabulary.readings import UNSURE

ConflictKind = Literal["denial", "commanders", "arms", "numbers", "days", "values"]
"""One says it and one denies it; two command one post at one time; a unit is said to be the arm of
two bodies; two numbers of one thing; two days of one incident; two values of one incident."""
KINDS: tuple[ConflictKind, ...] = ("denial", "commanders", "arms", "numbers", "days", "values")


@dataclass(frozen=True, slots=True)
class Said:
    """One claim of a side."""

    claim: str
    words: str
    speakers: tuple[str, ...]
    """The outlet first."""
    published: str | None
    place: str
    address: str
    score: float


@dataclass(frozen=True, slots=True)
class SideOf:
    """One of the things that cannot all be so, with who says it."""

    words: str
    said: tuple[Said, ...]


RulingVerdict = Literal["stands", "both", "neither", "unknown"]
"""One side stands; both do, at different times or of different things; neither does; or nothing
tells."""


@dataclass(frozen=True, slots=True)
class Decided:
    """What a person decided of a conflict."""

    id: str
    """By what it is taken back: `v12`."""
    verdict: RulingVerdict
    side: int | None
    """Which of the conflict's sides stands, from 0, where one does."""
    by: str
    why: str
    day: str
    since: int
    """How many claims have come to the conflict since."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Things said that cannot all be so."""

    kind: ConflictKind
    about: str
    """Whom or what it is about."""
    reason: str
    """Why they cannot all be so, in one sentence."""
    sides: tuple[SideOf, ...]
    weight: int
    """How much hangs on it: statements that name whom it is about, and tellings of both sides."""
    decided: Decided | None = None
    """What a person decided of it, if one did."""

    @property
    def id(self) -> str:
        """The same claims give the same id."""
        claims = sorted(one.claim for side in self.sides for one in side.said)
        return "c" + sha256("\x1f".join((self.kind, *claims)).encode()).hexdigest()[:10]

    @property
    def claims(self) -> frozenset[str]:
        """The claims of all sides."""
        return frozenset(one.claim for side in self.sides for one in side.said)

    @property
    def unsure(self) -> bool:
        """Whether one side rests only on claims of which the reader is unsure."""
        return any(all(one.score < UNSURE for one in side.said) for side in self.sides)


def said_in(rows: Iterable[StatementRow]) -> tuple[Said, ...]:
    """The claims behind statements, each once."""
    once = {row.id: row for row in rows}
    return tuple(
        Said(
            row.id,
            row.words,
            row.speakers,
            row.source.published,
            row.place,
            row.source.address,
            row.statement.grounds.score,
        )
        for row in once.values()
    )


def weight_of(asking: Asking, rows: Iterable[StatementRow]) -> int:
    """How much hangs on statements: themselves, and all that is stated of whom they name."""
    held = list(rows)
    entities = {number for row in held for _, number in row.entities}
    return len(held) + sum(asking.degree(number) for number in entities)


def published_by(conflicts: Iterable[Conflict], day: str) -> tuple[Conflict, ...]:
    """The conflicts as far as both sides were published by a day."""
    found = []
    for one in conflicts:
        sides = tuple(
            replace(side, said=tuple(s for s in side.said if (s.published or "") <= day))
            for side in one.sides
        )
        left = tuple(side for side in sides if side.said)
        if len(left) > 1:
            found.append(replace(one, sides=left))
    return tuple(found)
