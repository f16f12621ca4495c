"""Draws the links: a trunk down from each node that is retold, a bend to each that retells it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from hearsay.outputs.drawing.lanes import Arc
from hearsay.outputs.drawing.sheet import at
from hearsay.outputs.drawing.strokes import LINE, PAPER, Stroke, stroke_of

_BEND = 11
"""Pixels: how round the bends are."""


def links_drawn(arcs: Sequence[Arc], places: Sequence[tuple[float, float]]) -> Iterator[str]:
    """A trunk down from each that is retold, and from it a bend to each that retells it."""
    from_here: dict[int, list[Arc]] = defaultdict(list)
    for arc in arcs:
        from_here[arc.earlier].append(arc)
    for earlier, down_here in sorted(from_here.items()):
        x, y = places[earlier]
        down = max(places[arc.later][1] - _bend(places, arc) - _lift(arc) for arc in down_here)
        strokes = {stroke_of(arc.link).name for arc in down_here}
        look = drawn(stroke_of(down_here[0].link)) if len(strokes) == 1 else _PLAIN
        yield f'<path {look} d="M{at(x)} {at(y)}V{at(down)}"/>'
    # Further sources lie below: the line that a telling's place goes by is whole.
    for arc in sorted(arcs, key=lambda arc: arc.placing):
        x, _ = places[arc.earlier]
        to, y = places[arc.later]
        y -= _lift(arc)
        bend = _bend(places, arc)
        side = 1 if to > x else -1
        turned = x + side * bend
        if abs(to - turned) > 1:
            yield (
                f'<path class="hs-s-paper" d="M{at(turned)} {at(y)}H{at(to)}"'
                f' stroke="{PAPER}" stroke-width="6" fill="none"/>'
            )
        yield (
            f"<path {drawn(stroke_of(arc.link))}"
            f' d="M{at(x)} {at(y - bend)}Q{at(x)} {at(y)} {at(turned)} {at(y)}'
            f'H{at(to)}"/>'
        )


_PLAIN = f'class="hs-s-line" stroke="{LINE}" stroke-width="1.5" fill="none"'


def drawn(stroke: Stroke) -> str:
    """The attributes of a line of this style."""
    dashes = f' stroke-dasharray="{stroke.dashes}"' if stroke.dashes else ""
    return (
        f'class="hs-s-{stroke.name}" stroke="{stroke.light}" stroke-width="{stroke.wide}"'
        f'{dashes} fill="none"'
    )


def _bend(places: Sequence[tuple[float, float]], arc: Arc) -> float:
    (x, y), (to, down) = places[arc.earlier], places[arc.later]
    return min(_BEND, abs(to - x), down - _lift(arc) - y)


def _lift(arc: Arc) -> float:
    """A further source comes in above the first one, so that both lines are seen."""
    return 0.0 if arc.placing else 4.0
