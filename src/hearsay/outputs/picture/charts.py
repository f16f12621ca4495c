"""The chart of a force as JSON, in the shape that programs rely on (docs/reference/shapes)."""

from __future__ import annotations

from typing import Any

from hearsay.outputs.picture.saying import Saying, ordered, seen_shape
from hearsay.picture.commanding import Command
from hearsay.picture.structure import Box, Chart, Superior

Json = dict[str, Any]


def chart_shape(chart: Chart, saying: Saying, *, as_of: str | None) -> Json:
    """The object that `hearsay force --json` lists."""
    return {
        "as_of": as_of,
        "unit": saying.who_shape(chart.box.entity),
        "above": [_superior(one, saying) for one in chart.above],
        "disagreeing": [saying.entity(number).id for number in chart.disagreeing],
        "chart": _box(chart.box, saying),
        "left_out": chart.left_out,
    }


def _superior(one: Superior, saying: Saying) -> Json:
    return {
        "unit": saying.who_shape(one.entity),
        "kinds": sorted({edge.kind for edge in one.edges}),
        "denied": one.denied,
        **saying.said_shape(saying.rows(one.edges)),
        "above": [_superior(over, saying) for over in one.above],
    }


def _box(box: Box, saying: Saying) -> Json:
    return {
        "unit": saying.who_shape(box.entity),
        "kinds": sorted({edge.kind for edge in box.edges}),
        "denied": box.denied,
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
        "ranks": list(post.ranks),
        "standing": command.standing,
        "seen": seen_shape(post.seen),
        "unsure": post.unsure,
        **saying.said_shape(ordered((*post.rows, *post.denials))),
    }
