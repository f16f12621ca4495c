"""How attributions are marked in a text: `[the mayor]¹ ‹said›¹ {that …}¹`, nested ones inside.

The marks are read without colours; where a terminal has them, all that belongs to one
attribution has the same one, sources are bold and cues underlined.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from hearsay.cli.wrapping import PLAIN, Piece, Style
from hearsay.vocabulary.readings import Attribution
from hearsay.vocabulary.spans import Span

Part = Literal["content", "source", "cue"]

SIGNS: dict[Part, tuple[str, str]] = {
    "content": ("{", "}"),
    "source": ("[", "]"),
    "cue": ("‹", "›"),
}
_ORDER: tuple[Part, ...] = tuple(SIGNS)
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
# No yellow, which warns, and no dark blue, which cannot be read on black.
_COLOURS = ("cyan", "green", "magenta", "bright_blue")

LEGEND = "[source]¹ ‹cue›¹ {content}¹"


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of text that is a part of one attribution, or the same part of several."""

    span: Span
    part: Part
    numbers: tuple[int, ...]

    @property
    def colour(self) -> str:
        """The colour of the first attribution it belongs to."""
        return colour(self.numbers[0])

    def opening(self) -> Piece:
        """The sign before its words."""
        return SIGNS[self.part][0], Style(fg=self.colour)

    def closing(self) -> Piece:
        """The sign after its words, with its number."""
        raised_numbers = "·".join(map(raised, self.numbers))
        return SIGNS[self.part][1] + raised_numbers, Style(fg=self.colour)


def raised(number: int) -> str:
    """A number as it stands at a mark (`¹²`)."""
    return str(number).translate(_RAISED)


def colour(number: int) -> str:
    """The colour of the attribution with this number."""
    return _COLOURS[(number - 1) % len(_COLOURS)]


def numbered(attributions: Sequence[Attribution]) -> dict[int, Attribution]:
    """Attributions by number, from 1: in reading order, outer ones before those inside them."""
    around = {a.id: a.within for a in attributions}

    def depth(attribution: Attribution) -> int:
        found, at = 0, attribution.within
        while at is not None and found < len(around):
            found, at = found + 1, around.get(at)
        return found

    def place(attribution: Attribution) -> tuple[int, int, int]:
        # "[Moss]¹·² ‹said›¹ … and ‹wrote›²": those of one source go by their cues.
        spans = parts_of(attribution)
        start = min(s.start for s in spans)
        return start, depth(attribution), min((s.start for s in attribution.cue), default=start)

    there = [a for a in attributions if parts_of(a)]
    return dict(enumerate(sorted(there, key=place), start=1))


def parts_of(attribution: Attribution) -> tuple[Span, ...]:
    """All stretches of text that an attribution consists of."""
    return (*attribution.source, *attribution.cue, *attribution.content)


def marks_within(passage: Span, by_number: dict[int, Attribution], text: str) -> list[Mark]:
    """The marks that a passage bears: its attributions' parts, cut off at its ends."""
    found: dict[tuple[Span, Part], list[int]] = defaultdict(list)
    for number, attribution in by_number.items():
        for part, span in _parts(attribution):
            if span.meets(passage):
                cut = Span(max(span.start, passage.start), min(span.end, passage.end))
                if len(cut := _closed_up(cut, text)):
                    found[cut, part].append(number)
    return [Mark(span, part, tuple(numbers)) for (span, part), numbers in found.items()]


def marked(passage: Span, text: str, marks: Sequence[Mark], base: Style = PLAIN) -> list[Piece]:
    """The words of a passage with its marks, in reading order."""
    outer_first = sorted(
        marks, key=lambda m: (m.span.start, -m.span.end, _ORDER.index(m.part), m.numbers)
    )
    edges = {passage.start, passage.end}
    edges.update(edge for m in marks for edge in (m.span.start, m.span.end))
    places = sorted(edges)
    pieces: list[Piece] = []
    for start, end in zip(places, [*places[1:], passage.end], strict=True):
        pieces += [m.closing() for m in reversed(outer_first) if m.span.end == start]
        pieces += [m.opening() for m in outer_first if m.span.start == start]
        if start < end:
            pieces.append((text[start:end], _style(Span(start, end), outer_first, base)))
    return pieces


def _parts(attribution: Attribution) -> Iterator[tuple[Part, Span]]:
    yield from (("content", span) for span in attribution.content)
    yield from (("source", span) for span in attribution.source)
    yield from (("cue", span) for span in attribution.cue)


def _style(here: Span, outer_first: Sequence[Mark], base: Style) -> Style:
    """How the words between two marks look: as the innermost source or cue around them."""
    inner = [m for m in outer_first if m.part != "content" and m.span.covers(here)]
    if not inner:
        return base
    bold = base.bold or inner[-1].part == "source"
    return Style(fg=inner[-1].colour, bold=bold, underline=inner[-1].part == "cue")


def _closed_up(span: Span, text: str) -> Span:
    """The span without white space at its ends."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.start + len(words.rstrip())))
