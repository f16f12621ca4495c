"""How statements look in the terminal: the claims behind a line, each with where it stands."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence

from hearsay.cli.branches import set_in
from hearsay.cli.listing import SHORT_ID
from hearsay.cli.wrapping import BOLD, DIM, MARKED, PLAIN, WARNING, Piece
from hearsay.outputs.picture.conflicts import rulings_on
from hearsay.outputs.picture.saying import BY_MACHINE, HOME, excerpt, from_table, marks_of, said_by
from hearsay.outputs.wording import one_line, quoted
from hearsay.picture.conflict import Conflict, Said
from hearsay.picture.index import StatementRow
from hearsay.reading.claims import UNKNOWN_OUTLET
from hearsay.vocabulary.readings import UNSURE

FEW = 2
"""Claims that are shown behind one line, where not all are asked for; denials are all shown."""
_WORDS, _SAID = 90, 110
"""Letters of a statement's words, and of a claim's, that are shown."""


def row_lines(
    rows: Sequence[StatementRow], width: int, margin: str = "", *, every: bool = False
) -> Iterator[str]:
    """The claims that say something, one below the other, and how many more there are."""
    said = _once(row for row in rows if not row.denied)
    denials = _once(row for row in rows if row.denied)
    shown = said if every else said[:FEW]
    for row in (*shown, *denials):
        yield from set_in(_row(row), width, margin, margin + "  ")
    if len(said) > len(shown):
        left = f"and {len(said) - len(shown):,} more that say so (--all)"
        yield from set_in([(left, DIM)], width, margin, margin)


def id_of(row: StatementRow) -> str:
    """By what a person asks for a line: the first digits of its claim, or its place."""
    return row.claim[:SHORT_ID] if row.claim else row.id


def marked(words: Iterable[str]) -> list[Piece]:
    """What weakens a line, each in the colour of what must not be missed."""
    return [piece for word in words for piece in ((" · ", DIM), (word, WARNING))]


def said_pieces(one: Said) -> list[Piece]:
    """A claim of one side of a conflict: its id, who says so, when, where, its words."""
    who = speakers_words(one.speakers, one.address)
    return [
        (f"{one.claim[:SHORT_ID]} ", DIM),
        (f"{who} · {one.published or 'no date'} · {one.place}", PLAIN),
        *marked(["unsure"] if one.score < UNSURE else []),
        (f" · {quoted(one.words, _SAID)}", DIM),
    ]


def speakers_words(speakers: Sequence[str], address: str) -> str:
    """`Gazette › inspector general`; the file's name where nobody has said whose it is."""
    outlet, *others = speakers
    if outlet == UNKNOWN_OUTLET:
        outlet = f"({os.path.basename(address) or outlet})"
    return " › ".join(map(one_line, (outlet, *others)))


def ruling_lines(
    ruled: Iterable[Conflict], rows: Iterable[StatementRow], width: int, margin: str
) -> Iterator[str]:
    """What people ruled of conflicts that these claims stand in."""
    for words in rulings_on(ruled, (row.claim for row in rows)):
        yield from set_in([("≠ ", WARNING), (words, MARKED)], width, margin, margin + "  ")


def foot(rows: Iterable[StatementRow], width: int) -> Iterator[str]:
    """Who has read what is shown, a machine unless it stands in tables; and how to check it."""
    shown = list(rows)
    if not shown:
        return
    yield ""
    if any(not from_table(row) for row in shown):
        yield from set_in([(BY_MACHINE, DIM)], width)
    yield from set_in([(HOME, DIM)], width)


def heading(name: str, about: Iterable[str], width: int) -> Iterator[str]:
    """What a page is about, with what stands by."""
    pieces: list[Piece] = [(name, BOLD)]
    for one in about:
        pieces += [(" · ", DIM), (one, DIM)]
    yield from set_in(pieces, width)


def _once(rows: Iterable[StatementRow]) -> list[StatementRow]:
    """Each claim once: one sentence may state a thing in two ways."""
    return list({id_of(row): row for row in reversed(list(rows))}.values())[::-1]


def _row(row: StatementRow) -> list[Piece]:
    where = [row.source.published or "no date", row.place]
    pieces: list[Piece] = [(id_of(row), DIM), (" ", PLAIN), (said_by(row), PLAIN)]
    pieces += [(f" · {one}", DIM) for one in where if one]
    pieces += marked(marks_of(row))
    if row.words:
        pieces += [(" · ", DIM), (quoted(excerpt(row, _WORDS), _WORDS), DIM)]
    return pieces
