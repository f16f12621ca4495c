"""Who holds which post: every statement of one person in one unit and role, put together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from hearsay.picture.index.asking import Asking, StatementFilter
from hearsay.picture.index.dates import bounds
from hearsay.picture.index.rows import StatementRow
from hearsay.picture.seen import Seen, seen_in, terms_of


@dataclass(frozen=True, slots=True)
class Post:
    """One person in one unit and role for one term, with when they were seen there and who says so.

    Who is said to have left, or to have come anew, has held a post twice.
    """

    person: int
    unit: int | None
    """`None` where only a rank or a role without a body is said."""
    role: str | None
    """As most say it; `None` where none does."""
    titles: tuple[str, ...]
    """What it is called beside the role, in the order in which that is first seen: `Acting …`."""
    ranks: tuple[str, ...]
    """In the order in which they are first seen."""
    seen: Seen
    rows: tuple[StatementRow, ...]
    denials: tuple[StatementRow, ...]
    """Statements that say the contrary."""

    @property
    def leads(self) -> bool:
        """Whether it is said that they command or lead it; a deputy does not, and nobody does by
        a title alone: a chief of staff sits in councils too."""
        roles = (row.post[0] for row in self.rows or self.denials)
        return self.role is not None and any(roles) and is_leading(self.role)

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


def commands_in(asking: Asking, unit: int) -> tuple[Post, ...]:
    """The same of those who are said to command or lead it, in whatever posts they are seen."""
    which = StatementFilter(kinds=("Posting",), entity=unit, parts=("unit",))
    by_person: dict[int, list[StatementRow]] = {}
    for row in asking.statements(which):
        by_person.setdefault(dict(row.entities)["person"], []).append(row)
    told = (rows for rows in by_person.values() if any(is_leading(_role_of(r) or "") for r in rows))
    return _posts(row for rows in told for row in rows)


@lru_cache(maxsize=4096)
def is_leading(role: str) -> bool:
    """Whether a role is that of who commands or leads, by its words."""
    return bool(_LEADS.search(role)) and not _UNDER.search(role)


_LEADS = re.compile(
    r"\b(?:command(?:er|ing|ant)\w*|chief|head|leader|leads|director|minister|president"
    r"|inspector.general|comptroller.general|commissioner|governor|g\.?o\.?c\.?|c\.?o\.?"
    r"|in charge|officer commanding|superintendent)\b",
    re.IGNORECASE,
)
_PARTS_OF_A_STAFF = (
    r"(?:operations|logistics|training|administration|policy|plans|planning|information"
    r"|intelligence|engineering|relations|affairs|communications?|finance|personnel|resources"
    r"|medical|legal|supply|transport|signals|investigations?)"
)
"""What a staff has a head for: who is "director of information" there does not command."""
_UNDER = re.compile(
    r"\b(?:deputy|vice|assistant|former|ex|aide|staff to|adjutant|second.in|sub|member|spokes\w+"
    r"|staff officer|(?:field )?operations commander"
    r"|(?:chief|head|director|commander|officer)(?: of| for|,| in[ -]charge of) (?:the )?"
    r"(?:(?:defen[cs]e|army|naval|air|police|public|military|media|human) )?_PARTS_"
    r"|chief of staff)\b".replace("_PARTS_", _PARTS_OF_A_STAFF),
    re.IGNORECASE,
)


def _posts(rows: Iterable[StatementRow]) -> tuple[Post, ...]:
    places: dict[tuple[int, int | None], dict[str, list[StatementRow]]] = {}
    for row in rows:
        parts = dict(row.entities)
        by_role = places.setdefault((parts["person"], parts.get("unit")), {})
        by_role.setdefault(_folded(_role_of(row)), []).append(row)
    found = [
        _post(person, unit, term)
        for (person, unit), by_role in places.items()
        for said in _roles(unit, by_role)
        for term in _terms(said)
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


def _terms(said: Sequence[StatementRow]) -> Iterator[Sequence[StatementRow]]:
    """The statements of each term. What does not say of which of several it is stands alone; a
    denial stands beside each."""
    rows = [row for row in said if not row.denied]
    terms = terms_of([row.held for row in rows])
    if len(terms) < 2:
        yield said
        return
    denials = [row for row in said if row.denied]
    for term in terms:
        yield [*(rows[place] for place in sorted(term)), *denials]
    undated = [row for row in rows if not row.held.ranges]
    if undated:
        yield undated


def _post(person: int, unit: int | None, said: Sequence[StatementRow]) -> Post:
    rows = [row for row in said if not row.denied]
    denials = [row for row in said if row.denied]
    named = [role for row in said if (role := _role_of(row))]
    role = max(sorted(set(named)), key=named.count) if named else None
    seen = seen_in(row.held for row in rows)
    titles, ranks = (_in_order(rows, part) for part in (_TITLE, _RANK))
    return Post(person, unit, role, titles, ranks, seen, tuple(rows), tuple(denials))


_TITLE, _RANK = 1, 2
"""Their places in `StatementRow.post`."""


def _in_order(rows: Sequence[StatementRow], part: int) -> tuple[str, ...]:
    """The titles or ranks that statements give, in the order in which they are first seen."""
    dated = sorted(
        (bounds(row.held)[0] or "9999", row.number, words)
        for row in rows
        if (words := row.post[part])
    )
    return tuple(dict.fromkeys(words for _, _, words in dated))


def _role_of(row: StatementRow) -> str | None:
    role, title, _ = row.post
    return role or title


def _folded(role: str | None) -> str:
    return " ".join((role or "").casefold().split())
