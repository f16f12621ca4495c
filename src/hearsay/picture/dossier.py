"""All that a case states of one person or body, kind by kind, with what denies it beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hearsay.picture.careers import Career, career_of
from hearsay.picture.incidents import HARM, Occurrence, incidents_in
from hearsay.picture.index import Asking, EntityRow, StatementRow
from hearsay.picture.index.asking import StatementFilter
from hearsay.picture.posts import Post, posts_in
from hearsay.picture.seen import seen_in
from hearsay.picture.sway import Tie, assistance_of, relations_of, sway_of


@dataclass(frozen=True, slots=True)
class Dossier:
    """One person or body, with every statement that names them."""

    entity: EntityRow
    names: tuple[StatementRow, ...]
    """What calls them otherwise, and what a table keeps of them besides."""
    career: Career
    holders: tuple[Post, ...]
    """Who is said to have a post there."""
    relations: tuple[Tie, ...]
    sway: tuple[Tie, ...]
    assistance: tuple[Tie, ...]
    places: tuple[StatementRow, ...]
    incidents: tuple[StatementRow, ...]
    commitments: tuple[StatementRow, ...]
    numbers: tuple[StatementRow, ...]
    assessments: tuple[StatementRow, ...]

    @property
    def harm(self) -> tuple[Occurrence, ...]:
        """The attacks, arrests and so on that they have a part in, each once by all reports of it
        that name them."""
        kept = (row for row in self.incidents if getattr(row.statement, "kind", None) in HARM)
        return incidents_in(kept).occurrences

    @property
    def other_incidents(self) -> tuple[StatementRow, ...]:
        """What else happened, and what speaks of several attacks or of attacks in general."""
        told = {row.number for one in self.harm for row in (*one.rows, *one.denials)}
        return tuple(row for row in self.incidents if row.number not in told)

    @property
    def rows(self) -> frozenset[int]:
        """The numbers of all statements that it shows."""
        return frozenset(row.number for row in self._every())

    @property
    def claims(self) -> frozenset[str]:
        """The claims behind all that it shows."""
        return frozenset(row.claim for row in self._every() if row.claim is not None)

    def _every(self) -> Iterator[StatementRow]:
        for post in (*self.career.posts, *self.holders):
            yield from (*post.rows, *post.denials)
        for tie in (*self.relations, *self.sway, *self.assistance):
            yield from (*tie.said, *tie.denials)
        for rank in self.career.ranks:
            yield from (*rank.rows, *rank.denials)
        yield from (*self.names, *self.places, *self.incidents)
        yield from (*self.commitments, *self.numbers, *self.assessments)


def dossier_of(asking: Asking, entity: int, *, as_of: str | None = None) -> Dossier:
    """Everything that is stated of one, or what may have been seen by a day: a later day never
    shows less."""

    def listed(*kinds: str) -> tuple[StatementRow, ...]:
        which = StatementFilter(kinds=kinds, entity=entity)
        return _dated(asking.statements(which), as_of)

    holders = posts_in(asking, entity)
    return Dossier(
        asking.entity(entity),
        listed("Naming", "Describing"),
        career_of(asking, entity, as_of=as_of),
        tuple(one for one in holders if as_of is None or one.seen.by(as_of)),
        relations_of(asking, entity, as_of=as_of),
        sway_of(asking, entity, as_of=as_of),
        assistance_of(asking, entity, as_of=as_of),
        listed("Positioning"),
        listed("Incident"),
        listed("Commitment"),
        listed("Tally"),
        listed("Assessment"),
    )


def _dated(rows: Iterable[StatementRow], as_of: str | None) -> tuple[StatementRow, ...]:
    """Those not later than a day, by their first days; unsure and undated ones last."""
    found = []
    for row in rows:
        seen = seen_in((row.held,))
        if as_of is None or seen.by(as_of):
            found.append((row.unsure, seen.first or "9999", row.number, row))
    return tuple(row for *_, row in sorted(found, key=lambda one: one[:3]))
