"""How conflicts look in the terminal: the reason in one sentence, then each side and its claims."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hearsay.cli.branches import fitting, set_in
from hearsay.cli.listing import SHORT_ID
from hearsay.cli.said import marked
from hearsay.cli.wrapping import BOLD, DIM, PLAIN, WARNING, Piece
from hearsay.outputs.picture.saying import BY_MACHINE
from hearsay.outputs.wording import one_line, quoted
from hearsay.picture.conflict import Conflict, Said, SideOf
from hearsay.vocabulary.readings import UNSURE

NAMES = {
    "denial": "Said and denied",
    "commanders": "Two in one post",
    "arms": "Arm of two bodies",
    "numbers": "Numbers at odds",
    "days": "Days at odds",
    "values": "Accounts at odds",
}
_FEW = 3
"""Claims of one side that are shown, where not all are asked for."""


def conflict_blocks(listed: Sequence[Conflict], *, width: int, every: bool) -> Iterator[list[str]]:
    """Each conflict in a block, that on which most hangs first."""
    wide = fitting(width)
    for at, one in enumerate(listed):
        yield [*([""] if at else []), *_block(one, wide, every)]
    if listed:
        yield ["", *set_in([(BY_MACHINE, DIM)], wide)]


def _block(one: Conflict, width: int, every: bool) -> Iterator[str]:
    head: list[Piece] = [
        (f"≠ {NAMES[one.kind]}: ", WARNING),
        (quoted(one.about) if one.kind == "denial" else one_line(one.about), BOLD),
        (f" · {one.id}", DIM),
        *marked(["unsure"] if one.unsure else []),
    ]
    yield from set_in(head, width, "", "  ")
    yield from set_in([(one.reason, PLAIN)], width, "  ")
    for side in one.sides:
        yield from _side(side, width, every)


def _side(side: SideOf, width: int, every: bool) -> Iterator[str]:
    yield from set_in([(one_line(side.words), BOLD)], width, "  ", "    ")
    shown = side.said if every else side.said[:_FEW]
    for one in shown:
        yield from set_in(_said(one), width, "    ", "      ")
    if len(side.said) > len(shown):
        more = f"and {len(side.said) - len(shown):,} more that say so (--all)"
        yield from set_in([(more, DIM)], width, "    ")


def _said(one: Said) -> list[Piece]:
    who = " › ".join(map(one_line, one.speakers))
    return [
        (f"{one.claim[:SHORT_ID]} ", DIM),
        (f"{who} · {one.published or 'no date'} · {one.place}", PLAIN),
        *marked(["unsure"] if one.score < UNSURE else []),
        (f" · {quoted(one.words, 110)}", DIM),
    ]
