"""Who is who over a whole case: the things of all documents, put together where they are one.

Nothing is merged for good. What a person decided comes first; two records of one table are two;
after that names decide, with what each document says around them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Protocol

from hearsay.picture.things import Place, Thing
from hearsay.vocabulary.statements import EntityType


class Names(Protocol):
    """Knows whether two names are one person's or body's."""

    def keys(self, name: str) -> frozenset[str]:
        """What names that may be one share: two without a common key are never compared."""
        ...

    def score(self, left: Thing, right: Thing) -> float:
        """How sure it is that both are one, from 0 to 1."""
        ...


@dataclass(frozen=True, slots=True)
class Entity:
    """Someone or something, with every thing that is taken for them."""

    id: str
    """From its first naming: the same as long as that stays its first."""
    things: tuple[Thing, ...]
    """Earliest published first."""

    @property
    def type(self) -> EntityType:
        """What most of its things are."""
        return Counter(one.type for one in self.things).most_common(1)[0][0]

    @property
    def named(self) -> bool:
        """Whether any document has a name for it."""
        return any(one.named for one in self.things)

    @property
    def name(self) -> str:
        """The name that most documents use; the longest of several."""
        counted = Counter(one.names[0] for one in self.things if one.named == self.named)
        return max(counted, key=lambda name: (counted[name], len(name), name))


Pairs = frozenset[tuple[Place, Place]]
"""Pairs of things about which a person has decided."""

SAME = 0.5
"""A score from which two things are taken for one; those near it go to review."""


def entities_of(
    things: Iterable[Thing],
    names: Names,
    *,
    merged: Pairs = frozenset(),
    apart: Pairs = frozenset(),
) -> tuple[Entity, ...]:
    """The entities of a case, in the order of their first things.

    Cost grows with the names that share a key, and not with all pairs of names.
    """
    held = sorted(things, key=lambda one: (one.published or "9999", one.place[0], one.anchor.start))
    groups = _Groups(held, apart)
    at = {one.place: number for number, one in enumerate(held)}
    for one, other in sorted(merged):
        if one in at and other in at:
            groups.join(at[one], at[other], decided=True)
    for score, left, right in sorted(_scored(held, names), reverse=True):
        if score >= SAME:
            groups.join(left, right)
    return tuple(_identified(tuple(held[n] for n in group) for group in groups.all()))


def _identified(groups: Iterable[tuple[Thing, ...]]) -> Iterator[Entity]:
    """Each group with an id; a second one that begins at the same words gets another."""
    given: Counter[str] = Counter()
    for things in groups:
        first = things[0]
        at = f"{first.anchor.start}-{first.anchor.end}"
        where = "\x1f".join((first.place[0], at, first.type, first.record or first.names[0]))
        given[where] += 1
        if given[where] > 1:
            where += f"\x1f{given[where]}"
        yield Entity("e" + sha256(where.encode("utf-8", "surrogatepass")).hexdigest()[:10], things)


def _scored(held: Sequence[Thing], names: Names) -> Iterator[tuple[float, int, int]]:
    """Pairs of things that share a key of a name, or a record, with how sure it is they are one."""
    by_key: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, one in enumerate(held):
        if one.record is not None:
            by_key["record", one.record].append(number)
        elif one.named:
            family = _FAMILY.get(one.type, str(one.type))
            for name in one.names:
                for key in names.keys(name):
                    by_key[family, key].append(number)
    seen: set[tuple[int, int]] = set()
    for (family, _), together in by_key.items():
        for place, left in enumerate(together):
            for right in together[place + 1 :]:
                if left == right or (left, right) in seen:
                    continue
                seen.add((left, right))
                sure = 1.0 if family == "record" else names.score(held[left], held[right])
                yield sure, left, right


_FAMILY = {"unit": "body", "organization": "body"}
"""A force is a unit to one writer and a body to another."""


class _Groups:
    """Groups that grow by joining, never over what was decided to be apart."""

    def __init__(self, held: Sequence[Thing], apart: Pairs) -> None:
        self._held = held
        self._group = list(range(len(held)))
        self._members = {number: [number] for number in self._group}
        self._apart = apart | {(right, left) for left, right in apart}

    def join(self, left: int, right: int, *, decided: bool = False) -> None:
        one, other = self._group[left], self._group[right]
        if one == other or (not decided and self._may_not(one, other)):
            return
        one, other = min(one, other), max(one, other)
        for number in self._members.pop(other):
            self._group[number] = one
            self._members[one].append(number)

    def all(self) -> Iterator[list[int]]:
        for members in self._members.values():
            yield sorted(members)

    def _may_not(self, one: int, other: int) -> bool:
        """Two things of one document that have two names there are two; so is what a person has
        told apart."""
        names = {self._held[n].place[0]: self._held[n].names[0] for n in self._members[one]}
        for n in self._members[other]:
            document, _ = self._held[n].place
            if names.get(document, self._held[n].names[0]) != self._held[n].names[0]:
                return True
        if not self._apart:
            return False
        return any(
            (self._held[a].place, self._held[b].place) in self._apart
            for a in self._members[one]
            for b in self._members[other]
        )
