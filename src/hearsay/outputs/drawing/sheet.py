"""The sheet that is drawn on: words in lines that go down the page, and how far down it is."""

from __future__ import annotations

from collections.abc import Iterable

from hearsay.outputs.drawing.lettering import broken, safe
from hearsay.outputs.drawing.strokes import FAINT, INK

WIDTH = 640
"""Pixels: a narrow column of a page, and a sheet of paper."""
EDGE = 16
GIST, BIG, SMALL = 15, 13, 11
"""Sizes of letters."""


def at(number: float) -> str:
    """A place, to a tenth of a pixel."""
    return f"{number:.1f}".removesuffix(".0")


class Sheet:
    """A drawing as it grows from the top down."""

    def __init__(self) -> None:
        self.y = float(EDGE)
        self.body: list[str] = []

    def head(self, words: str) -> None:
        """The heading of a part."""
        self.y += 12
        self.write(EDGE, words, BIG, bold=True)

    def item(self, sign: str, words: str) -> None:
        """An entry with its sign before it."""
        start = self.y
        inset = EDGE + (34 if sign else 12)
        for line in broken(words, WIDTH - EDGE - inset, SMALL):
            self.write(inset, line, SMALL)
        if sign:
            self.body.append(
                self.text(EDGE, sign, SMALL, "ink", advance=False, y=start + SMALL, bold=True)
            )
        self.y += 2

    def small(self, sentences: Iterable[str]) -> None:
        """Sentences that only stand by."""
        for sentence in sentences:
            for line in broken(sentence, WIDTH - 2 * EDGE, SMALL):
                self.write(EDGE, line, SMALL, fill="faint")

    def write(
        self, x: float, words: str, size: int, *, bold: bool = False, fill: str = "ink"
    ) -> None:
        """A line of words, the next one below it."""
        self.body.append(self.text(x, words, size, fill, bold=bold))

    def text(
        self,
        x: float,
        words: str,
        size: int,
        fill: str,
        *,
        bold: bool = False,
        advance: bool = True,
        y: float = 0.0,
    ) -> str:
        """A line of words; one after the other goes down the page."""
        if advance:
            y = self.y + size
            self.y += size + 4
        weight = ' font-weight="bold"' if bold else ""
        colour = {"ink": INK, "faint": FAINT}[fill]
        return (
            f'<text class="hs-f-{fill}" x="{at(x)}" y="{at(y)}" fill="{colour}"'
            f' font-size="{size}"{weight}>{safe(words)}</text>'
        )
