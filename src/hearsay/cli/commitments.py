"""How commitments look in the terminal: whose word, what, until when, and what bears on it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hearsay.cli.branches import fitting, set_in
from hearsay.cli.listing import SHORT_ID
from hearsay.cli.said import foot, marked, row_lines, speakers_words
from hearsay.cli.wrapping import BOLD, DIM, PLAIN, WARNING, Piece
from hearsay.outputs.picture.commitments import (
    VERBS,
    addressee_of,
    bearing_words,
    party_of,
    standing_words,
)
from hearsay.outputs.picture.saying import Saying, voices_words
from hearsay.outputs.wording import one_line, quoted
from hearsay.picture.commitments import Echo, Given

_FEW = 5
"""Claims that bear on one commitment and are shown, where not all are asked for; those that say
whether it was kept are all shown."""


def commitment_blocks(
    listed: Sequence[Given], saying: Saying, *, width: int, every: bool
) -> Iterator[list[str]]:
    """Each commitment in a block, then who has read it."""
    wide = fitting(width)
    for at, given in enumerate(listed):
        yield [*([""] if at else []), *_block(given, saying, wide, every)]
    if listed:
        yield list(foot((row for given in listed for row in given.rows), wide))


def _block(given: Given, saying: Saying, width: int, every: bool) -> Iterator[str]:
    to = f" to {one_line(addressee_of(given))}" if addressee_of(given) else ""
    head: list[Piece] = [
        (f"{party_of(given, saying)} {VERBS[given.kind]}{to}: ", BOLD),
        (quoted(given.fullest.own), PLAIN),
        *marked(["unsure"] if given.unsure else []),
    ]
    yield from set_in(head, width, "", "  ")
    about: list[Piece] = [(voices_words(saying.voices(given.rows)), DIM)]
    if given.condition:
        about.append((f" · on the condition “{one_line(given.condition)}”", PLAIN))
    if given.due is not None:
        day, words = given.due
        about.append((f" · “{words}”, by {day} counted from its first report", PLAIN))
    if given.others:
        names = "; ".join(map(one_line, given.others[:4]))
        about.append((f" · reports also give it as the word of {names}", WARNING))
    yield from set_in(about, width, "  ", "    ")
    standing = standing_words(given.kind, given.standing)
    look = PLAIN if given.standing == "open" else WARNING
    yield from set_in([(standing, look)], width, "  ", "    ")
    yield from row_lines(given.rows, width, "    ", every=every)
    yield from _echoes(given, width, every)


def _echoes(given: Given, width: int, every: bool) -> Iterator[str]:
    telling = [one for one in given.echoes if one.bearing in ("kept", "broken")]
    others = [one for one in given.echoes if one.bearing not in ("kept", "broken")]
    shown = [*telling, *(others if every else others[:_FEW])]
    if shown:
        yield from set_in([("Later claims that bear on it", DIM)], width, "    ")
    for echo in shown:
        yield from set_in(_echo(echo, given.kind), width, "      ", "        ")
    if len(given.echoes) > len(shown):
        more = f"and {len(given.echoes) - len(shown):,} more (--all)"
        yield from set_in([(more, DIM)], width, "      ")


def _echo(echo: Echo, kind: str) -> list[Piece]:
    claim = echo.claim
    who = speakers_words(claim.speakers, claim.address)
    return [
        (f"{claim.id[:SHORT_ID]} ", DIM),
        (bearing_words(echo, kind), PLAIN),
        (f" · {who} · {claim.published or 'no date'} · {claim.place}", DIM),
        (f" · {quoted(claim.words, 110)}", PLAIN),
    ]
