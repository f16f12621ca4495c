"""Long documents cut into overlapping windows for the encoder, at passage or sentence ends.

A window holds at most `WINDOW` pieces beside the two marks at its ends. Each piece is *owned* by
exactly one window, the one in which it has the more context; what is read of it elsewhere is left.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hearsay.reading.pieces import Pieces

WINDOW = 254
"""Pieces in a window: 256 with the marks at its ends."""
OVERLAP = 40
"""At most this many pieces are read again as context, a sentence or so, where a passage is cut."""
_SLACK = 72
"""How many pieces before a full window's end a passage or sentence end is looked for."""
_STOPS = np.array([1012, 1029, 999])  # the vocabulary's ".", "?" and "!"


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces [start, end) of a document, of which this window owns [own_start, own_end)."""

    start: int
    end: int
    own_start: int
    own_end: int


def windows_of(pieces: Pieces, *, first: int = WINDOW) -> list[Window]:
    """Windows that cover all pieces; `first` caps the first one, which shifts every cut."""
    total = len(pieces)
    breaks = _breaks(pieces)
    bounds: list[tuple[int, int]] = []
    start, room = 0, first
    while start < total:
        end = _end(start, room, total, breaks)
        bounds.append((start, end))
        if end == total:
            break
        start, room = _restart(start, end, breaks), WINDOW
    return _owned(bounds)


def _breaks(pieces: Pieces) -> NDArray[np.int8]:
    """For each piece 2 where a passage begins with it, 1 where a sentence does, else 0."""
    breaks = np.zeros(len(pieces) + 1, np.int8)
    after_stop = np.isin(pieces.ids[:-1], _STOPS) & np.isin(pieces.layouts[1:] % 4, (1, 2))
    breaks[1:-1][after_stop] = 1
    breaks[:-1][pieces.layouts % 4 == 3] = 2
    return breaks


def _end(start: int, room: int, total: int, breaks: NDArray[np.int8]) -> int:
    full = start + room
    if full >= total:
        return total
    earliest = max(start + room // 2, full - _SLACK)
    for strength in (2, 1):
        found = np.flatnonzero(breaks[earliest : full + 1] >= strength)
        if len(found):
            return earliest + int(found[-1])
    return full


def _restart(start: int, end: int, breaks: NDArray[np.int8]) -> int:
    """Where the next window begins: a sentence begin within the overlap, else all of it.

    What ends with its passage needs nothing read again.
    """
    if breaks[end] == 2:
        return end
    earliest = max(start + 1, end - OVERLAP)
    found = np.flatnonzero(breaks[earliest:end] >= 1)
    return earliest + int(found[0]) if len(found) else earliest


def _owned(bounds: list[tuple[int, int]]) -> list[Window]:
    windows = []
    own_start = 0
    for number, (start, end) in enumerate(bounds):
        last = number + 1 == len(bounds)
        own_end = end if last else (bounds[number + 1][0] + end + 1) // 2
        windows.append(Window(start, end, own_start, own_end))
        own_start = own_end
    return windows
