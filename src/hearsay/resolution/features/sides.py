"""What features of bodies ask of a pair: its two bodies, what is named, what they share."""

from __future__ import annotations

from hearsay.resolution.bodies import Body, Formation
from hearsay.resolution.overlaps import Overlap
from hearsay.resolution.pairs import Pair


def bodies_of(pair: Pair) -> tuple[Body, Body]:
    """Both bodies, the left one first."""
    assert pair.left.body is not None
    assert pair.right.body is not None
    return pair.left.body, pair.right.body


def overlap_of(pair: Pair) -> Overlap:
    """Which of their words mean the same."""
    assert pair.overlap is not None
    return pair.overlap


def mains_of(pair: Pair) -> tuple[Formation | None, Formation | None]:
    """What each names, and not what stands above it."""
    left, right = bodies_of(pair)
    return left.main, right.main


def both_numbered(pair: Pair) -> bool:
    """Whether each has a formation with a number."""
    return all(any(f.number is not None for f in b.formations) for b in bodies_of(pair))


def called(formation: Formation) -> str:
    """`brigade 5`."""
    number = "" if formation.number is None else f" {formation.number}"
    return f"{formation.echelon or 'number'}{number}"


def said(words: frozenset[str]) -> str:
    """Words as a reason lists them."""
    return ", ".join(sorted(words))
