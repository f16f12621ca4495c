"""Who holds which post: every statement of one person in one unit and role, put together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from hearsay.picture.index.asking import Asking, StatementFilter
from hearsay.picture.index.rows import StatementRow
from hearsay.picture.seen import Seen, seen_in
from hearsay.vocabulary.statements import Posting


@dataclass(frozen=True, slots=True)
class Post:
    """One person in one unit and role, with when they were seen there and who says so."""

    person: int
    unit: int | None
    """`None` where only a rank or a role without a body is said."""
    role: str | None
    """As most say it; `None` where none does."""
    ranks: tuple[str, ...]
    """In the order in which they are first seen."""
    seen: Seen
    rows: tuple[StatementRow, ...]
    denials: tuple[StatementRow, ...]
    """Statements that say the contrary."""

    @property
    def leads(self) -> bool:
        """Whether it is said that they command or lead it; a deputy does not."""
        return self.role is not None and is_leading(self.role)

    @property
    def unsure(self) -> bool:
        """Whether the reader is unsure of everything that says so."""
        return all(row.unsure for row in self.rows)


def posts_of(asking: Asking, person: int) -> tuple[Post, ...]:
    """The posts of a person, in the order in which they were first seen in them."""
    which = StatementFilter(kinds=("Posting",), entity=person, parts=("person",))
    return _posts(asking.statements(which))


def posts_in(asking: Asking, unit: int) -> tuple[Post, ...]:
    """Everyone who is said to have a post in a unit, in the order of first sight."""
    which = StatementFilter(kinds=("Posting",), entity=unit, parts=("unit",))
    return _posts(asking.statements(which))


def is_leading(role: str) -> bool:
    """Whether a role is that of who commands or leads, by its words."""
    return bool(_LEADS.search(role)) and not _UNDER.search(role)


_LEADS = re.compile(
    r"\b(?:command(?:er|ing|ant)\w*|chief|head|leader|leads|director|minister|president"
    r"|inspector.general|comptroller.general|commissioner|governor|g\.?o\.?c\.?|c\.?o\.?"
    r"|in charge|officer commanding|superintendent)\b",
    re.IGNORECASE,
)
_UNDER = re.compile(
    r"\b(?:deputy|vice|assistant|former|ex|aide|staff to|adjutant|second.in|sub|member|spokes\w+"
    r"|chief of (?:staff|operations|logistics|training|administration|policy)|staff officer)\b",
    re.IGNORECASE,
)


def _posts(rows: Iterable[StatementRow]) -> tuple[Post, ...]:
    places: dict[tuple[int, int | None], dict[str, list[StatementRow]]] = {}
    for row in rows:
        parts = dict(row.entities)
        by_role = places.setdefault((parts["person"], parts.get("unit")), {})
        by_role.setdefault(_folded(_role_of(row)), []).append(row)
    found = [
        _post(person, unit, said)
        for (person, unit), by_role in places.items()
        for said in _roles(unit, by_role)
    ]
    return tuple(sorted(found, key=lambda one: (one.seen.first or "9999", one.role or "")))


def _roles(
    unit: int | None, by_role: Mapping[str, list[StatementRow]]
) -> Iterator[Sequence[StatementRow]]:
    """The statements of each role in one body; those without any join the only one there is."""
    bare = by_role.get("", [])
    named = [said for role, said in by_role.items() if role]
    if unit is not None and bare and len(named) == 1:
        yield sorted((*named[0], *bare), key=lambda row: row.number)
        return
    yield from named
    if bare:
        yield bare


def _post(person: int, unit: int | None, said: Sequence[StatementRow]) -> Post:
    rows = [row for row in said if row.statement.grounds.polarity == "affirmed"]
    denials = [row for row in said if row.statement.grounds.polarity == "denied"]
    named = [role for row in said if (role := _role_of(row))]
    role = max(sorted(set(named)), key=named.count) if named else None
    seen = seen_in(row.statement.grounds.held for row in rows)
    return Post(person, unit, role, _ranks(rows), seen, tuple(rows), tuple(denials))


def _ranks(rows: Sequence[StatementRow]) -> tuple[str, ...]:
    dated = sorted(
        (seen_in((row.statement.grounds.held,)).first or "9999", row.number, row.statement.rank)
        for row in rows
        if isinstance(row.statement, Posting) and row.statement.rank
    )
    return tuple(dict.fromkeys(rank for _, _, rank in dated))


def _role_of(row: StatementRow) -> str | None:
    assert isinstance(row.statement, Posting)  # the filter asks for nothing else
    return row.statement.role or row.statement.title


def _folded(role: str | None) -> str:
    return " ".join((role or "").casefold().split())
