"""What is said to tie two together: sway, structure and help, with what denies it beside it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from hearsay.picture.index import Asking, StatementRow
from hearsay.picture.index.asking import StatementFilter
from hearsay.picture.seen import Seen, seen_in


@dataclass(frozen=True, slots=True)
class Tie:
    """All that is said of one tie between two, with what denies it beside it."""

    from_: int
    kind: str
    """`influences`, `part_of`, `funds` …"""
    to: int
    seen: Seen
    said: tuple[StatementRow, ...]
    """What the reader is sure of first."""
    denials: tuple[StatementRow, ...]

    @property
    def unsure(self) -> bool:
        """Whether the reader is unsure of everything that says so, or nothing does."""
        return all(row.unsure for row in self.said)


def sway_of(asking: Asking, entity: int, *, as_of: str | None = None) -> tuple[Tie, ...]:
    """Who is said to sway somebody, or whom they are said to sway, to back or to be loyal to."""
    return tuple(_ties(asking, entity, "Affiliation", ("party", "other"), as_of))


def relations_of(asking: Asking, entity: int, *, as_of: str | None = None) -> tuple[Tie, ...]:
    """What somebody is said to fall under, and what is said to fall under them."""
    return tuple(_ties(asking, entity, "Relation", ("unit", "related"), as_of))


def assistance_of(asking: Asking, entity: int, *, as_of: str | None = None) -> tuple[Tie, ...]:
    """Money, training and equipment that somebody is said to give or to get."""
    return tuple(_ties(asking, entity, "Assistance", ("giver", "receiver"), as_of))


def _ties(
    asking: Asking, entity: int, kind: str, ends: tuple[str, str], as_of: str | None
) -> Iterator[Tie]:
    together: dict[tuple[object, str, object], list[StatementRow]] = {}
    for row in asking.statements(StatementFilter(kinds=(kind,), entity=entity, parts=ends)):
        parts = dict(row.entities)
        type = row.type
        left, right = (_alike(asking, parts[end]) for end in ends)
        together.setdefault((left, type, right), []).append(row)
    found = []
    for (_, type, _), rows in together.items():
        left, right = (dict(rows[0].entities)[end] for end in ends)
        said = sorted((row for row in rows if not row.denied), key=lambda row: row.unsure)
        denials = [row for row in rows if row.denied]
        seen = seen_in(row.held for row in said or denials)
        if left != right and (as_of is None or seen.by(as_of)):
            found.append(Tie(left, type, right, seen, tuple(said), tuple(denials)))
    yield from sorted(found, key=_order)


def _alike(asking: Asking, number: int) -> object:
    """By what a party is laid together with others: who has no name, by how they are described.

    "NATO forces" of seven documents are one line of a page, and stay seven in the case.
    """
    one = asking.entity(number)
    return number if one.named else one.name.casefold()


def _order(tie: Tie) -> tuple[bool, bool, int, str]:
    """What the reader is sure of first; who only talks to whom, after what binds."""
    return tie.unsure, tie.kind == "communicates_with", -len(tie.said), tie.kind
