"""How what a superior takes on from those under it is worded, and the shape in which it leaves."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from hearsay.outputs.picture.saying import Json, Saying, row_shape
from hearsay.outputs.wording import one_line
from hearsay.picture.takeon import MOST, TakenOn, TakeOn

TITLE = "Taken on from those under it"
WORKED_OUT = "worked out from what is said of others; no claim says it of this one itself"
MORE = f"more than {MOST} stand under it; only what those nearest to it have was worked out"


def taken_together(taken: TakeOn) -> list[tuple[TakenOn, ...]]:
    """What is taken on, each thing once with all units by which it is, the nearest first."""
    return [
        tuple(sorted(group, key=lambda one: len(one.path)))
        for _, group in groupby(taken.things, key=lambda one: (one.what, one.value, one.place))
    ]


def taken_words(together: Sequence[TakenOn], saying: Saying) -> str:
    """`area Hadra, by 3 Battalion (under 2 Brigade), 2015-01-01 to 2015-12-31, and by 2 others`."""
    first, *others = together
    lower, *between = first.path[:-1]
    by = saying.name(lower)
    if between:
        by += f" (under {', under '.join(saying.name(number) for number in between)})"
    words = f"{first.what} {one_line(first.value)}, by {by}, {_days(first)}"
    number = len({one.path[0] for one in others} - {lower})
    if number:
        words += f", and by {number} other{'' if number == 1 else 's'}"
    return words


def takeon_shape(taken: TakeOn, saying: Saying) -> Json:
    """What is taken on, with the units by which it is and the statements that it rests on."""
    return {
        "computed": True,
        "more": taken.more,
        "things": [
            {
                "what": one.what,
                "value": one.value,
                "place": None if one.place is None else saying.who_shape(one.place),
                "by": [saying.who_shape(number) for number in one.path[:-1]],
                "first": None if one.days is None else one.days[0],
                "last": None if one.days is None else one.days[1],
                "assumed": one.assumed,
                "rests_on": [row_shape(row) for row in one.rows],
            }
            for one in taken.things
        ],
    }


def _days(one: TakenOn) -> str:
    if one.days is None:
        known = "no day known on which both hold"
    else:
        first, last = one.days
        known = f"on {first}" if first == last else f"{first} to {last}"
    return f"{known}, assumed to go on" if one.assumed else known
