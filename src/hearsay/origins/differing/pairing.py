"""Sets two tellings of one thing side by side: which words stand in both, and which do not.

The words are aligned in order by weight (Hunt & Szymanski 1977: only equal words are looked at);
what is left is then met in any order, so that a list told in another order is no difference.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from hearsay.origins.differing.told import Telling, Told, telling, weight
from hearsay.origins.language.forms import is_function


@dataclass(frozen=True, slots=True)
class Gap:
    """Words between two that both tellings have, where at least one side says something else."""

    before: tuple[int, ...]
    """Words of the earlier telling that the later one does not have anywhere."""
    after: tuple[int, ...]
    whole_before: range
    """All words between the two, function words and moved ones included."""
    whole_after: range
    closed_left: bool
    """Whether the words on its left side are the same; false at the beginning."""
    closed_right: bool


@dataclass(frozen=True, slots=True, eq=False)
class Pair:
    """An earlier and a later telling, aligned."""

    before: Telling
    after: Telling
    matches: tuple[tuple[int, int], ...]
    """Words that say the same, in the order of both."""
    moved: tuple[tuple[int, int], ...]
    """Words that say the same and stand elsewhere."""
    gaps: tuple[Gap, ...]
    likeness: float
    """How much of the matter of the shorter telling stands in the other one too, from 0 to 1."""
    mutual: float
    """The same of the longer one."""
    partner_of: dict[int, int] = field(repr=False)
    """Word of the earlier telling to its partner in the later one."""
    partner_from: dict[int, int] = field(repr=False)
    """Word of the later telling to its partner in the earlier one."""

    @property
    def identical(self) -> bool:
        """Whether both say the same words in the same order."""
        return self.before.forms == self.after.forms

    @property
    def is_one_document(self) -> bool:
        """Whether one text tells both."""
        return self.before.told.account.id == self.after.told.account.id


def paired(before: Told, after: Told) -> Pair:
    """The two claims word by word."""
    return pair_of(telling(before), telling(after))


def pair_of(before: Telling, after: Telling) -> Pair:
    """Two tellings aligned: in order first, then what stands elsewhere."""
    if before.keys == after.keys and len(before) > 1:
        return _word_for_word(before, after)
    matches = _cleaned(aligned(before.keys, after.keys), before, after)
    partner_of, partner_from = dict(matches), {a: b for b, a in matches}
    moved = _moved(before, after, partner_of, partner_from)
    partner_of.update(moved)
    partner_from.update((a, b) for b, a in moved)
    return Pair(
        before,
        after,
        tuple(matches),
        tuple(moved),
        tuple(_gaps(before, after, matches, partner_of, partner_from)),
        *_likeness(before, after, partner_of),
        partner_of,
        partner_from,
    )


def _word_for_word(before: Telling, after: Telling) -> Pair:
    """Two tellings of the same words, which most reprints are."""
    alike = 1.0 if before.weight else 0.0
    matches, partners = _each_to_its_own(len(before))
    return Pair(before, after, matches, (), (), alike, alike, partners, partners)


@cache
def _each_to_its_own(words: int) -> tuple[tuple[tuple[int, int], ...], dict[int, int]]:
    partners = {i: i for i in range(words)}
    return tuple(partners.items()), partners


def aligned(left: tuple[str, ...], right: tuple[str, ...]) -> list[tuple[int, int]]:
    """The heaviest set of equal words that stand in the same order on both sides."""
    head = 0
    while head < min(len(left), len(right)) and left[head] == right[head]:
        head += 1
    tail = 0
    while tail < min(len(left), len(right)) - head and left[-1 - tail] == right[-1 - tail]:
        tail += 1
    middle = _middle(left[head : len(left) - tail], right[head : len(right) - tail])
    return [
        *((i, i) for i in range(head)),
        *((i + head, j + head) for i, j in middle),
        *((len(left) - tail + i, len(right) - tail + i) for i in range(tail)),
    ]


def _middle(left: tuple[str, ...], right: tuple[str, ...]) -> list[tuple[int, int]]:
    if not left or not right or set(left).isdisjoint(right):
        return []
    places: dict[str, list[int]] = {}
    for j, word in enumerate(right):
        places.setdefault(word, []).append(j)
    # Sparse: only where words are equal. `tree` holds, for the words of the right side up to each
    # place, the best chain of pairs that ends there (a Fenwick tree of maxima).
    tree: list[tuple[float, int]] = [(0.0, -1)] * (len(right) + 1)
    points: list[tuple[int, int]] = []
    back: list[int] = []
    worth: list[float] = []
    here: dict[tuple[int, int], int] = {}
    for i, word in enumerate(left):
        row: list[tuple[int, float, int]] = []
        for j in places.get(word, ()):
            best, last = _up_to(tree, j)
            run = here.get((i - 1, j - 1))
            # A word that goes on where the last pair stood is worth more, so that runs stay whole.
            if run is not None and worth[run] + _RUN >= best:
                best, last = worth[run] + _RUN, run
            row.append((j, best + weight(word), last))
        for j, best, last in row:
            here[(i, j)] = len(points)
            points.append((i, j))
            back.append(last)
            worth.append(best)
            _enter(tree, j + 1, (best, len(points) - 1))
    return _walked(points, back, _up_to(tree, len(right))[1])


_RUN = 0.05


def _up_to(tree: list[tuple[float, int]], end: int) -> tuple[float, int]:
    best = (0.0, -1)
    while end > 0:
        if tree[end] > best:
            best = tree[end]
        end &= end - 1
    return best


def _enter(tree: list[tuple[float, int]], at: int, value: tuple[float, int]) -> None:
    while at < len(tree):
        if value > tree[at]:
            tree[at] = value
        at += at & -at


def _walked(points: list[tuple[int, int]], back: list[int], last: int) -> list[tuple[int, int]]:
    found = []
    while last >= 0:
        found.append(points[last])
        last = back[last]
    return found[::-1]


def _cleaned(
    matches: list[tuple[int, int]], before: Telling, after: Telling
) -> list[tuple[int, int]]:
    """Without function words that met by chance: neither neighbour is met beside them."""
    met = set(matches)
    return [
        (b, a)
        for b, a in matches
        if not is_function(before.folded[b]) or (b - 1, a - 1) in met or (b + 1, a + 1) in met
    ]


def _moved(
    before: Telling, after: Telling, partner_of: dict[int, int], partner_from: dict[int, int]
) -> list[tuple[int, int]]:
    """Words of matter that stand elsewhere in the other telling, each met once."""
    free: dict[str, list[int]] = {}
    for a in range(len(after)):
        if a not in partner_from and not is_function(after.folded[a]):
            free.setdefault(after.keys[a], []).append(a)
    found = []
    for b in range(len(before)):
        if b not in partner_of and before.keys[b] in free and free[before.keys[b]]:
            found.append((b, free[before.keys[b]].pop(0)))
    return found


def _gaps(
    before: Telling,
    after: Telling,
    matches: list[tuple[int, int]],
    partner_of: dict[int, int],
    partner_from: dict[int, int],
) -> list[Gap]:
    edges = [(-1, -1), *matches, (len(before), len(after))]
    found = []
    for (b0, a0), (b1, a1) in pairwise(edges):
        if b1 - b0 == 1 and a1 - a0 == 1:
            continue
        gap = Gap(
            tuple(i for i in range(b0 + 1, b1) if i not in partner_of),
            tuple(i for i in range(a0 + 1, a1) if i not in partner_from),
            range(b0 + 1, b1),
            range(a0 + 1, a1),
            b0 >= 0,
            b1 < len(before),
        )
        if gap.before or gap.after:
            found.append(gap)
    return found


def _likeness(before: Telling, after: Telling, partner_of: dict[int, int]) -> tuple[float, float]:
    shared = sum(weight(before.keys[b]) for b in partner_of)
    least, most = sorted((before.weight, after.weight))
    return (min(1.0, shared / least), min(1.0, shared / most)) if least else (0.0, 0.0)
