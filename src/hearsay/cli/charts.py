"""How the chart of a force looks in the terminal: what is above it, then a tree of the rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hearsay.cli.branches import Guides, fitting, set_in
from hearsay.cli.printing import count
from hearsay.cli.said import foot, heading, marked, row_lines, ruling_lines
from hearsay.cli.takeon import takeon_lines
from hearsay.cli.wrapping import BOLD, DIM, PLAIN, WARNING, Piece
from hearsay.outputs.picture.charting import (
    NOBODY,
    STANDINGS,
    command_words,
    link_words,
    weak_marks,
)
from hearsay.outputs.picture.saying import Saying, denied_words, ordered, voices_words
from hearsay.picture.commanding import Command
from hearsay.picture.conflict import Conflict
from hearsay.picture.index import StatementRow
from hearsay.picture.structure import Box, Chart, Superior
from hearsay.picture.takeon import NOTHING, TakeOn


class Charting:
    """A chart as its lines are made."""

    def __init__(
        self,
        chart: Chart,
        saying: Saying,
        *,
        as_of: str | None,
        width: int,
        every: bool,
        taken: TakeOn = NOTHING,
        ruled: Sequence[Conflict] = (),
    ) -> None:
        self._chart = chart
        self._saying = saying
        saying.tell_apart(chart.entities)
        self._as_of = as_of
        self._width = fitting(width)
        self._every = every
        self._taken = taken
        self._ruled = ruled
        self._rows: list[StatementRow] = []

    def blocks(self) -> Iterator[list[str]]:
        """The heading, what is above, the tree, and who has read all that."""
        yield list(self._heading())
        if above := list(self._above()):
            yield ["", *above]
        yield ["", *self._box(self._chart.box, Guides(), ())]
        if self._chart.left_out:
            number = count(self._chart.left_out, "link is", "links are")
            words = (
                f"{number} said of other days only, and left out; without --as-of, all are shown."
            )
            yield ["", *set_in([(words, WARNING)], self._width)]
        if taken := list(takeon_lines(self._taken, self._saying, self._width, every=self._every)):
            yield ["", *taken]
        yield list(foot(self._rows, self._width))

    def _heading(self) -> Iterator[str]:
        one = self._saying.entity(self._chart.box.entity)
        when = f"as of {self._as_of}" if self._as_of else "as of all days together"
        yield from heading(one.name, (one.type, one.id, when), self._width)

    def _above(self) -> Iterator[str]:
        if not self._chart.above:
            where = "seen on that day" if self._as_of else "here"
            yield from set_in([(f"Nothing {where} says what it falls under.", DIM)], self._width)
            return
        yield from set_in([("Falls under", BOLD)], self._width)
        if self._chart.disagreeing:
            names = " | ".join(self._saying.name(n) for n in self._chart.disagreeing)
            pieces = [(f"≠ not at one: {names}", WARNING), (", each as said below", PLAIN)]
            yield from set_in(pieces, self._width, "  ")
        for one in self._chart.above:
            yield from self._superior(one, "  ")

    def _superior(self, one: Superior, margin: str) -> Iterator[str]:
        rows = self._saying.rows(one.edges)
        yield from self._link(one.entity, rows, link_words(one.edges, rows), margin, margin)
        for over in one.above:
            yield from self._superior(over, margin + "  ")

    def _box(self, box: Box, guides: Guides, path: tuple[int, ...]) -> Iterator[str]:
        under = guides.rest + ("│  " if box.under else "   ")
        if box.edges:
            rows = self._saying.rows(box.edges)
            words = link_words(box.edges, rows)
            named = bool(box.commands) or box.elsewhere or box.denied
            words += "" if named else f", {NOBODY}"
            yield from self._link(box.entity, rows, words, guides.first, under)
        else:
            nobody = [] if box.commands else [(f" · {NOBODY}", DIM)]
            yield from set_in([(self._saying.name(box.entity), BOLD), *nobody], self._width)
        if box.elsewhere:
            seen = [("what is under it stands at another place of this chart", DIM)]
            yield from set_in(seen, self._width, under, under)
            return
        if not box.denied:
            yield from self._commands(box, under)
        for place, one in enumerate(box.under):
            last = place == len(box.under) - 1 and not box.more
            yield from self._box(one, guides.under(last=last), (*path, box.entity))
        if box.more:
            more = [("… more than this chart shows; ask for one of them", WARNING)]
            yield from set_in(more, self._width, guides.under(last=True).first)

    def _link(
        self, entity: int, rows: tuple[StatementRow, ...], words: str, first: str, rest: str
    ) -> Iterator[str]:
        self._rows += rows
        said = [row for row in rows if not row.denied]
        denials = [row for row in rows if row.denied]
        pieces: list[Piece] = [(self._saying.name(entity), BOLD)]
        pieces += [(" · ", DIM), (words, PLAIN)]
        if said:
            pieces += [(" · ", DIM), (voices_words(self._saying.voices(said)), PLAIN)]
        if denials:
            denied = denied_words(self._saying.voices(denials), only=not said)
            pieces += [(" · ", DIM), (denied, WARNING)]
        pieces += marked(weak_marks(said or denials))
        yield from set_in(pieces, self._width, first, rest)
        yield from row_lines(rows, self._width, rest, every=self._every)
        yield from ruling_lines(self._ruled, rows, self._width, rest)

    def _commands(self, box: Box, margin: str) -> Iterator[str]:
        beside = {at for pair in box.rivals for at in pair}
        shown = {*range(len(box.commands))} if self._every else _nearest(box.commands) | beside
        for at, command in enumerate(box.commands):
            if at in shown:
                yield from self._command(command, margin, beside=at in beside)
        if len(box.commands) > len(shown):
            left = f"and {len(box.commands) - len(shown):,} more who commanded (--all)"
            yield from set_in([(left, DIM)], self._width, margin + "  ")
        if box.rivals:
            words = "≠ said to hold one post at one time; nobody is said to be right or wrong"
            yield from set_in([(words, WARNING)], self._width, margin, margin)
        for gap in box.gaps:
            words = f"nobody is seen in command from {gap.first} to {gap.last}"
            yield from set_in([(words, WARNING)], self._width, margin, margin)

    def _command(self, command: Command, margin: str, *, beside: bool) -> Iterator[str]:
        post = command.post
        rows = ordered((*post.rows, *post.denials))
        self._rows += rows
        pieces: list[Piece] = [("≠ " if beside else "· ", WARNING)]
        pieces += [(self._saying.name(post.person), BOLD), (", ", PLAIN)]
        pieces.append((command_words(post), PLAIN))
        if command.standing is not None and post.rows:
            pieces += [(" · ", DIM), (STANDINGS[command.standing], WARNING)]
        if post.rows:
            pieces += [(" · ", DIM), (voices_words(self._saying.voices(post.rows)), PLAIN)]
        if post.denials:
            denied = denied_words(self._saying.voices(post.denials), only=not post.rows)
            pieces += [(" · ", DIM), (denied, WARNING)]
        pieces += marked(weak_marks(post.rows or post.denials))
        yield from set_in(pieces, self._width, margin, margin + "  ")
        yield from row_lines(rows, self._width, margin + "    ", every=self._every)
        yield from ruling_lines(self._ruled, rows, self._width, margin + "    ")


def _nearest(commands: Sequence[Command]) -> set[int]:
    """The places of those who may command on the day, and of a few others."""
    there = [at for at, one in enumerate(commands) if one.standing in _THERE]
    others = [at for at, one in enumerate(commands) if one.standing not in _THERE]
    return {*there, *others[: max(0, _COMMANDERS - len(there))]}


_THERE = ("seen", "between", "maybe")
_COMMANDERS = 4
"""Commanders of one unit that are shown, where not all are asked for."""
