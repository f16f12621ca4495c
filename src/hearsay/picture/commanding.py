"""Who is said to command a unit: in which order, with whom beside them, and when nobody."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations

from hearsay.picture.posts import Post
from hearsay.picture.seen import Standing


@dataclass(frozen=True, slots=True)
class Command:
    """Somebody who is said to command a unit, and how the day of the chart stands to that."""

    post: Post
    standing: Standing | None
    """`None` where the chart is of no day."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Days on which nothing says who commands, between the sights of two who are said to."""

    first: str
    last: str


def commands_of(posts: Sequence[Post], as_of: str | None) -> tuple[Command, ...]:
    """Those who are said to command, as of a day: nobody is put there whom nothing puts there.

    Who is only denied to command, or of whom the reader is unsure, stands last.
    """
    found = [
        Command(post, post.seen.on(as_of) if as_of is not None else None)
        for post in posts
        if post.leads
    ]
    known = sorted(found, key=lambda one: one.post.seen.last or "", reverse=True)
    return tuple(sorted(known, key=lambda one: (_weak(one.post), _ORDER[one.standing or "seen"])))


def rivals_in(commands: Sequence[Command], as_of: str | None) -> tuple[tuple[int, int], ...]:
    """Pairs of places of those who are said to hold one post at one time.

    Without a day, at one time means that their first and last sights run over each other; sights
    of which only a month or year is known run over nothing.
    """
    found = []
    known = [tuple(_known(one.post)) for one in commands]
    for (at, one), (other_at, other) in combinations(enumerate(commands), 2):
        if one.post.person == other.post.person or not (one.post.rows and other.post.rows):
            continue
        if not _one_post(one.post, other.post):
            continue
        together = (
            _overlap(known[at], known[other_at])
            if as_of is None
            else {one.standing, other.standing} <= {"seen", "between"}
        )
        if together:
            found.append((at, other_at))
    return tuple(found)


def gaps_in(commands: Sequence[Command]) -> tuple[Gap, ...]:
    """Days between the sights of two on which nobody is seen; nothing before the first sight and
    nothing after the last, where nobody knows whether there is a gap."""
    held = sorted(
        stretch for one in commands if one.post.rows for stretch in one.post.seen.stretches
    )
    gaps: list[Gap] = []
    until: str | None = None
    for first, last in held:
        if until is not None and first > _after(until):
            gaps.append(Gap(_after(until), _before(first)))
        until = max(until or last, last)
    return tuple(gaps)


_ORDER: dict[Standing, int] = {
    "seen": 0,
    "between": 1,
    "maybe": 2,
    "after": 3,
    "before": 4,
    "undated": 5,
}
Days = tuple[str, str]
_GENERIC = frozenset(("commander", "leader", "head", "chief", "commanders", "director"))


def _weak(post: Post) -> int:
    return 2 if not post.rows else int(post.unsure)


def _one_post(one: Post, other: Post) -> bool:
    roles = {(one.role or "").casefold(), (other.role or "").casefold()}
    return len(roles) == 1 or bool(roles & _GENERIC)


def _overlap(one: Iterable[Days], other: Sequence[Days]) -> bool:
    """Whether a stretch of one, as far as its days are known, runs over one of the other."""
    return any(
        first <= other_last and other_first <= last
        for first, last in one
        for other_first, other_last in other
    )


def _known(post: Post) -> Iterator[tuple[str, str]]:
    for start, stop in post.seen.stretches:
        days = [pair for pair in post.seen.days if start <= pair[0] and pair[1] <= stop]
        if days:
            yield days[0][0], max(last for _, last in days)


def _after(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


def _before(day: str) -> str:
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()
