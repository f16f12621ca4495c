"""The words of a chart: how a unit stands under another, and how somebody commands it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from hearsay.outputs.picture.saying import seen_words
from hearsay.outputs.wording import one_line
from hearsay.picture.index import Edge, StatementRow
from hearsay.picture.posts import Post
from hearsay.picture.seen import Standing, seen_in

NOBODY = "no commander named"
STANDINGS: Mapping[Standing, str] = {
    "seen": "seen on that day",
    "between": "seen before and after that day",
    "maybe": "perhaps on that day",
    "assumed": "last seen before that day, and its source takes it to go on",
    "after": "last seen before that day",
    "before": "first seen after that day",
    "undated": "no date",
}
"""How the day of a chart stands to what was seen."""
_KINDS = {
    "part_of": "part of it",
    "arm_of": "an arm of it",
    "member_of": "a member of it",
    "integrated_into": "integrated into it",
    "under": "under its command",
}


def link_words(edges: Sequence[Edge], rows: Sequence[StatementRow]) -> str:
    """How one stands to the other, and when that was seen: `part of it, seen 2022-02-10`."""
    kinds = ", ".join(_KINDS.get(kind, kind) for kind in dict.fromkeys(e.kind for e in edges))
    said = [row for row in rows if not row.denied] or rows
    seen = seen_in(row.held for row in said)
    if not all(edge.assumed for edge in edges) or said[0].denied:
        return f"{kinds}, {seen_words(seen)}"
    return f"{kinds}, {seen_words(replace(seen, goes_on=False))}, {STANDINGS['assumed']}"


def command_words(post: Post) -> str:
    """A post in one line: `commander, Major General, first seen …`."""
    return ", ".join([*said_as(post), seen_words(post.seen)])


def said_as(post: Post) -> list[str]:
    """As what somebody is in a post: role, titles that are not the role, ranks."""
    titles = [title for title in post.titles if title != post.role]
    return [one_line(post.role or "post not named"), *map(one_line, (*titles, *post.ranks))]


def weak_marks(rows: Sequence[StatementRow]) -> list[str]:
    """What weakens all of these statements: hedges that each has, or that the reader is unsure."""
    if not rows:
        return []
    hedged: list[set[str]] = [set(row.statement.grounds.hedges) for row in rows]
    marks: list[str] = sorted(set.union(*hedged)) if all(hedged) else []
    return [*marks, "unsure"] if all(row.unsure for row in rows) else marks
