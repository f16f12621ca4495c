"""How conflicts look in the terminal: the reason in one sentence, then each side and its claims."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hearsay.cli.branches import fitting, set_in
from hearsay.cli.said import marked, said_pieces
from hearsay.cli.wrapping import BOLD, DIM, MARKED, PLAIN, WARNING, Piece
from hearsay.outputs.picture.conflicts import ruling_words
from hearsay.outputs.picture.saying import BY_MACHINE
from hearsay.outputs.wording import one_line, quoted
from hearsay.picture.conflict import Conflict, SideOf

NAMES = {
    "denial": "Said and denied",
    "commanders": "Two in one post",
    "arms": "Arm of two bodies",
    "numbers": "Numbers at odds",
    "days": "Days at odds",
    "values": "Accounts at odds",
}
RULE = "Decide one with: hearsay rule ID SIDE, or both, neither or unknown in place of a side."
_FEW = 3
"""Claims of one side that are shown, where not all are asked for."""


def conflict_blocks(listed: Sequence[Conflict], *, width: int, every: bool) -> Iterator[list[str]]:
    """Each conflict in a block, that on which most hangs first."""
    wide = fitting(width)
    for at, one in enumerate(listed):
        yield [*([""] if at else []), *_block(one, wide, every)]
    if listed:
        yield ["", *set_in([(BY_MACHINE, DIM)], wide), *set_in([(RULE, DIM)], wide)]


def _block(one: Conflict, width: int, every: bool) -> Iterator[str]:
    head: list[Piece] = [
        (f"≠ {NAMES[one.kind]}: ", WARNING),
        (quoted(one.about) if one.kind == "denial" else one_line(one.about), BOLD),
        (f" · {one.id}", DIM),
        *marked(["unsure"] if one.unsure else []),
    ]
    yield from set_in(head, width, "", "  ")
    yield from set_in([(one.reason, PLAIN)], width, "  ")
    if one.decided is not None:
        yield from set_in([(ruling_words(one.decided, one), MARKED)], width, "  ", "    ")
    for number, side in enumerate(one.sides, 1):
        yield from _side(number, side, width, every)


def _side(number: int, side: SideOf, width: int, every: bool) -> Iterator[str]:
    pieces = [(f"side {number} · ", DIM), (one_line(side.words), BOLD)]
    yield from set_in(pieces, width, "  ", "    ")
    shown = side.said if every else side.said[:_FEW]
    for one in shown:
        yield from set_in(said_pieces(one), width, "    ", "      ")
    if len(side.said) > len(shown):
        more = f"and {len(side.said) - len(shown):,} more that say so (--all)"
        yield from set_in([(more, DIM)], width, "    ")
