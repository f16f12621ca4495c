"""Draws the chart of a force as SVG: what is above it, and below it one unit a row.

A line's style says how a unit is said to stand under another: firmly, hedged, unsure, or only
denied. The same chart gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterator

from hearsay.outputs.drawing.lettering import broken, cut, safe, width_of
from hearsay.outputs.drawing.sheet import BIG, EDGE, GIST, SMALL, WIDTH, Sheet, at
from hearsay.outputs.drawing.strokes import DENIAL, INK, LINE, PAPER, dark_style
from hearsay.outputs.picture.charting import (
    NOBODY,
    STANDINGS,
    command_words,
    link_words,
    weak_marks,
)
from hearsay.outputs.picture.saying import BY_MACHINE, Saying, denied_words, voices_words
from hearsay.picture.commanding import Command
from hearsay.picture.structure import Box, Chart, Superior

_STEP = 22
"""Pixels by which what stands under a unit is set in."""
_DEEPEST = 12
"""Steps after which nothing is set in further: the words need their room."""


def chart_svg(chart: Chart, saying: Saying, *, as_of: str | None) -> str:
    """The drawing of one chart, a whole SVG file."""
    return "\n".join(_Drawing(chart, saying, as_of).lines()) + "\n"


class _Drawing:
    """A chart as its drawing is made, from the top down."""

    def __init__(self, chart: Chart, saying: Saying, as_of: str | None) -> None:
        self._chart = chart
        self._saying = saying
        saying.tell_apart(chart.entities)
        self._as_of = as_of
        self._sheet = Sheet()

    def lines(self) -> Iterator[str]:
        """The lines of the file."""
        name = self._saying.name(self._chart.box.entity)
        when = f"as of {self._as_of}" if self._as_of else "as of all days together"
        for line in broken(name, WIDTH - 2 * EDGE, GIST, bold=True, most=3):
            self._sheet.write(EDGE, line, GIST, bold=True)
        self._sheet.write(EDGE, when, BIG, fill="faint")
        self._sheet.y += 8
        self._above()
        self._box(self._chart.box, 0, None)
        self._sheet.y += 8
        self._key()
        self._sheet.small([BY_MACHINE])
        height = round(self._sheet.y + EDGE)
        yield (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}"'
            f' width="{WIDTH}" height="{height}" role="img" aria-label="{safe(name)}"'
            " font-family=\"'DejaVu Sans', 'Segoe UI', Roboto, Arial, sans-serif\">"
        )
        yield f"<title>{safe(f'{name}, {when}')}</title>"
        yield f"<style>{dark_style()}</style>"
        yield f'<rect class="hs-f-paper" width="{WIDTH}" height="{height}" fill="{PAPER}"/>'
        yield from self._sheet.body
        yield "</svg>"

    def _above(self) -> None:
        for one in self._chart.above:
            self._superior(one, 0)
        if self._chart.disagreeing:
            names = " | ".join(map(self._saying.name, self._chart.disagreeing))
            self._sheet.item("≠", f"not at one on what it falls under: {names}")
        if self._chart.above:
            self._sheet.y += 6

    def _superior(self, one: Superior, depth: int) -> None:
        rows = self._saying.rows(one.edges)
        said = [row for row in rows if not row.denied]
        words = f"{self._saying.name(one.entity)}: {link_words(one.edges, rows)}"
        words += f", {voices_words(self._saying.voices(said))}" if said else ", only denied"
        self._sheet.item("↑" * min(depth + 1, 3), words)
        for over in one.above:
            self._superior(over, depth + 1)

    def _box(self, box: Box, depth: int, parent: tuple[float, float] | None) -> None:
        x = EDGE + min(depth, _DEEPEST) * _STEP
        top = self._sheet.y
        wide = WIDTH - EDGE - x
        name = cut(self._saying.name(box.entity), wide - 12, BIG, bold=True)
        middle = top + 10
        if parent is not None:
            self._sheet.body.append(self._link(box, parent, x, middle))
        boxed = min(wide, width_of(name, BIG, bold=True) + 12)
        self._sheet.body.append(
            f'<rect class="hs-f-paper hs-s-ink" x="{at(x)}" y="{at(top)}" width="{at(boxed)}"'
            f' height="20" rx="3" fill="{PAPER}" stroke="{INK}"/>'
        )
        self._sheet.body.append(
            self._sheet.text(x + 6, name, BIG, "ink", advance=False, y=top + 14.5, bold=True)
        )
        self._sheet.y = top + 23
        for words in self._beside(box):
            for line in broken(words, wide - 12, SMALL, most=3):
                self._sheet.write(x + 12, line, SMALL, fill="faint")
        self._sheet.y += 7
        for one in box.under:
            self._box(one, depth + 1, (x + 6, top + 20))

    def _link(self, box: Box, parent: tuple[float, float], x: float, y: float) -> str:
        rows = self._saying.rows(box.edges)
        said = [row for row in rows if not row.denied]
        marks = weak_marks(said)
        dashes = ' stroke-dasharray="6 3"' if marks else ""
        dashes = ' stroke-dasharray="2 3"' if "unsure" in marks else dashes
        colour, name = (DENIAL, "denial") if box.denied else (LINE, "line")
        return (
            f'<path class="hs-s-{name}" d="M{at(parent[0])} {at(parent[1])}V{at(y)}H{at(x)}"'
            f' stroke="{colour}" stroke-width="1.5" fill="none"{dashes}/>'
        )

    def _beside(self, box: Box) -> Iterator[str]:
        """What stands under the name of a unit: how it is said to belong there, who commands."""
        if box.edges:
            rows = self._saying.rows(box.edges)
            said = [row for row in rows if not row.denied]
            denials = [row for row in rows if row.denied]
            words = link_words(box.edges, rows)
            if said:
                words += f", {voices_words(self._saying.voices(said))}"
            if denials:
                words += f"; {denied_words(self._saying.voices(denials), only=not said)}"
            yield "; ".join([words, *weak_marks(said or denials)])
        if box.elsewhere:
            yield "what is under it stands at another place of this chart"
        elif not box.denied and not box.commands:
            yield NOBODY
        beside = {place for pair in box.rivals for place in pair}
        for place, command in enumerate(box.commands):
            yield ("≠ " if place in beside else "") + self._command(command)
        for gap in box.gaps:
            yield f"nobody is seen in command from {gap.first} to {gap.last}"
        if box.more:
            yield "… more than this chart shows"

    def _command(self, command: Command) -> str:
        post = command.post
        words = f"{self._saying.name(post.person)}: {command_words(post)}"
        if command.standing is not None:
            words += f", {STANDINGS[command.standing]}"
        if post.rows:
            words += f", {voices_words(self._saying.voices(post.rows))}"
        if post.denials:
            words += f"; {denied_words(self._saying.voices(post.denials), only=not post.rows)}"
        return "; ".join([words, *weak_marks(post.rows or post.denials)])

    def _key(self) -> None:
        self._sheet.small(
            [
                "Lines: whole, said; dashed, said with a hedge; dotted, the reader is unsure; "
                "orange, only denied. ≠: said of one time; nobody is said to be right or wrong.",
            ]
        )
