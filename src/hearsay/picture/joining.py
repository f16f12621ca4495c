"""Joins full names that mean one; whom a short one means is decided after (`placing`).

Two groups are joined only where no two of their names speak against each other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from hearsay.picture.bundles import Bundle
from hearsay.picture.deciding import Constraints
from hearsay.picture.known import ACRONYM, Names
from hearsay.picture.things import Thing

SAME = 0.5
"""A score from which two names are taken for one."""
AGAINST = 0.2
"""A score below which two names speak against each other."""
STANDS_OUT = 3
"""So many times as much speaks for what stands out as for the next."""
MOST_IN_A_BLOCK = 200
"""Bundles that share a key with more others are compared by their rarer keys only."""


class Joining:
    """Bundles while they are joined to groups."""

    def __init__(
        self,
        held: Sequence[Thing],
        bundles: list[Bundle],
        names: Names,
        constraints: Constraints,
    ) -> None:
        self.held, self.bundles = held, bundles
        self._names, self._constraints = names, constraints
        self._group = list(range(len(bundles)))
        self._members = {n: [n] for n in self._group}
        self._scores: dict[tuple[int, int], float] = {}
        self._near: dict[int, list[int]] = defaultdict(list)
        self._compare()
        self.vague = {n for n, one in enumerate(bundles) if one.known.vague}
        self.vague |= self._bridges()
        self._open: list[tuple[float, int, int]] = []
        self._asked: set[int] = set()
        self._decided()
        self._join_full()

    def groups(self) -> Iterator[list[int]]:
        """The things of each group."""
        for group in self._members:
            if things := self._things(group):
                yield things

    def group(self, number: int) -> int:
        """The group that a bundle is in, by the number of its first."""
        return self._group[number]

    def members(self, group: int) -> list[int]:
        """The bundles of a group."""
        return self._members[group]

    def near(self, number: int) -> list[int]:
        """The bundles whose names may mean the same, by themselves."""
        return self._near.get(number, [])

    def scored(self, left: int, right: int) -> float | None:
        """How sure it is that two bundles are one, where they were compared."""
        return self._scores.get((min(left, right), max(left, right)))

    def by_name(self, left: int, right: int) -> float:
        """How sure it is by the names alone, whatever is told around them."""
        return self._names.score(self.bundles[left].known, self.bundles[right].known)

    def apart(self, left: int, right: int) -> bool:
        """Whether a person decided that two groups are two."""
        one, other = self._group[left], self._group[right]
        return one != other and self._constraints.apart(self._things(one), self._things(other))

    def may_not(self, left: int, right: int) -> bool:
        """Whether two groups are two: a person says so, they are two records of a publisher, or of
        two countries."""
        if not self._publishers(left).isdisjoint(self._publishers(right)):
            return True
        one, other = self._countries(left), self._countries(right)
        return bool(one and other and one.isdisjoint(other)) or self.apart(left, right)

    def _countries(self, number: int) -> set[str]:
        """The countries that tables say those in its group are of."""
        members = self._members[self._group[number]]
        return {known.country for n in members if (known := self.bundles[n].known).given}

    def _publishers(self, number: int) -> set[str]:
        """Who keeps a record of what is in its group."""
        members = self._members[self._group[number]]
        return {p for n in members for p, _ in self.bundles[n].records}

    def join(self, left: int, right: int) -> None:
        """Take the groups of two bundles for one."""
        one, other = sorted((self._group[left], self._group[right]))
        if one != other:
            for number in self._members.pop(other):
                self._group[number] = one
                self._members[one].append(number)

    def alone(self, number: int, thing: int) -> int:
        """Take a thing out of its bundle; the number of its new one."""
        bundle = self.bundles[number]
        if bundle.things == [thing]:
            return number
        bundle.things.remove(thing)
        self.bundles.append(Bundle(bundle.known, [thing], named=bundle.named))
        new = len(self.bundles) - 1
        self._group.append(new)
        self._members[new] = [new]
        return new

    def is_knotted(self, thing: int) -> bool:
        """Whether a person decided whose thing it is."""
        return len(self._constraints.knot(thing)) > 1

    def leave_open(self, score: float, left: int, right: int) -> None:
        """Leave it to a person whether two bundles are one."""
        self._asked.add(left)
        self._open.append((min(max(score, AGAINST), _SURE), left, right))

    def uncertain(self) -> Iterator[tuple[float, int, int]]:
        """Pairs of bundles of which it is not sure that they are one, nor that they are two."""
        for (left, right), score in self._scores.items():
            if score < AGAINST or self._group[left] == self._group[right]:
                continue
            if not (self._is_placed(left) or self._is_placed(right)):
                yield min(score, _SURE), left, right
        yield from self._open

    def _is_placed(self, number: int) -> bool:
        """Whether it is a short name of which it is known whom it means, or one that is asked for
        with all whom it may mean."""
        if number not in self.vague:
            return False
        return len(self._members[self._group[number]]) > 1 or number in self._asked

    def _compare(self) -> None:
        """Scores of bundles that share a key of a name."""
        by_key: dict[tuple[str, str], list[int]] = defaultdict(list)
        for number, one in enumerate(self.bundles):
            if one.named and one.known.words and one.known.family != "state":
                for key in self._names.keys(one.known):
                    by_key[one.known.family, key].append(number)
        for (_, key), together in by_key.items():
            if key.startswith(ACRONYM):
                self._compare_letters(together)
            elif len(together) <= MOST_IN_A_BLOCK:
                for place, left in enumerate(together):
                    for right in together[place + 1 :]:
                        self._score(left, right)

    def _compare_letters(self, together: Sequence[int]) -> None:
        """Acronyms with what they may stand for; two full names of the same letters are no pair."""
        for left in (n for n in together if self.bundles[n].known.vague):
            for right in together[:MOST_IN_A_BLOCK]:
                if left != right:
                    self._score(left, right)

    def _score(self, left: int, right: int) -> float:
        pair = (left, right) if left < right else (right, left)
        found = self._scores.get(pair)
        if found is None:
            one, other = self.bundles[left], self.bundles[right]
            # Two records of one publisher are two.
            found = (
                0.0 if one.records and _of_one_publisher(one, other) else self._named(one, other)
            )
            self._scores[pair] = found
            if found >= SAME:
                self._near[left].append(right)
                self._near[right].append(left)
        return found

    def _named(self, one: Bundle, other: Bundle) -> float:
        person = one.known.family == "person"
        contexts = (one.context, other.context) if person else ("", "")
        return self._names.score(one.known, other.known, contexts)

    def _against(self, left: int, right: int) -> bool:
        pair = (left, right) if left < right else (right, left)
        score = self._scores.get(pair)
        if score is not None:
            return score < AGAINST
        one, other = self.bundles[left].known, self.bundles[right].known
        return one.family == other.family == "body" and self._score(left, right) < AGAINST

    def _bridges(self) -> set[int]:
        """Names that could be of two that are not one, and say no more than either."""
        found = set()
        for number, near in self._near.items():
            one = self.bundles[number]
            if one.records:
                continue  # whose it is, its table says
            size = len(one.known.words)
            # A full name that most use is not in doubt for words that a headline ran into it.
            enough = len(one.things) / STANDS_OUT if one.known.family == "person" else 0
            full = [
                n
                for n in near
                if not self.bundles[n].known.vague
                and len(self.bundles[n].known.words) >= size
                and len(self.bundles[n].things) >= enough
            ]
            if any(self._against(a, b) for at, a in enumerate(full) for b in full[at + 1 :]):
                found.add(number)
        return found

    def _decided(self) -> None:
        at = {thing: n for n, one in enumerate(self.bundles) for thing in one.things}
        for knot in self._constraints.knots():
            first = at[knot[0]]
            for thing in knot[1:]:
                if self.apart(first, at[thing]):
                    # Its namesakes are decided to be another's: it leaves them.
                    at[thing] = self.alone(at[thing], thing)
                self.join(first, at[thing])

    def _join_full(self) -> None:
        pairs = sorted(
            (-score, left, right)
            for (left, right), score in self._scores.items()
            if score >= SAME and left not in self.vague and right not in self.vague
        )
        for _, left, right in pairs:
            if not self.may_not(left, right) and not self._speaks_against(left, right):
                self.join(left, right)

    def _speaks_against(self, left: int, right: int) -> bool:
        return any(
            self._against(a, b)
            for a in self._members[self._group[left]]
            for b in self._members[self._group[right]]
            if a not in self.vague and b not in self.vague
        )

    def _things(self, group: int) -> list[int]:
        return [thing for n in self._members[group] for thing in self.bundles[n].things]


def _of_one_publisher(one: Bundle, other: Bundle) -> bool:
    return not {p for p, _ in one.records}.isdisjoint(p for p, _ in other.records)


_SURE = 0.8
"""The most that is said for a pair that is left apart."""
