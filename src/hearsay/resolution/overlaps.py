"""Which words of two bodies' names mean the same, and which one has and the other has not."""

from __future__ import annotations

from dataclasses import dataclass

from hearsay.resolution.bodies import Body
from hearsay.resolution.likeness import alike


@dataclass(frozen=True, slots=True)
class Overlap:
    """The words that say which body it is, sorted by who has them."""

    shared: tuple[str, ...]
    own_shared: tuple[str, ...]
    """Those of the shared ones that no table knows: the bodies' own names or places."""
    left: tuple[str, ...]
    right: tuple[str, ...]

    @property
    def complete(self) -> bool:
        """Whether there is something in common and nothing left over."""
        return bool(self.shared) and not self.left and not self.right


def overlap(left: Body, right: Body) -> Overlap:
    """Lay the words of two bodies' names beside each other."""
    kinds = ((left.concepts, right.concepts), (left.portfolios, right.portfolios))
    shared: set[str] = set()
    only_left: set[str] = set()
    only_right: set[str] = set()
    for one, other in kinds:
        shared |= one & other
        only_left |= one - other
        only_right |= other - one
    # A word may be known as a concept in one name and as a portfolio in the other: defence.
    both = only_left & only_right
    shared |= both
    own_shared, own_left, own_right = _own(left, right)
    return Overlap(
        tuple(sorted(shared)) + own_shared,
        own_shared,
        tuple(sorted(only_left - both)) + own_left,
        tuple(sorted(only_right - both)) + own_right,
    )


def _own(left: Body, right: Body) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    rest = list(right.own)
    shared, only = [], []
    for word in left.own:
        best = max(rest, key=lambda other: _alike(word, other), default=None)
        if best is not None and _alike(word, best) >= ENOUGH:
            shared.append(word)
            rest.remove(best)
        else:
            only.append(word)
    if shared:
        # DynCorp International, DynCorp; but not any committee and an international one.
        only = [word for word in only if word not in _LEFT_OUT]
        rest = [word for word in rest if word not in _LEFT_OUT]
    return tuple(shared), tuple(only), tuple(rest)


def _alike(left: str, right: str) -> float:
    if left.rstrip("s") == right.rstrip("s"):
        return 1.0
    if min(len(left), len(right)) < 3:
        return 0.0
    return alike(left, right)


_LEFT_OUT = frozenset(("international", "worldwide", "global"))
"""Words that companies add to their own name and reports leave out."""
ENOUGH = 0.8
"""Places and bodies' names are spelt more alike than persons' are."""
