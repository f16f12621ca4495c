"""A finished sample: its bytes, and its visible words in the order of the page."""

from __future__ import annotations

from dataclasses import dataclass

from tools.samples.source import Block, Source


@dataclass(frozen=True, slots=True)
class Rendered:
    """One file of the sample with the words that a reader sees in it."""

    file: str
    content: bytes
    source: Source
    units: tuple[Block, ...]

    @property
    def visible(self) -> str:
        """Every visible word, white space made single."""
        return " ".join(unit.text for unit in self.units)

    @property
    def starts(self) -> tuple[int, ...]:
        """Where each unit begins in the visible words."""
        starts, at = [], 0
        for unit in self.units:
            starts.append(at)
            at += len(unit.text) + 1
        return tuple(starts)


def occurrence(visible: str, words: str, start: int) -> int:
    """Which occurrence of the words it is that begins at `start`, from 1."""
    count, at = 0, visible.find(words)
    while at != -1:
        count += 1
        if at == start:
            return count
        at = visible.find(words, at + 1)
    raise ValueError(f"{words!r} does not stand at {start}")
