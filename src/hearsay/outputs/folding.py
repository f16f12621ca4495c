"""Folds many retellings of one kind, as of a wire story, into one line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from hearsay.outputs.placing import LIKELY
from hearsay.outputs.telling import Telling

FOLD_ABOVE = 6
"""So many retellings of one kind are shown one by one; of more only the first three are."""
_SHOWN_OF_FOLDED = 3


@dataclass(frozen=True, slots=True)
class Fold:
    """Several retellings of one kind, told in one line."""

    tellings: tuple[Telling, ...]


def folded(tellings: Sequence[Telling]) -> list[Telling | Fold]:
    """The tellings, many of one kind that nobody retells folded behind the first three."""
    groups: dict[object, list[Telling]] = defaultdict(list)
    for telling in tellings:
        groups[_manner(telling)].append(telling)
    found: list[Telling | Fold] = []
    for telling in tellings:
        group = groups[_manner(telling)]
        if len(group) <= FOLD_ABOVE:
            found.append(telling)
            continue
        at = group.index(telling)
        if at < _SHOWN_OF_FOLDED:
            found.append(telling)
        elif at == _SHOWN_OF_FOLDED:
            found.append(Fold(tuple(group[at:])))
    return found


def _manner(telling: Telling) -> object:
    """What tellings have to share to be told in one line; each that is retold stands alone."""
    if telling.children or telling.also or telling.references or telling.link is None:
        return id(telling)
    words = frozenset(
        (c.kind, c.before and c.before.words, c.after and c.after.words)
        for c in (*telling.changes, *telling.within)
    )
    sure = telling.link.probability >= LIKELY
    return telling.kinds, sure, telling.link.ordered, words, bool(telling.others)
