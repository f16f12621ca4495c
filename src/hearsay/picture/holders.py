"""Posts with two commanders, and forces that are said to be the arm of two bodies."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from hearsay.picture.conflict import Conflict, SideOf, said_in, weight_of
from hearsay.picture.index import Asking, StatementRow
from hearsay.picture.index.asking import StatementFilter
from hearsay.picture.posts import Post, is_leading, posts_in


def commanders_at_odds(asking: Asking) -> Iterator[Conflict]:
    """Two who are said to command one unit on the same day."""
    leading = {
        number
        for row in asking.statements(StatementFilter(kinds=("Posting",)))
        for part, number in row.entities
        if part == "unit" and is_leading(str(getattr(row.statement, "role", "") or ""))
    }
    for unit in sorted(leading):
        if not asking.entity(unit).named:
            continue
        posts = [post for post in posts_in(asking, unit) if post.leads and post.rows]
        posts = [p for p in posts if asking.entity(p.person).named and not _is_vague(p, asking)]
        for one, other in combinations(posts, 2):
            day = _day_of_both(one, other)
            if day is None or one.person == other.person or not _same_role(one, other):
                continue
            names = asking.entity(one.person).name, asking.entity(other.person).name
            yield Conflict(
                "commanders",
                f"{one.role}, {asking.entity(unit).name}",
                f"Both are seen in one post on {day}, which has room for one.",
                (SideOf(names[0], said_in(one.rows)), SideOf(names[1], said_in(other.rows))),
                weight_of(asking, (*one.rows, *other.rows)),
            )


def _is_vague(post: Post, asking: Asking) -> bool:
    """Whether only "leads" is said, of a body that may have several who do."""
    folded = (post.role or "").casefold()
    return folded in ("leader", "head") and asking.entity(post.unit or 0).type != "unit"


def _day_of_both(one: Post, other: Post) -> str | None:
    """A day on which both are seen in it, or between two sights. On the day on which one is last
    seen and the other first, the post was handed over."""
    ends = [one.seen.days, other.seen.days]
    if not all(ends):
        return None
    first = max(days[0][0] for days in ends)
    last = min(days[-1][1] for days in ends)
    handed_over = first == last and any(days[0][0] < first for days in ends)
    return first if first <= last and not handed_over else None


def _same_role(one: Post, other: Post) -> bool:
    """A unit has a commander and a minister over it; only two of one role are in conflict."""
    return (one.role or "").casefold() == (other.role or "").casefold()


def arms_at_odds(asking: Asking) -> Iterator[Conflict]:
    """A unit that is said to be the arm of bodies that bear different names."""
    arms: dict[int, dict[int, list[StatementRow]]] = defaultdict(lambda: defaultdict(list))
    for row in asking.statements(StatementFilter(kinds=("Relation",), types=("arm_of",))):
        if not row.denied:
            parts = dict(row.entities)
            unit = _described(asking, row, parts["unit"])
            arms[unit][parts["related"]].append(row)
    for names, of in _by_force(asking, arms):
        if len(of) < 2:
            continue
        sides = tuple(SideOf(asking.entity(n).name, said_in(rows)) for n, rows in of.items())
        every = [row for rows in of.values() for row in rows]
        bodies = " and ".join(f"“{side.words}”" for side in sides)
        yield Conflict(
            "arms",
            " / ".join(names),
            f"It is said to be the arm of {bodies}; one force is the arm of one body, unless both"
            " names mean the same.",
            sides,
            weight_of(asking, every),
        )


def _by_force(
    asking: Asking, arms: dict[int, dict[int, list[StatementRow]]]
) -> Iterator[tuple[tuple[str, ...], dict[int, list[StatementRow]]]]:
    """The units together whose names begin alike, as one force is a brigade to one writer and a
    corps to another; that they are one is itself uncertain, and so both names are shown."""
    together: dict[str, list[int]] = defaultdict(list)
    for unit in arms:
        together[_stem_of_name(asking.entity(unit).name)].append(unit)
    for units in together.values():
        of: dict[int, list[StatementRow]] = defaultdict(list)
        for unit in units:
            for body, rows in arms[unit].items():
                of[body] += rows
        names = tuple(dict.fromkeys(asking.entity(unit).name for unit in units))
        yield names, of


_FORCE = re.compile(
    r"\b(?:the|brigades?|corps|organi[sz]ation|forces?|militia|movement|group|army|battalions?)\b",
    re.IGNORECASE,
)


def _stem_of_name(name: str) -> str:
    """A name without the words for what it is: `badr` of both the Badr Corps and Brigade."""
    rest = " ".join(_FORCE.sub(" ", name).casefold().split())
    return rest or name.casefold()


def _described(asking: Asking, row: StatementRow, unit: int) -> int:
    """The unit of a description by the name before it: "the Badr Corps, the military arm of …"."""
    known = asking.entity(unit)
    if known.named:
        return unit
    found = re.search(
        rf"([A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*), (?:the |an? )?{re.escape(known.name)}", row.words
    )
    if found is None:
        return unit
    called = [one for one in asking.entities(found[1]) if one.name == found[1]]
    return called[0].number if called else unit
