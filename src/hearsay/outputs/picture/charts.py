"""The chart of a force as JSON, in the shape that programs rely on (docs/reference/shapes)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from hearsay.outputs.picture.conflicts import rulings_shape
from hearsay.outputs.picture.saying import Saying, ordered, seen_shape
from hearsay.outputs.picture.takeon import takeon_shape
from hearsay.picture.commanding import Command
from hearsay.picture.conflict import Conflict
from hearsay.picture.structure import Box, Chart, Superior
from hearsay.picture.takeon import NOTHING, TakeOn

Json = dict[str, Any]


def chart_shape(
    chart: Chart,
    saying: Saying,
    *,
    as_of: str | None,
    taken: TakeOn = NOTHING,
    ruled: Sequence[Conflict] = (),
) -> Json:
    """The object that `hearsay force --json` lists; `taken` is what the unit takes on, `ruled` the
    conflicts of the case on which people have ruled."""
    shape = {
        "as_of": as_of,
        "unit": saying.who_shape(chart.box.entity),
        "above": [_superior(one, saying) for one in chart.above],
        "disagreeing": [saying.entity(number).id for number in chart.disagreeing],
        "chart": _box(chart.box, saying),
        "left_out": chart.left_out,
        "taken_on": takeon_shape(taken, saying),
    }
    return {**shape, "rulings": rulings_shape(ruled, _claims_in(shape))}


def _claims_in(shape: Any) -> Iterator[str]:
    """The claims that a shape names, wherever in it."""
    if isinstance(shape, dict):
        if isinstance(shape.get("claim"), str):
            yield shape["claim"]
        for inner in shape.values():
            yield from _claims_in(inner)
    elif isinstance(shape, list):
        for inner in shape:
            yield from _claims_in(inner)


def _superior(one: Superior, saying: Saying) -> Json:
    return {
        "unit": saying.who_shape(one.entity),
        "kinds": sorted({edge.kind for edge in one.edges}),
        "denied": one.denied,
        "assumed": one.assumed,
        **saying.said_shape(saying.rows(one.edges)),
        "above": [_superior(over, saying) for over in one.above],
    }


def _box(box: Box, saying: Saying) -> Json:
    return {
        "unit": saying.who_shape(box.entity),
        "kinds": sorted({edge.kind for edge in box.edges}),
        "denied": box.denied,
        "assumed": box.assumed,
        "elsewhere": box.elsewhere,
        **saying.said_shape(saying.rows(box.edges)),
        "commands": [_command(one, saying) for one in box.commands],
        "rivals": [list(pair) for pair in box.rivals],
        "gaps": [{"first": one.first, "last": one.last} for one in box.gaps],
        "under": [_box(one, saying) for one in box.under],
        "more": box.more,
    }


def _command(command: Command, saying: Saying) -> Json:
    post = command.post
    return {
        "person": saying.who_shape(post.person),
        "role": post.role,
        "titles": list(post.titles),
        "ranks": list(post.ranks),
        "standing": command.standing,
        "seen": seen_shape(post.seen),
        "unsure": post.unsure,
        **saying.said_shape(ordered((*post.rows, *post.denials))),
    }
