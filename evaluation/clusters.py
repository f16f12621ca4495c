"""How well one grouping agrees with another, where a thing may stand in several groups."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Set
from dataclasses import dataclass
from itertools import combinations
from typing import TypeVar

from evaluation.scores import Score

Thing = TypeVar("Thing", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Mean:
    """A mean that can be added to another one."""

    total: float = 0.0
    number: int = 0

    def __add__(self, other: Mean) -> Mean:
        return Mean(self.total + other.total, self.number + other.number)

    @property
    def value(self) -> float:
        """0 of nothing."""
        return self.total / self.number if self.number else 0.0


@dataclass(frozen=True, slots=True)
class BCubed:
    """Precision and recall of a grouping as each thing in it sees them."""

    precision: Mean = Mean()
    recall: Mean = Mean()

    def __add__(self, other: BCubed) -> BCubed:
        return BCubed(self.precision + other.precision, self.recall + other.recall)

    @property
    def f1(self) -> float:
        """The harmonic mean of both, from 0 to 1."""
        precision, recall = self.precision.value, self.recall.value
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0

    def line(self) -> str:
        """As a line prints it, in hundredths."""
        return (
            f"F1 {100 * self.f1:5.1f}  P {100 * self.precision.value:5.1f}  "
            f"R {100 * self.recall.value:5.1f}  (of {self.precision.number})"
        )


Groups = Mapping[Thing, Set[Hashable]]
"""For each thing the groups that it stands in; none of them empty."""


def b_cubed(found: Groups[Thing], wanted: Groups[Thing]) -> BCubed:
    """B³ of what both group, extended to things in several groups (Amigó et al., 2009)."""
    both = found.keys() & wanted.keys()
    ours = {thing: found[thing] for thing in both}
    theirs = {thing: wanted[thing] for thing in both}
    return BCubed(_seen(ours, theirs), _seen(theirs, ours))


def pairs(found: Groups[Thing], wanted: Groups[Thing]) -> Score:
    """How many pairs of things that share a group in the one share one in the other."""
    both = found.keys() & wanted.keys()
    ours = _pairs({thing: found[thing] for thing in both})
    theirs = _pairs({thing: wanted[thing] for thing in both})
    return Score(len(ours & theirs), len(ours), len(theirs))


def _seen(ours: Groups[Thing], theirs: Groups[Thing]) -> Mean:
    """The mean over all things of how far those who share a group here share one there."""
    total = 0.0
    members = _members(ours)
    for thing, groups in ours.items():
        others = set().union(*(members[group] for group in groups))
        share = 0.0
        for other in others:
            here = len(groups & ours[other])
            there = len(theirs[thing] & theirs[other])
            share += min(here, there) / here
        total += share / len(others)
    return Mean(total, len(ours))


def _pairs(groups: Groups[Thing]) -> set[frozenset[Thing]]:
    return {
        frozenset(pair) for group in _members(groups).values() for pair in combinations(group, 2)
    }


def _members(groups: Groups[Thing]) -> dict[Hashable, list[Thing]]:
    found: dict[Hashable, list[Thing]] = defaultdict(list)
    for thing, inside in groups.items():
        for group in inside:
            found[group].append(thing)
    return found


def ends(steps: Iterable[tuple[str, str]], start: str) -> frozenset[str]:
    """Where the steps that lead back from here end; itself where none does."""
    back: dict[str, list[str]] = defaultdict(list)
    for later, earlier in steps:
        back[later].append(earlier)
    found, seen, waiting = set(), {start}, [start]
    while waiting:
        node = waiting.pop()
        further = back.get(node, [])
        if not further:
            found.add(node)
        waiting += [n for n in further if n not in seen]
        seen.update(further)
    return frozenset(found)
