"""How incidents look in the terminal: for each period what is told one by one, and what others
count, beside each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from hearsay.cli.branches import fitting, set_in
from hearsay.cli.said import foot, marked, row_lines
from hearsay.cli.wrapping import BOLD, DIM, PLAIN, WARNING, Piece, Style
from hearsay.outputs.picture.incidents import (
    bases_of,
    certain_words,
    claimed_words,
    count_notes,
    counter_of,
    day_words,
    differing,
    differing_words,
    group_words,
    occurrence_words,
)
from hearsay.outputs.picture.saying import Saying, voices_words
from hearsay.outputs.wording import one_line
from hearsay.picture.incidents import Occurrence, Told
from hearsay.picture.index import StatementRow
from hearsay.picture.reckoning import By, Group, before
from hearsay.picture.tallies import Count, plural
from hearsay.vocabulary.readings import UNSURE

_FEW = 12
"""Incidents of one stage that a group shows, where not all are asked for."""


class Showing:
    """The groups of incidents as their lines are made."""

    def __init__(
        self,
        groups: Sequence[Group],
        told: Told,
        saying: Saying,
        *,
        by: By,
        width: int,
        every: bool,
    ) -> None:
        self._groups = groups
        self._told = told
        self._saying = saying
        self._by = by
        self._width = fitting(width)
        self._every = every

    def blocks(self) -> Iterator[list[str]]:
        """One block for each group, then what speaks of many at once, and who has read it."""
        rows: list[StatementRow] = [*self._told.many, *self._told.bare]
        for at, group in enumerate(self._groups):
            yield [*([""] if at else []), *self._group(group)]
            rows += [row for one in group.occurrences for row in one.rows]
            rows += [row for one in group.counts for row in one.rows]
        if self._groups and (general := list(self._general())):
            yield ["", *general]
        if self._groups:
            yield list(foot(rows, self._width))

    def _group(self, group: Group) -> Iterator[str]:
        kind = plural(group.kind).capitalize()
        head: list[Piece] = [(kind, BOLD), (" · ", DIM), (group_words(group, self._by), BOLD)]
        yield from set_in(head, self._width)
        if group.period is not None:
            yield from self._against(group)
        if group.counts:
            yield from self._line("What others count (never added up)", PLAIN, "  ")
            for count in group.counts:
                yield from self._count(count)
        done = [one for one in group.occurrences if one.rows and one.stage == "accomplished"]
        yield from self._listed("Told one by one", done, group)
        for stage in ("attempted", "foiled", "threatened"):
            tried = [one for one in group.occurrences if one.rows and one.stage == stage]
            yield from self._listed(f"Said to have been {stage}, not done", tried, group)
        denied = [one for one in group.occurrences if not one.rows]
        yield from self._listed("Said not to have happened", denied, group)

    def _against(self, group: Group) -> Iterator[str]:
        """Both numbers in a line, and below it those of the period before."""
        earlier = before(self._groups, group)
        yield from self._numbers("", group)
        if earlier is not None:
            yield from self._numbers("the one before: ", earlier)

    def _numbers(self, lead: str, group: Group) -> Iterator[str]:
        counted = claimed_words(one for one in group.claimed)
        pieces: list[Piece] = [(lead, DIM), (certain_words(group), PLAIN)]
        if counted:
            pieces += [(" · others count ", DIM), (counted, PLAIN)]
        yield from set_in(pieces, self._width, "  ", "    ")

    def _count(self, count: Count) -> Iterator[str]:
        noun = f"{count.sort} {count.unit}".strip()
        noun = noun if count.number.low == 1 else plural(noun)
        pieces: list[Piece] = [(f"{count.words} {one_line(noun)}", BOLD)]
        if count.scope:
            pieces.append((f" in {one_line(count.scope)}", PLAIN))
        if counter := counter_of(count):
            pieces.append((f" · counted by {counter}", PLAIN))
        pieces += [(f" · {basis}", DIM) for basis in bases_of(count)]
        pieces.append((f" · {voices_words(self._saying.voices(count.rows))}", DIM))
        yield from set_in([*pieces, *marked(count_notes(count))], self._width, "    ", "      ")
        yield from row_lines(count.rows, self._width, "      ", every=self._every)

    def _listed(self, title: str, listed: Sequence[Occurrence], group: Group) -> Iterator[str]:
        if not listed:
            return
        yield from self._line(title, PLAIN, "  ")
        sure = sorted(listed, key=lambda one: (one.surest < UNSURE, one.first or "9999"))
        shown = sure if self._every else sure[:_FEW]
        for one in shown:
            yield from self._occurrence(one, group)
        if len(listed) > len(shown):
            yield from self._line(f"and {len(listed) - len(shown):,} more (--all)", DIM, "    ")

    def _occurrence(self, one: Occurrence, group: Group) -> Iterator[str]:
        pieces: list[Piece] = [(day_words(one), BOLD), (f" {occurrence_words(one)}", PLAIN)]
        if one.rows:
            pieces.append((f" · {voices_words(self._saying.voices(one.rows))}", DIM))
        notes = ["unsure"] if one.rows and one.surest < UNSURE else []
        known = {certain.id for certain in group.certain}
        if one.counts and group.period is not None and one.id not in known:
            notes.append("not counted: it may be one of the others, or of another time")
        yield from set_in([*pieces, *marked(notes)], self._width, "    ", "      ")
        for part, values in differing(one):
            words: list[Piece] = [(f"≠ {part}: ", WARNING), (differing_words(values), PLAIN)]
            yield from set_in(words, self._width, "      ", "        ")
        rows = (*one.rows, *one.denials)
        yield from row_lines(rows, self._width, "      ", every=self._every)

    def _general(self) -> Iterator[str]:
        """What speaks of several, or of one that nothing tells apart."""
        kept: Iterable[tuple[str, tuple[StatementRow, ...]]] = (
            ("Speaks of several at once, or in general: no incident of its own", self._told.many),
            ("Speaks of one, and says nothing by which to tell which", self._told.bare),
        )
        for title, rows in kept:
            if rows:
                yield from self._line(f"{title}: {len(rows):,}", PLAIN, "")
                yield from row_lines(rows, self._width, "  ", every=self._every)

    def _line(self, words: str, style: Style, margin: str) -> Iterator[str]:
        yield from set_in([(words, style)], self._width, margin, margin)
