"""How a dossier looks in the terminal: part after part, denials beside what they deny."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Protocol, TypeVar

from hearsay.cli.branches import fitting, set_in
from hearsay.cli.said import foot, heading, marked, row_lines, ruling_lines, said_pieces
from hearsay.cli.takeon import takeon_lines
from hearsay.cli.wrapping import BOLD, DIM, PLAIN, WARNING, Piece
from hearsay.outputs.picture.charting import STANDINGS, weak_marks
from hearsay.outputs.picture.incidents import (
    day_words,
    differing,
    differing_words,
    occurrence_words,
)
from hearsay.outputs.picture.saying import (
    Saying,
    denied_words,
    ordered,
    seen_words,
    tie_words,
    voices_words,
)
from hearsay.outputs.picture.telling import (
    ASK_FOR_ONE,
    DENIAL,
    NO_REPLY,
    post_words,
    rise_words,
    role_words,
    single_words,
)
from hearsay.outputs.wording import one_line
from hearsay.picture.conflict import Conflict, Said
from hearsay.picture.dossier import Dossier
from hearsay.picture.incidents import Occurrence
from hearsay.picture.index import StatementRow
from hearsay.picture.posts import Post
from hearsay.picture.seen import Seen
from hearsay.picture.sway import Tie
from hearsay.picture.takeon import NOTHING, TakeOn


class Weighed(Protocol):
    """An entry of which the reader may be unsure."""

    @property
    def unsure(self) -> bool:
        """Whether it is likelier wrong than right."""
        ...


T = TypeVar("T", bound=Weighed)

_MOST, _UNSURE = 12, 3
"""Entries of one part that are shown, sure and unsure ones, where not all are asked for."""


class Telling:
    """A dossier as its lines are made."""

    def __init__(
        self,
        dossier: Dossier,
        saying: Saying,
        *,
        as_of: str | None,
        width: int,
        every: bool,
        replies: Sequence[list[str]],
        taken: TakeOn = NOTHING,
        answered: Mapping[str, tuple[Said, ...]] = MappingProxyType({}),
        ruled: Sequence[Conflict] = (),
    ) -> None:
        self._dossier = dossier
        self._saying = saying
        self._as_of = as_of
        self._width = fitting(width)
        self._every = every
        self._replies = replies
        self._taken = taken
        self._answered = answered
        self._ruled = ruled
        self._rows: list[StatementRow] = []

    def blocks(self) -> Iterator[list[str]]:
        """The heading, each part that there is, what they say themselves, who has read it."""
        told = self._dossier
        yield list(self._heading())
        yield from self._part("Posts", told.career.posts, self._post)
        yield from self._ranks()
        yield from self._part("Said to have a post there", told.holders, self._post)
        yield from self._part("Structure", told.relations, self._tie)
        yield from self._part("Ties and sway", told.sway, self._tie)
        yield from self._part("Money, training, equipment", told.assistance, self._tie)
        yield from self._part("Names and particulars", told.names, self._single)
        yield from self._part("Places", told.places, self._single)
        if taken := list(takeon_lines(self._taken, self._saying, self._width, every=self._every)):
            yield ["", *taken]
        incidents: tuple[Occurrence | StatementRow, ...] = (*told.harm, *told.other_incidents)
        yield from self._part("Incidents", incidents, self._incident)
        yield from self._part("Promised, demanded, warned", told.commitments, self._single)
        yield from self._part("Numbers", told.numbers, self._single)
        yield from self._part("Assessments", told.assessments, self._single)
        yield list(self._in_their_words())
        yield list(foot(self._rows, self._width))

    def _heading(self) -> Iterator[str]:
        one = self._dossier.entity
        when = f"as of {self._as_of}" if self._as_of else "as of all days together"
        yield from heading(one_line(one.name), (one.type, one.id, when), self._width)
        others = [one_line(name) for name in one.names if name != one.name]
        if others:
            yield from set_in([(f"also {'; '.join(others)}", DIM)], self._width)
        if not one.named:
            yield from set_in([("only described, not named", WARNING)], self._width)

    def _part(
        self, title: str, entries: Sequence[T], lines: Callable[[T], Iterator[str]]
    ) -> Iterator[list[str]]:
        sure = [one for one in entries if not one.unsure]
        unsure = [one for one in entries if one.unsure]
        few = (_MOST, _UNSURE) if not self._every else (len(sure), len(unsure))
        if not entries:
            return
        found = ["", *set_in([(title, BOLD)], self._width)]
        for one in (*sure[: few[0]], *unsure[: few[1]]):
            found += lines(one)
        left = [f"{len(sure) - few[0]:,} more"] if len(sure) > few[0] else []
        left += [f"{len(unsure) - few[1]:,} more unsure"] if len(unsure) > few[1] else []
        if left:
            found += set_in([(f"and {', '.join(left)} (--all)", DIM)], self._width, "  ")
        yield found

    def _post(self, post: Post) -> Iterator[str]:
        words = post_words(post, self._saying, of=self._dossier.entity.number)
        yield from self._entry(words, ordered((*post.rows, *post.denials)), post.seen)

    def _tie(self, tie: Tie) -> Iterator[str]:
        left, right = self._saying.name(tie.from_), self._saying.name(tie.to)
        words = tie_words(left, tie.kind, right, denied=not tie.said)
        words += f" · {seen_words(tie.seen)}"
        yield from self._entry(words, (*tie.said, *tie.denials), tie.seen)

    def _single(self, row: StatementRow) -> Iterator[str]:
        yield from self._entry(
            single_words(row, self._saying, of=self._dossier.entity.number), (row,)
        )

    def _incident(self, one: Occurrence | StatementRow) -> Iterator[str]:
        """One incident by all its reports, with what they say of it that cannot all be so."""
        if isinstance(one, StatementRow):
            yield from self._single(one)
            return
        here = [part for part, who in one.entities.items() if self._dossier.entity.number in who]
        words = f"{day_words(one)}: {occurrence_words(one)}, here as {role_words(here)}"
        at_odds = [f"≠ {part}: {differing_words(values)}" for part, values in differing(one)]
        yield from self._entry(words, (*one.rows, *one.denials), notes=at_odds)

    def _ranks(self) -> Iterator[list[str]]:
        career = self._dossier.career
        if not career.ranks:
            return
        found = ["", *set_in([("Ranks", BOLD)], self._width)]
        for held in career.ranks:
            words = f"{one_line(held.rank)} · {seen_words(held.seen)}"
            found += self._entry(words, (*held.rows, *held.denials), held.seen)
        for beside in career.rises:
            first, *rest = rise_words(beside)
            found += set_in([(f"= {first}", PLAIN)], self._width, "  ", "    ")
            for line in rest:
                found += set_in([(line, DIM)], self._width, "    ")
            rests = [rise for rise in (beside.rise, *beside.others)]
            for rise in rests if self._every else rests[:1]:
                found += row_lines(rise.rows, self._width, "      ", every=True)
        yield found

    def _entry(
        self,
        words: str,
        rows: tuple[StatementRow, ...],
        seen: Seen | None = None,
        notes: Sequence[str] = (),
    ) -> Iterator[str]:
        self._rows += rows
        said = [row for row in rows if not row.denied]
        denials = [row for row in rows if row.denied]
        pieces: list[Piece] = [("· ", DIM), (words, PLAIN)]
        if self._as_of is not None and seen is not None:
            pieces += [(" · ", DIM), (STANDINGS[seen.on(self._as_of)], WARNING)]
        if said:
            pieces += [(" · ", DIM), (voices_words(self._saying.voices(said)), PLAIN)]
        if denials:
            denied = denied_words(self._saying.voices(denials), only=not said)
            pieces += [(" · ", DIM), (denied, WARNING)]
        pieces += marked(weak_marks(said or denials))
        yield from set_in(pieces, self._width, "  ", "    ")
        for note in notes:
            yield from set_in([(note, WARNING)], self._width, "      ", "        ")
        yield from row_lines(rows, self._width, "      ", every=self._every)
        yield from self._answers(rows)
        yield from ruling_lines(self._ruled, rows, self._width, "      ")

    def _answers(self, rows: Sequence[StatementRow]) -> Iterator[str]:
        """Denials that may answer these claims, where no statement of the same denies it."""
        shown = {row.claim for row in rows if row.denied}
        found = {
            said.claim: said for row in rows for said in self._answered.get(row.claim or "", ())
        }
        for said in (one for id, one in found.items() if id not in shown):
            pieces = [(f"{DENIAL}: ", WARNING), *said_pieces(said)]
            yield from set_in(pieces, self._width, "      ", "        ")

    def _in_their_words(self) -> Iterator[str]:
        """What they say themselves: room for a reply, where there is none too."""
        yield ""
        yield from set_in([("In their own words", BOLD)], self._width)
        if not self._replies:
            pieces = [(NO_REPLY, WARNING), (f" {ASK_FOR_ONE}", DIM)]
            yield from set_in(pieces, self._width, "  ")
        shown = self._replies if self._every else self._replies[:_MOST]
        for lines in shown:
            for line in lines:
                yield f"  {line}"
        if len(self._replies) > len(shown):
            left = f"and {len(self._replies) - len(shown):,} more (--all)"
            yield from set_in([(left, DIM)], self._width, "  ")
