"""`hearsay review`: asks a person what nothing tells of who is who, most useful first."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

import click

from hearsay.cli.opening import opened
from hearsay.cli.options import by_option, case_option, label_option, list_options
from hearsay.cli.printing import bold, count, dim, one_line, print_list, say, tell

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
    each with how sure that is, the reasons, and a passage that names it. What is least sure comes
    first, and on which most documents hang.

    On a terminal, answer y (they are one), n (they are not), s (skip) or q (quit); each answer is
    kept as a judgement, and `hearsay undo` takes it back. Elsewhere the pairs are listed.
    """
    with opened(case_path) as case:
        found = islice(case.picture.questions(labels=frozenset(labels)), limit)
        if form is not None:
            print_list(map(_shape, found), form)
            return
        asked = sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()
        any_shown = False
        for question in found:
            any_shown = True
            for line in _lines(question):
                say(line)
            if asked and not _answered(case, question, by):
                return
            say()
        if not any_shown:
            tell("Nothing is left to decide: of no two names it is uncertain whether they are one.")


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


def _lines(question: Question) -> Iterator[str]:
    one, other = question.one, question.other
    names = f"{bold(one_line(one.name))} and {bold(one_line(other.name))}"
    yield f"{names}: the same? ({question.score:.2f})"
    for reason in question.reasons:
        yield f"  - {one_line(reason)}"
    for side in (one, other):
        yield from _side_lines(side)


def _side_lines(side: Side) -> Iterator[str]:
    told = f" · {one_line(side.told)}" if side.told else ""
    yield f"  {bold(one_line(side.name))} {dim(f'{side.entity} · {side.type}')}{told}"
    where = " · ".join(filter(None, (one_line(side.address), side.published, side.place)))
    yield dim(f"    {where} · named in {count(side.documents, 'document')}")
    yield f"    “{one_line(side.passage)}”"


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
