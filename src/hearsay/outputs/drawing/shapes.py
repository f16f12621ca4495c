"""The shapes of nodes: a dot for a telling, a diamond for a root, a square for a denial."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from hearsay.outputs.drawing.strokes import DENIAL, INK, PAPER


@dataclass(frozen=True, slots=True)
class Look:
    """What of a node is to be seen."""

    number: int | None = None
    """Of the origin that it is."""
    unproven: bool = False
    """Whether it is a root that does not show where it has it."""
    by_name: bool = False
    """Whether it is known by name only."""
    denies: bool = False
    several: bool = False
    """Whether it stands for several tellings."""


def key_of(
    *, by_name: bool, proven: bool, unproven: bool, denied: bool
) -> Iterator[tuple[Look, str]]:
    """The shapes that a drawing has, with what they mean."""
    if proven:
        yield Look(number=1), "an origin"
    if unproven:
        yield Look(unproven=True), "does not show where it has it"
    yield Look(), "a telling"
    if by_name:
        yield Look(by_name=True), "known by name only"
    if denied:
        yield Look(denies=True), "a denial"


def node_shape(x: float, y: float, look: Look) -> Iterator[str]:
    """The shape of a node about its middle."""
    dashes = ' stroke-dasharray="2.5 1.5"' if look.by_name else ""
    if look.number is not None or look.unproven:
        hollow = look.by_name or look.unproven
        yield _diamond(x, y, hollow, dashes)
        fill, name = (INK, "ink") if hollow else (PAPER, "paper")
        sign = "?" if look.number is None else str(look.number)
        yield (
            f'<text class="hs-f-{name}" x="{x:.1f}" y="{y + 3.5:.1f}" fill="{fill}" font-size="10"'
            f' font-weight="bold" text-anchor="middle">{sign}</text>'
        )
        return
    if look.denies and not look.by_name:
        yield (
            f'<rect class="hs-f-denial" x="{x - 5:.1f}" y="{y - 5:.1f}" width="10" height="10"'
            f' fill="{DENIAL}"/>'
        )
        return
    if look.several:
        for shift in (4, 2):
            yield _circle(x + shift, y - shift, hollow=True)
    yield _circle(x, y, hollow=look.by_name, dashes=dashes)


def _diamond(x: float, y: float, hollow: bool, dashes: str) -> str:
    fill, name = (PAPER, "paper") if hollow else (INK, "ink")
    return (
        f'<path class="hs-f-{name} hs-s-ink" d="M{x:.1f} {y - 10:.1f}l10 10-10 10-10-10z"'
        f' fill="{fill}" stroke="{INK}" stroke-width="1.5"{dashes}/>'
    )


def _circle(x: float, y: float, *, hollow: bool, dashes: str = "") -> str:
    fill, name = (PAPER, "paper") if hollow else (INK, "ink")
    return (
        f'<circle class="hs-f-{name} hs-s-ink" cx="{x:.1f}" cy="{y:.1f}" r="5"'
        f' fill="{fill}" stroke="{INK}" stroke-width="1.5"{dashes}/>'
    )
