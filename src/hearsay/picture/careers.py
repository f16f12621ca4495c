"""The career of a person: posts and ranks over time, and how long they stood in each rank.

How long somebody held a rank is hardly ever said. What the sights of two ranks leave possible is
given as a least and a most number of days, beside the same for others of the case; what is quick
is for the reader to say.
"""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median

from hearsay.picture.grades import rank_key
from hearsay.picture.index import Asking
from hearsay.picture.index.asking import StatementFilter
from hearsay.picture.posts import Post, posts_of
from hearsay.picture.rises import RankHeld, Rise, known_by, ranks_in, rises_in

__all__ = ["Beside", "Career", "RankHeld", "Rise", "career_of"]


@dataclass(frozen=True, slots=True)
class Beside:
    """A rise beside those of others in this case out of the same rank."""

    rise: Rise
    others: tuple[Rise, ...]
    """The least days first."""

    @property
    def middle(self) -> tuple[float, float] | None:
        """The medians of the others' least and most days; `None` where there are no others."""
        if not self.others:
            return None
        return median(r.least for r in self.others), median(r.most for r in self.others)


@dataclass(frozen=True, slots=True)
class Career:
    """The posts and ranks of one person."""

    posts: tuple[Post, ...]
    """In the order of first sight; a rank alone is no post."""
    ranks: tuple[RankHeld, ...]
    """From the lowest up."""
    rises: tuple[Beside, ...]


def career_of(asking: Asking, person: int, *, as_of: str | None = None) -> Career:
    """All that is said of a person's posts and ranks, or what was first seen by a day."""
    which = StatementFilter(kinds=("Posting",), entity=person, parts=("person",))
    ranks = known_by(ranks_in(asking.statements(which)), as_of)
    posts = tuple(
        one
        for one in posts_of(asking, person)
        if (one.unit is not None or one.role is not None) and (as_of is None or one.seen.by(as_of))
    )
    beside = tuple(
        Beside(one, _rises_of_others(asking, person, one.lower, as_of))
        for one in rises_in(person, ranks)
    )
    return Career(posts, ranks, beside)


def _rises_of_others(
    asking: Asking, person: int, lower: str, as_of: str | None
) -> tuple[Rise, ...]:
    """As they are kept in the index: to see them, no other career is gone through."""
    return tuple(
        Rise(other, lower, higher, least, most, asking.later(sights))
        for other, lower, higher, least, most, sights in asking.rises(rank_key(lower), as_of)
        if other != person
    )
