"""`hearsay review`: asks a person what nothing tells of who is who, most useful first."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

import click

from hearsay.cli.branches import fitting, set_in
from hearsay.cli.opening import opened
from hearsay.cli.options import by_option, case_option, label_option, list_options
from hearsay.cli.printing import count, one_line, print_list, say, tell
from hearsay.cli.progress import Bar
from hearsay.cli.wrapping import BOLD, DIM, PLAIN, Piece

if TYPE_CHECKING:
    from hearsay.case import Case
    from hearsay.case.reviewing import Question, Side


@click.command(short_help="Decide which names mean one, where nothing tells; most useful first.")
@case_option
@label_option
@click.option("--limit", type=click.IntRange(1), default=20, help="At most so many pairs; 20.")
@list_options
@by_option
def command(case_path: str, labels: tuple[str, ...], limit: int, form: str | None, by: str) -> None:
    """Show pairs of persons, units and other bodies that may be one and of which nothing tells,
    each with how sure that is (from 0 to 1), the reasons, and a passage that names it. What is
    least sure comes first, and on which most documents hang; last comes what a slip of the reader
    may have brought together.

    On a terminal, answer y (they are one), n (they are not), s (skip) or q (quit); each answer is
    kept as a judgement, and `hearsay undo` takes it back. Elsewhere the pairs are listed.
    """
    width = fitting(shutil.get_terminal_size().columns)
    with opened(case_path) as case:
        with Bar("looking for names of which nothing tells whether they are one"):
            every = case.picture.questions(labels=frozenset(labels))
            found = list(islice(every, limit))
        if form is not None:
            print_list(map(_shape, found), form)
            return
        asked = sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()
        for number, question in enumerate(found, 1):
            for line in _lines(question, f"{number} of {len(found)}", width):
                say(line)
            if asked and not _answered(case, question, by):
                return
            say()
        if not found:
            tell("Nothing is left to decide: of no two names it is uncertain whether they are one.")
        elif not asked:
            tell("To decide them, ask on a terminal, or use hearsay merge ID ID and split ID ID.")


def _answered(case: Case, question: Question, by: str) -> bool:
    """Keeps what a person answers; false where they want no more questions."""
    answer = click.prompt("One and the same?", type=click.Choice(["y", "n", "s", "q"]))
    if answer in ("y", "n"):
        made = case.judging.identify(
            question.one.at,
            question.other.at,
            verdict="same" if answer == "y" else "different",
            by=by,
            why="asked in review",
        )
        tell(f"{made.id}: kept. Take it back with: hearsay undo {made.id}")
    return bool(answer != "q")


def _lines(question: Question, place: str, width: int) -> Iterator[str]:
    one, other = question.one, question.other
    head: list[Piece] = [
        (one_line(one.name), BOLD),
        (" and ", PLAIN),
        (one_line(other.name), BOLD),
        (": the same? ", PLAIN),
        (f"({question.score:.2f}; {place})", DIM),
    ]
    yield from set_in(head, width, "", "  ")
    for reason in question.reasons:
        yield from set_in([(one_line(reason), PLAIN)], width, "  - ", "    ")
    for side in (one, other):
        yield from _side_lines(side, width)


def _side_lines(side: Side, width: int) -> Iterator[str]:
    pieces: list[Piece] = [(one_line(side.name), BOLD), (f" · {side.type} · {side.entity}", DIM)]
    pieces += [(f" · {one_line(side.told)}", PLAIN)] if side.told else []
    yield from set_in(pieces, width, "  ", "    ")
    where = " · ".join(filter(None, (one_line(side.address), side.published, side.place)))
    named = f"{where} · named in {count(side.documents, 'document')}"
    yield from set_in([(named, DIM)], width, "    ")
    yield from set_in([(f"“{one_line(side.passage)}”", PLAIN)], width, "    ")


def _shape(question: Question) -> dict[str, Any]:
    return {
        "score": round(question.score, 4),
        "reasons": list(question.reasons),
        "names": [_side_shape(side) for side in (question.one, question.other)],
    }


def _side_shape(side: Side) -> dict[str, Any]:
    return {
        "entity": side.entity,
        "name": side.name,
        "type": side.type,
        "documents": side.documents,
        "told": side.told,
        "document": side.at.capture,
        "span": [side.at.span.start, side.at.span.end],
        "address": side.address,
        "published": side.published,
        "place": side.place,
        "passage": side.passage,
    }
