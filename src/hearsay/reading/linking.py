"""Finds what holds between the mentions of a window: relations, roles in events, being the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import exp
from typing import get_args

import numpy as np
from numpy.typing import NDArray

from hearsay.reading.calibration import Calibration
from hearsay.reading.distances import alike_buckets, link_buckets
from hearsay.reading.labels import CHANNELS, EVENTS, FIRST_EVENT, LINKS, PRONOUNS, TRACKS
from hearsay.reading.network import Network, Scored
from hearsay.reading.pieces import Ints
from hearsay.reading.thresholds import Thresholds, log_odds
from hearsay.reading.windows import Window
from hearsay.vocabulary.readings import ArgumentRole, RelationType

REACH = 96
"""Pieces between two mentions, some three sentences, beyond which no link is looked for."""


@dataclass(frozen=True, slots=True, eq=False)
class Marked:
    """A span on one of the network's tracks: pieces [first, last] of its document.

    Each is only itself: links name the very marks that they run between.
    """

    track: int
    first: int
    last: int
    score: float


@dataclass(frozen=True, slots=True)
class Linked:
    """What holds from one marked span to another: which of `LINKS`."""

    link: int
    left: Marked
    right: Marked
    score: float


def linked(
    network: Network, scored: Scored, ids: Ints, window: Window, marks: Sequence[Marked]
) -> list[Linked]:
    """The links between the marks of one window; `ids` are the pieces of the whole document."""
    ends = [mark for mark in marks if mark.track in _ENDS]
    if len(ends) < 2:
        return []
    places = np.array([(m.first, m.last, m.track) for m in ends], np.int64)
    places[:, :2] -= window.start
    left, right = pairs_asked(places)
    if not len(left):
        return []
    distance = link_buckets(places[left, :2], places[right, :2])
    alike = alike_buckets(ids[window.start : window.end], places[left, :2], places[right, :2])
    logits = network.link(scored.hidden, places, left, right, distance, alike)
    allowed = ALLOWED[places[left, 2], places[right, 2]]
    rows, links = np.nonzero((logits > _least(network.thresholds)) & allowed)
    found = zip(
        links.tolist(),
        left[rows].tolist(),
        right[rows].tolist(),
        logits[rows, links].tolist(),
        strict=True,
    )
    return [
        Linked(link, ends[one], ends[other], _sure(network.calibration, LINKS[link], logit))
        for link, one, other, logit in found
    ]


def pairs_asked(places: Ints) -> tuple[Ints, Ints]:
    """Between which of the ends [ends, 3] links are looked for: those near enough, of kinds that
    may be linked."""
    apart = np.abs(places[:, None, 0] - places[None, :, 0])
    left, right = np.nonzero((apart <= REACH) & _MAY_LINK[places[:, 2]][:, places[:, 2]])
    return left, right


def _sure(calibration: Calibration, link: str, logit: float) -> float:
    score = 1 / (1 + exp(-logit))
    return calibration.of("relation", score) if link in _RELATIONS else score


@lru_cache(maxsize=8)
def _least(thresholds: Thresholds) -> NDArray[np.float64]:
    """[links]: the logit from which each link is believed."""
    families = [
        "refers" if link == "refers" else "role" if link in _ROLES else "relation" for link in LINKS
    ]
    return np.array([log_odds(getattr(thresholds, family)) for family in families])


def _kind(track: int) -> str:
    """The type of mention on a track, `event` for triggers, nothing for other tracks."""
    if track < len(CHANNELS):
        return CHANNELS[track][0]
    if track < FIRST_EVENT:
        return PRONOUNS[track - len(CHANNELS)]
    return "event" if track < FIRST_EVENT + len(EVENTS) else ""


_ACTORS = frozenset(("Person", "Organization", "Place", "Nationality"))
_SIDES: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    "has_rank": (frozenset(("Person",)), frozenset(("Rank",))),
    "has_role": (frozenset(("Person",)), frozenset(("Role",))),
    "is_posted": (frozenset(("Person",)), frozenset(("Organization", "Place"))),
    "located_in": (_ACTORS | {"Weapon", "Vehicle"}, frozenset(("Place", "Organization"))),
    "refers": (_ACTORS | {"Role"}, _ACTORS | {"Role"}),
    "weapon": (frozenset(("event",)), frozenset(("Weapon", "Vehicle"))),
    "instrument": (frozenset(("event",)), frozenset(("Weapon", "Vehicle", "Organization"))),
    "place": (frozenset(("event",)), frozenset(("Place", "Organization"))),
}
"""What may stand at the two ends of a link, where not as for the others of its family."""
_ROLES = frozenset(get_args(ArgumentRole))
_RELATIONS = frozenset(get_args(RelationType))


def _allowed() -> NDArray[np.bool_]:
    """[tracks, tracks, links]: whether a link may run from a track to another."""
    table = np.zeros((TRACKS, TRACKS, len(LINKS)), np.bool_)
    kinds = [_kind(track) for track in range(TRACKS)]
    things = _ACTORS | {"Weapon", "Vehicle"}
    for number, link in enumerate(LINKS):
        usual = (frozenset(("event",)), things) if link in _ROLES else (_ACTORS, _ACTORS)
        lefts, rights = _SIDES.get(link, usual)
        left = np.array([kind in lefts for kind in kinds])
        right = np.array([kind in rights for kind in kinds])
        table[:, :, number] = left[:, None] & right[None, :]
    return table


ALLOWED = _allowed()
"""[tracks, tracks, links]: whether a link may run from a track to another."""
_MAY_LINK: NDArray[np.bool_] = np.any(ALLOWED, axis=2)
_ENDS = frozenset(np.flatnonzero(np.any(_MAY_LINK | _MAY_LINK.T, axis=0)).tolist())
