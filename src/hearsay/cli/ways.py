"""How the ways between two look in the terminal: each in one line, then step by step."""

from __future__ import annotations

from collections.abc import Iterator

from hearsay.cli.branches import fitting, set_in
from hearsay.cli.printing import count
from hearsay.cli.said import foot, marked, row_lines
from hearsay.cli.wrapping import BOLD, DIM, PLAIN, WARNING, Piece
from hearsay.outputs.picture.saying import Saying, denied_words, seen_words, voices_words
from hearsay.outputs.picture.ways import Shown, arrows, edge_words, shown, weakest, weakness
from hearsay.picture.index import StatementRow
from hearsay.picture.paths import Ways


def way_blocks(
    ways: Ways, saying: Saying, *, as_of: str | None, width: int, every: bool
) -> Iterator[list[str]]:
    """The ways one after the other, then what the search left out and who has read it."""
    width = fitting(width)
    rows: list[StatementRow] = []
    saying.tell_apart(n for way in ways.ways for step in way for n in (step.start, step.end))
    if ways.ways:
        yield list(_heading(ways, as_of, width))
    for number, way in enumerate(ways.ways, 1):
        steps = shown(way, saying)
        rows += [row for step in steps for row in step.rows]
        yield ["", *_way(number, steps, saying, width, every=every)]
    if ways.hubs:
        names = ", ".join(map(saying.name, ways.hubs))
        words = f"Nothing was searched beyond these, as too much meets there: {names}."
        yield ["", *set_in([(words, WARNING)], width)]
    if rows:
        yield list(foot(rows, width))


def _heading(ways: Ways, as_of: str | None, width: int) -> Iterator[str]:
    number = len(ways.ways)
    steps = count(len(ways.ways[0]), "step")
    words = f"{count(number, 'way')} of {steps}, the shortest that claims make"
    if ways.more:
        words = f"the first {words}; there are more"
    if as_of:
        words += f", as of {as_of}"
    yield from set_in([(words, DIM)], width)
    if ways.unsure:
        unsure = (
            "Each takes a step of which the reader is unsure; without such steps there is no way."
        )
        yield from set_in([(unsure, WARNING)], width)


def _way(
    number: int, steps: tuple[Shown, ...], saying: Saying, width: int, *, every: bool
) -> Iterator[str]:
    yield from set_in([(f"{number}. ", DIM), (arrows(steps, saying), BOLD)], width, "", "   ")
    least = weakest(steps)
    for at, step in enumerate(steps):
        said = [row for row in step.rows if not row.denied]
        denials = [row for row in step.rows if row.denied]
        words = "; ".join(edge_words(edge, saying) for edge in step.edges)
        pieces: list[Piece] = [(f"{at + 1}) ", DIM), (words, PLAIN)]
        pieces += [(f" · {seen_words(step.seen)} · ", DIM)]
        pieces.append((voices_words(saying.voices(said)), PLAIN))
        if denials:
            pieces += [(" · ", DIM), (denied_words(saying.voices(denials), only=False), WARNING)]
        pieces += marked(step.marks)
        yield from set_in(pieces, width, "   ", "      ")
        yield from row_lines(step.rows, width, "      ", every=every)
    if least:
        named = " and ".join(str(at + 1) for at in least)
        which = f"step{'' if len(least) == 1 else 's'} {named}"
        words = f"Weakest: {which} ({weakness(steps[least[0]])})"
        yield from set_in([(words, WARNING)], width, "   ")
