"""What people decided of things: which two are one, and which two are not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hearsay.picture.things import Place


@dataclass(frozen=True, slots=True)
class Decision:
    """That two things are one, or that they are two."""

    one: Place
    other: Place
    same: bool


class Constraints:
    """Decisions as they bind: the newest first, and none that would undo a newer one.

    Things that are decided to be one stand in one *knot*; two knots may be decided to be two.
    """

    def __init__(self, at: Mapping[Place, int], decided: Sequence[Decision]) -> None:
        self._knot: dict[int, set[int]] = {}
        self._apart: dict[int, set[int]] = {}
        for decision in reversed(decided):
            one, other = at.get(decision.one), at.get(decision.other)
            if one is None or other is None or one == other:
                continue
            if not decision.same:
                if not self.together(one, other):
                    self._apart.setdefault(one, set()).add(other)
                    self._apart.setdefault(other, set()).add(one)
            elif not self.apart(self.knot(one), self.knot(other)):
                knot = {*self.knot(one), *self.knot(other)}
                self._knot.update(dict.fromkeys(knot, knot))

    def knot(self, thing: int) -> set[int]:
        """Everything that is decided to be one with it, itself among them."""
        return self._knot.get(thing) or {thing}

    def knots(self) -> list[list[int]]:
        """All that is decided to be one, in order."""
        return sorted({id(knot): sorted(knot) for knot in self._knot.values()}.values())

    def together(self, one: int, other: int) -> bool:
        """Whether two are decided to be one."""
        return other in self.knot(one)

    def apart(self, some: Sequence[int] | set[int], others: Sequence[int] | set[int]) -> bool:
        """Whether any of these and any of those are decided to be two."""
        if not self._apart:
            return False
        held = {n for one in others for n in self.knot(one)}
        return any(
            not self._apart[n].isdisjoint(held)
            for one in some
            for n in self.knot(one)
            if n in self._apart
        )
